//! People and what they sign in with.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, KeysAndAttributes, Put};
use caseport_domain::actor::{Actor, Person};
use caseport_domain::id::UserId;
use caseport_domain::person::User;
use caseport_domain::profile::Profile;
use caseport_domain::records::{ContactRecord, Kind};
use caseport_domain::registration::{self, Accepted, RULES, UserName};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, was_done};
use crate::item::{Item, item, n, read, s};
use crate::records::{listed, listed_in};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys::{self as keys, Key};

/// A person as stored, with what proves who they are.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    /// The person.
    pub user: User,
    /// The password as an Argon2id PHC string; none until one was chosen.
    pub password: Option<String>,
    /// How often the record has changed: access tokens carry it, and writes demand it.
    #[serde(default)]
    pub revision: u32,
    /// The name they sign in with beside their address, once they chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Whether they are to choose another password before anything else.
    #[serde(default)]
    pub must_change_password: bool,
    /// What they say of themselves, once they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// When they last signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_sign_in: Option<Timestamp>,
    /// The rules they last accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Accepted>,
    /// Whether they set up a second factor, which is an item of its own.
    #[serde(default)]
    pub has_second_factor: bool,
    /// How often they signed out everywhere: sessions of an earlier generation have ended.
    #[serde(default)]
    pub session_generation: u32,
    /// How often they changed their password: personal access tokens of an earlier generation have ended.
    #[serde(default)]
    pub password_generation: u32,
    /// Whether they have left their company: they sign in no more, and are told of nothing.
    #[serde(default)]
    pub has_left: bool,
    /// When it was asked to erase them: from then on their record stays as it is until it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<Timestamp>,
}

impl Account {
    /// A person who has not done anything yet.
    #[must_use]
    pub const fn new(user: User) -> Self {
        Self {
            user,
            password: None,
            revision: 0,
            username: None,
            must_change_password: false,
            profile: None,
            last_sign_in: None,
            rules: None,
            has_second_factor: false,
            session_generation: 0,
            password_generation: 0,
            has_left: false,
            erased_at: None,
        }
    }

    /// Their record, of a contact; none for the vendor's own people.
    #[must_use]
    pub fn contact(&self) -> Option<ContactRecord> {
        ContactRecord::of(&self.user, self.profile.as_ref(), !self.has_left)
    }

    /// The person's record, at this revision, with its line in the directory: among the contacts, or the vendor's own people.
    fn item(&self, revision: u32) -> Result<Item, StoreError> {
        let person = self.user.actor.person();
        let id = &person.id;
        let user = item(keys::user(id), &Self { revision, ..self.clone() })?;
        if let Some(contact) = self.contact() {
            let place = format!(
                "{}{}\t{id}",
                keys::of_company(&contact.company),
                caseport_domain::records::folded(&contact.name)
            );
            listed(user, Kind::Contact, place, &contact.typed())
        } else {
            let line = Colleague { person: person.clone(), has_left: self.has_left };
            listed_in(keys::staff_list(), user, keys::by_name(&person.name, id), &line)
        }
    }

    /// The account of who is to be erased, as it is until it is gone: they have left, without a password, and their sessions
    /// and tokens have ended. Nothing brings them back, since [`Transaction::change_user`] changes it no more.
    #[must_use]
    pub fn ended(self, at: Timestamp) -> Self {
        Self {
            password: None,
            has_left: true,
            erased_at: Some(at),
            session_generation: self.session_generation + 1,
            password_generation: self.password_generation + 1,
            ..self
        }
    }

    /// Whether they have to accept the rules that are in force.
    #[must_use]
    pub fn owes_rules(&self) -> bool {
        registration::is_owed(&self.user.actor, self.rules, RULES)
    }

    /// Has them leave: they sign in with nothing. Their sessions and tokens end, and stay ended when they are back.
    pub const fn leave(&mut self) {
        self.has_left = true;
        self.session_generation += 1;
        self.password_generation += 1;
    }

    /// Has them choose another password before anything else, since somebody else may know the one they have: whoever signed
    /// in with it is signed out everywhere, and personal access tokens end.
    pub const fn suspect_password(&mut self) {
        self.must_change_password = true;
        self.session_generation += 1;
        self.password_generation += 1;
    }

    /// Takes their second factor off, which is an item of its own, since they lost it. Whoever found it may have signed in with
    /// it or made tokens: all sessions and personal access tokens end.
    pub const fn lose_second_factor(&mut self) {
        self.has_second_factor = false;
        self.session_generation += 1;
        self.password_generation += 1;
    }

    /// Gives them another password, by its hash. Whoever knew the one before may have signed in with it or made tokens:
    /// all sessions and personal access tokens end.
    pub fn change_password(&mut self, hash: String) {
        self.password = Some(hash);
        self.must_change_password = false;
        self.session_generation += 1;
        self.password_generation += 1;
    }
}

