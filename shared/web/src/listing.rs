//! Lists of cases as an address asks for them: on a page, as JSON, or as a sheet.

use caseport_domain::id::CaseNumber;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::{Typed, sheet};
use caseport_domain::selection::{Selection, Side};
use caseport_pages::{Listing, SHEET_LINES, case_sheet};
use caseport_store::{Lists, Wanted};
use lambda_http::http::StatusCode;
use lambda_http::http::header::LINK;

use crate::answer::Answer;
use crate::failure::{Failure, Outcome};
use crate::request::Request;

/// How many cases a sheet is put together from at once: they fit into the megabyte that a query reads.
const PART: usize = 1_000;

/// What an address asks of a list.
#[derive(Debug)]
pub enum Asked {
    /// A case, by its number.
    Case(CaseNumber),
    /// A page of some of the cases, in an order.
    Cases(Listing, Selection),
    /// All of these as a sheet (`?as=csv`), with the query that asks for them.
    Sheet(Selection, String),
    /// Nothing that there is: the list says what is wrong.
    Flawed(Listing),
}

/// What the request's address asks of a list. One `GetItem` if it names a case by number, which is found by who may see it.
///
/// # Errors
/// [`Failure::Flaws`] for API clients whose parameters are wrong; else when the case cannot be read.
pub async fn asked(lists: &Lists, request: &Request, side: Side) -> Result<Asked, Failure> {
    let typed = typed(request, side);
    let listing = Listing::new(side, typed.clone(), request.query("after"));
    let flaws = match typed.get("number") {
        "" => match Selection::read(&typed, side) {
            Ok(selection) => match request.query("as") {
                None | Some("") => return Ok(Asked::Cases(listing, selection)),
                Some("csv") => return Ok(Asked::Sheet(selection, listing.query())),
                Some(_) => flaw("as", Flaw::NoSuchChoice),
            },
            Err(flaws) => flaws,
        },
        number => match numbered(lists, request, number).await? {
            Ok(number) => return Ok(Asked::Case(number)),
            Err(none) => flaw("number", none),
        },
    };
    if request.wants_json() { Err(Failure::Flaws(flaws)) } else { Ok(Asked::Flawed(listing.flawed(flaws))) }
}

/// The list that the request's address asks for, to be filtered otherwise, with the status that its form is shown with.
///
/// # Errors
/// [`Failure::Flaws`] for API clients whose parameters are wrong.
pub fn filtered(request: &Request, side: Side) -> Result<(StatusCode, Listing), Failure> {
    let typed = typed(request, side).without("number");
    let listing = Listing::new(side, typed.clone(), None);
    match Selection::read(&typed, side) {
        Ok(_) => Ok((StatusCode::OK, listing)),
        Err(flaws) if request.wants_json() => Err(Failure::Flaws(flaws)),
        Err(flaws) => Ok((StatusCode::UNPROCESSABLE_ENTITY, listing.flawed(flaws))),
    }
}

/// The wanted cases as a sheet, as many as one takes; the header `Link` says where the next one begins. At most five pages
/// of a list, each of a thousand cases.
///
/// # Errors
/// When the cursor is of another list.
pub async fn export(lists: &Lists, request: &Request, wanted: &Wanted<'_>, query: &str) -> Outcome {
    let page = lists.select_pages(wanted, PART, SHEET_LINES / PART, request.query("after")).await?;
    let address = request.address();
    let lines = case_sheet(&page.rows, &request.chrome(&address));
    let sheet = sheet::lines(lines, request.language()).map_err(Failure::internal)?;
    let answer = Answer::download("text/csv; charset=utf-8", "cases.csv", sheet);
    Ok(match page.next {
        None => answer,
        Some(after) => answer.header(LINK, &next_sheet(request.route().path, query, &after)),
    })
}

/// The header `Link` of a sheet that goes on behind this cursor (RFC 8288).
fn next_sheet(path: &str, query: &str, after: &str) -> String {
    let and = if query.is_empty() { "" } else { "&" };
    format!("<{path}?{query}{and}as=csv&after={after}>; rel=\"next\"")
}

fn flaw(field: &str, flaw: Flaw) -> Flaws {
    let mut flaws = Flaws::default();
    flaws.add(field, flaw);
    flaws
}

/// The parameters that a list knows, as they were given.
fn typed(request: &Request, side: Side) -> Typed {
    let given = side.fields().iter().chain(&["number"]).filter_map(|field| {
        let value = request.query(field)?;
        (!value.trim().is_empty()).then_some((field, value))
    });
    given.fold(Typed::default(), |typed, (field, value)| typed.with(field, value))
}

/// The case of this number, if who asks may see it: whether there is one else, is not told (attack class X5).
async fn numbered(
    lists: &Lists,
    request: &Request,
    number: &str,
) -> Result<Result<CaseNumber, Flaw>, Failure> {
    let case = match number.trim_start_matches('#').parse::<CaseNumber>() {
        Ok(number) => lists.store().case(number).await?,
        Err(_) => None,
    };
    let actor = request.actor()?;
    let seen = case.filter(|case| policy::enter(actor, case).is_ok());
    Ok(seen.map(|case| case.number).ok_or(Flaw::NoSuchCase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_says_where_the_next_one_begins() {
        assert_eq!(next_sheet("/desk", "", "abc"), "</desk?as=csv&after=abc>; rel=\"next\"");
        let filtered = next_sheet("/cases", "show=all&product=a%26b", "a-b_c");
        assert_eq!(filtered, "</cases?show=all&product=a%26b&as=csv&after=a-b_c>; rel=\"next\"");
        assert_eq!(SHEET_LINES % PART, 0, "a sheet is whole parts");
    }
}
