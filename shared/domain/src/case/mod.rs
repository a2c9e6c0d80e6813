//! A case and its rule book.

mod apply;
mod assign;
pub mod chain;
mod command;
mod decide;
mod details;
mod event;
mod listed;
mod mark;
mod outsider;
mod priority;
mod resume;
mod row;
mod snapshot;

pub use apply::Broken;
pub use command::{Command, MessageKind};
pub use decide::{NotDays, Refused, RuleBook};
pub use details::{Detail, Details};
pub use event::{Audience, Closure, Event, Happened, Observer, Opening};
pub use listed::{ListedReason, Occasion, Reasons};
pub use mark::{Mark, Marked};
pub use outsider::{ASKED_FOR, Outside, OutsideAddress, Outsider, Standing};
pub use priority::{Given, Matrix, Priority, Row};
pub use resume::TakenBack;
pub use row::CaseRow;
pub use snapshot::{Answer, Case, CaseType, Impact, Status, Urgency};
