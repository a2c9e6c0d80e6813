//! Signing in, staying signed in, signing out.

mod admit;
mod attempt;
mod doorman;
pub mod entrance;
pub mod refresh;
mod refresh_token;
pub mod sign_in;
pub mod sign_in_page;
pub mod sign_out;

pub use doorman::Doorman;
