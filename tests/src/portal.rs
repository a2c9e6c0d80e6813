//! The portal under test.

use std::fs::File;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use caseport_local::Account;
use reqwest::Url;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;

use crate::{Api, Clock, Visitor};

/// The environment variable that names the `portal.json`.
const VARIABLE: &str = "CASEPORT_PORTAL_JSON";

/// The password of everybody in the seed data who has no role. No secret: it works on this machine only.
pub const EVERYBODY: &str = "everybody-may-try";

/// The running portal under test, together with others or alone.
#[derive(Clone)]
pub struct Portal {
    inner: Arc<Inner>,
    client: reqwest::Client,
}

struct Inner {
    about: caseport_local::Portal,
    /// Where `portal.json` is.
    file: PathBuf,
    alone: bool,
    /// Held as long as the test lasts; see [`Portal::alone`].
    _turn: Option<File>,
}

impl Portal {
    /// The portal that `CASEPORT_PORTAL_JSON` names, shared with the tests that run at the same time.
    pub fn from_env() -> Self {
        Self::read(|lock| Some(turn(lock, false)), false)
    }

    /// The same portal, whoever has it alone meanwhile: for tests that ask it for nothing but what holds at any time.
    pub fn beside() -> Self {
        Self::read(|_| None, false)
    }

    /// The same portal, once no other test uses it: for tests that move its clock or count what it does.
    ///
    /// The turn is a lock on a file, so that it holds between test programs too.
    pub fn alone() -> Self {
        Self::read(|lock| Some(turn(lock, true)), true)
    }

    fn read(waits: impl FnOnce(&Path) -> Option<File>, alone: bool) -> Self {
        let file = std::env::var_os(VARIABLE).map_or_else(
            || panic!("{VARIABLE} names no portal: run `cargo xtask test`, or `cargo xtask up` and set it."),
            // A relative path is meant from the checkout's root, wherever the tests run.
            |file| caseport_local::paths::root().join(file),
        );
        let about = caseport_local::Portal::read(&file).unwrap_or_else(|error| panic!("{error:#}"));
        let turn = waits(&file.with_extension("lock"));
        let client = client(&about.url);
        Self { inner: Arc::new(Inner { about, file, alone, _turn: turn }), client }
    }

    /// The same portal, asked from another address.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        Self { client: client(self.origin()), ..self.clone() }
    }

    /// Where it is reached: scheme and host, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.inner.about.url
    }

    /// Everything `portal.json` says.
    pub fn about(&self) -> &caseport_local::Portal {
        &self.inner.about
    }

    pub(crate) fn client(&self) -> &reqwest::Client {
        &self.client
    }

    /// The account with this role.
    pub fn account(&self, role: &str) -> &Account<String> {
        let found = self.inner.about.accounts.iter().find(|account| account.role == role);
        found.unwrap_or_else(|| panic!("the seed has no account with the role {role}"))
    }

    /// The password of somebody of the seed data.
    pub fn password(&self, email: &str) -> &str {
        let found = self.inner.about.accounts.iter().find(|account| account.email == email);
        found.map_or(EVERYBODY, |account| &account.password)
    }

    /// A customer's contact who opens cases.
    pub async fn customer(&self) -> Api {
        self.signed_in("customer").await
    }

    /// A colleague of the customer who may only read.
    pub async fn colleague(&self) -> Api {
        self.signed_in("colleague").await
    }

    /// Another company's contact.
    pub async fn other_customer(&self) -> Api {
        self.signed_in("other-customer").await
    }

    /// An engineer.
    pub async fn engineer(&self) -> Api {
        self.signed_in("engineer").await
    }

    /// Another engineer.
    pub async fn other_engineer(&self) -> Api {
        self.signed_in("other-engineer").await
    }

    /// An engineer who keeps the records too.
    pub async fn administrator(&self) -> Api {
        self.signed_in("administrator").await
    }

    /// Whoever has the account with this role.
    pub async fn signed_in(&self, role: &str) -> Api {
        Api::sign_in(self, self.account(role)).await
    }

    /// Somebody of the seed data who has no role: for tests that want a company to themselves.
    pub async fn person(&self, email: &str) -> Api {
        self.signed_in_with(email, EVERYBODY).await
    }

    /// Whoever signs in with these.
    pub async fn signed_in_with(&self, email: &str, password: &str) -> Api {
        let (role, email, password) = (email.to_owned(), email.to_owned(), password.to_owned());
        Api::sign_in(self, &Account { role, email, password }).await
    }

    /// Whoever signs in with these for the first time, without having registered: they accept the rules (E14).
    pub async fn welcomed(&self, email: &str, password: &str) -> Api {
        let held = self.signed_in_with(email, password).await;
        let rules = held.get("/profile/rules").await.expect(200).json();
        let accepted = serde_json::json!({ "rules": rules["version"].to_string() });
        let _ = held.post("/profile/rules", accepted).await.expect(200);
        held.renewed().await
    }

    /// Nobody.
    pub fn anonymous(&self) -> Api {
        Api::anonymous(self)
    }

    /// A browser without scripts, in which nobody is signed in yet.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self)
    }

    /// Waits for one's turn with something of which the people of the seed data have one; it ends with what is returned.
    pub fn turn(&self, with: &str) -> File {
        turn(&self.inner.file.with_extension(format!("{with}.lock")), true)
    }

    /// The clock, to be moved.
    ///
    /// # Panics
    /// When the portal is shared with other tests.
    pub fn clock(&self) -> Clock {
        assert!(self.inner.alone, "only a test that has the portal alone may move its clock");
        Clock::of(Path::new(&self.inner.about.clock))
    }
}

/// Waits for one's turn: many share it, or one has it alone. Holds between test programs too. Who wants it alone is let in
/// before those who come later: through the gate goes whoever waits next.
fn turn(path: &Path, alone: bool) -> File {
    let take = |path: &Path| {
        let file = File::create(path).expect("the lock file can be written beside portal.json");
        let taken = if alone { file.lock() } else { file.lock_shared() };
        taken.expect("a file can be locked");
        file
    };
    let _gate = take(&path.with_extension("gate"));
    take(path)
}

/// A client of a portal, with an address of its own.
fn client(portal: &str) -> reqwest::Client {
    let url = Url::parse(portal).expect("the portal has an address");
    let host = url.host_str().expect("the portal's address has a host");
    let source = source();
    let mut headers = HeaderMap::new();
    if !host.contains(".execute-api.") {
        // `cargo lambda watch` tells nobody where a request comes from.
        let source = source.to_string().parse().expect("an address is a header's value");
        let _ = headers.insert("x-forwarded-for", source);
    }
    reqwest::Client::builder()
        // No resolver here knows `*.localhost`, as browsers do.
        .resolve(host, SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
        .local_address(IpAddr::from(source))
        .default_headers(headers)
        .redirect(Policy::none())
        .no_proxy()
        .build()
        .expect("an HTTP client can be made")
}

/// An address of this machine's own that no other test is at: what is counted by source (X13, X14) is counted for each
/// test by itself.
pub(crate) fn source() -> Ipv4Addr {
    let mut host = [0; 3];
    getrandom::fill(&mut host).expect("the system has randomness");
    Ipv4Addr::new(127, host[0].max(1), host[1], host[2].clamp(1, 254))
}
