//! Whom a partner's contact may act for, and who confirms a company's requests for access.

use caseport_domain::id::{CompanyId, UserId};
use caseport_domain::relation::Relation;

use crate::error::StoreError;
use crate::table::Store;
use caseport_keys as keys;

impl Store {
    /// That a partner serves a company, if it does. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn relation(
        &self,
        partner: &CompanyId,
        customer: &CompanyId,
    ) -> Result<Option<Relation>, StoreError> {
        self.get(keys::serves(partner, customer)).await
    }

    /// The companies that a partner serves. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn companies_served(&self, partner: &CompanyId) -> Result<Vec<Relation>, StoreError> {
        Ok(self.relations(partner).await?.serves.into_iter().map(|tie| tie.relation).collect())
    }

    /// Who confirms this company's requests for access, if anybody was named. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn prime_contact(&self, company: &CompanyId) -> Result<Option<UserId>, StoreError> {
        Ok(self.account(company).await?.and_then(|account| account.details.prime_contact))
    }
}
