//! What somebody has begun to write and not sent yet.

use caseport_domain::actor::Actor;
use caseport_domain::case::Case;
use caseport_domain::draft::{self, Draft, Field, Place, Writing};
use caseport_domain::id::{CaseNumber, CompanyId, UploadId};
use caseport_domain::input::Flaws;
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Attached, Chrome};

/// How many characters of what was begun the list shows.
const EXCERPT: usize = 160;

/// The fields of a draft, read as its form is; nothing of it, if they cannot be.
pub(crate) fn typed<T: DeserializeOwned + Default>(draft: &Draft) -> T {
    let pairs: Vec<(&str, &str)> = draft.fields.iter().map(|field| (&*field.name, &*field.value)).collect();
    let form = serde_html_form::to_string(&pairs).ok();
    form.and_then(|form| serde_html_form::from_str(&form).ok()).unwrap_or_default()
}

/// What a form says of the draft it is filled in from, or of drafts if there is none.
pub(crate) fn said(draft: Option<&Draft>, chrome: &Chrome<'_>) -> String {
    match draft {
        Some(draft) => {
            let (moment, day) = (chrome.moment(&draft.saved_at), chrome.day_of(&draft.expires_at()));
            chrome.tr().t_with("draft-begun", &[("moment", moment.into()), ("day", day.into())])
        }
        None => chrome.tr().t_with("draft-kept-for", &[("days", draft::DAYS.into())]),
    }
}

/// What somebody has begun to write: a line for each.
#[derive(Clone, Debug, Serialize)]
pub struct DraftList {
    /// The lines, the last saved first.
    pub drafts: Vec<DraftLine>,
    /// How many there may be.
    pub most: usize,
    /// For how many days each is kept after it was saved.
    pub days: i64,
}

/// A draft as the list shows it.
#[derive(Clone, Debug, Serialize)]
pub struct DraftLine {
    /// What it is of.
    pub place: Place,
    /// Where its form is.
    pub address: String,
    /// The case it is written to.
    pub number: Option<CaseNumber>,
    /// The title of that case, or of the new one; empty if it has none yet.
    pub title: String,
    /// How what was written begins.
    pub excerpt: String,
    /// What its files are called, as far as they were looked for and can still be sent.
    pub files: Vec<String>,
    /// Which saving it is.
    pub version: u64,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// When it is forgotten.
    pub expires_at: Timestamp,
}

impl DraftLine {
    fn of(draft: &Draft, cases: &[Case], attached: &Attached) -> Self {
        let name = |id: &UploadId| {
            let file = attached.found.iter().find(|file| file.id == *id);
            file.map(|file| file.name.as_str().to_owned())
        };
        let number = draft.place.case();
        let case = cases.iter().find(|case| Some(case.number) == number);
        Self {
            place: draft.place,
            address: draft.place.address(),
            number,
            title: case.map_or_else(|| draft.get("title").to_owned(), |case| case.title.to_string()),
            excerpt: excerpt(text(draft)),
            files: draft.files().iter().filter_map(name).collect(),
            version: draft.version,
            saved_at: draft.saved_at,
            expires_at: draft.expires_at(),
        }
    }

    /// What its files are called, on one line.
    pub(crate) fn named(&self) -> String {
        self.files.join(", ")
    }

    /// What it is to be, of what is written to a case.
    pub(crate) const fn writing(&self) -> Option<Writing> {
        match self.place {
            Place::New => None,
            Place::Case(writing, _) => Some(writing),
        }
    }

    /// By what this browser knows the form, which the script forgets with the draft.
    pub(crate) fn form(&self, chrome: &Chrome<'_>) -> String {
        match self.place {
            Place::New => {
                let company = chrome.who.and_then(Actor::company).map_or("", CompanyId::as_str);
                format!("/cases/new new-{company}")
            }
            Place::Case(writing, number) => format!("/cases/{number} {}", writing.code()),
        }
    }
}

/// What was written, of all that was typed.
pub(crate) fn text(draft: &Draft) -> &str {
    match draft.place {
        Place::New => draft.get("description"),
        Place::Case(Writing::Refusal | Writing::Closing | Writing::Priority | Writing::Reopening, _) => {
            draft.get("reason")
        }
        Place::Case(..) => draft.get("text"),
    }
}

