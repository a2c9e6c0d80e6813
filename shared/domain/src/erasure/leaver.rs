//! Who is taken out of what is kept, and how they are found in it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{MARK, NOBODY};
use crate::actor::Person;
use crate::audit::Entry;
use crate::id::UserId;
use crate::person::User;
use crate::profile::Profile;

/// The fields of a person's record that name them in a text.
const NAMING: [&str; 3] = ["name", "email", "phone"];

/// The shortest text that is looked for: shorter ones are parts of other words.
const SHORTEST: usize = 5;

/// A person who is taken out of what is kept.
#[derive(Clone, Debug)]
pub struct Leaver<'a> {
    id: &'a UserId,
    words: Vec<String>,
    username: Option<&'a str>,
}

/// What the trail of a person's record says that these fields of it were or became.
fn former<'a>(trail: &'a [Entry], fields: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    let changes = trail.iter().flat_map(|entry| &entry.changes);
    let changes = changes.filter(|change| fields.contains(&change.field.as_str()));
    changes.flat_map(|change| [change.from.clone(), change.to.clone()])
}

impl Person {
    /// Whether this is somebody who was erased: they have no name any more.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.id.as_str() == NOBODY
    }
}

impl<'a> Leaver<'a> {
    /// A person by all that names them in a text: their name, their address, their telephone number, and what their trail
    /// says these were before.
    #[must_use]
    pub fn new(user: &'a User, profile: Option<&Profile>, trail: &[Entry]) -> Self {
        let Person { id, name } = user.actor.person();
        let phone = profile.and_then(|profile| profile.details.phone.as_ref()).map(ToString::to_string);
        let today = [Some(name.clone()), Some(user.email.clone()), phone].into_iter().flatten();
        let mut words: Vec<String> = today.chain(former(trail, &NAMING)).collect();
        words.retain(|word| word.len() >= SHORTEST);
        // A name may be the beginning of another, which goes first then.
        words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        words.dedup();
        Self { id, words, username: None }
    }

    /// The same person with what they sign in with beside their address. It is looked for as a word by itself: many words
    /// have others in them.
    #[must_use]
    pub fn with_username(self, username: Option<&'a str>) -> Self {
        Self { username: username.filter(|name| name.len() >= SHORTEST), ..self }
    }

    /// The value without what tells of the person; nothing if nothing does. Who is called as one of the portal's codes is leaves
    /// these as they are: without them it would not be what it is.
    ///
    /// # Errors
    /// When it is no JSON, or would not be what it is without them.
    pub fn taken_from<T: Serialize + DeserializeOwned>(&self, value: &T) -> serde_json::Result<Option<T>> {
        self.taken(value, true).or_else(|_| self.taken(value, false))
    }

    /// The value without what tells of the person. What could be a code is looked for everywhere, or only in texts of several
    /// words.
    fn taken<T: Serialize + DeserializeOwned>(
        &self,
        value: &T,
        everywhere: bool,
    ) -> serde_json::Result<Option<T>> {
        let mut json = serde_json::to_value(value)?;
        if self.take_from(&mut json, everywhere) { serde_json::from_value(json).map(Some) } else { Ok(None) }
    }

    fn take_from(&self, value: &mut Value, everywhere: bool) -> bool {
        let take_from = |any: bool, value: &mut Value| self.take_from(value, everywhere) | any;
        match value {
            Value::String(text) => self.strike(text, everywhere),
            Value::Array(values) => values.iter_mut().fold(false, take_from),
            Value::Object(fields) if self.is_in(fields) => {
                fields.insert("id".to_owned(), NOBODY.into());
                fields.insert("name".to_owned(), "".into());
                true
            }
            Value::Object(fields) if is_person(fields) => false,
            Value::Object(fields) => fields.values_mut().fold(false, take_from),
            _ => false,
        }
    }

