//! Cases: read whole, written event by event.

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use caseport_domain::attachment::Attachment;
use caseport_domain::case::chain::Sealed;
use caseport_domain::case::{Case, CaseRow, Event, Happened, OutsideAddress};
use caseport_domain::delivery::Delivery;
use caseport_domain::id::{CaseNumber, UploadId, UserId};
use caseport_domain::inspection::{Inspection, Verdict};
use caseport_domain::throttle::By;
use caseport_domain::wishes::Wish;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::drafts::Sent;
use crate::error::StoreError;
use crate::item::{Item, item, n, read, s, text};
use crate::once::{Once, Receipt};
use crate::table::{Store, all};
use crate::transaction::{Committed, Permit, Transaction};
use caseport_keys as keys;

/// The number before a deployment's first case, so that every number has five digits.
const BEFORE_FIRST: u32 = 10_000;

/// A case with all that happened to it.
#[derive(Clone, Debug)]
pub struct History {
    /// The case.
    pub case: Case,
    /// Its events in their order: all, or as many of the newest as were read.
    pub events: Vec<Sealed>,
    /// The mails about these events.
    pub deliveries: Vec<Delivery>,
    /// What is known of the files that came with these events.
    pub inspections: Vec<Inspection>,
    /// What people chose to be mailed for about it, when its newest part was read.
    pub wishes: Vec<Wish>,
    /// The addresses outside at which people follow it, or are asked to, when its newest part was read.
    pub outside: Vec<OutsideAddress>,
    /// The number of an event before which there are more, for [`Store::earlier`].
    pub earlier: Option<u32>,
}

impl History {
    /// The events as they can be shown.
    ///
    /// # Errors
    /// [`StoreError::Event`] if one cannot be read.
    pub fn read(&self) -> Result<Vec<Event>, StoreError> {
        self.events.iter().map(|sealed| Ok(sealed.read()?)).collect()
    }

    /// The files that came with these events and have no verdict yet, each with the number of its event.
    ///
    /// # Errors
    /// [`StoreError::Event`] if an event cannot be read.
    pub fn without_verdict(&self) -> Result<Vec<(u32, UploadId)>, StoreError> {
        let is_judged = |upload: &UploadId| {
            let mut known = self.inspections.iter().filter(|known| known.upload == *upload);
            known.any(|known| known.verdict != Verdict::Pending)
        };
        let mut files = Vec::new();
        for event in self.read()? {
            let waiting = event.what.attachments().iter().filter(|file| !is_judged(&file.id));
            files.extend(waiting.map(|file| (event.seq, file.id.clone())));
        }
        Ok(files)
    }

    /// What this person chose to be mailed for about it.
    #[must_use]
    pub fn wish_of(&self, user: &UserId) -> Option<&Wish> {
        self.wishes.iter().find(|wish| wish.user == *user)
    }

    /// The address of somebody outside who follows it or is asked to, unless it is struck.
    #[must_use]
    pub fn address_of(&self, outsider: &UserId) -> Option<&str> {
        let address = self.outside.iter().find(|address| address.outsider == *outsider);
        address.map(|address| address.email.as_str())
    }
}

/// One step of a case, to be stored whole or not at all.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// The case after it.
    pub case: &'a Case,
    /// The event that led there, sealed.
    pub event: &'a Sealed,
    /// Who brings the event's attachments, and which.
    pub attachments: Option<(&'a UserId, &'a [Attachment])>,
    /// The caller's idempotency key.
    pub once: Option<&'a Once>,
    /// On what the caller's access token was given; none for the portal itself.
    pub permit: Option<Permit<'a>>,
    /// The caller's draft that it sends.
    pub draft: Option<Sent>,
    /// The address of who is asked, from outside, to follow the case.
    pub email: Option<&'a str>,
}

impl<'a> Step<'a> {
    /// A step that brings nothing but its event, as the portal takes it by itself.
    #[must_use]
    pub const fn new(case: &'a Case, event: &'a Sealed) -> Self {
        Self { case, event, attachments: None, once: None, permit: None, draft: None, email: None }
    }
}

