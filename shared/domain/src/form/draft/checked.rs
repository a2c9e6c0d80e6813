//! A draft becomes a form, or shows what one would look like.

use std::collections::BTreeMap;

use super::{Draft, DraftAsked, DraftChoice, DraftCondition, DraftField, is_empty};
use crate::case::CaseType;
use crate::form::{Asked, Choice, Condition, Field, FieldKey, Form, Kind, KindCode, Label, Prefill, Texts};
use crate::input::{Flaw, Flaws};
use crate::person::Language;

impl Draft {
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
