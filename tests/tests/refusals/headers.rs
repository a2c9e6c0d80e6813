//! What every answer tells a browser not to do with it.

use caseport_tests::{Portal, Reply};
use reqwest::Method;
use reqwest::header::{HeaderName, ORIGIN};

const EVIL: &str = "https://evil.example";

/// What a browser is told with an answer, whatever it is.
fn is_guarded(portal: &Portal, what: &str, reply: &Reply) {
    let policy = reply.header("content-security-policy");
    for directive in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ] {
        assert!(policy.split(';').any(|one| one.trim() == directive), "{what}: {directive} in {policy}");
    }
    assert!(!policy.contains("unsafe-"), "{what}: {policy}");
    for lax in ["*", "http:", "https:", "blob:"] {
        assert!(!policy.split_whitespace().any(|source| source == lax), "{what}: {lax} in {policy}");
    }
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(reply.header(name), value, "{what}: {name}");
    }
    for device in ["camera=()", "microphone=()", "geolocation=()"] {
        assert!(reply.header("permissions-policy").contains(device), "{what}: {device}");
    }
    // A browser believes it over HTTPS only.
    let is_secure = portal.origin().starts_with("https://");
    assert_eq!(reply.header("strict-transport-security").contains("max-age="), is_secure, "{what}");
    allows_nobody(what, reply);
}

/// No other site's script may read it.
fn allows_nobody(what: &str, reply: &Reply) {
    let names = reply.headers.keys().map(HeaderName::as_str);
    let cors: Vec<&str> = names.filter(|name| name.starts_with("access-control-")).collect();
    assert_eq!(cors, [""; 0], "{what}");
}

/// X4, X16: pages, JSON, files of the portal and refusals say the same: no script but the portal's, in no frame, read by no other
/// site.
#[tokio::test]
async fn x4_x16_every_answer_says_what_a_browser_must_not_do() {
    let portal = Portal::from_env();
    let (anna, nobody) = (portal.customer().await, portal.anonymous());
    let mut visitor = portal.visitor();
    let mut pages = Vec::new();
    for path in ["/sign-in", "/nowhere", "/cases"] {
        pages.push(visitor.request(Method::GET, path, String::new()).await);
    }
    let [sign_in, nowhere, elsewhere]: [Reply; 3] = pages.try_into().expect("there are three");
    let html = sign_in.text();
    let (_, rest) = html.split_once("href=\"/assets/").expect("a page has a style sheet");
    let asset = format!("/assets/{}", rest.split('"').next().unwrap_or_default());
    for (what, reply) in [
        ("a page", sign_in.expect(200)),
        ("a page that says there is none", nowhere.expect(404)),
        ("what leads elsewhere", elsewhere),
        ("JSON", anna.get("/cases").await.expect(200)),
        ("JSON for nobody", nobody.get("/cases").await.expect(401)),
        ("JSON that is denied", anna.get("/desk").await.expect(403)),
        ("JSON of no case", anna.get("/cases/99999999").await.expect(404)),
        ("flaws", anna.post("/cases", serde_json::json!({})).await.expect(422)),
        ("a file of the portal", nobody.get(&asset).await.expect(200)),
    ] {
        is_guarded(&portal, what, &reply);
    }
}

/// X16: another site's script reads nothing, whatever it says it wants to send.
#[tokio::test]
async fn x16_no_other_site_may_read_an_answer() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    for origin in [EVIL, "null", &format!("{}.evil.example", portal.origin())] {
        for path in ["/cases", "/sign-in", "/openapi.json", "/session", "/nowhere"] {
            let read = anna.request(Method::GET, path).header(ORIGIN, origin);
            allows_nobody(&format!("GET {path} from {origin}"), &anna.send(read).await);
            for method in ["POST", "GET", "DELETE"] {
                let asked = portal.anonymous().request(Method::OPTIONS, path).header(ORIGIN, origin);
                let asked = asked
                    .header("access-control-request-method", method)
                    .header("access-control-request-headers", "authorization,content-type");
                let what = format!("OPTIONS {path} for {method} from {origin}");
                allows_nobody(&what, &anna.send(asked).await);
            }
        }
    }
}
