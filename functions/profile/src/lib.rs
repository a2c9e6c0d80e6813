//! What people see and change of their own: details, address, PIN, data, and how they sign in.

pub mod data;
pub mod details;
pub mod email;
pub mod end_others;
pub mod end_session;
pub mod end_token;
pub mod erase;
pub mod export;
pub mod new_token;
pub mod notifications;
mod own;
pub mod password;
pub mod password_page;
pub mod pin;
mod prove;
pub mod rules;
pub mod sessions;
pub mod tokens;
pub mod two_factor;
pub mod two_factor_off;
pub mod two_factor_page;
