//! Access tokens: short-lived, signed with Ed25519, checked without asking anybody.
//!
//! Why Ed25519 and not a shared secret: the functions that check tokens hold public keys only, as a setting,
//! so that none of them could sign one and a cold start fetches nothing.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use caseport_domain::actor::{Actor, Revisions};
use caseport_domain::grant::Grant;
use caseport_domain::id::{SessionId, UserId};
use caseport_domain::module::Module;
use caseport_domain::person::{Language, User};
use caseport_domain::sign_in::Must;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// How long an access token lives.
pub const LIFE: SignedDuration = SignedDuration::from_mins(15);

/// What a token can say: each kind has an audience of its own, so that none passes for another.
pub trait Says: Serialize + DeserializeOwned {
    /// Whom it is meant for.
    const AUDIENCE: &'static str;

    /// When it runs out, in seconds since 1970.
    fn runs_out(&self) -> i64;
}

/// What a token says of its bearer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    iss: String,
    aud: String,
    iat: i64,
    exp: i64,
    /// The session it belongs to.
    pub sid: SessionId,
    /// As whom its bearer acts.
    pub actor: Actor,
    /// The revisions of the records that say so.
    pub revisions: Revisions,
    /// The language of their pages.
    pub lang: Language,
    /// IANA name of their time zone.
    pub zone: String,
    /// By what it was given.
    #[serde(default)]
    pub grant: Grant,
    /// What its bearer must do before anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must: Option<Must>,
    /// When its bearer had signed in before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_sign_in: Option<Timestamp>,
    /// Of the modules that take a product, those that the company has one for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub licensed: Vec<Module>,
    /// The name of the company that a partner's contact acts for, when it is not their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<String>,
}

impl Claims {
    /// The claims of a user who signs in, or renews, now. They hold until `until` at the latest, when what they say
    /// may be so no more.
    #[must_use]
    pub fn new(
        origin: &str,
        sid: SessionId,
        user: &User,
        revisions: Revisions,
        now: Timestamp,
        until: Option<Timestamp>,
    ) -> Self {
        let end = now + LIFE;
        Self {
            iss: origin.to_owned(),
            aud: Self::AUDIENCE.to_owned(),
            iat: now.as_second(),
            exp: until.map_or(end, |until| until.min(end)).as_second(),
            sid,
            actor: user.actor.clone(),
            revisions,
            lang: user.language,
            zone: user.zone.clone(),
            grant: Grant::Session,
            must: None,
            last_sign_in: None,
            licensed: Vec::new(),
            acting_for: None,
        }
    }
}

impl Says for Claims {
    const AUDIENCE: &'static str = "portal";

    fn runs_out(&self) -> i64 {
        self.exp
    }
}

/// Tells that somebody proved their password, and is to prove their second factor. It lets nobody in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HalfWay {
    iss: String,
    aud: String,
    exp: i64,
    /// Who it is, if the second factor says so too.
    pub sub: UserId,
    /// The revision of their record: with another password or factor one begins again.
    pub revision: u32,
    /// Whether the browser is to keep the session.
    pub is_kept: bool,
}

impl HalfWay {
    /// How long one may look for one's phone.
    pub const LIFE: SignedDuration = SignedDuration::from_mins(5);

    /// What the person whose record has this revision has proved now.
    #[must_use]
    pub fn new(origin: &str, sub: UserId, revision: u32, is_kept: bool, now: Timestamp) -> Self {
        let exp = (now + Self::LIFE).as_second();
        Self { iss: origin.to_owned(), aud: Self::AUDIENCE.to_owned(), exp, sub, revision, is_kept }
    }
}

impl Says for HalfWay {
    const AUDIENCE: &'static str = "second-factor";

    fn runs_out(&self) -> i64 {
        self.exp
    }
}

/// Tells that a browser signed somebody in before, or that they chose a password there by a mailed link: tries to sign in as
/// them are counted by it and not with those of strangers. It lets nobody in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownBrowser {
    iss: String,
    aud: String,
    exp: i64,
    /// A name for the browser, which says nothing of it.
    pub jti: String,
    /// Who they are.
    pub sub: UserId,
}

impl KnownBrowser {
    /// How long a browser is known after that.
    pub const LIFE: SignedDuration = SignedDuration::from_hours(365 * 24);

