//! For what somebody is mailed about a case (E63–E67).

use caseport_domain::id::CaseNumber;
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_domain::wishes::{Mails, Topic};
use caseport_pages::{Done, Mailing};
use caseport_store::{Committed, Store};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

/// How often a choice is stored anew that met another of the same person's.
const TRIES: usize = 4;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    mails: String,
    topics: Vec<String>,
}

/// Chooses for what one is mailed about a case that one opened or follows. It is nobody else's to know: no event of the case.
///
/// AWS calls: two `GetItem`s, one `TransactWriteItems`.
///
/// # Errors
/// [`Failure::Denied`] for who is not mailed about the case; [`Failure::Flaws`].
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let input: Input = request.input()?;
    let case = store.case(number).await?.ok_or(Failure::NotFound)?;
    policy::enter(actor, &case)?.choose_mails()?;
    let mut flaws = Flaws::default();
    let mails = flaws.take("mails", Mails::of(&input.mails));
    let topics = flaws.take("topics", Topic::chosen(&input.topics));
    let (Some(mails), Some(topics)) = (mails, topics) else { return Err(Failure::Flaws(flaws)) };
    let permit = request.permit()?;
    for _ in 0..TRIES {
        let wish = store.wish(number, &actor.person().id).await?.choose(mails, topics.clone());
        match store.transaction().save_wish(number, &wish).permit(&permit).commit().await? {
            Committed::Done if request.wants_json() => {
                return Ok(Answer::json(StatusCode::OK, &Mailing::of(Some(&wish)))?);
            }
            Committed::Done => {
                let done = Done::NotificationsSaved.code();
                return Ok(Answer::see(&format!("/cases/{number}?done={done}")));
            }
            Committed::NoPermit => return Err(Failure::SignedOut),
            Committed::Failed(_) | Committed::Conflict => {}
        }
    }
    Err(Failure::Outdated)
}
