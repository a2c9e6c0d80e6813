//! What somebody has begun to write and not sent yet.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::attachment::MAX_PER_MESSAGE;
use crate::id::{CaseNumber, NotAnId, UploadId};
use crate::input::{Flaw, Flaws};
use crate::policy::Action;
use crate::records::Typed;

/// For how many days a draft is kept after it was last saved.
pub const DAYS: i64 = 30;
/// How many drafts somebody may have in a company.
pub const MOST: usize = 50;
/// How many bytes all names and values of a draft may have together.
pub const MAX_BYTES: usize = 100_000;

/// The fields of the form to open a case with, as one fills it in.
pub const OPENING: [&str; 11] = [
    "product",
    "case_type",
    "impact",
    "urgency",
    "title",
    "reference",
    "description",
    "observers",
    "attachments",
    "answers",
    "form",
];
/// What a form says beside what is typed: the version it was made from, for which company, what its button does, and which
/// solution is answered.
const BESIDE: [&str; 4] = ["draft", "company", "decision", "solution"];
/// What the names of the answers to questions begin with.
const ANSWERS: &str = "answers/";
/// The field that names the files.
const ATTACHMENTS: &str = "attachments";
/// Of how many characters a file's identifier is, as it is given.
const FILE_ID: usize = 20;

/// What is written to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Writing {
    /// The customer's addition or answer.
    Reply,
    /// An engineer's message to the customer.
    Message,
    /// An engineer's note.
    Note,
    /// The solution that an engineer proposes.
    Solution,
    /// How the customer can go on until there is one.
    Workaround,
    /// What the customer is told of an escalation, or of its end.
    Escalation,
    /// Why the customer refuses a solution.
    Refusal,
    /// Why somebody closes the case.
    Closing,
    /// What the customer is told when an engineer goes on with a case that waits.
    Resumption,
    /// Why an engineer gives the case another priority.
    Priority,
    /// Why an engineer reopens the case.
    Reopening,
}

impl Writing {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Reply,
        Self::Message,
        Self::Note,
        Self::Solution,
        Self::Workaround,
        Self::Escalation,
        Self::Refusal,
        Self::Closing,
        Self::Resumption,
        Self::Priority,
        Self::Reopening,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Message => "message",
            Self::Note => "note",
            Self::Solution => "solution",
            Self::Workaround => "workaround",
            Self::Escalation => "escalation",
            Self::Refusal => "refusal",
            Self::Closing => "closing",
            Self::Resumption => "resumption",
            Self::Priority => "priority",
            Self::Reopening => "reopening",
        }
    }

    /// What the policy is asked.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Reply => Action::Reply,
            Self::Message => Action::Message,
            Self::Note => Action::Note,
            Self::Solution => Action::Propose,
            Self::Workaround => Action::WorkAround,
            Self::Escalation => Action::Escalate,
            Self::Refusal => Action::Decide,
            Self::Closing => Action::Close,
            Self::Resumption => Action::Resume,
            Self::Priority => Action::Prioritize,
            Self::Reopening => Action::Reopen,
        }
    }

    /// What is written by an action, if it is something that drafts are kept of.
    #[must_use]
    pub fn by(action: Action) -> Option<Self> {
        Self::ALL.into_iter().find(|writing| writing.action() == action)
    }

    /// What has this code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|writing| writing.code() == code)
    }

    /// The fields of its form.
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Reply | Self::Solution | Self::Workaround => &["text", "attachments"],
            Self::Escalation => &["text", "step", "attachments"],
            Self::Message => &["text", "kind", "attachments"],
            Self::Note => &["text", "audience", "attachments"],
            Self::Refusal => &["reason"],
            Self::Closing | Self::Reopening => &["reason", "listed"],
            Self::Resumption => &["text"],
            Self::Priority => &["priority", "reason"],
        }
    }
}

/// What a draft is of. Somebody has one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Place {
    /// A new case: `new`.
    New,
    /// Something written to a case: `reply-20601`.
    Case(Writing, CaseNumber),
}

impl Place {
    /// What this actor may have drafts of in a case, by who they are.
    #[must_use]
    pub fn of_case(actor: &Actor, number: CaseNumber) -> Vec<Self> {
        let writings: &[Writing] = match actor {
            Actor::Contact(_) => &[Writing::Reply, Writing::Refusal, Writing::Closing],
            Actor::Engineer(_) => &[
                Writing::Message,
                Writing::Note,
                Writing::Solution,
                Writing::Workaround,
                Writing::Escalation,
                Writing::Closing,
                Writing::Resumption,
                Writing::Priority,
                Writing::Reopening,
            ],
        };
        writings.iter().map(|writing| Self::Case(*writing, number)).collect()
    }

