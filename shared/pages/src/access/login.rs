//! The form to ask for a login with.

use caseport_domain::input::Flaws;
use serde::{Deserialize, Serialize};

/// How many pairs of companies the page has room for.
const ROOM: usize = 3;

/// The form to ask for a login with. It posts [`LoginValues`] to `/request-a-login`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LoginForm {
    #[serde(skip)]
    pub(crate) values: LoginValues,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    /// Whether there were too many in a short time.
    pub throttled: bool,
}

/// The fields of the form as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LoginValues {
    /// The name of who asks.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
    /// Names of the companies that were sold to.
    pub sold_to: Vec<String>,
    /// Names of the companies that use what was sold, each beside the one that was sold to.
    pub end_user: Vec<String>,
    /// Why.
    pub text: String,
}

impl LoginForm {
    /// The form again, as it was typed and with what is wrong with it.
    #[must_use]
    pub fn again(values: LoginValues, flaws: Flaws) -> Self {
        Self { values, flaws, throttled: false }
    }

    /// The form again, as it was typed, when there were too many.
    #[must_use]
    pub fn throttled(values: LoginValues) -> Self {
        Self { values, flaws: Flaws::default(), throttled: true }
    }

    /// The pairs as typed, and empty ones to fill in.
    pub(crate) fn pairs(&self) -> Vec<(usize, &str, &str)> {
        let typed = self.values.sold_to.len().max(self.values.end_user.len());
        (0..typed.max(ROOM))
            .map(|place| (place + 1, entry(&self.values.sold_to, place), entry(&self.values.end_user, place)))
            .collect()
    }
}

fn entry(list: &[String], place: usize) -> &str {
    list.get(place).map_or("", String::as_str)
}

crate::page!(LoginForm, "access/login.html");
