//! The vendor's records: what is held, products, who serves whom, and who changed what.

use aws_sdk_dynamodb::types::{Delete, Put};
use caseport_domain::actor::Level;
use caseport_domain::audit::Entry;
use caseport_domain::contract::{Contract, Product};
use caseport_domain::id::{CompanyId, ProductId};
use caseport_domain::records::{Hardware, Held, Kind, Licence, Typed};
use caseport_domain::relation::Relation;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cursor::BadCursor;
use crate::error::StoreError;
use crate::item::{Item, item, n, read, s, text};
use crate::lists::{ListError, row};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys::{self as keys, Key};

/// A part of what changed of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailPart {
    /// The changes, the newest first.
    pub entries: Vec<Entry>,
    /// The place that those before them are asked for with; none if there are none.
    pub older: Option<String>,
}

/// A record with its revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versioned<T> {
    /// The record.
    #[serde(flatten)]
    pub record: T,
    /// Each change raises it by one, from [`first_revision`] on.
    #[serde(default)]
    pub revision: u32,
}

/// The revision of a record that is added now: the second it is. A record that was taken away, and had the same identifier, was
/// at an earlier one, unless it changed more often than once a second: what was read of that one changes nothing of this.
#[must_use]
pub fn first_revision(now: Timestamp) -> u32 {
    u32::try_from(now.as_second()).unwrap_or_default()
}

/// Something that is held, with whose it is.
#[derive(Deserialize)]
struct Of<T> {
    company: CompanyId,
    #[serde(flatten)]
    held: Versioned<T>,
}

/// A relation with the names of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The relation.
    #[serde(flatten)]
    pub relation: Relation,
    /// The partner's name.
    pub partner_name: String,
}

/// Whom a company serves, and who serves it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Relations {
    /// Whom it serves.
    pub serves: Vec<Tie>,
    /// Who serves it.
    pub served_by: Vec<Tie>,
}

/// Where something that is held lies; nothing for an identifier or a kind that cannot be.
fn held_key(company: &CompanyId, kind: Kind, id: &str) -> Option<Key> {
    match kind {
        Kind::Contract => Some(keys::contract(company, &id.parse().ok()?)),
        Kind::Hardware => Some(keys::hardware(company, &id.parse().ok()?)),
        Kind::Licence => Some(keys::licence(company, &id.parse().ok()?)),
        Kind::Company | Kind::Contact | Kind::Product | Kind::Relation => None,
    }
}

/// Something that is held, as an item at this revision.
pub(crate) fn held_item(company: &CompanyId, held: &Held, revision: u32) -> Result<Item, StoreError> {
    let key = held_key(company, held.kind(), held.id());
    let mut item = item(key.ok_or(StoreError::Torn("what is held has a key"))?, held)?;
    item.insert("revision".into(), n(revision));
    item.insert("company".into(), s(company.as_str()));
    let place = format!("{}{}", keys::of_company(company), held.id());
    listed(item, held.kind(), place, &held.typed().with("company", company.as_str()))
}

/// An item with its line in the directory.
pub(crate) fn listed(item: Item, kind: Kind, place: String, row: &Typed) -> Result<Item, StoreError> {
    listed_in(keys::directory(kind), item, place, row)
}

/// An item with its line in a partition of the directory.
pub(crate) fn listed_in(
    pk: String,
    mut item: Item,
    place: String,
    row: &impl Serialize,
) -> Result<Item, StoreError> {
    let name = keys::index_name(caseport_routes::Index::Directory);
    item.insert(format!("{name}_pk"), s(pk));
    item.insert(format!("{name}_sk"), s(place));
    item.insert(keys::ROW.into(), s(serde_json::to_string(row)?));
    Ok(item)
}

