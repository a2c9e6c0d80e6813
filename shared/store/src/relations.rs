//! Whom a partner's contact may act for, and who confirms a company's requests for access.

use std::collections::BTreeSet;

use caseport_domain::id::{CompanyId, UserId};
use caseport_domain::relation::Relation;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{item, read};
use crate::table::Store;
use caseport_keys::{self as keys, Key};

/// That somebody acted for a company.
#[derive(Serialize, Deserialize)]
struct Acted {
    company: CompanyId,
}

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

    /// Those of these relations that are there: partner and customer. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn relations_of(&self, pairs: &[(CompanyId, CompanyId)]) -> Result<Vec<Relation>, StoreError> {
        let mut keys: Vec<Key> =
            pairs.iter().map(|(partner, customer)| keys::serves(partner, customer)).collect();
        keys.sort_by(|a, b| (&a.pk, &a.sk).cmp(&(&b.pk, &b.sk)));
        keys.dedup();
        self.batch(&keys).await
    }

    /// The companies that a partner serves. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn companies_served(&self, partner: &CompanyId) -> Result<Vec<Relation>, StoreError> {
        Ok(self.relations(partner).await?.serves.into_iter().map(|tie| tie.relation).collect())
    }

    /// Notes that somebody acts for a company, if it is not noted yet. A relation may end, and what they did for the company
    /// stays: this says where it is found. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn note_acting(&self, user: &UserId, company: &CompanyId) -> Result<(), StoreError> {
        let acted = Acted { company: company.clone() };
        self.create(item(keys::acted_for(user, company), &acted)?).await.map(drop)
    }

    /// The companies that somebody ever acted for, by identifier. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn acted_for(&self, user: &UserId) -> Result<Vec<CompanyId>, StoreError> {
        let items = self.items(keys::acted(user)).await?.into_iter();
        items.map(|item| read::<Acted>(item).map(|acted| acted.company)).collect()
    }

    /// The companies in whose cases somebody may stand: their own first, then those that it serves and those they ever
    /// acted for, by identifier. Two `Query`s.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn companies_of(&self, user: &UserId, home: &CompanyId) -> Result<Vec<CompanyId>, StoreError> {
        let served = self.companies_served(home).await?.into_iter().map(|relation| relation.customer);
        let mut others: BTreeSet<CompanyId> = served.collect();
        others.extend(self.acted_for(user).await?);
        others.remove(home);
        Ok(std::iter::once(home.clone()).chain(others).collect())
    }

    /// Who confirms this company's requests for access, if anybody was named. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn prime_contact(&self, company: &CompanyId) -> Result<Option<UserId>, StoreError> {
        Ok(self.account(company).await?.and_then(|account| account.details.prime_contact))
    }
}
