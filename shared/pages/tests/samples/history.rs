//! A case with all that happened to it, and lists of such.

use caseport_domain::actor::{Author, Level};
use caseport_domain::attachment::Attachment;
use caseport_domain::case::chain::Digest;
use caseport_domain::case::{
    Audience, Case, CaseRow, CaseType, Details, Event, Happened, Impact, Marked, Opening, Priority, Status,
    Urgency,
};
use caseport_domain::contract::Company;
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::id::CaseNumber;
use caseport_domain::inspection::{Inspection, Verdict};
use caseport_domain::notice::Role;
use jiff::ToSpan;

use super::{HARMFUL, at, author, contact, engineer, forms, person, products};

pub(super) fn file(id: &str, name: &str, size: u64) -> Attachment {
    let name = name.to_owned().try_into().expect("it is a file name");
    let id = id.parse().expect("it is an identifier");
    Attachment { id, name, size, media_type: "image/png".into(), sha256: "0".repeat(64) }
}

/// What is known of its files: something else of each.
pub(super) fn inspections() -> Vec<Inspection> {
    [
        ("u1", Verdict::Clean, Some("application/pdf")),
        ("u2", Verdict::Clean, Some("image/png")),
        ("u3", Verdict::Malicious, Some("application/vnd.microsoft.portable-executable")),
    ]
    .map(|(id, verdict, media_type)| Inspection {
        upload: id.parse().expect("it is an identifier"),
        verdict,
        media_type: media_type.map(str::to_owned),
    })
    .into()
}

/// The history of a case, with an event of every kind but its end.
pub fn events() -> Vec<Event> {
    let (norman, amelie) = (author(&contact(Level::ReadWrite)), author(&engineer()));
    let text = |text: &str| text.to_owned().try_into().expect("it is a text");
    let opening = Opening {
        company: Company {
            id: "schaefers".parse().expect("it is an identifier"),
            name: "Schaefers Accountants".into(),
            city: "Amsterdam".into(),
        },
        reporter: person("norman", "Norman Schaefers"),
        observers: vec![person("ilse", "Ilse Vanden Broeck")],
        product: Some(products().swap_remove(1)),
        case_type: CaseType::Incident,
        title: "Outlook closes when a calendar invitation is opened".to_owned().try_into().expect("a title"),
        reference: Some("INC-2026-0413".to_owned().try_into().expect("it is a reference")),
        impact: Impact::Department,
        urgency: Urgency::High,
        priority: Some(Priority::High),
        details: Details { version: "2410".to_owned().try_into().ok(), ..Details::default() },
        answers: Some(forms::answers()),
        description: text(&format!(
            "Since Monday morning Outlook closes as soon as anybody at the front office opens a calendar \
             invitation. Mail itself works.\n\nWhat we tried:\n- restarted the PCs\n- started Outlook with \
             /safe: same result\n\nThe event log says:\nFaulting module: outlmime.dll {HARMFUL}\n\
             https://status.norland.example/incidents?id=4711&day=1"
        )),
        attachments: vec![
            file("u1", "Event log front office.evtx", 1_443_000),
            file("u2", "scherm 1.png", 84_120),
        ],
    };
    let happened = vec![
        ("2026-11-16T08:12:00Z", norman.clone(), Happened::Opened(Box::new(opening))),
        ("2026-11-16T08:40:00Z", amelie.clone(), Happened::Taken { from: None }),
        (
            "2026-11-16T08:52:00Z",
            amelie.clone(),
            Happened::Noted {
                text: text("Same module as case 20544; update KB5046740 was pushed to this group on Sunday."),
                attachments: vec![],
                audience: Audience::Internal,
            },
        ),
        (
            "2026-11-16T08:55:00Z",
            amelie.clone(),
            Happened::Asked {
                text: text("Could you send us the version of Office on one of these PCs (File, Account)?"),
                attachments: vec![],
            },
        ),
        (
            "2026-11-16T10:20:00Z",
            norman.clone(),
            Happened::Replied {
                text: text("Version 2410, build 18129.20158, on all four of them."),
                attachments: vec![file("u3", "office-versions.xlsx", 18_200)],
            },
        ),
        (
            "2026-11-17T07:30:00Z",
            amelie.clone(),
            Happened::Planned { on: "2026-11-19".parse().expect("a day") },
        ),
        (
            "2026-11-19T09:05:00Z",
            amelie.clone(),
            Happened::Noted {
                text: text("Rolled the update back on FO-01 to FO-04 and blocked it for the group."),
                attachments: vec![],
                audience: Audience::Journal,
            },
        ),
        ("2026-11-19T09:10:00Z", norman, Happened::ObserverAdded { observer: person("jan", "Jan de Wit") }),
        (
            "2026-11-22T13:05:00Z",
            amelie,
            Happened::SolutionProposed {
                text: text(
                    "We took the faulty Office update off the four PCs and blocked it until there is a corrected one. Invitations open again in our test.",
                ),
                attachments: vec![],
                closes_at: at("2026-11-29T13:05:00Z"),
                remind_at: at("2026-11-27T13:05:00Z"),
            },
        ),
        ("2026-11-23T13:05:00Z", Author::System, Happened::Reminded),
    ];
    let numbered = happened.into_iter().zip(1..);
    numbered.map(|((at, by, what), seq)| Event { seq, at: self::at(at), by, what }).collect()
}

