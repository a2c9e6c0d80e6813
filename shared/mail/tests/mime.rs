//! Mails as mail programs read them.

mod sample;

use caseport_domain::case::{Event, Happened};
use caseport_domain::notice::Role;
use caseport_domain::person::{Language, User};
use caseport_mail::{Deployment, Mail, compose};
use mail_parser::{Message, MessageParser};
use sample::{DEPLOYMENT, ROLES, case_after, mail, told, user};

const HEADERS: [&str; 12] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Content-Language",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "In-Reply-To",
    "References",
    "MIME-Version",
    "Content-Type",
];

fn parse(mail: &Mail) -> Message<'_> {
    MessageParser::new().parse(&mail.raw).expect("a message")
}

fn header_names<'a>(message: &'a Message<'_>) -> Vec<&'a str> {
    message.headers_raw().map(|(name, _)| name).collect()
}

#[test]
fn both_parts_arrive_as_they_were_written() {
    for (name, event) in told() {
        for role in ROLES {
            for language in Language::ALL {
                let mail = mail(role, language, &event);
                let message = parse(&mail);
                let text = message.body_text(0).unwrap().replace("\r\n", "\n");
                let html = message.body_html(0).unwrap().replace("\r\n", "\n");
                assert_eq!(
                    (text.trim_end(), html.trim_end()),
                    (mail.text.trim_end(), mail.html.trim_end()),
                    "{name}"
                );
                assert_eq!(message.subject(), Some(mail.subject.as_str()));
                assert_eq!(header_names(&message), HEADERS);
                assert!(
                    mail.raw.is_ascii() && mail.raw.split(|byte| *byte == b'\n').all(|line| line.len() < 999)
                );
            }
        }
    }
}

#[test]
fn the_envelope_says_who_when_and_what_it_belongs_to() {
    let (_, event) = told().swap_remove(3);
    let mail = mail(Role::Observer, Language::Fr, &event);
    let message = parse(&mail);
    let from = message.from().and_then(|from| from.first()).unwrap();
    assert_eq!((from.name(), from.address()), (Some("Northwind Support"), Some("support@example.com")));
    let to = message.to().and_then(|to| to.first()).unwrap();
    assert_eq!((to.name(), to.address()), (Some("Zoë Peeters"), Some("zoe@contoso.example")));
    assert_eq!(message.date().unwrap().to_timestamp(), event.at.as_second());
    assert_eq!(message.message_id(), Some("20601.4.u-zoe@support.example.com"));
    assert_eq!(mail.message_id, "20601.4.u-zoe@support.example.com");
    assert_eq!(message.references().as_text(), Some("20601@support.example.com"));
    assert_eq!(message.in_reply_to().as_text(), Some("20601@support.example.com"));
}

/// X19: no machine answers, so no loop begins.
#[test]
fn machines_are_told_not_to_answer() {
    let (_, event) = told().swap_remove(0);
    let mail = mail(Role::Reporter, Language::En, &event);
    let message = parse(&mail);
    assert_eq!(message.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
    assert_eq!(message.header_raw("X-Auto-Response-Suppress").map(str::trim), Some("All"));
}

/// Clients thread by the subject without its `Re: `, and by what the mails refer to.
#[test]
fn all_mails_of_a_case_thread() {
    for (name, event) in told() {
        let mail = mail(Role::Reporter, Language::Nl, &event);
        let prefix = if name == "opened" { "" } else { "Re: " };
        assert_eq!(mail.subject, format!("{prefix}[#20601] Calls drop after 30 seconds"));
        assert_eq!(parse(&mail).references().as_text(), Some("20601@support.example.com"));
    }
}

/// X17: whatever stands in a name, a title or an address makes no header and no recipient.
#[test]
fn nothing_people_type_makes_a_header() {
    const EVIL: [&str; 7] = [
        "Jane\r\nBcc: victim@example.org",
        "Jane\nSubject: other",
        "Jane\r\n\r\n<html>body",
        "Jane\rBcc: victim@example.org",
        "Jane\u{85}\u{2028}Bcc: victim@example.org",
        "\" <victim@example.org>, \"",
        "Zoë <victim@example.org>,\r\n\tvictim@example.org",
    ];
    let (_, event) = told().swap_remove(1);
    for evil in EVIL {
        let mut to = user(Role::Reporter, Language::En);
        to.actor = sample::named(evil);
        let mut case = case_after(&event);
        // No title has line ends, in a form or in the store; others of these texts it may be.
        case.title = evil.to_owned().try_into().unwrap_or(case.title);
        let deployment = Deployment { brand: evil, ..DEPLOYMENT };
        let mail = compose(&deployment, &to, Role::Reporter, &case, &event, None).unwrap();
        let message = parse(&mail);
        assert_eq!(header_names(&message), HEADERS, "{evil:?}");
        for (list, address) in
            [(message.to(), "jane.doe@contoso.example"), (message.from(), "support@example.com")]
        {
            let addresses: Vec<_> = list.unwrap().iter().filter_map(|one| one.address()).collect();
            assert_eq!(addresses, [address], "{evil:?}");
        }
        assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), mail.text.trim_end());
    }
}