    /// The case that it is written to.
    #[must_use]
    pub const fn case(self) -> Option<CaseNumber> {
        match self {
            Self::New => None,
            Self::Case(_, number) => Some(number),
        }
    }

    /// Where its form is, open.
    #[must_use]
    pub fn address(self) -> String {
        match self {
            Self::New => "/cases/new".to_owned(),
            Self::Case(Writing::Note, number) => format!("/cases/{number}?tab=journal&write=note"),
            Self::Case(
                writing @ (Writing::Message | Writing::Solution | Writing::Workaround | Writing::Escalation),
                number,
            ) => format!("/cases/{number}?write={}", writing.code()),
            Self::Case(_, number) => format!("/cases/{number}"),
        }
    }

    fn has(self, field: &str) -> bool {
        match self {
            Self::New => (OPENING.contains(&field) && field != "answers") || field.starts_with(ANSWERS),
            Self::Case(writing, _) => writing.fields().contains(&field),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => f.write_str("new"),
            Self::Case(writing, number) => write!(f, "{}-{number}", writing.code()),
        }
    }
}

impl FromStr for Place {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "new" {
            return Ok(Self::New);
        }
        let (code, number) = text.split_once('-').ok_or(NotAnId)?;
        let writing = Writing::of(code).ok_or(NotAnId)?;
        Ok(Self::Case(writing, number.parse()?))
    }
}

impl TryFrom<String> for Place {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.to_string()
    }
}

/// A field as it was typed. One that is a list is there once for each of its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name, as the form sends it.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What somebody has begun to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is of.
    pub place: Place,
    /// Which saving it is: a later one has a larger number, also when the draft was gone in between.
    pub version: u64,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// What was typed.
    pub fields: Vec<Field>,
}

impl Draft {
    /// The draft of these fields, saved now in the place of this version, or of none with 0.
    #[must_use]
    pub fn new(place: Place, fields: Vec<Field>, before: u64, now: Timestamp) -> Self {
        let instant = u64::try_from(now.as_millisecond()).unwrap_or_default();
        Self { place, version: instant.max(before.saturating_add(1)), saved_at: now, fields }
    }

    /// When it is forgotten.
    #[must_use]
    pub fn expires_at(&self) -> Timestamp {
        self.saved_at + SignedDuration::from_hours(DAYS * 24)
    }

    /// Whether it is kept still.
    #[must_use]
    pub fn is_kept(&self, now: Timestamp) -> bool {
        now < self.expires_at()
    }

    /// The first value of a field, empty if it is not there.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|field| field.name == name).map_or("", |field| &field.value)
    }

    /// The files that it names, as many as can be sent. Which questions ask for files is not a draft's to know: of an answer, what
    /// looks like a file's identifier counts as one.
    #[must_use]
    pub fn files(&self) -> Vec<UploadId> {
        let names_one = |field: &&Field| {
            let is_answer = field.name.starts_with(ANSWERS) && field.value.len() == FILE_ID;
            field.name == ATTACHMENTS || is_answer
        };
        let named = self.fields.iter().filter(names_one);
        named.filter_map(|field| field.value.parse().ok()).take(MAX_PER_MESSAGE).collect()
    }
}

/// The fields of what is typed that a draft of this place keeps. Notes each that is none of a draft's (attack class X6), and if
/// there is too much.
#[must_use]
pub fn fields(place: Place, typed: &Typed, flaws: &mut Flaws) -> Vec<Field> {
    let mut fields = Vec::new();
    for (name, value) in typed.pairs() {
        if BESIDE.contains(&name) {
            continue;
        }
        if place.has(name) {
            fields.push(Field { name: name.to_owned(), value: value.to_owned() });
        } else {
            flaws.add(name, Flaw::NoSuchField { accepted: accepted() });
        }
    }
    if fields.iter().map(|field| field.name.len() + field.value.len()).sum::<usize>() > MAX_BYTES {
        flaws.add("draft", Flaw::TooLong { max: MAX_BYTES });
    }
    fields
}

