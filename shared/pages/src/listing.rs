//! What lists of cases have in common: what was asked for, what can be, and where they go on.

use std::borrow::Cow;

use caseport_domain::actor::Person;
use caseport_domain::case::{CaseRow, CaseType, Marked, Status};
use caseport_domain::case_lists::Column;
use caseport_domain::contract::Product;
use caseport_domain::input::Flaws;
use caseport_domain::records::Typed;
use caseport_domain::selection::{Order, Selection, Show, Side, Which, Whose};
use caseport_i18n::Tr;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::{Chrome, form};

/// How many cases a part of a sheet has, for an answer of Lambda to have room for it.
pub const SHEET_LINES: usize = 5_000;

/// What a list was asked for, and where it goes on.
#[derive(Clone, Debug, Serialize)]
pub struct Listing {
    /// The parameters that were given, as typed.
    pub asked: Typed,
    /// The cursor of the next page (`?after=`), if there is one.
    pub next: Option<String>,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    /// Whether this is not the first page.
    #[serde(skip)]
    pub(crate) further: bool,
    /// Whether the page has room left, and there may be more all the same.
    #[serde(skip)]
    pub(crate) looks_further: bool,
    /// Whether there are others' cases among those that the reader sees without following them.
    #[serde(skip)]
    pub(crate) is_shared: bool,
    #[serde(skip)]
    side: Side,
    /// Whose the cases of the page are: identifier and name. For the desk.
    #[serde(skip)]
    pub(crate) companies: Vec<(String, String)>,
    /// What can be chosen: what the cases of the page are about, or all that cases can be about. Identifier and name.
    #[serde(skip)]
    products: Vec<(String, String)>,
    /// Who works on them, or all who can: identifier and name. For customers, who know engineers by name only, twice the name.
    #[serde(skip)]
    engineers: Vec<(String, String)>,
}

/// A column of a list.
pub(crate) struct Head {
    pub(crate) column: Column,
    pub(crate) label: String,
    /// How it is sorted, as the attribute `aria-sort` says it, if the list is sorted by it.
    pub(crate) sort: Option<&'static str>,
}

impl Listing {
    /// The list that these parameters ask for. `after` is the cursor it was asked for with.
    #[must_use]
    pub fn new(side: Side, asked: Typed, after: Option<&str>) -> Self {
        Self {
            asked,
            next: None,
            flaws: Flaws::default(),
            further: after.is_some(),
            looks_further: false,
            is_shared: false,
            side,
            companies: Vec::new(),
            products: Vec::new(),
            engineers: Vec::new(),
        }
    }

    /// The list with a page of it, which has room for so many cases; `next` is the cursor of the page after it.
    #[must_use]
    pub fn page(mut self, cases: &[CaseRow], room: usize, next: Option<String>) -> Self {
        let company = |case: &CaseRow| Some((case.company_id.as_ref()?.to_string(), case.company.clone()));
        let product = |case: &CaseRow| Some((case.product_id.as_ref()?.to_string(), case.product.clone()?));
        let by_id = |case: &CaseRow| Some((case.engineer_id.as_ref()?.to_string(), case.engineer.clone()?));
        let by_itself = |case: &CaseRow| case.engineer.clone().map(|name| (name.clone(), name));
        self.companies = by_name(cases.iter().filter_map(company).collect());
        self.products = by_name(cases.iter().filter_map(product).collect());
        self.engineers = by_name(match self.side {
            Side::Customer => cases.iter().filter_map(by_itself).collect(),
            Side::Desk => cases.iter().filter_map(by_id).collect(),
        });
        self.looks_further = cases.len() < room && next.is_some();
        self.next = next;
        self
    }

    /// The list, with all of these to choose from. Without engineers, those that it had.
    pub(crate) fn offering(mut self, products: &[Product], engineers: Option<&[Person]>) -> Self {
        let product = |product: &Product| (product.id.to_string(), product.name.clone());
        let engineer = |engineer: &Person| (engineer.id.to_string(), engineer.name.clone());
        self.products = by_name(products.iter().map(product).collect());
        if let Some(engineers) = engineers {
            self.engineers = by_name(engineers.iter().map(engineer).collect());
        }
        self
    }

    /// A customer's list, with engineers of these names to choose from, a line each: those of a page of it.
    #[must_use]
    pub fn of_engineers(mut self, names: &str) -> Self {
        let names = names.lines().map(str::trim).filter(|name| !name.is_empty());
        self.engineers = by_name(names.map(|name| (name.to_owned(), name.to_owned())).collect());
        self
    }

