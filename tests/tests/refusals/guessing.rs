//! Guessing passwords.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Api, Clock, Portal, Reply, unique};
use reqwest::Method;
use reqwest::header::COOKIE;
use serde_json::json;

async fn sign_in(api: &Api, email: &str, password: &str) -> Reply {
    api.post("/session", json!({ "email": email, "password": password })).await
}

/// X13: ten wrong guesses, then not even the right password, in no other spelling; the window's end opens the door again.
/// X9: it is the same for an address that nobody has.
#[tokio::test]
async fn x13_guesses_are_counted_whoever_is_guessed() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let nobody = format!("{}@harbourline.example", unique("nobody"));
    let api = portal.anonymous();
    for email in ["oliver@harbourline.example", &nobody] {
        for _ in 0..10 {
            sign_in(&api, email, "a guess").await.problem(401, "credentials");
        }
        for spelling in [email.to_owned(), format!(" {} ", email.to_uppercase())] {
            let refused = sign_in(&api, &spelling, "everybody-may-try").await;
            let seconds: i64 = refused.header("retry-after").parse().expect("it says when to come back");
            assert!((1..=Clock::QUARTER.as_secs()).contains(&seconds), "{seconds}");
            refused.problem(429, "throttled");
        }
    }
    clock.set_to(clock.now() + Clock::QUARTER);
    let _ = sign_in(&api, "oliver@harbourline.example", "everybody-may-try").await.expect(200);
    sign_in(&api, &nobody, "everybody-may-try").await.problem(401, "credentials");
}

/// X13: guesses made at once are all counted.
#[tokio::test]
async fn x13_guesses_at_once_are_counted() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let nobody = format!("{}@harbourline.example", unique("nobody"));
    let api = portal.anonymous();
    let guesses = (0..30).map(|_| sign_in(&api, &nobody, "a guess"));
    let refused = futures_util::future::join_all(guesses).await;
    let made = refused.iter().filter(|reply| reply.status == 401).count();
    assert_eq!(made, 10);
}

/// X13: who guesses shuts out strangers, and not the owner's own browser, which has tries of its own. No other account's
/// browser passes for it.
#[tokio::test]
async fn x13_a_lock_out_cannot_be_turned_against_a_victim() {
    const EMAIL: &str = "ruth@harbourline.example";
    // She may have the rules to accept yet, as the demonstration begins.
    const INSIDE: [&str; 2] = ["/home", "/profile/rules"];
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let credentials = [("email", EMAIL), ("password", "everybody-may-try")];
    let mut owner = portal.visitor();
    let page = owner.see("/sign-in").await;
    let page = owner.submit(&page, "/session", &credentials).await;
    assert!(INSIDE.contains(&&*page.path), "{}", page.path);
    let mut other = portal.visitor();
    let _ = other.sign_in("customer").await.expect(200);

    let api = portal.anonymous();
    for _ in 0..10 {
        sign_in(&api, EMAIL, "a guess").await.problem(401, "credentials");
    }
    for stranger in [portal.visitor(), other] {
        let mut stranger = stranger;
        stranger.cookies.remove("__Host-access");
        stranger.cookies.remove("__Host-refresh");
        let page = stranger.see("/sign-in").await;
        let page = stranger.submit(&page, "/session", &credentials).await.expect(429);
        assert!(page.html().contains(EMAIL), "what was typed is kept");
    }
    owner.cookies.remove("__Host-access");
    owner.cookies.remove("__Host-refresh");
    let page = owner.see("/sign-in").await;
    let page = owner.submit(&page, "/session", &credentials).await;
    assert!(INSIDE.contains(&&*page.path), "{}", page.path);
}