/// One of the vendor's own people, as the directory lists them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who it is.
    #[serde(flatten)]
    pub person: Person,
    /// Whether they have left. A line from before lines said it does not, until their account is written again.
    #[serde(default)]
    pub has_left: bool,
}

#[derive(Serialize, Deserialize)]
struct Login {
    user: UserId,
}

/// That an identifier is, or was, somebody's.
#[derive(Serialize, Deserialize)]
struct Given {
    id: UserId,
}

/// How many items one `BatchGetItem` may ask for.
const BATCH: usize = 100;

impl Transaction<'_> {
    /// Stores a person's record as it is now, at its next revision, if it has not changed since it was read, and nobody
    /// asked for their erasure: whatever link was mailed to them before then is good for nothing (X10).
    #[must_use]
    pub fn change_user(self, account: &Account) -> Self {
        let put = Put::builder()
            .condition_expression("revision = :revision AND attribute_not_exists(erased_at)")
            .expression_attribute_values(":revision", n(account.revision));
        self.put(put, account.item(account.revision + 1))
    }

    /// Adds a person whose identifier nobody has, nor ever had: whose it was who is erased, it stays, and of two people with
    /// one identifier the second could not be. One that differs by case only is the same.
    #[must_use]
    pub fn create_user(self, account: &Account) -> Self {
        self.create(given(account.user.actor.person())).create(account.item(account.revision))
    }

    /// Demands that a person has not left. It counts as one of the writes.
    #[must_use]
    pub(crate) fn demand_present(self, id: &UserId) -> Self {
        // A record from before people could leave does not say.
        let check = ConditionCheck::builder()
            .condition_expression(
                "attribute_exists(pk) AND (attribute_not_exists(has_left) OR has_left = :no)",
            )
            .expression_attribute_values(":no", AttributeValue::Bool(false));
        self.demand_that(keys::user(id), check)
    }

    /// Has a person sign in with an address that nobody signs in with.
    #[must_use]
    pub fn create_login(self, address: &str, id: &UserId) -> Self {
        self.create(item(keys::login(address), &Login { user: id.clone() }))
    }

    /// Lets an address go.
    #[must_use]
    pub fn delete_login(self, address: &str) -> Self {
        self.delete(keys::login(address))
    }

    /// Lets a person sign in by this name too, if nobody does yet.
    #[must_use]
    pub fn name_user(self, name: &UserName, id: &UserId) -> Self {
        self.create(item(keys::login(name.as_str()), &Login { user: id.clone() }))
    }
}

/// What says that a person's identifier is theirs, for good.
fn given(person: &Person) -> Result<Item, StoreError> {
    item(keys::given_id(&person.id), &Given { id: person.id.clone() })
}

