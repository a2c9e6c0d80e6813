//! Why a request is not answered as asked, and what the caller is told instead.

use std::borrow::Cow;

use caseport_domain::access_request;
use caseport_domain::case::Refused;
use caseport_domain::input::{FieldError, Flaw, Flaws};
use caseport_domain::inspection::Verdict;
use caseport_domain::policy::Denied;
use caseport_domain::sign_in::Must;
use caseport_domain::upload_budget::UploadBudget;
use caseport_i18n::Tr;
use caseport_pages::{Continue, KeptForm, Notice, PasswordPage, RulesPage, SignIn, SignInProblem};
use caseport_store::StoreError;
use caseport_store::lists::ListError;
use jiff::{SignedDuration, Timestamp};
use lambda_http::http::header::WWW_AUTHENTICATE;
use lambda_http::http::{HeaderName, Method, StatusCode};
use serde::Serialize;

use crate::answer::Answer;
use crate::input::{FORM, JSON};
use crate::request::Request;

/// What a body may be, told to who sent another (Linked Data Platform 1.0, 7.1).
const ACCEPT_POST: HeaderName = HeaderName::from_static("accept-post");

/// After how long it is worth asking again for a file that is still to be looked at.
const SOON: SignedDuration = SignedDuration::from_secs(10);

/// What a handler comes to.
pub type Outcome = Result<Answer, Failure>;

/// Why a request is not answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nobody is signed in, or not any more.
    #[error("nobody is signed in")]
    SignedOut,
    /// E-mail and password do not go together.
    #[error("e-mail and password do not go together")]
    Credentials,
    /// The password was right, and a second factor is set up: this token goes with its code.
    #[error("a code of the second factor is asked for")]
    CodeRequired(String),
    /// The code of the second factor is not right.
    #[error("the code of the second factor is not right")]
    Code,
    /// The personal access token is none, or has ended.
    #[error("the personal access token is good no more")]
    Token,
    /// The caller must do something else first.
    #[error("something else must be done first")]
    Held(Must),
    /// There were too many tries, until this instant.
    #[error("there were too many tries")]
    Throttled(Timestamp),
    /// The file would be more than one person may upload in a day.
    #[error("the day's uploads are used up")]
    UploadsUsedUp {
        /// How much that is.
        budget: UploadBudget,
        /// When the day ends.
        until: Timestamp,
    },
    /// The request came from another site.
    #[error("the request came from another site")]
    Foreign,
    /// The request came from a page of another time.
    #[error("the form's token is of another time")]
    Stale,
    /// The mailed link has been used, or is too old.
    #[error("the link is good no more")]
    LinkGone,
    /// The contract of the company has ended since its contact registered.
    #[error("the contract has ended")]
    ContractEnded,
    /// Somebody else has the user name that was chosen.
    #[error("somebody else has the user name")]
    NameTaken,
    /// There is a second factor already.
    #[error("there is a second factor already")]
    SecondFactorOn,
    /// There is no such thing, or none that the caller may know of.
    #[error("there is no such thing")]
    NotFound,
    /// The file is not given out.
    #[error("the file is not given out: {}", .0.code())]
    Withheld(Verdict),
    /// The files are more than an archive holds.
    #[error("the files are more than an archive holds")]
    ArchiveTooLarge,
    /// The policy does not allow it.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rule book does not allow it as things stand.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A request for access does not allow it as it stands.
    #[error(transparent)]
    Access(#[from] access_request::Refused),
    /// Fields are wrong.
    #[error("fields are wrong")]
    Flaws(Flaws),
    /// What was to be changed was changed meanwhile.
    #[error("it was changed meanwhile")]
    Outdated,
    /// The idempotency key was used for something else.
    #[error("the idempotency key was used for something else")]
    KeyReused,
    /// The body is neither a form nor JSON.
    #[error("the body is neither a form nor JSON")]
    MediaType,
    /// The body is not JSON.
    #[error("the body is not JSON")]
    NotJson,
    /// The body is larger than is read.
    #[error("the body is too large")]
    TooLarge,
    /// The cursor is not of this list.
    #[error("the cursor is not of this list")]
    Cursor,
    /// Something broke. Its text is for the log only.
    #[error("{0}")]
    Internal(String),
}

