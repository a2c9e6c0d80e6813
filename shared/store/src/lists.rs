//! Lists of cases, a page at a time.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use caseport_aws::{Missing, SdkConfig};
use caseport_domain::case::CaseRow;
use caseport_domain::id::{CaseNumber, CompanyId, UserId};
use caseport_domain::records::{Kind, Typed};
use caseport_routes::Index;
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use crate::cases::until;
use crate::cursor::{self, BadCursor, CursorKey, Place, Span};
use crate::error::StoreError;
use crate::item::{Item, s, text};
use crate::table::Store;
use crate::users::Colleague;
use caseport_keys as keys;

/// How many cases a query behind a page's first looks through: they fit into the megabyte that it reads.
const LOOK: usize = 1_000;

/// How many of the vendor's own people are offered at most.
const STAFF: i32 = 1_000;

/// The table with the key that signs the cursors of its lists.
#[derive(Debug)]
pub struct Lists {
    pub(crate) store: Store,
    pub(crate) key: CursorKey,
    /// How many cases a query behind a page's first looks through.
    pub(crate) look: usize,
}

impl Lists {
    /// The lists of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE` and `CURSOR_KEY`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self::of(Store::new(config)?, CursorKey::from_settings()?))
    }

    /// The lists of a table, their cursors signed with this key.
    #[must_use]
    pub const fn of(store: Store, key: CursorKey) -> Self {
        Self { store, key, look: LOOK }
    }

    /// The same, of which a query behind a page's first looks through so many cases: for tests.
    #[must_use]
    pub fn looking_through(self, look: usize) -> Self {
        Self { look, ..self }
    }

    /// The table.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }
}

/// A list of which every case is looked through: the open ones first, newest first. What people ask for is a
/// [`Selection`](caseport_domain::selection::Selection).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// The cases of a company.
    Company(CompanyId),
    /// The cases a contact opened, for whichever company.
    OpenedBy(UserId),
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<Row = CaseRow> {
    /// Its lines.
    pub rows: Vec<Row>,
    /// What to ask for the next page with; none on the last.
    pub next: Option<String>,
}

