//! The way every command on a case goes: read, authorize, decide, store, answer.

use caseport_aws::Random;
use caseport_domain::actor::Actor;
use caseport_domain::attachment::Attachment;
use caseport_domain::case::chain::Salt;
use caseport_domain::case::{Case, Command, Occasion, Outside, OutsideAddress, Reasons, Refused, RuleBook};
use caseport_domain::draft::{Place, Writing};
use caseport_domain::form::Chosen;
use caseport_domain::id::CaseNumber;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::{self, Action, Denied};
use caseport_pages::{Attempt, CasePage, CaseValues, Done};
use caseport_store::cases::{Step, Stored};
use caseport_store::drafts::Sent;
use caseport_store::once::Once;
use caseport_store::{Permit, Store, StoreError};
use jiff::Timestamp;
use lambda_http::http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::answer::Answer;
use crate::failure::{Failure, Outcome};
use crate::request::Request;

/// How often a command is decided anew when the case has moved on meanwhile.
const TRIES: usize = 4;

/// A form, or the JSON of the same fields, that becomes a command.
pub trait Form: DeserializeOwned + Send + Sync {
    /// What the policy is asked.
    const ACTION: Action;

    /// Whether its fields are on a page of their own, which its handler shows again with what is wrong; those of the others are
    /// on the case's.
    const HAS_PAGE: bool = false;

    /// What its page says once it is done.
    fn done(&self) -> Done;

    /// What the policy is asked of this one, where that depends on what it says.
    fn action(&self, _actor: &Actor) -> Action {
        Self::ACTION
    }

    /// Where a person is led once it is done: to a page that says so, and that they may see then.
    fn leads_to(&self, _actor: &Actor, number: CaseNumber) -> String {
        page(number, self.done())
    }

    /// What was typed, to be shown again.
    fn values(&self) -> CaseValues;

    /// The files it brings.
    fn attachments(&self) -> &[String] {
        &[]
    }

    /// The version of the draft that it sends, as it came; none for a form that has no drafts.
    fn draft(&self) -> Option<&str> {
        None
    }

    /// The command it asks for; nothing if a field has a flaw.
    fn command(
        &self,
        store: &Store,
        case: &Case,
        attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> impl Future<Output = Result<Option<Command>, StoreError>> + Send;

    /// What else a command has to pass before it is decided, for one that reaches beyond the case.
    ///
    /// # Errors
    /// Why it does not.
    fn admit(
        &self,
        _store: &Store,
        _request: &Request,
        _case: &Case,
        _command: &Command,
    ) -> impl Future<Output = Result<(), Failure>> + Send {
        std::future::ready(Ok(()))
    }
}

/// Carries out the command that a request's form asks for. One that was carried out and is sent again is answered as it was, even
/// where it took away from who sends it what it takes to: who left a case does not see it any more.
///
/// AWS calls: one `GetItem`, one `TransactWriteItems`; with files one `BatchGetItem` more; refused or repeated,
/// one or two reads instead of the write, for a person who sent files another `BatchGetItem`, and on a case of more than a
/// megabyte a `GetItem`.
///
/// # Errors
/// Whatever keeps it from being carried out; what was typed comes back with it.
pub async fn run<F: Form>(store: &Store, request: Request) -> Outcome {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let form: F = request.input()?;
    let once = request.once()?;
    let case = store.case(number).await?.ok_or(Failure::NotFound)?;
    let action = form.action(actor);
    if let Err(denied) = may(actor, &case, action) {
        let receipt = repeated(store, once.as_ref(), denied.into()).await?;
        return answered(&request, &form, &receipt);
    }

    let mut flaws = Flaws::default();
    let attachments = crate::attachments::arrived(store, actor, form.attachments(), &mut flaws).await?;
    let command = form.command(store, &case, attachments.clone(), &mut flaws).await?;
    let Some(command) = command.filter(|_| flaws.is_empty()) else {
        return again(store, &request, &form, Failure::Flaws(flaws)).await;
    };
    let permit = request.permit()?;
    let place = Writing::by(F::ACTION).map(|writing| Place::Case(writing, number));
    let draft = place.zip(form.draft()).and_then(|(place, version)| sent(place, version));
    let rules = request.portal().rules;
    let once = once.as_ref();
    let pending = Pending { store, rules, permit, action, once, attachments: &attachments, draft };
    let admitted = form.admit(store, &request, &case, &command).await;
    let done = match admitted {
        Ok(()) => pending.carry_out(case, &command, request.now(), request.portal().random).await,
        Err(refused @ Failure::Refused(_)) => repeated(store, once, refused).await,
        Err(failure) => Err(failure),
    };
    match done {
        Ok(receipt) => answered(&request, &form, &receipt),
        Err(failure @ (Failure::Refused(_) | Failure::Flaws(_))) => {
            again(store, &request, &form, failure).await
        }
        Err(failure) => Err(failure),
    }
}

/// Whether the actor may do this with the case as it is now.
fn may(actor: &Actor, case: &Case, action: Action) -> Result<(), Denied> {
    policy::enter(actor, case)?.may(action)
}

/// The answer to a command that was carried out.
fn answered<F: Form>(request: &Request, form: &F, receipt: &Receipt) -> Outcome {
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::OK, receipt)?);
    }
    Ok(Answer::see(&form.leads_to(request.actor()?, receipt.number)))
}

