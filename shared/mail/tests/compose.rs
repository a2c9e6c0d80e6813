//! What mails say, to whom, in every language.

mod sample;

use std::collections::BTreeSet;

use caseport_domain::actor::{Actor, Author, Level, Person, Scope};
use caseport_domain::case::{Event, Happened, Opening};
use caseport_domain::form::Form;
use caseport_domain::id::{CaseNumber, LetterId, UserId};
use caseport_domain::input::Flaws;
use caseport_domain::letter::Says;
use caseport_domain::notice::Role;
use caseport_domain::person::{Language, User};
use caseport_domain::records::Typed;
use caseport_domain::support::Support;
use caseport_mail::{
    Deployment, Line, Note, Recipient, compose, compose_digest, compose_invitation, compose_note,
    compose_outside,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sample::{DEPLOYMENT, ROLES, case_after, internal, mail, told, user};

/// E52, M33, M35, M40, C28, C29, C31: whatever happens, each who is told gets whole sentences in their
/// language. A missing message or argument would panic here.
#[test]
fn every_event_makes_a_mail_for_every_role_in_every_language() {
    for (name, event) in told() {
        for role in ROLES {
            for language in Language::ALL {
                let mail = mail(role, language, &event);
                let what = format!("{name} {role:?} {language:?}");
                assert!(!mail.text.contains("notice-") && !mail.html.contains("notice-"), "{what}: a key");
                assert!(!mail.text.contains(['{', '}', '$']), "{what}: a placeable");
                assert!(mail.text.contains("20601") && mail.text.contains("Contact Center 9.2"), "{what}");
                assert!(mail.html.contains(&format!("<html lang=\"{}\">", language.code())), "{what}");
            }
        }
    }
}

fn outside(language: Language) -> Recipient<'static> {
    Recipient { name: "", email: "zoe@outside.example", language }
}

/// C29: who follows a case from outside is mailed whole sentences, with no link into the portal but the one that ends it, and
/// nothing of what is internal.
#[test]
fn c29_who_is_outside_is_led_nowhere_but_out() {
    const OUT: &str = "https://support.example.com/unsubscribe?link=out";
    let id = UserId::outside(2);
    let confirmed = |language| Happened::OutsiderConfirmed { outsider: UserId::outside(2), language };
    for language in Language::ALL {
        let (_, first) = told().remove(0);
        let joined = ("joined", Event { what: confirmed(language), ..first });
        for (name, event) in told().into_iter().chain([joined]) {
            let to = outside(language);
            let mail = compose_outside(&DEPLOYMENT, &to, &id, &case_after(&event), &event, OUT).unwrap();
            assert!(
                !mail.text.contains("notice-") && !mail.text.contains("https://"),
                "{name}: {}",
                mail.text
            );
            assert_eq!(mail.html.matches("href=").count(), 1, "{name}: {}", mail.html);
            assert!(mail.html.contains(OUT) && String::from_utf8_lossy(&mail.raw).contains("One-Click"));
        }
        let event = internal();
        let mail = compose_outside(&DEPLOYMENT, &outside(language), &id, &case_after(&event), &event, OUT);
        assert_eq!(mail, None, "X26");
    }
}

/// C29: who is asked is told who asks and where to confirm, and nothing of the case; the text that others read has no link.
#[test]
fn c29_who_is_asked_is_told_nothing_of_the_case() {
    let (_, event) = told().remove(1);
    let until = event.at;
    let what = Happened::OutsiderInvited { outsider: UserId::outside(2), until };
    let event = Event { what, ..event };
    let case = case_after(&event);
    for language in Language::ALL {
        let mail = compose_invitation(&DEPLOYMENT, &outside(language), &case, &event, "/follow?link=secret");
        assert!(mail.html.contains("https://support.example.com/follow?link=secret"));
        let title = case.title.as_str();
        for text in [&mail.text, &mail.html, &mail.subject] {
            assert!(!text.contains(title) && !text.contains("letter-"), "{text}");
        }
        assert!(!mail.text.contains("secret") && mail.text.contains("Jane Doe"), "{}", mail.text);
    }
}

