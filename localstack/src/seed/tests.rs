//! Every demonstration portal's data, played without AWS.

use std::collections::BTreeSet;

use caseport_domain::actor::{Actor, Level, Scope};
use caseport_domain::case::{Case, CaseType, Status};
use caseport_domain::case_lists::CaseLists;
use caseport_domain::case_types::CaseTypes;
use caseport_domain::delivery::DeliveryState;
use caseport_domain::form::{Prospect, Standard, rival};
use caseport_domain::id::ProductId;
use caseport_domain::input::Flaws;
use caseport_domain::password;
use caseport_domain::person::Language;
use caseport_domain::support::Support;
use jiff::{SignedDuration, ToSpan};

use super::*;
use crate::{ACCOUNTS, DEMOS, Demo};

const DEPLOYMENT: Deployment<'_> = Deployment {
    origin: "http://portal.example",
    sender: "support@vendor.example",
    brand: "Vendor",
    colour: DEMOS[0].colour,
    support: Support::NONE,
};

fn scripts() -> impl Iterator<Item = (&'static str, Script)> {
    DEMOS.iter().map(|demo| (demo.name, Script::read(demo).unwrap()))
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn seed(script: &Script) -> Seed {
    let numbers = (10_001..).map(CaseNumber);
    Seed::new(script, &DEPLOYMENT, numbers, at("2026-11-24T10:00:00Z"), Random).unwrap()
}

/// The cases as they stand in the end.
fn cases(seed: &Seed) -> impl Iterator<Item = &Case> {
    seed.cases.iter().map(|scenes| &scenes.last().unwrap().scene.case)
}

#[test]
fn every_script_can_be_played_whenever_it_is() {
    for (name, script) in scripts() {
        // A fortnight in which the clocks go forward, and one in which they go back; weekends and nights.
        for from in ["2026-03-22T00:10:00Z", "2026-10-18T00:10:00Z"].map(at) {
            for now in (0..14 * 24).step_by(5).map(|hours| from + SignedDuration::from_hours(hours)) {
                let calendar = Calendar::new(now, &script.portal.zone).unwrap();
                let cast = Cast::new(&script.portal, &calendar).unwrap();
                let (forms, files) = (&script.forms, &script.files);
                let stage = Stage { cast: &cast, calendar: &calendar, forms, files, random: Random };
                let cases = play(&stage, &script.cases, (1..).map(CaseNumber));
                let cases = cases.unwrap_or_else(|error| panic!("{name} at {now}: {error:#}"));
                for case in cases.iter().map(|scenes| &scenes.last().unwrap().case) {
                    let due = case.answer.map(|answer| answer.remind_at.unwrap_or(answer.closes_at));
                    assert!(due.is_none_or(|due| due > now), "{name} at {now}: “{}” is overdue", case.title);
                    let today = calendar.day(0).unwrap();
                    assert!(
                        case.planned_on.is_none_or(|day| day > today),
                        "{name}: “{}” is over",
                        case.title
                    );
                }
            }
        }
    }
}

#[test]
fn every_portal_has_cases_in_every_status_and_every_seal_holds() {
    for (name, script) in scripts() {
        let seed = seed(&script);
        for status in Status::ALL {
            assert!(cases(&seed).any(|case| case.status == status), "{name}: none is {status:?}");
        }
        for (scenes, case) in seed.cases.iter().zip(cases(&seed)) {
            let sealed: Vec<_> = scenes.iter().map(|told| told.scene.sealed.clone()).collect();
            assert_eq!(&Case::replay(case.number, &sealed).unwrap(), case);
        }
        let opened: Vec<_> = cases(&seed).map(|case| (case.opened_at, case.number)).collect();
        assert!(opened.is_sorted(), "{name}: the numbers follow the openings");
    }
}

#[test]
fn every_portal_has_the_known_accounts_and_uses_all_it_names() {
    for (name, script) in scripts() {
        let seed = seed(&script);
        for account in ACCOUNTS {
            let person = seed.people.iter().find(|person| person.user.email == account.email);
            let person = person.unwrap_or_else(|| panic!("{name}: there is no {}", account.email));
            assert!(password::verify(account.password, person.password.as_deref()));
            let access = match &person.user.actor {
                Actor::Contact(contact) => Some((contact.level, contact.scope)),
                Actor::Engineer(_) => None,
            };
            let wanted = match account.role {
                "customer" => Some((Level::ReadWrite, Scope::Company)),
                "colleague" => Some((Level::ReadOnly, Scope::Company)),
                "other-customer" => Some((Level::ReadWrite, Scope::Own)),
                _ => None,
            };
            assert_eq!(access, wanted, "{name}: {}", account.email);
        }
        let attached: BTreeSet<&str> = seed.cases.iter().flatten().flat_map(attached).collect();
        assert!(attached.iter().eq(script.files.keys()), "{name}: every file is attached to something");
        let used: BTreeSet<&str> =
            cases(&seed).filter_map(|case| Some(case.product.as_ref()?.id.as_str())).collect();
        assert_eq!(used.len(), script.portal.products.len(), "{name}: there is a case about every product");
    }
}

fn attached(told: &Told) -> impl Iterator<Item = &str> {
    told.scene.event.what.attachments().iter().map(|attachment| attachment.name.as_str())
}

#[test]
fn the_default_portal_is_lived_in() {
    let (_, script) = scripts().next().unwrap();
    let seed = seed(&script);
    assert!(seed.cases.len() >= 50);
    assert!(cases(&seed).filter(|case| case.reporter.id.as_str() == "anna").count() >= 14);
    assert!(seed.companies.len() >= 5 && seed.people.len() >= 15);
    for language in Language::ALL {
        assert!(seed.people.iter().any(|person| person.user.language == language));
    }
    for level in [Level::Basic, Level::ReadOnly, Level::ReadWrite] {
        let at =
            |person: &users::Account| matches!(&person.user.actor, Actor::Contact(it) if it.level == level);
        assert!(seed.people.iter().any(at));
    }
    let today = at("2026-11-24T10:00:00Z").in_tz("UTC").unwrap().date();
    let ends: BTreeSet<_> =
        seed.companies.iter().flat_map(|company| &company.contracts).map(|it| it.ends).collect();
    assert!(ends.contains(&(today + 12.days())) && *ends.first().unwrap() < today);
}

#[test]
fn all_but_the_newest_mails_were_sent_or_could_not_be() {
    for (name, script) in scripts() {
        let seed = seed(&script);
        let told: Vec<&Told> = seed.cases.iter().flatten().collect();
        let states: Vec<_> =
            told.iter().flat_map(|told| &told.deliveries).map(|delivery| delivery.state).collect();
        assert!(!states.contains(&DeliveryState::Queued), "{name}");
        assert!(
            states.iter().any(|state| *state != DeliveryState::Sent),
            "{name}: some mail could not be sent"
        );
        let concerns =
            |told: &&&Told| !caseport_domain::notice::notices(&told.scene.case, &told.scene.event).is_empty();
        let untold: Vec<_> = told.iter().filter(concerns).filter(|told| told.deliveries.is_empty()).collect();
        assert_eq!(untold.len(), UNTOLD, "{name}");
        let hours = SignedDuration::from_hours(6);
        assert!(untold.iter().all(|told| told.scene.event.at > at("2026-11-24T10:00:00Z") - hours), "{name}");
    }
}

/// C8–C21, M21–M27, E48: each portal asks what its manual says, and some of its cases were opened so.
#[test]
fn every_portal_has_its_own_forms() {
    for (name, script) in scripts() {
        let products: BTreeSet<&ProductId> =
            script.portal.products.iter().map(|product| &product.id).collect();
        assert!(!script.forms.is_empty(), "{name}");
        for form in &script.forms {
            let mut flaws = Flaws::default();
            form.check(&mut flaws);
            assert_eq!(flaws, Flaws::default(), "{name}: {}", form.id);
            assert!(form.products.iter().all(|id| products.contains(id)), "{name}: {}", form.id);
            assert_eq!(rival(form, &script.forms), None, "{name}");
        }
        let seed = seed(&script);
        let answered = seed.cases.iter().filter(|case| case[0].scene.event.what.answers().is_some());
        assert!(answered.count() > 0, "{name}: some case was opened with a form");
    }
}

/// C9–C11, E48, M26, M27, M29, G19: beside its own questions each portal asks those of the standard ones that its manual has,
/// and no others; what is asked before a type is chosen is asked of all.
#[test]
fn every_portal_asks_the_standard_questions_that_its_manual_has() {
    use Standard::{Description, Impact, Product, Reference, Title, Urgency};
    for demo in DEMOS {
        let script = Script::read(demo).unwrap();
        let types: CaseTypes = demo.case_types.parse().unwrap();
        let (products, offered) = (&script.portal.products, types.offered());
        let asked = |of: Option<CaseType>| {
            let prospect = Prospect::new(&script.forms, (products, offered), None, of);
            Standard::ALL.into_iter().filter(|question| prospect.asks(*question)).collect::<Vec<_>>()
        };
        for of in offered {
            let expected: &[Standard] = match (demo.name, of) {
                (_, CaseType::Admin) => &[Title, Description, Reference],
                ("contact-centre", _) | (_, CaseType::FeatureRequest) => {
                    &[Product, Title, Description, Reference]
                }
                ("appliance", _) => &[Product, Title, Description],
                ("it-services", _) => &[Product, Impact, Urgency, Description],
                _ => &Standard::ALL,
            };
            assert_eq!(asked(Some(*of)), expected, "{}: {of:?}", demo.name);
        }
        let before = asked(None);
        assert_eq!(before.contains(&Impact), !matches!(demo.name, "contact-centre" | "appliance"));
    }
}

/// M27: a case keeps how the desk called what was chosen.
#[test]
fn m27_a_case_keeps_how_its_urgency_was_called() {
    let script = Script::read(Demo::named("it-services").unwrap()).unwrap();
    let seed = seed(&script);
    let openings = seed.cases.iter().filter_map(|case| case[0].scene.event.what.answers());
    let said: Vec<String> = openings
        .flat_map(|answers| &answers.answers)
        .filter(|answer| answer.key.as_str() == "urgency")
        .filter_map(|answer| answer.value.plain(Language::Nl))
        .collect();
    assert!(said.iter().any(|said| said == "Halve dag uitwijk mogelijk"), "{said:?}");
}

/// C8: a type of issue that has an entry of its own has a form of its own behind it.
#[test]
fn c8_an_entry_leads_to_a_form_of_its_own() {
    let mut entries = 0;
    for demo in DEMOS {
        let forms = Script::read(demo).unwrap().forms;
        let types: CaseTypes = demo.case_types.parse().unwrap();
        for entry in demo.case_lists.parse::<CaseLists>().unwrap().entries {
            assert!(types.offers(entry), "{}: {entry:?} is offered", demo.name);
            assert!(forms.iter().any(|form| form.case_types.contains(&entry)), "{}: {entry:?}", demo.name);
            entries += 1;
        }
    }
    assert_eq!(entries, 2);
}

/// A12, G15, G19: each portal's cases are of types that it offers; one has a feature request and an admin case, each with a
/// form of its own.
#[test]
fn a12_g15_g19_every_case_is_of_a_type_that_its_portal_offers() {
    for demo in DEMOS {
        let types: CaseTypes = demo.case_types.parse().unwrap();
        let script = Script::read(demo).unwrap();
        assert!(script.cases.iter().all(|case| types.offers(case.case_type)), "{}", demo.name);
        let asks = |of: &CaseType| script.forms.iter().any(|form| form.case_types == [*of]);
        let is_answered =
            |of: &CaseType| script.cases.iter().any(|case| case.case_type == *of && case.answers.is_some());
        let both = [CaseType::FeatureRequest, CaseType::Admin];
        if demo.name == "enterprise" {
            assert!(both.iter().all(|of| asks(of) && is_answered(of)), "{}", demo.name);
        }
    }
}

/// G5, G6: who serves another is known as a Sold-To, who is served as an End-User, or either as both; and some portal has each.
#[test]
fn g5_g6_who_serves_whom_fits_what_they_are_known_as() {
    let mut kinds = BTreeSet::new();
    for (name, script) in scripts() {
        let seed = seed(&script);
        let kind = |id: &CompanyId| {
            let company = seed.companies.iter().find(|account| account.company.id == *id);
            company.unwrap_or_else(|| panic!("{name}: there is no {id}")).details.kind
        };
        for tie in &seed.ties {
            let (partner, customer) = (kind(&tie.relation.partner), kind(&tie.relation.customer));
            assert_eq!((partner.serving(), customer.served()), (Ok(()), Ok(())), "{name}: {tie:?}");
            kinds.extend([partner.code(), customer.code()]);
        }
    }
    assert!(kinds.contains("sold-to") && kinds.contains("end-user"), "{kinds:?}");
}
