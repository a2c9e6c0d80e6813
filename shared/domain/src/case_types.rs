//! Which types of issue a portal has new cases of.

use std::str::FromStr;

use crate::actor::Actor;
use crate::case::CaseType;
use crate::input::Flaw;
use crate::policy;

/// The types of issue that a portal's customers can open cases of. Cases that there are already stay, whatever their type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseTypes(Vec<CaseType>);

impl Default for CaseTypes {
    fn default() -> Self {
        Self(CaseType::ALL.to_vec())
    }
}

/// Why a setting does not say which types of issue there are.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not <type>+<type>")]
pub struct NotCaseTypes(String);

impl FromStr for CaseTypes {
    type Err = NotCaseTypes;

    /// Reads `incident+request+question`. Empty stands for all.
    fn from_str(text: &str) -> Result<Self, NotCaseTypes> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        let named = text.split('+').map(str::parse::<CaseType>).collect::<Result<Vec<_>, _>>();
        let named = named.map_err(|_| NotCaseTypes(text.to_owned()))?;
        Ok(Self(CaseType::ALL.into_iter().filter(|of| named.contains(of)).collect()))
    }
}

impl CaseTypes {
    /// All that are offered, in the order of [`CaseType::ALL`].
    #[must_use]
    pub fn offered(&self) -> &[CaseType] {
        &self.0
    }

    /// Whether cases of this type can be opened.
    #[must_use]
    pub fn offers(&self, case_type: CaseType) -> bool {
        self.0.contains(&case_type)
    }

    /// Of what is offered, what the actor may open cases of.
    #[must_use]
    pub fn open_to(&self, actor: &Actor) -> Vec<CaseType> {
        self.0.iter().copied().filter(|of| policy::open_type(actor, *of).is_ok()).collect()
    }

    /// The type of this code, if cases of it can be opened.
    ///
    /// # Errors
    /// [`Flaw::Required`] without a code, [`Flaw::NoSuchChoice`] for any other.
    pub fn choose(&self, code: &str) -> Result<CaseType, Flaw> {
        let chosen: CaseType = code.parse()?;
        if self.offers(chosen) { Ok(chosen) } else { Err(Flaw::NoSuchChoice) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Contact, Level, Person, Scope};

    /// A12: all types are offered unless the portal says which; what is not offered cannot be chosen.
    #[test]
    fn a12_a_portal_says_which_types_of_issue_it_offers() {
        let some: CaseTypes = "question+incident".parse().unwrap();
        assert_eq!(some.offered(), [CaseType::Incident, CaseType::Question]);
        assert_eq!(some.choose("incident"), Ok(CaseType::Incident));
        for (code, flaw) in
            [("", Flaw::Required), ("admin", Flaw::NoSuchChoice), ("complaint", Flaw::NoSuchChoice)]
        {
            assert_eq!(some.choose(code), Err(flaw));
        }
        let all: CaseTypes = "".parse().unwrap();
        assert_eq!(all, CaseTypes::default());
        assert_eq!(all.offered(), CaseType::ALL);
        assert_eq!(all.choose("feature-request"), Ok(CaseType::FeatureRequest));
        for wrong in ["+", "complaint", "incident,question", "incident+"] {
            assert_eq!(wrong.parse::<CaseTypes>(), Err(NotCaseTypes(wrong.to_owned())));
        }
    }

    /// G13, G19: who only reads can open admin cases, where the portal has them.
    #[test]
    fn g19_of_what_is_offered_a_reader_opens_admin_cases() {
        let of = |level| {
            let person = Person { id: "bram".parse().unwrap(), name: "Bram".to_owned() };
            Actor::Contact(Contact { person, company: "acme".parse().unwrap(), level, scope: Scope::Own })
        };
        let (all, some) = (CaseTypes::default(), "incident+request".parse::<CaseTypes>().unwrap());
        assert_eq!(all.open_to(&of(Level::ReadWrite)), CaseType::ALL);
        assert_eq!(all.open_to(&of(Level::ReadOnly)), [CaseType::Admin]);
        assert_eq!(some.open_to(&of(Level::ReadOnly)), []);
        assert_eq!(all.open_to(&of(Level::Basic)), []);
    }
}
