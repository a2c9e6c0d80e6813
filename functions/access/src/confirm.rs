//! What a prime contact says of a request for access.

use caseport_domain::access_request::Command;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::text::Reason;
use caseport_pages::PrimePage;
use caseport_store::{Committed, Store};
use caseport_web::{Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::confirm_page::{asked, gone};

/// The form, or the same as JSON.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    link: String,
    #[serde(default)]
    decision: String,
    #[serde(default)]
    text: String,
}

/// Confirms a request or disagrees, and uses the link up (X10).
///
/// AWS calls: three `GetItem`s, one `Query`, one `TransactWriteItems`.
///
/// # Errors
/// When the link is good no more, or a field is wrong.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let Some(asked) = asked(store, &request, &input.link).await? else { return gone(&request) };
    let mut flaws = Flaws::default();
    let text: Option<Reason> = flaws.optional("text", &input.text);
    let (command, confirmed) = match input.decision.as_str() {
        "confirm" => (Command::Confirm, true),
        "deny" => (Command::Deny(text), false),
        other => {
            flaws.add("decision", if other.is_empty() { Flaw::Required } else { Flaw::NoSuchChoice });
            (Command::Confirm, false)
        }
    };
    if !flaws.is_empty() {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page = PrimePage::new(&asked.request, &input.link, request.now()).again(input.text, flaws);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let after = asked.request.decide(&asked.prime, command, request.now())?;
    let change = store.transaction().use_ticket(&asked.ticket.id, request.now());
    match change.change_access_request(&asked.request, &after).commit().await? {
        Committed::Done => request.show(StatusCode::OK, &PrimePage::answered(confirmed)),
        _ => gone(&request),
    }
}
