//! The pages by which the vendor keeps its records.

mod company;
mod contact;
mod form;
mod import;
mod lists;
pub(crate) mod trail;

pub use company::{CompanyPage, Partner};
pub use contact::ContactPage;
pub use form::{RecordForm, RecordPage};
pub use import::{Import, ImportValues, Outcome, Report, ReportRow, SHEET_RECORDS};
pub use lists::{Companies, Products};
pub use trail::Trail;

/// Whether the reader may change records.
pub(crate) fn may_change(chrome: &crate::Chrome<'_>) -> bool {
    chrome.who.is_some_and(|actor| caseport_domain::policy::administer(actor).is_ok())
}
