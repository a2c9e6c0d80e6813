//! What companies have: hardware and licences.

use caseport_domain::id::CompanyId;
use caseport_domain::records::Assets;

use crate::error::StoreError;
use crate::item::{item, read, s, text};
use crate::table::Store;
use caseport_keys as keys;

impl Store {
    /// A company's hardware and licences. One `Query` per megabyte.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn assets(&self, company: &CompanyId) -> Result<Assets, StoreError> {
        let mut assets = Assets::default();
        let mut start = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk")
                .expression_attribute_values(":pk", s(keys::assets(company)))
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(StoreError::service("Query"))?;
            for item in answer.items.unwrap_or_default() {
                match text(&item, "sk") {
                    sk if sk.starts_with(keys::HARDWARE) => assets.hardware.push(read(item)?),
                    sk if sk.starts_with(keys::LICENCE) => assets.licences.push(read(item)?),
                    _ => {}
                }
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(assets);
            }
        }
    }

    /// Adds what a company has; what is there already stays as it is. One `PutItem` each.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_assets(&self, company: &CompanyId, assets: &Assets) -> Result<(), StoreError> {
        for hardware in &assets.hardware {
            self.create(item(keys::hardware(company, &hardware.id), hardware)?).await?;
        }
        for licence in &assets.licences {
            self.create(item(keys::licence(company, &licence.id), licence)?).await?;
        }
        Ok(())
    }
}
