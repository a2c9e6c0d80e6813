//! The page that says why there is nothing else to see.

use caseport_domain::access_request;
use caseport_domain::case::Refused;
use caseport_domain::policy::Denied;
use caseport_domain::sign_in::Must;
use serde::Serialize;

use crate::kept::KeptForm;

/// The page that says why there is nothing else to see, and what to do.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// The HTTP status.
    pub status: u16,
    /// What support can find the request by.
    pub request_id: String,
    /// Why more exactly, as a code.
    pub code: Option<&'static str>,
    #[serde(skip)]
    reason: Option<Reason>,
    #[serde(skip)]
    pub(crate) must: Option<Must>,
    /// What was typed and has not been sent.
    #[serde(skip)]
    pub(crate) kept: Option<KeptForm>,
}

#[derive(Clone, Copy, Debug)]
enum Reason {
    Denied(Denied),
    Refused(Refused),
    Access(access_request::Refused),
    Failed(&'static str),
}

impl Notice {
    /// The page of an HTTP status.
    #[must_use]
    pub fn new(status: u16, request_id: impl Into<String>) -> Self {
        let request_id = request_id.into();
        Self { status, request_id, code: None, reason: None, must: None, kept: None }
    }

    /// The page with what was typed and has not been sent, to be copied.
    #[must_use]
    pub fn keeping(self, kept: Option<KeptForm>) -> Self {
        Self { kept, ..self }
    }

    /// The page of an HTTP status that leads to what must be done first.
    #[must_use]
    pub fn held(self, must: Must) -> Self {
        Self { must: Some(must), ..self.failed(must.code()) }
    }

    /// The page of an HTTP status that says what the policy says.
    #[must_use]
    pub fn denied(mut self, denied: Denied) -> Self {
        self.code = Some(denied.code());
        self.reason = Some(Reason::Denied(denied));
        self
    }

    /// The page of an HTTP status that says what the rule book says.
    #[must_use]
    pub fn refused(mut self, refused: Refused) -> Self {
        self.code = Some(refused.code());
        self.reason = Some(Reason::Refused(refused));
        self
    }

    /// The page of an HTTP status that says why a request for access does not allow it.
    #[must_use]
    pub fn access_refused(mut self, refused: access_request::Refused) -> Self {
        self.code = Some(refused.code());
        self.reason = Some(Reason::Access(refused));
        self
    }

    /// The page of an HTTP status that says what a failure of this kind calls for.
    #[must_use]
    pub fn failed(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self.reason = Some(Reason::Failed(code));
        self
    }

    pub(crate) fn title(&self, tr: caseport_i18n::Tr) -> std::borrow::Cow<'static, str> {
        match self.reason {
            Some(Reason::Failed(code)) => tr.failure(code, self.status).0,
            _ => tr.problem(self.status).0,
        }
    }

    /// The sentence under the title.
    pub(crate) fn advice(&self, tr: caseport_i18n::Tr) -> std::borrow::Cow<'static, str> {
        match self.reason {
            None => tr.problem(self.status).1,
            Some(Reason::Denied(denied)) => tr.denied(denied),
            Some(Reason::Refused(refused)) => tr.refused(refused),
            Some(Reason::Access(refused)) => tr.access_refused(refused),
            Some(Reason::Failed(code)) => tr.failure(code, self.status).1,
        }
    }
}

crate::page!(Notice, "notice.html");
