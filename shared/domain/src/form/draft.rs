//! A form as it is typed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{
    Asked, Choice, Condition, Field, FieldKey, Form, Kind, KindCode, Label, MAX_CHOICES, MAX_FIELDS, Paths,
    Prefill, Standard, Texts, YES,
};
use crate::case::CaseType;
use crate::input::{Flaw, Flaws};
use crate::person::Language;
use crate::records::Typed;

/// A form as it is typed: any text may stand anywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Form`")]
pub struct Draft {
    pub id: String,
    pub name: Texts<String>,
    pub lead: Texts<String>,
    pub products: Vec<String>,
    pub case_types: Vec<String>,
    pub retired: bool,
    pub standard: BTreeMap<Standard, DraftAsked>,
    pub fields: Vec<DraftField>,
}

/// How a standard question is asked, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Asked`")]
pub struct DraftAsked {
    pub left_out: bool,
    pub label: Texts<String>,
    pub help: Texts<String>,
    pub choices: BTreeMap<&'static str, Texts<String>>,
}

/// A question as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Field`")]
pub struct DraftField {
    pub key: String,
    pub label: Texts<String>,
    pub help: Texts<String>,
    pub kind: String,
    pub min: String,
    pub max: String,
    pub choices: Vec<DraftChoice>,
    pub required: bool,
    pub prefill: String,
    pub shown_if: DraftCondition,
}

/// Something to choose, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Choice`")]
pub struct DraftChoice {
    pub code: String,
    pub label: Texts<String>,
}

/// When a question is asked, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Condition`")]
pub struct DraftCondition {
    pub field: String,
    pub values: Vec<String>,
}

impl Draft {
    /// What its fields begin with.
    pub const NAMES: [&'static str; 8] =
        ["id", "name", "lead", "products", "case_types", "retired", "standard", "fields"];

    /// The draft that these fields say, by path (`fields/0/label/en`). Notes each that is none, and leaves it out.
    pub fn of(typed: &Typed, flaws: &mut Flaws) -> Self {
        let mut draft = Self::default();
        for name in typed.names() {
            let path: Vec<&str> = name.split('/').collect();
            if draft.set(&path, typed, name).is_none() {
                flaws.add(name, Flaw::NoSuchField { accepted: Vec::new() });
            }
        }
        draft
    }

    fn set(&mut self, path: &[&str], typed: &Typed, name: &str) -> Option<()> {
        let text = || typed.text(name);
        match path {
            ["id"] => self.id = text(),
            ["name", language] => *text_in(&mut self.name, language)? = text(),
            ["lead", language] => *text_in(&mut self.lead, language)? = text(),
            ["products"] => self.products = list(typed, name),
            ["case_types"] => self.case_types = list(typed, name),
            ["retired"] => self.retired = typed.get(name) == YES,
            ["standard", code, rest @ ..] => {
                let question = Standard::OWN.into_iter().find(|question| question.code() == *code)?;
                self.standard.entry(question).or_default().set(question, rest, typed, name)?;
            }
            ["fields", place, rest @ ..] => {
                at(&mut self.fields, place, MAX_FIELDS)?.set(rest, typed, name)?;
            }
            _ => return None,
        }
        Some(())
    }

    /// The form, saved so often: its flaws are noted, and what it cannot be without is not there then.
    pub fn form(&self, version: u32, flaws: &mut Flaws) -> Option<Form> {
        let id = flaws.take("id", parsed(&self.id, |text| text.parse().map_err(|_| Flaw::NotAnId)));
        let name = label("name", &self.name, flaws);
        let lead = optional("lead", &self.lead, flaws);
        let products = self.products.iter().enumerate().filter_map(|(place, id)| {
            flaws.take(&format!("products/{place}"), id.parse().map_err(|_| Flaw::NoSuchRecord))
        });
        let products = products.collect();
        let case_types =
            self.case_types.iter().enumerate().filter_map(|(place, code)| {
                flaws.take(&format!("case_types/{place}"), code.parse::<CaseType>())
            });
        let case_types = case_types.collect();
        let standard = self.standard.iter().map(|(question, asked)| {
            let mut found = Flaws::default();
            let asked = asked.asked(&mut found);
            for (below, flaw) in found.iter() {
                flaws.add(format!("standard/{}/{below}", question.code()), flaw.clone());
            }
            (*question, asked)
        });
        let standard = standard.filter(|(_, asked)| *asked != Asked::default()).collect();
        let fields = self.fields.iter().enumerate().filter_map(|(place, field)| {
            let mut found = Flaws::default();
            let field = field.field(&mut found);
            for (below, flaw) in found.iter() {
                flaws.add(format!("fields/{place}/{below}"), flaw.clone());
            }
            field
        });
        let fields: Vec<Field> = fields.collect();
        let whole = flaws.is_empty() && fields.len() == self.fields.len();
        let retired = self.retired;
        let (id, name) = (id?, name?);
        let form = Form { id, version, name, lead, products, case_types, retired, standard, fields };
        // Only of a form that can be read is it known which question stands where.
        if whole {
            form.check(flaws);
        }
        Some(form)
    }
}

impl Draft {
    /// How many changes are told at most.
    const CHANGES: usize = 100;