/// A problem as RFC 9457 has it.
#[derive(Serialize)]
struct Problem {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// What goes with the code that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    half: Option<String>,
    request_id: String,
}

impl Failure {
    /// The flaw of one field.
    #[must_use]
    pub fn flaw(field: &str, flaw: Flaw) -> Self {
        let mut flaws = Flaws::default();
        flaws.add(field, flaw);
        Self::Flaws(flaws)
    }

    /// Something broke.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }

    /// The status it is answered with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::LinkGone => StatusCode::GONE,
            Self::SignedOut | Self::Credentials | Self::CodeRequired(_) | Self::Code | Self::Token => {
                StatusCode::UNAUTHORIZED
            }
            Self::NotFound | Self::Denied(Denied::Unknown) => StatusCode::NOT_FOUND,
            Self::Foreign
            | Self::Stale
            | Self::Denied(_)
            | Self::Held(_)
            | Self::Withheld(Verdict::Malicious | Verdict::Unscannable) => StatusCode::FORBIDDEN,
            Self::Refused(_)
            | Self::Access(_)
            | Self::KeyReused
            | Self::ContractEnded
            | Self::NameTaken
            | Self::SecondFactorOn
            | Self::Outdated
            | Self::ArchiveTooLarge
            | Self::Withheld(Verdict::Pending | Verdict::Clean) => StatusCode::CONFLICT,
            Self::Flaws(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotJson | Self::Cursor => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Throttled(_) | Self::UploadsUsedUp { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What kind of problem it is, for API clients: the end of the problem's `type`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Credentials => "credentials",
            Self::CodeRequired(_) => "code-required",
            Self::Code => "code",
            Self::Token => "token",
            Self::Held(must) => must.code(),
            Self::Foreign => "foreign",
            Self::Stale => "stale",
            Self::LinkGone => "link-gone",
            Self::ContractEnded => "contract-ended",
            Self::NameTaken => "name-taken",
            Self::SecondFactorOn => "second-factor-on",
            Self::NotFound | Self::Denied(Denied::Unknown) => "not-found",
            Self::Withheld(Verdict::Malicious) => "file-malicious",
            Self::Withheld(Verdict::Unscannable) => "file-unscannable",
            Self::Withheld(_) => "file-pending",
            Self::Denied(_) => "denied",
            Self::Refused(_) | Self::Access(_) => "refused",
            Self::Flaws(_) => "flaws",
            Self::Outdated => "outdated",
            Self::KeyReused => "key-reused",
            Self::MediaType => "media-type",
            Self::NotJson => "not-json",
            Self::Cursor => "cursor",
            Self::TooLarge => "too-large",
            Self::ArchiveTooLarge => "archive-too-large",
            Self::Throttled(_) => "throttled",
            Self::UploadsUsedUp { .. } => "uploads-used-up",
            Self::Internal(_) => "internal",
        }
    }

    /// The answer: a problem for an API client; for a person a page that says what to do, and keeps what
    /// was typed.
    pub(crate) fn answer(&self, request: &Request) -> Result<Answer, serde_json::Error> {
        let tr = Tr::new(request.language());
        if request.wants_json() {
            let problem = self.problem(request, tr);
            let answer = Answer::problem(self.status(), &problem)?;
            return Ok(match self {
                Self::SignedOut => answer.header(WWW_AUTHENTICATE, "Bearer"),
                Self::Throttled(until) | Self::UploadsUsedUp { until, .. } => {
                    answer.retry_at(*until, request.now())
                }
                Self::Withheld(Verdict::Pending) => answer.retry_at(request.now() + SOON, request.now()),
                Self::MediaType => answer.header(ACCEPT_POST, &format!("{JSON}, {FORM}")),
                _ => answer,
            });
        }
        let page = match (self, request.kept().filter(|_| *request.method() == Method::POST)) {
            (Self::SignedOut, _) if request.can_refresh() => {
                return Ok(Answer::pass_on(&format!("/session/refresh?to={}", encoded(&request.address()))));
            }
            (Self::SignedOut, _) if *request.method() == Method::GET => {
                return Ok(Answer::see(&format!("/sign-in?to={}", encoded(&request.address()))));
            }
            (Self::SignedOut, kept) => {
                let page = SignIn::new(None).problem(SignInProblem::SessionEnded, "").keeping(kept);
                request.show(self.status(), &page)
            }
            (Self::Held(must), Some(kept)) if kept.has_typed() => self.held(request, *must, kept),
            (Self::Held(must), _) => return Ok(Answer::see(must.page())),
            // One click sends it again, with a token and a key of this page.
            (Self::Stale | Self::KeyReused, Some(kept)) => request.show(self.status(), &Continue::new(kept)),
            // Another site's form is nobody's text.
            (Self::Foreign, _) => request.show(self.status(), &self.notice(request)),
            (_, kept) => request.show(self.status(), &self.notice(request).keeping(kept)),
        };
        page.or_else(|_| Ok(Answer::see("/")))
    }

