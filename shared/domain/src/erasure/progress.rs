//! How far an erasure has come.

use serde::{Deserialize, Serialize};

use crate::id::{CompanyId, UserId};

/// That somebody is to be erased. It holds nothing of them but their identifier, and until it is done in which companies'
/// cases they are looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Who.
    pub user: UserId,
    /// Their company.
    pub company: CompanyId,
    /// When it was asked for.
    pub asked_at: jiff::Timestamp,
    /// Whether it is done.
    #[serde(default)]
    pub is_done: bool,
    /// What is to be done next.
    #[serde(default)]
    pub place: Place,
    /// The companies whose cases are looked through, once they are known.
    #[serde(default)]
    pub companies: Vec<CompanyId>,
    /// How often it was noted how far it has come.
    #[serde(default)]
    pub version: u32,
}

/// How far an erasure has come: what is to be done next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The stage.
    pub stage: Stage,
    /// Of the lists of cases the one that is looked through, from 0: those of the companies, and that of the cases they
    /// opened.
    pub list: usize,
    /// The cursor of that list's next page; none for the first.
    pub after: Option<String>,
}

/// What an erasure goes through, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// What they sign in with is taken away.
    #[default]
    ShutOut,
    /// They are taken out of cases.
    Cases,
    /// They are taken out of cases once more: mails to them may have been on their way.
    Late,
    /// Their addresses are taken off the cases that they follow from outside, whosever these are.
    Outside,
    /// Their account is deleted, which alone knows their name.
    Account,
}

impl Place {
    /// Where a stage begins.
    #[must_use]
    pub const fn at(stage: Stage) -> Self {
        Self { stage, list: 0, after: None }
    }
}

impl Stage {
    /// The stage behind this one.
    const fn next(self) -> Self {
        match self {
            Self::ShutOut => Self::Cases,
            Self::Cases => Self::Late,
            Self::Late => Self::Outside,
            Self::Outside | Self::Account => Self::Account,
        }
    }
}

impl Erasure {
    /// That somebody of this company asked for it now.
    #[must_use]
    pub fn asked(user: UserId, company: CompanyId, asked_at: jiff::Timestamp) -> Self {
        let (place, companies) = (Place::at(Stage::ShutOut), Vec::new());
        Self { user, company, asked_at, is_done: false, place, companies, version: 0 }
    }

    /// It once they are shut out, and these are known to be the companies in whose cases they may stand.
    #[must_use]
    pub fn shut_out(self, companies: Vec<CompanyId>) -> Self {
        Self { companies, place: Place::at(Stage::Cases), ..self }
    }

    /// The company whose cases are looked through next; none for the cases they opened, which come last.
    #[must_use]
    pub fn company_now(&self) -> Option<&CompanyId> {
        self.companies.get(self.place.list)
    }

    /// It once a page of a list was looked through, with the cursor of the next if there is one.
    #[must_use]
    pub fn after_page(self, next: Option<String>) -> Self {
        let Place { stage, list, .. } = self.place;
        let place = match next {
            Some(_) => Place { stage, list, after: next },
            None if list < self.companies.len() => Place { stage, list: list + 1, after: None },
            None => return self.after_stage(),
        };
        Self { place, ..self }
    }

    /// It once all of its stage is done.
    #[must_use]
    pub fn after_stage(self) -> Self {
        let place = Place::at(self.place.stage.next());
        Self { place, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every page of every list is looked through twice, each once in a pass, then what is followed from outside, and the account
    /// is last.
    #[test]
    fn an_erasure_goes_from_page_to_page_and_never_back() {
        let company = |id: &str| -> CompanyId { id.parse().unwrap() };
        let at = "2026-01-01T00:00:00Z".parse().unwrap();
        let asked = Erasure::asked("anna".parse().unwrap(), company("acme"), at);
        let mut erasure = asked.shut_out(vec![company("acme"), company("globex")]);
        let mut seen = Vec::new();
        while erasure.place.stage != Stage::Outside {
            let Place { stage, list, after } = erasure.place.clone();
            let whose = erasure.company_now().map(|company| company.as_str().to_owned());
            // Acme's list has two pages.
            let next = (list == 0 && after.is_none()).then(|| "cursor".to_owned());
            seen.push((stage, whose.unwrap_or_else(|| "own".into()), after.is_some()));
            erasure = erasure.after_page(next);
        }
        let pass = |stage| {
            [("acme", false), ("acme", true), ("globex", false), ("own", false)]
                .map(|(whose, later)| (stage, whose.to_owned(), later))
        };
        assert_eq!(seen, [pass(Stage::Cases), pass(Stage::Late)].concat());
        assert_eq!(erasure.after_stage().place, Place::at(Stage::Account));
    }
}
