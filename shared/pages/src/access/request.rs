//! One request for access: as whoever made it sees it, as an administrator does, and as a prime contact.

use caseport_domain::access_request::{AccessRequest, Pair, Refused, Standing, Step, Subject, What};
use caseport_domain::actor::{Level, Person};
use caseport_domain::id::{AccessRequestId, UserId};
use caseport_domain::input::Flaws;
use caseport_domain::person::Language;
use caseport_domain::records::Typed;
use jiff::Timestamp;
use serde::Serialize;

/// A request.
#[derive(Clone, Debug, Serialize)]
pub struct RequestView {
    /// Its identifier.
    pub id: AccessRequestId,
    /// Where it stands.
    pub standing: Standing,
    /// Name of who asks.
    pub who: String,
    /// What is asked for.
    #[serde(flatten)]
    pub asks: Asks,
    /// When it was made.
    pub asked_at: Timestamp,
    /// By when it has to be decided.
    pub due_at: Timestamp,
    /// Whether that has passed.
    pub overdue: bool,
    /// What was asked and is not answered yet.
    pub question: Option<String>,
    /// Everything that happened to it.
    pub steps: Vec<StepView>,
}

/// What is asked for.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asks {
    /// Another level.
    Level {
        /// Name of the company.
        company: String,
        /// The level they have.
        has: Level,
        /// The level they ask for.
        wants: Level,
    },
    /// A login.
    Login {
        /// Where mail reaches them.
        email: String,
        /// Their language.
        language: Language,
        /// For whom.
        pairs: Vec<Pair>,
    },
}

/// Something that happened to a request.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// When.
    pub at: Timestamp,
    /// Name of who did it.
    pub by: Option<String>,
    /// Code of what.
    pub step: &'static str,
    /// What was said with it.
    pub text: Option<String>,
}

/// A request of somebody else's that a prime contact was to confirm, as far as it is theirs: who asked for what, when they were
/// asked, and what they answered. Why it was asked for and what became of it is others'.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmationView {
    /// Name of who asks.
    pub who: String,
    /// What is asked for.
    #[serde(flatten)]
    pub asks: Asks,
    /// What the prime contact was asked and answered.
    pub steps: Vec<StepView>,
}

impl Asks {
    fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Level { company_name, has, wants, .. } => {
                Self::Level { company: company_name.clone(), has: *has, wants: *wants }
            }
            Subject::Login { email, language, pairs, .. } => {
                Self::Login { email: email.to_string(), language: *language, pairs: pairs.clone() }
            }
        }
    }
}

impl StepView {
    /// A step, with what was said unless that is withheld.
    fn of(step: &Step, sees: bool) -> Self {
        Self {
            at: step.at,
            by: step.by.as_ref().map(|by| by.name.clone()),
            step: step.what.code(),
            text: step.what.text().filter(|_| sees).map(ToString::to_string),
        }
    }
}

impl ConfirmationView {
    /// What of a request is this prime contact's.
    #[must_use]
    pub fn of(request: &AccessRequest, prime: &UserId) -> Self {
        let is_theirs = |step: &&Step| match &step.what {
            What::PrimeAsked { prime: asked } => asked.id == *prime,
            What::Confirmed | What::Denied { .. } => step.by.as_ref().is_some_and(|by| by.id == *prime),
            _ => false,
        };
        let steps = request.steps.iter().filter(is_theirs);
        Self {
            who: request.who().to_owned(),
            asks: Asks::of(&request.subject),
            steps: steps.map(|step| StepView::of(step, true)).collect(),
        }
    }
}

impl RequestView {
    fn new(request: &AccessRequest, now: Timestamp, sees: impl Fn(&What) -> bool) -> Self {
        let steps = request.steps.iter().map(|step| StepView::of(step, sees(&step.what)));
        Self {
            id: request.id.clone(),
            standing: request.standing(),
            who: request.who().to_owned(),
            asks: Asks::of(&request.subject),
            asked_at: request.asked_at(),
            due_at: request.due_at,
            overdue: request.is_overdue(now),
            question: request.question().map(ToString::to_string),
            steps: steps.collect(),
        }
    }