/// The reasons to choose from on the page of a case. An engineer's costs one `GetItem`; a customer says why in words.
///
/// # Errors
/// When DynamoDB fails.
pub async fn reasons(store: &Store, actor: &Actor) -> Result<Reasons, StoreError> {
    if policy::desk(actor).is_ok() { Ok(store.reasons().await?.value) } else { Ok(Reasons::default()) }
}

/// The reason of this code, if one was chosen; a flaw if it is not on the list. One `GetItem` if one was.
///
/// # Errors
/// When DynamoDB fails.
pub async fn listed(
    store: &Store,
    occasion: Occasion,
    code: &str,
    flaws: &mut Flaws,
) -> Result<Option<Chosen>, StoreError> {
    match code.trim() {
        "" => Ok(None),
        code => Ok(flaws.take("listed", store.reasons().await?.value.choose(occasion, code))),
    }
}

/// Whether somebody at this address follows a case from outside already, or is asked to (C29). To be asked of a case that was
/// read before: an address that is added later has the case move on. One `Query`.
///
/// # Errors
/// When DynamoDB fails.
pub async fn is_asked(store: &Store, case: &Case, email: &str, now: Timestamp) -> Result<bool, StoreError> {
    let known = store.outside_addresses(case.number).await?;
    let is_same = |known: &OutsideAddress| known.email.eq_ignore_ascii_case(email);
    Ok(known.iter().any(|known| is_same(known) && case.outsider(&known.outsider, now).is_ok()))
}

/// The draft that a form sends, by the version that it names; none if it was made from none.
#[must_use]
pub fn sent(place: Place, version: &str) -> Option<Sent> {
    let version = version.trim().parse::<u64>().ok().filter(|version| *version > 0)?;
    Some(Sent { place, version })
}

/// Where what was done can be seen.
#[must_use]
pub fn page(number: CaseNumber, done: Done) -> String {
    let tab = if done == Done::Noted { "tab=journal&" } else { "" };
    format!("/cases/{number}?{tab}done={}", done.code())
}

/// The refusal: for a person on the case's page as it stands now, with the form as they filled it in, unless it has another.
async fn again<F: Form>(store: &Store, request: &Request, form: &F, failure: Failure) -> Outcome {
    if request.wants_json() || (F::HAS_PAGE && matches!(failure, Failure::Flaws(_))) {
        return Err(failure);
    }
    let history = store.history(request.parameter("number")?).await?.ok_or(Failure::NotFound)?;
    let seat = policy::enter(request.actor()?, &history.case)?;
    let (flaws, refused) = match &failure {
        Failure::Flaws(flaws) => (flaws.clone(), None),
        Failure::Refused(refused) => (Flaws::default(), Some(*refused)),
        _ => return Err(failure),
    };
    let reasons = reasons(store, request.actor()?).await?;
    let files = form.attachments().iter().filter_map(|id| id.parse().ok()).collect();
    let attached = crate::attachments::attached(store, request.actor()?, files, request.now()).await?;
    let attempt = Attempt { action: form.action(seat.actor()), values: form.values(), flaws, refused };
    let (events, first) = (history.read()?, store.first_event(&history).await?);
    let page = CasePage::new(&seat, &events, &history.deliveries).part(None, history.earlier);
    let page = page.opened_by(&seat, first.as_ref());
    let page = page.outside(&seat, &history.outside, request.now());
    let wish = history.wish_of(&request.actor()?.person().id);
    let page = page.inspected(&history.inspections).offering(&reasons).mailing(&seat, wish);
    let page = page.attached(attached).again(attempt);
    request.show(failure.status(), &page)
}