/// The case that these events add up to.
pub fn case(events: &[Event]) -> Case {
    let mut case: Option<Case> = None;
    for event in events {
        case = Some(match (case, event.what.clone()) {
            (None, Happened::Opened(opening)) => {
                Case::opened(CaseNumber(20_601), *opening, event.at, Digest::ZERO)
            }
            (Some(case), _) => case.apply(event, Digest::ZERO),
            (None, _) => panic!("the first event opens the case"),
        });
    }
    case.expect("there are events")
}

pub(super) fn deliveries() -> Vec<Delivery> {
    let delivery = |seq, to: &str, name: &str, role, subject: &str, state| Delivery {
        seq,
        to: to.parse().expect("it is an identifier"),
        name: name.into(),
        role,
        subject: format!("[20601] {subject}"),
        text: format!("Dear reader,\n\n{subject}.\n\nhttps://support.norland.example/cases/20601"),
        at: at("2026-11-16T08:12:05Z"),
        state,
    };
    vec![
        delivery(
            1,
            "norman",
            "Norman Schaefers",
            Role::Reporter,
            "We have received your case",
            DeliveryState::Sent,
        ),
        delivery(
            1,
            "ilse",
            "Ilse Vanden Broeck",
            Role::Observer,
            "A case was opened",
            DeliveryState::Bounced,
        ),
        delivery(
            5,
            "amelie",
            "Amélie Dujardin",
            Role::Engineer,
            "The customer answered",
            DeliveryState::Sent,
        ),
        delivery(
            9,
            "norman",
            "Norman Schaefers",
            Role::Reporter,
            "We propose a solution",
            DeliveryState::Queued,
        ),
        delivery(9, "jan", "Jan de Wit", Role::Observer, "We propose a solution", DeliveryState::Suppressed),
        delivery(9, "ilse", "Ilse Vanden Broeck", Role::Observer, HARMFUL, DeliveryState::Complained),
    ]
}

/// Lines of a list, one of every status.
pub fn rows() -> Vec<CaseRow> {
    let titles = [
        "No internet at the Hasselt office since the storm",
        "Outlook closes when a calendar invitation is opened",
        "Which licence do we need for a second console?",
        "Move the reception console to the new building, with both headsets and the busy lamp field",
        "Voicemail greeting plays twice",
        HARMFUL,
    ];
    let mut row = CaseRow::of(&case(&events()[..1]));
    let mut rows = Vec::new();
    for ((status, title), number) in Status::ALL.into_iter().zip(titles).zip(20_600_u64..) {
        row.number = CaseNumber(number);
        row.title = title.into();
        row.status = status;
        row.case_type = CaseType::ALL[rows.len() % 3];
        row.urgency = Urgency::ALL[rows.len() % 3];
        row.impact = Impact::ALL[(rows.len() + 1) % 3];
        // One was stored before lists told priorities.
        row.priority = (status != Status::SolutionProposed).then(|| Priority::ALL[rows.len() % 4]);
        row.marks = Marked::ALL[rows.len() % 4..].to_vec();
        row.engineer = (status != Status::Open).then(|| "Amélie Dujardin".to_owned());
        row.engineer_id = (status != Status::Open).then(|| "amelie".parse().expect("an identifier"));
        row.planned_on = (status == Status::Planned).then(|| "2026-12-01".parse().expect("a day"));
        row.closes_at = (status == Status::SolutionProposed).then(|| at("2026-11-29T13:05:00Z"));
        row.reference = (number % 2 == 1).then(|| format!("INC-2026-0{number}"));
        if status == Status::Closed {
            (row.case_type, row.product, row.product_id) = (CaseType::Admin, None, None);
        }
        row.opened_at = row.opened_at.checked_sub(26.hours()).expect("it is in range");
        row.updated_at = row.updated_at.checked_sub(17.hours()).expect("it is in range");
        rows.push(row.clone());
    }
    rows
}
