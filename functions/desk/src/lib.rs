//! The engineers' side of cases.

pub mod callers;
pub mod message;
pub mod note;
pub mod plan;
pub mod propose;
pub mod queue;
pub mod reopen;
pub mod take;
