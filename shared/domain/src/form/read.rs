//! What somebody filled in, read.

use std::collections::BTreeMap;
use std::net::IpAddr;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::{
    Answer, Answers, Choice, Chosen, Condition, Field, Form, Kind, MAX_ANSWERS, Moment, NO, Value, YES,
};
use crate::attachment::MAX_PER_MESSAGE;
use crate::id::UploadId;
use crate::input::{Flaw, Flaws};
use crate::person;
use crate::records::Typed;
use crate::text::{Line, Text};

/// Where answers stand in what a case is opened with.
const ANSWERS: &str = "answers";

impl Form {
    /// The answers that these fields say, by the keys of the questions; what is wrong with them is noted beside
    /// `answers/<key>`. What is typed into a question that is not asked is neither looked at nor kept. Times without an
    /// offset are meant in `zone`.
    pub fn read(&self, typed: &Typed, zone: &TimeZone, flaws: &mut Flaws) -> Answers {
        self.check_names(typed, flaws);
        let mut answers = Vec::new();
        let mut codes = BTreeMap::new();
        let mut room = MAX_ANSWERS;
        for field in &self.fields {
            if !field.is_asked(&codes) {
                continue;
            }
            let mut found = Flaws::default();
            let value = field.value(typed, zone, &mut found).and_then(|value| {
                let length = value.length();
                let fits = if length > room { Err(Flaw::TooLong { max: MAX_ANSWERS }) } else { Ok(value) };
                room = room.saturating_sub(length);
                found.take("", fits)
            });
            for (below, flaw) in found.iter() {
                let label = Box::new(field.label.clone());
                let flaw = Flaw::Of { label, flaw: Box::new(flaw.clone()) };
                flaws.add(format!("{ANSWERS}/{}{below}", field.key), flaw);
            }
            if let Some(code) = field.code(value.as_ref()) {
                codes.insert(field.key.as_str(), code);
            }
            answers.extend(value.map(|value| Answer {
                key: field.key.clone(),
                label: field.label.clone(),
                value,
            }));
        }
        Answers { form: self.id.clone(), version: self.version, name: self.name.clone(), answers }
    }

    /// Notes each field that is no question's (attack class X6).
    fn check_names(&self, typed: &Typed, flaws: &mut Flaws) {
        for name in typed.names() {
            let (key, below) = name.split_once('/').map_or((name, None), |(key, below)| (key, Some(below)));
            let known = self.field(key).is_some_and(|field| match (&field.kind, below) {
                (_, None) => true,
                (Kind::Moment, Some(below)) => matches!(below, "at" | "how"),
                _ => false,
            });
            if !known {
                let accepted = self.fields.iter().map(|field| field.key.to_string()).collect();
                flaws.add(format!("{ANSWERS}/{name}"), Flaw::NoSuchField { accepted });
            }
        }
    }
}

impl Field {
    /// Whether it is asked, after these answers to the questions before it, by their codes.
    fn is_asked(&self, codes: &BTreeMap<&str, String>) -> bool {
        let Some(Condition { field, values }) = &self.shown_if else { return true };
        let code = codes.get(field.as_str());
        code.is_some_and(|code| values.iter().any(|value| value.as_str() == code))
    }

    /// What its answer is called in conditions, if it was asked.
    fn code(&self, value: Option<&Value>) -> Option<String> {
        match (&self.kind, value) {
            (Kind::Choice { .. }, Some(Value::Choice(chosen))) => Some(chosen.code.to_string()),
            (Kind::Check, value) => Some(if value.is_some() { YES } else { NO }.to_owned()),
            _ => None,
        }
    }