    /// The browser that this user proves themselves with now, and that is called `jti`.
    #[must_use]
    pub fn new(origin: &str, jti: String, sub: UserId, now: Timestamp) -> Self {
        let exp = (now + Self::LIFE).as_second();
        Self { iss: origin.to_owned(), aud: Self::AUDIENCE.to_owned(), exp, jti, sub }
    }
}

impl Says for KnownBrowser {
    const AUDIENCE: &'static str = "browser";

    fn runs_out(&self) -> i64 {
        self.exp
    }
}

/// The public keys that tokens are checked with, by key id; several while one is being replaced.
pub struct Keys {
    keys: HashMap<String, DecodingKey>,
    last: Mutex<Option<(String, Claims)>>,
}

/// Why the setting `TOKEN_KEYS` is of no use.
#[derive(Clone, Debug, thiserror::Error)]
#[error("TOKEN_KEYS is not a JSON object of key ids and base64url Ed25519 public keys")]
pub struct BadKeys;

/// Why a token is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadToken {
    /// It is genuine and has run out.
    #[error("the token has run out")]
    Expired,
    /// It is not genuine, or not for this portal.
    #[error("the token is not genuine")]
    Forged,
}

impl Keys {
    /// The keys of a JSON object `{"<kid>": "<base64url public key>"}`.
    ///
    /// # Errors
    /// [`BadKeys`].
    pub fn parse(json: &str) -> Result<Self, BadKeys> {
        let keys: HashMap<String, String> = serde_json::from_str(json).map_err(|_| BadKeys)?;
        let key = |(id, x): (String, String)| {
            DecodingKey::from_ed_components(&x).map(|key| (id, key)).map_err(|_| BadKeys)
        };
        let keys = keys.into_iter().map(key).collect::<Result<_, _>>()?;
        Ok(Self { keys, last: Mutex::new(None) })
    }

    /// What an access token says, as [`Keys::check`]. The last one found genuine is remembered: people look at one page
    /// after the other, and checking a signature takes a quarter of what answering a list takes.
    ///
    /// # Errors
    /// [`BadToken`].
    pub fn check_access(&self, token: &str, origin: &str, now: Timestamp) -> Result<Claims, BadToken> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, claims)) = &*last
            && known == token
            && now.as_second() < claims.exp
        {
            return Ok(claims.clone());
        }
        let claims: Claims = self.check(token, origin, now)?;
        *last = Some((token.to_owned(), claims.clone()));
        Ok(claims)
    }

    /// What a token says, if it is genuine, for this portal and still good.
    ///
    /// # Errors
    /// [`BadToken`].
    pub fn check<T: Says>(&self, token: &str, origin: &str, now: Timestamp) -> Result<T, BadToken> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| BadToken::Forged)?;
        let key = header.kid.and_then(|kid| self.keys.get(&kid)).ok_or(BadToken::Forged)?;
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_audience(&[T::AUDIENCE]);
        rules.set_issuer(&[origin]);
        rules.validate_exp = false; // Below, by the clock that was passed.
        let says = jsonwebtoken::decode::<T>(token, key, &rules).map_err(|_| BadToken::Forged)?.claims;
        if now.as_second() < says.runs_out() { Ok(says) } else { Err(BadToken::Expired) }
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.keys.keys()).finish()
    }
}

/// The private key that signs tokens. Only the functions that sign people in have it.
pub struct Signer {
    kid: String,
    key: EncodingKey,
}

impl Signer {
    /// The signer with this key id and PKCS#8 key.
    #[must_use]
    pub fn new(kid: String, pkcs8: &[u8]) -> Self {
        Self { kid, key: EncodingKey::from_ed_der(pkcs8) }
    }

