//! A letter as plain text and as HTML.

use askama::Template;
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use crate::letter::{Fact, Letter};
use crate::quote::Quote;

/// What a reader's terminal and a reply's `> ` leave room for.
const WIDTH: usize = 76;

/// The letter as HTML. Mail clients know tables and inline styles; what else they know, they gain from.
#[derive(Template)]
#[template(path = "notice.html")]
struct Page<'a> {
    letter: &'a Letter<'a>,
    subject: &'a str,
}

/// The letter as HTML.
///
/// # Panics
/// Never: the template only writes to memory.
pub(crate) fn html(letter: &Letter<'_>, subject: &str) -> String {
    Page { letter, subject }.render().expect("writing to memory does not fail")
}

/// The letter as plain text.
pub(crate) fn text(letter: &Letter<'_>) -> String {
    let asks = [Some(&letter.ask), letter.closes.as_ref()];
    let mut blocks = vec![wrap(&letter.lead)];
    blocks.extend(asks.into_iter().flatten().map(|ask| wrap(ask)));
    if let Some(quote) = &letter.quote {
        blocks.push(quoted(quote));
        blocks.extend(quote.more.as_deref().map(wrap));
    }
    blocks.extend(letter.files.as_deref().map(wrap));
    blocks.extend(letter.link.as_ref().map(|link| format!("{}\n{link}", letter.button)));
    if !letter.facts.is_empty() {
        blocks.push(facts(&letter.facts));
    }
    blocks.push(format!("{}\n{}", wrap(&letter.why), wrap(&letter.answer)));
    blocks.join("\n\n") + "\n"
}

/// What stands at the end of the plain text for its reader alone; nothing for who turns nothing off.
pub(crate) fn opt_out(letter: &Letter<'_>) -> String {
    letter.opt_out.as_ref().map(|(says, link)| format!("\n{says}\n{link}\n")).unwrap_or_default()
}

fn quoted(quote: &Quote) -> String {
    let lines = quote.lines.iter().map(|line| filled(line, "> ", "> ")).collect::<Vec<_>>();
    format!("{}, {}\n{}", quote.author, quote.at, lines.join("\n"))
}

fn facts(facts: &[Fact]) -> String {
    let widest = facts.iter().map(|fact| display_width(&fact.label)).max().unwrap_or_default();
    let line = |Fact { label, value, .. }: &Fact| {
        let gap = " ".repeat(widest - display_width(label) + 2);
        filled(value, &format!("{label}{gap}"), &" ".repeat(widest + 2))
    };
    facts.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn wrap(text: &str) -> String {
    filled(text, "", "")
}

/// Wraps at spaces only: a path, an option or an address must not break at its hyphens.
fn filled(text: &str, first: &str, rest: &str) -> String {
    let options = Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    if text.trim().is_empty() { first.trim_end().to_owned() } else { textwrap::fill(text, options) }
}