    /// As whoever made it sees it: not why their prime contact did not agree, which was told to the vendor.
    #[must_use]
    pub fn for_requester(request: &AccessRequest, now: Timestamp) -> Self {
        Self::new(request, now, |what| !matches!(what, What::Denied { .. }))
    }

    /// As an administrator sees it: all of it.
    #[must_use]
    pub fn for_admin(request: &AccessRequest, now: Timestamp) -> Self {
        Self::new(request, now, |_| true)
    }

    /// What it looks like.
    pub(crate) const fn look(&self) -> &'static str {
        match self.standing {
            Standing::Open => "is-open",
            Standing::WaitsForPrime | Standing::WaitsForAnswer => "is-waiting-for-customer",
            Standing::Granted | Standing::AwaitsContact => "is-solution-proposed",
            Standing::Refused | Standing::Withdrawn => "is-closed",
        }
    }
}

/// Something that an administrator does with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// Ask whoever asks for more.
    AskMore,
    /// Have the prime contact confirm it.
    AskPrime,
    /// Grant it.
    Grant,
    /// Refuse it; of a login that was granted: make no contact.
    Refuse,
}

impl Deed {
    /// The stem of its form's identifiers.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::AskMore => "ask-more",
            Self::AskPrime => "ask-prime",
            Self::Grant => "grant",
            Self::Refuse => "refuse",
        }
    }
}

/// Where a contact is added to a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactForm {
    /// The company's identifier.
    pub company: String,
    /// Its name.
    pub name: String,
    /// The address of the form, with what it is filled in with.
    pub address: String,
}

impl ContactForm {
    fn of(request: &AccessRequest, company: &Typed) -> Option<Self> {
        let Subject::Login { name, email, language, .. } = &request.subject else { return None };
        let filled = [
            ("add", "contacts"),
            ("name", name.as_str()),
            ("email", email.as_str()),
            ("language", language.code()),
        ];
        let (id, query) = (company.text("id"), serde_html_form::to_string(filled).ok()?);
        let address = format!("/companies/{id}?{query}#contact-form");
        Some(Self { company: id, name: company.text("name"), address })
    }
}

/// A request, with what an administrator can do with it.
#[derive(Clone, Debug, Serialize)]
pub struct AccessRequestPage {
    /// The request.
    #[serde(flatten)]
    pub request: RequestView,
    /// What can be done with it now.
    pub actions: Vec<Deed>,
    /// Name of the company's prime contact, if anybody was named.
    pub prime: Option<String>,
    /// Where the company is found that a login which was granted is made in.
    pub make_contact: Option<String>,
    /// Of the companies that may be the one, the form for a contact, filled in with what was asked for.
    pub contact_forms: Vec<ContactForm>,
    #[serde(skip)]
    pub(crate) tried: Option<Deed>,
    #[serde(skip)]
    pub(crate) text: String,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    #[serde(skip)]
    pub(crate) refused: Option<Refused>,
}

impl AccessRequestPage {
    /// The page of a request, whose company has this prime contact.
    #[must_use]
    pub fn new(request: &AccessRequest, prime: Option<&Person>, now: Timestamp) -> Self {
        let mut actions = Vec::new();
        if request.standing().is_open() {
            let requester = request.requester();
            let can_ask_prime = prime.is_some_and(|prime| request.can_ask_prime(prime, now).is_ok());
            let can_grant = matches!(request.verdict(), None | Some(Some(true)));
            let can_ask_more = requester.is_some() && request.question().is_none();
            let all = [
                (Deed::Grant, can_grant),
                (Deed::Refuse, true),
                (Deed::AskPrime, can_ask_prime),
                (Deed::AskMore, can_ask_more),
            ];
            actions.extend(all.into_iter().filter_map(|(deed, can)| can.then_some(deed)));
        } else if request.standing() == Standing::AwaitsContact {
            actions.push(Deed::Refuse);
        }
        Self {
            request: RequestView::for_admin(request, now),
            actions,
            prime: prime.map(|prime| prime.name.clone()),
            make_contact: make_contact(request),
            contact_forms: Vec::new(),
            tried: None,
            text: String::new(),
            flaws: Flaws::default(),
            refused: None,
        }
    }