    /// A token that says this.
    ///
    /// # Errors
    /// When the key is none.
    pub fn sign(&self, says: &impl Says) -> Result<String, jsonwebtoken::errors::Error> {
        let header = Header { kid: Some(self.kid.clone()), ..Header::new(Algorithm::EdDSA) };
        jsonwebtoken::encode(&header, says, &self.key)
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({})", self.kid)
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD;
    use caseport_domain::actor::Person;

    use super::*;

    const ORIGIN: &str = "https://portal.example";

    /// A key pair: what a function that signs holds, and what all others do.
    fn pair() -> (Signer, Keys) {
        // RFC 8410: an Ed25519 key in PKCS#8, and RFC 8032's first test vector.
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        let bytes = |hex: &str| -> Vec<u8> {
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
        };
        let mut pkcs8 = bytes("302e020100300506032b657004220420");
        pkcs8.extend(bytes(seed));
        let public = BASE64_URL_SAFE_NO_PAD.encode(bytes(public));
        (Signer::new("k1".into(), &pkcs8), Keys::parse(&format!(r#"{{"k1":"{public}"}}"#)).unwrap())
    }

    fn user(id: &str) -> User {
        let person = Person { id: id.parse().unwrap(), name: id.into() };
        let (email, zone) = (format!("{id}@acme.example"), "UTC".to_owned());
        User { actor: Actor::engineer(person), email, language: Language::En, zone }
    }

    fn claims(id: &str, now: Timestamp, until: Option<Timestamp>) -> Claims {
        Claims::new(ORIGIN, "s1".parse().unwrap(), &user(id), Revisions::default(), now, until)
    }

    /// X12: a token given shortly before a contract ends is good until then and no longer.
    #[test]
    fn a_token_ends_with_what_it_was_given_on() {
        let (signer, keys) = pair();
        let now: Timestamp = "2026-11-22T22:55:00Z".parse().unwrap();
        let midnight: Timestamp = "2026-11-22T23:00:00Z".parse().unwrap();
        let token = signer.sign(&claims("anna", now, Some(midnight))).unwrap();
        let second = SignedDuration::from_secs(1);
        assert!(keys.check_access(&token, ORIGIN, midnight - second).is_ok());
        assert!(matches!(keys.check_access(&token, ORIGIN, midnight), Err(BadToken::Expired)));
        assert_eq!(claims("anna", now, Some(now + LIFE * 2)).exp, (now + LIFE).as_second());
    }

    /// X12: what is remembered of one token is not taken for another, and not for longer than it lives.
    #[test]
    fn a_token_remembered_is_good_for_itself_and_its_time() {
        let (signer, keys) = pair();
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let token = |id: &str| signer.sign(&claims(id, now, None)).unwrap();
        let who = |token: &str, at: Timestamp| {
            keys.check_access(token, ORIGIN, at).map(|claims| claims.actor.person().name.clone())
        };
        let (eva, finn) = (token("eva"), token("finn"));
        for _ in 0..2 {
            assert_eq!(who(&eva, now).unwrap(), "eva");
            assert_eq!(who(&eva, now).unwrap(), "eva");
            assert_eq!(who(&finn, now).unwrap(), "finn");
            let forged = format!("{}{}", &eva[..eva.len() - 4], &finn[finn.len() - 4..]);
            assert_eq!(who(&forged, now), Err(BadToken::Forged));
        }
        assert_eq!(who(&finn, now + LIFE), Err(BadToken::Expired));
        assert_eq!(who(&finn, now + LIFE - SignedDuration::from_secs(1)).unwrap(), "finn");
    }

    /// X12: what makes a browser known lets nobody in, and an access token makes no browser known.
    #[test]
    fn a_token_of_one_kind_passes_for_no_other() {
        let (signer, keys) = pair();
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let known = KnownBrowser::new(ORIGIN, "b1".into(), "eva".parse().unwrap(), now);
        let known = signer.sign(&known).unwrap();
        assert_eq!(keys.check::<KnownBrowser>(&known, ORIGIN, now).unwrap().jti, "b1");
        assert!(matches!(keys.check_access(&known, ORIGIN, now), Err(BadToken::Forged)));
        let half = HalfWay::new(ORIGIN, "eva".parse().unwrap(), 3, true, now);
        let half = signer.sign(&half).unwrap();
        assert_eq!(keys.check::<HalfWay>(&half, ORIGIN, now).unwrap().revision, 3);
        assert!(matches!(keys.check_access(&half, ORIGIN, now), Err(BadToken::Forged)));
        assert!(matches!(keys.check::<HalfWay>(&known, ORIGIN, now), Err(BadToken::Forged)));
        let late = keys.check::<HalfWay>(&half, ORIGIN, now + HalfWay::LIFE);
        assert!(matches!(late, Err(BadToken::Expired)));
        let access = claims("eva", now, None);
        let access = signer.sign(&access).unwrap();
        assert!(matches!(keys.check::<KnownBrowser>(&access, ORIGIN, now), Err(BadToken::Forged)));
        assert!(matches!(
            keys.check_access(&access, "https://elsewhere.example", now),
            Err(BadToken::Forged)
        ));
    }
}