/// The beginning of a text, on one line.
pub(crate) fn excerpt(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

impl DraftList {
    /// The list of these drafts, of which these are the cases and the files.
    #[must_use]
    pub fn new(drafts: &[Draft], cases: &[Case], attached: &Attached) -> Self {
        let drafts = drafts.iter().map(|draft| DraftLine::of(draft, cases, attached)).collect();
        Self { drafts, most: draft::MOST, days: draft::DAYS }
    }
}

crate::page!(DraftList, "drafts/list.html");

/// A draft by itself: the JSON at its address. A browser is led to its form.
#[derive(Clone, Debug, Serialize)]
pub struct DraftView {
    /// The draft.
    #[serde(flatten)]
    pub draft: Draft,
    /// When it is forgotten.
    pub expires_at: Timestamp,
}

impl DraftView {
    /// The view of this draft.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        Self { expires_at: draft.expires_at(), draft }
    }
}

/// A draft that was not saved, with all that was typed: there is a later one, the one it was made from is gone, or
/// something is wrong with it. It posts the same fields to `/drafts/{place}` again.
#[derive(Clone, Debug, Serialize)]
pub struct DraftUnsaved {
    /// What it is of.
    pub place: Place,
    /// What was typed.
    pub fields: Vec<Field>,
    /// The draft that was saved elsewhere since.
    pub newer: Option<Draft>,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl DraftUnsaved {
    /// The page for these fields, of which this is saved.
    #[must_use]
    pub fn new(place: Place, fields: Vec<Field>, newer: Option<Draft>) -> Self {
        Self { place, fields, newer, flaws: Flaws::default() }
    }

    /// The page for fields with flaws.
    #[must_use]
    pub fn flawed(self, flaws: Flaws) -> Self {
        Self { flaws, ..self }
    }

    /// The version that what was typed takes the place of.
    pub(crate) fn version(&self) -> u64 {
        self.newer.as_ref().map_or(0, |newer| newer.version)
    }

    /// What people typed of these fields, for them to recognize: not the choices, which are codes.
    pub(crate) fn texts(fields: &[Field]) -> impl Iterator<Item = (&str, &str)> {
        const TEXTS: [&str; 6] = ["title", "reference", "description", "observers", "text", "reason"];
        let pairs = fields.iter().map(|field| (field.name.as_str(), field.value.as_str()));
        pairs.filter(|(name, value)| TEXTS.contains(name) && !value.trim().is_empty())
    }

    /// What was typed here.
    pub(crate) fn here(&self) -> impl Iterator<Item = (&str, &str)> {
        Self::texts(&self.fields)
    }

    /// What was typed elsewhere.
    pub(crate) fn there(&self) -> impl Iterator<Item = (&str, &str)> {
        Self::texts(self.newer.as_ref().map(|newer| newer.fields.as_slice()).unwrap_or_default())
    }
}

crate::page!(DraftUnsaved, "drafts/unsaved.html");

#[cfg(test)]
mod tests {
    use caseport_domain::records::Typed;

    use super::*;
    use crate::{CaseValues, OpenValues};

    fn draft(place: &str, typed: &Typed) -> Draft {
        let place = place.parse().expect("it is a place");
        let mut flaws = Flaws::default();
        let fields = draft::fields(place, typed, &mut flaws);
        assert!(flaws.is_empty());
        Draft::new(place, fields, 0, "2026-11-22T10:00:00Z".parse().expect("it is an instant"))
    }

    #[test]
    fn a_form_is_filled_in_as_it_was_left() {
        let left = Typed::default()
            .with("title", "No calls & \u{e9}=%")
            .with("description", "One\n\n  two")
            .with("answers/since/how", "unknown")
            .with_list("attachments", ["u1", "u2"].map(String::from));
        let draft_of_new = draft("new", &left);
        let values = OpenValues::begun(&draft_of_new);
        assert_eq!((&*values.title, &*values.description), ("No calls & \u{e9}=%", "One\n\n  two"));
        assert_eq!(values.attachments, ["u1", "u2"]);
        assert_eq!(values.answers.get("since/how"), "unknown");
        assert_eq!(values.draft, draft_of_new.version.to_string());

        let left =
            Typed::default().with("text", "Still so").with("audience", "journal").with("attachments", "u1");
        let values: CaseValues = typed(&draft("note-7", &left));
        assert_eq!(
            (&*values.text, &*values.audience, &*values.attachments),
            ("Still so", "journal", &["u1".to_owned()][..])
        );
    }

    #[test]
    fn an_excerpt_ends_where_there_is_room_no_more() {
        assert_eq!(excerpt(" One\n two "), "One two");
        assert_eq!(excerpt(&"\u{e9}".repeat(200)).chars().count(), EXCERPT + 1);
    }
}
