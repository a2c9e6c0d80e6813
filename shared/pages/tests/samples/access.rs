//! The pages of access.

use caseport_domain::access_request::{AccessRequest, Command, Pair, Refused, Subject, address};
use caseport_domain::actor::{Actor, Engineer, Level, Person, Scope};
use caseport_domain::case_types::CaseTypes;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::module::{Module, Modules};
use caseport_domain::person::Language;
use caseport_domain::records::Typed;
use caseport_domain::relation::Relation;
use caseport_pages::{
    AbilityRow, AccessPage, AccessQueue, AccessRequestPage, AccessValues, ConfirmationView, Deed, LoginForm,
    LoginValues, PrimePage, Soon,
};
use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::{Add, HARMFUL, at, flaws};

fn person(id: &str, name: &str) -> Person {
    Person { id: id.parse().expect("an identifier"), name: name.into() }
}

fn said<T: TryFrom<String>>(text: &str) -> T
where
    T::Error: std::fmt::Debug,
{
    text.to_owned().try_into().expect("it fits")
}

pub(super) fn asked() -> AccessRequest {
    let subject = Subject::Level {
        contact: person("norman", "Norman Schaefers"),
        company: "schaefers".parse().expect("an identifier"),
        company_name: "Schaefers & Zonen".into(),
        has: Level::ReadOnly,
        wants: Level::ReadWrite,
    };
    let text = said(&format!("I open cases while Lotte is away.\n{HARMFUL}"));
    AccessRequest::ask(
        "r-1".parse().expect("an identifier"),
        subject,
        text,
        at("2026-11-19T09:00:00Z"),
        &TimeZone::UTC,
    )
    .expect("it can be asked")
}

/// What of a request its prime contact takes along, who did not agree.
pub(super) fn denied() -> ConfirmationView {
    let (ada, lotte) = (person("ada", "Ada Okafor"), person("lotte", "Lotte Maes"));
    let asked_at = at("2026-11-20T09:00:00Z");
    let waits = asked().decide(&ada, Command::AskPrime(lotte.clone()), asked_at).expect("it can be done");
    let denied = waits.decide(&lotte, Command::Deny(Some(said(HARMFUL))), asked_at + 1.hour());
    ConfirmationView::of(&denied.expect("it can be done"), &lotte.id)
}

fn login() -> AccessRequest {
    let pair = Pair { sold_to: said("Voxline Nord"), end_user: said("Harbourline Ferries") };
    let subject = Subject::Login {
        name: said("Nora Lind"),
        email: address("nora@harbourline.example").expect("an address"),
        language: Language::Nl,
        pairs: vec![pair.clone(), pair],
    };
    let id = "r-2".parse().expect("an identifier");
    AccessRequest::ask(
        id,
        subject,
        said("I run their telephony."),
        at("2026-11-24T08:00:00Z"),
        &TimeZone::UTC,
    )
    .expect("it can be asked")
}

/// What the portal has where no setting says otherwise.
fn usual() -> Vec<AbilityRow> {
    let (modules, types) = (Modules::default(), CaseTypes::default());
    AbilityRow::used(|ability| ability.extent(|module| modules.extent(module), &types))
}

