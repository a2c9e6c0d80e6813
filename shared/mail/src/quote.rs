//! What somebody wrote, as far as a mail shows it.

use caseport_domain::case::Event;

/// More than this is read in the portal: a mail is a summons, not an archive, and logs get pasted.
const MAX_CHARS: usize = 2_000;
const MAX_LINES: usize = 40;

/// What somebody wrote.
pub(crate) struct Quote {
    /// Who wrote it.
    pub author: String,
    /// When, in the reader's zone.
    pub at: String,
    /// The first lines of it.
    pub lines: Vec<String>,
    /// Where to read the rest, if there is more.
    pub more: Option<String>,
}

impl Quote {
    /// What the event's author wrote, if they did.
    pub fn of(event: &Event, author: String, at: String, more: impl FnOnce() -> String) -> Option<Self> {
        let text = event.what.text()?;
        let (lines, shortened) = shorten(text);
        Some(Self { author, at, lines, more: shortened.then(more) })
    }
}

/// The first lines of a text, and whether there is more.
fn shorten(text: &str) -> (Vec<String>, bool) {
    let mut left = MAX_CHARS;
    let mut lines = Vec::new();
    for line in text.lines() {
        let length = line.chars().count();
        if lines.len() == MAX_LINES || left == 0 {
            return (lines, true);
        }
        if length > left {
            lines.push(cut(line, left));
            return (lines, true);
        }
        left -= length;
        lines.push(line.to_owned());
    }
    (lines, false)
}

/// The first words of a line, up to so many characters.
fn cut(line: &str, max: usize) -> String {
    let end = line.char_indices().nth(max).map_or(line.len(), |(end, _)| end);
    let words = line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words);
    format!("{} …", words.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_stays_whole() {
        assert_eq!(shorten("  one\n\n\ttwo"), (vec!["  one".into(), String::new(), "\ttwo".into()], false));
        assert!(!shorten(&"x".repeat(MAX_CHARS)).1);
        assert!(!shorten(&["x"; MAX_LINES].join("\n")).1);
    }

    #[test]
    fn a_long_text_ends_with_a_word_or_a_line() {
        let (lines, more) = shorten(&"word ".repeat(500));
        assert!(more && lines[0].ends_with("word …") && lines[0].chars().count() <= MAX_CHARS + 2);
        let (lines, more) = shorten(&"é".repeat(3_000));
        assert!(more && lines[0].chars().count() == MAX_CHARS + 2);
        let (lines, more) = shorten(&["x"; MAX_LINES + 1].join("\n"));
        assert!(more && lines.len() == MAX_LINES);
    }
}
