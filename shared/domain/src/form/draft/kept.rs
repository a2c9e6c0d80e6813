//! A form as it would be typed.

use super::{Draft, DraftAsked, DraftChoice, DraftCondition, DraftField};
use crate::form::{Asked, Choice, Condition, Field, Form, Kind, Prefill, Standard, Texts};

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
