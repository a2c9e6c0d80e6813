//! Records as the lines of a sheet: CSV, as spreadsheets read and write it.

use csv::{QuoteStyle, ReaderBuilder, StringRecord, Terminator, Trim, WriterBuilder};

use super::{Kind, Typed};
use crate::input::{Flaw, Flaws};
use crate::person::Language;

/// The most lines that are read at once: a request has half a megabyte and ten seconds, in which all that its lines name is
/// read, too.
pub const MOST_ROWS: usize = 500;

/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Where spreadsheets may take a text apart.
const BREAKS: [char; 5] = [',', ';', '\t', '\n', '\r'];

/// A line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the text, the heading being 1.
    pub line: u64,
    /// What it says.
    pub typed: Typed,
}

/// What is wrong in a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line's number in the text.
    pub line: u64,
    /// The name of the column; empty for the line as a whole.
    pub column: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

impl Wrong {
    /// The flaws of a line.
    #[must_use]
    pub fn of(line: u64, flaws: &Flaws) -> Vec<Self> {
        let wrong = |(field, flaw): (&str, &Flaw)| {
            let column = field.split('/').next().unwrap_or_default().to_owned();
            Self { line, column, flaw: flaw.clone() }
        };
        flaws.iter().map(wrong).collect()
    }
}

/// Reads a sheet of records of this kind. The heading names the columns, in any order; a column may be missing, and a cell
/// that its line ends before is empty. Commas, semicolons and tabs are told apart by the heading: spreadsheets write what their language has.
///
/// # Errors
/// What is wrong with it as a sheet.
pub fn read(kind: Kind, text: &str) -> Result<Vec<Row>, Vec<Wrong>> {
    let text = text.trim_start_matches('\u{feff}');
    let heading = text.lines().next().unwrap_or_default();
    if heading.trim().is_empty() {
        return Err(vec![whole(1, Flaw::Required)]);
    }
    let delimiter = *[b',', b';', b'\t']
        .iter()
        .max_by_key(|delimiter| heading.bytes().filter(|byte| byte == *delimiter).count())
        .unwrap_or(&b',');
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).trim(Trim::All).flexible(true).from_reader(text.as_bytes());
    let columns = reader.headers().map_err(|_| vec![whole(1, Flaw::NotASheet)])?.clone();
    let columns: Vec<String> = columns.iter().map(str::to_ascii_lowercase).collect();
    let mut wrong = misnamed(kind, &columns);
    let (mut rows, mut lines) = (Vec::new(), 0);
    for record in reader.into_records() {
        let Ok(record) = record else {
            wrong.push(whole(rows.len() as u64 + 2, Flaw::NotASheet));
            break;
        };
        if record.iter().all(str::is_empty) {
            continue;
        }
        lines += 1;
        // The others are only counted.
        if lines > MOST_ROWS {
            continue;
        }
        let line = line_of(text, record.position().map_or(0, csv::Position::byte));
        if record.len() > columns.len() {
            wrong.push(whole(line, Flaw::NotASheet));
        }
        rows.push(Row { line, typed: typed(&columns, &record) });
    }
    if lines > MOST_ROWS {
        wrong.insert(0, whole(1, Flaw::TooManyLines { lines, max: MOST_ROWS }));
    }
    if rows.is_empty() && wrong.is_empty() {
        wrong.push(whole(1, Flaw::Required));
    }
    if wrong.is_empty() { Ok(rows) } else { Err(wrong) }
}

/// The number of the line that begins here or, where lines are empty, of the next one that is not. The reader's own count
/// takes the empty lines before a record for its beginning.
fn line_of(text: &str, byte: u64) -> u64 {
    let begin = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let rest = text.as_bytes()[begin..].iter();
    let empty = rest.take_while(|byte| **byte == b'\n' || **byte == b'\r').count();
    1 + text.get(..begin + empty).unwrap_or(text).matches('\n').count() as u64
}

fn whole(line: u64, flaw: Flaw) -> Wrong {
    Wrong { line, column: String::new(), flaw }
}

/// What is wrong with the heading: columns that there are not, and those that it names again, of which it could not be said
/// which one counts. As many as anybody reads.
fn misnamed(kind: Kind, columns: &[String]) -> Vec<Wrong> {
    let accepted: Vec<String> = kind.columns().iter().map(|&column| column.to_owned()).collect();
    let wrong = |(place, column): (usize, &String)| {
        let flaw = match (accepted.contains(column), columns[..place].contains(column)) {
            (true, false) => return None,
            (true, true) => Flaw::NamedTwice,
            (false, _) => Flaw::NoSuchField { accepted: accepted.clone() },
        };
        Some(Wrong { line: 1, column: column.clone(), flaw })
    };
    columns.iter().enumerate().filter_map(wrong).take(Flaws::MOST).collect()
}

