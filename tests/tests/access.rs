//! Every route, tried by every kind of actor (invariant 8).

#[path = "access/actors.rs"]
mod actors;
#[path = "access/held.rs"]
mod held;

use caseport_routes::{Method, ROUTES, Route, Who};
use caseport_tests::routes::{SPENT_BY_ANOTHER, Stage};
use caseport_tests::{Api, Portal, Reply};

/// What each kind of actor is answered: nobody; the customer; their colleagues, one who may only read, one whose
/// access includes no cases, one who sees only their own; another company's contact; an engineer.
///
/// X5: what is another company's is not there, 404. X7: side routes (transcript, download) are asked too.
#[rustfmt::skip]
const EXPECTED: &[(&str, [u16; 7])] = &[
    //                        nobody cust reader basic own other engineer
    ("public-home",           [401,  303,  303,  303,  303,  303,  303]),
    ("public-assets",         [200,  200,  200,  200,  200,  200,  200]),
    ("public-openapi",        [200,  200,  200,  200,  200,  200,  200]),
    ("public-contact",        [200,  200,  200,  200,  200,  200,  200]),
    ("public-remote-access",  [401,  200,  200,  403,  200,  200,  200]),
    ("public-language",       [303,  303,  303,  303,  303,  303,  303]),
    ("public-not-found",      [404,  404,  404,  404,  404,  404,  404]),
    ("public-soon",           [401,  200,  200,  200,  200,  200,  200]),
    ("accounts-act",          [401,  200,  200,  200,  200,  200,  403]),
    ("access-mine",           [401,  200,  200,  200,  200,  200,  403]),
    ("access-ask",            [401,  201,  201,  201,  201,  201,  403]),
    ("access-withdraw",       [401,  200,  404,  404,  404,  404,  403]),
    ("access-answer",         [401,  200,  404,  404,  404,  404,  403]),
    // A8: an engineer who is no administrator decides nothing; see below for one who is.
    ("access-queue",          [401,  403,  403,  403,  403,  403,  403]),
    ("access-request",        [401,  403,  403,  403,  403,  403,  403]),
    ("access-ask-more",       [401,  403,  403,  403,  403,  403,  403]),
    ("access-ask-prime",      [401,  403,  403,  403,  403,  403,  403]),
    ("access-decide",         [401,  403,  403,  403,  403,  403,  403]),
    // No link is good for whoever has none.
    ("access-confirm-page",   [410,  410,  410,  410,  410,  410,  410]),
    ("access-confirm",        [410,  410,  410,  410,  410,  410,  410]),
    ("access-login-form",     [200,  200,  200,  200,  200,  200,  200]),
    ("access-login",          [202,  202,  202,  202,  202,  202,  202]),
    ("accounts-sign-in-page", [200,  200,  200,  200,  200,  200,  200]),
    ("accounts-sign-in",      [200,  200,  200,  200,  200,  200,  200]),
    // What goes with the code, a personal access token and a refresh token say themselves whose they are.
    ("accounts-code",         [401,  401,  401,  401,  401,  401,  401]),
    ("accounts-token",        [401,  401,  401,  401,  401,  401,  401]),
    ("accounts-refresh",      [200,  200,  200,  200,  200,  200,  200]),
    ("accounts-sign-out",     [200,  200,  200,  200,  200,  200,  200]),
    ("public-rules",          [200,  200,  200,  200,  200,  200,  200]),
    ("accounts-register-page",[200,  200,  200,  200,  200,  200,  200]),
    ("accounts-register",     [202,  202,  202,  202,  202,  202,  202]),
    ("accounts-contact-id-page", [200, 200, 200, 200, 200, 200, 200]),
    ("accounts-contact-id",   [202,  202,  202,  202,  202,  202,  202]),
    ("accounts-password-page",[200,  200,  200,  200,  200,  200,  200]),
    ("accounts-password",     [202,  202,  202,  202,  202,  202,  202]),
    // A link says itself what it is good for.
    ("accounts-activate-page",[410,  410,  410,  410,  410,  410,  410]),
    ("accounts-activate",     [410,  410,  410,  410,  410,  410,  410]),
    ("accounts-email-page",   [410,  410,  410,  410,  410,  410,  410]),
    ("accounts-email",        [410,  410,  410,  410,  410,  410,  410]),
    ("accounts-new-password-page", [410, 410, 410, 410, 410, 410, 410]),
    ("accounts-new-password", [410,  410,  410,  410,  410,  410,  410]),
    ("profile-password-page", [401,  200,  200,  200,  200,  200,  200]),
    // Who may is told what is missing.
    ("profile-password",      [401,  422,  422,  422,  422,  422,  422]),
    ("profile-rules",         [401,  200,  200,  200,  200,  200,  403]),
    ("profile-rules-accept",  [401,  422,  422,  422,  422,  422,  403]),
    ("profile-two-factor-page", [401, 200, 200,  200,  200,  200,  200]),
    ("profile-two-factor",    [401,  422,  422,  422,  422,  422,  422]),
    ("profile-two-factor-off", [401, 422,  422,  422,  422,  422,  422]),
    ("profile-sessions",      [401,  200,  200,  200,  200,  200,  200]),
    ("profile-end-session",   [401,  200,  200,  200,  200,  200,  200]),
    ("profile-end-others",    [401,  200,  200,  200,  200,  200,  200]),
    ("profile-tokens",        [401,  200,  200,  200,  200,  200,  200]),
    ("profile-new-token",     [401,  201,  201,  201,  201,  201,  201]),
    ("profile-end-token",     [401,  200,  200,  200,  200,  200,  200]),
    ("home-page",             [401,  200,  200,  200,  200,  200,  403]),
    ("profile-details",       [401,  200,  200,  200,  200,  200,  200]),
    ("profile-change",        [401,  200,  200,  200,  200,  200,  200]),
    ("profile-email",         [401,  200,  200,  200,  200,  200,  200]),
    ("profile-email-ask",     [401,  422,  422,  422,  422,  422,  422]),
    ("profile-email-withdraw",[401,  200,  200,  200,  200,  200,  200]),
    ("profile-notifications", [401,  200,  200,  200,  200,  200,  200]),
    ("profile-notifications-save", [401, 200, 200, 200, 200, 200, 200]),
    ("profile-pin",           [401,  200,  200,  200,  200,  200,  403]),
    ("profile-pin-show",      [401,  200,  200,  200,  200,  200,  403]),
    ("profile-pin-replace",   [401,  200,  200,  200,  200,  200,  403]),
    ("profile-data",          [401,  200,  200,  200,  200,  200,  200]),
    ("profile-data-export",   [401,  200,  200,  200,  200,  200,  200]),
    // Without a password nobody is.
    ("profile-erase",         [401,  422,  422,  422,  422,  422,  403]),
    ("cases-list",            [401,  200,  200,  403,  200,  200,  403]),
    ("cases-filter",          [401,  200,  200,  403,  200,  200,  403]),
    ("search-cases",          [401,  200,  200,  403,  200,  200,  200]),
    // G19: who only reads is offered admin cases, and opens no others.
    ("cases-new",             [401,  200,  200,  403,  200,  200,  403]),
    ("cases-open",            [401,  201,  403,  403,  201,  201,  403]),
    ("cases-view",            [401,  200,  200,  404,  404,  404,  200]),
    ("cases-transcript",      [401,  200,  200,  404,  404,  404,  200]),
    ("cases-reply",           [401,  200,  403,  404,  404,  404,  403]),
    ("cases-decide",          [401,  200,  403,  404,  404,  404,  403]),
    ("cases-keep-open",       [401,  200,  403,  404,  404,  404,  403]),
    ("cases-close",           [401,  200,  403,  404,  404,  404,  200]),
    // Who neither opened the case nor follows it is not mailed about it.
    ("cases-notifications",   [401,  200,  403,  404,  404,  404,  403]),
    ("cases-unsubscribe-page",[410,  410,  410,  410,  410,  410,  410]),
    ("cases-unsubscribe",     [410,  410,  410,  410,  410,  410,  410]),
    ("cases-observe",         [401,  200,  403,  404,  404,  404,  200]),
    ("cases-dismiss",         [401,  200,  403,  404,  404,  404,  200]),
    ("cases-follow-page",     [410,  410,  410,  410,  410,  410,  410]),
    ("cases-follow",          [410,  410,  410,  410,  410,  410,  410]),
    ("drafts-list",           [401,  200,  200,  200,  200,  200,  200]),
    // A draft is its author's, who may send it still.
    ("drafts-read",           [401,  200,  403,  404,  404,  404,  403]),
    ("drafts-save",           [401,  200,  403,  404,  404,  404,  403]),
    // Of their own, of which there is none.
    ("drafts-discard",        [401,  200,  200,  200,  200,  200,  200]),
    // Files are for cases: whose access includes none stores nothing here.
    ("attachments-begin",     [401,  201,  201,  403,  201,  201,  201]),
    ("attachments-progress",  [401,  200,  404,  404,  404,  404,  404]),
    ("attachments-parts",     [401,  200,  404,  404,  404,  404,  404]),
    ("attachments-complete",  [401,  200,  404,  404,  404,  404,  404]),
    ("attachments-download",  [401,  303,  303,  404,  404,  404,  303]),
    ("attachments-preview",   [401,  303,  303,  404,  404,  404,  303]),
    ("attachments-archive",   [401,  200,  200,  404,  404,  404,  200]),
    ("attachments-pack",      [401,  202,  202,  404,  404,  404,  202]),
    ("desk-queue",            [401,  403,  403,  403,  403,  403,  200]),
    ("desk-filter",           [401,  403,  403,  403,  403,  403,  200]),
    ("desk-callers-page",     [401,  403,  403,  403,  403,  403,  200]),
    ("desk-callers",          [401,  403,  403,  403,  403,  403,  200]),
    ("desk-take",             [401,  403,  403,  404,  404,  404,  200]),
    ("desk-assign-page",      [401,  403,  403,  404,  404,  404,  200]),
    ("desk-message",          [401,  403,  403,  404,  404,  404,  200]),
    ("desk-note",             [401,  403,  403,  404,  404,  404,  200]),
    ("desk-plan",             [401,  403,  403,  404,  404,  404,  200]),
    ("desk-resume",           [401,  403,  403,  404,  404,  404,  200]),
    ("desk-propose",          [401,  403,  403,  404,  404,  404,  200]),
    ("desk-escalate",         [401,  403,  403,  404,  404,  404,  200]),
    ("desk-workaround",       [401,  403,  403,  404,  404,  404,  200]),
    ("desk-outage",           [401,  403,  403,  404,  404,  404,  200]),
    ("desk-classify",         [401,  403,  403,  404,  404,  404,  200]),
    ("desk-prioritize",       [401,  403,  403,  404,  404,  404,  200]),
    ("desk-detail",           [401,  403,  403,  404,  404,  404,  200]),
    ("desk-reopen",           [401,  403,  403,  404,  404,  404,  200]),
    // Engineers read the records; only administrators keep them: see below.
    ("records-companies",      [401,  403,  403,  403,  403,  403,  200]),
    ("records-company-new",    [401,  403,  403,  403,  403,  403,  403]),
    ("records-company-add",    [401,  403,  403,  403,  403,  403,  403]),
    ("records-company",        [401,  403,  403,  403,  403,  403,  200]),
    ("records-company-change", [401,  403,  403,  403,  403,  403,  403]),
    ("records-contract-add",   [401,  403,  403,  403,  403,  403,  403]),
    ("records-contract-change",[401,  403,  403,  403,  403,  403,  403]),
    ("records-hardware-add",   [401,  403,  403,  403,  403,  403,  403]),
    ("records-hardware-change",[401,  403,  403,  403,  403,  403,  403]),
    ("records-licence-add",    [401,  403,  403,  403,  403,  403,  403]),
    ("records-licence-change", [401,  403,  403,  403,  403,  403,  403]),
    ("records-contact-add",    [401,  403,  403,  403,  403,  403,  403]),
    ("records-relate",         [401,  403,  403,  403,  403,  403,  403]),
    ("records-contact",        [401,  403,  403,  403,  403,  403,  200]),
    ("records-contact-change", [401,  403,  403,  403,  403,  403,  403]),
    ("records-contact-invite", [401,  403,  403,  403,  403,  403,  403]),
    ("records-contact-password", [401, 403,  403,  403,  403,  403,  403]),
    ("records-contact-two-factor", [401, 403, 403, 403, 403,  403,  403]),
    ("records-contact-erase",  [401,  403,  403,  403,  403,  403,  403]),
    ("records-products",       [401,  403,  403,  403,  403,  403,  200]),
    ("records-product-save",   [401,  403,  403,  403,  403,  403,  403]),
    ("records-export",         [401,  403,  403,  403,  403,  403,  200]),
    ("records-imports",        [401,  403,  403,  403,  403,  403,  200]),
    ("records-import",         [401,  403,  403,  403,  403,  403,  403]),
    // Only administrators keep the forms.
    ("forms-list",             [401,  403,  403,  403,  403,  403,  403]),
    ("forms-new",              [401,  403,  403,  403,  403,  403,  403]),
    ("forms-add",              [401,  403,  403,  403,  403,  403,  403]),
    ("forms-form",             [401,  403,  403,  403,  403,  403,  403]),
    ("forms-change",           [401,  403,  403,  403,  403,  403,  403]),
    // And so with what holds for the whole portal.
    ("settings-priorities",      [401, 403,  403,  403,  403,  403,  403]),
    ("settings-priorities-save", [401, 403,  403,  403,  403,  403,  403]),
    ("settings-reasons",         [401, 403,  403,  403,  403,  403,  403]),
    ("settings-reasons-save",    [401, 403,  403,  403,  403,  403,  403]),
];

