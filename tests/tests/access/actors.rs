//! Those who may less than they did, or do it for somebody else: programs with a token, partners, customers whose contract has
//! ended.

use caseport_routes::{Method, ROUTES, Route, Who};
use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::routes::Stage;
use caseport_tests::{Api, Portal};
use serde_json::json;

use super::{CUSTOMER, OTHER, READER, asks_who, expected, other_than};

/// What takes somebody who signed in, with their password: no program does it, whatever its token says (X12).
const OWN_SIGN_IN: [&str; 20] = [
    "accounts-act",
    "profile-password-page",
    "profile-password",
    "profile-two-factor-page",
    "profile-two-factor",
    "profile-two-factor-off",
    "profile-sessions",
    "profile-end-session",
    "profile-end-others",
    "profile-tokens",
    "profile-new-token",
    "profile-end-token",
    "profile-email",
    "profile-email-ask",
    "profile-email-withdraw",
    "profile-pin-show",
    "profile-pin-replace",
    "profile-rules",
    "profile-rules-accept",
    "profile-erase",
];

/// The same contact with details that are complete: to save them as they are changes nothing.
async fn settled(customer: Api) -> Api {
    let mut details = customer.get("/profile").await.expect(200).json()["details"].clone();
    details["country"] = "BE".into();
    let _ = customer.post("/profile", details).await.expect(200);
    customer.renewed().await
}

/// A newcomer by a personal access token of this scope.
async fn by_token(newcomer: &Api, scope: &str) -> Api {
    let made = newcomer.makes_token(PASSWORD, scope).await;
    let exchange = json!({ "token": made["token"] });
    let given = newcomer.portal().anonymous().post("/session/token", exchange).await.expect(200).json();
    newcomer.with_token(given["access_token"].as_str().expect("there is a token"))
}

