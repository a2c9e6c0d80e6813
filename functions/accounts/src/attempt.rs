//! A try to prove who one is, counted.

use caseport_domain::id::UserId;
use caseport_domain::throttle::{self, By};
use caseport_store::Store;
use caseport_web::token::KnownBrowser;
use caseport_web::{BROWSER, Failure, Request};

/// A try, counted by who tries and by where from.
pub(crate) struct Attempt<'a> {
    store: &'a Store,
    request: &'a Request,
    who: String,
    is_known: bool,
}

impl<'a> Attempt<'a> {
    /// Counts a try to be `user`, whom `typed` names, if it names anybody. Two `UpdateItem`s.
    ///
    /// # Errors
    /// [`Failure::Throttled`] when there were too many.
    pub(crate) async fn begin(
        store: &'a Store,
        request: &'a Request,
        typed: &str,
        user: Option<&UserId>,
    ) -> Result<Self, Failure> {
        let known = browser(request).filter(|browser| Some(&browser.sub) == user);
        let is_known = known.is_some();
        let who = known.map_or_else(|| typed.to_owned(), |browser| browser.jti);
        let attempt = Self { store, request, who, is_known };
        let now = request.now();
        let (source, who) = (attempt.by_source(), attempt.by_who());
        let (source, who) = tokio::try_join!(store.take_try(&source, now), store.take_try(&who, now))?;
        if source && who { Ok(attempt) } else { Err(Failure::Throttled(throttle::ends(now))) }
    }

    /// Takes the try back: it was right, and no guess. Two `UpdateItem`s.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn was_right(self) -> Result<(), Failure> {
        let now = self.request.now();
        let (source, who) = (self.by_source(), self.by_who());
        tokio::try_join!(self.store.give_back_try(&source, now), self.store.give_back_try(&who, now))?;
        Ok(())
    }

    fn by_source(&self) -> By<'_> {
        By::Source(self.request.source())
    }

    fn by_who(&self) -> By<'_> {
        if self.is_known { By::Browser(&self.who) } else { By::Account(&self.who) }
    }
}

/// What the browser says of having been here before, if that is genuine.
fn browser(request: &Request) -> Option<KnownBrowser> {
    let portal = request.portal();
    portal.keys.check(request.cookie(BROWSER)?, &portal.origin, request.now()).ok()
}
