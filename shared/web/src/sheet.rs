//! Sheets to take away: as a file, or where one does not hold everything, as a page that offers its parts.
//!
//! Programs ask for `?as=csv` and are led on by the header `Link`, which no browser shows. So people are led to `?as=sheet`:
//! that is the same file if it holds everything. Else it is a page for each part, which reads the part to say where it ends,
//! and leads to its file and to the page of the next one.

use caseport_pages::SheetPart;
use caseport_store::Span;
use lambda_http::http::StatusCode;
use lambda_http::http::header::LINK;

use crate::answer::Answer;
use crate::failure::{Failure, Outcome};
use crate::request::Request;

/// A sheet, as it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// What its file is called by, without a dot.
    name: &'a str,
    /// Its address, with what narrows it.
    address: &'a str,
    /// The page that offers it.
    back: &'a str,
    /// Which part of the list it is to have.
    span: Span<'a>,
    /// The number of that, if a page leads to it: which it is goes into the names of files, and nothing else goes by it.
    part: Option<u32>,
    /// Whether a person asks, who is told on a page what there is besides.
    is_offered: bool,
}

/// What is answered.
#[derive(Debug)]
enum Way {
    /// The file of this name, and where the next one is: for programs.
    File(String, Option<String>),
    /// The page of a part.
    Page(SheetPart),
    /// Leads to the page of the part once more.
    Again(String),
}

impl<'a> Sheet<'a> {
    /// The sheet of this name that a request asks for at this address, which is offered on the page `back`.
    #[must_use]
    pub fn asked(request: &'a Request, name: &'a str, address: &'a str, back: &'a str) -> Self {
        Self {
            name,
            address,
            back,
            span: Span { after: request.query("after"), until: request.query("until") },
            part: request.query("part").and_then(|part| part.parse().ok()),
            is_offered: request.query("as") == Some("sheet") && !request.wants_json(),
        }
    }

