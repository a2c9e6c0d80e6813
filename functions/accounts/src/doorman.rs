//! What it takes to sign somebody in.

use aws_sdk_secretsmanager::Client;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_domain::actor::{Actor, Contact, Revisions};
use caseport_domain::contract;
use caseport_domain::grant::Grant;
use caseport_domain::id::{CompanyId, SessionId};
use caseport_domain::person::User;
use caseport_domain::sign_in::{Must, StaffSecondFactor};
use caseport_store::Store;
use caseport_store::companies::Account as Company;
use caseport_store::sessions::Session;
use caseport_store::users::Account;
use caseport_web::token::{Claims, HalfWay, KnownBrowser, LIFE, Signer};
use caseport_web::{ACCESS, Answer, BROWSER, Cookie, Failure, REFRESH, Request, StatusCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;

/// What it takes to sign somebody in: the store and, fetched once, the key that signs tokens.
#[derive(Debug)]
pub struct Doorman {
    /// Where people and sessions are kept.
    pub store: Store,
    secrets: Client,
    secret: String,
    signer: OnceCell<Signer>,
    staff: StaffSecondFactor,
}

/// The secret as stored.
#[derive(Deserialize)]
struct Secret {
    kid: String,
    pkcs8: String,
}

/// What an API client gets (RFC 6749, section 5.1).
#[derive(Serialize)]
struct Tokens<'a> {
    access_token: &'a str,
    token_type: &'static str,
    expires_in: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<&'a str>,
}

/// Who gets an access token: by what, and to act for whom.
pub(crate) struct Bearer {
    pub(crate) sid: SessionId,
    pub(crate) grant: Grant,
    /// When they had signed in before.
    pub(crate) last_sign_in: Option<Timestamp>,
    /// The company that a partner's contact chose to act for, if not their own.
    pub(crate) acting_for: Option<CompanyId>,
    /// Whether they are held until they have accepted the rules, if they have not. A program is not: nobody sits there who
    /// could, and its owner is asked when they sign in.
    pub(crate) asks_rules: bool,
}

impl Bearer {
    /// Whoever has this session.
    pub(crate) fn of(session: &Session) -> Self {
        Self {
            sid: session.id.clone(),
            grant: Grant::Session,
            last_sign_in: session.last_sign_in,
            acting_for: session.acting_for.clone(),
            asks_rules: session.asks_rules,
        }
    }
}