    /// Which fields are others than before: path, value before, value after. A hundred of them at most; what a form was is
    /// in its versions.
    #[must_use]
    pub fn changes(before: Option<&Self>, after: &Self) -> Vec<(String, String, String)> {
        let typed = |draft: &Self| {
            let json = serde_json::to_value(draft).and_then(serde_json::from_value::<Paths>);
            json.map(|Paths(typed)| typed).unwrap_or_default()
        };
        let (from, to) = (before.map(typed).unwrap_or_default(), typed(after));
        let names: BTreeSet<&str> = from.names().chain(to.names()).collect();
        let each = names.into_iter().map(|name| (name.to_owned(), from.text(name), to.text(name)));
        each.filter(|(_, from, to)| from != to).take(Self::CHANGES).collect()
    }

    /// What this would look like, as far as it can be read: what is said in one language only stands for the others, and
    /// questions that cannot be read are left out. Nothing without a single word.
    #[must_use]
    pub fn preview(&self) -> Option<Form> {
        let whole = |texts: &Texts<String>| {
            let known =
                Language::ALL.into_iter().map(|language| texts.get(language)).find(|text| !text.is_empty());
            let or = |text: &String| {
                if text.is_empty() { known.cloned().unwrap_or_default() } else { text.clone() }
            };
            Texts { en: or(&texts.en), nl: or(&texts.nl), fr: or(&texts.fr) }
        };
        let mut flaws = Flaws::default();
        let name = label("name", &whole(&self.name), &mut flaws)?;
        let lead = optional("lead", &whole(&self.lead), &mut flaws);
        let case_types = self.case_types.iter().filter_map(|code| code.parse().ok()).collect();
        let standard = self.standard.iter().map(|(question, asked)| {
            let choice = |(code, label): (&&'static str, &Texts<String>)| (*code, whole(label));
            let asked = DraftAsked {
                left_out: asked.left_out,
                label: whole(&asked.label),
                help: whole(&asked.help),
                choices: asked.choices.iter().map(choice).collect(),
            };
            (*question, asked.asked(&mut Flaws::default()))
        });
        let standard = standard.collect();
        let fields = self.fields.iter().filter_map(|field| {
            let choice = |choice: &DraftChoice| DraftChoice { label: whole(&choice.label), ..choice.clone() };
            let field = DraftField {
                label: whole(&field.label),
                help: whole(&field.help),
                choices: field.choices.iter().filter(|choice| !choice.code.is_empty()).map(choice).collect(),
                ..field.clone()
            };
            field.field(&mut Flaws::default())
        });
        let fields = fields.collect();
        let (id, products, retired) = ("preview".parse().ok()?, Vec::new(), false);
        Some(Form { id, version: 1, name, lead, products, case_types, retired, standard, fields })
    }
}

impl DraftAsked {
    /// Whether nothing is said: it is asked as the portal does.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        !self.left_out && [&self.label, &self.help].into_iter().chain(self.choices.values()).all(is_empty)
    }

    fn set(&mut self, question: Standard, path: &[&str], typed: &Typed, name: &str) -> Option<()> {
        match path {
            // What one reads of a form says no of those that cannot be.
            ["left_out"] if question.can_be_left_out() || typed.get(name) != YES => {
                self.left_out = typed.get(name) == YES;
            }
            ["label", language] => *text_in(&mut self.label, language)? = typed.text(name),
            ["help", language] => *text_in(&mut self.help, language)? = typed.text(name),
            ["choices", code, language] => {
                let code = question.choices().into_iter().find(|known| known == code)?;
                *text_in(self.choices.entry(code).or_default(), language)? = typed.text(name);
            }
            _ => return None,
        }
        Some(())
    }