pub(super) fn pages(add: &mut Add<'_>, contact: &Actor, reader: &Actor) {
    let now = at("2026-11-24T09:30:00Z");
    let ada = person("ada", "Ada Okafor");
    let admin = Actor::Engineer(Engineer { person: ada.clone(), is_admin: true });
    let prime = person("lotte", "Lotte Maes");
    let (Actor::Contact(own), Actor::Contact(reading)) = (contact, reader) else {
        unreachable!("both are contacts")
    };

    let page = |request: Option<&AccessRequest>| {
        AccessPage::new(reading, reading, usual(), request, Vec::new(), now)
    };
    add("access", Some(reader), "/access", &page(None));
    let wrong = flaws(&[("wants", Flaw::Required), ("text", Flaw::Required)]);
    add("access-wrong", Some(reader), "/access", &page(None).again(AccessValues::default(), wrong, None));
    let again = AccessValues { wants: "basic".into(), text: HARMFUL.into() };
    let again = page(Some(&asked())).again(again, Flaws::default(), Some(Refused::OneIsOpen));
    add("access-open", Some(reader), "/access?done=access-asked", &again);
    let step = |request: AccessRequest, by: &Person, command| {
        let later = request.steps.last().map_or(now, |step| step.at) + 1.hour();
        request.decide(by, command, later).expect("it can be done")
    };
    let more = step(asked(), &ada, Command::AskMore(said("Until when?")));
    let unanswered = page(Some(&more)).answered(String::new(), flaws(&[("text", Flaw::Required)]), None);
    add("access-question", Some(reader), "/access", &unanswered);
    let refused = step(asked(), &ada, Command::Refuse(said("Lotte is back on Monday.")));
    add("access-refused", Some(reader), "/access", &page(Some(&refused)));
    let mut partner = own.clone();
    partner.scope = Scope::Partner;
    let relation = |id: &str, name: &str, level| Relation {
        partner: own.company.clone(),
        customer: id.parse().expect("an identifier"),
        name: name.into(),
        level,
    };
    let serves = vec![
        relation("harbourline", "Harbourline Ferries", Level::ReadOnly),
        relation("acme", HARMFUL, Level::ReadWrite),
    ];
    let acting = serves[0].acting(&partner).expect("it is theirs");
    let page = AccessPage::new(&acting, &partner, usual(), None, serves, now);
    add("access-acting", Some(&Actor::Contact(acting)), "/access?done=acting", &page);

    let granted = step(login(), &ada, Command::Grant);
    let rows = vec![asked().row(), login().row(), granted.row()];
    let queue = AccessQueue::new(rows, now, Some("x"), Some("next".into()));
    add("access-queue", Some(&admin), "/access/requests", &queue);
    add(
        "access-queue-empty",
        Some(&admin),
        "/access/requests",
        &AccessQueue::new(Vec::new(), now, None, None),
    );
    let path = "/access/requests/r-1";
    add("access-request", Some(&admin), path, &AccessRequestPage::new(&asked(), Some(&prime), now));
    let wrong = flaws(&[("text", Flaw::Required)]);
    let wrong = AccessRequestPage::new(&asked(), None, now).again(Deed::Refuse, String::new(), wrong, None);
    add("access-request-wrong", Some(&admin), path, &wrong);
    let waits = step(asked(), &ada, Command::AskPrime(prime.clone()));
    let early = AccessRequestPage::new(&waits, Some(&prime), now);
    let early = early.again(Deed::Grant, String::new(), Flaws::default(), Some(Refused::WaitsForPrime));
    add("access-request-waits", Some(&admin), path, &early);
    let page = AccessRequestPage::new(&granted, None, now);
    add("access-login-granted", Some(&admin), "/access/requests/r-2", &page);
    let company = |id: &str, name: &str| Typed::default().with("id", id).with("name", name);
    let companies = [company("harbourline", "Harbourline Ferries"), company("acme", HARMFUL)];
    let page = page.in_companies(&granted, &companies);
    add("access-login-companies", Some(&admin), "/access/requests/r-2", &page);

    let link = "/access/confirm?link=t1.secret";
    add("prime", None, link, &PrimePage::new(&waits, link, now));
    let long = flaws(&[("text", Flaw::TooLong { max: 2000 })]);
    add("prime-wrong", None, link, &PrimePage::new(&waits, link, now).again(HARMFUL.into(), long));
    add("prime-gone", None, link, &PrimePage::gone());
    add("prime-confirmed", None, link, &PrimePage::answered(true));
    add("prime-denied", None, link, &PrimePage::answered(false));

    add("login", None, "/request-a-login", &LoginForm::default());
    let typed = LoginValues { name: HARMFUL.into(), sold_to: vec![HARMFUL.into()], ..LoginValues::default() };
    let wrong = flaws(&[
        ("name", Flaw::TooLong { max: 100 }),
        ("email", Flaw::NotAnAddress),
        ("end_user/0", Flaw::Required),
        ("text", Flaw::Required),
    ]);
    add("login-wrong", None, "/request-a-login", &LoginForm::again(typed.clone(), wrong));
    add("login-throttled", None, "/request-a-login", &LoginForm::throttled(typed));
    add("soon", Some(contact), "/soon/knowledge", &Soon { module: Module::Knowledge });
}
