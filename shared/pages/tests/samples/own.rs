//! The pages of one's own, the page one begins on, and that for callers.

use caseport_domain::actor::{Actor, Author, Level, Scope};
use caseport_domain::agent::Agent;
use caseport_domain::audit::Entry;
use caseport_domain::case::{CaseType, Event, Happened};
use caseport_domain::contract::Contract;
use caseport_domain::coverage::coverage;
use caseport_domain::delivery::DeliveryState;
use caseport_domain::email_change::EmailChange;
use caseport_domain::grant::Reach;
use caseport_domain::held::Quiet;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::person::Language;
use caseport_domain::pin::Pin;
use caseport_domain::profile::Typed;
use caseport_domain::records::{Assets, Hardware, Licence};
use caseport_domain::registration::Accepted;
use caseport_domain::wishes::{Preferences, Topic};
use caseport_pages::{
    Caller, Callers, Check, DataPage, EmailPage, Export, ExportAccount, ExportCase, ExportCompany,
    ExportEntry, ExportMail, ExportSession, Home, HomeContact, Mailing, NotificationsPage,
    NotificationsTyped, PendingEmail, PinPage, ProfilePage, RequestView, TokenLine, foremost,
};

use super::{Add, HARMFUL, at, case, contact, deliveries, engineer, events, flaws, person, products, rows};

pub fn pages(add: &mut Add<'_>) {
    let contact = contact(Level::ReadWrite);
    let reader = super::contact(Level::ReadOnly);
    let engineer = engineer();
    details(add, &contact, &engineer);
    emails(add, &contact, &engineer);
    pins(add, &contact);
    notifications(add, &contact, &engineer);
    personal_data(add, &contact, &engineer);
    callers(add, &engineer);
    homes(add, &contact, &reader);
}

fn typed() -> Typed {
    Typed {
        country: "NL".into(),
        job_title: "Office manager".into(),
        phone: "+31 20 555 01 23".into(),
        ..Typed::of("Norman Schaefers", None, Language::Nl, "Europe/Amsterdam", 3)
    }
}

fn details(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let page = |employer: bool, is_new| {
        let employer = employer.then(|| "Schaefers Accountants".to_owned());
        let (id, email) = ("norman".to_owned(), "norman@schaefers.example".to_owned());
        ProfilePage::new(id, email, employer, typed(), is_new)
    };
    add("profile", Some(contact), "/profile?done=profile-changed", &page(true, false));
    add("profile-asking", Some(contact), "/profile", &page(true, false).asking(true));
    add("profile-changing", Some(contact), "/profile", &page(true, false).changing(Some(pending())));
    add("profile-engineer", Some(engineer), "/profile", &page(false, true));
    let wrong = [
        ("first_name", Flaw::Required),
        ("country", Flaw::Required),
        ("city", Flaw::TooLong { max: 80 }),
        ("zone", Flaw::NoSuchChoice),
    ];
    let harmful = Typed { city: HARMFUL.into(), zone: "Europe/Atlantis".into(), ..Typed::default() };
    add("profile-again", Some(contact), "/profile", &page(true, false).again(harmful, flaws(&wrong)));
    add("profile-overtaken", Some(contact), "/profile", &page(true, false).overtaken(typed()));
}

fn pending() -> PendingEmail {
    let (from, to) = ("norman@schaefers.example".to_owned(), "n.schaefers@schaefers.example".to_owned());
    let change = EmailChange::new("c1".parse().expect("an identifier"), from, to, at("2026-11-24T09:05:00Z"));
    EmailChange { agreed_at: Some(at("2026-11-24T09:07:00Z")), ..change }.into()
}

fn emails(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let page = |pending| EmailPage::new("norman@schaefers.example".to_owned(), pending);
    add("email", Some(contact), "/profile/email", &page(None));
    add("email-engineer", Some(engineer), "/profile/email?done=email-withdrawn", &page(None));
    add("email-pending", Some(contact), "/profile/email?done=email-asked", &page(Some(pending())));
    let wrong = flaws(&[("email", Flaw::NotAnAddress), ("password", Flaw::WrongPassword)]);
    add("email-again", Some(contact), "/profile/email", &page(None).again(HARMFUL, wrong));
    let throttled = page(None).throttled("n.schaefers@schaefers.example", at("2026-11-24T09:45:00Z"));
    add("email-throttled", Some(contact), "/profile/email", &throttled);
}

fn pins(add: &mut Add<'_>, contact: &Actor) {
    let wrong = || flaws(&[("password", Flaw::WrongPassword)]);
    add("pin", Some(contact), "/profile/pin", &PinPage::default());
    add("pin-shown", Some(contact), "/profile/pin", &PinPage::shown(Pin::of([7; 16]), false));
    add("pin-replaced", Some(contact), "/profile/pin", &PinPage::shown(Pin::of([7; 16]), true));
    add("pin-wrong", Some(contact), "/profile/pin", &PinPage::again(false, wrong()));
    add("pin-not-replaced", Some(contact), "/profile/pin", &PinPage::again(true, wrong()));
    add("pin-throttled", Some(contact), "/profile/pin", &PinPage::again(false, Flaws::default()));
}