impl Transaction<'_> {
    /// Adds something to what a company holds.
    #[must_use]
    pub fn create_held(self, company: &CompanyId, held: &Held, now: Timestamp) -> Self {
        self.create(held_item(company, held, first_revision(now)))
    }

    /// Changes something that a company holds, if it still has this revision.
    #[must_use]
    pub fn change_held(self, company: &CompanyId, held: &Held, revision: u32) -> Self {
        self.replace(held_item(company, held, revision + 1), revision)
    }

    /// Removes something that a company holds, if it still has this revision.
    #[must_use]
    pub fn remove_held(self, company: &CompanyId, held: &Versioned<Held>) -> Self {
        match held_key(company, held.record.kind(), held.record.id()) {
            Some(key) => self.remove_at(key, held.revision),
            None => self.tear(StoreError::Torn("what is held has a key")),
        }
    }

    /// Deletes a record that still has this revision.
    fn remove_at(self, key: Key, revision: u32) -> Self {
        let delete = Delete::builder()
            .condition_expression("revision = :revision")
            .expression_attribute_values(":revision", n(revision));
        self.delete_if(key, delete)
    }

    /// Adds a product.
    #[must_use]
    pub fn create_product(self, product: &Product, now: Timestamp) -> Self {
        self.create(product_item(product, first_revision(now)))
    }

    /// Changes a product, if it still has this revision.
    #[must_use]
    pub fn change_product(self, product: &Product, revision: u32) -> Self {
        self.replace(product_item(product, revision + 1), revision)
    }

    /// Removes a product, if it still has this revision.
    #[must_use]
    pub fn remove_product(self, product: &Versioned<Product>) -> Self {
        self.remove_at(keys::product(&product.record.id), product.revision)
    }

    /// Has a company serve another at a level, if it serves it at this one so far; without one, if it does not serve it yet.
    #[must_use]
    pub fn relate(self, tie: &Tie, before: Option<Level>) -> Self {
        let Relation { partner, customer, .. } = &tie.relation;
        let put = || match before {
            None => Put::builder().condition_expression("attribute_not_exists(pk)"),
            Some(level) => Put::builder()
                .condition_expression("#level = :level")
                .expression_attribute_names("#level", "level")
                .expression_attribute_values(":level", s(level.code())),
        };
        self.put(put(), serves_item(tie)).put(put(), item(keys::served_by(customer, partner), tie))
    }

    /// Has a company serve another no more.
    #[must_use]
    pub fn unrelate(self, partner: &CompanyId, customer: &CompanyId) -> Self {
        self.delete(keys::serves(partner, customer)).delete(keys::served_by(customer, partner))
    }
}

/// That a company serves another, as it stands in the directory. What says so from the other side does not.
fn serves_item(tie: &Tie) -> Result<Item, StoreError> {
    let Relation { partner, customer, .. } = &tie.relation;
    let place = format!("{}{customer}", keys::of_company(partner));
    listed(item(keys::serves(partner, customer), tie)?, Kind::Relation, place, &tie.relation.typed())
}

fn product_item(product: &Product, revision: u32) -> Result<Item, StoreError> {
    item(keys::product(&product.id), &Versioned { record: product, revision })
}

