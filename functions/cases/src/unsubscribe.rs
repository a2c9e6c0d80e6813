//! Turning off the mails about a case by the link of one of them, without signing in (RFC 8058).

use caseport_aws::{Missing, SdkConfig};
use caseport_domain::case::{Case, Outside, Outsider};
use caseport_domain::policy;
use caseport_domain::wishes::Wish;
use caseport_pages::Unsubscribe;
use caseport_store::{Committed, CursorKey, OptOut, Store};
use caseport_web::{Failure, LinkForm, Outcome, Request, StatusCode};

use crate::follow;

/// How often a choice is stored anew that met another of the same person's.
const TRIES: usize = 4;

/// What it takes to read links and to do what they say.
#[derive(Debug)]
pub struct OptOuts {
    pub(crate) store: Store,
    pub(crate) key: CursorKey,
}

impl OptOuts {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE` and `CURSOR_KEY`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { store: Store::new(config)?, key: CursorKey::from_settings()? })
    }

    /// What a link opens: nothing once its person is mailed about the case no more. A `GetItem`, for who can sign in two, and
    /// none for a link that is none.
    async fn open(&self, request: &Request, link: &str) -> Result<(OptOut, Reader), Failure> {
        let link = OptOut::open(&self.key, link).ok_or(Failure::LinkGone)?;
        let case = self.store.case(link.number).await?.ok_or(Failure::LinkGone)?;
        if policy::follows(&link.user, &case) {
            let wish = self.store.wish(link.number, &link.user).await?;
            return Ok((link, Reader::Inside(wish)));
        }
        let follows = case.outsider(&link.user, request.now()).is_ok_and(Outsider::is_confirmed);
        if follows { Ok((link, Reader::Outside(Box::new(case)))) } else { Err(Failure::LinkGone) }
    }
}

/// Who reads the mails that a link turns off.
enum Reader {
    /// Somebody who can sign in, with what they chose for the case.
    Inside(Wish),
    /// Somebody outside who follows this case.
    Outside(Box<Case>),
}

/// What is asked for: by which link, and whether mails are to be off.
struct Asked {
    link: String,
    off: bool,
}

impl Asked {
    /// A mail program sends the link in the address, and a body of either kind that says nothing more.
    fn read(request: &Request) -> Result<Self, Failure> {
        if let Some(link) = request.query("link") {
            return Ok(Self { link: link.to_owned(), off: true });
        }
        let input: LinkForm = request.input()?;
        let off = input.decides("off", "on")?;
        Ok(Self { link: input.link, off })
    }
}

/// The page with the button; looking at it turns nothing off, since programs that check mail look at links too.
///
/// # Errors
/// [`Failure::LinkGone`].
pub async fn page(opt_outs: &OptOuts, request: Request) -> Outcome {
    let link = request.query("link").unwrap_or_default();
    let (OptOut { number, .. }, reader) = opt_outs.open(&request, link).await?;
    let page = match reader {
        Reader::Inside(wish) => Unsubscribe::new(link, number, wish.is_off),
        Reader::Outside(_) => Unsubscribe::new(link, number, false).outside(),
    };
    request.show(StatusCode::OK, &page)
}

/// Turns the mails about the link's case to its person off, or on again as they were. Somebody outside is taken off the case
/// for good: their address is struck.
///
/// AWS calls: two `GetItem`s, or one for somebody outside, and one `TransactWriteItems` unless it is so already.
///
/// # Errors
/// [`Failure::LinkGone`]; [`Failure::Flaws`] without a decision.
pub async fn handle(opt_outs: &OptOuts, request: Request) -> Outcome {
    let Asked { link, off } = Asked::read(&request)?;
    for _ in 0..TRIES {
        let (OptOut { number, user }, reader) = opt_outs.open(&request, &link).await?;
        let wish = match reader {
            Reader::Inside(wish) => wish,
            Reader::Outside(case) => {
                if off {
                    let outside = Outside::Dismiss { outsider: user };
                    Box::pin(follow::carry_out(&opt_outs.store, &request, *case, outside)).await?;
                }
                let page = Unsubscribe::new(&link, number, off).outside().done();
                return request.show(StatusCode::OK, &page);
            }
        };
        let is_so = wish.is_off == off;
        let store = &opt_outs.store;
        let is_done = is_so || {
            let writes = store.transaction().save_wish(number, &wish.turned(off));
            writes.commit().await? == Committed::Done
        };
        if is_done {
            return request.show(StatusCode::OK, &Unsubscribe::new(&link, number, off).done());
        }
    }
    Err(Failure::Outdated)
}