/// Refused actors are tried first, on the same case, which must not change by it; each of the others finds the
/// stage set anew.
#[tokio::test]
async fn every_route_by_every_kind_of_actor_x5_x7() {
    let portal = Portal::from_env();
    let mut stage = Stage::new(&portal).await;
    let actors: [(&str, Api); 7] = [
        ("nobody", portal.anonymous()),
        ("customer", portal.customer().await),
        ("reader", portal.colleague().await),
        ("basic", portal.person("wendy@acme.example").await),
        ("own cases only", portal.person("gareth@acme.example").await),
        ("other company", portal.other_customer().await),
        ("engineer", portal.engineer().await),
    ];
    let mut wrong = Vec::new();
    for route in ROUTES {
        let expected = expected(route);
        let tries = || actors.iter().zip(&expected);
        let (refused, allowed): (Vec<_>, Vec<_>) = tries().partition(|(_, status)| **status >= 400);
        stage.set(route).await;
        let engineer = &actors[6].1;
        let before = stage.case.seen_by(engineer).await;
        for ((who, api), status) in refused {
            let reply = stage.call(route, api).await;
            wrong.extend(other_than(*status, &reply, route.name, who));
        }
        assert_eq!(stage.case.seen_by(engineer).await["events"], before["events"], "{}", route.name);
        for ((who, api), status) in allowed {
            stage.set(route).await;
            let reply = stage.call(route, api).await;
            wrong.extend(other_than(*status, &reply, route.name, who));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(EXPECTED.len(), ROUTES.len(), "EXPECTED names a route that is none");
}

/// A2, A8, A10, A13: what engineers may not, administrators may; and nothing else differs.
#[tokio::test]
async fn a2_a8_a10_a13_every_route_by_an_administrator() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let mut stage = Stage::of(&portal, portal.newcomer().await.api).await;
    let mut wrong = Vec::new();
    let kept =
        |route: &Route| ["records-", "forms-", "settings-"].iter().any(|area| route.name.starts_with(area));
    let own = |route: &Route| !SPENT_BY_ANOTHER.contains(&route.name);
    for route in ROUTES.iter().filter(|route| asks_who(route) && own(route)) {
        let expected = match route.name {
            "records-product-save" => 201,
            adds if kept(route) && adds.ends_with("-add") => 201,
            "records-contact-invite" => 202,
            // Who is needed for the next route is not confirmed, and has no password and no second factor.
            "records-contact-erase" | "records-contact-password" | "records-contact-two-factor" => 422,
            _ if kept(route) => 200,
            name if name.starts_with("access-") && route.who == Who::Engineer => 200,
            _ => expected(route)[ENGINEER],
        };
        stage.set(route).await;
        let reply = stage.call(route, &admin).await;
        wrong.extend(other_than(expected, &reply, route.name, "administrator"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The columns of [`EXPECTED`] that others are measured by.
const CUSTOMER: usize = 1;
const READER: usize = 2;
const OTHER: usize = 5;
const ENGINEER: usize = 6;

/// What each kind of actor is answered on this route.
fn expected(route: &Route) -> [u16; 7] {
    let found = EXPECTED.iter().find(|(name, _)| *name == route.name);
    found.unwrap_or_else(|| panic!("say in EXPECTED who may call {}", route.name)).1
}

/// Whether a route asks who calls it. What everybody may call is counted by where it comes from, and tried often enough.
fn asks_who(route: &Route) -> bool {
    route.who != Who::Anyone
}

fn other_than(expected: u16, reply: &Reply, route: &str, who: &str) -> Option<String> {
    let told = || format!("{route} by {who}: {} and not {expected}: {}", reply.status, reply.text());
    (reply.status != expected).then(told)
}

/// A person who is not signed in is led to sign in, and then to where they were going (E6).
#[tokio::test]
async fn e6_nobody_is_led_to_sign_in_and_then_on() {
    let portal = Portal::from_env();
    let stage = Stage::new(&portal).await;
    let pages = ROUTES.iter().filter(|route| route.who != Who::Anyone && route.method == Method::Get);
    for route in pages {
        let path = stage.path(route);
        let page = portal.visitor().see(&path).await.expect(200);
        let to: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
        assert_eq!(page.path, format!("/sign-in?to={to}"));
        assert_eq!(page.hidden("/session", "to").as_deref(), Some(&*path));
    }
    let case = stage.case;
    let mut visitor = portal.visitor();
    let page = visitor.see(&case.path("")).await;
    let account = portal.account("customer");
    let fields = [("email", &*account.email), ("password", &*account.password)];
    assert_eq!(visitor.submit(&page, "/session", &fields).await.expect(200).path, case.path(""));
}
