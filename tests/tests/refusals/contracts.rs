//! X12, E4: without a contract that runs, what was can be read and nothing can be written, from the instant it ends; but for
//! admin cases (G19), by which another can be asked for.

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Api, Case, Opening, Portal};
use jiff::{SignedDuration, ToSpan};
use serde_json::json;

/// Where a contract of these tests ends: where it is another day than in UTC for hours.
const ZONE: &str = "America/New_York";

/// Whoever has this token reads the case and writes nothing.
async fn only_reads(api: &Api, case: Case, opening: &Opening) {
    assert_eq!(case.status(api).await, "open");
    case.post(api, "replies", json!({ "text": "And now?" })).await.problem(403, "denied");
    case.post(api, "close", json!({})).await.problem(403, "denied");
    api.post("/cases", opening.0.clone()).await.problem(403, "denied");
    let form = api.get("/cases/new").await.expect(200).json();
    assert_eq!((&form["case_types"], &form["products"]), (&json!(["admin"]), &json!([])));
    let admin = json!({ "case_type": "admin", "title": "Renew our contract", "description": "As before." });
    let own = Case::open_with(api, &Opening(admin)).await;
    own.done(api, "replies", json!({ "text": "For two years, please." })).await;
    own.done(api, "close", json!({})).await;
}

/// An administrator ends the contract: tokens given before write nothing more, new ones only read, until there is a contract
/// again.
#[tokio::test]
async fn x12_e4_a_contract_that_is_ended_ends_what_may_be_written() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let lotte = firm.registered(&admin).await;
    let opening = Opening::new(&lotte, "Before the contract ended").await;
    let case = Case::open_with(&lotte, &opening).await;
    let _ = firm.change(&admin, "contracts/k-1", "ends", "2020-12-31").await.expect(200);

    for (command, body) in [("replies", json!({ "text": "Still me?" })), ("close", json!({}))] {
        case.post(&lotte, command, body).await.problem(401, "signed-out");
    }
    let refused = lotte.post("/cases", opening.0.clone()).await;
    assert_eq!(refused.flaws(), ["/product no-such-choice"], "no product is under contract");
    assert_eq!(case.events(&admin).await, ["opened"]);
    only_reads(&lotte.renewed().await, case, &opening).await;
    let again = portal.signed_in_with(&firm.address(&admin).await, PASSWORD).await;
    only_reads(&again, case, &opening).await;

    let _ = firm.change(&admin, "contracts/k-1", "ends", "2099-12-31").await.expect(200);
    // A token says what one may do for as long as it lives: more than that comes with the next.
    case.post(&again, "replies", json!({ "text": "Now?" })).await.problem(403, "denied");
    case.done(&again.renewed().await, "replies", json!({ "text": "There is one again." })).await;
}

/// Nobody does anything: the contract's last day is over where the contract is, and the token with it, however young.
#[tokio::test]
async fn x12_e4_a_contract_ends_at_midnight_where_it_is() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = firm.address(&admin).await;
    let lotte = firm.registered(&admin).await;
    let opening = Opening::new(&lotte, "Before midnight").await;
    let case = Case::open_with(&lotte, &opening).await;

    let today = clock.now().in_tz(ZONE).expect("it is a zone").date();
    let last = today.checked_add(1.day()).expect("there is a tomorrow");
    let next = last.checked_add(1.day()).expect("there is a day after it");
    let midnight = next.in_tz(ZONE).expect("it is a zone").timestamp();
    let _ = firm.change(&admin, "contracts/k-1", "zone", ZONE).await.expect(200);
    let _ = firm.change(&admin, "contracts/k-1", "ends", last.to_string()).await.expect(200);

    // It is the next day already in UTC, and in the zone of the company.
    clock.set_to(midnight - SignedDuration::from_mins(5));
    let lotte = portal.signed_in_with(&email, PASSWORD).await;
    case.done(&lotte, "replies", json!({ "text": "On its last day." })).await;

    clock.set_to(midnight + SignedDuration::from_secs(1));
    lotte.get("/cases").await.problem(401, "signed-out");
    case.post(&lotte, "replies", json!({ "text": "And now?" })).await.problem(401, "signed-out");
    only_reads(&lotte.renewed().await, case, &opening).await;
    only_reads(&portal.signed_in_with(&email, PASSWORD).await, case, &opening).await;
    let eva = portal.engineer().await;
    assert_eq!(case.events(&eva).await, ["opened", "replied"]);
}
