//! What people see and change of their own.

pub mod data;
pub mod details;
pub mod erase;
pub mod export;
pub mod pin;
mod prove;
