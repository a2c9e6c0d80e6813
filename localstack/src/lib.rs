//! Everything for running the portal on one machine, without AWS and without Docker.
//!
//! `cargo xtask up` drives it: the [`venv`] has the tools, an [`Instance`] is one emulator with its ports and
//! files, and a [`Portal`] is what a person or a test needs to know of the portal that runs there.

mod accounts;
mod demo;
mod emulator;
mod instance;
pub mod paths;
mod portal;
pub mod runtime_api;
#[cfg(feature = "seed")]
pub mod seed;
pub mod venv;

pub use accounts::{ACCOUNTS, Account};
pub use demo::{DAILY_FILES, DAILY_UPLOADS, DEMOS, Demo};
pub use emulator::Emulator;
pub use instance::Instance;
pub use portal::Portal;
