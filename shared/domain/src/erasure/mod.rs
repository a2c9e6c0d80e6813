//! Taking a person out of what is kept, when they ask for it.
//!
//! What goes, and what stays: the person goes, with their name, user name, address and telephone number, wherever these
//! stand and in whatever letter case. What they wrote about their company's systems stays, without them. It was written for
//! the company, which needs it to know what was wrong and what was done, and so do those who helped it; it is no more about
//! the person than a letter is about who typed it. Whoever named others in what they wrote is not found by this: only the
//! one who asks is.
//!
//! Events are sealed to each other, and must stay verifiable. Their bodies are committed to with a salt: the body and the
//! salt go, the commitment stays, and what may still be told takes the body's place, with nothing to vouch for it. That is as
//! final as losing a key (crypto-shredding), since nothing can be found out from a salted commitment, and unlike a key for
//! each person it does not make reading a case fetch as many keys as people wrote in it, nor hide from lists and search
//! what others may still read. Backups are kept for 35 days. What is restored from one knows nothing of who asked since: their
//! requests, which are kept, say in the table that it takes the place of whom to erase anew.

mod leaver;
mod progress;

pub use leaver::Leaver;
pub use progress::{Erasure, Place, Stage};

use crate::id::UserId;

/// What stands in the place of a person's name, address or number in a text.
pub const MARK: &str = "[…]";

/// The identifier of everybody who was erased.
pub const NOBODY: &str = "erased";

/// Whether this is, however it is written, what stands for everybody who was erased: nobody is given it.
pub(crate) fn is_nobody(id: &UserId) -> bool {
    id.as_str().eq_ignore_ascii_case(NOBODY)
}
