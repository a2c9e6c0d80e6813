//! The page a contact begins on.

use caseport_aws::{Missing, SdkConfig};
use caseport_domain::actor::Contact;
use caseport_domain::contract::entitled;
use caseport_domain::coverage::coverage;
use caseport_domain::module::Module;
use caseport_domain::policy;
use caseport_domain::profile;
use caseport_domain::selection::{Selection, Side, Whose};
use caseport_pages::{HomeContact, foremost};
use caseport_store::lists::Page;
use caseport_store::{Lists, Store, Wanted};
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// Among how many open cases those that wait for the customer are looked for.
const LOOKED_THROUGH: usize = 100;

/// What the page is made of.
#[derive(Debug)]
pub struct Home {
    store: Store,
    lists: Lists,
}

impl Home {
    /// What it is made of in the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE` and `CURSOR_KEY`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { store: Store::new(config)?, lists: Lists::new(config)? })
    }
}

/// Who one is and what is yet to be said of one (G20), how the contracts stand, what the company has, and what is open
/// (E30, E31, E33, E34).
///
/// AWS calls, all at once: one `GetItem`, and a `Query` each for company with contracts, for what it has and, if one's
/// access includes cases, for the open ones.
///
/// # Errors
/// When the actor is no contact.
pub async fn handle(home: &Home, request: Request) -> Outcome {
    let claims = request.claims()?;
    let contact = policy::customer(&claims.actor)?;
    let Home { store, lists } = home;
    let (user, account, assets, cases) = tokio::join!(
        store.user(&contact.person.id),
        store.account(&contact.company),
        store.assets(&contact.company),
        open_cases(lists, &request, contact),
    );
    let (user, assets, cases) = (user?.ok_or(Failure::SignedOut)?, assets?, cases?);
    let account = account?.ok_or_else(|| Failure::internal("a contact's company is missing"))?;
    let mut about = HomeContact::of(contact, user.user.email, account.company.name);
    let incomplete = profile::missing(&user.user.actor.person().name, user.profile.as_ref());
    if let Some(profile) = user.profile {
        about.job_title = profile.details.job_title.map(String::from);
        about.phone = profile.details.phone.map(String::from);
    }
    let (zone, now) = (&account.details.zone, request.now());
    let ended = assets.licences.iter().filter(|licence| licence.has_ended(zone, now));
    let ended_licences = ended.map(|licence| licence.id.clone()).collect();
    let page = caseport_pages::Home {
        contact: about,
        last_sign_in: claims.last_sign_in,
        incomplete,
        contracts: coverage(&account.contracts, now),
        products: entitled(&account.contracts, now),
        assets,
        ended_licences,
        cases: cases.map(|page| foremost(page.rows)),
        entries: request.entries()?,
    };
    request.show(StatusCode::OK, &page)
}

/// The newest open cases of who asks; none if their access includes none.
async fn open_cases(lists: &Lists, request: &Request, contact: &Contact) -> Result<Option<Page>, Failure> {
    if policy::list(request.actor()?).is_err() || !request.uses(Module::Cases) {
        return Ok(None);
    }
    let of = policy::listed(contact, Whose::Company).into();
    let wanted = Wanted { of, selection: &Selection::usual(Side::Customer), zone: request.zone() };
    Ok(Some(lists.select(&wanted, LOOKED_THROUGH, None).await?))
}
