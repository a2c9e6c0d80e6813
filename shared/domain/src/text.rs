//! Text that people type, bounded and cleaned when it enters.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::input::Flaw;

/// One line of at most `MAX` characters: trimmed, not empty, free of control characters (so it can stand in
/// a mail header).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line<const MAX: usize>(String);

/// Lines of text, of at most `MAX` characters: line ends made one kind, not empty, free of control
/// characters other than line feed and tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// The title of a case.
pub type Title = Line<200>;
/// The customer's own reference for a case.
pub type Reference = Line<80>;
/// A description, reply, note or solution.
pub type Message = Text<20_000>;
/// Why something was refused, closed or reopened.
pub type Reason = Text<2_000>;

fn bounded(text: String, max: usize) -> Result<String, Flaw> {
    match text.chars().count() {
        0 => Err(Flaw::Required),
        n if n > max => Err(Flaw::TooLong { max }),
        _ => Ok(text),
    }
}

impl<const MAX: usize> TryFrom<String> for Line<MAX> {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        let text = text.trim();
        if text.chars().any(|c| c.is_control() || is_bidi_control(c)) {
            return Err(Flaw::ControlCharacters);
        }
        bounded(text.to_owned(), MAX).map(Self)
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_matches('\n').trim_end();
        if text.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || is_bidi_control(c)) {
            return Err(Flaw::ControlCharacters);
        }
        if text.trim().is_empty() {
            return Err(Flaw::Required);
        }
        bounded(text.to_owned(), MAX).map(Self)
    }
}

impl<const MAX: usize> Line<MAX> {
    /// The first line of a text that says something, as much of it as there is room for.
    #[must_use]
    pub fn first_of<const MOST: usize>(text: &Text<MOST>) -> Self {
        let line = text.0.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let line = line.replace('\t', " ");
        if line.chars().count() <= MAX {
            return Self(line);
        }
        let kept: String = line.chars().take(MAX.saturating_sub(1)).collect();
        Self(format!("{}…", kept.trim_end()))
    }
}

/// Characters that reorder what follows them, by which a name can be made to read as another.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

macro_rules! text {
    ($($name:ident),+) => {$(
        impl<const MAX: usize> $name<MAX> {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<const MAX: usize> From<$name<MAX>> for String {
            fn from(text: $name<MAX>) -> Self {
                text.0
            }
        }

        impl<const MAX: usize> fmt::Display for $name<MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

text!(Line, Text);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_carries_no_line_end() {
        assert_eq!(Title::try_from("  Outlook \t".to_owned()).unwrap().as_str(), "Outlook");
        assert_eq!(Title::try_from("a\r\nBcc: b".to_owned()), Err(Flaw::ControlCharacters));
        assert_eq!(Title::try_from(" ".to_owned()), Err(Flaw::Required));
        assert_eq!(Title::try_from("x".repeat(201)), Err(Flaw::TooLong { max: 200 }));
    }

    #[test]
    fn a_text_keeps_its_lines_and_indents() {
        let text = Message::try_from("\r\n  one\r\n\ttwo\r\n\r\n".to_owned()).unwrap();
        assert_eq!(text.as_str(), "  one\n\ttwo");
        assert_eq!(Message::try_from(" \n ".to_owned()), Err(Flaw::Required));
        assert_eq!(Message::try_from("a\0".to_owned()), Err(Flaw::ControlCharacters));
    }

    /// M29: what is called by its first line fits where a line does.
    #[test]
    fn m29_the_first_line_of_a_text_is_a_line() {
        let first = |text: &str| Title::first_of(&Message::try_from(text.to_owned()).unwrap()).to_string();
        assert_eq!(first("\n \n  PC start\tniet op. \nSinds vanochtend."), "PC start niet op.");
        let long = first(&format!("{} {}", "é".repeat(198), "x".repeat(50)));
        assert_eq!(long, format!("{}…", "é".repeat(198)), "no space before it is cut");
        for text in ["x".repeat(200), "x".repeat(201), long, "\u{1F980}".repeat(300)] {
            let line = first(&text);
            assert_eq!(Title::try_from(line.clone()).map(String::from), Ok(line), "it is a title as it is");
        }
    }
}
