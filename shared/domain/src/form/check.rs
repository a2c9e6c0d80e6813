//! Whether a form holds together.

use std::collections::BTreeSet;

use super::{Condition, Field, Form, Kind, KindCode, MAX_CHOICES, MAX_FIELDS, MAX_JSON, NO, Prefill, YES};
use crate::input::{Flaw, Flaws};

impl Form {
    /// Notes all that is wrong with the form itself: keys that stand twice, conditions on what is not asked before, bounds
    /// that leave nothing between them. That its texts are there, in each language, its types see to.
    pub fn check(&self, flaws: &mut Flaws) {
        if self.fields.len() > MAX_FIELDS {
            flaws.add("fields", Flaw::TooMany { max: MAX_FIELDS });
        }
        if self.id.as_str() == "new" {
            // That is the address of the form for a new one.
            flaws.add("id", Flaw::Taken);
        }
        for (place, field) in self.fields.iter().enumerate() {
            let mut found = Flaws::default();
            field.check(&self.fields[..place], &mut found);
            for (below, flaw) in found.iter() {
                flaws.add(format!("fields/{place}/{below}"), flaw.clone());
            }
        }
        for (question, asked) in &self.standard {
            let mut found = Flaws::default();
            asked.check(*question, &mut found);
            for (below, flaw) in found.iter() {
                flaws.add(format!("standard/{}/{below}", question.code()), flaw.clone());
            }
        }
        if serde_json::to_string(self).is_ok_and(|json| json.chars().count() > MAX_JSON) {
            flaws.add("fields", Flaw::TooLong { max: MAX_JSON });
        }
    }
}

impl Field {
    fn check(&self, before: &[Self], flaws: &mut Flaws) {
        if before.iter().any(|other| other.key == self.key) {
            flaws.add("key", Flaw::Taken);
        }
        match &self.kind {
            Kind::Line { max } => check_max(*max, Kind::LINE_MAX, flaws),
            Kind::Paragraph { max } => check_max(*max, Kind::PARAGRAPH_MAX, flaws),
            Kind::Choice { choices } => {
                if choices.is_empty() {
                    flaws.add("choices", Flaw::Required);
                }
                if choices.len() > MAX_CHOICES {
                    flaws.add("choices", Flaw::TooMany { max: MAX_CHOICES });
                }
                let mut codes = BTreeSet::new();
                for (place, choice) in choices.iter().enumerate() {
                    if !codes.insert(&choice.code) {
                        flaws.add(format!("choices/{place}/code"), Flaw::Taken);
                    }
                }
            }
            Kind::Number { min, max } => {
                let most = Kind::NUMBER_MAX;
                for (name, bound) in [("min", min), ("max", max)] {
                    if !(-most..=most).contains(bound) {
                        flaws.add(name, Flaw::NotWithin { min: -most, max: most });
                    }
                }
                if min > max {
                    flaws.add("max", Flaw::NotWithin { min: *min, max: most });
                }
            }
            _ => {}
        }
        match (self.prefill, self.kind.code()) {
            (None, _) | (Some(Prefill::Name), KindCode::Line) | (Some(Prefill::Phone), KindCode::Phone) => {}
            (Some(_), _) => flaws.add("prefill", Flaw::NoSuchChoice),
        }
        if let Some(condition) = &self.shown_if {
            condition.check(before, flaws);
        }
    }
}

impl Condition {
    fn check(&self, before: &[Field], flaws: &mut Flaws) {
        let earlier = before.iter().find(|field| field.key == self.field);
        let knows = |code: &str| match earlier.map(|field| &field.kind) {
            Some(Kind::Choice { choices }) => Some(choices.iter().any(|choice| choice.code.as_str() == code)),
            Some(Kind::Check) => Some(matches!(code, YES | NO)),
            _ => None,
        };
        if knows("").is_none() {
            flaws.add("shown_if/field", Flaw::NotBefore);
        }
        if self.values.is_empty() {
            flaws.add("shown_if/values", Flaw::Required);
        } else if self.values.iter().any(|value| knows(value.as_str()) == Some(false)) {
            flaws.add("shown_if/values", Flaw::NoSuchChoice);
        }
    }
}

fn check_max(max: u16, most: u16, flaws: &mut Flaws) {
    if max == 0 || max > most {
        flaws.add("max", Flaw::NotANumber { max: most.into() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::tests::form;
    use super::*;

    fn wrong(change: impl FnOnce(&mut Form)) -> Vec<(String, Flaw)> {
        let mut form = form();
        change(&mut form);
        let mut flaws = Flaws::default();
        form.check(&mut flaws);
        flaws.iter().map(|(field, flaw)| (field.to_owned(), flaw.clone())).collect()
    }

    fn at(field: &str, flaw: Flaw) -> Vec<(String, Flaw)> {
        vec![(field.to_owned(), flaw)]
    }

    fn condition(field: &str, value: &str) -> Condition {
        Condition { field: field.parse().unwrap(), values: vec![value.parse().unwrap()] }
    }

    #[test]
    fn a_key_stands_once() {
        let twice = wrong(|form| form.fields[5].key = form.fields[0].key.clone());
        assert_eq!(twice, at("fields/5/key", Flaw::Taken));
    }

    #[test]
    fn a_condition_is_on_an_earlier_choice_or_box() {
        for later in ["affected", "nature", "machine", "nothing"] {
            let found = wrong(|form| form.fields[1].shown_if = Some(condition(later, "domain")));
            assert_eq!(found[0], at("fields/1/shown_if/field", Flaw::NotBefore)[0], "{later}");
        }
        let found = wrong(|form| form.fields[2].shown_if = Some(condition("nature", "maybe")));
        assert_eq!(found, at("fields/2/shown_if/values", Flaw::NoSuchChoice));
        let found = wrong(|form| form.fields[4].shown_if = Some(condition("again", "maybe")));
        assert_eq!(found, at("fields/4/shown_if/values", Flaw::NoSuchChoice));
        assert_eq!(wrong(|form| form.fields[4].shown_if = Some(condition("again", "no"))), []);
    }

    #[test]
    fn bounds_leave_something_between_them() {
        let found = wrong(|form| form.fields[5].kind = Kind::Number { min: 3, max: 2 });
        assert_eq!(found, at("fields/5/max", Flaw::NotWithin { min: 3, max: Kind::NUMBER_MAX }));
        let found = wrong(|form| form.fields[0].kind = Kind::Line { max: 201 });
        assert_eq!(found, at("fields/0/max", Flaw::NotANumber { max: 200 }));
        let found = wrong(|form| form.fields[0].kind = Kind::Choice { choices: Vec::new() });
        assert_eq!(found, at("fields/0/choices", Flaw::Required));
    }

    #[test]
    fn a_telephone_number_is_filled_in_where_one_belongs() {
        let found = wrong(|form| form.fields[0].prefill = Some(Prefill::Phone));
        assert_eq!(found, at("fields/0/prefill", Flaw::NoSuchChoice));
    }

    #[test]
    fn there_is_an_end_to_a_form() {
        let long = wrong(|form| {
            let field = Field { shown_if: None, ..form.fields[0].clone() };
            form.fields = (0..=MAX_FIELDS)
                .map(|n| Field { key: format!("f{n}").parse().unwrap(), ..field.clone() })
                .collect();
        });
        assert_eq!(long, at("fields", Flaw::TooMany { max: MAX_FIELDS }));
    }
}
