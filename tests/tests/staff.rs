//! Accounts of the vendor's own people, by the program that `cargo xtask staff` runs.

use caseport_domain::person::Language;
use caseport_domain::staff::{Done, Order, Recruit, Refused};
use caseport_local::paths;
use caseport_tests::Portal;
use caseport_tests::records::{Firm, PASSWORD, unique};
use serde_json::json;

/// Whether an order was done, and what was said of it.
fn ordered(portal: &Portal, order: &Order) -> (bool, String) {
    let instance = portal.about().instance().expect("the services have a port");
    let done = instance
        .command(paths::target().join("debug").join("staff"))
        .env("TABLE", &portal.about().resources["Table"])
        .env("CASEPORT_CLOCK_FILE", &portal.about().clock)
        .env("CASEPORT_STAFF_ORDER", serde_json::to_string(order).expect("an order is JSON"))
        .output()
        .expect("the program is built");
    (done.status.success(), String::from_utf8_lossy(&done.stderr).trim().to_owned())
}

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
    assert_eq!(ordered(&portal, &add(&email, true)), said(Done::Added));
    assert_eq!(ordered(&portal, &add(&email, true)), refused(Refused::AddressTaken));
    let sign_in = json!({ "email": email, "password": PASSWORD });
    portal.anonymous().post("/session", sign_in.clone()).await.problem(401, "credentials");

    let path = portal.letter(&email, "/password/new?link=").await.link(&portal, "/password/new");
    let link = path.split_once("?link=").map(|(_, link)| link);
    let chosen = json!({ "link": link, "password": PASSWORD });
    let _ = portal.anonymous().post("/password/new", chosen).await.expect(303);
    let ines = portal.signed_in_with(&email, PASSWORD).await;
    let firm = Firm::founded(&ines).await;
    let offered = ines.get("/desk/filter").await.expect(200).json()["engineers"].to_string();
    assert!(offered.contains("\"Ines Duarte\""), "the desk can be filtered by her: {offered}");

    let reset = Order::ResetSecondFactor { email: email.clone() };
    assert_eq!(ordered(&portal, &reset), refused(Refused::NoSecondFactor));
    let disable = Order::Disable { email: email.to_uppercase() };
    assert_eq!(ordered(&portal, &disable), said(Done::Disabled { open_cases: 0 }));
    firm.change(&ines, "companies", "city", "Bruges").await.problem(401, "signed-out");
    let refresh = json!({ "refresh_token": ines.refresh_token() });
    let _ = portal.anonymous().post("/session/refresh", refresh.clone()).await.expect(401);
    portal.anonymous().post("/session", sign_in.clone()).await.problem(401, "credentials");
    assert_eq!(ordered(&portal, &disable), refused(Refused::IsDisabled));

    assert_eq!(ordered(&portal, &add(&email, false)), said(Done::BroughtBack));
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
        assert_eq!(ordered(&portal, &Order::Disable { email }), (false, why.to_string()));
    }
}