/// The names of all fields that a draft can have, with what its form says beside them.
fn accepted() -> Vec<String> {
    let written = Writing::ALL.into_iter().flat_map(Writing::fields);
    let mut names: Vec<String> =
        OPENING.iter().chain(&BESIDE).chain(written).map(|&name| name.to_owned()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_in_one_way() {
        assert_eq!("new".parse::<Place>().unwrap().to_string(), "new");
        for writing in Writing::ALL {
            let text = format!("{}-20601", writing.code());
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
        for text in
            ["", "New", "reply", "reply-", "reply-01", "reply-+1", "20601-reply", "reply-1-2", "plan-1"]
        {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_version_is_never_given_again() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let first = Draft::new(Place::New, Vec::new(), 0, now);
        let second = Draft::new(Place::New, Vec::new(), first.version, now);
        assert!(second.version > first.version);
        let anew = Draft::new(Place::New, Vec::new(), 0, now + SignedDuration::from_secs(1));
        assert!(anew.version > second.version, "after it was discarded");
        assert!(first.is_kept(now) && !first.is_kept(first.expires_at()));
    }

    #[test]
    fn a_draft_names_the_files_that_are_attached_and_answered() {
        let typed = Typed::default()
            .with("title", "0123456789abcdefghjk")
            .with("answers/log", "1123456789abcdefghjk")
            .with("answers/since/how", "unknown")
            .with_list("attachments", ["2123456789abcdefghjk", "no file", "u1"].map(String::from));
        let named = |typed: &Typed| {
            let kept = fields(Place::New, typed, &mut Flaws::default());
            Draft::new(Place::New, kept, 0, Timestamp::UNIX_EPOCH).files()
        };
        let files = named(&typed);
        let files: Vec<&str> = files.iter().map(UploadId::as_str).collect();
        assert_eq!(files, ["1123456789abcdefghjk", "2123456789abcdefghjk", "u1"]);
        let many = typed.with_list("attachments", (0..50).map(|number| format!("u{number}")));
        assert_eq!(named(&many).len(), MAX_PER_MESSAGE);
    }

    /// X6
    #[test]
    fn x6_a_draft_keeps_the_fields_of_its_form_and_no_others() {
        let typed = Typed::default()
            .with("text", " Still\nso ")
            .with_list("attachments", ["u1", "u2"].map(String::from));
        let typed = typed.with("draft", "7").with("title", "a");
        let mut flaws = Flaws::default();
        let kept = fields("reply-1".parse().unwrap(), &typed, &mut flaws);
        let names: Vec<_> = kept.iter().map(|field| (&*field.name, &*field.value)).collect();
        assert_eq!(names, [("attachments", "u1"), ("attachments", "u2"), ("text", " Still\nso ")]);
        let wrong: Vec<_> = flaws.iter().map(|(field, flaw)| (field, flaw.code())).collect();
        assert_eq!(wrong, [("title", "no-such-field")]);

        let mut flaws = Flaws::default();
        let typed = Typed::default().with("reason", "Still so").with("decision", "refuse").with("text", "a");
        let typed = typed.with("solution", "2026-11-22T10:00:00Z");
        let kept = fields("refusal-1".parse().unwrap(), &typed, &mut flaws);
        assert_eq!(kept.iter().map(|field| &*field.name).collect::<Vec<_>>(), ["reason"]);
        assert_eq!(flaws.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["text"]);

        let mut flaws = Flaws::default();
        let typed =
            Typed::default().with("reason", "Replaced").with("listed", "solved").with("decision", "a");
        let kept = fields("closing-1".parse().unwrap(), &typed, &mut flaws);
        assert_eq!(kept.iter().map(|field| &*field.name).collect::<Vec<_>>(), ["listed", "reason"]);
        assert!(flaws.is_empty());

        let mut flaws = Flaws::default();
        let typed = Typed::default().with("priority", "high").with("reason", "It waits").with("listed", "a");
        let kept = fields("priority-1".parse().unwrap(), &typed, &mut flaws);
        assert_eq!(kept.iter().map(|field| &*field.name).collect::<Vec<_>>(), ["priority", "reason"]);
        assert_eq!(flaws.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["listed"]);

        // The same form begins an escalation and ends it: which of them was meant is kept.
        let mut flaws = Flaws::default();
        let typed = Typed::default().with("text", "It is over.").with("step", "end");
        let kept = fields("escalation-1".parse().unwrap(), &typed, &mut flaws);
        assert_eq!(Draft::new(Place::New, kept, 0, Timestamp::UNIX_EPOCH).get("step"), "end");
        assert!(flaws.is_empty());

        let mut flaws = Flaws::default();
        let typed =
            Typed::default().with("answers/since/how", "unknown").with("title", "x".repeat(MAX_BYTES));
        assert_eq!(fields(Place::New, &typed, &mut flaws).len(), 2);
        assert_eq!(flaws.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["draft"]);
    }
}