    /// The names of the engineers to choose from, a line each.
    pub(crate) fn engineers(&self) -> String {
        self.engineers.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The list of who sees others' cases, whether they follow these or not.
    #[must_use]
    pub fn shared(mut self, is_shared: bool) -> Self {
        self.is_shared = is_shared;
        self
    }

    /// The list, with what is wrong with what was asked for.
    #[must_use]
    pub fn flawed(mut self, flaws: Flaws) -> Self {
        self.flaws = flaws;
        self
    }

    /// What it has; as usual, where what was asked for is nothing that there is.
    fn selection(&self) -> Selection {
        Selection::read(&self.asked, self.side).unwrap_or_else(|_| Selection::usual(self.side))
    }

    /// Which cases it has, and in which order.
    pub(crate) fn caption(&self, chrome: &Chrome<'_>) -> String {
        let (tr, selection) = (chrome.tr(), self.selection());
        let order = [("order", tr.order(selection.order).into())];
        match selection.which() {
            Which::Open => tr.t_with("list-caption-open", &order),
            Which::Closed => tr.t_with("list-caption-closed", &order),
            Which::All => tr.t_with("list-caption-all", &order),
        }
    }

    /// Its address without parameters.
    pub(crate) const fn path(&self) -> &'static str {
        match self.side {
            Side::Customer => "/cases",
            Side::Desk => "/desk",
        }
    }

    pub(crate) fn is_desk(&self) -> bool {
        self.side == Side::Desk
    }

    /// Whether it is of one company's cases, which are known by when they were opened and not by when they changed.
    fn is_of_company(&self) -> bool {
        self.is_desk() && !self.has("company", "")
    }

    /// The query that asks for it.
    pub(crate) fn query(&self) -> String {
        encoded(self.pairs())
    }

    /// The address of the same list with another value of a parameter, or without it.
    pub(crate) fn with(&self, field: &str, value: &str) -> String {
        // A status says itself which cases are shown.
        let others =
            self.pairs().filter(|(name, _)| *name != field && !(field == "show" && *name == "status"));
        let own = Some((field, value)).filter(|(_, value)| !value.is_empty());
        self.address(&encoded(others.chain(own)))
    }

    /// The address of the same list, narrowed by nothing.
    pub(crate) fn cleared(&self) -> String {
        self.address(&encoded(self.pairs().filter(|(name, value)| !self.narrows(name, value))))
    }

    /// Its address.
    #[must_use]
    pub fn here(&self) -> String {
        self.address(&self.query())
    }

    /// The address of all of it as a sheet, for people.
    pub(crate) fn sheet(&self) -> String {
        self.with("as", "sheet")
    }

    /// By how many parameters it is narrowed.
    pub(crate) fn filters(&self) -> usize {
        self.pairs().filter(|(name, value)| self.narrows(name, value)).count()
    }

