//! How the vendor is reached beside the portal, and what it says of itself, as far as the deployment says it (E23, M8, M9).

use caseport_brand::{Colour, Palette};
use caseport_domain::actor::{Actor, Engineer, Person};
use caseport_domain::attachment::SizeLimit;
use caseport_domain::module::Modules;
use caseport_domain::support::Support;
use caseport_pages::assets::BrandStyle;
use caseport_pages::{Asked, Chrome, ContactPage, Language, Mailed, Page, RemoteSupport, Rules, SignIn};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The page in a portal that says this of itself.
fn page(page: &impl Page, support: &Support, who: Option<&Actor>, language: Language) -> String {
    let style = BrandStyle::of(&Palette::of(Colour([0x0b, 0x64, 0x77])));
    let modules: Modules = "knowledge=off".parse().expect("it is a setting");
    page.render(&Chrome {
        language,
        zone: &TimeZone::UTC,
        now: Timestamp::UNIX_EPOCH,
        brand: "Norland Support",
        style: &style,
        csrf: "csrf-token",
        key: "0193f5c2",
        who,
        last_sign_in: None,
        modules: &modules,
        licensed: &[],
        support,
        size_limit: SizeLimit::default(),
        acting_for: None,
        path: "/nowhere",
    })
}

/// What a portal with this one setting says.
fn with(setting: &str, value: &str) -> Support {
    let read = Support::read(|name| if name == setting { value.to_owned() } else { String::new() });
    read.expect("it can be read")
}

fn engineer() -> Actor {
    let person = Person { id: "eva".parse().expect("an identifier"), name: "Eva".into() };
    Actor::Engineer(Engineer { person, is_admin: false })
}

/// E23, M8: one can call and mail from where one may be stuck, and there is nothing where nothing is said.
#[test]
fn e23_m8_one_can_call_and_mail_as_far_as_the_deployment_says() {
    const PHONE: &str = "<a href=\"tel:+31205550100\">+31 (0)20 555 01 00</a>";
    const MAIL: &str = "<a href=\"mailto:help@norland.example\">help@norland.example</a>";
    let phone = with("SUPPORT_PHONE", "+31 (0)20 555 01 00");
    let email = with("SUPPORT_EMAIL", "help@norland.example");
    let ways = |support: &Support| {
        let (sign_in, mailed) = (SignIn::new(None), Mailed { asked: Asked::ContactId });
        let pages = [
            page(&sign_in, support, None, Language::En),
            page(&mailed, support, None, Language::Nl),
            page(&ContactPage::from(support), support, None, Language::Fr),
        ];
        pages.map(|html| (html.contains(PHONE), html.contains(MAIL), html.contains("class=\"panel ways\"")))
    };
    assert_eq!(ways(&phone), [(true, false, true); 3]);
    assert_eq!(ways(&email), [(false, true, true); 3]);
    assert_eq!(ways(Support::NONE), [(false, false, false); 3]);
    let hours = with("SUPPORT_HOURS", "en: weekdays | nl: op werkdagen");
    let html = page(&ContactPage::from(&hours), &hours, None, Language::Nl);
    assert!(html.contains("<dd>op werkdagen</dd>") && !html.contains("weekdays"));
}

/// M3: every page leads to how one is reached, which leads to a case.
#[test]
fn m3_every_page_leads_to_contact() {
    let html = page(&Rules::of(1).expect("they are known"), Support::NONE, None, Language::En);
    assert!(html.contains("<a href=\"/contact\">Contact</a>"));
    let html = page(&ContactPage::from(Support::NONE), Support::NONE, None, Language::En);
    assert!(html.contains("href=\"/cases/new\""), "who is signed out signs in on the way");
    let html = page(&ContactPage::from(Support::NONE), Support::NONE, Some(&engineer()), Language::En);
    assert!(!html.contains("href=\"/cases/new\""), "engineers open none");
}

/// M9: what the portal holds is confidential: said where one signs in and below what one reads then, in the deployment's
/// words or the portal's own.
#[test]
fn m9_confidentiality_is_said_in_the_deployments_words_or_the_portals_own() {
    let own = with("CONFIDENTIALITY_NOTICE", "en: Ours <alone> | nl: Van ons alleen");
    for (language, by_itself, said) in [
        (Language::En, "What this portal holds is confidential", "Ours &#60;alone&#62;"),
        (Language::Nl, "De inhoud van dit portaal is vertrouwelijk", "Van ons alleen"),
        (Language::Fr, "Le contenu de ce portail est confidentiel", "Ours &#60;alone&#62;"),
    ] {
        let engineer = engineer();
        let shown = |support: &Support, text: &str| {
            let sign_in = page(&SignIn::new(None), support, None, language);
            let signed_in = page(&Rules::of(1).expect("they are known"), support, Some(&engineer), language);
            let foot = signed_in.split("<footer").nth(1).unwrap_or_default();
            (sign_in.matches(text).count(), foot.matches(text).count())
        };
        assert_eq!(shown(Support::NONE, by_itself), (1, 1), "{language:?}");
        assert_eq!(shown(&own, said), (1, 1), "{language:?}");
        assert_eq!(shown(&own, by_itself), (0, 0), "{language:?}");
    }
}

/// M43: the page says how it goes and what one agrees to, and leads to the tool by an address that tells nothing of the portal.
#[test]
fn m43_remote_support_is_explained_and_leads_to_the_tool() {
    let address = Some("https://assist.norland.example/customers?new=1".to_owned());
    for language in Language::ALL {
        let html = page(&RemoteSupport { address: address.clone() }, Support::NONE, None, language);
        assert_eq!((html.matches("<h2>").count(), html.matches("<li>").count()), (2, 8), "{language:?}");
        let link = "href=\"https://assist.norland.example/customers?new=1\" rel=\"noopener noreferrer\"";
        assert!(html.contains(link) && html.contains("assist.norland.example,"), "{language:?}: {html}");
        let told = page(&RemoteSupport { address: None }, Support::NONE, None, language);
        assert!(!told.contains("https://"), "{language:?}");
    }
}