    /// The page with the companies that may be the one that a login which was granted is made in.
    #[must_use]
    pub fn in_companies(mut self, request: &AccessRequest, companies: &[Typed]) -> Self {
        let form = |company: &Typed| ContactForm::of(request, company);
        self.contact_forms = companies.iter().filter_map(form).collect();
        self
    }

    /// The page again, after something could not be done.
    #[must_use]
    pub fn again(mut self, deed: Deed, text: String, flaws: Flaws, refused: Option<Refused>) -> Self {
        (self.tried, self.text, self.flaws, self.refused) = (Some(deed), text, flaws, refused);
        self
    }

    pub(crate) fn path(&self) -> String {
        format!("/access/requests/{}", self.request.id)
    }

    pub(crate) fn prime_name(&self) -> &str {
        self.prime.as_deref().unwrap_or_default()
    }

    /// Whether a login was granted that is yet to be made.
    pub(crate) fn awaits_contact(&self) -> bool {
        self.request.standing == Standing::AwaitsContact
    }

    pub(crate) fn can(&self, deed: Deed) -> bool {
        self.actions.contains(&deed)
    }

    /// What was typed into the form of this deed.
    pub(crate) fn typed(&self, deed: Deed) -> &str {
        if self.tried == Some(deed) { &self.text } else { "" }
    }

    /// What is wrong in the form of this deed.
    pub(crate) fn wrong(&self, deed: Deed) -> Flaws {
        if self.tried == Some(deed) { self.flaws.clone() } else { Flaws::default() }
    }
}

fn make_contact(request: &AccessRequest) -> Option<String> {
    let Subject::Login { pairs, .. } = &request.subject else { return None };
    let name = pairs.first().filter(|_| request.standing() == Standing::AwaitsContact)?.end_user.as_str();
    Some(format!("/companies?{}", serde_html_form::to_string([("name", name)]).ok()?))
}

crate::page!(AccessRequestPage, "access/request.html");

/// The page behind the link that a prime contact was mailed. Its forms post `link`, `decision`
/// and `text` to `/access/confirm`.
#[derive(Clone, Debug, Serialize)]
pub struct PrimePage {
    /// The request; none once the link has been used, or has run out.
    pub request: Option<RequestView>,
    /// The link's token.
    #[serde(skip)]
    pub(crate) link: String,
    /// What was said a moment ago.
    pub confirmed: Option<bool>,
    #[serde(skip)]
    pub(crate) text: String,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// What the prime contact said.
pub(crate) enum Said<'a> {
    /// Nothing yet.
    NotYet(&'a RequestView),
    /// They confirmed it.
    Yes,
    /// They did not agree.
    No,
    /// Nothing, and it is too late.
    Gone,
}

impl PrimePage {
    /// The page of a request to be confirmed.
    #[must_use]
    pub fn new(request: &AccessRequest, link: &str, now: Timestamp) -> Self {
        Self {
            request: Some(RequestView::for_requester(request, now)),
            link: link.to_owned(),
            confirmed: None,
            text: String::new(),
            flaws: Flaws::default(),
        }
    }

    /// The page of a link that leads nowhere any more.
    #[must_use]
    pub fn gone() -> Self {
        Self {
            request: None,
            link: String::new(),
            confirmed: None,
            text: String::new(),
            flaws: Flaws::default(),
        }
    }

    /// The page after the prime contact has answered.
    #[must_use]
    pub fn answered(confirmed: bool) -> Self {
        Self { confirmed: Some(confirmed), ..Self::gone() }
    }

    pub(crate) const fn state(&self) -> Said<'_> {
        match (self.confirmed, &self.request) {
            (Some(true), _) => Said::Yes,
            (Some(false), _) => Said::No,
            (None, None) => Said::Gone,
            (None, Some(request)) => Said::NotYet(request),
        }
    }

    /// The page again, with what was typed and what is wrong with it.
    #[must_use]
    pub fn again(self, text: String, flaws: Flaws) -> Self {
        Self { text, flaws, ..self }
    }
}

crate::page!(PrimePage, "access/prime.html");