    /// Its answer; nothing if it has none, or one with a flaw, which is noted.
    fn value(&self, typed: &Typed, zone: &TimeZone, flaws: &mut Flaws) -> Option<Value> {
        let key = self.key.as_str();
        let text = typed.get(key);
        let value = match &self.kind {
            Kind::Moment => self.moment(typed, zone),
            Kind::File => Ok(files(&typed.all(key), flaws)),
            Kind::Check => ticked(text),
            _ if text.is_empty() => Ok(None),
            Kind::Line { max } => line(text, usize::from(*max)).map(Some),
            Kind::Paragraph { max } => paragraph(text, usize::from(*max)).map(Some),
            Kind::Choice { choices } => chosen(text, choices).map(Some),
            Kind::Number { min, max } => number(text, *min, *max).map(Some),
            Kind::Ip => text.parse::<IpAddr>().map_err(|_| Flaw::NotAnIpAddress).map(Value::Ip).map(Some),
            Kind::Email => person::address(text).map(Value::Email).map(Some),
            Kind::Phone => phone(text).map(Value::Phone).map(Some),
        };
        let value = flaws.take("", value)?;
        if value.is_none() && self.required && flaws.is_empty() {
            flaws.add("", Flaw::Required);
        }
        value
    }

    fn moment(&self, typed: &Typed, zone: &TimeZone) -> Result<Option<Value>, Flaw> {
        let (at, how) = (typed.get(&format!("{}/at", self.key)), typed.get(&format!("{}/how", self.key)));
        let at = if at.is_empty() { typed.get(self.key.as_str()) } else { at };
        let moment: fn(Timestamp) -> Moment = match how {
            "unknown" => return Ok(Some(Value::Moment(Moment::Unknown))),
            "" | "exact" => |at| Moment::Exact { at },
            "about" => |at| Moment::About { at },
            _ => return Err(Flaw::NoSuchChoice),
        };
        if at.is_empty() { Ok(None) } else { instant(at, zone).map(|at| Some(Value::Moment(moment(at)))) }
    }
}

impl Value {
    /// The characters that somebody typed of it.
    fn length(&self) -> usize {
        match self {
            Self::Line(line) => line.as_str().chars().count(),
            Self::Paragraph(text) => text.as_str().chars().count(),
            _ => 0,
        }
    }
}

fn line(text: &str, max: usize) -> Result<Value, Flaw> {
    let line = Line::try_from(text.to_owned())?;
    if text.chars().count() > max { Err(Flaw::TooLong { max }) } else { Ok(Value::Line(line)) }
}

fn paragraph(text: &str, max: usize) -> Result<Value, Flaw> {
    let text: Text<4000> = Text::try_from(text.to_owned())?;
    let fits = text.as_str().chars().count() <= max;
    if fits { Ok(Value::Paragraph(text)) } else { Err(Flaw::TooLong { max }) }
}

fn chosen(text: &str, choices: &[Choice]) -> Result<Value, Flaw> {
    let choice = choices.iter().find(|choice| choice.code.as_str() == text).ok_or(Flaw::NoSuchChoice)?;
    Ok(Value::Choice(Chosen { code: choice.code.clone(), label: choice.label.clone() }))
}

fn number(text: &str, min: i64, max: i64) -> Result<Value, Flaw> {
    let number = text.parse().ok().filter(|number| (min..=max).contains(number));
    number.map(Value::Number).ok_or(Flaw::NotWithin { min, max })
}

fn ticked(text: &str) -> Result<Option<Value>, Flaw> {
    match text {
        "" | NO => Ok(None),
        YES => Ok(Some(Value::Check)),
        _ => Err(Flaw::NoSuchChoice),
    }
}

fn files(ids: &[&str], flaws: &mut Flaws) -> Option<Value> {
    if ids.len() > MAX_PER_MESSAGE {
        flaws.add("", Flaw::TooMany { max: MAX_PER_MESSAGE });
        return None;
    }
    let mut files: Vec<UploadId> = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        match id.parse() {
            Ok(id) if files.contains(&id) => {}
            Ok(id) => files.push(id),
            Err(_) => flaws.add(format!("/{place}"), Flaw::NotArrived),
        }
    }
    (!files.is_empty()).then_some(Value::File(files))
}

/// A telephone number as people write it: 6 to 15 digits (E.164 has no more), apart as they like, perhaps after a plus.
fn phone(text: &str) -> Result<Line<40>, Flaw> {
    let line = Line::try_from(text.to_owned()).map_err(|_| Flaw::NotAPhone)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let rest = text.strip_prefix('+').unwrap_or(text);
    let clean = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '/' | '(' | ')'));
    if clean && (6..=15).contains(&digits) { Ok(line) } else { Err(Flaw::NotAPhone) }
}