fn personal_data(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    add("data", Some(contact), "/profile/data", &DataPage::new(true));
    add("data-engineer", Some(engineer), "/profile/data", &DataPage::new(false));
    let wrong = DataPage::new(true).again(flaws(&[("password", Flaw::WrongPassword)]));
    add("data-wrong", Some(contact), "/profile/data", &wrong);
    let throttled = DataPage::new(true).again(Flaws::default());
    add("data-throttled", Some(contact), "/profile/data", &throttled);
    add("export", Some(contact), "/profile/data/export", &export());
    let nothing = Export {
        sessions: Vec::new(),
        tokens: Vec::new(),
        acted_for: Vec::new(),
        trail: Vec::new(),
        access_requests: Vec::new(),
        access_confirmations: Vec::new(),
        drafts: Vec::new(),
        cases: Vec::new(),
        next: None,
        ..export()
    };
    add("export-nothing", Some(contact), "/profile/data/export", &nothing);
}

fn export() -> Export {
    let (events, account) = (events(), typed());
    let own = case(&events);
    let norman = person("norman", "Norman Schaefers");
    let left = Event {
        seq: 11,
        at: at("2026-11-24T09:20:00Z"),
        by: Author::Contact(norman.clone()),
        what: Happened::ObserverRemoved { observer: norman },
    };
    let mails = deliveries().into_iter().map(|delivery| ExportMail {
        at: delivery.at,
        subject: delivery.subject,
        state: DeliveryState::Sent,
    });
    Export {
        exported_at: at("2026-11-24T09:30:00Z"),
        account: ExportAccount {
            id: "norman".into(),
            name: "Norman Schaefers".into(),
            email: "norman@schaefers.example".into(),
            username: Some("norman".into()),
            language: Language::Nl,
            zone: account.zone.clone(),
            company: Some("Schaefers Accountants".into()),
            level: Some(Level::ReadWrite),
            scope: Some(Scope::Company),
            notifications: Preferences::new("norman".parse().expect("an identifier")).into(),
            last_sign_in: Some(at("2026-11-24T08:30:00Z")),
            rules: Some(Accepted { version: 1, at: at("2026-03-02T08:00:00Z") }),
            second_factor_since: Some(at("2026-11-02T08:00:00Z")),
            pending_email: Some(pending()),
        },
        profile: account.details(true).ok().map(|details| details.profile),
        sessions: [("Firefox", "Windows"), ("", "")].map(export_session).into(),
        tokens: vec![TokenLine {
            id: "t1".parse().expect("an identifier"),
            name: HARMFUL.into(),
            scope: Reach::Write,
            made_at: at("2026-11-02T08:00:00Z"),
            last_used: None,
            ends_at: at("2026-12-02T08:00:00Z"),
        }],
        acted_for: vec![ExportCompany { id: "acme".into(), name: HARMFUL.into() }],
        trail: vec![Entry::new(at("2026-11-02T08:00:00Z"), Author::System, "account-activated")],
        access_requests: vec![RequestView::for_requester(
            &super::access::asked(),
            at("2026-11-24T09:30:00Z"),
        )],
        access_confirmations: vec![super::access::denied()],
        drafts: vec![super::drafts::draft("reply-20601", &[("text", HARMFUL)])],
        cases: vec![ExportCase {
            number: own.number.0,
            title: HARMFUL.into(),
            product: own.product.map(|product| product.name),
            status: own.status,
            opened_at: own.opened_at,
            reporter: true,
            observer: false,
            mailing: Mailing::of(None),
            entries: [&events[0], &events[4], &events[7], &left].map(ExportEntry::of).into(),
            mails: mails.collect(),
        }],
        next: Some("/profile/data/export?after=c2Vjb25k".into()),
    }
}

fn export_session((browser, system): (&str, &str)) -> ExportSession {
    ExportSession {
        agent: Agent { browser: browser.into(), system: system.into() },
        begun_at: at("2026-11-24T08:30:00Z"),
        last_used_at: at("2026-11-24T09:15:00Z"),
        ends_at: at("2026-11-24T20:30:00Z"),
    }
}