    /// Whether the form that narrows it stands open: while it does, or something in it is wrong.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.filters() > 0 || self.flaws.iter().any(|(field, _)| field != "number")
    }

    /// Whether a parameter leaves cases out that one would otherwise see in this list.
    fn narrows(&self, field: &str, value: &str) -> bool {
        match field {
            "show" | "sort" => false,
            "whose" => value != Whose::Company.code(),
            // The desk has tabs for these.
            "engineer" if self.is_desk() => !matches!(value, "me" | "nobody"),
            _ => true,
        }
    }

    /// Whether a parameter has this value.
    pub(crate) fn has(&self, field: &str, value: &str) -> bool {
        self.asked.get(field) == value
    }

    /// Why a page of it is empty, if not because there are no such cases at all.
    pub(crate) fn nothing(&self) -> &'static str {
        let reasons = [
            (!self.flaws.is_empty(), "flawed"),
            (self.looks_further, "looked"),
            (self.further, "further"),
            (self.filters() > 0, "filtered"),
        ];
        reasons.into_iter().find_map(|(holds, why)| holds.then_some(why)).unwrap_or_default()
    }

    /// What happened to its cases on the days that it is narrowed to: they were `opened`, or, at the desk of all companies,
    /// `changed`.
    pub(crate) fn days(&self) -> &'static str {
        if self.is_desk() && !self.is_of_company() { "changed" } else { "opened" }
    }

    /// What a parameter is called beside its field.
    pub(crate) fn label(&self, field: &str, chrome: &Chrome<'_>) -> Cow<'static, str> {
        form::own_label(self.days(), field, chrome).unwrap_or_else(|| chrome.tr().field(field))
    }

    /// What is said beside the field of a company: a page without cases has none to offer.
    pub(crate) fn company_hint(&self, chrome: &Chrome<'_>) -> Cow<'static, str> {
        let tr = chrome.tr();
        if self.companies.is_empty() { tr.t("list-company-hint-id") } else { tr.t("list-company-hint") }
    }

    /// How a day is typed: as a date, unless what was typed is none and is to be seen.
    pub(crate) fn day_input(&self, field: &str) -> &'static str {
        let typed = self.asked.get(field);
        if typed.is_empty() || typed.parse::<Date>().is_ok() { "date" } else { "text" }
    }

    /// The choices of a parameter: each with its value, what it says, and whether it was made.
    pub(crate) fn options(&self, field: &str, chrome: &Chrome<'_>) -> Vec<(String, String, bool)> {
        let tr = chrome.tr();
        let orders = self.side.orders(self.is_of_company());
        let typed = match (field, self.asked.get(field)) {
            ("show", "open") | ("whose", "company") => "",
            ("whose", "own") if !self.is_shared => "",
            ("sort", typed) => match self.side.order(self.is_of_company(), typed) {
                Some(order) if order == orders[0] => "",
                Some(order) => order.code(),
                None => typed,
            },
            (_, typed) => typed,
        };
        let option = |code: &str, said: Cow<'_, str>| (code.to_owned(), said.into_owned());
        let mut options = match field {
            "show" => {
                vec![option("", tr.t("list-show-open")), option(Show::All.code(), tr.t("list-show-all"))]
            }
            "whose" => {
                let (company, own) = (option("", tr.t("list-whose-company")), tr.t("list-whose-own"));
                let seen =
                    if self.is_shared { vec![company, option("own", own)] } else { vec![option("", own)] };
                [seen, vec![option(Whose::Followed.code(), tr.t("list-whose-followed"))]].concat()
            }
            "status" => {
                let each = Status::ALL.map(|status| option(status.code(), self.status(status, tr)));
                [vec![option("", tr.t("list-any-status"))], each.to_vec()].concat()
            }
            "case_type" => {
                let each = CaseType::ALL.map(|of| option(of.code(), tr.case_type(of)));
                [vec![option("", tr.t("list-any-type"))], each.to_vec()].concat()
            }
            "mark" => {
                let each = Marked::ALL.map(|mark| option(mark.code(), tr.mark(mark)));
                [vec![option("", tr.t("list-any-mark"))], each.to_vec()].concat()
            }
            "product" => [vec![option("", tr.t("list-any-product"))], self.products.clone()].concat(),
            "engineer" => {
                let any = option("", tr.t("list-any-engineer"));
                let nobody = option("nobody", tr.t("desk-unassigned"));
                let first = if self.is_desk() {
                    vec![any, option("me", tr.t("list-engineer-me")), nobody]
                } else {
                    vec![any, nobody]
                };
                [first, self.engineers.clone()].concat()
            }
            "sort" => orders
                .iter()
                .enumerate()
                .map(|(n, order)| option(if n == 0 { "" } else { order.code() }, tr.order(*order)))
                .collect(),
            _ => Vec::new(),
        };
        if !options.iter().any(|(code, _)| code == typed) {
            options.push((typed.to_owned(), typed.to_owned()));
        }
        let made = |(code, said): (String, String)| {
            let is_made = code == typed;
            (code, said, is_made)
        };
        options.into_iter().map(made).collect()
    }

    fn status(&self, status: Status, tr: Tr) -> Cow<'static, str> {
        if self.is_desk() { tr.status(status) } else { tr.your_status(status) }
    }

    /// The parameters that say something, in the order that the list names them.
    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.side.fields().iter().map(move |field| (*field, self.asked.get(field)));
        pairs.filter(|(_, value)| !value.is_empty())
    }

    fn address(&self, query: &str) -> String {
        if query.is_empty() { self.path().to_owned() } else { format!("{}?{query}", self.path()) }
    }
}

fn encoded<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    serde_html_form::to_string(pairs.collect::<Vec<_>>()).unwrap_or_default()
}

/// Each once, by name.
fn by_name(mut pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    pairs.sort_by(|(id, name), (other_id, other)| (name, id).cmp(&(other, other_id)));
    pairs.dedup();
    pairs
}

