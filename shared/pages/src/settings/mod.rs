//! The pages by which administrators set what holds for the whole portal.

mod priorities;
mod reasons;

pub use priorities::Priorities;
pub use reasons::ReasonList;
