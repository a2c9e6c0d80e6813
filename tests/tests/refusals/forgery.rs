//! Requests that nobody meant: from other sites, to other sites, in another's name.

use caseport_tests::{Case, Portal, Visitor};
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, COOKIE, ORIGIN};

/// X16: a form of another site, or without the token of ours, changes nothing.
#[tokio::test]
async fn x16_forms_of_other_sites_are_refused() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let case = Case::open(&anna, "Not to be written to from elsewhere").await;
    let before = case.without_mails(&anna).await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let page = visitor.see(&case.path("")).await.expect(200).html();
    let token = visitor.cookies["__Host-csrf"].clone();
    assert!(page.contains(&token), "the page's forms carry the token");
    let other = another_visitors_token(&portal).await;
    let ours = portal.origin().to_owned();
    let evil = "https://evil.example".to_owned();
    for (origin, csrf) in [
        (&evil, Some(&token)),
        (&"null".to_owned(), Some(&token)),
        (&ours.replace("http://", "https://"), Some(&token)),
        (&format!("{ours}.evil.example"), Some(&token)),
        (&ours, None),
        (&ours, Some(&other)),
        (&ours, Some(&String::new())),
    ] {
        visitor.origin.clone_from(origin);
        let mut fields = vec![("text", "I was never written")];
        fields.extend(csrf.map(|token| ("csrf", token.as_str())));
        let reply = visitor.post(&case.path("replies"), &fields).await;
        assert_eq!(reply.reply.status, 403, "from {origin} with {csrf:?}");
    }
    for media_type in ["application/json", "text/plain", "application/x-www-form-urlencoded"] {
        let reply = with_cookies(&visitor, &anna, &case.path("replies"), media_type).await;
        assert_eq!(reply.status, 403, "{media_type} without an origin or a token");
        assert_eq!(reply.header("access-control-allow-origin"), "", "no other site may read it");
    }
    assert_eq!(case.without_mails(&anna).await, before, "nothing changed");
}

async fn another_visitors_token(portal: &Portal) -> String {
    let mut other = portal.visitor();
    let _ = other.see("/sign-in").await.expect(200);
    other.cookies.remove("__Host-csrf").expect("every visitor has a token")
}

/// What a page elsewhere can make a browser send: its cookies, and nothing that names our origin.
async fn with_cookies(
    visitor: &Visitor,
    api: &caseport_tests::Api,
    path: &str,
    media_type: &str,
) -> caseport_tests::Reply {
    let cookies: Vec<String> =
        visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = api.portal().anonymous().request(Method::POST, path).header(COOKIE, cookies.join("; "));
    let request = request.header(ORIGIN, "https://evil.example").header(CONTENT_TYPE, media_type);
    api.send(request.body("{\"text\":\"I was never written\"}")).await
}

/// X16: nobody can be signed in, or out, from another site.
#[tokio::test]
async fn x16_nobody_is_signed_in_or_out_from_elsewhere() {
    let portal = Portal::from_env();
    let account = portal.account("customer").clone();
    let mut visitor = portal.visitor();
    let _ = visitor.see("/sign-in").await.expect(200);
    let token = visitor.cookies["__Host-csrf"].clone();
    visitor.origin = "https://evil.example".to_owned();
    let fields = [("email", &*account.email), ("password", &*account.password), ("csrf", &*token)];
    let reply = visitor.post("/session", &fields).await;
    assert_eq!(reply.reply.status, 403);
    assert!(!visitor.cookies.contains_key("__Host-access"));

    let mut signed_in = portal.visitor();
    let _ = signed_in.sign_in("customer").await.expect(200);
    signed_in.origin = "https://evil.example".to_owned();
    assert_eq!(signed_in.post("/session/end", &[]).await.reply.status, 403);
    signed_in.origin = portal.origin().to_owned();
    assert_eq!(signed_in.see("/cases").await.expect(200).path, "/cases");
}

/// X15: `to` leads to addresses of the portal and to no others.
#[tokio::test]
async fn x15_no_redirect_leads_elsewhere() {
    let portal = Portal::from_env();
    let account = portal.account("customer").clone();
    let elsewhere = [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        "evil.example",
    ];
    for to in elsewhere {
        let mut visitor = portal.visitor();
        let query: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
        let page = visitor.see(&format!("/sign-in?to={query}")).await.expect(200);
        assert_eq!(page.hidden("/session", "to"), None, "{to} is nowhere of ours");
        let fields = [("email", &*account.email), ("password", &*account.password), ("to", to)];
        // `submit` follows, and fails when it is led elsewhere.
        assert_eq!(visitor.submit(&page, "/session", &fields).await.expect(200).path, "/home", "{to}");
        let choice = [("language", "en"), ("to", to)];
        let page = visitor.see("/cases").await;
        assert_eq!(visitor.submit(&page, "/language", &choice).await.expect(200).path, "/home", "{to}");
        let refreshed = visitor.see(&format!("/session/refresh?to={query}")).await.expect(200);
        assert_eq!(refreshed.path, "/home", "{to}");
    }
}

/// X11: links in mails lead to the portal, whatever a request says its host is.
#[tokio::test]
async fn x11_a_requests_host_is_in_no_mail() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let opening = caseport_tests::Opening::new(&anna, "Mailed from the right place").await;
    let request = anna
        .request(Method::POST, "/cases")
        .header("x-forwarded-host", "evil.example")
        .header("x-forwarded-proto", "gopher")
        .header("forwarded", "host=evil.example;proto=gopher")
        .header("x-original-url", "https://evil.example/")
        .header("referer", "https://evil.example/");
    let receipt = anna.send(request.json(&opening.0)).await.expect(201);
    let case = Case { number: receipt.json()["number"].as_u64().expect("a number") };
    let mail = portal.mail(case, &anna.email, "We have received").await;
    let everything = format!("{}{}{}", receipt.header("location"), mail.text, mail.html.unwrap_or_default());
    assert!(everything.contains(&format!("{}/cases/{}", portal.origin(), case.number)));
    assert!(!everything.contains("evil.example"));
}