/// What became of a [`Step`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is stored.
    Now,
    /// It was stored before, under the same idempotency key.
    Before(Receipt),
    /// The case has moved on since it was read: read it again and decide again.
    Overtaken,
    /// What the caller may do has changed since their access token was given.
    NoPermit,
    /// An attachment has not arrived, belongs to another case already, or to somebody else.
    NoSuchUpload,
    /// The caller has added one of the people it adds too often today (X14).
    AddedTooOften,
    /// The engineer whom it gives the case to has left (X27).
    EngineerLeft,
}

#[derive(Deserialize)]
struct Counter {
    last: u64,
}

/// A snapshot's item: the case, its list line, its version and erasures for conditions.
#[derive(Serialize, Deserialize)]
struct SnapshotItem {
    version: u32,
    #[serde(default)]
    erasures: u32,
    case: Case,
    /// The list line, as JSON: see [`keys::ROW`].
    row: String,
}

impl Store {
    /// The case as it stands. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn case(&self, number: CaseNumber) -> Result<Option<Case>, StoreError> {
        let snapshot: Option<SnapshotItem> = self.get(keys::snapshot(number)).await?;
        Ok(snapshot.map(|snapshot| snapshot.case))
    }

    /// These cases, as far as there are such, in no order. No AWS call for none, else one `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn cases(&self, numbers: &[CaseNumber]) -> Result<Vec<Case>, StoreError> {
        let keys: Vec<keys::Key> = numbers.iter().map(|number| keys::snapshot(*number)).collect();
        let found: Vec<SnapshotItem> = self.batch(&keys).await?;
        Ok(found.into_iter().map(|snapshot| snapshot.case).collect())
    }

    /// The last case number that was given; zero before the first. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn last_number(&self) -> Result<u64, StoreError> {
        let counter: Option<Counter> = self.get(keys::case_counter()).await?;
        Ok(counter.map_or(0, |counter| counter.last))
    }

    /// The case with the newest megabyte of its history, which is all of it but for the largest cases. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn history(&self, number: CaseNumber) -> Result<Option<History>, StoreError> {
        let answer = self.partition(number).send().await.map_err(StoreError::service("Query"))?;
        History::of(answer.items.unwrap_or_default(), answer.last_evaluated_key.as_ref())
    }

    /// The case with what happened before this event, up to a megabyte of it. One `GetItem` and one `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn earlier(&self, number: CaseNumber, before: u32) -> Result<Option<History>, StoreError> {
        let Some(case) = self.case(number).await? else { return Ok(None) };
        let query = self.newest_first(number).key_condition_expression("pk = :pk AND sk < :before");
        let query = query.expression_attribute_values(":before", s(keys::event(number, before).sk));
        let answer = query.send().await.map_err(StoreError::service("Query"))?;
        let items = answer.items.unwrap_or_default();
        Part::of(items)?.history(case, answer.last_evaluated_key.as_ref()).map(Some)
    }

    /// The event that opened a case, where this part of its history does not reach back to it. No AWS call where it does, else
    /// one `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the event cannot be read.
    pub async fn first_event(&self, history: &History) -> Result<Option<Event>, StoreError> {
        const FIRST: u32 = 1;
        if history.events.iter().any(|sealed| sealed.seq == FIRST) {
            return Ok(None);
        }
        self.event(history.case.number, FIRST).await
    }

    /// An event of a case, by its place in the history. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the event cannot be read.
    pub async fn event(&self, number: CaseNumber, seq: u32) -> Result<Option<Event>, StoreError> {
        let sealed: Option<Sealed> = self.get(keys::event(number, seq)).await?;
        Ok(sealed.as_ref().map(Sealed::read).transpose()?)
    }

    /// The case with its whole history. One `Query` per megabyte.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn whole_history(&self, number: CaseNumber) -> Result<Option<History>, StoreError> {
        History::of(all(|| self.partition(number)).await?, None)
    }

    /// The case with what there is of its history about a file: the event that the file came with, and what is known of it.
    /// One `GetItem` and one `BatchGetItem`, however long the history. Of a file that came before its event was kept with it,
    /// and of one that is no case's, nothing less is read than the whole: one `GetItem`, and one `Query` per megabyte.
    ///
    /// Whether the file is this case's at all, its events say, and nothing else: they may be those of another file.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn history_of_file(
        &self,
        number: CaseNumber,
        upload: &UploadId,
    ) -> Result<Option<History>, StoreError> {
        let Some(seq) = self.came_with(upload).await? else { return self.whole_history(number).await };
        let about = [keys::snapshot(number), keys::event(number, seq), keys::file(number, seq, upload)];
        History::of(self.batch_of_items(&about).await?, None)
    }

    fn newest_first(&self, number: CaseNumber) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .expression_attribute_values(":pk", s(keys::snapshot(number).pk))
            .consistent_read(true)
            .scan_index_forward(false)
    }

    fn partition(&self, number: CaseNumber) -> QueryFluentBuilder {
        self.newest_first(number).key_condition_expression("pk = :pk")
    }

    /// The next case number. One `UpdateItem`. A number taken is never given again, even if no case comes of
    /// it.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn next_number(&self) -> Result<CaseNumber, StoreError> {
        let key = keys::case_counter();
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .update_expression("SET #last = if_not_exists(#last, :before) + :one")
            .expression_attribute_names("#last", "last")
            .expression_attribute_values(":before", n(BEFORE_FIRST))
            .expression_attribute_values(":one", n(1))
            .return_values(ReturnValue::UpdatedNew)
            .send()
            .await
            .map_err(StoreError::service("UpdateItem"))?;
        let counter: Counter = read(answer.attributes.unwrap_or_default())?;
        Ok(CaseNumber(counter.last))
    }

    /// Stores a step: snapshot, a line for each who follows the case, event, attachments, of which nothing is known yet,
    /// idempotency key and a count of whom the caller adds together, if whom the caller gives the case to works there still, and
    /// takes the draft away that it sends. One `TransactWriteItems`, and one `GetItem` if the key was used before. Where another
    /// device has saved the draft since, that stays, at the cost of a second `TransactWriteItems`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn store(&self, step: &Step<'_>) -> Result<Stored, StoreError> {
        if let Some(stored) = self.try_store(step).await? {
            return Ok(stored);
        }
        let step = Step { draft: None, ..step.clone() };
        self.try_store(&step).await?.ok_or(StoreError::Torn("a step without a draft depends on one"))
    }

    /// What became of a step; nothing if nothing but a later version of the draft was in its way.
    async fn try_store(&self, step: &Step<'_>) -> Result<Option<Stored>, StoreError> {
        let mut writes = self.transaction();
        let what = step.event.read()?.what;
        let row = serde_json::to_string(&CaseRow::of(step.case))?;
        writes = writes.followed(step.case, &row, &what);
        writes = put_snapshot(writes, step.case, row)?;
        writes = writes.create(item(keys::event(step.case.number, step.event.seq), step.event));
        writes = writes.outside(step.case.number, &what, step.email);
        // Without these the step is not one of the case as it is now.
        let decisive = writes.count();
        // Whoever is added is mailed; who follows it by themself is counted, too, lest they fill the case with that. What the
        // portal does by itself is not.
        for observer in what.observers() {
            if let Some(permit) = &step.permit {
                let by = permit.actor.person().id.as_str();
                let added = By::Added { by, whom: observer.id.as_str() };
                writes = writes.take_try(&added, step.event.at);
            }
        }
        let counted = decisive..writes.count();
        // Whoever is given it may be leaving at this very moment; of who takes it, the permit says that they are not.
        let mut given = None;
        if let (Happened::Assigned { to, .. }, Some(_)) = (&what, &step.permit) {
            given = Some(writes.count());
            writes = writes.demand_present(&to.id);
        }
        if let Some((owner, attachments)) = step.attachments {
            for attachment in attachments {
                let place = (step.case.number, step.event.seq);
                writes = writes.claim_upload(&attachment.id, owner, place);
                let key = keys::file(step.case.number, step.event.seq, &attachment.id);
                writes = writes.create(item(key, &Inspection::pending(attachment.id.clone())));
            }
        }
        if let Some(once) = step.once {
            writes = writes.create(once.item(step.case.number, step.case.version, step.event.at));
        }
        let mut at = None;
        if let Some(permit) = &step.permit {
            if let Some(draft) = step.draft {
                at = Some(writes.count());
                writes = writes.send_draft(permit.actor, draft);
            }
            writes = writes.permit(permit);
        }
        Ok(Some(match (writes.commit().await?, step.once) {
            (Committed::Done, _) => Stored::Now,
            (_, Some(once)) if let Some(receipt) = self.receipt(once).await? => Stored::Before(receipt),
            (Committed::NoPermit, _) => Stored::NoPermit,
            (Committed::Conflict, _) => Stored::Overtaken,
            (Committed::Failed(failed), _) if failed.iter().any(|index| *index < decisive) => {
                Stored::Overtaken
            }
            (Committed::Failed(failed), _) if failed.iter().any(|index| counted.contains(index)) => {
                Stored::AddedTooOften
            }
            (Committed::Failed(failed), _) if failed.iter().any(|index| Some(*index) == given) => {
                Stored::EngineerLeft
            }
            (Committed::Failed(failed), _) if failed.iter().all(|index| Some(*index) == at) => {
                return Ok(None);
            }
            (Committed::Failed(_), _) => Stored::NoSuchUpload,
        }))
    }
}

