//! The reasons that administrators list, for closing a case and for reopening one.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::form::{Chosen, FieldKey, Label, Texts, YES};
use crate::input::{Flaw, Flaws};
use crate::records::Typed;

/// What a reason is given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Closing a case.
    Close,
    /// Reopening one.
    Reopen,
}

/// A reason to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedReason {
    /// What it is called in JSON.
    pub code: FieldKey,
    /// What it says.
    pub label: Texts<Label>,
    /// Whether a case is closed for it.
    #[serde(default)]
    pub closes: bool,
    /// Whether a case is reopened for it.
    #[serde(default)]
    pub reopens: bool,
}

/// The reasons to choose from, in the order they are offered in. A case that was closed for one keeps what it said, whatever
/// becomes of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reasons(pub Vec<ListedReason>);

impl ListedReason {
    /// Whether it is one for this.
    #[must_use]
    pub const fn fits(&self, occasion: Occasion) -> bool {
        match occasion {
            Occasion::Close => self.closes,
            Occasion::Reopen => self.reopens,
        }
    }
}

impl Reasons {
    /// How many there may be.
    pub const MOST: usize = 40;

    /// The one of this code, as it is chosen for this.
    ///
    /// # Errors
    /// [`Flaw::NoSuchChoice`].
    pub fn choose(&self, occasion: Occasion, code: &str) -> Result<Chosen, Flaw> {
        let found = self.0.iter().find(|reason| reason.fits(occasion) && reason.code.as_str() == code);
        let reason = found.ok_or(Flaw::NoSuchChoice)?;
        Ok(Chosen { code: reason.code.clone(), label: reason.label.clone() })
    }

    /// The list as it is typed, by path (`reasons/0/label/en`); nothing if a field has a flaw. A reason of which nothing is
    /// typed is none.
    pub fn read(typed: &Typed, flaws: &mut Flaws) -> Option<Self> {
        let mut reasons = Self::default();
        for place in places(typed, flaws) {
            let at = |part: &str| format!("reasons/{place}/{part}");
            let get = |part: &str| typed.get(&at(part));
            if ["code", "label/en", "label/nl", "label/fr"].into_iter().all(|part| get(part).is_empty()) {
                continue;
            }
            let code = flaws.required::<FieldKey>(&at("code"), get("code"));
            if code.as_ref().is_some_and(|code| reasons.0.iter().any(|other| other.code == *code)) {
                flaws.add(at("code"), Flaw::Taken);
            }
            let mut label = |part: &str| flaws.required::<Label>(&at(part), get(part));
            let (en, nl, fr) = (label("label/en"), label("label/nl"), label("label/fr"));
            let (closes, reopens) = (get("closes") == YES, get("reopens") == YES);
            if !closes && !reopens {
                flaws.add(at("closes"), Flaw::Required);
            }
            if let (Some(code), Some(en), Some(nl), Some(fr)) = (code, en, nl, fr) {
                reasons.0.push(ListedReason { code, label: Texts { en, nl, fr }, closes, reopens });
            }
        }
        flaws.is_empty().then_some(reasons)
    }

    /// As it would be typed.
    #[must_use]
    pub fn typed(&self) -> Typed {
        let mut typed = Typed::default();
        for (place, reason) in self.0.iter().enumerate() {
            let at = |part: &str| format!("reasons/{place}/{part}");
            typed = typed.with(&at("code"), reason.code.as_str());
            let Texts { en, nl, fr } = &reason.label;
            for (part, text) in [("label/en", en), ("label/nl", nl), ("label/fr", fr)] {
                typed = typed.with(&at(part), text.as_str());
            }
            for (part, does) in [("closes", reason.closes), ("reopens", reason.reopens)] {
                if does {
                    typed = typed.with(&at(part), YES);
                }
            }
        }
        typed
    }

    /// What the audit trail says of the reason of this code; empty if there is none.
    #[must_use]
    pub fn said(&self, code: &FieldKey) -> String {
        let Some(reason) = self.0.iter().find(|reason| reason.code == *code) else { return String::new() };
        let Texts { en, nl, fr } = &reason.label;
        let occasions = [("close", reason.closes), ("reopen", reason.reopens)];
        let occasions: Vec<&str> =
            occasions.into_iter().filter(|(_, does)| *does).map(|(name, _)| name).collect();
        format!("{en} / {nl} / {fr} ({})", occasions.join(", "))
    }
}

/// Where reasons are typed. Notes each field that is none of theirs.
fn places(typed: &Typed, flaws: &mut Flaws) -> BTreeSet<usize> {
    let mut places = BTreeSet::new();
    for name in typed.names() {
        let path: Vec<&str> = name.split('/').collect();
        let place = match path.as_slice() {
            ["reasons", place, "code" | "closes" | "reopens"]
            | ["reasons", place, "label", "en" | "nl" | "fr"] => place.parse::<usize>().ok(),
            _ => None,
        };
        match place {
            Some(place) if place < Reasons::MOST => {
                places.insert(place);
            }
            Some(_) if flaws.of("reasons").is_some() => {}
            Some(_) => flaws.add("reasons", Flaw::TooMany { max: Reasons::MOST }),
            None => {
                let accepted = vec!["reasons".to_owned(), "version".to_owned()];
                flaws.add(name, Flaw::NoSuchField { accepted });
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        let label = |typed: Typed, place: u8, text: &str| {
            ["en", "nl", "fr"]
                .into_iter()
                .fold(typed, |typed, language| typed.with(&format!("reasons/{place}/label/{language}"), text))
        };
        let typed = label(Typed::default(), 0, "Duplicate").with("reasons/0/code", "duplicate");
        let typed = typed.with("reasons/0/closes", YES).with("reasons/1/code", "");
        label(typed, 2, "It came back").with("reasons/2/code", "back").with("reasons/2/reopens", YES)
    }

    /// A7
    #[test]
    fn a7_a_list_is_read_as_it_is_typed() {
        let mut flaws = Flaws::default();
        let reasons = Reasons::read(&typed(), &mut flaws).expect("it holds together");
        assert_eq!(reasons.0.len(), 2, "a line of nothing is none");
        assert_eq!(Reasons::read(&reasons.typed(), &mut flaws), Some(reasons.clone()));
        assert_eq!(
            reasons.choose(Occasion::Close, "duplicate").map(|c| c.code.to_string()),
            Ok("duplicate".into())
        );
        assert_eq!(
            reasons.choose(Occasion::Close, "back"),
            Err(Flaw::NoSuchChoice),
            "it is none to close for"
        );
        assert_eq!(reasons.said(&reasons.0[1].code), "It came back / It came back / It came back (reopen)");
    }

    #[test]
    fn what_is_wrong_is_told_beside_its_field() {
        let wrong = typed().with("reasons/2/code", "duplicate").without("reasons/2/label/fr");
        let wrong =
            wrong.without("reasons/0/closes").with("reasons/40/code", "x").with("reasons/0/colour", "red");
        let mut flaws = Flaws::default();
        assert_eq!(Reasons::read(&wrong, &mut flaws), None);
        let told: Vec<(&str, &str)> = flaws.iter().map(|(field, flaw)| (field, flaw.code())).collect();
        let expected = [
            ("reasons/0/colour", "no-such-field"),
            ("reasons", "too-many"),
            ("reasons/0/closes", "required"),
            ("reasons/2/code", "taken"),
            ("reasons/2/label/fr", "required"),
        ];
        assert_eq!(told, expected);
    }
}