    fn asked(&self, flaws: &mut Flaws) -> Asked {
        let choices = self.choices.iter().filter_map(|(code, texts)| {
            let label = optional(&format!("choices/{code}"), texts, flaws)?;
            Some((code.parse().ok()?, label))
        });
        let choices: BTreeMap<FieldKey, Texts<Label>> = choices.collect();
        let label = optional("label", &self.label, flaws);
        Asked { left_out: self.left_out, label, help: optional("help", &self.help, flaws), choices }
    }
}

impl DraftField {
    fn set(&mut self, path: &[&str], typed: &Typed, name: &str) -> Option<()> {
        let text = || typed.text(name);
        match path {
            ["key"] => self.key = text(),
            ["label", language] => *text_in(&mut self.label, language)? = text(),
            ["help", language] => *text_in(&mut self.help, language)? = text(),
            ["kind"] => self.kind = text(),
            ["min"] => self.min = text(),
            ["max"] => self.max = text(),
            ["required"] => self.required = typed.get(name) == YES,
            ["prefill"] => self.prefill = text(),
            ["shown_if", "field"] => self.shown_if.field = text(),
            ["shown_if", "values"] => self.shown_if.values = list(typed, name),
            ["choices", place, rest @ ..] => {
                let choice = at(&mut self.choices, place, MAX_CHOICES)?;
                match rest {
                    ["code"] => choice.code = text(),
                    ["label", language] => *text_in(&mut choice.label, language)? = text(),
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn field(&self, flaws: &mut Flaws) -> Option<Field> {
        let key = flaws.take("key", self.key.parse());
        let label = label("label", &self.label, flaws);
        let help = optional("help", &self.help, flaws);
        let kind = self.kind(flaws);
        let prefill = Prefill::ALL.into_iter().find(|prefill| prefill.code() == self.prefill);
        if prefill.is_none() && !self.prefill.is_empty() {
            flaws.add("prefill", Flaw::NoSuchChoice);
        }
        let shown_if = if self.shown_if.is_empty() { None } else { Some(self.shown_if.condition(flaws)?) };
        Some(Field {
            key: key?,
            label: label?,
            help,
            kind: kind?,
            required: self.required,
            prefill,
            shown_if,
        })
    }

    /// How the question is answered, as far as it says.
    #[must_use]
    pub fn code(&self) -> Option<KindCode> {
        KindCode::ALL.into_iter().find(|kind| kind.code() == self.kind)
    }

    fn kind(&self, flaws: &mut Flaws) -> Option<Kind> {
        let missing = if self.kind.is_empty() { Flaw::Required } else { Flaw::NoSuchChoice };
        Some(match flaws.take("kind", self.code().ok_or(missing))? {
            KindCode::Line => Kind::Line { max: max(&self.max, Kind::LINE_MAX, flaws)? },
            KindCode::Paragraph => Kind::Paragraph { max: max(&self.max, Kind::PARAGRAPH_MAX, flaws)? },
            KindCode::Choice => Kind::Choice { choices: self.choices(flaws)? },
            KindCode::Number => {
                let (min, max) = (bound("min", &self.min, flaws), bound("max", &self.max, flaws));
                Kind::Number { min: min?, max: max? }
            }
            KindCode::Moment => Kind::Moment,
            KindCode::Ip => Kind::Ip,
            KindCode::Email => Kind::Email,
            KindCode::Phone => Kind::Phone,
            KindCode::Check => Kind::Check,
            KindCode::File => Kind::File,
        })
    }

    fn choices(&self, flaws: &mut Flaws) -> Option<Vec<Choice>> {
        let each = self.choices.iter().enumerate().map(|(place, choice)| {
            let code = flaws.take(&format!("choices/{place}/code"), choice.code.parse());
            let label = label(&format!("choices/{place}/label"), &choice.label, flaws);
            Some(Choice { code: code?, label: label? })
        });
        // All of them first, so that all that is wrong is told at once.
        each.collect::<Vec<_>>().into_iter().collect()
    }
}

impl DraftCondition {
    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.field.is_empty() && self.values.is_empty()
    }

    /// The condition; nothing if it cannot be read.
    fn condition(&self, flaws: &mut Flaws) -> Option<Condition> {
        let field = flaws.take("shown_if/field", self.field.parse());
        let values = self.values.iter().map(|value| value.parse::<FieldKey>()).collect::<Result<Vec<_>, _>>();
        let values = flaws.take("shown_if/values", values);
        Some(Condition { field: field?, values: values? })
    }
}

impl From<&Form> for Draft {
    fn from(form: &Form) -> Self {
        Self {
            id: form.id.to_string(),
            name: form.name.typed(),
            lead: form.lead.as_ref().map(Texts::typed).unwrap_or_default(),
            products: form.products.iter().map(ToString::to_string).collect(),
            case_types: form.case_types.iter().map(|case_type| case_type.code().to_owned()).collect(),
            retired: form.retired,
            standard: form.standard.iter().map(|(of, asked)| (*of, DraftAsked::of(*of, asked))).collect(),
            fields: form.fields.iter().map(DraftField::from).collect(),
        }
    }
}

impl DraftAsked {
    /// As it would be typed.
    fn of(question: Standard, asked: &Asked) -> Self {
        let said = |code: &'static str| Some((code, asked.choice(code)?.typed()));
        Self {
            left_out: asked.left_out,
            label: asked.label.as_ref().map(Texts::typed).unwrap_or_default(),
            help: asked.help.as_ref().map(Texts::typed).unwrap_or_default(),
            choices: question.choices().into_iter().filter_map(said).collect(),
        }
    }
}

impl From<&Field> for DraftField {
    fn from(field: &Field) -> Self {
        let (min, max) = match field.kind {
            Kind::Line { max } | Kind::Paragraph { max } => (String::new(), max.to_string()),
            Kind::Number { min, max } => (min.to_string(), max.to_string()),
            _ => (String::new(), String::new()),
        };
        let choice =
            |choice: &Choice| DraftChoice { code: choice.code.to_string(), label: choice.label.typed() };
        let condition = |condition: &Condition| DraftCondition {
            field: condition.field.to_string(),
            values: condition.values.iter().map(ToString::to_string).collect(),
        };
        Self {
            key: field.key.to_string(),
            label: field.label.typed(),
            help: field.help.as_ref().map(Texts::typed).unwrap_or_default(),
            kind: field.kind.code().code().to_owned(),
            min,
            max,
            choices: field.kind.choices().iter().map(choice).collect(),
            required: field.required,
            prefill: field.prefill.map_or("", Prefill::code).to_owned(),
            shown_if: field.shown_if.as_ref().map(condition).unwrap_or_default(),
        }
    }
}

/// The text in the language of this code.
fn text_in<'a>(texts: &'a mut Texts<String>, code: &str) -> Option<&'a mut String> {
    let language = Language::ALL.into_iter().find(|language| language.code() == code)?;
    Some(texts.get_mut(language))
}

/// What stands at this place of a list, which grows as far as that.
fn at<'a, T: Default>(list: &'a mut Vec<T>, place: &str, most: usize) -> Option<&'a mut T> {
    // One more than there may be, so that it can be told that there are too many.
    let place = place.parse::<usize>().ok().filter(|place| *place <= most)?;
    if list.len() <= place {
        list.resize_with(place + 1, T::default);
    }
    list.get_mut(place)
}

