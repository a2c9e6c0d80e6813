//! Accounts of the vendor's own people, by the program that `cargo xtask staff` runs.

use caseport_domain::person::Language;
use caseport_domain::staff::{Done, Order, Recruit, Refused};
use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Case, Portal};
use serde_json::json;

fn add(email: &str, is_admin: bool) -> Order {
    let name = "Ines Duarte".to_owned().try_into().expect("it is a name");
    Order::Add(Recruit {
        email: email.to_owned(),
        name,
        is_admin,
        language: Language::En,
        zone: "UTC".into(),
    })
}

/// C5, M7: the first administrator is made by a command, chooses a password by the mailed link, and administers. X12, X27:
/// disabled, they are out at once, and come back without the password they had.
#[tokio::test]
async fn c5_x27_an_operator_adds_an_administrator_and_disables_them() {
    let portal = Portal::from_env();
    let email = format!("{}@vendor.example", unique("ines"));
    let said = |done: Done| (true, done.says().to_owned());
    let refused = |refused: Refused| (false, refused.to_string());
    assert_eq!(portal.order(&add(&email, true)), said(Done::Added));
    assert_eq!(portal.order(&add(&email, true)), refused(Refused::AddressTaken));
    let sign_in = json!({ "email": email, "password": PASSWORD });
    portal.anonymous().post("/session", sign_in.clone()).await.problem(401, "credentials");

    portal.chooses_password(&email).await;
    let ines = portal.signed_in_with(&email, PASSWORD).await;
    let firm = Firm::founded(&ines).await;
    let offered = ines.get("/desk/filter").await.expect(200).json()["engineers"].to_string();
    assert!(offered.contains("\"Ines Duarte\""), "the desk can be filtered by her: {offered}");
    let (eva, case) = (portal.engineer().await, Case::open(&portal.customer().await, "Hers a while").await);
    case.done(&ines, "assignment", json!({})).await;
    let hers = eva.get(&case.path("assignment")).await.expect(200).json()["engineer"]["id"].clone();
    for engineer in [&json!("nobody"), &hers, &json!("nobody")] {
        case.done(&eva, "assignment", json!({ "engineer": engineer })).await;
    }

    let reset = Order::ResetSecondFactor { email: email.clone() };
    assert_eq!(portal.order(&reset), refused(Refused::NoSecondFactor));
    let disable = Order::Disable { email: email.to_uppercase() };
    assert_eq!(portal.order(&disable), said(Done::Disabled { open_cases: 0 }));
    firm.change(&ines, "companies", "city", "Bruges").await.problem(401, "signed-out");
    let given = case.post(&eva, "assignment", json!({ "engineer": hers })).await;
    assert_eq!(given.flaws(), ["/engineer no-such-engineer"], "A2: no case is given to who has left");
    let offered = eva.get(&case.path("assignment")).await.expect(200).json()["engineers"].to_string();
    assert!(!offered.contains(&hers.to_string()), "{offered}");
    let refresh = json!({ "refresh_token": ines.refresh_token() });
    let _ = portal.anonymous().post("/session/refresh", refresh.clone()).await.expect(401);
    portal.anonymous().post("/session", sign_in.clone()).await.problem(401, "credentials");
    assert_eq!(portal.order(&disable), refused(Refused::IsDisabled));

    assert_eq!(portal.order(&add(&email, false)), said(Done::BroughtBack));
    let _ = portal.anonymous().post("/session/refresh", refresh).await.expect(401);
    portal.anonymous().post("/session", sign_in).await.problem(401, "credentials");
}

/// Contacts are the administrators' to look after, and nobody is nobody's.
#[tokio::test]
async fn an_operator_orders_nothing_about_a_contact() {
    let portal = Portal::from_env();
    let email = portal.account("customer").email.clone();
    for (email, why) in
        [(email, Refused::IsContact), (format!("{}@vendor.example", unique("nobody")), Refused::Unknown)]
    {
        assert_eq!(portal.order(&Order::Disable { email }), (false, why.to_string()));
    }
}