    /// Whether this is the person by identifier and name.
    fn is_in(&self, fields: &Map<String, Value>) -> bool {
        fields.get("id").and_then(Value::as_str) == Some(self.id.as_str()) && fields.contains_key("name")
    }

    fn strike(&self, text: &mut String, everywhere: bool) -> bool {
        let everywhere = everywhere || text.contains(char::is_whitespace);
        let (mut left, mut at, mut found) = (String::with_capacity(text.len()), 0, false);
        while let Some(next) = text[at..].chars().next() {
            if let Some(end) = self.end_of_word(text, at, everywhere) {
                left.push_str(MARK);
                (at, found) = (end, true);
            } else {
                left.push(next);
                at += next.len_utf8();
            }
        }
        if found {
            *text = left;
        }
        found
    }

    /// Where what names them ends, if it begins here in a text.
    fn end_of_word(&self, text: &str, at: usize, everywhere: bool) -> Option<usize> {
        let is_sought = |word: &&str| everywhere || !could_be_code(word);
        let mut words = self.words.iter().map(String::as_str).filter(is_sought);
        let username = self.username.filter(is_sought);
        words.find_map(|word| end_of(word, text, at)).or_else(|| {
            let end = end_of(username?, text, at)?;
            stands_alone(text, at, end).then_some(end)
        })
    }
}

/// Where a word ends that a text has here, in whatever letter case; nothing if it has not.
fn end_of(word: &str, text: &str, at: usize) -> Option<usize> {
    // By way of capitals, so that letters are one that have one of these: ß and ss, σ and ς.
    let folded = |letter: char| letter.to_uppercase().flat_map(char::to_lowercase);
    let mut letters = word.chars().flat_map(folded);
    let mut sought = letters.next();
    for (place, letter) in text[at..].char_indices() {
        if sought.is_none() {
            return Some(at + place);
        }
        for letter in folded(letter) {
            if sought != Some(letter) {
                return None;
            }
            sought = letters.next();
        }
    }
    sought.is_none().then_some(text.len())
}

/// Whether what a text has between these places is neither part of a longer word nor of somebody's address.
fn stands_alone(text: &str, begin: usize, end: usize) -> bool {
    let goes_on = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    !text[..begin].ends_with(goes_on)
        && !text[end..].starts_with(|letter: char| goes_on(letter) || letter == '@')
}

/// Whether a word could be one of the portal's codes or identifiers.
fn could_be_code(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.'))
}

