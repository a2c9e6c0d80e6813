//! Bringing a case back to work that waits: for its customer to answer, or for a day (A2, A3).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::decide::Refused;
use crate::case::event::Happened;
use crate::case::snapshot::{Case, Status};
use crate::text::Message;

/// What an engineer takes back to go on with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakenBack {
    /// The question that the customer was to answer.
    Question,
    /// The day that work was planned for.
    Plan(Date),
    /// The solution that the customer was to approve or refuse.
    Solution,
}

impl TakenBack {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Plan(_) => "plan",
            Self::Solution => "solution",
        }
    }

    /// The day that was planned, if it is a plan.
    #[must_use]
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Plan(on) => Some(on),
            Self::Question | Self::Solution => None,
        }
    }
}

impl Case {
    /// What the case waits for and an engineer can take back; nothing where it is their own turn already.
    #[must_use]
    pub const fn waits_for(&self) -> Option<TakenBack> {
        match (self.status, self.planned_on) {
            (Status::WaitingForCustomer, _) => Some(TakenBack::Question),
            (Status::Planned, Some(on)) => Some(TakenBack::Plan(on)),
            (Status::SolutionProposed, _) => Some(TakenBack::Solution),
            (Status::Open | Status::InProgress | Status::Planned | Status::Closed, _) => None,
        }
    }
}

/// What resuming the case makes happen, with what the customer is told of it, if anything.
pub(super) fn resumed(case: &Case, text: Option<Message>) -> Result<Happened, Refused> {
    match case.waits_for() {
        Some(taken_back) => Ok(Happened::Resumed { taken_back, text }),
        None if case.is_closed() => Err(Refused::Closed),
        None => Err(Refused::NotWaiting),
    }
}
