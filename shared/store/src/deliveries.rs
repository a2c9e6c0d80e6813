//! Mail records.

use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::notice::Role;

use crate::error::StoreError;
use crate::item::{item, s};
use crate::table::Store;
use crate::transaction::Committed;
use caseport_keys as keys;

/// What became of the record of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queued {
    /// It is recorded.
    Now,
    /// It was before.
    Before,
    /// It is not: somebody has been erased from the case since it was read, or who was to be told outside was taken off.
    Overtaken,
}

impl Store {
    /// Records that somebody is to be told, in a mail made of the case as it was read after so many erasures. Had somebody
    /// been erased from the case since then, the mail would bring them back: as who is told, or as who is told of. Who was taken
    /// off outside is told nothing more. Whatever else happened to the case meanwhile keeps no mail up. One
    /// `TransactWriteItems`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn queue_delivery(
        &self,
        number: CaseNumber,
        erasures: u32,
        delivery: &Delivery,
    ) -> Result<Queued, StoreError> {
        let mail = item(keys::mail(number, delivery.seq, &delivery.to), delivery);
        let mut writes = self.transaction().create(mail).demand(keys::snapshot(number), "erasures", erasures);
        if delivery.role == Role::Outsider {
            writes = writes.demand_item(keys::outside(number, &delivery.to));
        }
        Ok(match writes.commit().await? {
            Committed::Done => Queued::Now,
            Committed::Failed(failed) if failed == [0] => Queued::Before,
            Committed::Failed(_) | Committed::Conflict | Committed::NoPermit => Queued::Overtaken,
        })
    }

    /// Records a mail of an event that is not stored yet, for a portal to be filled with; `false` if it is recorded already.
    /// What happens in a portal is told by [`Store::queue_delivery`]. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_delivery(&self, number: CaseNumber, delivery: &Delivery) -> Result<bool, StoreError> {
        self.create(item(keys::mail(number, delivery.seq, &delivery.to), delivery)?).await
    }

    /// Records what became of a queued mail. One `UpdateItem`, on the condition that it still waits.
    ///
    /// # Errors
    /// When DynamoDB fails, or the mail does not wait any more.
    pub async fn settle_delivery(
        &self,
        number: CaseNumber,
        seq: u32,
        to: &UserId,
        state: DeliveryState,
        message_id: &str,
    ) -> Result<(), StoreError> {
        self.update_if(keys::mail(number, seq, to), "#state = :queued")
            .update_expression("SET #state = :state, message_id = :message_id")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":state", s(state.code()))
            .expression_attribute_values(":queued", s(DeliveryState::Queued.code()))
            .expression_attribute_values(":message_id", s(message_id))
            .send()
            .await
            .map_err(StoreError::service("UpdateItem"))?;
        Ok(())
    }
}
