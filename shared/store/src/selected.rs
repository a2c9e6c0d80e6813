//! Lists of cases as people filter and sort them, at a cost that does not grow with them.
//!
//! Whose they are, whether they are open, their days and their order are keys: such a page is one `Query`, and one more
//! where the open cases end and the closed ones begin. What else they are filtered by is looked for among the facets that
//! the index carries: first among as many cases as the page has room for, then among up to three times a thousand, until
//! the page is full or the list ends. A page that is still not full says with its cursor where to look further.

use std::collections::HashMap;

use aws_sdk_dynamodb::operation::query::QueryOutput;
use aws_sdk_dynamodb::types::AttributeValue;
use caseport_domain::case::Status;
use caseport_domain::id::{CompanyId, UserId};
use caseport_domain::policy::Listed;
use caseport_domain::selection::{Named, Selection, Which};
use caseport_keys::{self as keys, Facet};
use caseport_routes::Index;
use jiff::tz::TimeZone;

use crate::cursor::{self, BadCursor, Place, Span};
use crate::error::StoreError;
use crate::item::s;
use crate::lists::{ListError, Lists, Page, row};

/// How many queries a page takes at most.
const MOST: usize = 4;

/// Whose cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Those of a company.
    Company(CompanyId),
    /// Those a contact opened for a company: they may have spoken for another before.
    Contact(UserId, CompanyId),
    /// Those of a company that a contact follows.
    Followed(UserId, CompanyId),
    /// Everybody's.
    Desk,
    /// Those an engineer works on, or nobody.
    Engineer(Option<UserId>),
    /// Those of a company that an engineer works on, or nobody.
    Assigned(CompanyId, Option<UserId>),
}

impl From<Listed<'_>> for Of {
    fn from(listed: Listed<'_>) -> Self {
        match listed {
            Listed::Company(company) => Self::Company(company.clone()),
            Listed::Own(contact, company) => Self::Contact(contact.clone(), company.clone()),
            Listed::Followed(contact, company) => Self::Followed(contact.clone(), company.clone()),
        }
    }
}

/// Which cases are wanted.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Whose.
    pub of: Of,
    /// Which of these.
    pub selection: &'a Selection,
    /// Where the days of the selection are days.
    pub zone: &'a TimeZone,
}

/// What is read to find them.
#[derive(Debug)]
struct Plan {
    index: &'static str,
    /// One after the other.
    stretches: Vec<Stretch>,
    /// All of which a case must have.
    facets: Vec<String>,
    descends: bool,
}

/// A part of an index: a partition, or what lies between two keys of it.
#[derive(Debug)]
struct Stretch {
    pk: String,
    between: Option<[String; 2]>,
}