/// The columns of a list, but for those that would say nothing on this page: a column of gaps helps nobody.
pub(crate) fn heads(list: &Listing, columns: &[Column], cases: &[CaseRow], chrome: &Chrome<'_>) -> Vec<Head> {
    let says = |column: &Column| match column {
        Column::Outage | Column::Escalated | Column::Workaround => {
            cases.iter().any(|case| is_marked(*column, case))
        }
        Column::Product => cases.iter().any(|case| case.product.is_some()),
        Column::Planned => cases.iter().any(|case| case.planned_on.is_some()),
        Column::Closes => cases.iter().any(|case| case.closes_at.is_some()),
        Column::Reference => cases.iter().any(|case| case.reference.is_some()),
        _ => true,
    };
    let selection = list.selection();
    let head = |column: Column| Head {
        column,
        label: chrome.tr().column(column).into_owned(),
        sort: sort(column, &selection),
    };
    columns.iter().copied().filter(says).map(head).collect()
}

/// How a column is sorted, as the attribute `aria-sort` says it, if these cases are sorted by it.
fn sort(column: Column, selection: &Selection) -> Option<&'static str> {
    let by = match selection.order {
        Order::Newest | Order::Oldest => Column::Opened,
        Order::Untouched | Order::Recent => Column::Updated,
    };
    let sort = match selection.which() {
        // The open ones, and behind them the closed ones.
        Which::All => "other",
        Which::Open | Which::Closed if selection.order.descends() => "descending",
        Which::Open | Which::Closed => "ascending",
    };
    (column == by).then_some(sort)
}

/// Whether a case has the mark that a column tells of.
fn is_marked(column: Column, case: &CaseRow) -> bool {
    column.mark().is_some_and(|mark| case.marks.contains(&mark))
}

/// What a column says of a case, as text.
pub(crate) fn cell(column: Column, case: &CaseRow, chrome: &Chrome<'_>) -> String {
    let tr = chrome.tr();
    let instant = |at: Timestamp| {
        let local = chrome.zone.to_datetime(at);
        format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
    };
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    match column {
        Column::Number => case.number.to_string(),
        Column::Title => case.title.clone(),
        Column::Company => case.company.clone(),
        Column::City => case.city.clone(),
        Column::Address if case.city.is_empty() => case.company.clone(),
        Column::Address => format!("{}, {}", case.company, case.city),
        Column::Product => case.product.clone().unwrap_or_default(),
        Column::Status if chrome.is_engineer() => tr.status(case.status).into_owned(),
        Column::Status => tr.your_status(case.status).into_owned(),
        Column::Type => tr.case_type(case.case_type).into_owned(),
        Column::Impact => tr.impact(case.impact).into_owned(),
        Column::Urgency => tr.urgency(case.urgency).into_owned(),
        Column::Weight => format!("{}, {}", tr.impact(case.impact), tr.urgency(case.urgency)),
        Column::Priority => {
            case.priority.map(|priority| tr.priority(priority).into_owned()).unwrap_or_default()
        }
        Column::Reporter => tr.person(&case.reporter).into_owned(),
        Column::Engineer => case.engineer.clone().unwrap_or_default(),
        Column::Opened => instant(case.opened_at),
        Column::Updated => instant(case.updated_at),
        Column::Planned => day(case.planned_on),
        Column::Closes => case.closes_at.map(instant).unwrap_or_default(),
        Column::Due => case.closes_at.map_or_else(|| day(case.planned_on), instant),
        Column::Reference => case.reference.clone().unwrap_or_default(),
        Column::Outage | Column::Escalated | Column::Workaround if is_marked(column, case) => {
            tr.t("form-yes").into_owned()
        }
        Column::Outage | Column::Escalated | Column::Workaround => String::new(),
    }
}

