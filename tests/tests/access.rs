//! Every route, tried by every kind of actor (invariant 8).

use caseport_routes::ROUTES;
use caseport_tests::routes::Stage;
use caseport_tests::{Api, Portal, Reply};

/// What each kind of actor is answered: nobody, the customer, a colleague who may only read, another company's
/// contact, an engineer.
///
/// X5: what is another company's is not there, 404. X7: side routes (transcript, download) are asked too.
#[rustfmt::skip]
const EXPECTED: &[(&str, [u16; 5])] = &[
    //                       nobody  customer  reader  other  engineer
    ("public-home",           [401,   303,      303,    303,   303]),
    ("public-assets",         [200,   200,      200,    200,   200]),
    ("public-openapi",        [200,   200,      200,    200,   200]),
    ("public-language",       [303,   303,      303,    303,   303]),
    ("public-not-found",      [404,   404,      404,    404,   404]),
    ("accounts-sign-in-page", [200,   200,      200,    200,   200]),
    ("accounts-sign-in",      [200,   200,      200,    200,   200]),
    // A refresh token says itself whose it is.
    ("accounts-refresh",      [200,   200,      200,    200,   200]),
    ("accounts-sign-out",     [303,   303,      303,    303,   303]),
    ("cases-list",            [401,   200,      200,    200,   403]),
    ("cases-new",             [401,   200,      403,    200,   403]),
    ("cases-open",            [401,   201,      403,    201,   403]),
    ("cases-view",            [401,   200,      200,    404,   200]),
    ("cases-transcript",      [401,   200,      200,    404,   200]),
    ("cases-reply",           [401,   200,      403,    404,   403]),
    ("cases-decide",          [401,   200,      403,    404,   403]),
    ("cases-keep-open",       [401,   200,      403,    404,   403]),
    ("cases-close",           [401,   200,      403,    404,   200]),
    ("cases-observe",         [401,   200,      403,    404,   200]),
    ("attachments-begin",     [401,   201,      201,    201,   201]),
    ("attachments-progress",  [401,   200,      404,    404,   404]),
    ("attachments-parts",     [401,   200,      404,    404,   404]),
    ("attachments-complete",  [401,   200,      404,    404,   404]),
    ("attachments-download",  [401,   303,      303,    404,   303]),
    ("desk-queue",            [401,   403,      403,    403,   200]),
    ("desk-take",             [401,   403,      403,    404,   200]),
    ("desk-message",          [401,   403,      403,    404,   200]),
    ("desk-note",             [401,   403,      403,    404,   200]),
    ("desk-plan",             [401,   403,      403,    404,   200]),
    ("desk-propose",          [401,   403,      403,    404,   200]),
    ("desk-reopen",           [401,   403,      403,    404,   200]),
];

/// Refused actors are tried first, on the same case, which must not change by it; each of the others finds the
/// stage set anew.
#[tokio::test]
async fn every_route_by_every_kind_of_actor_x5_x7() {
    let portal = Portal::from_env();
    let mut stage = Stage::new(&portal).await;
    let actors: [(&str, Api); 5] = [
        ("nobody", portal.anonymous()),
        ("customer", portal.customer().await),
        ("reader", portal.colleague().await),
        ("other company", portal.other_customer().await),
        ("engineer", portal.engineer().await),
    ];
    let mut wrong = Vec::new();
    for route in ROUTES {
        let expected = EXPECTED.iter().find(|(name, _)| *name == route.name);
        let (_, expected) = expected.unwrap_or_else(|| panic!("say in EXPECTED who may call {}", route.name));
        let tries = || actors.iter().zip(expected);
        let (refused, allowed): (Vec<_>, Vec<_>) = tries().partition(|(_, status)| **status >= 400);
        stage.set(route).await;
        let engineer = &actors[4].1;
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

fn other_than(expected: u16, reply: &Reply, route: &str, who: &str) -> Option<String> {
    let told = || format!("{route} by {who}: {} and not {expected}: {}", reply.status, reply.text());
    (reply.status != expected).then(told)
}
