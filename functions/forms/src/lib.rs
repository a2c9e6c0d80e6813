//! The forms that cases are opened with: administrators keep them.

pub mod form;
pub mod list;
pub mod save;
mod sent;
