//! The pages on the way in: registering, asking for a Contact ID or a password, and what mailed links lead to.

mod ask;
mod email;
mod link;
mod register;
mod unsubscribe;

pub use ask::{Ask, Asked, Mailed};
pub use email::{EmailAnswered, EmailLink, EmailOutcome};
pub use link::{Activate, LinkGone, NewPassword};
pub use register::{Puzzle, Register, RegisterValues, Rules};
pub use unsubscribe::Unsubscribe;