    /// The page where something is done that must be done first, which carries what was typed on to be sent then. Setting up a
    /// second factor takes more than one form: what was typed is to be copied.
    fn held(&self, request: &Request, must: Must, kept: KeptForm) -> Outcome {
        match must {
            Must::ChangePassword => {
                request.show(self.status(), &PasswordPage::new(Some(must)).keeping(Some(kept)))
            }
            Must::AcceptRules => {
                request.show(self.status(), &RulesPage::new(None, Some(must)).keeping(Some(kept)))
            }
            Must::SetUpSecondFactor => request.show(self.status(), &self.notice(request).keeping(Some(kept))),
        }
    }

    fn notice(&self, request: &Request) -> Notice {
        let notice = Notice::new(self.status().as_u16(), request.id());
        match self {
            Self::Denied(denied) if *denied != Denied::Unknown => notice.denied(*denied),
            Self::Refused(refused) => notice.refused(*refused),
            Self::Access(refused) => notice.access_refused(*refused),
            Self::Held(must) => notice.held(*must),
            Self::Foreign
            | Self::Stale
            | Self::KeyReused
            | Self::Outdated
            | Self::Cursor
            | Self::ArchiveTooLarge
            | Self::UploadsUsedUp { .. }
            | Self::Withheld(_) => notice.failed(self.code()),
            _ => notice,
        }
    }

    fn problem(&self, request: &Request, tr: Tr) -> Problem {
        let (title, advice) = tr.failure(self.code(), self.status().as_u16());
        let detail = match self {
            Self::Denied(denied) if *denied != Denied::Unknown => tr.denied(*denied),
            Self::Refused(refused) => tr.refused(*refused),
            Self::Access(refused) => tr.access_refused(*refused),
            Self::Credentials => tr.t("sign-in-wrong"),
            Self::UploadsUsedUp { budget, until } => Cow::Owned(used_up(request, tr, *budget, *until)),
            _ => advice,
        };
        let errors = match self {
            Self::Flaws(flaws) => flaws
                .iter()
                .map(|(field, flaw)| FieldError {
                    pointer: format!("/{field}"),
                    code: flaw.code(),
                    detail: tr.flaw(field, flaw),
                    accepted: flaw.accepted().to_vec(),
                })
                .collect(),
            _ => Vec::new(),
        };
        Problem {
            r#type: format!("{}/problems/{}", request.portal().origin, self.code()),
            title: title.into_owned(),
            status: self.status().as_u16(),
            detail: detail.into_owned(),
            errors,
            half: match self {
                Self::CodeRequired(half) => Some(half.clone()),
                _ => None,
            },
            request_id: request.id().to_owned(),
        }
    }
}

/// How much one may upload in a day, and when one may again.
fn used_up(request: &Request, tr: Tr, budget: UploadBudget, until: Timestamp) -> String {
    let args = [
        ("size", tr.size_limit(budget.bytes()).into()),
        ("files", budget.files().into()),
        ("at", tr.moment(until, request.zone()).into()),
    ];
    tr.t_with("uploads-used-up", &args)
}

/// A text as part of a query.
fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::internal(error)
    }
}

impl From<ListError> for Failure {
    fn from(error: ListError) -> Self {
        match error {
            ListError::Cursor(_) => Self::Cursor,
            ListError::Store(error) => error.into(),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}