    /// Which part of the list it is to have.
    #[must_use]
    pub const fn span(&self) -> Span<'a> {
        self.span
    }

    /// How many pages of the list are read for it, where a sheet takes so many. The file of a part that was offered may have
    /// one more: there is room for what has come in since.
    #[must_use]
    pub const fn pages(&self, most: usize) -> usize {
        if self.part.is_some() && !self.is_offered { most + 1 } else { most }
    }

    /// The answer, where this many lines were read and `next` is the cursor of the next part, if there is one. `file` writes
    /// the sheet, if it comes to that.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn answer(
        self,
        request: &Request,
        lines: usize,
        next: Option<&str>,
        file: impl FnOnce() -> Result<Vec<u8>, Failure>,
    ) -> Outcome {
        match self.way(lines, next) {
            Way::Page(part) => request.show(StatusCode::OK, &part),
            Way::Again(address) => Ok(Answer::see(&address)),
            Way::File(name, next) => {
                let answer = Answer::download("text/csv; charset=utf-8", &name, file()?);
                Ok(match next {
                    Some(next) => answer.header(LINK, &format!("<{next}>; rel=\"next\"")),
                    None => answer,
                })
            }
        }
    }

    fn way(&self, lines: usize, next: Option<&str>) -> Way {
        let Span { after, .. } = self.span;
        if self.is_offered && (after.is_some() || next.is_some()) {
            let part = self.part.unwrap_or(1);
            return Way::Page(SheetPart {
                part,
                lines,
                file: self.at("csv", Span { after, until: next }, Some(part)),
                next: next.map(|next| self.behind("sheet", next, Some(part.saturating_add(1)))),
                back: self.back.to_owned(),
            });
        }
        match (self.part, next) {
            // More has come in since than its file has room for: the part ends elsewhere now.
            (Some(_), Some(_)) => Way::Again(self.at("sheet", Span { after, until: None }, self.part)),
            (Some(part), None) => Way::File(format!("{}-{part}.csv", self.name), None),
            (None, next) => {
                Way::File(format!("{}.csv", self.name), next.map(|next| self.behind("csv", next, None)))
            }
        }
    }

    /// Its address for what lies behind this cursor.
    fn behind(&self, way: &str, after: &str, part: Option<u32>) -> String {
        self.at(way, Span { after: Some(after), until: None }, part)
    }

    /// Its address for this part of the list.
    fn at(&self, way: &str, span: Span<'_>, part: Option<u32>) -> String {
        let part = part.map(|part| part.to_string());
        let given = [("after", span.after), ("until", span.until), ("part", part.as_deref())];
        let given = given.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let pairs = std::iter::once(("as", way)).chain(given);
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let mark = if self.address.contains('?') { '&' } else { '?' };
        format!("{}{mark}{query}", self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of the cases that are asked for so: behind this cursor, as this part, by a person or a program.
    fn cases(after: Option<&str>, part: Option<u32>, is_offered: bool) -> Sheet<'_> {
        let address = "/cases?show=all&product=a%26b";
        let span = Span { after, until: None };
        Sheet { name: "cases", address, back: address, span, part, is_offered }
    }

    fn page(way: Way) -> SheetPart {
        match way {
            Way::Page(page) => page,
            way => panic!("{way:?} is no page"),
        }
    }

    /// What a file is called, and where the next one is.
    fn file(way: Way) -> (String, Option<String>) {
        match way {
            Way::File(name, next) => (name, next),
            way => panic!("{way:?} is no file"),
        }
    }

    #[test]
    fn a_program_is_told_where_the_next_sheet_begins() {
        let next = "/cases?show=all&product=a%26b&as=csv&after=a-b_c".to_owned();
        let name = || "cases.csv".to_owned();
        assert_eq!(file(cases(None, None, false).way(5_000, Some("a-b_c"))), (name(), Some(next)));
        assert_eq!(file(cases(Some("a-b_c"), None, false).way(7, None)), (name(), None));
        let desk = Sheet { address: "/desk", ..cases(None, None, false) };
        assert_eq!(file(desk.way(5_000, Some("x"))).1.as_deref(), Some("/desk?as=csv&after=x"));
    }

    #[test]
    fn a_person_gets_a_sheet_that_holds_everything_at_once() {
        assert_eq!(file(cases(None, None, true).way(12, None)), ("cases.csv".to_owned(), None));
    }

    /// Each page leads to the file of its part, which ends where the next one begins, and to the page of the next.
    #[test]
    fn a_person_is_offered_part_by_part() {
        let here = "/cases?show=all&product=a%26b";
        let first = page(cases(None, None, true).way(5_000, Some("one")));
        assert_eq!((first.part, first.lines, &*first.back), (1, 5_000, here));
        assert_eq!(first.file, format!("{here}&as=csv&until=one&part=1"));
        assert_eq!(first.next, Some(format!("{here}&as=sheet&after=one&part=2")));
        let second = page(cases(Some("one"), Some(2), true).way(5_000, Some("two")));
        assert_eq!(second.file, format!("{here}&as=csv&after=one&until=two&part=2"));
        assert_eq!(second.next, Some(format!("{here}&as=sheet&after=two&part=3")));
        let last = page(cases(Some("two"), Some(3), true).way(1, None));
        assert_eq!((last.file, last.next), (format!("{here}&as=csv&after=two&part=3"), None));
        assert_eq!(file(cases(Some("two"), Some(3), false).way(1, None)), ("cases-3.csv".to_owned(), None));
    }

    /// No file that a page leads to leaves out what it was to have: there is room for more, and else a page says so.
    #[test]
    fn a_part_that_has_grown_beyond_its_file_is_offered_anew() {
        let part = cases(Some("one"), Some(2), false);
        assert_eq!((part.pages(5), cases(Some("one"), Some(2), true).pages(5)), (6, 5));
        assert_eq!(cases(Some("one"), None, false).pages(5), 5);
        let Way::Again(address) = part.way(6_000, Some("two")) else { panic!("it is not whole") };
        assert_eq!(address, "/cases?show=all&product=a%26b&as=sheet&after=one&part=2");
    }
}
