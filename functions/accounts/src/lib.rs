//! Signing in, staying signed in, signing out.

pub mod act;
mod begin;
pub mod code;
mod doorman;
pub mod entrance;
pub mod refresh;
mod refresh_token;
pub mod sign_in;
pub mod sign_in_page;
pub mod sign_out;
pub mod token;

pub use doorman::Doorman;
