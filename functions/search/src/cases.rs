//! Cases found by words.

use std::collections::BTreeSet;

use caseport_domain::case::CaseRow;
use caseport_domain::id::UserId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::search::{Hit, MAX_QUERY, Reach};
use caseport_index::Query;
use caseport_keys as keys;
use caseport_pages::{FoundCase, Search};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::library::Library;
use crate::place::Place;

/// How many cases a page has.
const PAGE: usize = 25;

/// The cases that have all words of `?q=`, wherever in them: those that the policy lets the reader in to, as they are now.
///
/// AWS calls: one `GetObject` for the newest cases, and one for each volume of older ones that it takes to fill the page,
/// eight at most; one `BatchGetItem` for what was found.
///
/// # Errors
/// When the actor has no cases, or what is looked for is too long; [`Failure::Cursor`] for a place that is none of this search.
pub async fn handle(library: &Library, request: Request) -> Outcome {
    let actor = request.actor()?;
    let reach = policy::search(actor)?;
    let typed = request.query("q").unwrap_or_default().trim();
    let search = scope(&reach, typed);
    let from = request.query("after").map(|after| Place::open(&library.key, &search, after));
    let from = from.transpose().map_err(|_| Failure::Cursor)?;
    let page = Search::new(typed, from.is_some());
    if typed.chars().count() > MAX_QUERY {
        let mut flaws = Flaws::default();
        flaws.add("q", Flaw::TooLong { max: MAX_QUERY });
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page.flawed(flaws));
    }
    let Some(query) = Query::new(typed, reach.only) else {
        return request.show(StatusCode::OK, &page);
    };
    let found = library.find(&reach.readers, &query, from, PAGE).await;
    let (hits, next) = found.map_err(Failure::internal)?;
    let numbers: BTreeSet<_> = hits.iter().map(|hit| hit.number).collect();
    let numbers: Vec<_> = numbers.into_iter().collect();
    let cases = if numbers.is_empty() { Vec::new() } else { library.store.cases(&numbers).await? };
    // The index says what was found; what there is, and for whom, the cases say themselves.
    let line = |hit: Hit| {
        let case = cases.iter().find(|case| case.number == hit.number)?;
        let seat = policy::enter(actor, case).ok()?;
        let row = CaseRow::of(seat.case());
        let row = if actor.company().is_some() { row.for_customer() } else { row };
        Some(FoundCase { case: row, found: hit.found })
    };
    let lines = hits.into_iter().filter_map(line).collect();
    request.show(StatusCode::OK, &page.with(lines, next.map(|next| next.seal(&library.key, &search))))
}

/// What a place is signed with: whose index is looked through, for whose cases, and for what. Its words stand in it escaped.
fn scope(reach: &Reach<'_>, typed: &str) -> String {
    let only = reach.only.map_or("", UserId::as_str);
    format!("{}/{only}/{typed:?}", keys::search_volume(&reach.readers, None))
}
