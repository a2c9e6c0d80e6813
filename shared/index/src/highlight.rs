//! Where in a case what was looked for stands.

use std::collections::BTreeMap;
use std::ops::Range;

use caseport_domain::search::{Findable, Highlights, Piece};
use tantivy::Score;
use tantivy::snippet::SnippetGenerator;

use crate::query::Query;
use crate::schema::Fields;
use crate::words::analyzer;

/// About how many bytes of what people wrote are shown.
const EXCERPT: usize = 240;

/// Finds what was looked for in texts.
pub(crate) struct Highlighter {
    /// Takes a text whole.
    whole: SnippetGenerator,
    /// Takes the part of a text where most of it is.
    excerpt: SnippetGenerator,
}

impl Highlighter {
    pub(crate) fn new(query: &Query, fields: &Fields) -> Self {
        let terms: BTreeMap<String, Score> = query.forms().map(|form| (form.clone(), 1.0)).collect();
        let within = |bytes| SnippetGenerator::new(terms.clone(), analyzer(), fields.text, bytes);
        Self { whole: within(usize::MAX), excerpt: within(EXCERPT) }
    }

    pub(crate) fn highlights(&self, case: &Findable) -> Highlights {
        let found = |text: &String| Some(self.pieces(text)).filter(|pieces| is_in(pieces));
        let excerpt = self.excerpt.snippet(&case.text);
        let text = pieces(excerpt.fragment(), excerpt.highlighted());
        Highlights {
            title: self.pieces(&case.title),
            reference: case.reference.as_ref().and_then(found),
            files: case.files.iter().filter_map(found).collect(),
            text: Some(text).filter(|pieces| is_in(pieces)),
        }
    }

    fn pieces(&self, text: &str) -> Vec<Piece> {
        let snippet = self.whole.snippet(text);
        let start = snippet.fragment_range().start;
        let found: Vec<_> =
            snippet.highlighted().iter().map(|range| range.start + start..range.end + start).collect();
        pieces(text, &found)
    }
}

fn is_in(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.found)
}

/// A text in pieces: those at these places are what was found. Together they are the text.
fn pieces(text: &str, found: &[Range<usize>]) -> Vec<Piece> {
    let mut places = found.to_vec();
    places.sort_unstable_by_key(|range| (range.start, range.end));
    let (mut pieces, mut at) = (Vec::new(), 0);
    let mut piece = |range: Range<usize>, found| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text: text.to_owned(), found });
        }
    };
    for place in places {
        // A word has a place for each of its forms that was looked for.
        if place.start >= at {
            piece(at..place.start, false);
            at = place.end;
            piece(place, true);
        }
    }
    piece(at..text.len(), false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let piece =
            |piece: &Piece| if piece.found { format!("[{}]", piece.text) } else { piece.text.clone() };
        pieces.iter().map(piece).collect()
    }

    fn case(title: &str, text: &str) -> Findable {
        Findable {
            number: caseport_domain::id::CaseNumber(1),
            people: Vec::new(),
            company: None,
            reference: Some("PO-77/b".into()),
            title: title.into(),
            files: vec!["printer_log.txt".into(), "photo.png".into()],
            text: text.into(),
        }
    }

    fn highlights(typed: &str, case: &Findable) -> Highlights {
        Highlighter::new(&Query::new(typed, None).unwrap(), &Fields::new().1).highlights(case)
    }

    #[test]
    fn what_was_found_is_marked_and_all_of_the_text_stays() {
        let case = case("Printers: the printer's paper?", "All is well.");
        let found = highlights("PRINTER 77", &case);
        assert_eq!(shown(&found.title), "[Printers]: the [printer]'s paper?");
        assert_eq!(shown(&found.reference.unwrap()), "PO-[77]/b");
        assert_eq!(found.files.iter().map(|file| shown(file)).collect::<Vec<_>>(), ["[printer]_log.txt"]);
        assert_eq!(found.text, None);
    }

    #[test]
    fn of_a_long_text_the_part_is_shown_that_has_most_of_it() {
        let text =
            format!("{} one {} one and two {}", "a b ".repeat(200), "c ".repeat(400), "d ".repeat(400));
        let found = highlights("one two", &case("Nothing", &text));
        let shown = shown(&found.text.unwrap());
        assert!(shown.contains("[one] and [two]") && shown.len() < 2 * EXCERPT, "{shown}");
    }

    /// X1: pieces are text; what of them is markup is for whoever shows them to write.
    #[test]
    fn x1_what_looks_like_markup_is_text() {
        let found = highlights("script", &case("<script>alert(1)</script>", "<b>"));
        assert_eq!(shown(&found.title), "<[script]>alert(1)</[script]>");
    }
}