/// X17 by the address itself, should a bad one ever be stored.
#[test]
fn an_address_is_one_address() {
    let (_, event) = told().swap_remove(1);
    for evil in [
        "a@b.example>, <victim@example.org",
        "a@b.example\r\nBcc: victim@example.org",
        "a@b.example,c@d.example",
    ] {
        let to = User { email: evil.into(), ..user(Role::Reporter, Language::En) };
        let mail = compose(&DEPLOYMENT, &to, Role::Reporter, &case_after(&event), &event, None).unwrap();
        let message = parse(&mail);
        assert_eq!(header_names(&message), HEADERS, "{evil:?}");
        assert_eq!(message.to().unwrap().iter().count(), 1, "{evil:?}");
    }
}

/// X17 in the body: a message that knows the boundary makes no part of its own.
#[test]
fn a_message_makes_no_part() {
    let part = "--=_caseport_0_\nContent-Type: text/html\n\n<p>mine</p>\n--=_caseport_0_--\n=_caseport_1_";
    let (_, event) = told().swap_remove(1);
    let event = Event { what: Happened::Replied { text: sample::text(part), attachments: vec![] }, ..event };
    let mail = mail(Role::Reporter, Language::En, &event);
    let message = parse(&mail);
    assert_eq!(message.parts.len(), 3);
    assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), mail.text.trim_end());
}

#[test]
fn a_long_title_in_any_script_arrives_whole() {
    let (_, event) = told().swap_remove(1);
    for title in [
        "Appels coupés après 30 s : « délai »",
        "通話が三十秒で切れる",
        &"long ".repeat(40),
        &"ë".repeat(200),
    ] {
        let mut case = case_after(&event);
        case.title = sample::text(title);
        let to = user(Role::Reporter, Language::En);
        let mail = compose(&DEPLOYMENT, &to, Role::Reporter, &case, &event, None).unwrap();
        assert_eq!(parse(&mail).subject(), Some(format!("Re: [#20601] {}", title.trim()).as_str()));
        assert!(mail.raw.is_ascii());
    }
}

/// A port is no part of the host an identifier ends with.
#[test]
fn identifiers_end_with_the_host() {
    let (_, event) = told().swap_remove(0);
    let deployment = Deployment { origin: "http://portal.localhost:4566", ..DEPLOYMENT };
    let to = user(Role::Reporter, Language::En);
    let mail = compose(&deployment, &to, Role::Reporter, &case_after(&event), &event, None).unwrap();
    assert_eq!(mail.message_id, "20601.1.u-jane@portal.localhost");
    assert!(mail.text.contains("\nhttp://portal.localhost:4566/cases/20601\n"));
}

/// RFC 8058: a mail that its reader may turn off says how, in its headers for their program and at its end for them; others
/// say nothing of it.
#[test]
fn a_mail_says_how_to_have_no_more_of_its_kind() {
    const LINK: &str = "https://support.example.com/unsubscribe?link=c2lnbmVk";
    let (_, event) = told().swap_remove(1);
    let to = user(Role::Observer, Language::En);
    let mail = compose(&DEPLOYMENT, &to, Role::Observer, &case_after(&event), &event, Some(LINK)).unwrap();
    let message = parse(&mail);
    let raw =
        |name: &'static str| message.header_raw(name).map(|text| text.split_whitespace().collect::<String>());
    assert_eq!(raw("List-Unsubscribe"), Some(format!("<{LINK}>")));
    assert_eq!(raw("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    assert!(message.body_text(0).unwrap().trim_end().ends_with(LINK));
    assert!(mail.html.contains(&format!("href=\"{LINK}\"")));
    assert!(!mail.text.contains(LINK), "what is kept of it is read by others");
    let other = compose(&DEPLOYMENT, &to, Role::Observer, &case_after(&event), &event, None).unwrap();
    assert_eq!(header_names(&parse(&other)), HEADERS);
    assert!(!other.html.contains("unsubscribe"));
}
