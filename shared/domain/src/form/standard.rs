//! The questions that cases are opened with whatever their form asks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Chosen, FieldKey, Form, Help, Label, Texts, Value};
use crate::case::{CaseType, Impact, Urgency};
use crate::input::{Flaw, Flaws};

/// A question that cases are opened with whatever their form asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standard {
    /// What it is about.
    Product,
    /// How many it touches.
    Impact,
    /// How soon it must be dealt with.
    Urgency,
    /// Its title.
    Title,
    /// What is the matter.
    Description,
    /// The customer's own reference.
    Reference,
}

/// How a form asks a standard question: as the portal does, but for what is said here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Whether it leaves it out.
    #[serde(default)]
    pub left_out: bool,
    /// What it calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Texts<Label>>,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Texts<Help>>,
    /// What it calls the choices, by their codes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub choices: BTreeMap<FieldKey, Texts<Label>>,
}

impl Standard {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Product, Self::Impact, Self::Urgency, Self::Title, Self::Description, Self::Reference];

    /// Those that a form can ask in its own way: it is chosen by the product, which is asked before.
    pub const OWN: [Self; 5] = [Self::Impact, Self::Urgency, Self::Title, Self::Description, Self::Reference];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Impact => "impact",
            Self::Urgency => "urgency",
            Self::Title => "title",
            Self::Description => "description",
            Self::Reference => "reference",
        }
    }

    /// The codes of its choices, if it has any.
    #[must_use]
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            Self::Impact => Impact::ALL.map(Impact::code).to_vec(),
            Self::Urgency => Urgency::ALL.map(Urgency::code).to_vec(),
            Self::Product | Self::Title | Self::Description | Self::Reference => Vec::new(),
        }
    }

    /// Whether it is a question to cases of this type. An admin case is about what the vendor keeps of the customer (G19):
    /// about no product, and nobody's work depends on it.
    #[must_use]
    pub const fn fits(self, case_type: CaseType) -> bool {
        !matches!((self, case_type), (Self::Product | Self::Impact | Self::Urgency, CaseType::Admin))
    }

    /// Whether a form can leave it out: without a title, a case is called by the first line of its description.
    #[must_use]
    pub const fn can_be_left_out(self) -> bool {
        matches!(self, Self::Impact | Self::Urgency | Self::Title | Self::Reference)
    }
}

impl Asked {
    /// What it calls the choice of this code, if not what the portal does.
    #[must_use]
    pub fn choice(&self, code: &str) -> Option<&Texts<Label>> {
        self.choices.iter().find(|(key, _)| key.as_str() == code).map(|(_, label)| label)
    }

    /// Notes what it says that no form can say of this question.
    pub(super) fn check(&self, question: Standard, flaws: &mut Flaws) {
        if self.left_out && !question.can_be_left_out() {
            flaws.add("left_out", Flaw::NoSuchChoice);
        }
        let known = question.choices();
        for code in self.choices.keys().filter(|code| !known.contains(&code.as_str())) {
            flaws.add(format!("choices/{code}"), Flaw::NoSuchChoice);
        }
    }
}

impl Form {
    /// Whether cases that it applies to are asked this.
    #[must_use]
    pub fn asks(&self, question: Standard) -> bool {
        let fits = |of: &CaseType| question.fits(*of);
        let left_out = self.standard.get(&question).is_some_and(|asked| asked.left_out);
        !left_out && (self.case_types.is_empty() || self.case_types.iter().any(fits))
    }

    /// What is wrong with the answer to the standard question of this code, by the name that the form gives it.
    #[must_use]
    pub fn told(&self, code: &str, flaw: Flaw) -> Flaw {
        let named = self.standard.iter().find(|(question, _)| question.code() == code);
        match named.and_then(|(_, asked)| asked.label.clone()) {
            Some(label) => Flaw::Of { label: Box::new(label), flaw: Box::new(flaw) },
            None => flaw,
        }
    }

