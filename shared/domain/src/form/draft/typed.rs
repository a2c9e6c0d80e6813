//! What is typed becomes a draft.

use super::{Draft, DraftAsked, DraftField};
use crate::form::{MAX_CHOICES, MAX_FIELDS, Standard, Texts, YES};
use crate::input::{Flaw, Flaws};
use crate::person::Language;
use crate::records::Typed;

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
}

impl DraftAsked {
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
