//! A browser without scripts: it keeps cookies, follows redirects, and sends the forms of the pages it sees.

use std::collections::BTreeMap;

use reqwest::Method;
use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE, ORIGIN, SET_COOKIE};

use crate::html::{filled_in, hidden_fields};
use crate::{Portal, Reply};

/// More would be a loop.
const MOST_REDIRECTS: usize = 5;

/// A browser without scripts; a copy of it is another window.
#[derive(Clone)]
pub struct Visitor {
    portal: Portal,
    /// Its cookies.
    pub cookies: BTreeMap<String, String>,
    /// What it says of where its forms come from.
    pub origin: String,
}

/// A page it sees.
#[derive(Debug)]
pub struct Page {
    /// The answer it came with.
    pub reply: Reply,
    /// Path and query it was found at.
    pub path: String,
}

impl Visitor {
    pub(crate) fn new(portal: &Portal) -> Self {
        Self { portal: portal.clone(), cookies: BTreeMap::new(), origin: portal.origin().to_owned() }
    }

    /// Signs in on the page for it, as whoever has the account with this role.
    pub async fn sign_in(&mut self, role: &str) -> Page {
        let account = self.portal.account(role).clone();
        self.sign_in_as(&account.email, &account.password).await
    }

    /// Signs in on the page for it.
    pub async fn sign_in_as(&mut self, email: &str, password: &str) -> Page {
        let page = self.see("/sign-in").await;
        self.submit(&page, "/session", &[("email", email), ("password", password)]).await
    }

    /// Chooses a company on the page for it, to act for it from now on.
    pub async fn act_for(&mut self, company: &str) -> Page {
        let page = self.see("/access").await;
        self.submit(&page, "/session/company", &[("company", company)]).await.expect(200)
    }

    /// The page at this path.
    pub async fn see(&mut self, path: &str) -> Page {
        self.go(Method::GET, path, String::new()).await
    }

    /// Fills in the form of a page that posts to this address, and sends it; the page it leads to.
    pub async fn submit(&mut self, page: &Page, action: &str, fields: &[(&str, &str)]) -> Page {
        let hidden = hidden_fields(&page.reply.text(), action)
            .unwrap_or_else(|| panic!("{} has no form for {action}", page.path));
        let given = |name: &str| fields.iter().any(|(given, _)| *given == name);
        let own = hidden.iter().filter(|(name, _)| !given(name)).map(|(name, value)| (&**name, &**value));
        self.post(action, &own.chain(fields.iter().copied()).collect::<Vec<_>>()).await
    }

    /// Sends these fields as a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.go(Method::POST, path, body).await
    }

    /// One request, without following where it leads.
    pub async fn request(&mut self, method: Method, path: &str, body: String) -> Reply {
        let address = format!("{}{path}", self.portal.origin());
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = self.portal.client().request(method.clone(), address);
        request = request.header(ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8");
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies.join("; "));
        }
        if method == Method::POST {
            request = request.header(ORIGIN, &self.origin);
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body);
        }
        let reply = Reply::to(request).await;
        self.keep_cookies(&reply);
        reply
    }

    async fn go(&mut self, mut method: Method, path: &str, mut body: String) -> Page {
        let mut path = path.to_owned();
        for _ in 0..MOST_REDIRECTS {
            let reply = self.request(method.clone(), &path, body.clone()).await;
            if !reply.status.is_redirection() {
                return Page { reply, path };
            }
            // 307 passes the same request on; 303 leads to a page.
            if reply.status != 307 {
                (method, body) = (Method::GET, String::new());
            }
            reply.header("location").clone_into(&mut path);
            assert!(path.starts_with('/') && !path.starts_with("//"), "it leads elsewhere: {path}");
        }
        panic!("redirected again and again, at last to {path}");
    }

    fn keep_cookies(&mut self, reply: &Reply) {
        for header in reply.headers.get_all(SET_COOKIE) {
            let header = header.to_str().expect("a cookie is ASCII");
            let (pair, attributes) = header.split_once(';').unwrap_or((header, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Page {
    /// The page, if its answer has this status.
    #[track_caller]
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        Self { reply: self.reply.expect(status), ..self }
    }

    /// The value of a hidden field of its form for this address.
    pub fn hidden(&self, action: &str, name: &str) -> Option<String> {
        let fields = hidden_fields(&self.html(), action)?;
        fields.into_iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// What the inputs of its form for this address hold, as they are sent; empty if it has no such form.
    pub fn filled_in(&self, action: &str) -> Vec<(String, String)> {
        filled_in(&self.html(), action).unwrap_or_default()
    }

    /// Its HTML.
    pub fn html(&self) -> String {
        self.reply.text()
    }
}
