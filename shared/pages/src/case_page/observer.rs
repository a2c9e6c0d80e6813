//! Who follows the case.

use caseport_domain::id::UserId;
use caseport_domain::policy::Seat;
use serde::Serialize;

use super::CasePage;

/// Somebody who follows the case without being its reporter. Who may take them off posts `observer` to
/// `/cases/{number}/observers/removal`; so do they themselves, to leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObserverView<'a> {
    /// Their identifier.
    pub id: &'a UserId,
    /// Their name; empty for one who was erased.
    pub name: &'a str,
    #[serde(skip)]
    is_erased: bool,
    #[serde(skip)]
    is_reader: bool,
    /// Whether it is the reader, who does not see the case any more once they leave.
    #[serde(skip)]
    pub(crate) leaves_for_good: bool,
}

impl<'a> ObserverView<'a> {
    /// Those of the case that somebody sees from their seat.
    pub(super) fn all(seat: &'a Seat<'_>) -> Vec<Self> {
        let reader = &seat.actor().person().id;
        let stays = seat.sees_unfollowed();
        let views = seat.case().observers.iter().map(|observer| Self {
            id: &observer.id,
            name: &observer.name,
            is_erased: observer.is_erased(),
            is_reader: observer.id == *reader,
            leaves_for_good: observer.id == *reader && !stays,
        });
        views.collect()
    }
}

impl<'a> CasePage<'a> {
    /// The reader, if they follow the case and can leave.
    pub(crate) fn leaver(&self) -> Option<&ObserverView<'a>> {
        self.observers.iter().find(|observer| observer.is_reader && self.may("leave"))
    }

    /// Those whom the reader can take off, each with their place among all.
    pub(crate) fn dismissible(&self) -> Vec<(usize, &ObserverView<'a>)> {
        let may = self.may("dismiss");
        let can = |observer: &ObserverView<'_>| may && !observer.is_reader && !observer.is_erased;
        self.observers.iter().enumerate().filter(|(_, observer)| can(observer)).collect()
    }
}