/// M13, G7, G12, G13, G14: a token to write with does what its owner does, and nothing about how they sign in.
#[tokio::test]
async fn m13_x12_every_route_by_a_token_to_write_with() {
    let portal = Portal::from_env();
    let owner = settled(portal.newcomer().await.api).await;
    let program = by_token(&owner, "write").await;
    let mut stage = Stage::of(&portal, owner).await;
    let mut wrong = Vec::new();
    for route in ROUTES.iter().filter(|route| asks_who(route)) {
        let expected = if OWN_SIGN_IN.contains(&route.name) { 403 } else { expected(route)[CUSTOMER] };
        stage.set(route).await;
        let reply = stage.tried(route, &program).await;
        wrong.extend(other_than(expected, &reply, route.name, "a token to write with"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// M13, G7, G12: a token to read with reads what a read-only contact does, and changes nothing at all.
#[tokio::test]
async fn m13_x12_every_route_by_a_token_to_read_with() {
    let portal = Portal::from_env();
    let owner = portal.newcomer().await.api;
    let program = by_token(&owner, "read").await;
    let mut stage = Stage::of(&portal, owner.clone()).await;
    let mut wrong = Vec::new();
    let (reads, changes): (Vec<_>, Vec<_>) =
        ROUTES.iter().filter(|route| asks_who(route)).partition(|route| route.method == Method::Get);
    let before = stage.case.without_mails(&owner).await;
    for route in changes {
        // Before it is looked at what it sends.
        let reply = stage.send(route, &program, json!({})).await;
        wrong.extend(other_than(403, &reply, route.name, "a token to read with"));
    }
    assert_eq!(stage.case.without_mails(&owner).await, before, "nothing changed");
    for route in reads {
        let expected = match route.name {
            name if OWN_SIGN_IN.contains(&name) => 403,
            // It is their own file that is on its way.
            "attachments-progress" => 200,
            _ => expected(route)[READER],
        };
        stage.set(route).await;
        let reply = stage.tried(route, &program).await;
        wrong.extend(other_than(expected, &reply, route.name, "a token to read with"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether it is about cases, at the desk too.
fn is_about_cases(route: &Route) -> bool {
    let areas = ["/cases", "/desk", "/drafts"];
    route.who != Who::Anyone && areas.iter().any(|area| route.path.starts_with(area))
}

/// Every route that asks who calls it: those about cases first, and last the one that ends, with other sessions, the access
/// token at hand.
fn in_order() -> Vec<&'static Route> {
    let mut routes: Vec<_> = ROUTES.iter().filter(|route| asks_who(route)).collect();
    routes.sort_by_key(|route| (!is_about_cases(route), route.name == "profile-end-others"));
    routes
}

/// Tries them all as somebody, with the stage set anew for those of which `sets` says so: what was answered otherwise.
async fn tries(
    stage: &mut Stage,
    (who, actor): (&str, &Api),
    sets: impl Fn(&Route) -> bool,
    expected: impl Fn(&Route) -> u16,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for route in in_order() {
        if sets(route) {
            stage.set(route).await;
        }
        let expected = match route.name {
            // The path names none of theirs.
            "profile-end-session" | "profile-end-token" => 404,
            _ => expected(route),
        };
        let reply = stage.tried(route, actor).await;
        wrong.extend(other_than(expected, &reply, route.name, who));
    }
    wrong
}

/// A stage with a file on its case that has been looked at: for those who change nothing there.
async fn with_a_picture(portal: &Portal, customer: Api) -> Stage {
    let mut stage = Stage::of(portal, customer).await;
    stage.set(Route::named("attachments-preview").expect("there is such a route")).await;
    stage
}

/// E4, M13, G12, G13, G14: whose contract has ended reads what a read-only contact does, on the cases that they opened themselves,
/// and looks after themselves as before.
#[tokio::test]
async fn e4_m13_every_route_without_a_contract() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let customer = settled(firm.registered(&admin).await).await;
    let mut stage = with_a_picture(&portal, customer).await;
    let _ = firm.change(&admin, "contracts/k-1", "ends", "2020-12-31").await.expect(200);
    stage.customer = stage.customer.renewed().await;
    let before = stage.case.without_mails(&admin).await;
    let actor = stage.customer.clone();
    let answer = |route: &Route| match route.name {
        // Who opened a case is mailed about it, and says for what.
        "cases-notifications" => 200,
        // It is their own file that is on its way, and their own request.
        "attachments-progress"
        | "attachments-parts"
        | "attachments-complete"
        | "access-withdraw"
        | "access-answer" => expected(route)[CUSTOMER],
        _ => expected(route)[READER],
    };
    // They open no case any more that the stage could be set with.
    let sets = |route: &Route| !is_about_cases(route);
    let wrong = tries(&mut stage, ("somebody without a contract", &actor), sets, answer).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(stage.case.without_mails(&admin).await["events"], before["events"], "nothing changed");
}

/// A company of the test's own, served by another at this level: who is signed in there, and the other's contact acting for it.
async fn served(portal: &Portal, level: &str) -> (Api, Api) {
    let admin = portal.administrator().await;
    let (partner, customer) = (Firm::founded(&admin).await, Firm::founded(&admin).await);
    let mut contact = partner.contact_form(&admin).await;
    contact["case_scope"] = "partner".into();
    let _ = admin.post(&format!("/contacts/{}", partner.contact), contact).await.expect(200);
    let relation = json!({ "customer": customer.company, "level": level });
    let _ = admin.post(&format!("/companies/{}/relations", partner.company), relation).await.expect(200);
    let (theirs, own) = (customer.registered(&admin).await, settled(partner.registered(&admin).await).await);
    let body = json!({ "company": customer.company });
    let tokens = own.post("/session/company", body).await.expect(200).json();
    (theirs, own.with_token(tokens["access_token"].as_str().expect("there is a token")))
}

/// G5: whose company may only read where it serves reads there what a read-only contact does, and looks after themselves.
#[tokio::test]
async fn g5_every_route_by_a_partner_who_reads() {
    let portal = Portal::from_env();
    let (customer, partner) = served(&portal, "read-only").await;
    let mut stage = with_a_picture(&portal, customer).await;
    let before = stage.case.without_mails(&stage.customer).await;
    let sets = |route: &Route| !is_about_cases(route);
    let answer = |route: &Route| expected(route)[READER];
    let wrong = tries(&mut stage, ("a partner who reads", &partner), sets, answer).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(stage.case.without_mails(&stage.customer).await["events"], before["events"]);
}

/// G5: whose company may write where it serves writes there, but does nothing that is for who opened the case, or asked for
/// something.
#[tokio::test]
async fn g5_every_route_by_a_partner_who_writes() {
    let portal = Portal::from_env();
    let (customer, partner) = served(&portal, "read-write").await;
    let mut stage = Stage::of(&portal, customer).await;
    let answer = |route: &Route| match route.name {
        "cases-notifications" => 403,
        // The draft, the file that is on its way and the request are the customer's.
        "drafts-read"
        | "attachments-progress"
        | "attachments-parts"
        | "attachments-complete"
        | "access-withdraw"
        | "access-answer" => 404,
        _ => expected(route)[CUSTOMER],
    };
    let wrong = tries(&mut stage, ("a partner who writes", &partner), |_| true, answer).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// G5: a partner's contact, acting for a company that theirs serves, sees nothing of one that it does not.
#[tokio::test]
async fn g5_a_partner_sees_nothing_of_whom_theirs_does_not_serve() {
    let portal = Portal::from_env();
    let (_, partner) = served(&portal, "read-only").await;
    let mut stage = Stage::new(&portal).await;
    let answer = |route: &Route| match route.name {
        // For whom they act, which is not whose case it is.
        "cases-new" | "cases-open" => expected(route)[READER],
        _ => expected(route)[OTHER],
    };
    let wrong = tries(&mut stage, ("a partner of others", &partner), |_| true, answer).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
