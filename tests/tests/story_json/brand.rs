//! A deployment's colour: one setting, on its pages and in its mails.

use caseport_brand::Palette;
use caseport_domain::case::CaseType;
use caseport_domain::case_lists::{CaseLists, Column};
use caseport_domain::module::{Module, Modules, Use};
use caseport_domain::support::Support;
use caseport_local::{DEMOS, Demo};
use caseport_tests::{Case, Portal, unique};

#[tokio::test]
async fn pages_and_mails_have_the_brands_colour() {
    let portal = Portal::from_env();
    let Palette { light, dark } = Palette::of(DEMOS[0].colour);

    let page = portal.visitor().see("/sign-in").await.expect(200).html();
    let sheet =
        page.split('"').find(|part| part.starts_with("/assets/brand.")).expect("a page has its style sheet");
    let style = portal.anonymous().get(sheet).await.expect(200);
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
    assert!(style.header("cache-control").contains("immutable"));
    for colour in [light.accent, dark.accent] {
        assert!(style.text().contains(&format!("--accent:{colour};")), "{}", style.text());
    }
    let _ = portal.anonymous().get("/assets/brand.0123456789abcdef.css").await.expect(404);

    let anna = portal.customer().await;
    let case = Case::open(&anna, &unique("In our colours")).await;
    let mail = portal.mail(case, &portal.account("customer").email, "In our colours").await;
    let html = mail.html.expect("a mail has HTML");
    assert!(html.contains(&format!("background-color: {}", light.accent)), "{html}");
    assert!(html.contains(&format!("background-color: {} !important", dark.accent)), "{html}");
}

/// What tells the demonstration portals apart at first sight.
#[test]
fn every_demonstration_has_a_colour_of_its_own() {
    for (place, demo) in DEMOS.iter().enumerate() {
        assert!(DEMOS[..place].iter().all(|other| other.colour != demo.colour), "{}", demo.name);
        assert_eq!(Palette::of(demo.colour).light.accent, demo.colour, "{}: it is shown as it is", demo.name);
    }
}

/// M11, C8: each demonstration lists cases as its vendor does: what it says of them behind number and title, and which types of
/// issue have an entry of their own.
#[test]
fn m11_c8_every_demonstration_says_how_it_lists_cases() {
    use Column::{Address, Opened, Planned, Priority, Product, Reference, Reporter, Status, Type, Updated};
    let expected: [(&str, &[Column], &[CaseType]); 4] = [
        ("contact-centre", &[Product, Status, Type, Opened, Planned, Reference], &[]),
        ("it-services", &[Address, Status, Type, Opened, Planned], &[]),
        ("appliance", &[Status, Type, Reporter, Opened, Updated], &[CaseType::Incident, CaseType::Request]),
        ("enterprise", &[Product, Status, Type, Priority, Reporter, Opened, Updated, Reference], &[]),
    ];
    assert_eq!(DEMOS.len(), expected.len());
    for (name, columns, entries) in expected {
        let demo = Demo::named(name).expect("there is one");
        let lists: CaseLists = demo.case_lists.parse().expect("it is a setting");
        assert_eq!((&*lists.columns, &*lists.entries), (columns, entries), "{name}");
    }
}

/// E23, M8, M43: each demonstration says how its vendor is reached, in every language; where engineers work on customers'
/// computers, it says with which tool.
#[test]
fn e23_m8_m43_every_demonstration_says_how_it_is_reached() {
    for demo in DEMOS {
        let support = support(demo);
        assert!(
            !support.phones.is_empty() && support.email.is_some() && support.hours.is_some(),
            "{}",
            demo.name
        );
        let modules: Modules = demo.modules.parse().expect("it is a setting");
        assert_eq!(
            modules.extent(Module::RemoteAccess) == Use::On,
            support.remote.is_some(),
            "{}",
            demo.name
        );
        let same = |other: &Demo| other.name != demo.name && other.phones == demo.phones;
        assert!(!DEMOS.iter().any(same), "{}: it is another's number", demo.name);
    }
}

fn support(demo: &Demo) -> Support {
    let setting = |name: &str| match name {
        "SUPPORT_PHONE" => demo.phones,
        "SUPPORT_EMAIL" => demo.email,
        "SUPPORT_HOURS" => demo.hours,
        "CONFIDENTIALITY_NOTICE" => demo.notice,
        "REMOTE_SUPPORT_URL" => demo.remote,
        _ => "",
    };
    Support::read(|name| setting(name).to_owned()).expect("its settings can be read")
}
