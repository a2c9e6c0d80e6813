//! The questions that cases are opened with whatever their form asks.

use serde::{Deserialize, Serialize};

use crate::case::CaseType;

/// A question that cases are opened with whatever their form asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standard {
    /// What it is about.
    Product,
    /// How many it touches.
    Impact,
    /// How soon it must be dealt with.
    Urgency,
    /// Its title.
    Title,
    /// What is the matter.
    Description,
    /// The customer's own reference.
    Reference,
}

impl Standard {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Product, Self::Impact, Self::Urgency, Self::Title, Self::Description, Self::Reference];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Impact => "impact",
            Self::Urgency => "urgency",
            Self::Title => "title",
            Self::Description => "description",
            Self::Reference => "reference",
        }
    }

    /// Whether it is a question to cases of this type. An admin case is about what the vendor keeps of the customer (G19):
    /// about no product, and nobody's work depends on it.
    #[must_use]
    pub const fn fits(self, case_type: CaseType) -> bool {
        !matches!((self, case_type), (Self::Product | Self::Impact | Self::Urgency, CaseType::Admin))
    }
}
