//! A form as it is typed.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    Choice, Condition, Field, FieldKey, Form, Help, Kind, KindCode, Label, MAX_CHOICES, MAX_FIELDS, Paths,
    Prefill, Texts, YES,
};
use crate::case::CaseType;
use crate::input::{Flaw, Flaws};
use crate::person::Language;
use crate::records::Typed;
use crate::text::{Line, Text};

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
    pub fields: Vec<DraftField>,
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
    pub const NAMES: [&'static str; 7] =
        ["id", "name", "lead", "products", "case_types", "retired", "fields"];

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
        let lead = help("lead", &self.lead, flaws);
        let products = self.products.iter().enumerate().filter_map(|(place, id)| {
            flaws.take(&format!("products/{place}"), id.parse().map_err(|_| Flaw::NoSuchRecord))
        });
        let products = products.collect();
        let case_types =
            self.case_types.iter().enumerate().filter_map(|(place, code)| {
                flaws.take(&format!("case_types/{place}"), code.parse::<CaseType>())
            });
        let case_types = case_types.collect();
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
        let form = Form { id: id?, version, name: name?, lead, products, case_types, retired, fields };
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
        let lead = help("lead", &whole(&self.lead), &mut flaws);
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
        let (id, products, case_types) = ("preview".parse().ok()?, Vec::new(), Vec::new());
        Some(Form { id, version: 1, name, lead, products, case_types, retired: false, fields })
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
        let help = help("help", &self.help, flaws);
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
            fields: form.fields.iter().map(DraftField::from).collect(),
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

fn label(name: &str, texts: &Texts<String>, flaws: &mut Flaws) -> Option<Texts<Label>> {
    if Language::ALL.into_iter().all(|language| texts.get(language).trim().is_empty()) {
        flaws.add(name, Flaw::Required);
        return None;
    }
    let mut one = |language: Language| {
        let line = Line::try_from(texts.get(language).clone());
        flaws.take(&format!("{name}/{}", language.code()), line)
    };
    let (en, nl, fr) = (one(Language::En), one(Language::Nl), one(Language::Fr));
    Some(Texts { en: en?, nl: nl?, fr: fr? })
}

/// A text that need not be there; if it is, it is there in each language.
fn help(name: &str, texts: &Texts<String>, flaws: &mut Flaws) -> Option<Texts<Help>> {
    if Language::ALL.into_iter().all(|language| texts.get(language).trim().is_empty()) {
        return None;
    }
    let mut one = |language: Language| {
        let text = Text::try_from(texts.get(language).clone());
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
