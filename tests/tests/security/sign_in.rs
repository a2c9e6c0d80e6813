//! Names, being remembered, the last time.

use caseport_tests::{EVERYBODY, Page, Portal, Reply, Visitor};
use jiff::SignedDuration;
use reqwest::Method;
use reqwest::header::SET_COOKIE;

use crate::{Client, sign_in};

const SOPHIE: &str = "sophie.tremblay";

/// The answer to the form, not followed.
async fn submit(visitor: &mut Visitor, page: &Page, fields: &[(&str, &str)]) -> Reply {
    let csrf = page.hidden("/session", "csrf").expect("the form has a token");
    let mut body = form_urlencoded::Serializer::new(String::new());
    let body = body.extend_pairs(fields).append_pair("csrf", &csrf).finish();
    visitor.request(Method::POST, "/session", body).await
}

fn cookie(reply: &Reply, name: &str) -> String {
    let cookies = reply.headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = cookies.filter(|cookie| cookie.starts_with(&format!("{name}=")));
    cookies.next().unwrap_or_else(|| panic!("{name} is set: {:?}", reply.headers)).to_owned()
}

/// E1, E2, C1: the portal's address leads to the page that says for whom it is and what for, as does every other to who has not signed
/// in. M4, C2, C3: an e-mail address and its password let them in.
#[tokio::test]
async fn e1_m4_c2_the_address_leads_to_signing_in_by_mail_and_password() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-language".into(), "en".into());
    for path in ["/home", "/cases", "/cases/new", "/drafts", "/"] {
        let page = visitor.see(path).await;
        assert!(page.path.starts_with("/sign-in"), "{path} leads to {}", page.path);
    }
    let page = visitor.see("/").await.expect(200);
    let purpose = "For customers with a support contract: open cases, follow them and settle them here.";
    assert!(page.html().contains(purpose));
    let reply = submit(&mut visitor, &page, &[("email", "sophie@tilleuls.example"), ("password", EVERYBODY)]);
    let access = cookie(&reply.await, "__Host-access");
    assert!(access.contains("; Secure; HttpOnly; SameSite=Lax"), "{access}");
    assert_eq!(visitor.see("/").await.expect(200).path, "/home");
}

/// E8: a user name signs in like an address, however it is written. C4: the page says that a password's letter case
/// counts, and it does.
#[tokio::test]
async fn e8_c4_a_user_name_signs_in() {
    let portal = Portal::from_env();
    for name in [SOPHIE, " Sophie.TREMBLAY ", "sophie@tilleuls.example"] {
        let _ = sign_in(&portal, name, EVERYBODY).await.expect(200);
    }
    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-language".into(), "en".into());
    let page = visitor.see("/sign-in").await.expect(200);
    assert!(page.html().contains("E-mail address or user name"));
    assert!(page.html().contains("Passwords are case-sensitive."));
    let wrong = [("email", SOPHIE), ("password", "Everybody-may-try")];
    assert_eq!(submit(&mut visitor, &page, &wrong).await.status, 401);
    let page = visitor.submit(&page, "/session", &[("email", SOPHIE), ("password", EVERYBODY)]).await;
    assert_eq!(page.expect(200).path, "/home");
}

/// M5: who asks for it stays signed in for thirty days, also when the browser was closed; who does not, for twelve
/// hours at most.
#[tokio::test]
async fn m5_one_is_remembered_who_asks_for_it() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let credentials = [("email", SOPHIE), ("password", EVERYBODY)];
    let mut kept = portal.visitor();
    let page = kept.see("/sign-in").await;
    let reply = submit(&mut kept, &page, &[&credentials[..], &[("remember", "true")]].concat()).await;
    let (access, refresh) = (cookie(&reply, "__Host-access"), cookie(&reply, "__Host-refresh"));
    assert!(access.contains("; Max-Age=900"), "{access}");
    assert!(refresh.contains("; Max-Age=2592000"), "{refresh}");
    let mut other = portal.visitor();
    let page = other.see("/sign-in").await;
    let reply = submit(&mut other, &page, &credentials).await;
    for name in ["__Host-access", "__Host-refresh"] {
        assert!(!cookie(&reply, name).contains("Max-Age"), "it ends with the browser's session");
    }

    clock.set(SignedDuration::from_hours(11));
    assert_eq!(other.see("/cases").await.expect(200).path, "/cases");
    assert_eq!(kept.see("/cases").await.expect(200).path, "/cases");
    clock.set(SignedDuration::from_hours(13));
    assert!(other.see("/cases").await.path.starts_with("/session/refresh"), "the page to sign in on");
    clock.set(SignedDuration::from_hours(29 * 24));
    assert_eq!(kept.see("/cases").await.expect(200).path, "/cases");
    clock.set(SignedDuration::from_hours(30 * 24 + 1));
    assert!(kept.see("/cases").await.path.starts_with("/session/refresh"), "the page to sign in on");
}

/// E27, E28: every page says who is signed in, and when they had signed in before.
#[tokio::test]
async fn e27_e28_the_name_and_the_last_sign_in_are_shown() {
    const FATIMA: &str = "fatima@waterdrecht.example";
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to("2031-03-05T13:24:30Z".parse().expect("it is an instant"));
    let _ = Client::new(&portal, FATIMA, EVERYBODY).await;
    clock.set_to("2031-03-06T09:00:30Z".parse().expect("it is an instant"));
    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-language".into(), "en".into());
    let page = visitor.see("/sign-in").await;
    let page = visitor.submit(&page, "/session", &[("email", FATIMA), ("password", EVERYBODY)]).await;
    let html = page.expect(200).html();
    assert!(html.contains("Fatima El Amrani"));
    assert!(html.contains("Previous sign-in:") && html.contains("14:24"), "in their own zone: {html}");
    visitor.cookies.remove("__Host-access");
    let html = visitor.see("/cases").await.expect(200).html();
    assert!(html.contains("14:24"), "and is not forgotten when the access token is renewed");

    let fatima = Client::new(&portal, FATIMA, EVERYBODY).await;
    for path in ["/home", "/profile"] {
        let page = fatima.api.get(path).await.expect(200).json();
        let at = page["last_sign_in"].as_str().unwrap_or_default();
        assert!(at.starts_with("2031-03-06T09:0"), "{path} says so to programs: {page:#}");
    }
}
