//! Records as sheets to take away.

use caseport_domain::policy;
use caseport_domain::records::{Kind, Typed, sheet};
use caseport_store::Lists;
use caseport_web::{Answer, Failure, LINK, Outcome, Request};

use crate::products::typed;

/// How many records one sheet has at most: an answer of Lambda has room for some megabytes.
const MOST: usize = 10_000;
/// How many are asked for at once.
const PAGE: u16 = 1_000;

/// All records of a kind as CSV: `/exports/contacts.csv`, as spreadsheets set to the actor's language read it. Where there are
/// more than one sheet takes, the header `Link` says where the next one is. One `Query` per thousand.
///
/// # Errors
/// When the actor is no engineer, there is no such sheet, or the cursor is of another.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    let name: String = request.parameter("sheet")?;
    let kind = name.strip_suffix(".csv").and_then(Kind::of_section).ok_or(Failure::NotFound)?;
    let (records, next) = match kind {
        Kind::Product => {
            let products = lists.store().products().await?;
            (products.iter().map(|product| typed(&product.record)).collect(), None)
        }
        _ => records(lists, kind, request.query("after")).await?,
    };
    let sheet = sheet::write(kind, &records, request.language()).map_err(Failure::internal)?;
    let answer = Answer::download("text/csv; charset=utf-8", &name, sheet.into_bytes());
    Ok(match next {
        Some(next) => answer.header(LINK, &format!("</exports/{name}?after={next}>; rel=\"next\"")),
        None => answer,
    })
}

async fn records(
    lists: &Lists,
    kind: Kind,
    after: Option<&str>,
) -> Result<(Vec<Typed>, Option<String>), Failure> {
    let mut records = Vec::new();
    let mut after = after.map(str::to_owned);
    loop {
        let page = lists.records(kind, "", PAGE, after.as_deref()).await?;
        records.extend(page.rows);
        after = page.next;
        if after.is_none() || records.len() >= MOST {
            return Ok((records, after));
        }
    }
}
