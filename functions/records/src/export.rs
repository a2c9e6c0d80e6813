//! Records as sheets to take away.

use caseport_domain::policy;
use caseport_domain::records::{Kind, sheet};
use caseport_pages::records::SHEET_RECORDS;
use caseport_store::Lists;
use caseport_store::lists::Page;
use caseport_web::{Failure, Outcome, Request, Sheet};

use crate::products::typed;

/// How many are asked for at once.
const PAGE: u16 = 1_000;
/// How many pages of the list a sheet is put together from.
const MOST: usize = SHEET_RECORDS / PAGE as usize;

/// All records of a kind as CSV: `/exports/contacts.csv`, as spreadsheets set to the actor's language read it. Where there are
/// more than one sheet takes, the header `Link` says where the next one is; with `?as=sheet`, a page for people does. One
/// `Query` per thousand, and one that looks whether there are more.
///
/// # Errors
/// When the actor is no engineer, there is no such sheet, or a cursor is of another.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    let file: String = request.parameter("sheet")?;
    let section = file.strip_suffix(".csv").ok_or(Failure::NotFound)?;
    let kind = Kind::of_section(section).ok_or(Failure::NotFound)?;
    let address = format!("/exports/{file}");
    let asked = Sheet::asked(&request, section, &address, "/imports");
    let Page { rows, next } = match kind {
        Kind::Product => {
            let products = lists.store().products().await?;
            Page { rows: products.iter().map(|product| typed(&product.record)).collect(), next: None }
        }
        _ => lists.record_pages(kind, PAGE, asked.pages(MOST), asked.span()).await?,
    };
    asked.answer(&request, rows.len(), next.as_deref(), || {
        let csv = sheet::write(kind, &rows, request.language()).map_err(Failure::internal)?;
        Ok(csv.into_bytes())
    })
}
