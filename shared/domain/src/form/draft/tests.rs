//! A form is typed, and comes back.

use super::Draft;
use crate::form::read::tests::form;
use crate::form::{Edit, Paths, Standard};
use crate::input::{Flaw, Flaws};

fn drafted(json: &serde_json::Value) -> (Draft, Flaws) {
    let Paths(typed) = serde_json::from_value(json.clone()).unwrap();
    let mut flaws = Flaws::default();
    let draft = Draft::of(&typed, &mut flaws);
    (draft, flaws)
}

#[test]
fn a13_a_form_comes_back_from_what_is_typed() {
    let form = form();
    let draft = Draft::from(&form);
    let (again, mut flaws) = drafted(&serde_json::to_value(&draft).unwrap());
    assert_eq!(again, draft);
    assert_eq!(again.form(form.version, &mut flaws), Some(form));
    assert_eq!(flaws, Flaws::default());
}

#[test]
fn a13_what_is_wrong_has_its_path() {
    let mut json = serde_json::to_value(Draft::from(&form())).unwrap();
    json["name"]["fr"] = "".into();
    json["fields"][0]["key"] = "Not a key".into();
    json["fields"][1]["choices"][1]["label"]["nl"] = "".into();
    json["fields"][6]["help"]["en"] = "".into();
    json["fields"][5]["kind"] = "colour".into();
    json["fields"][5]["colour"] = "red".into();
    let (draft, mut flaws) = drafted(&json);
    draft.form(1, &mut flaws);
    let found: Vec<(&str, &Flaw)> = flaws.iter().collect();
    assert_eq!(
        found,
        [
            ("fields/5/colour", &Flaw::NoSuchField { accepted: Vec::new() }),
            ("name/fr", &Flaw::Required),
            ("fields/0/key", &Flaw::NotAKey),
            ("fields/1/choices/1/label/nl", &Flaw::Required),
            ("fields/5/kind", &Flaw::NoSuchChoice),
            ("fields/6/help/en", &Flaw::Required),
        ]
    );
}

/// A13, C9: of the standard questions only what there is to say can be said, in each language or none; what says nothing is
/// not kept.
#[test]
fn a13_c9_a_standard_question_is_asked_in_the_forms_own_way() {
    let mut json = serde_json::to_value(Draft::from(&form())).unwrap();
    json["standard"]["impact"] = serde_json::json!({ "left_out": "yes", "label": { "en": "" } });
    json["standard"]["reference"] = serde_json::json!({ "left_out": "no", "label": { "en": " " } });
    json["standard"]["description"]["left_out"] = "no".into();
    json["standard"]["urgency"]["choices"]["medium"]["fr"] = "".into();
    let (draft, mut flaws) = drafted(&json);
    assert_eq!(flaws, Flaws::default());
    assert!(draft.standard[&Standard::Reference].is_usual());
    let made = draft.form(1, &mut flaws).unwrap();
    let told: Vec<(&str, &Flaw)> = flaws.iter().collect();
    assert_eq!(told, [("standard/urgency/choices/medium/fr", &Flaw::Required)]);
    assert!(made.standard[&Standard::Impact].left_out);
    let said: Vec<Standard> = made.standard.keys().copied().collect();
    assert_eq!(said, [Standard::Impact, Standard::Urgency, Standard::Title]);
    let preview = draft.preview().unwrap();
    let medium = preview.standard[&Standard::Urgency].choice("medium").unwrap();
    assert_eq!(medium.fr.as_str(), "For half a day", "what is said in one language stands for the others");

    let none = serde_json::json!({ "standard": {
        "product": { "left_out": "yes" }, "description": { "left_out": "yes" },
        "impact": { "choices": { "low": { "en": "Low" } }, "size": "8" },
    } });
    let (_, flaws) = drafted(&none);
    let mut names: Vec<&str> = flaws.iter().map(|(name, _)| name).collect();
    names.sort_unstable();
    let expected = [
        "standard/description/left_out",
        "standard/impact/choices/low/en",
        "standard/impact/size",
        "standard/product/left_out",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a13_what_changed_is_told_by_path() {
    let before = Draft::from(&form());
    let mut after = before.clone();
    after.fields[0].required = false;
    after.name.en = "Something is wrong".to_owned();
    let change = |field: &str, from: &str, to: &str| (field.to_owned(), from.to_owned(), to.to_owned());
    let expected = [
        change("fields/0/required", "yes", "no"),
        change("name/en", "Report an incident", "Something is wrong"),
    ];
    assert_eq!(Draft::changes(Some(&before), &after), expected);
    after.fields.extend(after.fields.clone());
    assert_eq!(Draft::changes(None, &after).len(), 100, "there is an end to it");
}

#[test]
fn a13_the_preview_shows_what_can_be_read() {
    let draft = Draft::from(&form()).edited(Edit::Add);
    let mut draft = Draft { id: String::new(), ..draft };
    draft.fields[0].label.nl = String::new();
    let preview = draft.preview().unwrap();
    assert_eq!(preview.fields.len(), form().fields.len(), "the empty one is left out");
    assert_eq!(preview.fields[0].label.nl.as_str(), "Account");
    assert_eq!(Draft::default().preview(), None);
}

#[test]
fn a_place_far_out_makes_no_long_list() {
    let (draft, flaws) = drafted(&serde_json::json!({ "fields/4000000000/key": "x" }));
    assert_eq!((draft.fields.len(), flaws.iter().count()), (0, 1));
}
