//! Companies and their contracts.

use caseport_domain::contract::{Company, Contract};
use caseport_domain::id::CompanyId;
use caseport_domain::records::{CompanyRecord, Details, Held, Kind};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{Item, item, read, s, text};
use crate::records::{held_item, listed};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys as keys;

/// A company with what it has bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The company.
    pub company: Company,
    /// The rest of its record.
    pub details: Details,
    /// Its contracts, running or not.
    pub contracts: Vec<Contract>,
    /// How often its record or a contract has changed: access tokens carry it, and writes demand it.
    pub revision: u32,
}

/// A company's own item.
#[derive(Serialize, Deserialize)]
struct Profile {
    #[serde(flatten)]
    record: CompanyRecord,
    revision: u32,
}

impl Account {
    /// The company's record.
    #[must_use]
    pub fn record(&self) -> CompanyRecord {
        CompanyRecord { company: self.company.clone(), details: self.details.clone() }
    }

    /// The company's own item, at this revision.
    fn item(&self, revision: u32) -> Result<Item, StoreError> {
        let record = self.record();
        let row = record.typed();
        let profile = item(keys::company(&self.company.id), &Profile { record, revision })?;
        listed(profile, Kind::Company, keys::by_name(&self.company.name, &self.company.id), &row)
    }
}

impl Transaction<'_> {
    /// Stores a company's own record as it is now, at its next revision, if neither it nor a contract has changed
    /// since it was read.
    #[must_use]
    pub fn change_company(self, account: &Account) -> Self {
        self.replace(account.item(account.revision + 1), account.revision)
    }

    /// Adds a company that is not there yet.
    #[must_use]
    pub fn create_company(self, account: &Account) -> Self {
        self.create(account.item(account.revision))
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
        Ok(profile.map(|Profile { record: CompanyRecord { company, details }, revision }| Account {
            company,
            details,
            contracts,
            revision,
        }))
    }

    /// Those of these companies that are there, without their contracts, in no order. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn companies(&self, ids: &[CompanyId]) -> Result<Vec<Account>, StoreError> {
        let profiles: Vec<Profile> = self.batch(&ids.iter().map(keys::company).collect::<Vec<_>>()).await?;
        let account = |Profile { record: CompanyRecord { company, details }, revision }| Account {
            company,
            details,
            contracts: Vec::new(),
            revision,
        };
        Ok(profiles.into_iter().map(account).collect())
    }

    /// Adds a company with its contracts; `false` if it is there already. One `PutItem` each.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_account(&self, account: &Account) -> Result<bool, StoreError> {
        let id = &account.company.id;
        for contract in &account.contracts {
            self.create(held_item(id, &Held::Contract(contract.clone()), 0)?).await?;
        }
        self.create(account.item(account.revision)?).await
    }
}
