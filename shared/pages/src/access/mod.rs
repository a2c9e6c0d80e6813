//! Access: what one has, asking for more, and deciding that.

mod login;
mod request;

use caseport_domain::access_request::{AccessRequest, AccessRow, Refused};
use caseport_domain::actor::{Contact, Level, Scope};
use caseport_domain::id::CompanyId;
use caseport_domain::input::Flaws;
use caseport_domain::module::{Module, Use};
use caseport_domain::policy::Ability;
use caseport_domain::relation::Relation;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use login::{LoginForm, LoginValues};
pub(crate) use request::Said;
pub use request::{AccessRequestPage, Asks, ConfirmationView, ContactForm, Deed, PrimePage, RequestView};

/// The levels, as columns of the table that says what each includes.
pub(crate) const LEVELS: [Level; 3] = [Level::Basic, Level::ReadOnly, Level::ReadWrite];

/// What one's access includes, the companies one may act for, and one's last request. Its form posts
/// [`AccessValues`] to `/access/requests`.
#[derive(Clone, Debug, Serialize)]
pub struct AccessPage {
    /// The level one has, for the company one acts for.
    pub level: Level,
    /// Whose cases one sees.
    pub scope: Scope,
    /// What levels include, of what the portal has.
    pub abilities: Vec<AbilityRow>,
    /// One's last request, open or not.
    pub request: Option<RequestView>,
    /// The levels one can ask for; none while a request is open.
    pub choices: Vec<Level>,
    /// One's own company.
    pub home: CompanyId,
    /// The company one acts for.
    pub company: CompanyId,
    /// The companies that one's own serves, and one may act for.
    pub serves: Vec<Relation>,
    #[serde(skip)]
    pub(crate) values: AccessValues,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    #[serde(skip)]
    pub(crate) answer_flaws: Flaws,
    #[serde(skip)]
    pub(crate) refused: Option<Refused>,
}

/// Something that access can include.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct AbilityRow {
    /// What.
    pub ability: Ability,
    /// The lowest level that includes it.
    pub from: Level,
    /// Whether it is announced only.
    pub soon: bool,
}

impl AbilityRow {
    /// Those that are used or announced, by what `extent` says of each.
    #[must_use]
    pub fn used(extent: impl Fn(Ability) -> Use) -> Vec<Self> {
        let row = |ability: Ability| match extent(ability) {
            Use::Off => None,
            used => Some(Self { ability, from: ability.takes(), soon: used == Use::Soon }),
        };
        Ability::ALL.into_iter().filter_map(row).collect()
    }
}

/// The fields of the form to ask for another level, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AccessValues {
    /// Code of the level.
    pub wants: String,
    /// Why.
    pub text: String,
}

impl AccessPage {
    /// The page of a contact as they act, whose record says `home`.
    #[must_use]
    pub fn new(
        acting: &Contact,
        home: &Contact,
        abilities: Vec<AbilityRow>,
        request: Option<&AccessRequest>,
        serves: Vec<Relation>,
        now: Timestamp,
    ) -> Self {
        let open = request.is_some_and(|request| request.standing().is_open());
        let choices = LEVELS.into_iter().filter(|level| !open && *level != home.level).collect();
        Self {
            level: acting.level,
            scope: home.scope,
            abilities,
            request: request.map(|request| RequestView::for_requester(request, now)),
            choices,
            home: home.company.clone(),
            company: acting.company.clone(),
            serves,
            values: AccessValues::default(),
            flaws: Flaws::default(),
            answer_flaws: Flaws::default(),
            refused: None,
        }
    }

    /// The page again, with what was typed and what is wrong with it.
    #[must_use]
    pub fn again(mut self, values: AccessValues, flaws: Flaws, refused: Option<Refused>) -> Self {
        (self.values, self.flaws, self.refused) = (values, flaws, refused);
        self
    }

    /// The page again, with an answer as it was typed and what is wrong with it.
    #[must_use]
    pub fn answered(mut self, text: String, flaws: Flaws, refused: Option<Refused>) -> Self {
        (self.values.text, self.answer_flaws, self.refused) = (text, flaws, refused);
        self
    }

    pub(crate) fn is_acting(&self) -> bool {
        self.home != self.company
    }
}

crate::page!(AccessPage, "access/mine.html");

/// The administrators' queue of requests that they have something to do about.
#[derive(Clone, Debug, Serialize)]
pub struct AccessQueue {
    /// The requests of this page, those due first at the top.
    pub requests: Vec<QueueRow>,
    /// The cursor of the next page (`?after=`), if there is one.
    pub next: Option<String>,
    #[serde(skip)]
    further: bool,
}

/// A request as a line of the queue.
#[derive(Clone, Debug, Serialize)]
pub struct QueueRow {
    /// The line.
    #[serde(flatten)]
    pub row: AccessRow,
    /// Whether it should have been decided by now.
    pub overdue: bool,
}

impl AccessQueue {
    /// A page of the queue. `after` is the cursor it was asked for with, `next` that of the one after it.
    #[must_use]
    pub fn new(rows: Vec<AccessRow>, now: Timestamp, after: Option<&str>, next: Option<String>) -> Self {
        let row = |row: AccessRow| QueueRow { overdue: row.standing.is_open() && row.due_at <= now, row };
        Self { requests: rows.into_iter().map(row).collect(), next, further: after.is_some() }
    }
}

crate::page!(AccessQueue, "access/queue.html");

/// The page of a module that is announced only.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Soon {
    /// The module.
    pub module: Module,
}

crate::page!(Soon, "access/soon.html");
