//! Taking away somebody's account: what one signs in with at first, who it was at last.

use caseport_domain::actor::Person;
use caseport_domain::addresses::Addresses;
use caseport_domain::audit::Entry;
use caseport_domain::draft::Draft;
use caseport_domain::erasure::Erasure;
use caseport_domain::id::UserId;
use jiff::Timestamp;

use crate::error::StoreError;
use crate::item::{read, text};
use crate::table::Store;
use crate::transaction::Committed;
use crate::users::Account;
use caseport_keys::{self as keys, Key};

/// The partition of a person's audit trail.
fn trail_of(id: &UserId) -> String {
    keys::audit("user", id.as_str(), Timestamp::UNIX_EPOCH, "").pk
}

impl Store {
    /// Deletes all somebody signs in with or proves who they are by, a change of their address that is under way, and what
    /// they have begun to write, with its files.
    ///
    /// AWS calls: three `Query`s, and a `DeleteItem` for each of these.
    pub(super) async fn shut_out(&self, account: &Account) -> Result<(), StoreError> {
        let Person { id, .. } = account.user.actor.person();
        for name in [Some(&account.user.email), account.username.as_ref()].into_iter().flatten() {
            self.forget_login(name, id).await?;
        }
        for key in [keys::second_factor(id), keys::pin(id), keys::email_change(id), keys::preferences(id)] {
            self.forget(key).await?;
        }
        for partition in [keys::sessions(id), keys::tokens(id)] {
            self.forget_all(partition).await?;
        }
        self.forget_drafts(id).await
    }

    /// Deletes what somebody has begun to write, with the files that it names. One `Query` per megabyte, and a `DeleteItem` for
    /// each.
    async fn forget_drafts(&self, id: &UserId) -> Result<(), StoreError> {
        let pk = keys::drafts(id);
        for item in self.items(pk.clone()).await? {
            let key = Key { pk: pk.clone(), sk: text(&item, "sk").to_owned() };
            // One that cannot be read names no file that could be found.
            for file in read::<Draft>(item).map(|draft| draft.files()).unwrap_or_default() {
                self.forget_upload(&file, id).await?;
            }
            self.forget(key).await?;
        }
        Ok(())
    }

    /// Deletes what is left of a person: their requests for access, a session that began as they were shut out, whom they
    /// acted for, their audit trail, and at last their account, with the note that all is done.
    ///
    /// AWS calls: six `Query`s, and one for each address they had; two `BatchGetItem`s for each of these that asked for
    /// access, a `DeleteItem` for each item that is found, one `TransactWriteItems`.
    pub(super) async fn erase_account(
        &self,
        erasure: &Erasure,
        account: Option<&Account>,
    ) -> Result<Erasure, StoreError> {
        let id = &erasure.user;
        // Who had no account yet may have asked for one, by an address they had then.
        let addresses = match account {
            Some(account) => Addresses::of(&account.user, &self.whole_trail(id).await?),
            None => Addresses::default(),
        };
        self.forget_access(id, &addresses).await?;
        for partition in [keys::sessions(id), keys::tokens(id), keys::acted(id), trail_of(id)] {
            self.forget_all(partition).await?;
        }
        let version = erasure.version + 1;
        let done = Erasure { is_done: true, companies: Vec::new(), version, ..erasure.clone() };
        let mut writes = self.transaction().note_erasure(&done);
        if account.is_some() {
            writes = writes.delete(keys::user(id));
        }
        match writes.commit().await? {
            Committed::Done => Ok(done),
            _ => Err(StoreError::Torn("an account was not as it was read")),
        }
    }

    /// All that their trail says of a person, the oldest first, under which names it was said what of them. One `Query` per
    /// megabyte.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn whole_trail(&self, id: &UserId) -> Result<Vec<Entry>, StoreError> {
        self.items(trail_of(id)).await?.into_iter().map(read).collect()
    }

    /// The keys in a partition, one `Query` per megabyte.
    pub(crate) async fn keys_of(&self, pk: String) -> Result<Vec<Key>, StoreError> {
        let items = self.items(pk.clone()).await?;
        Ok(items.iter().map(|item| Key { pk: pk.clone(), sk: text(item, "sk").to_owned() }).collect())
    }

    /// Deletes the items of a partition. One `Query` per megabyte, and a `DeleteItem` for each.
    async fn forget_all(&self, pk: String) -> Result<(), StoreError> {
        for key in self.keys_of(pk).await? {
            self.forget(key).await?;
        }
        Ok(())
    }
}
