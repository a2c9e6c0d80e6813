//! Which cases of a list are asked for, and in which order: read in one place, whether they are to be shown or exported.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::case::{CaseType, Marked, Status};
use crate::id::{CompanyId, ProductId, UserId};
use crate::input::{Flaw, Flaws};
use crate::records::Typed;
use crate::staff::StaffName;

/// The years that a date of a list can lie in: instants of other years are not of one length as text.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=9998;

/// What asks for the cases that nobody works on.
const NOBODY: &str = "nobody";

/// Whose list it is, which says what can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A customer's cases.
    Customer,
    /// The desk's.
    Desk,
}

/// Whether closed cases are asked for too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Open ones only.
    #[default]
    Open,
    /// All of them.
    All,
}

/// The order of a list. Each is that of an index: any other would take reading all of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By when they were opened, the last one first.
    Newest,
    /// By when they were opened, the first one first.
    Oldest,
    /// By when something last happened, longest ago first.
    Untouched,
    /// By when something last happened, a moment ago first.
    Recent,
}

/// Whose cases a customer asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// All that they see of their company's, whoever opened them; their own for who sees no others.
    #[default]
    Company,
    /// Those that they opened.
    Own,
    /// Those of colleagues that they follow.
    Followed,
}

/// Who works on the cases that are asked for, at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// Who asks.
    Me,
    /// Nobody yet.
    Nobody,
    /// This engineer.
    Engineer(UserId),
}

/// Who works on the cases that a customer asks for. Customers know engineers by the names that their cases show, and by no
/// identifier (attack class X26).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Nobody yet.
    Nobody,
    /// Whoever is called so.
    Engineer(StaffName),
}

/// Which cases, by whether they are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that are open.
    Open,
    /// Those that are closed.
    Closed,
    /// All of them, the open ones first.
    All,
}

/// Which cases of a list are asked for, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Whether closed ones are asked for too.
    pub show: Show,
    /// Whose they are. For the desk: customers ask for their own company's.
    pub company: Option<CompanyId>,
    /// Where they stand.
    pub status: Option<Status>,
    /// What they are about.
    pub product: Option<ProductId>,
    /// Their type of issue.
    pub case_type: Option<CaseType>,
    /// What they are marked with.
    pub mark: Option<Marked>,
    /// Whose they are. For customers.
    pub whose: Whose,
    /// Who works on them. For the desk.
    pub engineer: Option<Assignee>,
    /// Who works on them, by name. For customers.
    pub named: Option<Named>,
    /// The first day: of being opened for customers and where a company is asked for, else of the last change. Days are the
    /// reader's.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// Their order.
    pub order: Order,
}

impl Side {
    /// The parameters of its list, as addresses name them.
    #[must_use]
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Customer => {
                &["show", "status", "product", "case_type", "mark", "engineer", "whose", "from", "to", "sort"]
            }
            Self::Desk => &[
                "show",
                "company",
                "status",
                "product",
                "case_type",
                "mark",
                "engineer",
                "from",
                "to",
                "sort",
            ],
        }
    }

    /// The orders of its list, the usual one first: those of a company's cases are the same for both.
    #[must_use]
    pub const fn orders(self, of_company: bool) -> &'static [Order; 2] {
        match self {
            Self::Desk if !of_company => &[Order::Untouched, Order::Recent],
            Self::Customer | Self::Desk => &[Order::Newest, Order::Oldest],
        }
    }

    /// The order of its list that a code asks for, if it does for one. At the desk, where a company is asked for in the same
    /// form, an order that its list does not have stands for the one that goes the same way.
    #[must_use]
    pub fn order(self, of_company: bool, code: &str) -> Option<Order> {
        let asked = Order::ALL.into_iter().find(|order| order.code() == code)?;
        let stands_for = |order: &Order| match self {
            Self::Customer => *order == asked,
            Self::Desk => order.descends() == asked.descends(),
        };
        self.orders(of_company).iter().copied().find(stands_for)
    }
}

