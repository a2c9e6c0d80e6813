//! The pages of one's own: details, PIN, personal data.

mod data;
mod details;
mod export;
mod pin;

pub use data::DataPage;
pub use details::ProfilePage;
pub use export::{Export, ExportAccount, ExportCase, ExportEntry, ExportMail};
pub use pin::PinPage;
