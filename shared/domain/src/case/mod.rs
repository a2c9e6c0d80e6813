//! A case and its rule book.

mod apply;
pub mod chain;
mod command;
mod decide;
mod event;
mod row;
mod snapshot;

pub use apply::Broken;
pub use command::{Command, MessageKind};
pub use decide::{Refused, RuleBook};
pub use event::{Audience, Closure, Event, Happened, Observer, Opening};
pub use row::CaseRow;
pub use snapshot::{Answer, Case, CaseType, Impact, Status, Urgency};
