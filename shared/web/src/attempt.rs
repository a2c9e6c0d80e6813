//! A try to prove who one is, counted.

use caseport_domain::id::UserId;
use caseport_domain::throttle::By;
use caseport_store::Store;

use crate::cookies::BROWSER;
use crate::failure::Failure;
use crate::request::Request;
use crate::token::KnownBrowser;

/// A try, counted by who tries and by where from.
#[derive(Debug)]
pub struct Attempt<'a> {
    store: &'a Store,
    request: &'a Request,
    who: Who,
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
    /// Counts a try at the password of `user`, whom `typed` names, if it names anybody. Two `UpdateItem`s.
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
        let who = known.map_or_else(|| Who::Account(typed.to_owned()), |browser| Who::Browser(browser.jti));
        Self { store, request, who }.count().await
    }

    /// Counts a try at a code of `user`, whose password was right. Two `UpdateItem`s.
    ///
    /// # Errors
    /// [`Failure::Throttled`] when there were too many.
    pub async fn at_code(store: &'a Store, request: &'a Request, user: &UserId) -> Result<Self, Failure> {
        Self { store, request, who: Who::Code(user.to_string()) }.count().await
    }

    async fn count(self) -> Result<Self, Failure> {
        let now = self.request.now();
        let (source, who) = (self.by_source(), self.who.by());
        let (source, who) =
            tokio::try_join!(self.store.take_try(&source, now), self.store.take_try(&who, now))?;
        if source && who { Ok(self) } else { Err(Failure::Throttled(self.by_source().ends(now))) }
    }

    /// Takes the try back: it was right, and no guess. Two `UpdateItem`s.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn was_right(self) -> Result<(), Failure> {
        let now = self.request.now();
        let (source, who) = (self.by_source(), self.who.by());
        tokio::try_join!(self.store.give_back_try(&source, now), self.store.give_back_try(&who, now))?;
        Ok(())
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
