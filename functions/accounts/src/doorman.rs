//! What it takes to sign somebody in.

use aws_sdk_secretsmanager::Client;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_domain::actor::{Actor, Revisions};
use caseport_domain::contract;
use caseport_domain::grant::Grant;
use caseport_domain::id::SessionId;
use caseport_domain::person::User;
use caseport_domain::sign_in::{Must, StaffSecondFactor};
use caseport_store::Store;
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

    /// An access token for this person in this session: what it says holds as the contracts of their company stand,
    /// and no longer. For a contact one `Query`.
    pub(crate) async fn access(
        &self,
        request: &Request,
        sid: SessionId,
        account: &Account,
        (grant, last_sign_in): (Grant, Option<Timestamp>),
    ) -> Result<String, Failure> {
        let mut user = account.user.clone();
        let mut revisions = Revisions { user: account.revision, company: None };
        let mut until = None;
        if let Actor::Contact(contact) = &mut user.actor {
            let company = self.store.account(&contact.company).await?.ok_or(Failure::SignedOut)?;
            let standing = contract::standing(&company.contracts, request.now());
            contact.level = standing.cap(contact.level);
            revisions.company = Some(company.revision);
            until = standing.until;
        }
        if let Grant::Token(reach) = grant {
            user.actor = reach.cap(user.actor);
        }
        let mut claims = Claims::new(&request.portal().origin, sid, &user, revisions, request.now(), until);
        let (password, factor) = (account.must_change_password, account.has_second_factor);
        claims.must = Must::first(&user.actor, password, factor, self.staff);
        claims.grant = grant;
        claims.last_sign_in = last_sign_in;
        let signer = self.signer.get_or_try_init(|| self.fetch()).await?;
        signer.sign(&claims).map_err(Failure::internal)
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
