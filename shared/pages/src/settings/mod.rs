//! The pages by which administrators set what holds for the whole portal.

mod priorities;

pub use priorities::Priorities;
