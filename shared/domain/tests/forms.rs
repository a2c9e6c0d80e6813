//! Properties of forms: whatever is typed, reading comes to an end and keeps within bounds.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

use caseport_domain::form::{Answers, Draft, Form, MAX_ANSWERS, Value};
use caseport_domain::input::Flaws;
use caseport_domain::records::Typed;
use jiff::tz::TimeZone;
use proptest::prelude::*;

fn form() -> Form {
    serde_json::from_str(include_str!("../src/form/sample.json")).unwrap()
}

/// What might be typed: into fields there are and are not, what belongs there and what does not.
fn typed() -> impl Strategy<Value = Typed> {
    let keys: Vec<String> = form()
        .fields
        .iter()
        .flat_map(|field| ["", "/at", "/how", "/0"].map(|below| format!("{}{below}", field.key)))
        .chain([String::new(), "other".to_owned()])
        .collect();
    let text = prop_oneof![
        3 => prop::sample::select(vec![
            "", " ", "yes", "no", "domain", "other", "about", "exact", "unknown", "12", "-1", "192.0.2.1", "::1",
            "2026-11-22T10:15", "2026-03-29T02:30", "9999-12-31T23:59", "anna@acme.example", "+32 2 555 01 23",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z\\n]{3000,4100}",
    ];
    let texts = prop_oneof![
        4 => text.clone().prop_map(|text| vec![text]),
        1 => prop::collection::vec(text, 0..4),
    ];
    prop::collection::vec((prop::sample::select(keys), texts), 0..24).prop_map(|fields| {
        fields.into_iter().fold(Typed::default(), |typed, (name, mut texts)| match texts.len() {
            1 => typed.with(&name, texts.remove(0)),
            _ => typed.with_list(&name, texts),
        })
    })
}

fn read(typed: &Typed) -> (Answers, Flaws) {
    let mut flaws = Flaws::default();
    let zone = TimeZone::get("Europe/Brussels").unwrap();
    (form().read(typed, &zone, &mut flaws), flaws)
}

proptest! {
    #[test]
    fn reading_is_total_and_bounded(typed in typed()) {
        let (answers, flaws) = read(&typed);
        let json = serde_json::to_string(&answers).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Answers>(&json).unwrap(), &answers);
        prop_assert!(json.len() < 200_000);
        let length = |value: &Value| match value {
            Value::Line(line) => line.as_str().chars().count(),
            Value::Paragraph(text) => text.as_str().chars().count(),
            _ => 0,
        };
        prop_assert!(answers.answers.iter().map(|answer| length(&answer.value)).sum::<usize>() <= MAX_ANSWERS);
        for (field, _) in flaws.iter() {
            prop_assert!(field.starts_with("answers/"));
        }
    }

    /// What is answered without flaw has an answer to all that must be answered, and to nothing that is not asked.
    #[test]
    fn what_is_kept_was_asked(typed in typed()) {
        let (answers, flaws) = read(&typed);
        let has = |key: &str| answers.answers.iter().any(|answer| answer.key.as_str() == key);
        let chosen = answers.answers.iter().find_map(|answer| match &answer.value {
            Value::Choice(chosen) => Some(chosen.code.as_str()),
            _ => None,
        });
        if flaws.is_empty() {
            prop_assert!(has("account") && has("nature"));
            prop_assert_eq!(has("machine"), chosen == Some("domain"));
        }
        prop_assert!(chosen == Some("domain") || (!has("machine") && !has("again") && !has("log")));
        prop_assert!(has("again") || !has("log"));
    }

    #[test]
    fn a_draft_of_anything_is_read(names in prop::collection::vec("(id|name/en|standard/(impact|title|product)/(left_out|label/en|choices/person/nl)|fields/[0-9]{1,3}/(key|kind|choices/[0-9]{1,2}/code|shown_if/values)|products|x)", 0..20), text in any::<String>()) {
        let typed = names.iter().fold(Typed::default(), |typed, name| typed.with(name, &text));
        let mut flaws = Flaws::default();
        let draft = Draft::of(&typed, &mut flaws);
        if let Some(form) = draft.form(1, &mut flaws) && flaws.is_empty() {
            prop_assert_eq!(Draft::from(&form).form(1, &mut flaws), Some(form));
        }
    }
}