/// The case's snapshot with its line and its places in the lists: new, or after the version before.
fn put_snapshot<'a>(
    writes: Transaction<'a>,
    case: &Case,
    row: String,
) -> Result<Transaction<'a>, StoreError> {
    let snapshot = SnapshotItem { version: case.version, erasures: case.erasures, case: case.clone(), row };
    let mut item = item(keys::snapshot(case.number), &snapshot)?;
    item.insert(keys::FACETS.to_owned(), AttributeValue::Ss(keys::facets(case)));
    for (index, pk, sk) in keys::places(case) {
        let name = keys::index_name(index);
        item.insert(format!("{name}_pk"), s(pk));
        item.insert(format!("{name}_sk"), s(sk));
    }
    Ok(match case.version {
        0 | 1 => writes.create(Ok(item)),
        version => writes.replace_if(Ok(item), "version", version - 1),
    })
}

impl History {
    fn of(items: Vec<Item>, last: Option<&Item>) -> Result<Option<Self>, StoreError> {
        let mut part = Part::of(items)?;
        part.case.take().map(|case| part.history(case, last)).transpose()
    }
}

/// What a query of a case's partition found.
#[derive(Default)]
struct Part {
    case: Option<Case>,
    events: Vec<Sealed>,
    deliveries: Vec<Delivery>,
    inspections: Vec<Inspection>,
    wishes: Vec<Wish>,
    outside: Vec<OutsideAddress>,
}

