//! The pages on the way in: registering, asking for a Contact ID or a password, and what mailed links lead to.

mod ask;
mod email;
mod follow;
mod link;
mod register;
mod rules;
mod unsubscribe;

pub use ask::{Ask, Asked, Mailed};
pub use email::{EmailAnswered, EmailLink, EmailOutcome};
pub use follow::Follow;
pub use link::{Activate, LinkGone, NewPassword};
pub use register::{Puzzle, Register, RegisterValues};
pub use rules::Rules;
pub use unsubscribe::Unsubscribe;
