//! Taking people out of the table: see [`caseport_domain::erasure`] for what goes and what stays.
//!
//! It goes a step at a time, and its item says how far it has come: whoever takes it up again goes on there.

mod account;
mod cases;
mod outside;

use caseport_domain::addresses::Addresses;
use caseport_domain::case::chain::Salt;
use caseport_domain::erasure::{Erasure, Leaver, Stage};
use caseport_domain::id::UserId;
use jiff::Timestamp;

use crate::error::StoreError;
use crate::item::item;
use crate::lists::{List, ListError, Lists};
use crate::table::Store;
use crate::transaction::{Committed, Transaction};
use caseport_keys as keys;

/// How many cases are looked through in a step.
const PAGE: u8 = 25;

/// How often a case that moves on meanwhile is tried again before the whole message is.
const TRIES: usize = 4;

impl Transaction<'_> {
    /// Stores that somebody is to be erased, once.
    #[must_use]
    pub fn ask_erasure(self, erasure: &Erasure) -> Self {
        self.create(item(keys::erasure(&erasure.user), erasure))
    }

    /// Notes how far an erasure has come, if nobody else has.
    #[must_use]
    fn note_erasure(self, after: &Erasure) -> Self {
        self.replace_if(item(keys::erasure(&after.user), after), "version", after.version.saturating_sub(1))
    }
}

impl Store {
    /// What was asked for this person's erasure. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn erasure(&self, user: &UserId) -> Result<Option<Erasure>, StoreError> {
        self.get(keys::erasure(user)).await
    }

    async fn note(&self, before: &Erasure, after: Erasure) -> Result<Erasure, StoreError> {
        let after = Erasure { version: before.version + 1, ..after };
        match self.transaction().note_erasure(&after).commit().await? {
            Committed::Done => Ok(after),
            _ => Err(StoreError::Torn("somebody else is at this erasure")),
        }
    }
}

impl Lists {
    /// Takes the next step of an erasure that is not done, and gives it as it is then. A step that broke off before it was
    /// noted is taken once more, and finds done what was done.
    ///
    /// AWS calls: one `GetItem`, those of the step, one `TransactWriteItems`. To shut the person out, `Query`s for what is
    /// theirs, and a `DeleteItem` for each; for a page of cases, two `Query`s, and for each case one, and if they are in it
    /// `BatchGetItem`s for their files and one or more `TransactWriteItems`; for cases that they follow from outside a `Query`
    /// for their trail and one for each address they had, and for each case a `GetItem` and a write; at last `Query`s and
    /// `DeleteItem`s for what is left.
    ///
    /// # Errors
    /// When DynamoDB fails, or somebody else takes the same step.
    pub async fn erase_on(
        &self,
        erasure: &Erasure,
        now: impl Fn() -> Timestamp,
        salt: impl Fn() -> Salt,
    ) -> Result<Erasure, ListError> {
        let store = self.store();
        let account = store.user(&erasure.user).await?;
        let next = match (erasure.place.stage, &account) {
            (Stage::ShutOut, Some(account)) => {
                let companies = store.companies_of(&erasure.user, &erasure.company).await?;
                store.shut_out(account).await?;
                erasure.clone().shut_out(companies)
            }
            (Stage::Cases | Stage::Late, Some(account)) => {
                let trail = store.whole_trail(&erasure.user).await?;
                let leaver = Leaver::new(&account.user, account.profile.as_ref(), &trail)
                    .with_username(account.username.as_deref());
                let next = self.erase_from_page(erasure, &leaver, now, salt).await?;
                erasure.clone().after_page(next)
            }
            (Stage::Outside, Some(account)) => {
                let trail = store.whole_trail(&erasure.user).await?;
                let addresses = Addresses::of(&account.user, &trail);
                let is_off = store.erase_from_outside(&addresses, now, salt).await?;
                if is_off { erasure.clone().after_stage() } else { erasure.clone() }
            }
            // Who has no account has no name that could be looked for.
            (Stage::Account, _) | (_, None) => {
                return Ok(store.erase_account(erasure, account.as_ref()).await?);
            }
        };
        Ok(store.note(erasure, next).await?)
    }

    /// Takes the person out of the cases of a page, and before the first of them out of others' requests for access; where
    /// the next begins.
    async fn erase_from_page(
        &self,
        erasure: &Erasure,
        leaver: &Leaver<'_>,
        now: impl Fn() -> Timestamp,
        salt: impl Fn() -> Salt,
    ) -> Result<Option<String>, ListError> {
        if erasure.place.list == 0 && erasure.place.after.is_none() {
            self.store().erase_from_access(&erasure.user, leaver).await?;
        }
        let list = match erasure.company_now() {
            Some(company) => List::Company(company.clone()),
            None => List::OpenedBy(erasure.user.clone()),
        };
        let page = match self.page(&list, PAGE, erasure.place.after.as_deref()).await {
            // The key that signs cursors was changed: the list is begun anew.
            Err(ListError::Cursor(_)) => self.page(&list, PAGE, None).await?,
            page => page?,
        };
        for row in page.rows {
            self.store().erase_from_case(row.number, leaver, &erasure.user, now(), &salt).await?;
        }
        Ok(page.next)
    }
}
