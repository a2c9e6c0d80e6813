//! What follows the stream, the queues and the schedules.

pub mod archive;
mod batch;
pub mod digests;
mod due;
pub mod erase;
mod happening;
pub mod inspect;
mod inspect_all;
pub mod letters;
mod mailman;
pub mod notify;
mod outside;
pub mod relay;

pub use due::{AUTO_CLOSE, Job, REMIND, run as run_due};
