//! What the link leads to that is mailed to who is asked, from outside, to follow a case (C29).

use caseport_domain::actor::Author;
use caseport_domain::case::chain::Salt;
use caseport_domain::case::{Case, Command, Outside, RuleBook};
use caseport_pages::Follow;
use caseport_store::cases::{Step, Stored};
use caseport_store::{Invitation, Store};
use caseport_web::{Failure, LinkForm, Outcome, Request, StatusCode};

use crate::unsubscribe::OptOuts;

/// How often a link is followed anew when the case has moved on meanwhile.
const TRIES: usize = 4;

/// Who is asked by a link, and for which case, while they can still confirm. One `GetItem`, and none for a link that is none.
async fn open(opt_outs: &OptOuts, request: &Request, link: &str) -> Result<(Invitation, Case), Failure> {
    let link = Invitation::open(&opt_outs.key, link).ok_or(Failure::LinkGone)?;
    let case = opt_outs.store.case(link.number).await?.ok_or(Failure::LinkGone)?;
    let asked = case.outsider(&link.outsider, request.now());
    let is_good = asked.is_ok_and(|outsider| !outsider.is_confirmed());
    if is_good { Ok((link, case)) } else { Err(Failure::LinkGone) }
}

/// The page with the buttons; looking at it confirms nothing, since programs that check mail look at links too.
///
/// # Errors
/// [`Failure::LinkGone`].
pub async fn page(opt_outs: &OptOuts, request: Request) -> Outcome {
    let link = request.query("link").unwrap_or_default();
    let (_, case) = open(opt_outs, &request, link).await?;
    request.show(StatusCode::OK, &Follow::new(link, case.number, &case.company.name))
}

/// Has the link's person follow its case, in the language of the page, or strikes their address; either way the link is good
/// for nothing any more.
///
/// AWS calls: one `GetItem`, one `TransactWriteItems`.
///
/// # Errors
/// [`Failure::LinkGone`]; [`Failure::Flaws`] without a decision.
pub async fn handle(opt_outs: &OptOuts, request: Request) -> Outcome {
    let input: LinkForm = request.input()?;
    let confirms = input.decides("confirm", "refuse")?;
    let (Invitation { number, outsider }, case) = open(opt_outs, &request, &input.link).await?;
    let page = Follow::new(&input.link, number, &case.company.name).done(confirms);
    let outside = if confirms {
        Outside::Confirm { outsider, language: request.language() }
    } else {
        Outside::Dismiss { outsider }
    };
    Box::pin(carry_out(&opt_outs.store, &request, case, outside)).await?;
    request.show(StatusCode::OK, &page)
}

/// Does what somebody outside asks for by a link of theirs. One `TransactWriteItems`; should the case move on meanwhile, a
/// `GetItem` and the same again.
///
/// # Errors
/// [`Failure::LinkGone`] when they neither follow the case nor are asked to any more.
pub(crate) async fn carry_out(
    store: &Store,
    request: &Request,
    mut case: Case,
    outside: Outside,
) -> Result<(), Failure> {
    for _ in 0..TRIES {
        let salt = Salt::new(request.portal().random.bytes());
        let command = Command::Outside(outside.clone());
        let step = RuleBook::default().step(&case, &Author::System, command, request.now(), salt);
        let (after, event) = step.map_err(|_| Failure::LinkGone)?;
        if store.store(&Step::new(&after, &event)).await? == Stored::Now {
            return Ok(());
        }
        case = store.case(case.number).await?.ok_or(Failure::LinkGone)?;
    }
    Err(Failure::Outdated)
}
