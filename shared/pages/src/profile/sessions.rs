//! Where one is signed in.

use caseport_domain::agent::Agent;
use caseport_domain::id::SessionId;
use caseport_i18n::Tr;
use jiff::Timestamp;
use serde::Serialize;

/// Where one is signed in.
#[derive(Clone, Debug, Serialize)]
pub struct Sessions {
    /// The sessions, the newest first.
    pub sessions: Vec<SessionLine>,
}

/// A session.
#[derive(Clone, Debug, Serialize)]
pub struct SessionLine {
    /// Its identifier.
    pub id: SessionId,
    /// What signed in.
    #[serde(flatten)]
    pub agent: Agent,
    /// When it began.
    pub begun_at: Timestamp,
    /// When it was last used, to a quarter of an hour.
    pub last_used_at: Timestamp,
    /// When it ends by itself.
    pub ends_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

impl Sessions {
    /// The page of these.
    #[must_use]
    pub const fn new(sessions: Vec<SessionLine>) -> Self {
        Self { sessions }
    }
}

impl SessionLine {
    /// What signed in, in words.
    pub(crate) fn what(&self, tr: Tr) -> String {
        signed_in(&self.agent, tr)
    }
}

/// What signed in, in words.
pub(super) fn signed_in(Agent { browser, system }: &Agent, tr: Tr) -> String {
    match (browser.is_empty(), system.is_empty()) {
        (true, true) => tr.t("session-unknown").into_owned(),
        (false, true) => browser.clone(),
        (true, false) => system.clone(),
        (false, false) => {
            let args = [("browser", browser.as_str().into()), ("system", system.as_str().into())];
            tr.t_with("session-what", &args)
        }
    }
}

crate::page!(Sessions, "profile/sessions.html");
