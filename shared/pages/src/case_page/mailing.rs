//! For what the reader is mailed about the case, and the form to choose it with.

use caseport_domain::policy::Seat;
use caseport_domain::wishes::{Mails, Topic, Topics, Wish};
use serde::Serialize;

use super::CasePage;

/// For what the reader is mailed about a case. The form posts `mails` and `topics` to `/cases/{number}/notifications`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mailing {
    /// As their profile says, for what is chosen, or for nothing.
    pub mails: Mails,
    /// What is chosen for this case.
    pub topics: Topics,
}

impl Mailing {
    /// What this wish says; nothing was chosen without one.
    #[must_use]
    pub fn of(wish: Option<&Wish>) -> Self {
        let topics = wish.and_then(|wish| wish.topics.clone()).unwrap_or_default();
        Self { mails: wish.map_or(Mails::Default, Wish::mails), topics }
    }

    pub(crate) fn has(&self, topic: Topic) -> bool {
        self.topics.contains(&topic)
    }

    pub(crate) fn is_off(&self) -> bool {
        self.mails == Mails::None
    }
}

impl CasePage<'_> {
    /// The page with what its reader chose to be mailed for, if they are mailed about the case at all.
    #[must_use]
    pub fn mailing(mut self, seat: &Seat<'_>, wish: Option<&Wish>) -> Self {
        self.mailing = seat.choose_mails().is_ok().then(|| Mailing::of(wish));
        self
    }
}