/// What a command that was carried out is answered with, as JSON.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Receipt {
    /// The case.
    pub number: CaseNumber,
    /// Its version: the number of its last event.
    pub version: u32,
}

/// A command on its way into the store.
struct Pending<'a> {
    store: &'a Store,
    rules: RuleBook,
    permit: Permit<'a>,
    action: Action,
    once: Option<&'a Once>,
    attachments: &'a [Attachment],
    draft: Option<Sent>,
}

impl Pending<'_> {
    /// Decides and stores, and again if the case has moved on meanwhile: whoever stores first wins, and the
    /// others are decided on what the case is then: of two who ask the same address the second is refused.
    async fn carry_out(
        &self,
        mut case: Case,
        command: &Command,
        now: Timestamp,
        random: Random,
    ) -> Result<Receipt, Failure> {
        let (number, actor) = (case.number, self.permit.actor);
        let email = match command {
            Command::Outside(Outside::Invite { email }) => Some(email.as_str()),
            _ => None,
        };
        for _ in 0..TRIES {
            let salt = Salt::new(random.bytes());
            let (after, sealed) = match self.rules.step(&case, &actor.author(), command.clone(), now, salt) {
                Ok(step) => step,
                Err(refused) => return self.repeated(refused.into()).await,
            };
            let step = Step {
                case: &after,
                event: &sealed,
                attachments: Some((&actor.person().id, self.attachments)),
                once: self.once,
                permit: Some(self.permit),
                draft: self.draft,
                email,
            };
            match self.store.store(&step).await? {
                Stored::Now => return Ok(Receipt { number, version: after.version }),
                Stored::Before(receipt) => return told(self.once, &receipt),
                Stored::NoPermit => return Err(Failure::SignedOut),
                Stored::NoSuchUpload => return Err(Failure::flaw("attachments", Flaw::NotArrived)),
                Stored::AddedTooOften if self.action == Action::Follow => {
                    return Err(Failure::flaw("follow", Flaw::AddedTooOften));
                }
                Stored::AddedTooOften => return Err(Failure::flaw("email", Flaw::AddedTooOften)),
                Stored::EngineerLeft => return Err(Failure::flaw("engineer", Flaw::NoSuchEngineer)),
                Stored::Overtaken => {
                    let seen = case.answer.map(|answer| answer.closes_at);
                    case = self.store.case(number).await?.ok_or(Failure::NotFound)?;
                    // What it moved on by may be that they were taken off it, and do not see it any more.
                    if let Err(denied) = may(actor, &case, self.action) {
                        return self.repeated(denied.into()).await;
                    }
                    // What it moved on by may be another solution than the one that is answered.
                    if command.answers_solution()
                        && let Err(refused) = case.still_proposes(seen)
                    {
                        return self.repeated(refused.into()).await;
                    }
                }
            }
            // What it moved on by may be that somebody else asked the same address.
            if let Some(email) = email
                && is_asked(self.store, &case, email, now).await?
            {
                return self.repeated(Refused::AlreadyAsked.into()).await;
            }
        }
        Err(Refused::Overtaken.into())
    }

    async fn repeated(&self, otherwise: Failure) -> Result<Receipt, Failure> {
        repeated(self.store, self.once, otherwise).await
    }
}

/// A command that cannot be carried out may be one that was, sent again. Another one is told why it cannot, whatever its key
/// was used for: approving and refusing are one form, and have one key. One `GetItem` if there is a key.
async fn repeated(store: &Store, once: Option<&Once>, otherwise: Failure) -> Result<Receipt, Failure> {
    let before = match once {
        Some(once) => store.receipt(once).await?,
        None => None,
    };
    before.and_then(|receipt| told(once, &receipt).ok()).ok_or(otherwise)
}

/// What was answered to what this key was used for, if that was the same.
fn told(once: Option<&Once>, receipt: &caseport_store::once::Receipt) -> Result<Receipt, Failure> {
    if once.is_some_and(|once| once.print == receipt.print) {
        Ok(Receipt { number: receipt.number, version: receipt.version })
    } else {
        Err(Failure::KeyReused)
    }
}
