//! Companies and their contracts.

use caseport_domain::contract::{Company, Contract};
use caseport_domain::id::CompanyId;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{item, read, s, text};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys as keys;

/// A company with what it has bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The company.
    pub company: Company,
    /// Its contracts, running or not.
    pub contracts: Vec<Contract>,
    /// How often its record or a contract has changed: access tokens carry it, and writes demand it.
    pub revision: u32,
}

/// A company's own item.
#[derive(Serialize, Deserialize)]
struct Profile {
    #[serde(flatten)]
    company: Company,
    revision: u32,
}

impl Transaction<'_> {
    /// Stores a company's own record as it is now, at its next revision, if neither it nor a contract has changed
    /// since it was read.
    #[must_use]
    pub fn change_company(self, account: &Account) -> Self {
        let next = Profile { company: account.company.clone(), revision: account.revision + 1 };
        self.replace(item(keys::company(&account.company.id), &next), account.revision)
    }
}

impl Store {
    /// A company and its contracts. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn account(&self, id: &CompanyId) -> Result<Option<Account>, StoreError> {
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(keys::company(id).pk))
            .consistent_read(true)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let mut profile: Option<Profile> = None;
        let mut contracts = Vec::new();
        for item in answer.items.unwrap_or_default() {
            match text(&item, "sk") {
                keys::PROFILE => profile = Some(read(item)?),
                sk if sk.starts_with(keys::CONTRACT) => contracts.push(read(item)?),
                _ => {}
            }
        }
        Ok(profile.map(|Profile { company, revision }| Account { company, contracts, revision }))
    }

    /// Adds a company with its contracts; `false` if it is there already. One `PutItem` each.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_account(&self, account: &Account) -> Result<bool, StoreError> {
        let id = &account.company.id;
        for contract in &account.contracts {
            self.create(item(keys::contract(id, &contract.id), contract)?).await?;
        }
        let profile = Profile { company: account.company.clone(), revision: account.revision };
        self.create(item(keys::company(id), &profile)?).await
    }
}
