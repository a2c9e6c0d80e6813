//! Mails that are held, for a digest or for the end of somebody's quiet hours.

use aws_sdk_dynamodb::types::Update;
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::held::Held;
use caseport_domain::id::{CaseNumber, UserId};
use caseport_keys as keys;
use jiff::{SignedDuration, Timestamp};

use crate::cases::until;
use crate::deliveries::Queued;
use crate::error::{StoreError, was_done};
use crate::item::{Item, item, n, read, s};
use crate::table::Store;
use crate::transaction::Committed;

/// How long who sends what was held has it to themselves: longer than they may take.
const LEASE: SignedDuration = SignedDuration::from_mins(10);

/// How long it is remembered that it was sent.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How often a mail is settled that somebody else is at.
const TRIES: usize = 4;

/// How many are read at once.
const PAGE: i32 = 500;

/// A page that was cut, without the last of its mails that go together: there may be more of them behind it. They stay if
/// there is nothing else.
fn whole(mut due: Vec<Held>) -> Vec<Held> {
    let others = due.last().and_then(|last| due.iter().rposition(|held| !held.goes_with(last)));
    if let Some(end) = others {
        due.truncate(end + 1);
    }
    due
}

impl Store {
    /// Records a mail, which the case made as it was read after so many erasures, and holds it: see [`Store::queue_delivery`]. One
    /// `TransactWriteItems`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn hold(&self, erasures: u32, delivery: &Delivery, held: &Held) -> Result<Queued, StoreError> {
        let mail = item(keys::mail(held.number, held.seq, &held.user), delivery);
        let writes = self.transaction().create(mail).create(item(keys::held(held), held));
        let writes = writes.demand(keys::snapshot(held.number), "erasures", erasures);
        Ok(match writes.commit().await? {
            Committed::Done => Queued::Now,
            Committed::Failed(failed) if failed.contains(&0) && !failed.contains(&2) => Queued::Before,
            Committed::Failed(_) | Committed::Conflict | Committed::NoPermit => Queued::Overtaken,
        })
    }

    /// The mails of this shard that are held until now at the latest, behind this one if there is one, by instant and person:
    /// some 500 at most, and none if there are no more. What goes together is not parted, unless it is more than that. One
    /// `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn due_mails(
        &self,
        shard: u64,
        now: Timestamp,
        after: Option<&Held>,
    ) -> Result<Vec<Held>, StoreError> {
        let start = after.map(|held| {
            let key = keys::held(held);
            Item::from([("pk".to_owned(), s(key.pk)), ("sk".to_owned(), s(key.sk))])
        });
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk <= :until")
            .expression_attribute_values(":pk", s(keys::held_list(shard)))
            .expression_attribute_values(":until", s(until(now)))
            .consistent_read(true)
            .limit(PAGE)
            .set_exclusive_start_key(start)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let is_cut = answer.last_evaluated_key.is_some();
        let due = answer.items.unwrap_or_default().into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(if is_cut { whole(due) } else { due })
    }

    /// Has what was held for somebody until this instant to oneself for a while; `false` if somebody else has. One
    /// `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn claim_held(
        &self,
        user: &UserId,
        held_until: Timestamp,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let answer = self
            .update_if(
                keys::held_claim(user, held_until),
                "attribute_not_exists(leased_until) OR leased_until < :now",
            )
            .update_expression("SET leased_until = :end, #expires = :expires")
            .expression_attribute_names("#expires", keys::EXPIRES_AT)
            .expression_attribute_values(":end", n((now + LEASE).as_second()))
            .expression_attribute_values(":now", n(now.as_second()))
            .expression_attribute_values(":expires", n((now + REMEMBERED).as_second()))
            .send()
            .await;
        was_done("UpdateItem", answer)
    }

    /// The record of a mail. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn delivery(
        &self,
        number: CaseNumber,
        seq: u32,
        to: &UserId,
    ) -> Result<Option<Delivery>, StoreError> {
        self.get(keys::mail(number, seq, to)).await
    }

    /// Records what became of a mail that was held, and holds it no more. One `TransactWriteItems`, or one `DeleteItem` if
    /// its record has gone with a person meanwhile.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn settle_held(
        &self,
        held: &Held,
        state: DeliveryState,
        message_id: &str,
    ) -> Result<(), StoreError> {
        let mail = keys::mail(held.number, held.seq, &held.user);
        let update = Update::builder()
            .update_expression("SET #state = :state, message_id = :message_id")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":state", s(state.code()))
            .expression_attribute_values(":message_id", s(message_id));
        for _ in 0..TRIES {
            let writes = self.transaction().update(mail.clone(), update.clone()).delete(keys::held(held));
            match writes.commit().await? {
                Committed::Done | Committed::NoPermit => return Ok(()),
                Committed::Failed(_) => return self.forget(keys::held(held)).await,
                Committed::Conflict => {}
            }
        }
        Err(StoreError::Torn("a mail was written again and again while it was settled"))
    }
}