/// The lines of a sheet of cases, in the reader's language and zone; the first one names the columns.
#[must_use]
pub fn case_sheet(cases: &[CaseRow], chrome: &Chrome<'_>) -> Vec<Vec<String>> {
    let heading = Column::SHEET.map(|column| chrome.tr().column(column).into_owned()).to_vec();
    let line = |case: &CaseRow| Column::SHEET.map(|column| cell(column, case, chrome)).to_vec();
    std::iter::once(heading).chain(cases.iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(side: Side, fields: &[(&str, &str)]) -> Listing {
        let typed = fields.iter().fold(Typed::default(), |typed, (field, value)| typed.with(field, *value));
        Listing::new(side, typed, None)
    }

    /// All that was asked for is in the address, and nothing that breaks out of it.
    #[test]
    fn the_address_says_what_was_asked_for() {
        let list =
            listing(Side::Customer, &[("show", "all"), ("product", "a&b=c"), ("number", "5"), ("to", "")]);
        assert_eq!(list.query(), "show=all&product=a%26b%3Dc");
        assert_eq!(list.sheet(), "/cases?show=all&product=a%26b%3Dc&as=sheet");
        assert_eq!(list.cleared(), "/cases?show=all");
        assert_eq!(list.with("show", ""), "/cases?product=a%26b%3Dc");
        let status = listing(Side::Customer, &[("status", "planned"), ("sort", "oldest")]);
        assert_eq!(status.with("show", "all"), "/cases?sort=oldest&show=all", "or no closed case was shown");
        assert_eq!(listing(Side::Desk, &[]).sheet(), "/desk?as=sheet");
        let of_acme = listing(Side::Desk, &[("company", "acme"), ("engineer", "me")]);
        assert_eq!(of_acme.with("engineer", ""), "/desk?company=acme");
        assert_eq!(of_acme.sheet(), "/desk?company=acme&engineer=me&as=sheet");
        assert_eq!(of_acme.cleared(), "/desk?engineer=me");
        assert_eq!(listing(Side::Customer, &[("company", "acme")]).sheet(), "/cases?as=sheet");
        let evas = listing(Side::Customer, &[("engineer", "Eva & Co"), ("show", "all")]);
        assert_eq!(evas.sheet(), "/cases?show=all&engineer=Eva+%26+Co&as=sheet");
        assert_eq!(evas.cleared(), "/cases?show=all");
    }

    #[test]
    fn what_narrows_a_list_is_counted() {
        let count = |side, fields| listing(side, fields).filters();
        assert_eq!(count(Side::Customer, &[("show", "all"), ("sort", "oldest"), ("whose", "company")]), 0);
        assert_eq!(count(Side::Customer, &[("whose", "own"), ("from", "2026-11-22"), ("status", "x")]), 3);
        assert_eq!(count(Side::Customer, &[("whose", "followed")]), 1);
        assert_eq!(count(Side::Desk, &[("engineer", "me"), ("product", "voice"), ("show", "all")]), 1);
        assert_eq!(count(Side::Desk, &[("engineer", "me"), ("company", "acme")]), 1);
        assert_eq!(count(Side::Desk, &[("engineer", "eva"), ("whose", "own"), ("sort", "recent")]), 1);
        assert_eq!(count(Side::Desk, &[("engineer", "nobody")]), 0, "it has a tab");
        assert_eq!(count(Side::Customer, &[("engineer", "nobody")]), 1);
    }

    /// What is announced of a column is so: of open and closed cases together, that each part is sorted and not the whole.
    #[test]
    fn the_column_that_a_list_is_sorted_by_says_so() {
        let sorts = |side, fields| {
            let selection = listing(side, fields).selection();
            [Column::Opened, Column::Updated, Column::Title].map(|column| sort(column, &selection))
        };
        assert_eq!(sorts(Side::Customer, &[]), [Some("descending"), None, None]);
        assert_eq!(sorts(Side::Customer, &[("sort", "oldest")]), [Some("ascending"), None, None]);
        let closed = [("status", "closed"), ("show", "all")];
        assert_eq!(sorts(Side::Customer, &closed), [Some("descending"), None, None]);
        assert_eq!(sorts(Side::Customer, &[("show", "all")]), [Some("other"), None, None]);
        assert_eq!(sorts(Side::Desk, &[]), [None, Some("ascending"), None]);
        assert_eq!(sorts(Side::Desk, &[("sort", "recent")]), [None, Some("descending"), None]);
        let of_acme = [("company", "acme"), ("sort", "untouched")];
        assert_eq!(sorts(Side::Desk, &of_acme), [Some("ascending"), None, None]);
    }

    #[test]
    fn an_empty_page_says_why() {
        let narrowed = || listing(Side::Customer, &[("product", "voice")]);
        assert_eq!(listing(Side::Customer, &[("show", "all")]).nothing(), "");
        assert_eq!(narrowed().page(&[], 25, None).nothing(), "filtered");
        assert_eq!(narrowed().page(&[], 25, Some("next".into())).nothing(), "looked");
        assert_eq!(Listing::new(Side::Desk, Typed::default(), Some("x")).nothing(), "further");
        let mut flaws = Flaws::default();
        flaws.add("status", caseport_domain::input::Flaw::NoSuchChoice);
        assert_eq!(narrowed().flawed(flaws).nothing(), "flawed");
    }
}
