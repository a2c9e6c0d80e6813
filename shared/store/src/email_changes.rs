//! Changes of address that wait for both mailboxes.
//!
//! Both can confirm at once. The first to be stored notes itself on the condition that the other has not yet; the last makes
//! the change on the condition that the other has. Of two that think they are first, one is decided again.

use aws_sdk_dynamodb::types::{Delete, Put, Update};
use caseport_domain::email_change::{EmailChange, Side};
use caseport_domain::id::{ChangeId, UserId};
use caseport_keys as keys;
use jiff::Timestamp;

use crate::error::StoreError;
use crate::item::{Item, item, n, s};
use crate::table::Store;
use crate::transaction::Transaction;

impl Store {
    /// The change of somebody's address that was asked for last, lapsed or not. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn email_change(&self, user: &UserId) -> Result<Option<EmailChange>, StoreError> {
        self.get(keys::email_change(user)).await
    }
}

impl Transaction<'_> {
    /// Stores a change that was asked for, in the place of the one before, if that is the one there is.
    #[must_use]
    pub fn ask_email_change(self, user: &UserId, change: &EmailChange, before: Option<&ChangeId>) -> Self {
        let item = kept(user, change);
        let Some(before) = before else { return self.create(item) };
        // One that has lapsed may be gone by now.
        let put = Put::builder()
            .condition_expression("attribute_not_exists(pk) OR #id = :before")
            .expression_attribute_names("#id", "id")
            .expression_attribute_values(":before", s(before.as_str()));
        self.put(put, item)
    }

    /// Notes that a mailbox confirmed this change, if the other has not yet.
    #[must_use]
    pub fn confirm_email_change(self, user: &UserId, id: &ChangeId, side: Side, now: Timestamp) -> Self {
        let update = Update::builder()
            .update_expression("SET #this = :now")
            .condition_expression("#id = :id AND attribute_not_exists(#other)")
            .expression_attribute_names("#id", "id")
            .expression_attribute_names("#this", attribute(side))
            .expression_attribute_names("#other", attribute(side.other()))
            .expression_attribute_values(":id", s(id.as_str()))
            .expression_attribute_values(":now", s(now.to_string()));
        self.update(keys::email_change(user), update)
    }

    /// Takes this change off the list: it was withdrawn or refused, or is made now.
    #[must_use]
    pub fn end_email_change(self, user: &UserId, id: &ChangeId) -> Self {
        let delete = Delete::builder()
            .condition_expression("#id = :id")
            .expression_attribute_names("#id", "id")
            .expression_attribute_values(":id", s(id.as_str()));
        self.delete_if(keys::email_change(user), delete)
    }
}

/// The attribute that says when a mailbox confirmed.
const fn attribute(side: Side) -> &'static str {
    match side {
        Side::Old => "agreed_at",
        Side::New => "proved_at",
    }
}

fn kept(user: &UserId, change: &EmailChange) -> Result<Item, StoreError> {
    let mut item = item(keys::email_change(user), change)?;
    item.insert(keys::EXPIRES_AT.into(), n(change.ends_at().as_second()));
    Ok(item)
}
