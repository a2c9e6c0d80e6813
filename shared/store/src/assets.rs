//! What companies have: hardware and licences.

use caseport_domain::id::CompanyId;
use caseport_domain::records::{Assets, Held};

use crate::error::StoreError;
use crate::item::{read, text};
use crate::records::held_item;
use crate::table::Store;
use caseport_keys as keys;

impl Store {
    /// A company's hardware and licences. One `Query` per megabyte.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn assets(&self, company: &CompanyId) -> Result<Assets, StoreError> {
        let mut assets = Assets::default();
        for item in self.items(keys::assets(company)).await? {
            match text(&item, "sk") {
                sk if sk.starts_with(keys::HARDWARE) => assets.hardware.push(read(item)?),
                sk if sk.starts_with(keys::LICENCE) => assets.licences.push(read(item)?),
                _ => {}
            }
        }
        Ok(assets)
    }

    /// Adds what a company has; what is there already stays as it is. One `PutItem` each.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_assets(&self, company: &CompanyId, assets: &Assets) -> Result<(), StoreError> {
        for hardware in &assets.hardware {
            self.create(held_item(company, &Held::Hardware(hardware.clone()), 0)?).await?;
        }
        for licence in &assets.licences {
            self.create(held_item(company, &Held::Licence(licence.clone()), 0)?).await?;
        }
        Ok(())
    }
}