impl Wanted<'_> {
    fn plan(&self) -> Plan {
        let index = match self.of {
            Of::Company(_) | Of::Assigned(..) => Index::Company,
            Of::Contact(..) | Of::Followed(..) => Index::Contact,
            Of::Desk => Index::Desk,
            Of::Engineer(_) => Index::Engineer,
        };
        Plan {
            index: keys::index_name(index),
            stretches: self.stretches(),
            facets: self.facets(),
            descends: self.selection.order.descends(),
        }
    }

    fn stretches(&self) -> Vec<Stretch> {
        let which = self.selection.which();
        let (from, until) = self.selection.between(self.zone);
        let always = from.is_none() && until.is_none();
        let states: &[bool] = match which {
            Which::Open => &[true],
            Which::Closed => &[false],
            Which::All => &[true, false],
        };
        let opened = |pk: String, company: Option<&CompanyId>| {
            // Read backwards, all of them have the open ones first as they are.
            if always && which == Which::All && self.selection.order.descends() {
                return vec![Stretch { pk, between: company.map(keys::between_all_of_company) }];
            }
            let before = company.map(keys::of_company).unwrap_or_default();
            let stretch = |open: &bool| Stretch {
                pk: pk.clone(),
                between: Some(keys::opened_between(*open, from, until).map(|key| format!("{before}{key}"))),
            };
            states.iter().map(stretch).collect::<Vec<_>>()
        };
        let changed = |pk: &dyn Fn(bool) -> String| {
            let stretch = |open: &bool| Stretch {
                pk: pk(*open),
                between: (!always).then(|| keys::between(from, until)),
            };
            states.iter().map(stretch).collect::<Vec<_>>()
        };
        match &self.of {
            Of::Company(id) | Of::Assigned(id, _) => opened(keys::company_list(id), None),
            Of::Contact(id, company) => opened(keys::contact_list(id), Some(company)),
            Of::Followed(id, company) => opened(keys::followed_list(id), Some(company)),
            Of::Desk => changed(&keys::desk_list),
            Of::Engineer(id) => changed(&|open: bool| keys::engineer_list(id.as_ref(), open)),
        }
    }

    fn facets(&self) -> Vec<String> {
        let Selection { status, product, case_type, mark, named, .. } = self.selection;
        // Which are closed, the keys say.
        let status = status.filter(|status| *status != Status::Closed).map(Facet::Status);
        let engineer = match (&self.of, named) {
            (Of::Assigned(_, id), _) => Some(Facet::Engineer(id.as_ref())),
            (_, Some(Named::Nobody)) => Some(Facet::Engineer(None)),
            (_, Some(Named::Engineer(name))) => Some(Facet::EngineerName(name.as_str())),
            (_, None) => None,
        };
        let (product, case_type) = (product.as_ref().map(Facet::Product), case_type.map(Facet::Type));
        let facets = [product, status, case_type, mark.map(Facet::Mark), engineer];
        facets.into_iter().flatten().map(keys::facet).collect()
    }
}

impl Stretch {
    /// Whether what lies behind this place can be a part of it: a query is to begin within what it reads.
    fn holds(&self, place: &Place) -> bool {
        match (&self.between, place.at()) {
            (Some([first, last]), Some(at)) => first.as_str() <= at && at <= last.as_str(),
            _ => true,
        }
    }
}

impl Plan {
    /// It as far as this place, and no further.
    fn until(mut self, place: &Place) -> Self {
        let part = place.stretch();
        let Some(at) = place.at() else {
            self.stretches.truncate(part);
            return self;
        };
        self.stretches.truncate(part + 1);
        if let Some(stretch) = self.stretches.get_mut(part) {
            let [first, last] = stretch.between.take().unwrap_or_else(keys::between_all);
            stretch.between =
                Some(if self.descends { [at.to_owned(), last] } else { [first, at.to_owned()] });
        }
        self
    }

    /// What its cursors are good for, and nothing else: another filter's would miss cases.
    fn scope(&self) -> String {
        format!("{self:?}")
    }

    /// The names and values of a query's expressions.
    fn values(&self, stretch: &Stretch) -> HashMap<String, AttributeValue> {
        let mut values = HashMap::from([(":pk".to_owned(), s(&stretch.pk))]);
        if let Some([from, until]) = &stretch.between {
            values.extend([(":from".to_owned(), s(from)), (":until".to_owned(), s(until))]);
        }
        values.extend(self.facets.iter().enumerate().map(|(n, facet)| (format!(":facet{n}"), s(facet))));
        values
    }

    fn names(&self) -> HashMap<String, String> {
        let mut names = HashMap::from([("#row".to_owned(), keys::ROW.to_owned())]);
        if !self.facets.is_empty() {
            names.insert("#facets".to_owned(), keys::FACETS.to_owned());
        }
        names
    }

    fn filter(&self) -> Option<String> {
        let each = (0..self.facets.len()).map(|n| format!("contains(#facets, :facet{n})"));
        (!self.facets.is_empty()).then(|| each.collect::<Vec<_>>().join(" AND "))
    }
}

impl Lists {
    /// A page of `size` of the wanted cases, from where `after` ended. One `Query` if they are wanted by keys only, two
    /// where the open ones end and the closed ones begin; else at most four, and the page may have fewer lines than
    /// there is room for and a cursor all the same: of where to look further.
    ///
    /// # Errors
    /// [`BadCursor`] for a cursor that is not of this list, filtered and sorted like this; else
    /// when DynamoDB fails.
    pub async fn select(
        &self,
        wanted: &Wanted<'_>,
        size: usize,
        after: Option<&str>,
    ) -> Result<Page, ListError> {
        let plan = wanted.plan();
        self.planned(&plan, &plan.scope(), size, after).await
    }

