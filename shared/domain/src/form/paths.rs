//! What is nested in JSON, as a form sends it: by path.

use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::records::Typed;

/// Fields by path: `{"fields": [{"label": {"en": "Since when?"}}]}` as JSON is `fields/0/label/en=Since when?` as a form. A
/// list of texts is one field with many values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths(pub Typed);

/// How deep a form of ours nests.
const DEEPEST: usize = 8;
/// More fields than any form of ours has.
const MOST: usize = 10_000;

/// What has been read, and how many fields that is.
#[derive(Default)]
struct Found {
    typed: Typed,
    count: usize,
}

/// Reads what is at a path.
struct At<'a> {
    found: &'a mut Found,
    path: String,
    depth: usize,
}

impl Found {
    fn keep<E: de::Error>(&mut self, path: &str, text: String) -> Result<(), E> {
        self.count()?;
        self.typed = std::mem::take(&mut self.typed).with(path, text);
        Ok(())
    }

    fn count<E: de::Error>(&mut self) -> Result<(), E> {
        self.count += 1;
        if self.count > MOST { Err(E::custom("too many fields")) } else { Ok(()) }
    }
}

impl At<'_> {
    fn below(&mut self, name: &str) -> At<'_> {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}/{name}", self.path) };
        At { found: self.found, path, depth: self.depth + 1 }
    }
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        if self.depth > DEEPEST {
            return Err(de::Error::custom("nested too deep"));
        }
        deserializer.deserialize_any(self)
    }
}

/// A text is handed up, so that a list of them can be kept as one field; anything else is kept where it is.
impl<'de> Visitor<'de> for At<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number, yes or no, a list, or fields by name")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Option<String>, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Option<String>, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Option<String>, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Option<String>, E> {
        Ok(Some(if truth { super::YES } else { super::NO }.to_owned()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut entries: A) -> Result<Option<String>, A::Error> {
        let (mut texts, mut place) = (Vec::new(), 0_usize);
        while let Some(text) = entries.next_element_seed(self.below(&place.to_string()))? {
            texts.extend(text);
            self.found.count()?;
            place += 1;
        }
        if !texts.is_empty() {
            self.found.typed = std::mem::take(&mut self.found.typed).with_list(&self.path, texts);
        }
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<Option<String>, A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            let below = self.below(&name);
            let path = below.path.clone();
            if let Some(text) = fields.next_value_seed(below)? {
                self.found.keep(&path, text)?;
            }
        }
        Ok(None)
    }
}

impl<'de> Deserialize<'de> for Paths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut found = Found::default();
        deserializer.deserialize_map(At { found: &mut found, path: String::new(), depth: 0 })?;
        Ok(Self(found.typed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_has_a_path() {
        let json = r#"{"id":"a","n":-5,"yes":true,"none":null,"list":["x","y"],
            "fields":[{"label":{"en":"One"}},{"label":{"en":"Two"}}]}"#;
        let Paths(typed) = serde_json::from_str(json).unwrap();
        assert_eq!((typed.get("id"), typed.get("n"), typed.get("yes")), ("a", "-5", "yes"));
        assert_eq!((typed.all("list"), typed.has("none")), (vec!["x", "y"], false));
        assert_eq!((typed.get("fields/0/label/en"), typed.get("fields/1/label/en")), ("One", "Two"));
    }

    #[test]
    fn there_is_an_end_to_it() {
        let deep = format!("{}1{}", r#"{"a":"#.repeat(20), "}".repeat(20));
        assert!(serde_json::from_str::<Paths>(&deep).is_err());
        let wide = format!(r#"{{"a":[{}1]}}"#, "1,".repeat(MOST + 1));
        assert!(serde_json::from_str::<Paths>(&wide).is_err());
        assert!(serde_json::from_str::<Paths>(r#"{"a":1.5}"#).is_err());
        assert!(serde_json::from_str::<Paths>("[]").is_err());
    }
}