/// The first line says what happened; it is what clients show beside the subject, too.
#[test]
fn the_first_line_says_what_happened() {
    let mut seen = BTreeSet::new();
    for (_, event) in told() {
        let mail = mail(Role::Observer, Language::En, &event);
        let first = mail.text.split("\n\n").next().unwrap().replace('\n', " ");
        assert!(first.contains("case 20601") || first.contains("Case 20601"), "{first}");
        assert!(mail.html.contains(&format!("overflow: hidden;\">{first}")), "{first}");
        assert!(seen.insert(first), "said twice");
    }
}

/// X11, M36, C30: every link is the case's, at the configured origin.
#[test]
fn every_link_leads_to_the_case() {
    for (_, event) in told() {
        let mail = mail(Role::Reporter, Language::En, &event);
        let links: Vec<_> = mail.html.match_indices("href=\"").map(|(at, _)| &mail.html[at..]).collect();
        assert!(links.len() >= 2);
        assert!(
            links.iter().all(|link| link.starts_with("href=\"https://support.example.com/cases/20601\""))
        );
        assert!(mail.text.contains("\nhttps://support.example.com/cases/20601\n"));
    }
}

/// X26: there is no mail of an internal note, whoever asks for one.
#[test]
fn an_internal_note_is_never_mailed() {
    let event = internal();
    for role in ROLES {
        assert_eq!(
            compose(&DEPLOYMENT, &user(role, Language::En), role, &case_after(&event), &event, None),
            None
        );
    }
}

/// X5, X27: there is no mail to somebody who may not see the case.
#[test]
fn nobody_is_told_of_a_case_they_may_not_see() {
    let (_, event) = told().swap_remove(1);
    let told = |change: fn(&mut caseport_domain::actor::Contact)| {
        let mut contact = sample::contact(sample::reporter(), Level::ReadWrite);
        change(&mut contact);
        let to = User { actor: Actor::Contact(contact), ..user(Role::Reporter, Language::En) };
        compose(&DEPLOYMENT, &to, Role::Reporter, &case_after(&event), &event, None).is_some()
    };
    assert!(told(|_| ()));
    assert!(!told(|contact| contact.level = Level::Basic));
    assert!(!told(|contact| contact.company = "fabrikam".parse().unwrap()));
    assert!(!told(|contact| {
        contact.scope = Scope::Own;
        contact.person.id = "u-somebody-else".parse().unwrap();
    }));
}

/// E62, C31: what somebody did themselves is confirmed to them, with what they wrote; others are told that they did.
#[test]
fn e62_c31_ones_own_update_is_confirmed() {
    for name in ["replied", "refused", "kept-open", "approved", "closed-by-customer"] {
        let (_, event) = told().into_iter().find(|(told, _)| *told == name).unwrap();
        for (language, first) in [
            (Language::En, "We have received your update of case 20601."),
            (Language::Nl, "We hebben uw update van case 20601 ontvangen."),
            (Language::Fr, "Nous avons bien reçu votre mise à jour du ticket 20601."),
        ] {
            let (own, others) =
                (mail(Role::Reporter, language, &event), mail(Role::Observer, language, &event));
            assert!(own.text.starts_with(first), "{name}: {}", own.text);
            assert!(!others.text.contains(first), "{name}: {}", others.text);
            let quoted = |text: &str| text.lines().filter(|line| line.starts_with('>')).count();
            assert_eq!(quoted(&own.text), quoted(&others.text), "{name}: {}", own.text);
        }
    }
}

