//! The rules of the portal, in the versions that are known.

use caseport_domain::registration::{self, RULES};
use serde::Serialize;

/// The rules of the portal in one version.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Rules {
    /// Their number.
    pub version: u16,
    /// The number of those in force.
    pub current: u16,
    #[serde(skip)]
    points: &'static [&'static str],
}

impl Rules {
    /// The rules of this version; none if there are none, or their text is kept no more.
    #[must_use]
    pub fn of(version: u16) -> Option<Self> {
        registration::points(version).map(|points| Self { version, current: RULES, points })
    }

    /// The same once those of this version are in force.
    #[must_use]
    pub const fn when(self, current: u16) -> Self {
        Self { current, ..self }
    }

    /// Whether others have come in their place.
    pub(crate) const fn is_past(&self) -> bool {
        self.version < self.current
    }

    /// What they say, as codes.
    pub(crate) const fn points(&self) -> &'static [&'static str] {
        self.points
    }

    /// The versions before these whose text is known, the newest first.
    pub(crate) fn before(&self) -> Vec<u16> {
        (1..self.version).rev().filter(|version| registration::points(*version).is_some()).collect()
    }
}

crate::page!(Rules, "entrance/rules.html");
