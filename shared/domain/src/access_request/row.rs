//! A request as a line of the administrators' queue.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{AccessRequest, Standing, Subject};
use crate::actor::Level;
use crate::id::AccessRequestId;

/// A request as a line of the administrators' queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRow {
    /// Its identifier.
    pub id: AccessRequestId,
    /// Name of who asks.
    pub who: String,
    /// Name of their company.
    pub company: String,
    /// The level they ask for; none for a login.
    pub wants: Option<Level>,
    /// Where it stands.
    pub standing: Standing,
    /// When it was made.
    pub asked_at: Timestamp,
    /// By when it has to be decided.
    pub due_at: Timestamp,
}

impl AccessRequest {
    /// It as a line of the queue.
    #[must_use]
    pub fn row(&self) -> AccessRow {
        let (company, wants) = match &self.subject {
            Subject::Level { company_name, wants, .. } => (company_name.clone(), Some(*wants)),
            Subject::Login { pairs, .. } => {
                (pairs.first().map(|pair| pair.end_user.to_string()).unwrap_or_default(), None)
            }
        };
        AccessRow {
            id: self.id.clone(),
            who: self.who().to_owned(),
            company,
            wants,
            standing: self.standing(),
            asked_at: self.asked_at(),
            due_at: self.due_at,
        }
    }
}