    /// A page of what is planned, its cursors good for this.
    async fn planned(
        &self,
        plan: &Plan,
        scope: &str,
        size: usize,
        after: Option<&str>,
    ) -> Result<Page, ListError> {
        let mut at = match after {
            None => Place::beginning(0),
            Some(text) => cursor::open(&self.key, scope, text)?,
        };
        if plan.stretches.get(at.stretch()).is_some_and(|stretch| !stretch.holds(&at)) {
            return Err(BadCursor.into());
        }
        let mut rows = Vec::new();
        for query in 0..MOST {
            let (part, room) = (at.stretch(), size - rows.len());
            let Some(stretch) = plan.stretches.get(part) else { break };
            let limit = if query == 0 || plan.facets.is_empty() { room } else { self.look };
            let answer = self.look(plan, stretch, limit, at).await?;
            let items = answer.items.unwrap_or_default();
            for item in items.iter().take(room) {
                rows.push(row(item)?);
            }
            let last =
                if items.len() > room { items.get(room - 1) } else { answer.last_evaluated_key.as_ref() };
            at = match last {
                Some(last) => Place::of(plan.index, last).within(part),
                None => Place::beginning(part + 1),
            };
            if rows.len() == size {
                break;
            }
        }
        let next = (at.stretch() < plan.stretches.len()).then(|| cursor::seal(&self.key, scope, &at));
        Ok(Page { rows, next })
    }

    /// So many pages of `size` as one, or as many as this part of the list has: for what has more lines than a query reads.
    /// Each costs what [`Lists::select`] says, and so does a look at whether there is a case behind the last. Of parts that each
    /// end where the next one begins, no case falls between two, whatever has been opened since the first was read.
    ///
    /// # Errors
    /// Those of [`Lists::select`]; [`BadCursor`] too if the part ends before it begins.
    pub async fn select_pages(
        &self,
        wanted: &Wanted<'_>,
        size: usize,
        pages: usize,
        span: Span<'_>,
    ) -> Result<Page, ListError> {
        let plan = wanted.plan();
        let scope = plan.scope();
        let plan = match span.until {
            None => plan,
            Some(text) => plan.until(&cursor::open(&self.key, &scope, text)?),
        };
        let mut whole = Page { rows: Vec::new(), next: span.after.map(str::to_owned) };
        for _ in 0..pages {
            let page = self.planned(&plan, &scope, size, whole.next.as_deref()).await?;
            whole.rows.extend(page.rows);
            whole.next = page.next;
            if whole.next.is_none() {
                return Ok(whole);
            }
        }
        let behind = self.planned(&plan, &scope, 1, whole.next.as_deref()).await?;
        if behind.is_end() {
            whole.next = None;
        }
        Ok(whole)
    }

    /// One `Query`: of so many cases of a stretch, from a place in it, those that have all facets.
    async fn look(
        &self,
        plan: &Plan,
        stretch: &Stretch,
        limit: usize,
        at: Place,
    ) -> Result<QueryOutput, StoreError> {
        let name = plan.index;
        let condition = match stretch.between {
            None => format!("{name}_pk = :pk"),
            Some(_) => format!("{name}_pk = :pk AND {name}_sk BETWEEN :from AND :until"),
        };
        // Where the page may end before the query does, its last line is needed with its keys.
        let projection =
            if plan.facets.is_empty() { "#row".to_owned() } else { format!("#row, pk, sk, {name}_sk") };
        self.store
            .client
            .query()
            .table_name(&self.store.table)
            .index_name(name)
            .key_condition_expression(condition)
            .set_filter_expression(plan.filter())
            .set_expression_attribute_values(Some(plan.values(stretch)))
            .set_expression_attribute_names(Some(plan.names()))
            .projection_expression(projection)
            .scan_index_forward(!plan.descends)
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .set_exclusive_start_key(at.behind(name, &stretch.pk))
            .send()
            .await
            .map_err(StoreError::service("Query"))
    }
}
