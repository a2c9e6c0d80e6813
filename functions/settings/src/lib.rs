//! What administrators set for the whole portal.

pub mod priorities;
pub mod reasons;
mod saving;