impl Store {
    /// Those of these identifiers that are, or were, somebody's, in no order and as they are written there. One
    /// `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn given(&self, ids: &[UserId]) -> Result<Vec<UserId>, StoreError> {
        let keys: BTreeMap<String, Key> =
            ids.iter().map(keys::given_id).map(|key| (key.pk.clone(), key)).collect();
        let found: Vec<Given> = self.batch(&keys.into_values().collect::<Vec<_>>()).await?;
        Ok(found.into_iter().map(|given| given.id).collect())
    }

    /// Who signs in with this address or user name. Two `GetItem`s.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn user_by_address(&self, address: &str) -> Result<Option<Account>, StoreError> {
        Ok(self.holder(address).await?.filter(|account| !account.has_left))
    }

    /// Whose this address or user name is: also of who has left, and signs in with it no more. Two `GetItem`s, also if it is
    /// nobody's: who signs in could tell by the time of one that it is not known here (attack class X9).
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn holder(&self, address: &str) -> Result<Option<Account>, StoreError> {
        match self.get::<Login>(keys::login(address)).await? {
            None => self.get::<Login>(keys::login(address)).await.map(|_| None),
            Some(login) => self.user(&login.user).await,
        }
    }

    /// A person. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn user(&self, id: &UserId) -> Result<Option<Account>, StoreError> {
        self.get(keys::user(id)).await
    }

    /// The engineer of this identifier, unless they have left; nobody for a contact's. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn engineer(&self, id: &UserId) -> Result<Option<Person>, StoreError> {
        let account = self.user(id).await?.filter(|account| !account.has_left);
        Ok(account.and_then(|account| match account.user.actor {
            Actor::Engineer(engineer) => Some(engineer.person),
            Actor::Contact(_) => None,
        }))
    }

    /// A person by an identifier, in whatever letter case it is written: people tell no two by that. One `GetItem`; where it is
    /// nobody's as it is written, one more, and one for whose it is.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn user_however_written(&self, id: &UserId) -> Result<Option<Account>, StoreError> {
        if let Some(account) = self.user(id).await? {
            return Ok(Some(account));
        }
        match self.get::<Given>(keys::given_id(id)).await? {
            Some(given) => self.user(&given.id).await,
            None => Ok(None),
        }
    }

    /// Those of these people that are there and have not left. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn users(&self, ids: &[UserId]) -> Result<Vec<User>, StoreError> {
        let accounts = self.accounts(ids).await?.into_iter();
        Ok(accounts.filter(|account| !account.has_left).map(|account| account.user).collect())
    }

    /// Those of these people that are there, whether they have left or not. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn accounts(&self, ids: &[UserId]) -> Result<Vec<Account>, StoreError> {
        let keys: Vec<Key> = ids.iter().map(keys::user).collect();
        self.batch(&keys).await
    }

    /// Those who sign in with these addresses, in no order. Two `BatchGetItem`s per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn users_by_address(&self, addresses: &[&str]) -> Result<Vec<User>, StoreError> {
        let accounts = self.accounts_by_address(addresses).await?.into_iter();
        Ok(accounts.filter(|account| !account.has_left).map(|account| account.user).collect())
    }

    /// Whose these addresses are, with what proves who they are: also of who has left. In no order; two `BatchGetItem`s per
    /// hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn accounts_by_address(&self, addresses: &[&str]) -> Result<Vec<Account>, StoreError> {
        let mut keys: Vec<Key> = addresses.iter().map(|address| keys::login(address)).collect();
        keys.sort_by(|a, b| a.pk.cmp(&b.pk));
        keys.dedup();
        let logins: Vec<Login> = self.batch(&keys).await?;
        let ids: Vec<UserId> = logins.into_iter().map(|login| login.user).collect();
        self.accounts(&ids).await
    }

    /// Notes that somebody signed in. It is no change of their record: its revision stays. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn has_signed_in(&self, id: &UserId, now: Timestamp) -> Result<(), StoreError> {
        let answer = self
            .update_if(keys::user(id), "attribute_exists(pk)")
            .update_expression("SET last_sign_in = :now")
            .expression_attribute_values(":now", s(now.to_string()))
            .send()
            .await;
        was_done("UpdateItem", answer).map(drop)
    }

    /// Has a name or an address sign in to a person's account no more, if it does. One `DeleteItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub(crate) async fn forget_login(&self, name: &str, id: &UserId) -> Result<(), StoreError> {
        let answer = self
            .delete_if(keys::login(name), "#user = :user")
            .expression_attribute_names("#user", "user")
            .expression_attribute_values(":user", s(id.as_str()))
            .send()
            .await;
        was_done("DeleteItem", answer).map(drop)
    }

    /// Adds a person; `false` if the address, the user name, the identifier or the person is there already. A `PutItem` for
    /// each.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_user(&self, account: &Account) -> Result<bool, StoreError> {
        let id = &account.user.actor.person().id;
        let login = Login { user: id.clone() };
        for name in [Some(&account.user.email), account.username.as_ref()].into_iter().flatten() {
            if !self.create(item(keys::login(name), &login)?).await? {
                return Ok(false);
            }
        }
        Ok(self.create(given(account.user.actor.person())?).await?
            && self.create(account.item(account.revision)?).await?)
    }

    /// The items under these keys, in no order. One `BatchGetItem` per hundred, and more while DynamoDB
    /// leaves some unanswered.
    pub(crate) async fn batch<T: DeserializeOwned>(&self, keys: &[Key]) -> Result<Vec<T>, StoreError> {
        self.batch_of_items(keys).await?.into_iter().map(read).collect()
    }

    /// The same, for items of different kinds: as they are stored.
    pub(crate) async fn batch_of_items(&self, keys: &[Key]) -> Result<Vec<Item>, StoreError> {
        let mut found = Vec::with_capacity(keys.len());
        for chunk in keys.chunks(BATCH) {
            let mut wanted = KeysAndAttributes::builder().consistent_read(true);
            for key in chunk {
                wanted = wanted.keys([("pk".to_owned(), s(&key.pk)), ("sk".to_owned(), s(&key.sk))].into());
            }
            let wanted = wanted.build().map_err(|_| StoreError::Torn("a batch has keys"))?;
            let mut pending = Some(std::collections::HashMap::from([(self.table.clone(), wanted)]));
            while let Some(wanted) = pending.filter(|tables| !tables.is_empty()) {
                let answer = self
                    .client
                    .batch_get_item()
                    .set_request_items(Some(wanted))
                    .send()
                    .await
                    .map_err(StoreError::service("BatchGetItem"))?;
                found.extend(answer.responses.unwrap_or_default().into_values().flatten());
                pending = answer.unprocessed_keys;
            }
        }
        Ok(found)
    }
}
