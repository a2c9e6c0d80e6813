//! A record as it is typed: into a form, as JSON, or as a line of a sheet.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::input::{Flaw, Flaws};
use crate::person;
use crate::text::Line;

/// The values of a record's fields, by name. Each kind of record is read from it and written to it in one place, so that
/// forms, JSON, sheets and the audit trail cannot differ. A field that is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(BTreeMap<String, Value>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    One(String),
    Many(Vec<String>),
}

impl Typed {
    /// The value of a field, without spaces around; empty if it is not there.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        match self.0.get(field) {
            Some(Value::One(text)) => text.trim(),
            Some(Value::Many(texts)) => texts.first().map_or("", |text| text.trim()),
            None => "",
        }
    }

    /// The values of a field that is a list. In one text they are separated by spaces, commas or semicolons.
    #[must_use]
    pub fn all(&self, field: &str) -> Vec<&str> {
        match self.0.get(field) {
            Some(Value::One(text)) => {
                let parts = text.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
                parts.filter(|part| !part.is_empty()).collect()
            }
            Some(Value::Many(texts)) => texts.iter().map(String::as_str).collect(),
            None => Vec::new(),
        }
    }

    /// The value of a field in one text.
    #[must_use]
    pub fn text(&self, field: &str) -> String {
        match self.0.get(field) {
            Some(Value::Many(texts)) => texts.join(" "),
            _ => self.get(field).to_owned(),
        }
    }

    /// The names of its fields.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Its fields as they were typed: each with its value, a list once with each of its values.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(name, value)| {
            let texts = match value {
                Value::One(text) => std::slice::from_ref(text),
                Value::Many(texts) => texts.as_slice(),
            };
            texts.iter().map(|text| (name.as_str(), text.as_str()))
        })
    }

    /// Whether this field is there, empty or not.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.0.contains_key(field)
    }

    /// It with this field.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.0.insert(field.to_owned(), Value::One(value.into()));
        self
    }

    /// It with this field, which is a list.
    #[must_use]
    pub fn with_list(mut self, field: &str, values: impl IntoIterator<Item = String>) -> Self {
        self.0.insert(field.to_owned(), Value::Many(values.into_iter().collect()));
        self
    }

    /// It with what is stored in the fields that it does not have. A field that is there and empty stays empty.
    #[must_use]
    pub fn keeping(mut self, stored: &Self) -> Self {
        for (field, value) in &stored.0 {
            self.0.entry(field.clone()).or_insert_with(|| value.clone());
        }
        self
    }

    /// It without this field.
    #[must_use]
    pub fn without(mut self, field: &str) -> Self {
        self.0.remove(field);
        self
    }

    /// Notes each field that is none of those accepted (attack class X6).
    pub fn check(&self, accepted: &[&str], flaws: &mut Flaws) {
        for field in self.0.keys().filter(|field| !accepted.contains(&field.as_str())) {
            let accepted = accepted.iter().map(|&name| name.to_owned()).collect();
            flaws.add(field, Flaw::NoSuchField { accepted });
        }
    }

    /// Which of these fields are not the same in `other`: field, value here, value there.
    pub fn differences<'a>(
        &self,
        other: &Self,
        fields: &'a [&'a str],
    ) -> impl Iterator<Item = (&'a str, String, String)> {
        let both = fields.iter().map(|&field| (field, self.text(field), other.text(field)));
        both.filter(|(_, here, there)| here != there).collect::<Vec<_>>().into_iter()
    }

    /// One line of text.
    pub fn line<const MAX: usize>(&self, field: &str, flaws: &mut Flaws) -> Option<String> {
        flaws.required::<Line<MAX>>(field, self.get(field)).map(String::from)
    }

    /// One line of text, or none at all.
    pub fn optional_line<const MAX: usize>(&self, field: &str, flaws: &mut Flaws) -> String {
        flaws.optional::<Line<MAX>>(field, self.get(field)).map(String::from).unwrap_or_default()
    }

    /// An identifier.
    pub fn id<T: FromStr>(&self, field: &str, flaws: &mut Flaws) -> Option<T> {
        let id = match self.get(field) {
            "" => Err(Flaw::Required),
            text => text.parse().map_err(|_| Flaw::NotAnId),
        };
        flaws.take(field, id)
    }

    /// A date of the form 2026-11-22.
    pub fn date(&self, field: &str, flaws: &mut Flaws) -> Option<Date> {
        let date = match self.get(field) {
            "" => Err(Flaw::Required),
            text => text.parse().map_err(|_| Flaw::NotADate),
        };
        flaws.take(field, date)
    }

    /// A date, or none at all; nothing if it is neither.
    pub fn optional_date(&self, field: &str, flaws: &mut Flaws) -> Option<Option<Date>> {
        if self.get(field).is_empty() { Some(None) } else { self.date(field, flaws).map(Some) }
    }

    /// The IANA name of a time zone, as the database spells it.
    pub fn zone(&self, field: &str, flaws: &mut Flaws) -> Option<String> {
        let zone = person::zone(self.get(field)).and_then(|zone| zone.ok_or(Flaw::Required));
        flaws.take(field, zone)
    }

    /// An e-mail address.
    pub fn address(&self, field: &str, flaws: &mut Flaws) -> Option<String> {
        flaws.take(field, person::address(self.get(field)))
    }

    /// One of these choices, by its code.
    pub fn choice<T: Copy>(
        &self,
        field: &str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
        flaws: &mut Flaws,
    ) -> Option<T> {
        let chosen = match self.get(field) {
            "" => Err(Flaw::Required),
            text => all.iter().copied().find(|choice| code(*choice) == text).ok_or(Flaw::NoSuchChoice),
        };
        flaws.take(field, chosen)
    }

    /// A whole number from 1 up to `max`.
    pub fn number(&self, field: &str, max: u32, flaws: &mut Flaws) -> Option<u32> {
        let number = match self.get(field) {
            "" => Err(Flaw::Required),
            text => text.parse().ok().filter(|n| (1..=max).contains(n)).ok_or(Flaw::NotANumber { max }),
        };
        flaws.take(field, number)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => serializer.serialize_str(text),
            Self::Many(texts) => texts.serialize(serializer),
        }
    }
}