impl Doorman {
    /// The doorman of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the setting `TOKEN_SECRET`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self {
            store: Store::new(config)?,
            secrets: Client::new(config),
            secret: setting("TOKEN_SECRET")?,
            signer: OnceCell::new(),
            staff: StaffSecondFactor::of(&setting("STAFF_SECOND_FACTOR")?),
        })
    }

    /// An access token for this person: what it says holds as the contracts of the company they act for stand, and no
    /// longer. A partner's contact acts for the company they chose, as long as theirs serves it. For a contact one
    /// `Query`; for one who chose another company one `GetItem` more, and one `Query` more if it is served no longer.
    pub(crate) async fn access(
        &self,
        request: &Request,
        account: &Account,
        bearer: Bearer,
    ) -> Result<String, Failure> {
        let mut user = account.user.clone();
        let mut revisions = Revisions { user: account.revision, company: None };
        let (mut until, mut acting_for, mut licensed) = (None, None, Vec::new());
        if let Actor::Contact(contact) = &mut user.actor {
            let company = match self.elsewhere(contact, bearer.acting_for.as_ref()).await? {
                Some((acting, company)) => {
                    (*contact, acting_for) = (acting, Some(company.company.name.clone()));
                    company
                }
                None => self.store.account(&contact.company).await?.ok_or(Failure::SignedOut)?,
            };
            let standing = contract::standing(&company.contracts, request.now());
            contact.level = standing.cap(contact.level);
            revisions.company = Some(company.revision);
            until = standing.until;
            let products = contract::entitled(&company.contracts, request.now());
            licensed = request.portal().modules.licensed(&products);
        }
        if let Grant::Token(reach) = bearer.grant {
            user.actor = reach.cap(user.actor);
        }
        let origin = &request.portal().origin;
        let mut claims = Claims::new(origin, bearer.sid, &user, revisions, request.now(), until);
        let (password, factor) = (account.must_change_password, account.has_second_factor);
        let rules = bearer.asks_rules && account.owes_rules();
        claims.must = Must::first(&user.actor, password, rules, factor, self.staff);
        claims.grant = bearer.grant;
        claims.last_sign_in = bearer.last_sign_in;
        (claims.acting_for, claims.licensed) = (acting_for, licensed);
        let signer = self.signer.get_or_try_init(|| self.fetch()).await?;
        signer.sign(&claims).map_err(Failure::internal)
    }

    /// A contact as they act for the company they chose, and that company; nothing if it is their own, or theirs does
    /// not serve it.
    ///
    /// The company is read first. A relation that ends raises its revision, so that a token given on what was read just
    /// before writes nothing any more.
    pub(crate) async fn elsewhere(
        &self,
        contact: &Contact,
        chosen: Option<&CompanyId>,
    ) -> Result<Option<(Contact, Company)>, Failure> {
        let Some(chosen) = chosen.filter(|chosen| **chosen != contact.company) else { return Ok(None) };
        // Both are read whatever the first says: how long it takes tells nobody whether there is such a company.
        let company = self.store.account(chosen).await?;
        let relation = self.store.relation(&contact.company, chosen).await?;
        Ok(relation.and_then(|relation| relation.acting(contact)).zip(company))
    }

    /// What makes this browser known to this user from now on.
    pub(crate) async fn known_browser(&self, request: &Request, user: &User) -> Result<Cookie, Failure> {
        let portal = request.portal();
        let user = user.actor.person().id.clone();
        let known = KnownBrowser::new(&portal.origin, portal.random.id(), user, request.now());
        let signer = self.signer.get_or_try_init(|| self.fetch()).await?;
        let token = signer.sign(&known).map_err(Failure::internal)?;
        Ok(Cookie::new(BROWSER, token).kept(KnownBrowser::LIFE.as_secs()))
    }

    /// What says that the password of this account was right, for the code to go with.
    pub(crate) async fn half_way(
        &self,
        request: &Request,
        account: &Account,
        is_kept: bool,
    ) -> Result<String, Failure> {
        let user = account.user.actor.person().id.clone();
        let origin = &request.portal().origin;
        let half = HalfWay::new(origin, user, account.revision, is_kept, request.now());
        let signer = self.signer.get_or_try_init(|| self.fetch()).await?;
        signer.sign(&half).map_err(Failure::internal)
    }

    async fn fetch(&self) -> Result<Signer, Failure> {
        let answer = self.secrets.get_secret_value().secret_id(&self.secret).send().await;
        let answer = answer.map_err(|error| Failure::internal(error.into_service_error()))?;
        let secret: Secret = serde_json::from_str(answer.secret_string().unwrap_or_default())?;
        let pkcs8 = BASE64_STANDARD.decode(secret.pkcs8).map_err(Failure::internal)?;
        Ok(Signer::new(secret.kid, &pkcs8))
    }
}

/// Tokens as JSON.
pub(crate) fn tokens(access: &str, refresh: Option<&str>) -> Result<Answer, Failure> {
    let tokens = Tokens {
        access_token: access,
        token_type: "Bearer",
        expires_in: LIFE.as_secs(),
        refresh_token: refresh,
    };
    Ok(Answer::json(StatusCode::OK, &tokens)?)
}

/// An answer that brings the tokens of a session as cookies. They end with the browser's session, unless its user asked
/// to be remembered: then they are kept as long as they are good.
pub(crate) fn with_cookies(
    answer: Answer,
    access: &str,
    refresh: Option<&str>,
    session: &Session,
    now: Timestamp,
) -> Answer {
    let kept = |cookie: Cookie, seconds: i64| if session.is_kept { cookie.kept(seconds) } else { cookie };
    let answer = answer.with(kept(Cookie::new(ACCESS, access), LIFE.as_secs()));
    match refresh {
        Some(refresh) => {
            let left = session.ends_at.duration_since(now).as_secs();
            answer.with(kept(Cookie::new(REFRESH, refresh), left))
        }
        None => answer,
    }
}
