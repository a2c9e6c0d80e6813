//! The PIN, shown once its owner has proved again who they are.

use caseport_domain::input::Flaws;
use caseport_domain::pin::Pin;
use serde::Serialize;

/// The page of one's PIN. Its forms post `password` and `csrf` to `/profile/pin` and `/profile/pin/replace`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PinPage {
    /// The PIN, in the answer to its owner's password and nowhere else.
    pub pin: Option<Pin>,
    #[serde(skip)]
    pub(crate) replaced: bool,
    #[serde(skip)]
    pub(crate) show: Proof,
    #[serde(skip)]
    pub(crate) replace: Proof,
}

/// What became of a form that asks for the password again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proof {
    /// What was wrong with it.
    pub(crate) flaws: Flaws,
    /// Whether there were too many tries.
    pub(crate) throttled: bool,
}

impl PinPage {
    /// The page with the PIN, which may have been replaced just now.
    #[must_use]
    pub fn shown(pin: Pin, replaced: bool) -> Self {
        Self { pin: Some(pin), replaced, ..Self::default() }
    }

    /// The page again: the password was wrong, or there were too many tries, which is no flaw of a field.
    #[must_use]
    pub fn again(replace: bool, flaws: Flaws) -> Self {
        let proof = Proof { throttled: flaws.is_empty(), flaws };
        if replace {
            Self { replace: proof, ..Self::default() }
        } else {
            Self { show: proof, ..Self::default() }
        }
    }

    /// What is wrong with either form.
    pub(crate) fn failed(&self) -> bool {
        [&self.show, &self.replace].into_iter().any(|proof| proof.throttled || !proof.flaws.is_empty())
    }
}

crate::page!(PinPage, "profile/pin.html");