impl Store {
    /// Something that a company holds. One `BatchGetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn held(
        &self,
        company: &CompanyId,
        kind: Kind,
        id: &str,
    ) -> Result<Option<Versioned<Held>>, StoreError> {
        let Some(key) = held_key(company, kind, id) else { return Ok(None) };
        Ok(self.held_at(kind, &[key]).await?.pop().map(|(_, held)| held))
    }

    /// Those of these things that are there: of one kind, by company and identifier. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn all_held(
        &self,
        kind: Kind,
        ids: &[(CompanyId, String)],
    ) -> Result<Vec<(CompanyId, Versioned<Held>)>, StoreError> {
        let mut keys: Vec<Key> = ids.iter().filter_map(|(company, id)| held_key(company, kind, id)).collect();
        keys.sort_by(|a, b| (&a.pk, &a.sk).cmp(&(&b.pk, &b.sk)));
        keys.dedup();
        self.held_at(kind, &keys).await
    }

    async fn held_at(
        &self,
        kind: Kind,
        keys: &[Key],
    ) -> Result<Vec<(CompanyId, Versioned<Held>)>, StoreError> {
        fn held<T>(found: Vec<Of<T>>, held: impl Fn(T) -> Held) -> Vec<(CompanyId, Versioned<Held>)> {
            let each = |of: Of<T>| {
                let Versioned { record, revision } = of.held;
                (of.company, Versioned { record: held(record), revision })
            };
            found.into_iter().map(each).collect()
        }
        Ok(match kind {
            Kind::Contract => held(self.batch::<Of<Contract>>(keys).await?, Held::Contract),
            Kind::Hardware => held(self.batch::<Of<Hardware>>(keys).await?, Held::Hardware),
            Kind::Licence => held(self.batch::<Of<Licence>>(keys).await?, Held::Licence),
            Kind::Company | Kind::Contact | Kind::Product | Kind::Relation => Vec::new(),
        })
    }

    /// The first of all contracts, of all hardware or of all licences that is for a product, as it stands in the directory, which
    /// may be a moment behind. One `Query` per megabyte of them.
    ///
    /// # Errors
    /// When DynamoDB fails or a line cannot be read.
    pub async fn held_for(&self, kind: Kind, product: &ProductId) -> Result<Option<Typed>, StoreError> {
        let is_for = |line: &Typed| {
            ["product", "products"].into_iter().any(|field| line.all(field).contains(&product.as_str()))
        };
        let name = keys::index_name(caseport_routes::Index::Directory);
        let mut start = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.table)
                .index_name(name)
                .key_condition_expression(format!("{name}_pk = :pk"))
                // Lines are JSON: what has the identifier elsewhere is told apart below.
                .filter_expression("contains(#row, :product)")
                .expression_attribute_values(":pk", s(keys::directory(kind)))
                .expression_attribute_values(":product", s(format!("\"{product}\"")))
                .projection_expression("#row")
                .expression_attribute_names("#row", keys::ROW)
                .set_exclusive_start_key(start)
                .send()
                .await
                .map_err(StoreError::service("Query"))?;
            for item in answer.items.unwrap_or_default() {
                let line: Typed = row(&item)?;
                if is_for(&line) {
                    return Ok(Some(line));
                }
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(None);
            }
        }
    }

    /// All products, by name. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn products(&self) -> Result<Vec<Versioned<Product>>, StoreError> {
        let all: ProductId = "all".parse().map_err(|_| StoreError::Torn("`all` is an identifier"))?;
        let items = self.items(keys::product(&all).pk).await?.into_iter();
        let mut products: Vec<Versioned<Product>> = items.map(read).collect::<Result<_, _>>()?;
        products.sort_by(|a, b| a.record.name.cmp(&b.record.name));
        Ok(products)
    }

    /// Adds a product; `false` if it is there already. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_product(&self, product: &Product) -> Result<bool, StoreError> {
        self.create(product_item(product, 0)?).await
    }

    /// Whom a company serves, and who serves it. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn relations(&self, company: &CompanyId) -> Result<Relations, StoreError> {
        let mut relations = Relations::default();
        for item in self.items(keys::relations(company)).await? {
            match text(&item, "sk") {
                sk if sk.starts_with(keys::SERVES) => relations.serves.push(read(item)?),
                sk if sk.starts_with(keys::SERVED_BY) => relations.served_by.push(read(item)?),
                _ => {}
            }
        }
        Ok(relations)
    }

    /// Adds a relation; what is there already stays as it is. Two `PutItem`s.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_relation(&self, tie: &Tie) -> Result<(), StoreError> {
        let Relation { partner, customer, .. } = &tie.relation;
        self.create(serves_item(tie)?).await?;
        self.create(item(keys::served_by(customer, partner), tie)?).await?;
        Ok(())
    }

    /// A part of what changed of a record, the newest first: so many changes, of those before the place that the part before
    /// ended at. One `Query`.
    ///
    /// A place is no secret and is not signed: it says when, of a record that whoever asks may read all of.
    ///
    /// # Errors
    /// [`BadCursor`] for what is no place; else when DynamoDB fails or an item cannot be read.
    pub async fn trail_part(
        &self,
        kind: &str,
        id: &str,
        most: u8,
        before: Option<&str>,
    ) -> Result<TrailPart, ListError> {
        let is_place = |text: &str| {
            text.split_once('#')
                .is_some_and(|(at, nonce)| at.parse::<Timestamp>().is_ok() && !nonce.is_empty())
        };
        if before.is_some_and(|before| !is_place(before)) {
            return Err(BadCursor.into());
        }
        let condition = if before.is_some() { "pk = :pk AND sk < :before" } else { "pk = :pk" };
        let pk = keys::audit(kind, id, Timestamp::UNIX_EPOCH, "").pk;
        let values = [(":pk".to_owned(), s(pk))];
        let values =
            values.into_iter().chain(before.map(|before| (":before".to_owned(), s(before)))).collect();
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression(condition)
            .set_expression_attribute_values(Some(values))
            .consistent_read(true)
            .scan_index_forward(false)
            // One more tells whether there are further ones.
            .limit(i32::from(most) + 1)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let mut items = answer.items.unwrap_or_default();
        let goes_on = items.len() > usize::from(most);
        items.truncate(most.into());
        let older = items.last().filter(|_| goes_on).map(|last| text(last, "sk").to_owned());
        let entries = items.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(TrailPart { entries, older })
    }
}
