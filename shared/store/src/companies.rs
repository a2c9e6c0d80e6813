//! Companies and their contracts.

use caseport_domain::contract::{Company, Contract};
use caseport_domain::id::CompanyId;

use crate::error::StoreError;
use crate::item::{item, read, s, text};
use crate::table::Store;
use caseport_keys as keys;

/// A company with what it has bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The company.
    pub company: Company,
    /// Its contracts, running or not.
    pub contracts: Vec<Contract>,
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
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let mut company = None;
        let mut contracts = Vec::new();
        for item in answer.items.unwrap_or_default() {
            match text(&item, "sk") {
                keys::PROFILE => company = Some(read(item)?),
                sk if sk.starts_with(keys::CONTRACT) => contracts.push(read(item)?),
                _ => {}
            }
        }
        Ok(company.map(|company| Account { company, contracts }))
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
        self.create(item(keys::company(id), &account.company)?).await
    }
}
