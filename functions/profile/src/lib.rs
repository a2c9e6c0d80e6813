//! What people keep of themselves: password, second factor, sessions, tokens.

pub mod end_others;
pub mod end_session;
pub mod end_token;
pub mod new_token;
mod own;
pub mod password;
pub mod password_page;
pub mod sessions;
pub mod tokens;
pub mod two_factor;
pub mod two_factor_off;
pub mod two_factor_page;