    /// The impact and the urgency as answers, as far as the form asks for them in words of its own: so a case keeps what was
    /// chosen as it was called then.
    #[must_use]
    pub fn worded(&self, impact: Impact, urgency: Urgency) -> Vec<Answer> {
        let answer = |(question, code): (Standard, &str)| {
            let asked = self.standard.get(&question).filter(|asked| !asked.left_out)?;
            let label = asked.choice(code)?.clone();
            let chosen = Chosen { code: code.parse().ok()?, label };
            let key = question.code().parse().ok()?;
            Some(Answer { key, label: asked.label.clone()?, value: Value::Choice(chosen) })
        };
        let both = [(Standard::Impact, impact.code()), (Standard::Urgency, urgency.code())];
        both.into_iter().filter_map(answer).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Prospect;
    use super::super::read::tests::form;
    use super::*;
    use crate::contract::Product;

    fn asked(forms: &[Form], case_type: Option<CaseType>) -> Vec<Standard> {
        let products = [Product { id: "voice".parse().unwrap(), name: "Voice".to_owned() }];
        let prospect = Prospect::new(forms, (&products, &CaseType::ALL), None, case_type);
        Standard::ALL.into_iter().filter(|question| prospect.asks(*question)).collect()
    }

    /// C9–C11, M29: what a form leaves out is not asked where it applies, and is asked as long as another may.
    #[test]
    fn c9_m29_a_form_leaves_out_what_it_does_not_need() {
        use Standard::{Description, Impact, Product, Reference, Urgency};
        let form = form();
        let whole = [Product, Impact, Urgency, Description, Reference];
        assert_eq!(asked(std::slice::from_ref(&form), Some(CaseType::Incident)), whole);
        assert_eq!(asked(std::slice::from_ref(&form), Some(CaseType::Request)), Standard::ALL);
        assert_eq!(asked(std::slice::from_ref(&form), None), Standard::ALL, "it may yet be a request");
        let for_all = Form { case_types: Vec::new(), ..form };
        assert_eq!(asked(std::slice::from_ref(&for_all), None), whole);
        let admin = Form { case_types: vec![CaseType::Admin], ..for_all };
        assert!(!admin.asks(Impact) && admin.asks(Description));
    }

    /// M27: what was chosen in the form's own words is kept in these; what is called as everywhere is not kept twice.
    #[test]
    fn m27_what_was_chosen_is_kept_as_it_was_called() {
        let kept = form().worded(Impact::Person, Urgency::Medium);
        let [answer] = kept.as_slice() else { panic!("{kept:?}") };
        assert_eq!((answer.key.as_str(), answer.label.nl.as_str()), ("urgency", "Kunt u verder?"));
        let Value::Choice(chosen) = &answer.value else { panic!("{answer:?}") };
        assert_eq!((chosen.code.as_str(), chosen.label.nl.as_str()), ("medium", "Een halve dag"));
        assert_eq!(form().worded(Impact::Person, Urgency::Low), [], "that is called as everywhere");
        let mut unasked = form();
        unasked.standard.entry(Standard::Urgency).or_default().left_out = true;
        assert_eq!(unasked.worded(Impact::Person, Urgency::Medium), []);
    }

    /// M31: what is wrong is told by the name that the form gives the question.
    #[test]
    fn m31_what_is_wrong_is_told_by_the_forms_own_name() {
        let told = form().told("urgency", Flaw::Required);
        assert_eq!(told.label().map(|label| label.en.as_str()), Some("Can you go on?"));
        assert_eq!((told.code(), form().told("impact", Flaw::Required)), ("required", Flaw::Required));
    }

    #[test]
    fn what_no_form_can_say_of_a_question_is_told() {
        let mut form = form();
        form.standard.entry(Standard::Description).or_default().left_out = true;
        let urgency = form.standard.entry(Standard::Urgency).or_default();
        let label = urgency.label.clone().unwrap();
        urgency.choices.insert("person".parse().unwrap(), label);
        let mut flaws = Flaws::default();
        form.check(&mut flaws);
        let told: Vec<(&str, &str)> = flaws.iter().map(|(field, flaw)| (field, flaw.code())).collect();
        let expected = ["standard/urgency/choices/person", "standard/description/left_out"];
        assert_eq!(told, expected.map(|field| (field, "no-such-choice")));
    }
}
