//! A request, as handlers see it.

use std::str::FromStr;
use std::sync::Arc;

use caseport_domain::actor::Actor;
use caseport_domain::case::CaseType;
use caseport_domain::input::Flaw;
use caseport_domain::module::{Module, Use};
use caseport_domain::person::Language;
use caseport_domain::policy;
use caseport_pages::{Chrome, Done, KeptForm, Page};
use caseport_routes::{Route, Who};
use caseport_store::Permit;
use caseport_store::once::Once;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lambda_http::RequestExt;
use lambda_http::http::header::{ACCEPT, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE};
use lambda_http::http::{HeaderMap, Method, StatusCode};
use lambda_http::request::RequestContext;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::answer::Answer;
use crate::cookies::{ACCESS, CSRF, Cookie, LANGUAGE, REFRESH, cookie};
use crate::failure::{Failure, Outcome};
use crate::guard::{Meant, is_meant};
use crate::input::Body;
use crate::portal::Portal;
use crate::token::Claims;

/// A request, as handlers see it. Cloning it is cheap.
#[derive(Clone, Debug)]
pub struct Request(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    portal: Arc<Portal>,
    route: &'static Route,
    id: String,
    now: Timestamp,
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Body,
    claims: Option<Claims>,
    zone: TimeZone,
    csrf: String,
    key: String,
    source: String,
}

/// What a program is told of a command after which there is nothing to show.
#[derive(Clone, Copy, Debug, Serialize)]
struct Did {
    done: &'static str,
}

impl Request {
    pub(crate) fn new(
        portal: Arc<Portal>,
        route: &'static Route,
        id: String,
        http: lambda_http::Request,
    ) -> Self {
        let source = source(&http);
        let (parts, body) = http.into_parts();
        let headers = parts.headers;
        let now = portal.clock.now();
        let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let claims =
            token(&headers).and_then(|token| portal.keys.check_access(token, &portal.origin, now).ok());
        let zone =
            claims.as_ref().and_then(|claims| TimeZone::get(&claims.zone).ok()).unwrap_or(TimeZone::UTC);
        let csrf = cookie(&headers, CSRF).map_or_else(|| portal.random.secret(), str::to_owned);
        let key = portal.random.id();
        let query = parts.uri.query().unwrap_or_default();
        Self(Arc::new(Inner {
            body: Body::read(media_type, body.as_ref()),
            query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
            path: parts.uri.path().to_owned(),
            method: parts.method,
            portal,
            route,
            id,
            now,
            headers,
            claims,
            zone,
            csrf,
            key,
            source,
        }))
    }

    /// The deployment.
    #[must_use]
    pub fn portal(&self) -> &Portal {
        &self.0.portal
    }

