//! The engineers' side of cases.

pub mod assign;
pub mod callers;
pub mod classify;
pub mod detail;
pub mod escalate;
pub mod filter;
pub mod message;
pub mod note;
pub mod outage;
pub mod plan;
pub mod prioritize;
pub mod propose;
pub mod queue;
pub mod reopen;
pub mod resume;
mod step;
pub mod take;
pub mod workaround;