/// X13: nor against an owner whose browser is not known yet: with a link that is mailed to them, it is. A program that keeps the
/// cookie of that is counted by it, too; strangers are shut out as before.
#[tokio::test]
async fn x13_a_mailed_link_lets_in_whom_guesses_shut_out() {
    const OTHER: &str = "zes gele giraffen op zolder";
    let portal = Portal::alone();
    let email = portal.newcomer().await.email;
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let api = portal.anonymous();
    for _ in 0..10 {
        sign_in(&api, &email, "a guess").await.problem(401, "credentials");
    }
    let mut owner = portal.visitor();
    owner.cookies.insert("__Host-language".into(), "en".into());
    let page = owner.see("/sign-in").await;
    let credentials = [("email", &*email), ("password", PASSWORD)];
    let page = owner.submit(&page, "/session", &credentials).await.expect(429);
    assert!(page.html().contains("have us mail you a link"), "{}", page.html());

    let _ = api.post("/password", json!({ "email": email })).await.expect(202);
    let letter = portal.letter(&email, "kies met deze link een wachtwoord").await;
    let page = owner.see(&letter.link(&portal, "/password/new")).await.expect(200);
    let page = owner.submit(&page, "/password/new", &[("password", OTHER)]).await.expect(200);
    assert_eq!(page.path, "/sign-in?done=password-set");
    let known = format!("__Host-browser={}", owner.cookies["__Host-browser"]);
    let page = owner.submit(&page, "/session", &[("email", &*email), ("password", OTHER)]).await.expect(200);
    assert_eq!(page.path, "/home");
    sign_in(&api, &email, OTHER).await.problem(429, "throttled");
    let request = api.request(Method::POST, "/session").header(COOKIE, known);
    let request = request.json(&json!({ "email": email, "password": OTHER }));
    let _ = api.send(request).await.expect(200);
}

/// X13: nor do guesses from the address that an office has in common, at whichever accounts, shut out a browser that is known,
/// or a program.
#[tokio::test]
async fn x13_guesses_from_an_office_shut_out_no_browser_that_is_known() {
    let portal = Portal::alone();
    let email = portal.newcomer().await.email;
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let made = portal.signed_in_with(&email, PASSWORD).await.makes_token(PASSWORD, "read").await;
    let mut owner = portal.visitor();
    let _ = owner.sign_in_as(&email, PASSWORD).await.expect(200);
    let colleague = portal.anonymous();
    for _ in 0..100 {
        let somebody = format!("{}@acme.example", unique("many"));
        sign_in(&colleague, &somebody, "a guess").await.problem(401, "credentials");
    }
    sign_in(&colleague, &email, PASSWORD).await.problem(429, "throttled");
    colleague.post("/session/token", json!({ "token": "x" })).await.problem(429, "throttled");
    let exchange = json!({ "token": made["token"] });
    let _ = colleague.post("/session/token", exchange).await.expect(200);
    owner.cookies.remove("__Host-access");
    owner.cookies.remove("__Host-refresh");
    let page = owner.see("/sign-in").await;
    let page = owner.submit(&page, "/session", &[("email", &*email), ("password", "a guess")]).await;
    let page = page.expect(401);
    let page = owner.submit(&page, "/session", &[("email", &*email), ("password", PASSWORD)]).await;
    assert_eq!(page.expect(200).path, "/home");
}

/// X13, X9: who tries one password on many accounts from one place is refused there, after a hundred of them, whatever they try
/// then. Nobody is, from elsewhere; and it is over with the quarter of an hour. An IPv6 network counts as one place.
#[tokio::test]
async fn x13_a_source_tries_a_hundred_accounts_and_no_more() {
    const MOST: usize = 100;
    let portal = Portal::alone();
    let mut entrance = portal.function("accounts-sign-in");
    let clock = portal.clock();
    let account = portal.account("customer");
    let right = json!({ "email": account.email, "password": account.password });
    clock.set_to_fresh_quarter();
    for (guessing, neighbour) in [("203.0.113.7", None), ("2001:db8:1:2::7", Some("2001:db8:1:2:ffff::1"))] {
        entrance.comes_from(guessing);
        // What was right is no guess: it is given back.
        assert_eq!(entrance.post("/session", &right).0, 200);
        let guess = || json!({ "email": format!("{}@acme.example", unique("many")), "password": "a guess" });
        for tried in 0..MOST {
            let (status, problem) = entrance.post("/session", &guess());
            assert_eq!(status, 401, "{guessing}, {tried}: {problem:#}");
        }
        for source in [Some(guessing), neighbour].into_iter().flatten() {
            entrance.comes_from(source);
            for credentials in [&guess(), &right] {
                let (status, problem) = entrance.post("/session", credentials);
                assert_eq!(status, 429, "{source}: {problem:#}");
                assert!(problem["type"].as_str().is_some_and(|kind| kind.ends_with("/problems/throttled")));
            }
        }
        for elsewhere in ["203.0.113.8", "2001:db8:1:3::7"] {
            entrance.comes_from(elsewhere);
            assert_eq!(entrance.post("/session", &right).0, 200, "{elsewhere}");
        }
        let _ = sign_in(&portal.anonymous(), &account.email, &account.password).await.expect(200);
    }
    clock.set_to(clock.now() + Clock::QUARTER);
    entrance.comes_from("203.0.113.7");
    assert_eq!(entrance.post("/session", &right).0, 200);
}
