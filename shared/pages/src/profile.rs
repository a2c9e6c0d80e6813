//! The pages where people look after how they sign in.

mod password;
mod qr;
mod sessions;
mod tokens;
mod two_factor;

pub use password::PasswordPage;
pub use sessions::{SessionLine, Sessions};
pub use tokens::{MadeToken, TokenLine, TokenValues, Tokens};
pub use two_factor::TwoFactor;