impl<Row> Page<Row> {
    /// Whether it has nothing, and nothing comes after it.
    pub(crate) const fn is_end(&self) -> bool {
        self.rows.is_empty() && self.next.is_none()
    }
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The cursor is not one of this list.
    #[error(transparent)]
    Cursor(#[from] BadCursor),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A list as a query.
pub(crate) struct Query {
    pub(crate) index: Index,
    pub(crate) pk: String,
    pub(crate) sorted: Sorted,
    pub(crate) ascending: bool,
}

/// Which of a partition are read, by their sort keys in the index.
pub(crate) enum Sorted {
    /// All.
    All,
    /// Those that begin so.
    Beginning(String),
    /// All as far as this one, of a list that ascends.
    UpTo(String),
}

impl Query {
    /// All records of a kind.
    fn records(kind: Kind) -> Self {
        Self { index: Index::Directory, pk: keys::directory(kind), sorted: Sorted::All, ascending: true }
    }

    /// What its cursors are good for. Where it ends is no part of it: they are those of the whole list.
    fn scope(&self) -> String {
        let begins = match &self.sorted {
            Sorted::Beginning(text) => text.as_str(),
            Sorted::All | Sorted::UpTo(_) => "",
        };
        format!("{}/{}/{begins}", keys::index_name(self.index), self.pk)
    }

    /// The names and values of its condition.
    fn values(&self) -> HashMap<String, AttributeValue> {
        let mut values = HashMap::from([(":pk".to_owned(), s(&self.pk))]);
        if let Sorted::Beginning(key) | Sorted::UpTo(key) = &self.sorted {
            values.insert(":key".to_owned(), s(key));
        }
        values
    }
}

impl List {
    fn query(&self) -> Query {
        let (index, pk) = match self {
            Self::Company(id) => (Index::Company, keys::company_list(id)),
            Self::OpenedBy(id) => (Index::Contact, keys::contact_list(id)),
        };
        Query { index, pk, sorted: Sorted::All, ascending: false }
    }
}

impl Lists {
    /// A page of `size` lines of a list, from where `after` ended. One `Query`.
    ///
    /// # Errors
    /// [`BadCursor`] for a cursor that is not of this list; else when DynamoDB fails.
    pub async fn page(&self, list: &List, size: u8, after: Option<&str>) -> Result<Page, ListError> {
        self.query(&list.query(), i32::from(size), after).await
    }

    /// A page of `size` records of a kind whose place begins so, from where `after` ended. One `Query`.
    ///
    /// # Errors
    /// [`BadCursor`] for a cursor that is not of this list; else when DynamoDB fails.
    pub async fn records(
        &self,
        kind: Kind,
        begins: &str,
        size: u16,
        after: Option<&str>,
    ) -> Result<Page<Typed>, ListError> {
        let mut query = Query::records(kind);
        if !begins.is_empty() {
            query.sorted = Sorted::Beginning(begins.to_owned());
        }
        self.query(&query, i32::from(size), after).await
    }

    /// So many pages of `size` records of a kind as one, or as many as this part of their list has. One `Query` each, and one
    /// that looks whether there is a record behind the last.
    ///
    /// # Errors
    /// [`BadCursor`] for a cursor that is not of this list, or if the part ends before it begins; else when DynamoDB fails.
    pub async fn record_pages(
        &self,
        kind: Kind,
        size: u16,
        pages: usize,
        span: Span<'_>,
    ) -> Result<Page<Typed>, ListError> {
        let mut query = Query::records(kind);
        if let Some(until) = span.until {
            let last = cursor::open(&self.key, &query.scope(), until)?;
            query.sorted = Sorted::UpTo(last.at().ok_or(BadCursor)?.to_owned());
        }
        let mut whole = Page { rows: Vec::new(), next: span.after.map(str::to_owned) };
        for _ in 0..pages {
            let page = self.query(&query, i32::from(size), whole.next.as_deref()).await?;
            whole.rows.extend(page.rows);
            whole.next = page.next;
            if whole.next.is_none() {
                return Ok(whole);
            }
        }
        let behind: Page<Typed> = self.query(&query, 1, whole.next.as_deref()).await?;
        if behind.is_end() {
            whole.next = None;
        }
        Ok(whole)
    }

    /// The vendor's own people by name, also those who left: their cases are still theirs. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or a line cannot be read.
    pub async fn staff(&self) -> Result<Vec<Colleague>, ListError> {
        let (index, pk) = (Index::Directory, keys::staff_list());
        let query = Query { index, pk, sorted: Sorted::All, ascending: true };
        Ok(self.query(&query, STAFF, None).await?.rows)
    }

    /// A page of any list. One `Query`.
    pub(crate) async fn query<Row: DeserializeOwned>(
        &self,
        query: &Query,
        size: i32,
        after: Option<&str>,
    ) -> Result<Page<Row>, ListError> {
        let name = keys::index_name(query.index);
        let scope = query.scope();
        let start = after.map(|text| cursor::open(&self.key, &scope, text)).transpose()?;
        if let (Some(start), Sorted::UpTo(last)) = (start.as_ref().and_then(Place::at), &query.sorted)
            && start > last.as_str()
        {
            return Err(BadCursor.into());
        }
        let condition = match &query.sorted {
            Sorted::All => format!("{name}_pk = :pk"),
            Sorted::Beginning(_) => format!("{name}_pk = :pk AND begins_with({name}_sk, :key)"),
            Sorted::UpTo(_) => format!("{name}_pk = :pk AND {name}_sk <= :key"),
        };
        let answer = self
            .store
            .client
            .query()
            .table_name(&self.store.table)
            .index_name(name)
            .key_condition_expression(condition)
            .set_expression_attribute_values(Some(query.values()))
            .projection_expression("#row")
            .expression_attribute_names("#row", keys::ROW)
            .scan_index_forward(query.ascending)
            .limit(size)
            .set_exclusive_start_key(start.map(|place| place.into_key(name, &query.pk)))
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let rows = answer.items.unwrap_or_default().iter().map(row).collect::<Result<_, _>>()?;
        let next = answer
            .last_evaluated_key
            .map(|last| cursor::seal(&self.key, &scope, &cursor::Place::of(name, &last)));
        Ok(Page { rows, next })
    }
}

impl Store {
    /// The cases of this shard whose instant of this kind has come, behind this place if there is one, oldest first: at most
    /// 100, and the place behind which there may be more. A case is known by its key, whatever else of it can be read. One
    /// `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn due(
        &self,
        due: Due,
        shard: u64,
        now: Timestamp,
        after: Option<Place>,
    ) -> Result<(Vec<CaseNumber>, Option<Place>), StoreError> {
        let (index, pk) = match due {
            Due::Closing => (Index::Closing, keys::closing_list(shard)),
            Due::Reminder => (Index::Reminder, keys::reminder_list(shard)),
        };
        let name = keys::index_name(index);
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .index_name(name)
            .key_condition_expression(format!("{name}_pk = :pk AND {name}_sk <= :until"))
            .expression_attribute_values(":pk", s(&pk))
            .expression_attribute_values(":until", s(until(now)))
            .projection_expression("pk, sk")
            .limit(100)
            .set_exclusive_start_key(after.map(|place| place.into_key(name, &pk)))
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let items = answer.items.unwrap_or_default();
        let cases = items.iter().filter_map(|item| keys::snapshot_of(text(item, "pk"), text(item, "sk")));
        Ok((cases.collect(), answer.last_evaluated_key.map(|last| Place::of(name, &last))))
    }
}

/// Which instants of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// When they close by themselves.
    Closing,
    /// When their reminder is due.
    Reminder,
}

pub(crate) fn row<Row: DeserializeOwned>(item: &Item) -> Result<Row, StoreError> {
    Ok(serde_json::from_str(text(item, keys::ROW))?)
}