impl Part {
    /// These items, of which the newest comes first.
    fn of(items: Vec<Item>) -> Result<Self, StoreError> {
        let mut part = Self::default();
        for item in items.into_iter().rev() {
            match text(&item, "sk") {
                keys::SNAPSHOT => part.case = Some(read::<SnapshotItem>(item)?.case),
                sk if sk.starts_with(keys::OUTSIDE) => part.outside.push(read(item)?),
                sk if sk.starts_with(keys::NOTICES) => part.wishes.push(read(item)?),
                sk if sk.contains(keys::MAIL) => part.deliveries.push(read(item)?),
                sk if sk.contains(keys::FILE) => part.inspections.push(read(item)?),
                sk if sk.starts_with(keys::EVENT) => part.events.push(read(item)?),
                _ => {}
            }
        }
        Ok(part)
    }

    /// The history of this case, which goes on before the item under the key `last`.
    fn history(self, case: Case, last: Option<&Item>) -> Result<History, StoreError> {
        let earlier = last.map(|last| keys::earlier_than(text(last, "sk")));
        let earlier = earlier
            .map(|earlier| earlier.ok_or(StoreError::Torn("a history ends in an event")))
            .transpose()?;
        let Self { events, deliveries, inspections, wishes, outside, .. } = self;
        Ok(History { case, events, deliveries, inspections, wishes, outside, earlier })
    }
}

/// The instant used for `now` conditions in lists.
pub(crate) fn until(now: Timestamp) -> String {
    // `~` sorts behind every digit and separator: everything at this instant is included.
    format!("{}~", keys::instant(now))
}
