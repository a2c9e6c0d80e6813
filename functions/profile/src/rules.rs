//! Accepting the rules of the portal (E14), when one has not, or others are in force since.

use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::registration::{Accepted, RULES};
use caseport_pages::{KeptForm, RulesPage};
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::own;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    /// The number of the rules accepted.
    rules: String,
    kept_action: String,
    kept_body: String,
}

/// The rules in force, with the form to accept them. One `GetItem`.
///
/// # Errors
/// [`Failure::Denied`] for engineers, whom nobody asks, and for a program with a personal access token.
pub async fn page(store: &Store, request: Request) -> Outcome {
    policy::customer(request.actor()?)?;
    let account = own::read(store, &request).await?;
    request.show(StatusCode::OK, &RulesPage::new(account.rules, request.claims()?.must))
}

/// Accepts the rules in force: which and when is kept with the account. Who had typed something before they had to is shown it
/// then.
///
/// AWS calls: `GetItem`, `TransactWriteItems`; the first only, if they were accepted before.
///
/// # Errors
/// As [`page`]; a flaw beside anything but the number of the rules in force.
pub async fn accept(store: &Store, request: Request) -> Outcome {
    policy::customer(request.actor()?)?;
    let input: Input = request.input()?;
    let mut account = own::change(store, &request).await?;
    if input.rules != RULES.to_string() {
        let mut flaws = Flaws::default();
        flaws.add("rules", Flaw::NotAccepted);
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page = RulesPage::new(account.rules, request.claims()?.must).keeping(input.kept()).again(flaws);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    if account.owes_rules() {
        account.rules = Some(Accepted { version: RULES, at: request.now() });
        let transaction = own::transaction(store, &request, &account, "rules-accepted")?;
        own::commit(transaction, Failure::SignedOut).await?;
    }
    if request.wants_json() {
        return request.show(StatusCode::OK, &RulesPage::new(account.rules, None));
    }
    own::go_on(&request, input.kept(), "/")
}

impl Input {
    /// What was typed before they had to be accepted.
    fn kept(&self) -> Option<KeptForm> {
        KeptForm::new(&self.kept_action, &self.kept_body)
    }
}
