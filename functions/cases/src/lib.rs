//! The customers' side of cases.

mod answers;
pub mod close;
pub mod decide;
pub mod dismiss;
mod elsewhere;
pub mod filter;
pub mod follow;
pub mod keep_open;
pub mod list;
pub mod new;
pub mod notifications;
pub mod observe;
pub mod open;
pub mod reply;
mod said;
pub mod transcript;
pub mod unsubscribe;
pub mod view;
