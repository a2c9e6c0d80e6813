//! What people have begun to write and not sent yet, with the company they write it for.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::builders::PutBuilder;
use aws_sdk_dynamodb::types::{Delete, Put};
use caseport_domain::actor::Actor;
use caseport_domain::case::Case;
use caseport_domain::draft::{Draft, Place};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_keys::{self as keys, Key};
use jiff::Timestamp;

use crate::error::StoreError;
use crate::item::{Item, item, n, read, s};
use crate::table::{Store, all};
use crate::transaction::Transaction;

/// A draft that a step sends: it goes with the step, if it is still this version of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What it is of.
    pub place: Place,
    /// The version that was sent.
    pub version: u64,
}

/// Where an actor's draft is.
fn key_of(actor: &Actor, place: Place) -> Key {
    keys::draft(&actor.person().id, actor.company(), place)
}

impl Transaction<'_> {
    /// Saves an actor's draft in the place of this version, or with 0 where there is none.
    #[must_use]
    pub fn save_draft(self, actor: &Actor, draft: &Draft, before: u64) -> Self {
        let item = item(key_of(actor, draft.place), draft).map(|mut item| {
            item.insert(keys::EXPIRES_AT.into(), n(draft.expires_at().as_second()));
            item
        });
        self.put(after(before, draft.saved_at), item)
    }

    /// Discards an actor's draft, which must be there.
    #[must_use]
    pub fn discard_draft(self, actor: &Actor, place: Place) -> Self {
        self.delete(key_of(actor, place))
    }

    /// Takes away the draft that is sent. Where there is a later version the condition fails; none at all is fine.
    pub(crate) fn send_draft(self, actor: &Actor, sent: Sent) -> Self {
        let delete = Delete::builder()
            .condition_expression("attribute_not_exists(pk) OR #version = :version")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", n(sent.version));
        self.delete_if(key_of(actor, sent.place), delete)
    }
}

/// The condition of a save: that the version before is there, or none that has not expired.
fn after(before: u64, now: Timestamp) -> PutBuilder {
    match before {
        0 => Put::builder()
            .condition_expression("attribute_not_exists(pk) OR #expires <= :now")
            .expression_attribute_names("#expires", keys::EXPIRES_AT)
            .expression_attribute_values(":now", n(now.as_second())),
        before => Put::builder()
            .condition_expression("#version = :version")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", n(before)),
    }
}

impl Store {
    /// An actor's draft, if it is still kept. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn draft(
        &self,
        actor: &Actor,
        place: Place,
        now: Timestamp,
    ) -> Result<Option<Draft>, StoreError> {
        let draft: Option<Draft> = self.get(key_of(actor, place)).await?;
        Ok(draft.filter(|draft| draft.is_kept(now)))
    }

    /// Those of an actor's drafts of these places that are still kept. No AWS call for none, one `GetItem` for one, one
    /// `BatchGetItem` for more.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn drafts_of(
        &self,
        actor: &Actor,
        places: &[Place],
        now: Timestamp,
    ) -> Result<Vec<Draft>, StoreError> {
        let mut drafts: Vec<Draft> = match places {
            [] => Vec::new(),
            [place] => self.draft(actor, *place, now).await?.into_iter().collect(),
            places => {
                self.batch(&places.iter().map(|place| key_of(actor, *place)).collect::<Vec<_>>()).await?
            }
        };
        drafts.retain(|draft| draft.is_kept(now));
        Ok(drafts)
    }

    /// An actor's drafts that are still kept, in the company they act for, the last saved first. One `Query` per megabyte.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn drafts(&self, actor: &Actor, now: Timestamp) -> Result<Vec<Draft>, StoreError> {
        let (pk, begins) = (keys::drafts(&actor.person().id), keys::drafts_in(actor.company()));
        let query = || {
            self.client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND begins_with(sk, :begins)")
                .expression_attribute_values(":pk", s(&pk))
                .expression_attribute_values(":begins", s(&begins))
                .consistent_read(true)
        };
        kept(all(query).await?, now)
    }

    /// All drafts of a person that are still kept, in whatever company, the last saved first. One `Query` per megabyte.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn all_drafts(&self, user: &UserId, now: Timestamp) -> Result<Vec<Draft>, StoreError> {
        kept(self.items(keys::drafts(user)).await?, now)
    }

    /// The cases that these drafts are written to, as far as there are such, in no order. One `BatchGetItem` if there are any.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn cases_of(&self, drafts: &[Draft]) -> Result<Vec<Case>, StoreError> {
        let numbers: BTreeSet<CaseNumber> = drafts.iter().filter_map(|draft| draft.place.case()).collect();
        self.cases(&numbers.into_iter().collect::<Vec<_>>()).await
    }
}

fn kept(items: Vec<Item>, now: Timestamp) -> Result<Vec<Draft>, StoreError> {
    let mut drafts: Vec<Draft> = items.into_iter().map(read).collect::<Result<_, _>>()?;
    drafts.retain(|draft| draft.is_kept(now));
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.saved_at));
    Ok(drafts)
}
