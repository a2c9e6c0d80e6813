//! The page after signing in again.

use serde::Serialize;

use crate::kept::KeptForm;

/// The page after signing in again, on which one button sends what was typed before.
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

    /// What people typed, for them to recognize: not the choices and keys, which are codes.
    pub(crate) fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        const TYPED: [&str; 14] = [
            "title",
            "reference",
            "description",
            "observers",
            "text",
            "reason",
            "email",
            "first_name",
            "last_name",
            "job_title",
            "phone",
            "address",
            "postcode",
            "city",
        ];
        let fields = self.kept.fields().iter().map(|(name, value)| (name.as_str(), value.as_str()));
        fields.filter(|(name, value)| TYPED.contains(name) && !value.trim().is_empty())
    }
}

crate::page!(Continue, "continue.html");
