//! Taking people off the cases that they follow from outside, whosever these are.

use caseport_domain::actor::Author;
use caseport_domain::addresses::Addresses;
use caseport_domain::case::chain::Salt;
use caseport_domain::case::{Command, Outside, RuleBook};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_keys as keys;
use caseport_routes::Index;
use jiff::Timestamp;

use super::{PAGE, TRIES};
use crate::cases::{Step, Stored};
use crate::error::StoreError;
use crate::item::{s, text};
use crate::table::Store;

impl Store {
    /// Takes whoever follows cases from outside at one of these addresses, or is asked to, off some of them; `true` once there
    /// are none. Who is taken off is found no more, so that this can be begun again wherever it broke off.
    ///
    /// AWS calls: a `Query` for each address until one is found at which cases are followed; for each of up to 25 of these what
    /// [`Self::dismiss`] takes.
    ///
    /// # Errors
    /// When DynamoDB fails, or a case moves on again and again.
    pub(super) async fn erase_from_outside(
        &self,
        addresses: &Addresses,
        now: impl Fn() -> Timestamp,
        salt: impl Fn() -> Salt,
    ) -> Result<bool, StoreError> {
        for address in addresses.each() {
            let followed = self.followed_at(address).await?;
            if followed.is_empty() {
                continue;
            }
            for (number, outsider) in followed {
                Box::pin(self.dismiss(number, &outsider, now(), &salt)).await?;
            }
            return Ok(false);
        }
        Ok(true)
    }

    /// Up to 25 cases that are followed from outside at an address, in whatever case it is written, each with who follows it or
    /// is asked to. One `Query`.
    async fn followed_at(&self, address: &str) -> Result<Vec<(CaseNumber, UserId)>, StoreError> {
        let name = keys::index_name(Index::Outside);
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .index_name(name)
            .key_condition_expression(format!("{name}_pk = :pk"))
            .expression_attribute_values(":pk", s(keys::outside_list(address)))
            .limit(i32::from(PAGE))
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let items = answer.items.unwrap_or_default();
        let places = items.iter().map(|item| keys::outside_of(text(item, "pk"), text(item, "sk")));
        places.collect::<Option<_>>().ok_or(StoreError::Torn("an address outside is one of a case"))
    }

    /// Takes somebody off a case who follows it from outside, or is asked to. Of who was asked too long ago, only the address
    /// is left to be deleted.
    ///
    /// AWS calls: a `GetItem` and a `TransactWriteItems`, both again while the case moves on; for what is left of who was asked
    /// too long ago a `GetItem` and a `DeleteItem`.
    async fn dismiss(
        &self,
        number: CaseNumber,
        outsider: &UserId,
        now: Timestamp,
        salt: impl Fn() -> Salt,
    ) -> Result<(), StoreError> {
        let command = Command::Outside(Outside::Dismiss { outsider: outsider.clone() });
        for _ in 0..TRIES {
            let before = self.case(number).await?;
            let step = before.map(|before| {
                RuleBook::default().step(&before, &Author::System, command.clone(), now, salt())
            });
            let Some(Ok((after, event))) = step else {
                return self.forget(keys::outside(number, outsider)).await;
            };
            if self.store(&Step::new(&after, &event)).await? == Stored::Now {
                return Ok(());
            }
        }
        Err(StoreError::Torn("a case moved on again and again while somebody outside was taken off it"))
    }
}
