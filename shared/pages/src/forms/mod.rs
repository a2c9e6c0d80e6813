//! The pages by which the vendor keeps the forms that cases are opened with.

mod editor;
mod list;

pub use editor::{FormEditor, FormVersion, FormVersions};
pub use list::{FormLine, FormList};
