//! Accounts of the vendor's own people, as whoever operates the deployment orders them.

use aws_sdk_dynamodb::types::Select;
use caseport_aws::Random;
use caseport_domain::actor::{Actor, Author};
use caseport_domain::audit::Entry;
use caseport_domain::id::{LetterId, NotAnId, UserId};
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::staff::{Done, Order, Recruit, Refused};
use caseport_routes::Index;
use jiff::Timestamp;

use crate::error::StoreError;
use crate::item::s;
use crate::table::Store;
use crate::transaction::{Committed, Transaction};
use crate::users::Account;
use caseport_keys as keys;

/// Why an order about an account was not done.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// It cannot be: nothing was changed.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An order with what it takes to do it.
struct Doing<'a> {
    store: &'a Store,
    order: &'a Order,
    now: Timestamp,
    random: Random,
}

impl Store {
    /// Does what an operator orders about an account. Up to three `GetItem`s and one `TransactWriteItems`; to disable it, one
    /// `Query` more.
    ///
    /// # Errors
    /// [`Refused`], or when DynamoDB fails or an item cannot be read.
    pub async fn order(&self, order: &Order, now: Timestamp, random: Random) -> Result<Done, NotDone> {
        let doing = Doing { store: self, order, now, random };
        let account = self.holder(order.email()).await?;
        let is_staff = |account: &Account| matches!(account.user.actor, Actor::Engineer(_));
        match (order, account) {
            (Order::Add(recruit), None) => doing.add(recruit).await,
            (Order::Add(recruit), Some(account)) if is_staff(&account) && account.has_left => {
                doing.bring_back(recruit, account).await
            }
            (Order::Add(_), Some(_)) => Err(Refused::AddressTaken.into()),
            (_, None) => Err(Refused::Unknown.into()),
            (_, Some(account)) if !is_staff(&account) => Err(Refused::IsContact.into()),
            (_, Some(account)) if account.has_left => Err(Refused::IsDisabled.into()),
            (Order::Disable { .. }, Some(account)) => doing.disable(account).await,
            (Order::ResetSecondFactor { .. }, Some(account)) => doing.reset_second_factor(account).await,
        }
    }
}

impl Doing<'_> {
    async fn add(&self, recruit: &Recruit) -> Result<Done, NotDone> {
        let id: UserId = self.random.id().parse().map_err(torn)?;
        let account = Account::new(recruit.user(id));
        let id = &account.user.actor.person().id;
        let transaction = self.store.transaction().create_user(&account).create_login(&recruit.email, id);
        self.commit(self.invite(transaction, &account)?, &account, Done::Added).await
    }

    /// Whoever comes back shows that the mailbox is theirs before they sign in.
    async fn bring_back(&self, recruit: &Recruit, mut account: Account) -> Result<Done, NotDone> {
        account.user = recruit.user(account.user.actor.person().id.clone());
        account.has_left = false;
        account.password = None;
        account.must_change_password = false;
        let transaction = self.store.transaction().change_user(&account);
        self.commit(self.invite(transaction, &account)?, &account, Done::BroughtBack).await
    }

    async fn disable(&self, mut account: Account) -> Result<Done, NotDone> {
        account.leave();
        let open_cases = self.open_cases(&account.user.actor.person().id).await?;
        let transaction = self.store.transaction().change_user(&account);
        self.commit(transaction, &account, Done::Disabled { open_cases }).await
    }

    /// How many open cases are somebody's, as far as one `Query` counts.
    async fn open_cases(&self, id: &UserId) -> Result<u32, StoreError> {
        let name = keys::index_name(Index::Engineer);
        let answer = self
            .store
            .client
            .query()
            .table_name(&self.store.table)
            .index_name(name)
            .key_condition_expression(format!("{name}_pk = :pk"))
            .expression_attribute_values(":pk", s(keys::engineer_list(Some(id), true)))
            .select(Select::Count)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        Ok(u32::try_from(answer.count).unwrap_or_default())
    }

    async fn reset_second_factor(&self, mut account: Account) -> Result<Done, NotDone> {
        let id = account.user.actor.person().id.clone();
        let is_there = self.store.second_factor(&id).await?.is_some();
        if !account.has_second_factor && !is_there {
            return Err(Refused::NoSecondFactor.into());
        }
        account.lose_second_factor();
        let transaction = self.store.transaction().change_user(&account);
        let transaction = if is_there { transaction.remove_second_factor(&id) } else { transaction };
        self.commit(transaction, &account, Done::SecondFactorReset).await
    }

    /// The transaction with the mail that brings them a link to choose a password with.
    fn invite<'a>(
        &self,
        transaction: Transaction<'a>,
        account: &Account,
    ) -> Result<Transaction<'a>, StoreError> {
        let id: LetterId = self.random.id().parse().map_err(torn)?;
        let errand = Errand::Invitation { user: account.user.actor.person().id.clone() };
        Ok(transaction.send(&Letter { id, at: self.now, language: account.user.language, errand }))
    }

    /// Writes it, with a note of it in the trail.
    async fn commit(
        &self,
        transaction: Transaction<'_>,
        account: &Account,
        done: Done,
    ) -> Result<Done, NotDone> {
        let entry = Entry::new(self.now, Author::System, self.order.code());
        let id = account.user.actor.person().id.as_str();
        match transaction.audit("user", id, &entry, &self.random.id()).commit().await? {
            Committed::Done => Ok(done),
            Committed::NoPermit | Committed::Failed(_) | Committed::Conflict => {
                Err(Refused::Overtaken.into())
            }
        }
    }
}

fn torn(_: NotAnId) -> StoreError {
    StoreError::Torn("what is made by chance is an identifier")
}