/// Who may only read is not asked for what they cannot do.
#[test]
fn a_reader_is_asked_nothing() {
    for (name, event) in told() {
        let contact = sample::contact(sample::observer(), Level::ReadOnly);
        let to = User { actor: Actor::Contact(contact), ..user(Role::Observer, Language::En) };
        let mail = compose(&DEPLOYMENT, &to, Role::Observer, &case_after(&event), &event, None).unwrap();
        assert!(
            mail.text.contains("\n\nThis is for your information; you need not do anything.\n\n"),
            "{name}"
        );
        assert!(mail.text.contains("\nView the case\n"), "{name}");
        assert!(!mail.text.contains("your answer"), "{name}");
    }
}

/// C33, C35: a solution says when the case closes by itself, by the reader's own clock.
#[test]
fn a_solution_says_when_the_case_closes_by_itself() {
    let closes = |kind: &str, zone: &str| {
        let (_, event) = told().into_iter().find(|(name, _)| *name == kind).unwrap();
        let to = User { zone: zone.into(), ..user(Role::Reporter, Language::En) };
        let mail = compose(&DEPLOYMENT, &to, Role::Reporter, &case_after(&event), &event, None).unwrap();
        let mut paragraphs = mail.text.split("\n\n").map(|text| text.replace('\n', " "));
        paragraphs.find(|text| text.starts_with("Without an answer the case closes by itself on ")).unwrap()
    };
    assert!(closes("proposed", "Europe/Brussels").ends_with(" Sunday 29 November 2026 at 14:05 (CET)."));
    assert!(closes("reminded", "America/New_York").ends_with(" Sunday 29 November 2026 at 08:05 (EST)."));
    assert!(closes("reminded", "Nowhere/Land").ends_with(" Sunday 29 November 2026 at 13:05 (UTC)."));
}

/// A reminder composed after the answer came has no instant to tell.
#[test]
fn a_reminder_overtaken_by_the_answer_names_no_instant() {
    let (_, reminded) = told().into_iter().find(|(name, _)| *name == "reminded").unwrap();
    let (_, refused) = told().into_iter().find(|(name, _)| *name == "refused").unwrap();
    let to = user(Role::Reporter, Language::En);
    let mail = compose(&DEPLOYMENT, &to, Role::Reporter, &case_after(&refused), &reminded, None).unwrap();
    assert!(!mail.text.contains("closes by itself"));
}

/// A2: whose the case was is told who has it now, and that they are mailed because it was theirs.
#[test]
fn a2_whose_the_case_was_is_told_who_has_it() {
    let (_, event) = told().into_iter().find(|(name, _)| *name == "assigned").unwrap();
    let from = Some(sample::engineer());
    let to = Person { id: "u-marc".parse().unwrap(), name: "Marc Roy".into() };
    for (what, says) in [
        (Happened::Taken { from: from.clone() }, "Tomas Berg has taken case 20601 over from you."),
        (Happened::Assigned { to, from }, "Tomas Berg has given case 20601, which was yours, to Marc Roy."),
    ] {
        let event = Event { what, ..event.clone() };
        let mail = mail(Role::Engineer, Language::En, &event);
        assert!(mail.text.starts_with(says), "{}", mail.text);
        assert!(mail.text.contains("because this case was yours."), "{}", mail.text);
    }
}

/// What the portal does itself it does in its own name.
#[test]
fn the_portal_signs_with_its_brand() {
    let (_, event) = told().into_iter().find(|(name, _)| *name == "closed-by-engineer").unwrap();
    let event = Event { by: Author::System, ..event };
    let mail = mail(Role::Reporter, Language::En, &event);
    assert!(mail.text.starts_with("Northwind Support has closed your case 20601."));
}

#[test]
fn plain_text_is_wrapped_and_quotes_are_marked() {
    let word = "x".repeat(90);
    let text = sample::text(&format!("{}\n\n{word} and {}", "word ".repeat(40), "more ".repeat(20)));
    let (_, event) = told().swap_remove(1);
    let event = Event { what: Happened::Replied { text, attachments: vec![] }, ..event };
    let mail = mail(Role::Observer, Language::Fr, &event);
    assert!(mail.text.lines().all(|line| line.chars().count() <= 76 || line == format!("> {word}")));
    assert!(mail.text.contains(&format!("\n>\n> {word}\n> and more")));
}

