//! The form to register with.

use caseport_domain::input::Flaws;
use caseport_domain::password;
use caseport_domain::registration::RULES;
use serde::{Deserialize, Serialize};

/// The form to register with. It posts [`RegisterValues`] to `/register`.
#[derive(Clone, Debug, Serialize)]
pub struct Register {
    /// What tells people from programs; an API client answers it too.
    pub puzzle: Puzzle,
    /// The number of the rules to accept, as `rules`.
    pub rules: u16,
    /// The fewest characters of a password.
    pub shortest: usize,
    #[serde(skip)]
    pub(crate) values: RegisterValues,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// A picture of six characters, and a question that stands for it.
#[derive(Clone, Debug, Serialize)]
pub struct Puzzle {
    /// Its identifier, sent back as `challenge`.
    pub challenge: String,
    /// The picture as a `data:` address.
    pub picture: String,
    /// The two numbers whose sum answers as well as the characters do.
    pub sum: (u8, u8),
}

/// The fields of the form as typed. The password is never shown again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "each is a field of the form, by the name of its label")]
pub struct RegisterValues {
    pub username: String,
    pub email: String,
    #[serde(skip_serializing)]
    pub password: String,
    pub contact_id: String,
    pub zone: String,
    pub rules: String,
    pub challenge: String,
    pub answer: String,
}

impl Register {
    /// The empty form.
    #[must_use]
    pub fn new(puzzle: Puzzle) -> Self {
        let (values, flaws) = (RegisterValues::default(), Flaws::default());
        Self { puzzle, rules: RULES, shortest: password::SHORTEST, values, flaws }
    }

    /// The form again, as it was typed and with what is wrong with it.
    #[must_use]
    pub fn again(self, values: RegisterValues, flaws: Flaws) -> Self {
        Self { values, flaws, ..self }
    }

    pub(crate) fn accepted(&self) -> bool {
        self.values.rules == self.rules.to_string()
    }
}

crate::page!(Register, "entrance/register.html");
