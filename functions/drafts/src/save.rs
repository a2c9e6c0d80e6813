//! Saving a draft.

use caseport_domain::actor::Actor;
use caseport_domain::draft::{self, Draft, Place};
use caseport_domain::form::Paths;
use caseport_domain::input::{Flaw, Flaws};
use caseport_pages::{Done, DraftUnsaved, DraftView};
use caseport_store::{Committed, Store};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};

use crate::admit::admit;

/// Saves what was typed as one's draft of this place, in the place of the version that the field `draft` names; with 0, or
/// without it, as the first.
///
/// What was filled in for another company than the one acted for by now is no draft of this one's. The files that it names are
/// kept as long as it is.
///
/// AWS calls: one `TransactWriteItems`; one `GetItem` more for what is written to a case, one `Query` for the first, one
/// `GetItem` where another device was quicker, and one `Query` for the name of the company acted for, if it is another; with
/// files one `BatchGetItem`, and once a day an `UpdateItem` for each.
///
/// # Errors
/// Why they may not send it; flaws; [`Failure::Outdated`] for another version than the one that there is. A page comes back
/// with all that was typed, beside what was saved elsewhere.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let place: Place = request.parameter("place")?;
    let actor = request.actor()?;
    let Paths(typed) = request.input()?;
    admit(store, actor, place).await?;

    let mut flaws = Flaws::default();
    if let Some(company) = other_company(store, actor, typed.get("company")).await? {
        flaws.add("draft", Flaw::OtherCompany { company });
    }
    let before = flaws.take("draft", version(typed.get("draft")));
    let fields = draft::fields(place, &typed, &mut flaws);
    if before == Some(0) && store.drafts(actor, request.now()).await?.len() >= draft::MOST {
        flaws.add("draft", Flaw::TooMany { max: draft::MOST });
    }
    let unsaved = |newer| DraftUnsaved::new(place, fields.clone(), newer);
    let Some(before) = before.filter(|_| flaws.is_empty()) else {
        return refuse(&request, &unsaved(None).flawed(flaws.clone()), Failure::Flaws(flaws));
    };
    let draft = Draft::new(place, fields.clone(), before, request.now());
    // Before it is saved: so there is none whose files end sooner.
    store.keep_uploads(&draft.files(), &actor.person().id, draft.expires_at(), request.now()).await?;
    let saving = store.transaction().permit(&request.permit()?).save_draft(actor, &draft, before);
    match saving.commit().await? {
        Committed::Done => saved(&request, draft),
        Committed::NoPermit => Err(Failure::SignedOut),
        Committed::Failed(_) | Committed::Conflict => {
            let newer = store.draft(actor, place, request.now()).await?;
            refuse(&request, &unsaved(newer), Failure::Outdated)
        }
    }
}

/// The version that a form names: 0 for none.
fn version(text: &str) -> Result<u64, Flaw> {
    if text.is_empty() { Ok(0) } else { text.parse().map_err(|_| Flaw::WrongType) }
}

/// The name of the company that the actor acts for, if the form was filled in for another; nobody has to say.
async fn other_company(store: &Store, actor: &Actor, meant: &str) -> Result<Option<String>, Failure> {
    match actor.company() {
        Some(company) if !meant.is_empty() && meant != company.as_str() => {
            let account = store.account(company).await?;
            let account = account.ok_or_else(|| Failure::internal("a contact's company is missing"))?;
            Ok(Some(account.company.name))
        }
        _ => Ok(None),
    }
}

fn saved(request: &Request, draft: Draft) -> Outcome {
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::OK, &DraftView::new(draft))?);
    }
    let address = draft.place.address();
    let joint = if address.contains('?') { '&' } else { '?' };
    Ok(Answer::see(&format!("{address}{joint}done={}", Done::DraftSaved.code())))
}

/// The refusal: for a person a page with all that they typed.
fn refuse(request: &Request, page: &DraftUnsaved, failure: Failure) -> Outcome {
    if request.wants_json() { Err(failure) } else { request.show(failure.status(), page) }
}
