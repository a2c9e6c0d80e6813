//! Who works on a case (A2).

use crate::actor::{Author, Person};
use crate::case::decide::{Refused, still_open};
use crate::case::event::Happened;
use crate::case::snapshot::{Case, Status};

/// What it makes happen that an engineer takes the case.
pub(super) fn taken(case: &Case, by: &Author) -> Result<Happened, Refused> {
    still_open(case)?;
    match &case.engineer {
        Some(engineer) if is_of(by, engineer) => Err(Refused::AlreadyTaken),
        from => Ok(Happened::Taken { from: from.clone() }),
    }
}

/// What it makes happen that an engineer gives the case to another, or to nobody. To give it to oneself is to take it.
pub(super) fn assigned(case: &Case, by: &Author, to: Option<Person>) -> Result<Happened, Refused> {
    still_open(case)?;
    match (to, case.engineer.clone()) {
        (Some(to), _) if is_of(by, &to) => taken(case, by),
        (Some(to), Some(from)) if to.id == from.id => Err(Refused::Unchanged),
        (Some(to), from) => Ok(Happened::Assigned { to, from }),
        (None, Some(from)) => Ok(Happened::HandedBack { from }),
        (None, None) => Err(Refused::Unchanged),
    }
}

/// Whether it is this person who acts.
fn is_of(by: &Author, person: &Person) -> bool {
    by.person().is_some_and(|author| author.id == person.id)
}

impl Case {
    /// Gives the case to an engineer. That nobody has worked on it before is over; whose turn it is stays.
    pub(super) fn give(&mut self, engineer: &Person) {
        self.engineer = Some(engineer.clone());
        if self.status == Status::Open {
            self.status = Status::InProgress;
        }
    }
}