fn typed(columns: &[String], record: &StringRecord) -> Typed {
    let cells = columns.iter().zip(record.iter().chain(std::iter::repeat("")));
    cells.fold(Typed::default(), |typed, (column, cell)| typed.with(column, bare(cell)))
}

/// Writes records of this kind as a sheet for a reader of this language, with a heading.
///
/// # Errors
/// When memory does not take it.
pub fn write<'a>(
    kind: Kind,
    records: impl IntoIterator<Item = &'a Typed>,
    language: Language,
) -> Result<String, csv::Error> {
    let mut writer = writer(language).from_writer(Vec::new());
    let columns = kind.columns();
    writer.write_record(columns)?;
    for record in records {
        writer.write_record(columns.iter().map(|column| defused(&record.text(column))))?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes lines as a sheet for people who read this language: as RFC 4180 has it, but for the separator, each cell defused.
/// It begins with the mark by which spreadsheets know UTF-8, without which some take it for another encoding.
///
/// # Errors
/// When memory does not take it.
pub fn lines(
    lines: impl IntoIterator<Item = Vec<String>>,
    language: Language,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = writer(language).terminator(Terminator::CRLF).from_writer(MARK.to_vec());
    for line in lines {
        writer.write_record(line.iter().map(|cell| defused(cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// How sheets are written: each cell in quotation marks, and between them what spreadsheets set to this language expect. That
/// is a semicolon where the comma is the decimal sign.
fn writer(language: Language) -> WriterBuilder {
    let separator = match language {
        Language::En => b',',
        Language::Nl | Language::Fr => b';',
    };
    let mut writer = WriterBuilder::new();
    writer.delimiter(separator).quote_style(QuoteStyle::Always);
    writer
}

/// Whether a spreadsheet may take this for a formula, once it has left out spaces and quotation marks (attack class X3).
fn is_live(text: &str) -> bool {
    let left_out = |c: char| c.is_whitespace() || matches!(c, '\'' | '"');
    text.trim_start_matches(left_out).starts_with(['=', '+', '-', '@'])
}

/// The text of a cell, in which no spreadsheet finds a formula, be it set to another language than the sheet is written for:
/// then it takes cells apart where they have its separator, whatever quotation marks are around. An apostrophe stands before
/// what would be one.
fn defused(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for part in text.split_inclusive(BREAKS) {
        if is_live(part) {
            cell.push('\'');
        }
        cell.push_str(part);
    }
    cell
}

/// A cell as it was before it was defused.
fn bare(cell: &str) -> String {
    cell.split_inclusive(BREAKS).map(bare_part).collect()
}

fn bare_part(part: &str) -> &str {
    part.strip_prefix('\'').filter(|rest| is_live(rest)).unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether there is a formula in a sheet for whoever takes it apart at some of what sheets are taken apart at, with or
    /// without a look at the quotation marks.
    fn has_formula(sheet: &str) -> bool {
        let cells = sheet.split([',', ';', '\t', '\r', '\n']);
        let left_out = |c: char| c.is_whitespace() || c == '"';
        cells.map(|cell| cell.trim_start_matches(left_out)).any(|cell| cell.starts_with(['=', '+', '-', '@']))
    }

    /// X3: what a formula would begin with has an apostrophe before it, wherever a cell may be taken apart, and nothing else
    /// is altered.
    #[test]
    fn x3_a_formula_has_an_apostrophe_before_it() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("  @SUM(A1)", "'  @SUM(A1)"),
            ("'-2", "''-2"),
            ("a;=1+1", "a;'=1+1"),
            ("a,@x", "a,'@x"),
            ("a\t-1", "a\t'-1"),
            ("a\n+1", "a\n'+1"),
            ("a\r\n+1", "a\r\n'+1"),
            ("x; \"=1+1;y", "x;' \"=1+1;y"),
            ("a=1", "a=1"),
            ("Click, here; it's 1 - 1", "Click, here; it's 1 - 1"),
            ("'tis", "'tis"),
        ] {
            assert_eq!((&*defused(text), &*bare(cell)), (cell, text));
        }
    }

    /// X3: what was exported is imported as it was, whatever the exporter's language.
    #[test]
    fn x3_cells_are_defused_and_read_back() {
        let names = [
            "=1+1",
            "+32 9 123",
            "-2",
            "@SUM(A1)",
            "'=1",
            "'tis",
            "x;=1+1;y",
            "a,@x",
            "a\t-1",
            "a\n=1",
            "O’Dowd; \"Sons\"\nLtd",
            "plain",
        ];
        let records: Vec<Typed> = names.iter().map(|name| Typed::default().with("name", *name)).collect();
        for (language, heading) in [
            (Language::En, "\"id\",\"name\"\n"),
            (Language::Nl, "\"id\";\"name\"\n"),
            (Language::Fr, "\"id\";\"name\"\n"),
        ] {
            let text = write(Kind::Product, &records, language).unwrap();
            assert!(text.starts_with(heading) && !has_formula(&text), "{text}");
            let rows = read(Kind::Product, &text).unwrap();
            assert_eq!(rows.iter().map(|row| row.typed.get("name")).collect::<Vec<_>>(), names);
        }
    }

    proptest::proptest! {
        /// X3: so it is with every text.
        #[test]
        fn x3_every_text_is_harmless_and_read_back(text in "[-=+@'\", ;\t\na]{0,12}") {
            for language in Language::ALL {
                let record = Typed::default().with("id", "x").with("name", text.as_str());
                let sheet = write(Kind::Product, [&record], language).unwrap();
                assert!(!has_formula(&sheet), "{sheet}");
                let rows = read(Kind::Product, &sheet).unwrap();
                assert_eq!(rows[0].typed.get("name"), text.trim());
            }
        }
    }

    /// X3: the sheets for people are as harmless, and RFC 4180 but for the separator.
    #[test]
    fn x3_sheets_for_people_are_defused_and_quoted() {
        let line = ["=cmd|' /C calc'!A0", "a,b", "say \"no\"", "x;=1+1;y", "two\nlines", "", "Eénheid"];
        let cells =
            ["'=cmd|' /C calc'!A0", "a,b", "say \"\"no\"\"", "x;'=1+1;y", "two\nlines", "", "Eénheid"];
        let cells = cells.map(|cell| format!("\"{cell}\""));
        for (language, separator) in [(Language::En, ","), (Language::Nl, ";"), (Language::Fr, ";")] {
            let sheet = lines([line.map(str::to_owned).to_vec()], language).unwrap();
            let text = std::str::from_utf8(&sheet).unwrap();
            let text = text.strip_prefix('\u{feff}').expect("spreadsheets know the encoding");
            assert_eq!(text, cells.join(separator) + "\r\n");
            assert!(!has_formula(text), "{text}");
        }
    }

    #[test]
    fn a_sheet_is_read_as_spreadsheets_write_it() {
        for text in
            ["id,name\nvoice,Voice\n\nsbc,Edge\n", "\u{feff}Name;ID\r\nVoice;voice\r\n;;\r\nEdge;sbc\r\n"]
        {
            let rows = read(Kind::Product, text).unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"));
            let ids: Vec<(u64, &str)> = rows.iter().map(|row| (row.line, row.typed.get("id"))).collect();
            assert_eq!(ids, [(2, "voice"), (4, "sbc")]);
        }
    }

    /// A column that is missing says nothing; a cell that is empty says so, wherever its line ends.
    #[test]
    fn an_empty_cell_is_there_and_a_missing_column_is_not() {
        let rows = read(Kind::Hardware, "company,id,site,model\nacme,h-1,,\nacme,h-2\n").unwrap();
        for row in rows {
            let there = ["site", "model", "serial"].map(|column| row.typed.has(column));
            assert_eq!(there, [true, true, false], "line {}", row.line);
        }
    }

    #[test]
    fn what_is_no_sheet_is_told_by_line() {
        let lines = |text: &str| {
            let wrong = read(Kind::Product, text).unwrap_err();
            wrong.iter().map(|w| (w.line, w.column.clone(), w.flaw.code())).collect::<Vec<_>>()
        };
        assert_eq!(lines(""), [(1, String::new(), "required")]);
        assert_eq!(lines("id,name\n"), [(1, String::new(), "required")]);
        assert_eq!(lines("id,naam\nvoice,Voice"), [(1, "naam".to_owned(), "no-such-field")]);
        let twice = [(1, "name".to_owned(), "named-twice")];
        assert_eq!(lines("id,name,Name\nvoice,Voice,Other"), twice, "neither is taken");
        assert_eq!(lines(&",".repeat(10_000)).len(), Flaws::MOST, "X22: as many as anybody reads");
        assert_eq!(lines("id,name\nvoice,Voice,more"), [(2, String::new(), "not-a-sheet")]);
        let long = "id,name\n".to_owned() + &"a,b\n,\n".repeat(MOST_ROWS + 7);
        let too_many = whole(1, Flaw::TooManyLines { lines: MOST_ROWS + 7, max: MOST_ROWS });
        assert_eq!(read(Kind::Product, &long), Err(vec![too_many]), "it says how many there are");
    }
}
