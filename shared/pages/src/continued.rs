//! The page after signing in again, or after what had to be done first.

use serde::Serialize;

use crate::kept::KeptForm;

/// The page after signing in again, or after what had to be done first, on which one button sends what was typed before.
#[derive(Clone, Debug, Serialize)]
pub struct Continue {
    /// What was typed.
    pub kept: KeptForm,
}

impl Continue {
    /// The page for this form.
    #[must_use]
    pub const fn new(kept: KeptForm) -> Self {
        Self { kept }
    }
}

crate::page!(Continue, "continue.html");