/// Whether this is a person, or something else by identifier and name only: another than the leaver keeps their name,
/// though it may be the same.
fn is_person(fields: &Map<String, Value>) -> bool {
    let is_part = |field: &String| ["kind", "id", "name"].contains(&field.as_str());
    fields.contains_key("id") && fields.contains_key("name") && fields.keys().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Actor, Author, Contact, Level, Scope};
    use crate::case::chain::{Digest, Salt, Sealed};
    use crate::case::{
        Case, CaseType, Command, Details, Event, Happened, Impact, MessageKind, Opening, RuleBook, Urgency,
    };
    use jiff::tz::TimeZone;

    use crate::contract::{Company, Product};
    use crate::form::{Answers, Form};
    use crate::id::CaseNumber;
    use crate::input::Flaws;
    use crate::person::Language;
    use crate::policy;
    use crate::records::Typed;
    use crate::transcript::Transcript;

    fn person(id: &str, name: &str) -> Person {
        Person { id: id.parse().unwrap(), name: name.into() }
    }

    fn user(id: &str, name: &str) -> User {
        let company = "acme".parse().unwrap();
        let person = person(id, name);
        let actor =
            Actor::Contact(Contact { person, company, level: Level::ReadWrite, scope: Scope::Company });
        User { actor, email: format!("{id}@acme.example"), language: Language::En, zone: "UTC".into() }
    }

    fn text<T: TryFrom<String, Error = crate::input::Flaw>>(text: &str) -> T {
        T::try_from(text.to_owned()).unwrap()
    }

    /// Answers that name her in every way there is.
    fn answers() -> Answers {
        let form: Form = serde_json::from_str(include_str!("../form/sample.json")).unwrap();
        let typed = Typed::default().with("account", "Anna Whitfield").with("nature", "other");
        let typed = typed.with("email", "anna@acme.example").with("details", "Ask Anna Whitfield.");
        let mut flaws = Flaws::default();
        let answers = form.read(&typed, &TimeZone::UTC, &mut flaws);
        assert!(flaws.is_empty(), "{flaws:?}");
        answers
    }

    /// A case that Anna opened and Bram answered in, with its events.
    fn story() -> (Case, Vec<Sealed>) {
        let anna = person("anna", "Anna Whitfield");
        let opening = Opening {
            company: Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() },
            reporter: anna.clone(),
            observers: vec![person("bram", "Bram Verhoeven")],
            product: Some(Product { id: "voice".parse().unwrap(), name: "Voice".into() }),
            case_type: CaseType::Incident,
            title: text("No calls for Anna Whitfield"),
            reference: None,
            impact: Impact::Person,
            urgency: Urgency::Low,
            priority: None,
            details: Details::default(),
            answers: Some(answers()),
            description: text("Nobody can call.\nAnna Whitfield, anna@acme.example"),
            attachments: Vec::new(),
        };
        let at: jiff::Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let (by, number) = (Author::Contact(anna), CaseNumber(1));
        let what = Happened::Opened(Box::new(opening.clone()));
        let first = Sealed::seal(number, Digest::ZERO, Salt::new([1; 16]), &Event { seq: 1, at, by, what });
        let mut case = Case::opened(number, opening, at, first.hash);
        let mut events = vec![first];
        for (id, name, words) in
            [("bram", "Bram Verhoeven", "Mine neither."), ("anna", "Anna Whitfield", "It works.")]
        {
            let by = Author::Contact(person(id, name));
            let command =
                Command::Write { kind: MessageKind::Reply, text: text(words), attachments: Vec::new() };
            let (after, sealed) =
                RuleBook::default().step(&case, &by, command, at, Salt::new([2; 16])).unwrap();
            case = after;
            events.push(sealed);
        }
        (case, events)
    }

    /// Somebody else who is called the same is somebody else.
    #[test]
    fn a_namesake_keeps_their_name() {
        let anna = user("anna", "Anna Whitfield");
        let leaver = Leaver::new(&anna, None, &[]);
        let other = Author::Contact(person("anna-2", "Anna Whitfield"));
        let both = vec![Author::Contact(person("anna", "Anna Whitfield")), other.clone()];
        let taken = leaver.taken_from(&both).unwrap().expect("she is in it");
        assert!(taken[0].person().is_some_and(Person::is_erased));
        assert_eq!(taken[1], other);
    }

    /// However people write a name, an address or a user name, it is hers; a user name is, where it is a word by itself.
    #[test]
    fn letter_case_hides_nobody() {
        let anna = user("anna", "Anna Weiß-Çelik");
        let leaver = Leaver::new(&anna, None, &[]).with_username(Some("whitf"));
        let struck = |text: &str| leaver.taken_from(&text.to_owned()).unwrap();
        for text in ["ANNA WEISS-ÇELIK", "anna weiß-çelik", "ANNA@Acme.Example", "Whitf", "WHITF"] {
            assert_eq!(
                struck(&format!("Ask {text}, please.")).as_deref(),
                Some("Ask […], please."),
                "{text}"
            );
            assert_eq!(struck(text).as_deref(), Some("[…]"), "{text}");
        }
        for text in ["whitfield", "Mr-whitf", "whitf@other.example", "Anna", "weiß"] {
            assert_eq!(struck(text), None, "{text}");
        }
        let short = Leaver::new(&anna, None, &[]).with_username(Some("reg"));
        assert_eq!(short.taken_from(&"reg".to_owned()).unwrap(), None, "it is part of many words");
    }

    /// Who is called as a code is goes from what was written, and leaves the code.
    #[test]
    fn a_user_name_takes_no_code_away() {
        let (case, events) = story();
        let anna = user("anna", "Anna Whitfield");
        let leaver = Leaver::new(&anna, None, &[]).with_username(Some("incident"));
        let told = events[0].without(&leaver).unwrap().expect("she is in it");
        let opened = told.read().unwrap();
        assert!(matches!(&opened.by, Author::Contact(person) if person.is_erased()));
        assert!(matches!(opened.what, Happened::Opened(_)));
        assert_eq!(told.without(&leaver).unwrap(), None, "erasing twice changes nothing");
        let left = leaver.taken_from(&case).unwrap().expect("she is in it");
        assert_eq!(left.case_type, CaseType::Incident);
        let text = "My user name is Incident, as in an incident.".to_owned();
        let text = leaver.taken_from(&text).unwrap();
        assert_eq!(text.as_deref(), Some("My user name is […], as in an […]."));
    }

    /// What was said of her under another name, and to another address or number, goes too.
    #[test]
    fn former_names_and_addresses_go_too() {
        let anna = user("anna", "Anna Whitfield");
        let at = "2026-01-01T00:00:00Z".parse().unwrap();
        let entry = |what: &str| Entry::new(at, Author::System, what);
        let trail = [
            entry("contact-created").with("name", "", "Anna White").with("level", "", "read-only"),
            entry("contact-changed").with("email", "a.white@acme.example", "anna@acme.example"),
            entry("profile-changed").with("name", "Anna White", "Anna Whitfield"),
            entry("profile-changed").with("phone", "+32 9 555 01 02", "+32 9 555 01 03"),
        ];
        let leaver = Leaver::new(&anna, None, &trail);
        let text = "Anna White, now Anna Whitfield (a.white@acme.example), has read-only access. \
                    Call +32 9 555 01 02.";
        let taken = leaver.taken_from(&text.to_owned()).unwrap().expect("she is in it");
        assert_eq!(taken, "[…], now […] ([…]), has read-only access. Call […].");
        assert_eq!(leaver.taken_from(&"White is a colour.".to_owned()).unwrap(), None);
    }

    #[test]
    fn an_erased_person_is_nowhere_and_the_chain_is_whole() {
        let (case, events) = story();
        let anna = user("anna", "Anna Whitfield");
        let leaver = Leaver::new(&anna, None, &[]);
        let erased: Vec<Sealed> = events
            .iter()
            .map(|event| event.without(&leaver).unwrap().unwrap_or_else(|| event.clone()))
            .collect();
        assert_eq!(erased[1], events[1], "what tells nothing of her stays sealed");
        assert!(erased[0].salt.is_none() && erased[2].salt.is_none());

        let json = serde_json::to_string(&erased).unwrap();
        assert!(!json.contains("Anna") && !json.contains("anna") && json.contains("Nobody can call."));
        assert!(json.contains("Ask […]."), "what was answered stays without her");
        let without = leaver.taken_from(&case).unwrap().expect("she is in it");
        assert_eq!(Case::replay(CaseNumber(1), &erased).unwrap(), without, "the events add up to the case");
        assert!(without.reporter.is_erased() && without.title.as_str() == "No calls for […]");

        let bram = user("bram", "Bram Verhoeven");
        let seat = policy::enter(&bram.actor, &without).unwrap();
        let transcript = Transcript::of(&seat, &erased);
        assert_eq!(transcript.verify(), Ok(()));
        assert!(transcript.entries[0].opened.is_none() && transcript.entries[0].told.is_some());
        assert!(transcript.entries[1].opened.is_some());
        let mut forged = erased.clone();
        forged[0].erased = Some(Digest::ZERO);
        assert!(Transcript::of(&seat, &forged).verify().is_err());

        let again = erased.iter().filter_map(|event| event.without(&leaver).unwrap()).count();
        assert_eq!(again, 0, "erasing twice changes nothing");
    }
}
