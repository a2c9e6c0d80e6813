//! A company as its record says it.

use serde::{Deserialize, Serialize};

use super::Typed;
use crate::contract::Company;
use crate::country::Country;
use crate::id::UserId;
use crate::input::{Flaw, Flaws};

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
    /// It buys what it uses, and stands at either end of a relation.
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

    /// Whether a company known as this may serve another: a relation leads from a Sold-To to an End-User (G5, G6).
    ///
    /// # Errors
    /// [`Flaw::NotSoldTo`]
    pub fn serving(self) -> Result<(), Flaw> {
        if matches!(self, Self::EndUser) { Err(Flaw::NotSoldTo) } else { Ok(()) }
    }

    /// Whether another may serve a company known as this.
    ///
    /// # Errors
    /// [`Flaw::NotEndUser`]
    pub fn served(self) -> Result<(), Flaw> {
        if matches!(self, Self::SoldTo) { Err(Flaw::NotEndUser) } else { Ok(()) }
    }

    /// Whether a company that serves others, or is served, may be known as this.
    ///
    /// # Errors
    /// [`Flaw::ServesOthers`], [`Flaw::IsServed`]
    pub fn of_one_that(self, serves: bool, is_served: bool) -> Result<(), Flaw> {
        match self {
            Self::EndUser if serves => Err(Flaw::ServesOthers),
            Self::SoldTo if is_served => Err(Flaw::IsServed),
            _ => Ok(()),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// G5, G6: a relation leads from a Sold-To to an End-User; who is both stands at either end.
    #[test]
    fn g5_g6_a_sold_to_serves_an_end_user() {
        use CompanyKind::{Both, EndUser, SoldTo};
        assert_eq!([SoldTo, EndUser, Both].map(CompanyKind::serving), [Ok(()), Err(Flaw::NotSoldTo), Ok(())]);
        assert_eq!([SoldTo, EndUser, Both].map(CompanyKind::served), [Err(Flaw::NotEndUser), Ok(()), Ok(())]);
    }

    /// G5, G6: nobody becomes known as what their relations speak against, and that is what could not have made them.
    #[test]
    fn g5_g6_a_company_is_known_as_what_its_relations_allow() {
        for kind in CompanyKind::ALL {
            assert_eq!(kind.of_one_that(false, false), Ok(()));
            assert_eq!(kind.of_one_that(true, false).is_ok(), kind.serving().is_ok());
            assert_eq!(kind.of_one_that(false, true).is_ok(), kind.served().is_ok());
        }
        assert_eq!(CompanyKind::EndUser.of_one_that(true, true), Err(Flaw::ServesOthers));
        assert_eq!(CompanyKind::SoldTo.of_one_that(true, true), Err(Flaw::IsServed));
        assert_eq!(CompanyKind::Both.of_one_that(true, true), Ok(()));
    }
}
