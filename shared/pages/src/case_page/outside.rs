//! Who follows the case from outside, or is asked to.

use caseport_domain::case::{OutsideAddress, Standing};
use caseport_domain::id::UserId;
use caseport_domain::notice::Role;
use caseport_domain::policy::Seat;
use jiff::Timestamp;
use serde::Serialize;

use super::CasePage;

/// Somebody outside who follows the case, or is asked to. Who may take them off posts `outsider` to
/// `/cases/{number}/observers/removal`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutsiderView<'a> {
    /// Their identifier, good in this case only.
    pub id: &'a UserId,
    /// Their address.
    pub email: &'a str,
    /// Whether they confirmed: who did not is mailed nothing.
    pub is_confirmed: bool,
    /// Until when they can.
    pub until: Option<Timestamp>,
}

impl<'a> CasePage<'a> {
    /// The page with those who follow the case from outside or are asked to, at these addresses.
    #[must_use]
    pub fn outside(mut self, seat: &'a Seat<'_>, addresses: &'a [OutsideAddress], now: Timestamp) -> Self {
        let address = |id: &UserId| {
            let found = addresses.iter().find(|address| address.outsider == *id);
            found.map(|address| address.email.as_str())
        };
        let views = seat.case().outsiders_at(now).filter_map(|outsider| {
            let until = match outsider.standing {
                Standing::Until(until) => Some(until),
                Standing::Follows(_) => None,
            };
            let is_confirmed = outsider.is_confirmed();
            Some(OutsiderView { id: &outsider.id, email: address(&outsider.id)?, is_confirmed, until })
        });
        self.outsiders = views.collect();
        for mail in self.mails.iter_mut().filter(|mail| mail.role == Role::Outsider) {
            mail.to = address(mail.id).unwrap_or_default();
        }
        self
    }
}
