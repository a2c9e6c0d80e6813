//! What an engineer marks a case with: what becomes of it, how much it matters, what it is filed by.

use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::case::decide::Refused;
use crate::case::details::Details;
use crate::case::event::Happened;
use crate::case::priority::{Matrix, Priority};
use crate::case::snapshot::{Case, Impact, Urgency};
use crate::text::{Message, Reason};

/// What an engineer marks a case with. None of it changes whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Escalate it to research and development.
    Escalate {
        /// What the customer is told of it.
        text: Message,
        /// What comes with it.
        attachments: Vec<Attachment>,
    },
    /// End the escalation.
    EndEscalation {
        /// What the customer is told of it.
        text: Message,
        /// What comes with it.
        attachments: Vec<Attachment>,
    },
    /// Provide a workaround.
    WorkAround {
        /// How the customer can go on meanwhile.
        text: Message,
        /// What comes with it.
        attachments: Vec<Attachment>,
    },
    /// Say that it is an outage.
    DeclareOutage,
    /// Say that the outage is over.
    EndOutage,
    /// Say anew how many it touches and how soon it must be dealt with, which gives it a priority.
    Classify {
        /// How many it touches.
        impact: Impact,
        /// How soon it must be dealt with.
        urgency: Urgency,
        /// What these come to.
        matrix: Matrix,
    },
    /// Give it another priority than the matrix does.
    Prioritize {
        /// Which.
        priority: Priority,
        /// Why.
        reason: Reason,
    },
    /// Say what it is filed by.
    Detail(Details),
}

/// What a case is marked with, as lists show it and are filtered by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marked {
    /// It is an outage, or was one when it was closed.
    Outage,
    /// It is escalated to research and development.
    Escalated,
    /// A workaround was provided.
    Workaround,
}

impl Marked {
    /// All of them, as lists show them.
    pub const ALL: [Self; 3] = [Self::Outage, Self::Escalated, Self::Workaround];
}

impl Mark {
    /// What this makes happen. A closed case can be filed otherwise, and nothing else.
    ///
    /// # Errors
    /// Why it cannot, as the case stands now.
    pub(super) fn decide(self, case: &Case) -> Result<Happened, Refused> {
        if case.is_closed() && !matches!(self, Self::Detail(_)) {
            return Err(Refused::Closed);
        }
        match self {
            Self::Escalate { text, attachments } => match case.escalated_at {
                None => Ok(Happened::Escalated { text, attachments }),
                Some(_) => Err(Refused::AlreadyEscalated),
            },
            Self::EndEscalation { text, attachments } => match case.escalated_at {
                Some(_) => Ok(Happened::EscalationEnded { text, attachments }),
                None => Err(Refused::NotEscalated),
            },
            Self::WorkAround { text, attachments } => Ok(Happened::WorkaroundProvided { text, attachments }),
            Self::DeclareOutage => match case.outage_since {
                None => Ok(Happened::OutageDeclared),
                Some(_) => Err(Refused::AlreadyOutage),
            },
            Self::EndOutage => match case.outage_since {
                Some(_) => Ok(Happened::OutageEnded),
                None => Err(Refused::NoOutage),
            },
            Self::Classify { impact, urgency, matrix } => {
                let priority = matrix.of(impact, urgency);
                let by_hand = case.given.is_some_and(|given| given.by_hand);
                let same = (case.impact, case.urgency, case.priority()) == (impact, urgency, priority);
                if same && !by_hand {
                    return Err(Refused::Unchanged);
                }
                Ok(Happened::Classified { impact, urgency, priority })
            }
            Self::Prioritize { priority, .. } if case.priority() == priority => Err(Refused::Unchanged),
            Self::Prioritize { priority, reason } => Ok(Happened::Prioritized { priority, reason }),
            Self::Detail(details) if details == case.details => Err(Refused::Unchanged),
            Self::Detail(details) => Ok(Happened::Detailed { details }),
        }
    }
}

impl Case {
    /// What it is marked with.
    #[must_use]
    pub fn marks(&self) -> Vec<Marked> {
        let is_marked = |mark: &Marked| match mark {
            Marked::Outage => self.outage_since.is_some(),
            Marked::Escalated => self.escalated_at.is_some(),
            Marked::Workaround => self.workaround_at.is_some(),
        };
        Marked::ALL.into_iter().filter(is_marked).collect()
    }

    /// Its priority. A case from before priorities were given has the one that a deployment's first matrix gives it.
    #[must_use]
    pub fn priority(&self) -> Priority {
        let first = || Matrix::default().of(self.impact, self.urgency);
        self.given.map_or_else(first, |given| given.priority)
    }
}
