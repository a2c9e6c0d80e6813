//! What people have begun to write and not sent yet: their own only, and only while they may still send it.

mod admit;
pub mod discard;
pub mod list;
pub mod read;
pub mod save;
