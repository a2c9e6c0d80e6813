//! What saving a record takes, of whatever kind it is.

use caseport_domain::actor::Actor;
use caseport_domain::audit::Entry;
use caseport_domain::contract::Product;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::records::{Kind, Typed};
use caseport_pages::Done;
use caseport_pages::records::{RecordForm, RecordPage, Trail};
use caseport_store::{Committed, Permit, Store, StoreError, Transaction};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode, is_written};
use jiff::Timestamp;
use serde::Serialize;

/// How many changes are shown.
const CHANGES: u8 = 50;

/// What changed of a record, before the place that the address names (`?before=`). One `Query`.
pub async fn trail(store: &Store, request: &Request, kind: &str, id: &str) -> Result<Trail, Failure> {
    let before = request.query("before");
    let part = store.trail_part(kind, id, CHANGES, before).await?;
    Ok(Trail::part(part.entries, before, part.older))
}

/// How often a write is tried that met another one on its way.
pub const TRIES: usize = 4;

/// Who saves what, and when: what every write of one request shares.
#[derive(Clone, Copy, Debug)]
pub struct Saving<'a> {
    /// The table.
    pub store: &'a Store,
    /// Who saves.
    pub permit: Permit<'a>,
    /// When.
    pub now: Timestamp,
    request: &'a Request,
}

impl<'a> Saving<'a> {
    /// By who asks, now.
    pub fn new(store: &'a Store, request: &'a Request) -> Result<Self, Failure> {
        Ok(Self { store, permit: request.permit()?, now: request.now(), request })
    }

    /// Something that tells entries of one instant apart.
    pub fn nonce(&self) -> String {
        self.request.portal().random.id()
    }

    /// What the audit trail says: how the fields of a record became others. `place` is put before their names.
    pub fn entry(&self, kind: Kind, what: &str, place: &str, from: &Typed, to: &Typed) -> Entry {
        let actor: &Actor = self.permit.actor;
        let entry = Entry::new(self.now, actor.author(), &format!("{}-{what}", kind.code()));
        let changes = from.differences(to, kind.fields());
        changes.fold(entry, |entry, (field, from, to)| entry.with(&format!("{place}{field}"), &from, &to))
    }
}

/// Writes what changes a record; `false` if that is not as it was read. One `TransactWriteItems`, and up to four while others
/// write to the same items.
///
/// # Errors
/// [`Failure::SignedOut`]; [`Failure::Outdated`] when others were at the same items again and again.
pub async fn commit(transaction: Transaction<'_>) -> Result<bool, Failure> {
    written(&transaction.commit_in_turn().await?)
}

fn written(committed: &Committed) -> Result<bool, Failure> {
    match committed {
        Committed::Conflict => Err(Failure::Outdated),
        committed => is_written(committed),
    }
}

/// A form of a record, as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Its fields.
    pub typed: Typed,
    /// The revision it was made from; none for a new record.
    pub revision: Option<u32>,
    /// Whether the record is to be removed.
    pub remove: bool,
}

impl Sent {
    /// The form that a request carries. That of a change says the revision it was made from.
    pub fn of(request: &Request, kind: Kind, changes: bool, flaws: &mut Flaws) -> Result<Self, Failure> {
        let typed: Typed = request.input()?;
        let own = kind.fields().iter().copied().filter(|name| !changes || *name != "id");
        let mut accepted: Vec<&str> = own.collect();
        if changes {
            accepted.push("revision");
        }
        let is_removable = changes && kind.is_removable();
        if is_removable {
            accepted.push("remove");
        }
        typed.check(&accepted, flaws);
        let revision = if changes { flaws.take("revision", revision(&typed)) } else { None };
        let remove = is_removable && typed.get("remove") == "yes";
        Ok(Self { typed: typed.without("revision").without("remove"), revision, remove })
    }
}

/// The revision that a form was made from.
pub fn revision(typed: &Typed) -> Result<u32, Flaw> {
    match typed.get("revision") {
        "" => Err(Flaw::Required),
        text => text.parse().map_err(|_| Flaw::WrongType),
    }
}

/// What a write is answered with, as JSON.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt<'a> {
    /// The record's identifier.
    pub id: &'a str,
    /// Its revision now.
    pub revision: u32,
}

/// The answer to a record that was added: `address` is where it can be seen.
pub fn added(request: &Request, address: &str, receipt: &Receipt<'_>) -> Outcome {
    if request.wants_json() {
        return Ok(Answer::created(address, receipt)?);
    }
    Ok(Answer::see(&format!("{address}?done={}", Done::Saved.code())))
}

/// The answer to a record that was changed: `status` is that of JSON.
pub fn changed(
    request: &Request,
    status: StatusCode,
    address: &str,
    done: Done,
    receipt: &Receipt<'_>,
) -> Outcome {
    if request.wants_json() {
        return Ok(Answer::json(status, receipt)?);
    }
    Ok(Answer::see(&format!("{address}?done={}", done.code())))
}

/// The answer to a form with flaws: for a person the form as they filled it in.
pub fn wrong(request: &Request, form: RecordForm, flaws: Flaws) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Flaws(flaws));
    }
    request.show(StatusCode::UNPROCESSABLE_ENTITY, &RecordPage(form.again(flaws)))
}

/// The answer to a change of what somebody else has changed meanwhile: for a person the form as they filled it in, beside
/// what is stored now.
pub fn overtaken(request: &Request, form: RecordForm, stored: Typed, revision: u32) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Outdated);
    }
    request.show(StatusCode::CONFLICT, &RecordPage(form.overtaken_by(stored, revision)))
}

/// All products, by name. One `Query`.
pub async fn products(store: &Store) -> Result<Vec<Product>, StoreError> {
    Ok(store.products().await?.into_iter().map(|product| product.record).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever meets another write at the same items is not told that somebody else has the identifier.
    #[test]
    fn a_conflict_is_no_identifier_that_is_taken() {
        assert!(matches!(written(&Committed::Done), Ok(true)));
        assert!(matches!(written(&Committed::Failed(vec![0])), Ok(false)));
        assert!(matches!(written(&Committed::Conflict), Err(Failure::Outdated)));
        assert!(matches!(written(&Committed::NoPermit), Err(Failure::SignedOut)));
    }
}
