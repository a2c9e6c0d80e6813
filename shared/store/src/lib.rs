//! The one DynamoDB table of a deployment. [`keys`] has its access patterns.

mod access_requests;
mod assets;
pub mod cases;
pub mod challenges;
pub mod companies;
pub mod cursor;
pub mod deliveries;
mod email_changes;
mod erasure;
mod error;
pub mod forms;
mod item;
pub mod letters;
pub mod lists;
pub mod once;
pub mod pins;
pub mod records;
mod relations;
pub mod second_factors;
mod selected;
pub mod sessions;
mod table;
mod throttle;
mod tickets;
pub mod tokens;
mod transaction;
pub mod uploads;
pub mod users;

pub use access_requests::Asked;
pub use caseport_keys as keys;
pub use cursor::CursorKey;
pub use error::StoreError;
pub use lists::Lists;
pub use selected::{Of, Wanted};
pub use table::Store;
pub use transaction::{Committed, Permit, Transaction};
