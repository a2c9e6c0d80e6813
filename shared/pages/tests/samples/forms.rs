//! The questions a case is opened with, and the editor of them.

use caseport_domain::actor::{Actor, Engineer};
use caseport_domain::case::{CaseType, Impact, Urgency};
use caseport_domain::form::{Answers, Draft, Edit, Form, Standard};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::records::Typed;
use caseport_pages::forms::{FormEditor, FormLine, FormList, FormVersion, FormVersions};
use caseport_pages::{OpenForm, OpenValues};
use jiff::tz::TimeZone;

use super::{Add, HARMFUL, at, products};

/// A form with a question of each kind.
fn form() -> Form {
    serde_json::from_str(include_str!("../../../domain/src/form/sample.json")).expect("it is a form")
}

fn typed() -> Typed {
    [
        ("account", HARMFUL),
        ("nature", "domain"),
        ("machine", "FRONT-07"),
        ("again", "yes"),
        ("log", "u1"),
        ("affected", "12"),
        ("since/at", "2026-11-16T08:30"),
        ("since/how", "about"),
        ("ip", "2001:db8::40"),
        ("email", "norman@schaefers.example"),
        ("phone", "0612345678"),
        ("details", "Since the update.\nNot at home."),
    ]
    .iter()
    .fold(Typed::default(), |typed, (name, value)| typed.with(name, *value))
}

/// An answer to each question, and the urgency as the form calls it.
pub fn answers() -> Answers {
    let mut answers = form().read(&typed(), &TimeZone::UTC, &mut Flaws::default());
    answers.answers.extend(form().worded(Impact::Department, Urgency::High));
    answers
}

fn values(answers: Typed) -> OpenValues {
    let (product, case_type) = ("desk".into(), "incident".into());
    OpenValues { product, case_type, answers, form: Some(String::new()), ..OpenValues::default() }
}

/// The form to open a case with as its questions come and go, and all pages of the editor.
pub fn pages(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let open = |values| OpenForm::new(products(), CaseType::ALL.to_vec(), vec![form()], values);
    add("new-choose", Some(contact), "/cases/new", &open(OpenValues::default()));
    add("new-questions", Some(contact), "/cases/new", &open(values(Typed::default())));
    add("new-answered", Some(contact), "/cases/new", &open(values(typed())));
    let mut flaws = Flaws::default();
    let wrong =
        typed().with("affected", "many").with("ip", HARMFUL).with("since/at", "soon").with("phone", "me");
    let wrong = wrong.without("account").with("nature", "?").with("email", "nobody").with("log", "../");
    form().read(&wrong, &TimeZone::UTC, &mut flaws);
    add("new-answered-wrong", Some(contact), "/cases/new", &open(values(wrong)).again(flaws));
    let mut flaws = Flaws::default();
    flaws.add("form", Flaw::OtherForm);
    add("new-other-form", Some(contact), "/cases/new", &open(values(typed())).again(flaws));
    let mut flaws = Flaws::default();
    flaws.add("company", Flaw::OtherCompany { company: HARMFUL.into() });
    add("new-other-company", Some(contact), "/cases/new", &open(values(typed())).again(flaws));

    let person = engineer.person().clone();
    let admin = &Actor::Engineer(Engineer { person, is_admin: true });
    let (by, saved) = (admin.author(), at("2026-11-20T09:30:00Z"));
    let line = |form| FormLine::new(form, saved, &by);
    let narrow = Form { products: vec![products()[0].id.clone()], retired: true, ..form() };
    let list = FormList { forms: vec![line(form()), line(narrow)] };
    add("forms", Some(admin), "/forms", &list);
    add("forms-empty", Some(admin), "/forms", &FormList { forms: vec![] });
    let version = |version| FormVersion::new(version, saved, &by);
    let versions = || FormVersions::part(vec![version(3), version(2)], None, Some(2));
    let editor = |draft| FormEditor::new(draft, products()).changing(3, versions());
    add("form", Some(admin), "/forms/incident", &editor(Draft::from(&form())));
    add(
        "form-earlier",
        Some(admin),
        "/forms/incident?version=2",
        &editor(Draft::from(&form())).showing(Some(2)),
    );
    let first = FormVersions::part(vec![version(1)], Some(2), None);
    let first = FormEditor::new(Draft::from(&form()), products()).changing(3, first).showing(Some(1));
    add("form-first", Some(admin), "/forms/incident?version=1&before=2", &first);
    add("form-new", Some(admin), "/forms/new", &FormEditor::new(Draft::default(), products()));
    let more = Draft::from(&form()).edited(Edit::Add).edited(Edit::AddChoice(1));
    add("form-more", Some(admin), "/forms/incident", &editor(more.clone()));
    let mut flaws = Flaws::default();
    let mut draft = more;
    draft.fields[2].shown_if.field = "nothing".into();
    draft.fields[5].min = "?".into();
    draft.name.fr = String::new();
    draft.standard.entry(Standard::Urgency).or_default().label.fr = String::new();
    HARMFUL.clone_into(&mut draft.standard.entry(Standard::Reference).or_default().help.en);
    draft.form(4, &mut flaws);
    flaws.add("fields/2/shown_if/field", Flaw::NotBefore);
    flaws.add("fields/1/choices", Flaw::TooMany { max: 50 });
    flaws.add("products/0", Flaw::NoSuchRecord);
    flaws.add("fields", Flaw::TooMany { max: 40 });
    add("form-wrong", Some(admin), "/forms/incident", &editor(draft).again(flaws));
    add("form-overtaken", Some(admin), "/forms/incident", &editor(Draft::from(&form())).overtaken());
}
