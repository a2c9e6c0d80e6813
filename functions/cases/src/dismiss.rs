//! Taking somebody off who follows a case, from outside or not, or leaving it oneself (C29).

use caseport_domain::actor::Actor;
use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Outside};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::{self, Action};
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::{self, Form};
use serde::Deserialize;

/// Takes an observer off a case, which may be who sends it, or with `outsider` somebody outside: their address is struck. They
/// are mailed nothing more about it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dismiss {
    observer: String,
    outsider: String,
}

impl Dismiss {
    /// Whether who sends it leaves.
    fn is_own(&self, actor: &Actor) -> bool {
        self.observer.trim() == actor.person().id.as_str()
    }
}

impl Form for Dismiss {
    const ACTION: Action = Action::Dismiss;

    fn done(&self) -> Done {
        if self.observer.is_empty() { Done::ObserverRemoved } else { Done::Unobserved }
    }

    fn action(&self, actor: &Actor) -> Action {
        if self.is_own(actor) { Action::Leave } else { Self::ACTION }
    }

    /// Who sees the case only because they follow it does not see it once they left.
    fn leads_to(&self, actor: &Actor, number: CaseNumber) -> String {
        match actor {
            Actor::Contact(contact) if self.is_own(actor) && !policy::sees_all(contact) => {
                format!("/cases?done={}", Done::Left.code())
            }
            _ if self.is_own(actor) => command::page(number, Done::Left),
            _ => command::page(number, self.done()),
        }
    }

    fn values(&self) -> CaseValues {
        CaseValues::default()
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let (observer, outsider) = (self.observer.trim(), self.outsider.trim());
        Ok(match (observer.is_empty(), outsider.is_empty()) {
            (true, true) => flaws.take("observer", Err(Flaw::Required)),
            (false, true) => {
                flaws.take("observer", id(observer)).map(|observer| Command::Unobserve { observer })
            }
            (true, false) => {
                let outsider = flaws.take("outsider", id(outsider));
                outsider.map(|outsider| Command::Outside(Outside::Dismiss { outsider }))
            }
            // One at a time: each is an event.
            (false, false) => flaws.take("outsider", Err(Flaw::NoSuchChoice)),
        })
    }
}

fn id(text: &str) -> Result<UserId, Flaw> {
    text.parse().map_err(|_| Flaw::NotAnId)
}