impl Show {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Open, Self::All];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::All => "all",
        }
    }
}

impl Whose {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Company, Self::Own, Self::Followed];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Own => "own",
            Self::Followed => "followed",
        }
    }
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Untouched, Self::Recent];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Untouched => "untouched",
            Self::Recent => "recent",
        }
    }

    /// Whether later instants come first.
    #[must_use]
    pub const fn descends(self) -> bool {
        matches!(self, Self::Newest | Self::Recent)
    }
}

impl std::str::FromStr for Assignee {
    type Err = Flaw;

    fn from_str(code: &str) -> Result<Self, Flaw> {
        match code {
            "me" => Ok(Self::Me),
            NOBODY => Ok(Self::Nobody),
            id => id.parse().map(Self::Engineer).map_err(|_| Flaw::NotAnId),
        }
    }
}

impl std::str::FromStr for Named {
    type Err = Flaw;

    fn from_str(name: &str) -> Result<Self, Flaw> {
        if name == NOBODY {
            return Ok(Self::Nobody);
        }
        StaffName::try_from(name.to_owned()).map(Self::Engineer)
    }
}

impl Selection {
    /// What is asked for by who asks for nothing else: the open cases.
    #[must_use]
    pub const fn usual(side: Side) -> Self {
        Self {
            show: Show::Open,
            company: None,
            status: None,
            product: None,
            case_type: None,
            mark: None,
            whose: Whose::Company,
            engineer: None,
            named: None,
            from: None,
            to: None,
            order: side.orders(false)[0],
        }
    }

    /// What these parameters ask for. What is not there does not narrow the list.
    ///
    /// # Errors
    /// What is wrong with which of them (attack class X8).
    pub fn read(typed: &Typed, side: Side) -> Result<Self, Flaws> {
        let mut flaws = Flaws::default();
        let show = chosen(typed, "show", &Show::ALL, Show::code, &mut flaws);
        let status = chosen(typed, "status", &Status::ALL, Status::code, &mut flaws);
        let case_type = chosen(typed, "case_type", &CaseType::ALL, CaseType::code, &mut flaws);
        let mark = chosen(typed, "mark", &Marked::ALL, Marked::code, &mut flaws);
        let product = given(typed, "product").and_then(|_| typed.id("product", &mut flaws));
        let (from, to) = (day(typed, "from", &mut flaws), day(typed, "to", &mut flaws));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            flaws.add("to", Flaw::EndsBeforeStart);
        }
        let (mut whose, mut engineer, mut named, mut company) = (None, None, None, None);
        let who = given(typed, "engineer");
        match side {
            Side::Customer => {
                named = who.and_then(|who| flaws.take("engineer", who.parse::<Named>()));
                whose = chosen(typed, "whose", &Whose::ALL, Whose::code, &mut flaws);
            }
            Side::Desk => {
                engineer = who.and_then(|who| flaws.take("engineer", who.parse::<Assignee>()));
                company = given(typed, "company").and_then(|_| typed.id("company", &mut flaws));
            }
        }
        let of_company = company.is_some();
        let order = given(typed, "sort").map(|code| side.order(of_company, code).ok_or(Flaw::NoSuchChoice));
        let order = order.and_then(|order| flaws.take("sort", order));
        if !flaws.is_empty() {
            return Err(flaws);
        }
        Ok(Self {
            show: show.unwrap_or_default(),
            company,
            status,
            product,
            case_type,
            mark,
            whose: whose.unwrap_or_default(),
            engineer,
            named,
            from,
            to,
            order: order.unwrap_or(side.orders(of_company)[0]),
        })
    }

    /// Which cases by whether they are open: a status says so already, whatever is to be shown beside.
    #[must_use]
    pub fn which(&self) -> Which {
        match (self.status, self.show) {
            (Some(Status::Closed), _) => Which::Closed,
            (Some(_), _) | (None, Show::Open) => Which::Open,
            (None, Show::All) => Which::All,
        }
    }

    /// The instants that its days lie between in this zone: from the first one on, and before the second.
    #[must_use]
    pub fn between(&self, zone: &TimeZone) -> (Option<Timestamp>, Option<Timestamp>) {
        let begins = |day: Date| day.to_zoned(zone.clone()).ok().map(|begin| begin.timestamp());
        let after = |day: Date| day.tomorrow().ok().and_then(begins);
        (self.from.and_then(begins), self.to.and_then(after))
    }
}