#[test]
fn a_long_message_is_shortened_and_leads_to_the_rest() {
    let (_, event) = told().swap_remove(1);
    let text = sample::text(&"many words ".repeat(1_000));
    let event = Event { what: Happened::Replied { text, attachments: vec![] }, ..event };
    let mail = mail(Role::Reporter, Language::En, &event);
    assert!(mail.text.contains(" …\n\nThe message is shortened here."));
    assert!(mail.html.contains(">The message is shortened here. Please read on in the portal.</a>"));
    assert!(mail.raw.len() < 20_000);
}

/// E23, M8: a mail that tells its reader to call or mail says where, as far as the deployment does; no other mail does.
#[test]
fn e23_m8_who_is_told_to_call_is_told_where() {
    let settings = |name: &str| match name {
        "SUPPORT_PHONE" => "+31 (0)20 555 01 00",
        "SUPPORT_EMAIL" => "help@vendor.example",
        "SUPPORT_HOURS" => "en: weekdays | nl: op werkdagen | fr: en semaine",
        _ => "",
    };
    let support = Support::read(|name| settings(name).to_owned()).unwrap();
    let reached = Deployment { support: &support, ..DEPLOYMENT };
    let id = LetterId::try_from("l1".to_owned()).unwrap();
    let mail = |deployment: &Deployment<'_>, says, language| {
        let at = "2026-11-24T09:05:00Z".parse().unwrap();
        let note = Note { id: &id, at, says, about: "4TRX-92KM", path: "/sign-in" };
        compose_note(deployment, &outside(language), &note)
    };
    for (language, hours) in
        [(Language::En, "weekdays"), (Language::Nl, "op werkdagen"), (Language::Fr, "en semaine")]
    {
        for says in Says::ALL {
            let told = mail(&reached, says, language);
            let english = mail(&DEPLOYMENT, says, Language::En).text.replace('\n', " ");
            let asks = ["call us", "call our", "call or mail"].iter().any(|words| english.contains(words));
            for says in ["+31 (0)20 555 01 00", "help@vendor.example", hours] {
                assert_eq!(told.text.contains(says), asks, "{says}: {}", told.text);
            }
            for link in ["href=\"tel:+31205550100\"", "href=\"mailto:help@vendor.example\""] {
                assert_eq!(told.html.contains(link), asks, "{link}: {}", told.html);
            }
            let nothing = mail(&DEPLOYMENT, says, language);
            assert!(!nothing.html.contains("tel:") && !nothing.html.contains("mailto:"), "{}", nothing.html);
        }
    }
}

/// X1: nothing anybody typed is markup in a mail.
#[test]
fn what_people_type_is_text() {
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let (_, event) = told().swap_remove(1);
    let mut person = sample::reporter();
    person.name = evil.into();
    let what = Happened::Replied { text: sample::text(evil), attachments: vec![sample::file(evil)] };
    let event = Event { by: Author::Contact(person), what, ..event };
    let mut case = case_after(&event);
    case.title = sample::text(evil);
    case.product.as_mut().unwrap().name = evil.into();
    let deployment = Deployment { brand: evil, ..DEPLOYMENT };
    let to = user(Role::Observer, Language::En);
    let html = compose(&deployment, &to, Role::Observer, &case, &event, None).unwrap().html;
    assert!(!html.contains("<img") && !html.contains("\"'&") && html.contains("&#60;img src=x onerror"));
}

/// G19: a mail about a case of no product names none, and all else.
#[test]
fn g19_a_mail_about_a_case_of_no_product_names_none() {
    let (_, event) = told().swap_remove(1);
    let usual = mail(Role::Reporter, Language::En, &event);
    let mut case = case_after(&event);
    case.product = None;
    let to = user(Role::Reporter, Language::En);
    let own = compose(&DEPLOYMENT, &to, Role::Reporter, &case, &event, None).unwrap();
    assert!(usual.text.contains("Product") && !own.text.contains("Product") && !own.html.contains("Product"));
    assert!(own.text.contains("20601") && own.text.contains("INC-4471"), "{}", own.text);
}

