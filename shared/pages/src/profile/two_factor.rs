//! The second factor.

use caseport_domain::input::Flaws;
use caseport_domain::second_factor::Secret;
use caseport_domain::sign_in::Must;
use jiff::Timestamp;
use serde::Serialize;

use super::qr::Qr;

/// The second factor: off, with a secret to set one up with; on; or just set up, with recovery codes that are shown
/// once. Its forms post `password`, `secret` and `code` to `/profile/two-factor`, `password` and `code` to
/// `/profile/two-factor/off`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TwoFactor {
    /// Since when there is one.
    pub since: Option<Timestamp>,
    /// How many recovery codes are left.
    pub recovery_codes_left: usize,
    /// The recovery codes, once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recovery_codes: Vec<String>,
    /// Whether one must be set up before anything else.
    pub must_set_up: bool,
    /// A secret to set one up with.
    pub secret: Option<String>,
    /// The same as an authenticator app reads it from a QR code.
    pub uri: Option<String>,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl TwoFactor {
    /// There is none; it could be set up with this secret, which the app will show by these names.
    #[must_use]
    pub fn off(secret: &Secret, portal: &str, account: &str, must: Option<Must>) -> Self {
        Self {
            must_set_up: must == Some(Must::SetUpSecondFactor),
            secret: Some(secret.text()),
            uri: Some(secret.uri(portal, account)),
            ..Self::default()
        }
    }

    /// There is one since then, and so many recovery codes are left.
    #[must_use]
    pub fn on(since: Timestamp, recovery_codes_left: usize) -> Self {
        Self { since: Some(since), recovery_codes_left, ..Self::default() }
    }

    /// There is one from now on, and these are its recovery codes.
    #[must_use]
    pub fn codes(since: Timestamp, recovery_codes: Vec<String>) -> Self {
        Self { recovery_codes_left: recovery_codes.len(), recovery_codes, ..Self::on(since, 0) }
    }

    /// The page again, with what is wrong with its form.
    #[must_use]
    pub fn again(self, flaws: Flaws) -> Self {
        Self { flaws, ..self }
    }

    pub(crate) fn qr(&self) -> Option<Qr> {
        Qr::of(self.uri.as_deref()?)
    }

    /// The secret in groups of four, to be typed.
    pub(crate) fn grouped(&self) -> String {
        let letters: Vec<char> = self.secret.as_deref().unwrap_or_default().chars().collect();
        letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }
}

crate::page!(TwoFactor, "profile/two_factor.html");