fn notifications(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let preferences = Preferences::new(contact.person().id.clone());
    let page = NotificationsPage::from(preferences.clone());
    add("notifications", Some(contact), "/profile/notifications?done=notifications-saved", &page);
    let (digest, quiet) = (Some(8), Some(Quiet { from: 20, until: 7 }));
    let few = Preferences { topics: [Topic::Workaround, Topic::Closed].into(), digest, quiet, ..preferences };
    let typed = NotificationsTyped { quiet_from: "22".into(), ..NotificationsTyped::default() };
    let wrong = page.again(typed, flaws(&[("quiet_until", Flaw::Required)]));
    add("notifications-again", Some(contact), "/profile/notifications", &wrong);
    add("notifications-few", Some(contact), "/profile/notifications", &NotificationsPage::from(few));
    let own = Preferences::new(engineer.person().id.clone());
    add("notifications-engineer", Some(engineer), "/profile/notifications", &NotificationsPage::from(own));
}

fn callers(add: &mut Add<'_>, engineer: &Actor) {
    let typed = "norman@schaefers.example";
    add("callers", Some(engineer), "/desk/callers", &Callers::default());
    add("callers-wrong", Some(engineer), "/desk/callers", &Callers::checked(typed, Check::Wrong, None));
    add("callers-no-pin", Some(engineer), "/desk/callers", &Callers::checked(typed, Check::NoPin, None));
    add("callers-locked", Some(engineer), "/desk/callers", &Callers::checked(HARMFUL, Check::Locked, None));
    let wrong = flaws(&[("contact", Flaw::NoSuchContact), ("pin", Flaw::NotAPin)]);
    add("callers-again", Some(engineer), "/desk/callers", &Callers::again(typed, wrong));
    let known = Caller {
        contact_id: "norman".into(),
        name: "Norman Schaefers".into(),
        email: typed.into(),
        company: "Schaefers Accountants".into(),
        phone: Some("+31 20 555 01 23".into()),
    };
    let verified = Callers::checked(typed, Check::Verified, Some(known));
    add("callers-verified", Some(engineer), "/desk/callers", &verified);
}

fn contracts() -> Vec<Contract> {
    let contract = |id: &str, coverage: &str, starts: &str, ends: &str| Contract {
        id: id.parse().expect("it is an identifier"),
        coverage: coverage.into(),
        products: products(),
        starts: starts.parse().expect("a day"),
        ends: ends.parse().expect("a day"),
        zone: "Europe/Amsterdam".into(),
    };
    vec![
        contract("k1", "Premium 24×7", "2026-01-01", "2028-12-31"),
        contract("k2", "Standard", "2026-01-01", "2026-12-01"),
        contract("k3", HARMFUL, "2024-01-01", "2025-12-31"),
        contract("k4", "Premium", "2027-01-01", "2027-12-31"),
    ]
}

fn assets() -> Assets {
    let product = products().swap_remove(2);
    let licence = |id: &str, quantity, ends: &str| Licence {
        id: id.parse().expect("it is an identifier"),
        product: product.clone(),
        quantity,
        reference: "…7F2A".into(),
        ends: Some(ends.parse().expect("a day")),
    };
    Assets {
        hardware: vec![Hardware {
            id: "a1".parse().expect("it is an identifier"),
            serial: "NB-2210-0042-7781".into(),
            model: "Norland Box 2".into(),
            product: product.clone(),
            site: "Server room, second floor".into(),
        }],
        licences: vec![licence("l1", 40, "2027-06-30"), licence("l2", 25, "2026-06-30")],
    }
}

fn homes(add: &mut Add<'_>, contact: &Actor, reader: &Actor) {
    let Actor::Contact(person) = contact else { return };
    let now = at("2026-11-24T09:30:00Z");
    let mut about =
        HomeContact::of(person, "norman@schaefers.example".into(), "Schaefers Accountants".into());
    about.job_title = Some("Office manager".into());
    about.phone = Some("+31 20 555 01 23".into());
    let home = Home {
        contact: about,
        last_sign_in: Some(at("2026-11-23T16:05:00Z")),
        incomplete: Vec::new(),
        contracts: coverage(&contracts(), now),
        products: products(),
        assets: assets(),
        ended_licences: vec!["l2".parse().expect("it is an identifier")],
        cases: Some(foremost(rows())),
        entries: Vec::new(),
    };
    add("home", Some(contact), "/home", &home);
    let entries = vec![CaseType::Incident, CaseType::Request];
    add("home-entries", Some(contact), "/home", &Home { entries, ..home.clone() });
    let incomplete = vec!["last_name", "country"];
    add("home-incomplete", Some(contact), "/home", &Home { incomplete, ..home.clone() });
    let ended = coverage(&contracts()[2..3], now);
    let quiet = Home { contracts: ended, products: Vec::new(), cases: Some(Vec::new()), ..home.clone() };
    add("home-ended", Some(reader), "/home", &quiet);
    let nothing = Assets::default();
    let bare = Home { contracts: Vec::new(), products: Vec::new(), assets: nothing, cases: None, ..home };
    add("home-bare", Some(reader), "/home", &bare);
}
