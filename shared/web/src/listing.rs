//! Lists of cases as an address asks for them: on a page, as JSON, or as a sheet.

use caseport_domain::id::CaseNumber;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::{Typed, sheet};
use caseport_domain::selection::{Selection, Side};
use caseport_pages::{Listing, SHEET_LINES, case_sheet};
use caseport_store::lists::Page;
use caseport_store::{Lists, Wanted};
use lambda_http::http::StatusCode;

use crate::failure::{Failure, Outcome};
use crate::request::Request;
use crate::sheet::Sheet;

/// How many cases a sheet is put together from at once: they fit into the megabyte that a query reads.
const PART: usize = 1_000;

/// What an address asks of a list.
#[derive(Debug)]
pub enum Asked {
    /// A case, by its number.
    Case(CaseNumber),
    /// A page of some of the cases, in an order.
    Cases(Listing, Selection),
    /// All of these as a sheet (`?as=csv`, `?as=sheet`), with the address of the list.
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
                Some("csv" | "sheet") => return Ok(Asked::Sheet(selection, listing.here())),
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

/// The wanted cases, listed at this address, as a sheet: as many as one takes, or the part that the request asks for. At most
/// five pages of a list, each of a thousand cases; six for the file of a part; and where these are full, one more of one case.
///
/// # Errors
/// When a cursor is of another list.
pub async fn export(lists: &Lists, request: &Request, wanted: &Wanted<'_>, address: &str) -> Outcome {
    let asked = Sheet::asked(request, "cases", address, address);
    let pages = asked.pages(SHEET_LINES / PART);
    let Page { rows, next } = lists.select_pages(wanted, PART, pages, asked.span()).await?;
    asked.answer(request, rows.len(), next.as_deref(), || {
        let here = request.address();
        let lines = case_sheet(&rows, &request.chrome(&here));
        sheet::lines(lines, request.language()).map_err(Failure::internal)
    })
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
    fn a_sheet_is_whole_pages() {
        assert_eq!(SHEET_LINES % PART, 0);
    }
}
