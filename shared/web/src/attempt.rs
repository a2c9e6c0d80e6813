//! A try to prove who one is, counted.

use caseport_domain::id::UserId;
use caseport_domain::throttle::By;
use caseport_store::{Store, StoreError};
use jiff::Timestamp;

use crate::cookies::BROWSER;
use crate::failure::Failure;
use crate::request::Request;
use crate::token::KnownBrowser;

/// A try, counted by who tries and by where from. A browser that is known to the account is not counted by where from: else who
/// guesses from the same office shuts its owner out there (X13).
#[derive(Debug)]
pub struct Attempt<'a> {
    store: &'a Store,
    request: &'a Request,
    who: Who,
    is_known: bool,
}

/// Who tries.
#[derive(Debug)]
enum Who {
    /// Whoever has this name or address, by a browser that nobody knows.
    Account(String),
    /// Who has proved this person's password.
    Code(String),
    /// A browser that is known to that account: see [`KnownBrowser`].
    Browser(String),
}

impl<'a> Attempt<'a> {
    /// Counts a try at the password of `user`, whom `typed` names, if it names anybody. Two `UpdateItem`s, or one for a browser
    /// that is known to them.
    ///
    /// # Errors
    /// [`Failure::Throttled`] when there were too many.
    pub async fn begin(
        store: &'a Store,
        request: &'a Request,
        typed: &str,
        user: Option<&UserId>,
    ) -> Result<Self, Failure> {
        let known = browser(request).filter(|browser| Some(&browser.sub) == user);
        let is_known = known.is_some();
        let who = known.map_or_else(|| Who::Account(typed.to_owned()), |browser| Who::Browser(browser.jti));
        Self { store, request, who, is_known }.count().await
    }

    /// Counts a try at a code of `user`, whose password was right. Two `UpdateItem`s, or one for a browser that is known to them.
    ///
    /// # Errors
    /// [`Failure::Throttled`] when there were too many.
    pub async fn at_code(store: &'a Store, request: &'a Request, user: &UserId) -> Result<Self, Failure> {
        let is_known = browser(request).is_some_and(|browser| browser.sub == *user);
        Self { store, request, who: Who::Code(user.to_string()), is_known }.count().await
    }

    async fn count(self) -> Result<Self, Failure> {
        let now = self.request.now();
        let who = self.who.by();
        let (source, who) = tokio::try_join!(self.take_from_source(now), self.store.take_try(&who, now))?;
        if source && who { Ok(self) } else { Err(Failure::Throttled(self.by_source().ends(now))) }
    }

    /// Takes the try back: it was right, and no guess. As many `UpdateItem`s as it took to count it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn was_right(self) -> Result<(), Failure> {
        let now = self.request.now();
        let who = self.who.by();
        tokio::try_join!(self.give_back_to_source(now), self.store.give_back_try(&who, now))?;
        Ok(())
    }

    async fn take_from_source(&self, now: Timestamp) -> Result<bool, StoreError> {
        if self.is_known { Ok(true) } else { self.store.take_try(&self.by_source(), now).await }
    }

    async fn give_back_to_source(&self, now: Timestamp) -> Result<(), StoreError> {
        if self.is_known { Ok(()) } else { self.store.give_back_try(&self.by_source(), now).await }
    }

    fn by_source(&self) -> By<'_> {
        By::Source(self.request.source())
    }
}

impl Who {
    fn by(&self) -> By<'_> {
        match self {
            Self::Account(typed) => By::Account(typed),
            Self::Code(user) => By::Code(user),
            Self::Browser(name) => By::Browser(name),
        }
    }
}

/// What the browser says of having been here before, if that is genuine.
fn browser(request: &Request) -> Option<KnownBrowser> {
    let portal = request.portal();
    portal.keys.check(request.cookie(BROWSER)?, &portal.origin, request.now()).ok()
}