/// An instant as RFC 3339 has it, or as a clock in this zone shows it, between 1970 and 2200.
fn instant(text: &str, zone: &TimeZone) -> Result<Timestamp, Flaw> {
    let there = |local: DateTime| local.to_zoned(zone.clone()).map(|zoned| zoned.timestamp());
    let at = text.parse::<Timestamp>().or_else(|_| text.parse().and_then(there));
    let year = |at: &Timestamp| zone.to_datetime(*at).year();
    at.ok().filter(|at| (1970..=2200).contains(&year(at))).ok_or(Flaw::NotAMoment)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A form with a question of each kind.
    pub fn form() -> Form {
        let form: Form = serde_json::from_str(include_str!("sample.json")).unwrap();
        let mut flaws = Flaws::default();
        form.check(&mut flaws);
        assert_eq!(flaws, Flaws::default());
        form
    }

    fn typed(fields: &[(&str, &str)]) -> Typed {
        fields.iter().fold(Typed::default(), |typed, (name, value)| typed.with(name, *value))
    }

    /// The answers, or the flaws, by the names of their fields.
    type Outcome = Result<Vec<(String, Value)>, Vec<(String, Flaw)>>;

    fn read(fields: &[(&str, &str)]) -> Outcome {
        let mut flaws = Flaws::default();
        let zone = TimeZone::get("Europe/Brussels").unwrap();
        let answers = form().read(&typed(fields), &zone, &mut flaws);
        if flaws.is_empty() {
            Ok(answers.answers.into_iter().map(|answer| (answer.key.to_string(), answer.value)).collect())
        } else {
            Err(flaws.iter().map(|(field, flaw)| (field.to_owned(), flaw.of().clone())).collect())
        }
    }

    /// The one answer to this, beside what must be answered.
    fn one(fields: &[(&str, &str)]) -> Result<Option<Value>, Flaw> {
        let given = [&[("nature", "other"), ("account", "GL")], fields].concat();
        let key = fields[0].0.split('/').next().unwrap();
        match read(&given) {
            Ok(answers) => Ok(answers.into_iter().find(|(other, _)| other == key).map(|(_, value)| value)),
            Err(flaws) => Err(flaws[0].1.clone()),
        }
    }

    #[test]
    fn c9_m25_what_must_be_answered_is_named() {
        let expected = ["answers/account", "answers/nature"].map(|field| (field.to_owned(), Flaw::Required));
        assert_eq!(read(&[]), Err(expected.to_vec()));
        let answers = read(&[("account", " GL "), ("nature", "other")]).unwrap();
        assert_eq!(answers.len(), 2);
        assert_eq!(answers[0].1, Value::Line("GL".to_owned().try_into().unwrap()));
    }

    /// C14–C21: what is not asked is neither required nor kept.
    #[test]
    fn c21_a_question_that_is_not_asked_is_neither_required_nor_kept() {
        let given = [("account", "GL"), ("nature", "domain")];
        assert_eq!(read(&given), Err(vec![("answers/machine".to_owned(), Flaw::Required)]));
        let hidden =
            [("account", "GL"), ("nature", "other"), ("machine", "QUAI-07"), ("log", "?"), ("again", "x")];
        assert_eq!(read(&hidden).unwrap().len(), 2);
        // The log is asked for if the box is ticked, and the box is there only in its own case.
        let asked = [
            ("account", "GL"),
            ("nature", "domain"),
            ("machine", "QUAI-07"),
            ("again", "yes"),
            ("log", "u-1"),
        ];
        assert_eq!(read(&asked).unwrap().len(), 5);
        let unticked = [
            ("account", "GL"),
            ("nature", "domain"),
            ("machine", "QUAI-07"),
            ("again", "no"),
            ("log", "u-1"),
        ];
        assert_eq!(read(&unticked).unwrap().len(), 3);
    }

    /// X6
    #[test]
    fn x6_an_answer_to_no_question_is_named() {
        let flaws = read(&[("account", "GL"), ("nature", "other"), ("is_admin", "yes"), ("account/x", "1")]);
        let Err(flaws) = flaws else { panic!("{flaws:?}") };
        let named: Vec<&str> = flaws.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(named, ["answers/account/x", "answers/is_admin"]);
    }

    #[test]
    fn c16_an_instant_is_known_exactly_about_or_not_at_all() {
        let at: Timestamp = "2026-11-22T09:15:00Z".parse().unwrap();
        let moment = |moment| Ok(Some(Value::Moment(moment)));
        assert_eq!(one(&[("since", "2026-11-22T10:15")]), moment(Moment::Exact { at }));
        assert_eq!(one(&[("since/at", "2026-11-22T04:15-05:00")]), moment(Moment::Exact { at }));
        let about = [("since/at", "2026-11-22T10:15"), ("since/how", "about")];
        assert_eq!(one(&about), moment(Moment::About { at }));
        assert_eq!(one(&[("since/at", "soon"), ("since/how", "unknown")]), moment(Moment::Unknown));
        assert_eq!(one(&[("since/how", "about")]), Ok(None));
        assert_eq!(one(&[("since", "yesterday")]), Err(Flaw::NotAMoment));
        assert_eq!(one(&[("since", "0001-01-01T00:00")]), Err(Flaw::NotAMoment));
        assert_eq!(one(&[("since/at", "2026-11-22T10:15"), ("since/how", "maybe")]), Err(Flaw::NoSuchChoice));
    }

    #[test]
    fn c15_c19_m21_each_kind_is_checked() {
        let ip = |text: &str| Ok(Some(Value::Ip(text.parse().unwrap())));
        assert_eq!(one(&[("ip", "2001:DB8::0001")]), ip("2001:db8::1"));
        assert_eq!(one(&[("ip", "192.0.2.10")]), ip("192.0.2.10"));
        assert_eq!(one(&[("ip", "192.0.2.256")]), Err(Flaw::NotAnIpAddress));
        assert_eq!(one(&[("affected", "12")]), Ok(Some(Value::Number(12))));
        for wrong in ["0", "501", "1.5", "many", "99999999999999999999"] {
            assert_eq!(one(&[("affected", wrong)]), Err(Flaw::NotWithin { min: 1, max: 500 }), "{wrong}");
        }
        for number in ["0612345678", "+31 6 12 34 56 78", "(02) 555/01.23"] {
            assert!(matches!(one(&[("phone", number)]), Ok(Some(Value::Phone(_)))), "{number}");
        }
        for wrong in ["12345", "1234567890123456", "call me", "06+12345678", "+"] {
            assert_eq!(one(&[("phone", wrong)]), Err(Flaw::NotAPhone), "{wrong}");
        }
        assert_eq!(one(&[("email", "anna")]), Err(Flaw::NotAnAddress));
        assert_eq!(one(&[("details", &"x".repeat(1001))]), Err(Flaw::TooLong { max: 1000 }));
        assert_eq!(one(&[("again", "perhaps")]), Ok(None), "it is not asked");
        assert_eq!(read(&[("account", "GL"), ("nature", "none")]).unwrap_err()[0].1, Flaw::NoSuchChoice);
    }

    #[test]
    fn files_are_told_one_by_one() {
        let given = |ids: &[&str]| {
            let fields = [("account", "GL"), ("nature", "domain"), ("machine", "Q"), ("again", "yes")];
            let ids = ids.iter().map(|id| (*id).to_owned());
            let mut flaws = Flaws::default();
            let typed = typed(&fields).with_list("log", ids);
            let answers = form().read(&typed, &TimeZone::UTC, &mut flaws);
            let files: Vec<String> = answers.files().map(ToString::to_string).collect();
            (files, flaws.iter().map(|(field, _)| field.to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(given(&["u-1", "u-2", "u-1"]), (vec!["u-1".into(), "u-2".into()], vec![]));
        assert_eq!(given(&["u-1", "../x"]).1, ["answers/log/1"]);
        assert_eq!(given(&["u"; 21]).1, ["answers/log"]);
    }
}
