//! The menu: what the reader may use, of what the portal has (M3, E24–E26).

use caseport_brand::{Colour, Palette};
use caseport_domain::actor::{Actor, Contact, Engineer, Level, Person, Scope};
use caseport_domain::attachment::SizeLimit;
use caseport_domain::module::{Module, Modules};
use caseport_domain::support::Support;
use caseport_pages::assets::BrandStyle;
use caseport_pages::{Chrome, Language, Page, Soon, menu};
use jiff::Timestamp;
use jiff::tz::TimeZone;

fn person() -> Person {
    Person { id: "anna".parse().expect("an identifier"), name: "Anna".into() }
}

fn contact(level: Level) -> Actor {
    let company = "acme".parse().expect("an identifier");
    Actor::Contact(Contact { person: person(), company, level, scope: Scope::Company })
}

fn engineer(is_admin: bool) -> Actor {
    Actor::Engineer(Engineer { person: person(), is_admin })
}

/// Where the entries of this reader's menu lead.
fn paths(who: &Actor, modules: &str, licensed: &[Module]) -> Vec<String> {
    let modules: Modules = modules.parse().expect("it is a setting");
    let style = BrandStyle::of(&Palette::of(Colour([0x0b, 0x64, 0x77])));
    let chrome = Chrome {
        language: Language::En,
        zone: &TimeZone::UTC,
        now: Timestamp::UNIX_EPOCH,
        brand: "Norland Support",
        style: &style,
        csrf: "csrf-token",
        key: "0193f5c2",
        who: Some(who),
        last_sign_in: None,
        modules: &modules,
        size_limit: SizeLimit::default(),
        licensed,
        support: Support::NONE,
        acting_for: None,
        path: "/nowhere",
    };
    let html = Soon { module: Module::Knowledge }.render(&chrome);
    let menu = html.split("<nav class=\"menu\"").nth(1).and_then(|rest| rest.split("</nav>").next());
    let links = menu.expect("there is a menu").split("href=\"").skip(1);
    links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn m3_the_menu_shows_what_one_may_use() {
    let of = |who: &Actor| paths(who, "knowledge=off", &[]);
    assert_eq!(of(&contact(Level::Basic)), ["/home", "/contact", "/access"]);
    assert_eq!(of(&contact(Level::ReadOnly)), ["/home", "/cases", "/contact", "/access"]);
    assert_eq!(of(&contact(Level::ReadWrite)), ["/home", "/cases", "/cases/new", "/contact", "/access"]);
    assert_eq!(of(&engineer(false)), ["/desk", "/desk/callers", "/companies"]);
    assert_eq!(of(&engineer(true)), ["/desk", "/desk/callers", "/companies", "/access/requests"]);
}

#[test]
fn e26_what_is_off_is_gone_and_what_is_announced_says_so() {
    let anna = contact(Level::ReadWrite);
    assert_eq!(
        paths(&anna, "cases=off,knowledge=soon", &[]),
        ["/home", "/soon/knowledge", "/contact", "/access"]
    );
    let modules: Modules = "cases=off,knowledge=soon".parse().expect("it is a setting");
    assert_eq!(menu::start(&anna, &modules, &[]), "/home");
    let eva = engineer(false);
    assert_eq!(menu::start(&eva, &modules, &[]), "/desk/callers", "work does not start with what is off");
    assert_eq!(
        paths(&eva, "cases=off,knowledge=off", &[]),
        ["/desk/callers", "/companies"],
        "who calls is verified also where there are no cases"
    );
    assert_eq!(menu::start(&eva, &Modules::default(), &[]), "/desk");
}

#[test]
fn e24_an_entry_depends_on_what_is_licensed() {
    let (anna, setting) = (contact(Level::ReadOnly), "knowledge=off,remote-access=soon:sip-edge");
    assert_eq!(paths(&anna, setting, &[]), ["/home", "/cases", "/contact", "/access"]);
    assert_eq!(
        paths(&anna, setting, &[Module::RemoteAccess]),
        ["/home", "/cases", "/contact", "/soon/remote-access", "/access"]
    );
    assert!(
        paths(&engineer(false), setting, &[]).contains(&"/soon/remote-access".to_owned()),
        "engineers need no licence"
    );
}

/// M43: remote support is in the menu of who works on cases, where the module is on.
#[test]
fn m43_remote_support_is_for_who_sees_cases() {
    let leads = |who: &Actor, setting: &str| {
        let setting = format!("knowledge=off,{setting}");
        paths(who, &setting, &[]).iter().any(|path| path == "/remote-access")
    };
    for who in [contact(Level::ReadOnly), contact(Level::ReadWrite), engineer(false)] {
        assert!(leads(&who, "remote-access=on") && !leads(&who, "remote-access=soon"), "{who:?}");
        assert!(!leads(&who, "remote-access=off"));
    }
    assert!(!leads(&contact(Level::Basic), "remote-access=on"));
}