#[test]
fn the_same_event_makes_the_same_mail() {
    for (_, event) in told() {
        assert_eq!(mail(Role::Reporter, Language::Nl, &event), mail(Role::Reporter, Language::Nl, &event));
    }
}

/// Whole mails, to read.
#[test]
fn mails_read_well() {
    const SHOWN: [(&str, Role); 11] = [
        ("opened", Role::Reporter),
        ("opened", Role::Engineer),
        ("asked", Role::Observer),
        ("planned", Role::Reporter),
        ("proposed", Role::Reporter),
        ("resumed-plan", Role::Reporter),
        ("resumed-solution", Role::Observer),
        ("no-answer", Role::Engineer),
        ("assigned", Role::Reporter),
        ("assigned", Role::Engineer),
        ("handed-back", Role::Engineer),
    ];
    for language in Language::ALL {
        for (shown, role) in SHOWN {
            let (name, event) = told().into_iter().find(|(name, _)| *name == shown).unwrap();
            let mail = mail(role, language, &event);
            let file = format!("{}-{name}-{role:?}", language.code()).to_lowercase();
            insta::assert_snapshot!(file, format!("{}\n\n{}", mail.subject, mail.text));
        }
    }
}

/// C28: the mail at opening says what was answered to the questions, in the reader's language and by their clock, as far as
/// there is room.
#[test]
fn c28_the_mail_at_opening_has_the_answers() {
    let form: Form = serde_json::from_str(include_str!("../../domain/src/form/sample.json")).unwrap();
    let typed =
        Typed::default().with("account", "GL\u{2028}").with("nature", "other").with("since/how", "unknown");
    let typed = typed.with("details", format!("First line.\nSecond line. {}", "x".repeat(500)));
    let opening = Opening {
        answers: Some(form.read(&typed, &TimeZone::UTC, &mut Flaws::default())),
        ..sample::opening()
    };
    let (_, event) = told().swap_remove(0);
    let event = Event { what: Happened::Opened(Box::new(opening)), ..event };
    let mail = mail(Role::Observer, Language::Fr, &event);
    for told in ["De quoi s’agit-il ?", "Autre chose", "inconnue", "First line. Second line."] {
        assert!(mail.text.contains(told) && mail.html.contains(told), "{told} is missing in {}", mail.text);
    }
    assert!(!mail.text.contains(&"x".repeat(200)));
}

/// E63: a digest leads its reader to where it is turned off, in every language.
#[test]
fn e63_a_digest_says_where_it_is_turned_off() {
    let line = Line { number: CaseNumber(20_601), title: "No calls".into(), lead: "Eva works on it.".into() };
    let readers = [(Role::Reporter, "/cases"), (Role::Engineer, "/desk")];
    for (language, (role, list)) in
        Language::ALL.into_iter().flat_map(|each| readers.map(|reader| (each, reader)))
    {
        let reader = user(role, language);
        let to = Recipient { name: &reader.actor.person().name, email: &reader.email, language };
        let lines = std::slice::from_ref(&line);
        let mail = compose_digest(&DEPLOYMENT, &to, &reader.actor, Timestamp::UNIX_EPOCH, lines);
        assert!(mail.html.contains(&format!("href=\"{}{list}\"", DEPLOYMENT.origin)), "{}", mail.html);
        let opt_out = format!("{}/profile/notifications", DEPLOYMENT.origin);
        assert!(mail.text.ends_with(&format!("\n{opt_out}\n")), "{language:?}: {}", mail.text);
        assert!(mail.html.contains(&format!("href=\"{opt_out}\"")), "{language:?}");
        assert!(!mail.text.contains("notice-") && !mail.html.contains("notice-"), "{language:?}: a key");
    }
}