fn list(typed: &Typed, name: &str) -> Vec<String> {
    typed.all(name).into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

fn parsed<T>(text: &str, parse: impl Fn(&str) -> Result<T, Flaw>) -> Result<T, Flaw> {
    if text.is_empty() { Err(Flaw::Required) } else { parse(text) }
}

fn max(text: &str, most: u16, flaws: &mut Flaws) -> Option<u16> {
    let wrong = |_| Flaw::NotANumber { max: most.into() };
    let max = if text.is_empty() { Ok(most) } else { text.parse().map_err(wrong) };
    flaws.take("max", max)
}

fn bound(name: &str, text: &str, flaws: &mut Flaws) -> Option<i64> {
    let wrong = |_| Flaw::NotWithin { min: -Kind::NUMBER_MAX, max: Kind::NUMBER_MAX };
    flaws.take(name, parsed(text, |text| text.parse().map_err(wrong)))
}

fn is_empty(texts: &Texts<String>) -> bool {
    Language::ALL.into_iter().all(|language| texts.get(language).trim().is_empty())
}

fn label(name: &str, texts: &Texts<String>, flaws: &mut Flaws) -> Option<Texts<Label>> {
    if is_empty(texts) {
        flaws.add(name, Flaw::Required);
    }
    optional(name, texts, flaws)
}

/// A text that need not be there; if it is, it is there in each language.
fn optional<T>(name: &str, texts: &Texts<String>, flaws: &mut Flaws) -> Option<Texts<T>>
where
    T: TryFrom<String, Error = Flaw>,
{
    if is_empty(texts) {
        return None;
    }
    let mut one = |language: Language| {
        let text = T::try_from(texts.get(language).clone());
        flaws.take(&format!("{name}/{}", language.code()), text)
    };
    let (en, nl, fr) = (one(Language::En), one(Language::Nl), one(Language::Fr));
    Some(Texts { en: en?, nl: nl?, fr: fr? })
}

#[cfg(test)]
mod tests {
    use super::super::{Edit, read::tests::form};
    use super::*;

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
        assert_eq!(
            medium.fr.as_str(),
            "For half a day",
            "what is said in one language stands for the others"
        );

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
}
