//! The form for a new case.

use caseport_domain::actor::Actor;
use caseport_domain::case::CaseType;
use caseport_domain::input::{Flaw, Flaws};
use caseport_pages::{OpenForm, OpenValues};

use super::{Add, HARMFUL, flaws, products};

/// All of it.
pub fn pages(add: &mut Add<'_>, contact: &Actor, reader: &Actor) {
    let open = |products, values| OpenForm::new(products, CaseType::ALL.to_vec(), vec![], values);
    add("new", Some(contact), "/cases/new", &open(products(), OpenValues::default()));
    let again = open(products(), open_values()).again(open_flaws());
    add("new-again", Some(contact), "/cases/new", &again);
    let few = vec![CaseType::Incident, CaseType::Request];
    let few = OpenForm::new(products(), few, vec![], OpenValues::default());
    add("new-few-types", Some(contact), "/cases/new", &few);
    let nothing = OpenForm::new(vec![], vec![CaseType::Incident], vec![], OpenValues::default());
    add("new-nothing", Some(contact), "/cases/new", &nothing);
    let admin = OpenForm::new(products(), vec![CaseType::Admin], vec![], OpenValues::default());
    add("new-reader", Some(reader), "/cases/new", &admin);
}

fn open_values() -> OpenValues {
    OpenValues {
        product: "desk".into(),
        case_type: "incident".into(),
        title: HARMFUL.into(),
        description: "Since Monday morning Outlook closes as soon as I open a calendar invitation.".into(),
        observers: "ilse@schaefers.example\nsomebody@elsewhere.example".into(),
        attachments: vec!["01JDTC5V3W".into()],
        ..OpenValues::default()
    }
}

fn open_flaws() -> Flaws {
    flaws(&[
        ("impact", Flaw::Required),
        ("urgency", Flaw::Required),
        ("title", Flaw::TooLong { max: 200 }),
        ("observers", Flaw::OutsideLater),
        ("attachments/0", Flaw::BadSize { max: 5 << 30 }),
    ])
}