/// The value of a parameter that says something.
fn given<'a>(typed: &'a Typed, field: &str) -> Option<&'a str> {
    Some(typed.get(field)).filter(|text| !text.is_empty())
}

/// One of these choices, if any was made.
fn chosen<T: Copy>(
    typed: &Typed,
    field: &str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
    flaws: &mut Flaws,
) -> Option<T> {
    given(typed, field).and_then(|_| typed.choice(field, all, code, flaws))
}

/// A day, if one was given.
fn day(typed: &Typed, field: &str, flaws: &mut Flaws) -> Option<Date> {
    let day = typed.optional_date(field, flaws).flatten()?;
    let fits = if YEARS.contains(&day.year()) { Ok(day) } else { Err(Flaw::NotADate) };
    flaws.take(field, fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Typed {
        fields.iter().fold(Typed::default(), |typed, (field, value)| typed.with(field, *value))
    }

    fn read(side: Side, fields: &[(&str, &str)]) -> Result<Selection, Vec<(String, &'static str)>> {
        Selection::read(&typed(fields), side)
            .map_err(|flaws| flaws.iter().map(|(field, flaw)| (field.to_owned(), flaw.code())).collect())
    }

    /// M19: what is open, the newest first, when nothing is asked for.
    #[test]
    fn m19_m20_open_ones_by_default_and_all_when_asked_for() {
        let usual = read(Side::Customer, &[]).unwrap();
        assert_eq!(usual, Selection::usual(Side::Customer));
        assert_eq!((usual.which(), usual.order), (Which::Open, Order::Newest));
        assert_eq!(read(Side::Customer, &[("show", "all")]).unwrap().which(), Which::All);
        assert_eq!(read(Side::Customer, &[("show", ""), ("status", "")]).unwrap(), usual);
        assert_eq!(read(Side::Customer, &[("status", "closed")]).unwrap().which(), Which::Closed);
        let planned = [("status", "planned"), ("show", "all")];
        assert_eq!(read(Side::Customer, &planned).unwrap().which(), Which::Open, "no planned case is closed");
        assert_eq!(read(Side::Desk, &[]).unwrap().order, Order::Untouched);
    }

    /// X8: each wrong value is told beside its field; what the other side asks for means nothing here.
    #[test]
    fn x8_a_value_that_is_none_is_a_flaw_of_its_field() {
        let wrong = [
            ("show", "mine"),
            ("status", "OPEN#"),
            ("product", "a b"),
            ("case_type", "1"),
            ("sort", "title"),
            ("from", "yesterday"),
            ("to", "9999-12-31"),
            ("whose", "acme"),
        ];
        let told = read(Side::Customer, &wrong).unwrap_err();
        let mut fields: Vec<&str> = told.iter().map(|(field, _)| field.as_str()).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["case_type", "from", "product", "show", "sort", "status", "to", "whose"]);
        let backwards = [("from", "2026-11-22"), ("to", "2026-11-21")];
        assert_eq!(read(Side::Desk, &backwards).unwrap_err(), [("to".to_owned(), "ends-before-start")]);
        assert_eq!(read(Side::Desk, &[("engineer", "a b")]).unwrap_err()[0].0, "engineer");
        assert_eq!(read(Side::Desk, &[("whose", "own")]).unwrap().whose, Whose::Company);
        assert!(read(Side::Desk, &[("sort", "title")]).is_err());
        assert!(read(Side::Customer, &[("sort", "recent")]).is_err());
        assert_eq!(read(Side::Desk, &[("company", "Acme & Co")]).unwrap_err()[0].0, "company");
        let theirs = read(Side::Customer, &[("company", "globex")]).unwrap();
        assert_eq!(theirs, Selection::usual(Side::Customer), "theirs is their own");
    }

    #[test]
    fn whose_cases_are_asked_for() {
        assert_eq!(read(Side::Customer, &[]).unwrap().whose, Whose::Company);
        for whose in Whose::ALL {
            assert_eq!(read(Side::Customer, &[("whose", whose.code())]).unwrap().whose, whose);
        }
    }

    /// A company's cases are sorted by when they were opened, whichever way the desk was sorted before.
    #[test]
    fn a_company_asked_for_turns_the_order_to_one_that_its_cases_have() {
        let acme = ("company", "acme");
        let order = |fields: &[(&str, &str)]| read(Side::Desk, fields).unwrap().order;
        assert_eq!((order(&[]), order(&[acme])), (Order::Untouched, Order::Newest));
        for (sort, everybodys, of_acme) in [
            ("untouched", Order::Untouched, Order::Oldest),
            ("recent", Order::Recent, Order::Newest),
            ("oldest", Order::Untouched, Order::Oldest),
            ("newest", Order::Recent, Order::Newest),
        ] {
            assert_eq!(order(&[("sort", sort)]), everybodys, "{sort}");
            assert_eq!(order(&[("sort", sort), acme]), of_acme, "{sort}");
        }
        assert_eq!(read(Side::Desk, &[acme]).unwrap().company, Some("acme".parse().unwrap()));
    }

    #[test]
    fn who_works_on_them_is_oneself_nobody_or_somebody() {
        let who = |code| read(Side::Desk, &[("engineer", code)]).unwrap().engineer.unwrap();
        assert_eq!((who("me"), who("nobody")), (Assignee::Me, Assignee::Nobody));
        assert_eq!(who("eva"), Assignee::Engineer("eva".parse().unwrap()));
    }

    /// X26: customers ask by the name that they see, whatever it is an identifier or a code of at the desk.
    #[test]
    fn x26_customers_ask_for_engineers_by_name() {
        let asked = |name: &str| read(Side::Customer, &[("engineer", name)]);
        let who = |name: &str| asked(name).unwrap().named.unwrap();
        assert_eq!(who("nobody"), Named::Nobody);
        for name in ["Eva Lindqvist", "Amélie \"R&D\" Dujardin", "eva", "me"] {
            assert_eq!(who(name), Named::Engineer(name.to_owned().try_into().unwrap()), "{name}");
            assert_eq!(asked(name).unwrap().engineer, None);
        }
        for (name, code) in [("a\nb", "control-characters"), (&*"x".repeat(121), "too-long")] {
            assert_eq!(asked(name).unwrap_err(), [("engineer".to_owned(), code)]);
        }
        assert_eq!(asked("").unwrap(), Selection::usual(Side::Customer));
        assert_eq!(read(Side::Desk, &[("engineer", "eva")]).unwrap().named, None);
    }

    /// Days are the reader's, also the one that has 23 hours.
    #[test]
    fn a_day_lasts_until_the_next_one_begins_where_the_reader_is() {
        let zone = TimeZone::get("Europe/Brussels").unwrap();
        let day = [("from", "2026-03-29"), ("to", "2026-03-29")];
        let (from, until) = read(Side::Customer, &day).unwrap().between(&zone);
        let instants = [from, until].map(|at| at.unwrap().to_string());
        assert_eq!(instants, ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"]);
        assert_eq!(read(Side::Customer, &[]).unwrap().between(&zone), (None, None));
    }
}
