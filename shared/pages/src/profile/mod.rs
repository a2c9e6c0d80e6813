//! The pages of one's own: details, PIN, personal data, and how one signs in.

mod data;
mod details;
mod email;
mod export;
mod notifications;
mod password;
mod pin;
mod qr;
mod rules;
mod sessions;
mod tokens;
mod two_factor;

pub use data::DataPage;
pub use details::ProfilePage;
pub use email::{EmailPage, PendingEmail};
pub use export::{Export, ExportAccount, ExportCase, ExportCompany, ExportEntry, ExportMail, ExportSession};
pub use notifications::{NotificationsPage, NotificationsTyped};
pub use password::PasswordPage;
pub use pin::PinPage;
pub use rules::RulesPage;
pub use sessions::{SessionLine, Sessions};
pub use tokens::{MadeToken, TokenLine, TokenValues, Tokens};
pub use two_factor::TwoFactor;