    /// The instant it came.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.0.now
    }

    /// What one can quote to have it found in the logs.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The network address it came from, as API Gateway saw it: no header can say another.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// Its method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.0.method
    }

    /// Its route.
    #[must_use]
    pub fn route(&self) -> &'static Route {
        self.0.route
    }

    /// The path and query it came to, as a link.
    #[must_use]
    pub fn address(&self) -> String {
        if self.0.query.is_empty() {
            return self.0.path.clone();
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0.query).finish();
        format!("{}?{query}", self.0.path)
    }

    /// Who asks.
    ///
    /// # Errors
    /// [`Failure::SignedOut`].
    pub fn actor(&self) -> Result<&Actor, Failure> {
        self.claims().map(|claims| &claims.actor)
    }

    /// On what the access token was given, for a write to demand that it still holds.
    ///
    /// # Errors
    /// [`Failure::SignedOut`].
    pub fn permit(&self) -> Result<Permit<'_>, Failure> {
        let claims = self.claims()?;
        Ok(Permit { actor: &claims.actor, revisions: claims.revisions })
    }

    /// What the access token says.
    ///
    /// # Errors
    /// [`Failure::SignedOut`].
    pub fn claims(&self) -> Result<&Claims, Failure> {
        self.0.claims.as_ref().ok_or(Failure::SignedOut)
    }

    /// The value of a parameter of the path, by the route's pattern and not by what the caller claims.
    ///
    /// # Errors
    /// [`Failure::NotFound`] if it is not of the type asked for.
    pub fn parameter<T: FromStr>(&self, name: &str) -> Result<T, Failure> {
        self.0.route.parameter(&self.0.path, name).and_then(|text| text.parse().ok()).ok_or(Failure::NotFound)
    }

    /// A value of the query.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        self.0.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// What it asks for, from a form or JSON.
    ///
    /// # Errors
    /// When it is neither, or has fields that do not exist or are of another type.
    pub fn input<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        self.0.body.parse()
    }

    /// The caller's idempotency key: the form's hidden field, or the header `Idempotency-Key`.
    ///
    /// # Errors
    /// When there is one that is not 8 to 64 letters, digits, hyphens or underscores.
    pub fn once(&self) -> Result<Option<Once>, Failure> {
        let header = self.0.headers.get("idempotency-key").map(|value| value.to_str().unwrap_or("?"));
        let Some(token) = header.or_else(|| self.0.body.field("idempotency_key")) else { return Ok(None) };
        let fits = (8..=64).contains(&token.len())
            && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if !fits {
            return Err(Failure::flaw("idempotency_key", Flaw::WrongType));
        }
        Ok(Some(Once {
            user: self.actor()?.person().id.clone(),
            token: token.to_owned(),
            print: self.0.body.print(self.0.route.name, &self.0.path),
        }))
    }

    /// The form somebody filled in, to be kept while they sign in again.
    #[must_use]
    pub fn kept(&self) -> Option<KeptForm> {
        self.kept_for(&self.0.path)
    }

    /// The form somebody filled in, to be sent to this address later.
    #[must_use]
    pub fn kept_for(&self, address: &str) -> Option<KeptForm> {
        KeptForm::new(address, &self.0.body.encoded())
    }

    /// Whether the caller prefers JSON to a page.
    #[must_use]
    pub fn wants_json(&self) -> bool {
        let header =
            |name| self.0.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let accept: &str = header(ACCEPT);
        let json = accept.find("json").unwrap_or(usize::MAX);
        let page = accept.find("html").unwrap_or(usize::MAX);
        json < page
            || (json == page && matches!(self.0.body, Body::Json(_)))
            || (json == page && self.0.headers.contains_key(AUTHORIZATION))
    }

    /// Whether a refresh token came along.
    pub(crate) fn can_refresh(&self) -> bool {
        self.cookie(REFRESH).is_some() && !self.0.headers.contains_key(AUTHORIZATION)
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        cookie(&self.0.headers, name)
    }

    /// A request header, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.0.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// How far a module is in use, for who asks.
    #[must_use]
    pub fn extent(&self, module: Module) -> Use {
        let modules = &self.0.portal.modules;
        match &self.0.claims {
            Some(claims) if claims.actor.company().is_some() => modules.extent_for(module, &claims.licensed),
            _ => modules.extent(module),
        }
    }

    /// Whether a module is in use, for who asks.
    #[must_use]
    pub fn uses(&self, module: Module) -> bool {
        self.extent(module) == Use::On
    }

    /// The types of issue with an entry of their own to the form, for who asks: those of the portal, and for who may not open
    /// cases of them all, each that they may.
    ///
    /// # Errors
    /// [`Failure::SignedOut`].
    pub fn entries(&self) -> Result<Vec<CaseType>, Failure> {
        let (actor, portal) = (self.actor()?, self.portal());
        let opens_all = policy::open(actor).is_ok();
        Ok(if opens_all { portal.case_lists.entries.clone() } else { portal.case_types.open_to(actor) })
    }

    /// Whether the module that the route belongs to is in use: for who asks, but where anybody may ask, at all. Whoever follows
    /// a mailed link may have signed in as somebody else.
    pub(crate) fn finds_route(&self) -> bool {
        let Some(module) = Module::at(self.0.route.path) else { return true };
        if self.0.route.who == Who::Anyone {
            self.0.portal.modules.extent(module) == Use::On
        } else {
            self.uses(module)
        }
    }

    pub(crate) fn meant(&self) -> Meant {
        match self.0.method {
            Method::GET | Method::HEAD => Meant::Yes,
            // Another site knows no link, and whoever does needs no help of one.
            _ if self.0.route.path == Route::UNSUBSCRIBE => Meant::Yes,
            _ if self.0.headers.contains_key(AUTHORIZATION) => Meant::Yes,
            _ => is_meant(&self.0.portal, &self.0.headers, self.0.body.field("csrf")),
        }
    }

    /// The language of the answer: the one chosen, else the person's, else the browser's.
    #[must_use]
    pub fn language(&self) -> Language {
        let chosen = self.cookie(LANGUAGE).and_then(Language::of);
        let own = self.0.claims.as_ref().map(|claims| claims.lang);
        let browser = || self.header(ACCEPT_LANGUAGE.as_str()).and_then(Language::negotiate);
        chosen.or(own).or_else(browser).unwrap_or_default()
    }

    /// The time zone of the answer's times.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.0.zone
    }

    /// What surrounds a page.
    #[must_use]
    pub fn chrome<'a>(&'a self, address: &'a str) -> Chrome<'a> {
        Chrome {
            language: self.language(),
            zone: &self.0.zone,
            now: self.0.now,
            brand: &self.0.portal.brand,
            style: &self.0.portal.style,
            csrf: &self.0.csrf,
            key: &self.0.key,
            who: self.0.claims.as_ref().map(|claims| &claims.actor),
            last_sign_in: self.0.claims.as_ref().and_then(|claims| claims.last_sign_in),
            modules: &self.0.portal.modules,
            size_limit: self.0.portal.size_limit,
            licensed: self.0.claims.as_ref().map_or(&[], |claims| claims.licensed.as_slice()),
            support: &self.0.portal.support,
            acting_for: self.0.claims.as_ref().and_then(|claims| claims.acting_for.as_deref()),
            path: address,
        }
    }

    /// An answer in the representation asked for: a page, or the same view as JSON.
    ///
    /// # Errors
    /// When the view is no JSON.
    pub fn show(&self, status: StatusCode, view: &impl Page) -> Result<Answer, Failure> {
        if self.wants_json() {
            return Ok(Answer::json(status, view)?);
        }
        let answer = Answer::html(status, view.render(&self.chrome(&self.page_address())));
        Ok(if self.cookie(CSRF).is_some() { answer } else { answer.with(self.csrf_cookie()) })
    }

    /// The answer to a command after which there is nothing to show but that it is done: a program is told what was, and a browser
    /// is led to this page, which says so.
    ///
    /// # Errors
    /// Never in practice: when that is no JSON.
    pub fn done(&self, done: Done, page: &str) -> Outcome {
        if self.wants_json() {
            return Ok(Answer::json(StatusCode::OK, &Did { done: done.code() })?);
        }
        Ok(Answer::see(&format!("{page}?done={}", done.code())))
    }

    /// The same after the caller's own record changed: a browser is led as [`Request::see_anew`] says.
    ///
    /// # Errors
    /// As [`Request::done`].
    pub fn done_anew(&self, done: Done, page: &str) -> Outcome {
        if self.wants_json() {
            return self.done(done, page);
        }
        Ok(self.see_anew(&format!("{page}?done={}", done.code())))
    }

    /// Leads to a page after the caller's own record changed: a browser by way of a new access token, since the one it
    /// has was given on what was.
    #[must_use]
    pub fn see_anew(&self, address: &str) -> Answer {
        if !self.can_refresh() {
            return Answer::see(address);
        }
        let to: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
        Answer::see(&format!("/session/refresh?to={to}"))
    }

    /// The address at which a `GET` finds the page: that of the thing itself for a command on it.
    fn page_address(&self) -> String {
        let mut parts = self.0.path.split('/');
        match (&self.0.method, parts.nth(1), parts.next()) {
            (&Method::GET, ..) => self.address(),
            (_, Some("cases"), Some(number)) => format!("/cases/{number}"),
            (_, Some("cases"), None) => "/cases/new".to_owned(),
            (_, Some(records @ ("companies" | "contacts" | "forms")), Some(id)) => format!("/{records}/{id}"),
            (_, Some(records @ ("companies" | "forms")), None) => format!("/{records}/new"),
            (_, Some(records @ ("products" | "imports" | "priorities" | "reasons")), _) => {
                format!("/{records}")
            }
            (_, Some("drafts"), _) => "/drafts".to_owned(),
            // Administrators have a page for each request; everybody else has one for all of theirs.
            (_, Some("access"), Some("requests")) => match (self.0.route.who, parts.next()) {
                (Who::Engineer, Some(id)) => format!("/access/requests/{id}"),
                _ => "/access".to_owned(),
            },
            (_, Some("session"), Some("company")) => "/access".to_owned(),
            (_, Some("session"), _) => "/sign-in".to_owned(),
            // A form of one's own, or of the callers', is on the page it belongs to.
            (_, Some("profile"), None) => "/profile".to_owned(),
            (_, Some(area @ ("profile" | "desk")), Some(page)) => format!("/{area}/{page}"),
            (_, Some("request-a-login"), _) => "/request-a-login".to_owned(),
            _ => "/".to_owned(),
        }
    }

    fn csrf_cookie(&self) -> Cookie {
        // It outlives the session, so that a form left open over night can still be sent.
        Cookie::new(CSRF, &self.0.csrf).kept(30 * 24 * 3600)
    }
}

/// Where a request comes from, as API Gateway says.
fn source(http: &lambda_http::Request) -> String {
    #[cfg(feature = "forwarded-source")]
    if let Some(forwarded) = http.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()) {
        return forwarded.to_owned();
    }
    match http.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

/// The access token: from the header, else from the cookie.
fn token(headers: &HeaderMap) -> Option<&str> {
    match headers.get(AUTHORIZATION) {
        Some(value) => value.to_str().ok()?.strip_prefix("Bearer "),
        None => cookie(headers, ACCESS),
    }
}
