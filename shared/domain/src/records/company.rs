//! A company as its record says it.

use serde::{Deserialize, Serialize};

use super::Typed;
use crate::contract::Company;
use crate::country::Country;
use crate::id::UserId;
use crate::input::Flaws;

/// A company as its record says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyRecord {
    /// As much of it as its cases show.
    #[serde(flatten)]
    pub company: Company,
    /// The rest.
    #[serde(flatten)]
    pub details: Details,
}

/// What a company's record says beside what its cases show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Its country; none where nobody said.
    #[serde(default)]
    pub country: Option<Country>,
    /// IANA name of its time zone, in which its contracts end unless they say another.
    #[serde(default = "utc")]
    pub zone: String,
    /// As what it is known.
    #[serde(default, rename = "company_kind")]
    pub kind: CompanyKind,
    /// Who may be asked to confirm what its people ask for.
    #[serde(default)]
    pub prime_contact: Option<UserId>,
}

impl Default for Details {
    fn default() -> Self {
        Self { country: None, zone: utc(), kind: CompanyKind::default(), prime_contact: None }
    }
}

fn utc() -> String {
    "UTC".to_owned()
}

/// As what a company is known to the vendor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CompanyKind {
    /// It buys, for itself or for others.
    SoldTo,
    /// It uses what another bought.
    EndUser,
    /// It buys what it uses.
    #[default]
    Both,
}

impl CompanyKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::SoldTo, Self::EndUser, Self::Both];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SoldTo => "sold-to",
            Self::EndUser => "end-user",
            Self::Both => "both",
        }
    }
}

impl CompanyRecord {
    /// The record that these fields say, with everything that is wrong with them.
    pub fn read(typed: &Typed, flaws: &mut Flaws) -> Option<Self> {
        let id = typed.id("id", flaws);
        let name = typed.line::<120>("name", flaws);
        let city = typed.line::<80>("city", flaws);
        let country = flaws.optional::<Country>("country", &typed.get("country").to_ascii_uppercase());
        let zone = typed.zone("zone", flaws);
        let kind = typed.choice("company_kind", &CompanyKind::ALL, CompanyKind::code, flaws);
        let prime = (!typed.get("prime_contact").is_empty()).then(|| typed.id("prime_contact", flaws));
        let prime_contact = prime.map_or(Some(None), |id| id.map(Some));
        Some(Self {
            company: Company { id: id?, name: name?, city: city? },
            details: Details { country, zone: zone?, kind: kind?, prime_contact: prime_contact? },
        })
    }

    /// Its fields.
    #[must_use]
    pub fn typed(&self) -> Typed {
        let Self { company, details } = self;
        Typed::default()
            .with("id", company.id.as_str())
            .with("name", &company.name)
            .with("city", &company.city)
            .with("country", details.country.map_or("", Country::code))
            .with("zone", &details.zone)
            .with("company_kind", details.kind.code())
            .with("prime_contact", details.prime_contact.as_ref().map_or("", UserId::as_str))
    }
}
