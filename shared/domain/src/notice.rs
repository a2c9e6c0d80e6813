//! Who is told of what happened, and of what they did themselves only if they chose that.

use serde::{Deserialize, Serialize};

use crate::actor::Author;
use crate::case::{Case, Event, Happened};
use crate::id::UserId;
use crate::policy::follows;

/// That somebody is to be told of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Who.
    pub to: UserId,
    /// In which capacity, which decides what the mail says and shows.
    pub role: Role,
}

/// In which capacity somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// As the one who opened the case.
    Reporter,
    /// As one who follows it.
    Observer,
    /// As one who follows it from outside the portal.
    Outsider,
    /// As the engineer who works on it, or did until then.
    Engineer,
}

/// Whom this event concerns, each once. `case` is the case after the event.
///
/// The confirmation that a case was opened is the one mail a person gets about their own action without having chosen it: it
/// carries the number (E52, M33, C28). The others are [`confirmation`]'s.
#[must_use]
pub fn notices(case: &Case, event: &Event) -> Vec<Notice> {
    let mut all = Vec::new();
    if concerns_customer(event) {
        all.push(Notice { to: case.reporter.id.clone(), role: Role::Reporter });
        all.extend(
            case.observers.iter().map(|person| Notice { to: person.id.clone(), role: Role::Observer }),
        );
        let outside = case.outsiders.iter().filter(|outsider| outsider.is_confirmed());
        all.extend(outside.map(|outsider| Notice { to: outsider.id.clone(), role: Role::Outsider }));
    }
    if let (true, Some(engineer)) = (concerns_engineer(event), &case.engineer) {
        all.push(Notice { to: engineer.id.clone(), role: Role::Engineer });
    }
    // Who is given a case, and whose it was.
    let passed_on = event.what.given_to().into_iter().chain(event.what.taken_from());
    all.extend(passed_on.map(|person| Notice { to: person.id.clone(), role: Role::Engineer }));
    if let Happened::ObserverAdded { observer } = &event.what {
        all.push(Notice { to: observer.id.clone(), role: Role::Observer });
    }
    // Whoever asked may have asked an address of their own, and left since: who opened the case sees it and can take it off
    // (X27).
    if matches!(event.what, Happened::OutsiderConfirmed { .. }) {
        all.push(Notice { to: case.reporter.id.clone(), role: Role::Reporter });
    }
    // Who is asked gets a link, and who confirms, that they did.
    if let Happened::OutsiderInvited { outsider, .. } | Happened::OutsiderConfirmed { outsider, .. } =
        &event.what
    {
        all.push(Notice { to: outsider.clone(), role: Role::Outsider });
    }
    let author = event.by.person().map(|person| &person.id);
    let confirms = matches!(event.what, Happened::Opened(_));
    all.retain(|notice| confirms || Some(&notice.to) != author);
    all
}

/// Whether somebody who was to be told in this capacity still is, now that the case is this: who follows it no more is mailed
/// nothing more, not even what happened before.
#[must_use]
pub fn is_still_told(to: &UserId, role: Role, case: &Case) -> bool {
    role != Role::Observer || follows(to, case)
}

/// Who may have chosen to be told that they did this themselves (E62, C31): a contact who opened the case or follows it.
/// `case` is the case after the event.
#[must_use]
pub fn confirmation(case: &Case, event: &Event) -> Option<Notice> {
    let author = &event.by.person()?.id;
    let readers = case.observers.iter().map(|person| (&person.id, Role::Observer));
    let mut readers = std::iter::once((&case.reporter.id, Role::Reporter)).chain(readers);
    let (to, role) = readers.find(|(reader, _)| *reader == author)?;
    is_own(event, to).then(|| Notice { to: to.clone(), role })
}

/// Whether this is what this contact did to a case that there was.
#[must_use]
pub fn is_own(event: &Event, user: &UserId) -> bool {
    let is_theirs = matches!(&event.by, Author::Contact(person) if person.id == *user);
    is_theirs && concerns_customer(event) && !matches!(event.what, Happened::Opened(_))
}

fn concerns_customer(event: &Event) -> bool {
    match &event.what {
        Happened::Opened(_)
        | Happened::Replied { .. }
        | Happened::Asked { .. }
        | Happened::Told { .. }
        | Happened::Taken { .. }
        | Happened::Assigned { .. }
        | Happened::Planned { .. }
        | Happened::Resumed { .. }
        | Happened::SolutionProposed { .. }
        | Happened::SolutionRefused { .. }
        | Happened::KeptOpen
        | Happened::Reminded
        | Happened::Closed { .. }
        | Happened::Reopened { .. }
        | Happened::Escalated { .. }
        | Happened::EscalationEnded { .. }
        | Happened::WorkaroundProvided { .. }
        | Happened::OutageDeclared
        | Happened::OutageEnded
        | Happened::Classified { .. }
        | Happened::Prioritized { .. } => true,
        Happened::Noted { .. } => !event.what.is_internal(),
        // What a case is filed by is the vendor's own order, and so is that nobody has it for a while: it stands in the thread
        // for who looks.
        Happened::HandedBack { .. }
        | Happened::ObserverAdded { .. }
        | Happened::ObserverRemoved { .. }
        | Happened::OutsiderInvited { .. }
        | Happened::OutsiderConfirmed { .. }
        | Happened::OutsiderRemoved { .. }
        | Happened::PersonErased
        | Happened::Detailed { .. } => false,
    }
}

fn concerns_engineer(event: &Event) -> bool {
    let by_customer = matches!(event.by, Author::Contact(_));
    let closed = matches!(event.what, Happened::Closed { .. });
    let of_readers = matches!(
        event.what,
        Happened::ObserverAdded { .. }
            | Happened::ObserverRemoved { .. }
            | Happened::OutsiderInvited { .. }
            | Happened::OutsiderRemoved { .. }
            | Happened::PersonErased
    );
    by_customer && !of_readers || closed
}
