//! Whom a case can be given to.

use caseport_domain::actor::{Actor, Person};
use caseport_domain::case::Case;
use caseport_domain::id::CaseNumber;
use caseport_domain::input::Flaws;
use serde::Serialize;

/// Whom a case can be given to. Its form posts `engineer` to the same address: an engineer's identifier, or `nobody` to hand the
/// case back to the desk.
#[derive(Clone, Debug, Serialize)]
pub struct AssignPage<'a> {
    /// The case.
    pub number: CaseNumber,
    /// Its title.
    pub title: &'a str,
    /// Who works on it.
    pub engineer: Option<&'a Person>,
    /// The engineers to choose from, by name: those who work here, but for who works on it and who asks, who takes it.
    pub engineers: Vec<Person>,
    #[serde(skip)]
    pub(crate) is_closed: bool,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl<'a> AssignPage<'a> {
    /// The page of this case for this reader, with these engineers who work here.
    #[must_use]
    pub fn new(case: &'a Case, reader: &Actor, engineers: Vec<Person>) -> Self {
        let engineer = case.engineer.as_ref();
        let can_be_given = |person: &Person| {
            person.id != reader.person().id && engineer.is_none_or(|now| now.id != person.id)
        };
        Self {
            number: case.number,
            title: case.title.as_str(),
            engineer,
            engineers: engineers.into_iter().filter(can_be_given).collect(),
            is_closed: case.is_closed(),
            flaws: Flaws::default(),
        }
    }

    /// The page again, with what is wrong with its field.
    #[must_use]
    pub fn again(self, flaws: Flaws) -> Self {
        Self { flaws, ..self }
    }
}

crate::page!(AssignPage<'a>, "case/assign.html");