impl Serialize for Typed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

/// More entries than any list of a record has.
const MOST_ENTRIES: usize = 1000;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number, or a list of texts")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::One(text.to_owned()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::One(number.to_string()))
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::One(if truth { "yes" } else { "no" }.to_owned()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::One(String::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut texts: Vec<String> = Vec::new();
        while let Some(text) = entries.next_element::<String>()? {
            // A form says by an empty entry that the list is there, whether anything is chosen or not.
            if !text.is_empty() {
                texts.push(text);
            }
            if texts.len() > MOST_ENTRIES {
                return Err(de::Error::custom("too many entries"));
            }
        }
        Ok(Value::Many(texts))
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Typed;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("fields by name")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Typed, A::Error> {
                let mut typed = Typed::default();
                while let Some((field, value)) = map.next_entry::<String, Value>()? {
                    typed.0.insert(field, value);
                }
                Ok(typed)
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_numbers_texts_and_lists() {
        let json = r#"{"name":" Acme ","quantity":25,"products":["voice","sbc"],"ends":null,"active":true}"#;
        let typed: Typed = serde_json::from_str(json).unwrap();
        assert_eq!((typed.get("name"), typed.get("quantity"), typed.get("ends")), ("Acme", "25", ""));
        assert_eq!((typed.all("products"), typed.get("active")), (vec!["voice", "sbc"], "yes"));
        assert!(serde_json::from_str::<Typed>(r#"{"name":{"x":1}}"#).is_err());
    }

    #[test]
    fn what_is_not_there_is_kept_and_what_is_empty_is_cleared() {
        let stored = Typed::default().with("city", "Ghent").with("country", "BE").with("zone", "UTC");
        let typed: Typed = serde_json::from_str(r#"{"city":"","country":null}"#).unwrap();
        let kept = typed.keeping(&stored);
        assert_eq!(["city", "country", "zone"].map(|field| kept.get(field)), ["", "", "UTC"]);
        let products = Typed::default().with_list("products", ["voice".to_owned()]);
        let none: Typed = serde_json::from_str(r#"{"products":[""]}"#).unwrap();
        assert!(none.keeping(&products).all("products").is_empty(), "a form where nothing is chosen");
        assert_eq!(Typed::default().keeping(&products).all("products"), ["voice"]);
    }

    #[test]
    fn an_address_has_a_name_and_a_host() {
        let told = |address: &str| {
            let mut flaws = Flaws::default();
            Typed::default().with("email", address).address("email", &mut flaws);
            flaws.of("email").cloned()
        };
        assert_eq!(told(" anna@acme.example "), None);
        assert_eq!(told(""), Some(Flaw::Required));
        for address in ["anna", "@acme.example", "anna@", "a b@acme.example", "A <a@acme.example>"] {
            assert_eq!(told(address), Some(Flaw::NotAnAddress), "{address}");
        }
    }

    /// X6
    #[test]
    fn x6_a_field_that_is_none_is_named() {
        let mut flaws = Flaws::default();
        Typed::default().with("name", "Acme").with("is_admin", "yes").check(&["name"], &mut flaws);
        assert_eq!(flaws.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["is_admin"]);
    }
}
