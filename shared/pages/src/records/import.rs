//! Sheets, read and written.

use caseport_domain::input::Flaws;
use caseport_domain::records::Kind;
use caseport_domain::records::sheet::Wrong;
use caseport_i18n::Tr;
use serde::Serialize;

/// How many records a part of a sheet has, for an answer of Lambda to have room for it.
pub const SHEET_RECORDS: usize = 10_000;

/// The page for sheets: those to take away, and the form to bring one in.
#[derive(Clone, Debug, Serialize)]
pub struct Import {
    /// The kinds of records there are.
    pub kinds: Vec<Kind>,
    /// What became of the sheet that was brought in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    #[serde(skip)]
    pub(crate) values: ImportValues,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// The form's fields, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportValues {
    /// What the sheet has: `companies`, `contacts`, …
    pub sheet: String,
    /// The sheet as CSV.
    pub csv: String,
}

/// What became of a sheet.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// What it has.
    pub sheet: Kind,
    /// Whether it was only checked.
    pub dry_run: bool,
    /// How many lines make a new record.
    pub created: usize,
    /// How many change one.
    pub changed: usize,
    /// How many say what is there already.
    pub unchanged: usize,
    /// How many could not be written, since somebody else was at the same record: bring the sheet in again.
    pub overtaken: usize,
    /// How many were not reached in time: bring the sheet in again, in which the lines before them change nothing then.
    pub not_reached: usize,
    /// What each line comes to.
    pub rows: Vec<ReportRow>,
    /// What is wrong; then nothing was written.
    pub errors: Vec<WrongCell>,
}

/// What a line comes to.
#[derive(Clone, Debug, Serialize)]
pub struct ReportRow {
    /// Its number.
    pub line: u64,
    /// The record's identifier.
    pub id: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It is new.
    Created,
    /// It is changed.
    Changed,
    /// It stays as it is.
    Unchanged,
    /// Somebody else was at it.
    Overtaken,
    /// It stays as it is, since the lines before it took all the time there is.
    NotReached,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, Serialize)]
pub struct WrongCell {
    /// The line's number.
    pub line: u64,
    /// The column; empty for the whole line.
    pub column: String,
    /// [`caseport_domain::input::Flaw::code`].
    pub code: &'static str,
    /// A sentence in the reader's language.
    pub detail: String,
}

impl Report {
    /// What becomes of these lines, or what is wrong with the sheet.
    #[must_use]
    pub fn new(sheet: Kind, dry_run: bool, rows: Vec<ReportRow>, wrong: Vec<Wrong>, tr: Tr) -> Self {
        let count = |outcome| rows.iter().filter(|row| row.outcome == outcome).count();
        let cell = |wrong: Wrong| WrongCell {
            line: wrong.line,
            code: wrong.flaw.code(),
            detail: tr.flaw(if wrong.column.is_empty() { "csv" } else { &wrong.column }, &wrong.flaw),
            column: wrong.column,
        };
        Self {
            sheet,
            dry_run,
            created: count(Outcome::Created),
            changed: count(Outcome::Changed),
            unchanged: count(Outcome::Unchanged),
            overtaken: count(Outcome::Overtaken),
            not_reached: count(Outcome::NotReached),
            rows,
            errors: wrong.into_iter().map(cell).collect(),
        }
    }

    /// Whether some lines are to be brought in again.
    pub(crate) const fn is_in_part(&self) -> bool {
        self.overtaken > 0 || self.not_reached > 0
    }
}

impl Import {
    /// The page with an empty form.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kinds: Kind::ALL.to_vec(),
            report: None,
            values: ImportValues::default(),
            flaws: Flaws::default(),
        }
    }

    /// The form again as it was typed, with what is wrong with it.
    #[must_use]
    pub fn again(mut self, values: ImportValues, flaws: Flaws) -> Self {
        self.values = values;
        self.flaws = flaws;
        self
    }

    /// The page with what became of a sheet. What can be done with it still is in the form.
    #[must_use]
    pub fn told(mut self, values: ImportValues, report: Report) -> Self {
        self.values = values;
        self.report = Some(report);
        self
    }
}

impl Default for Import {
    fn default() -> Self {
        Self::new()
    }
}

crate::page!(Import, "records/import.html");

#[cfg(test)]
mod tests {
    use caseport_i18n::Language;

    use super::*;

    #[test]
    fn what_became_of_the_lines_is_counted() {
        let outcomes = [Outcome::Created, Outcome::Overtaken, Outcome::NotReached, Outcome::NotReached];
        let row = |(line, outcome)| ReportRow { line, id: format!("h-{line}"), outcome };
        let rows = (2..).zip(outcomes).map(row).collect();
        let report = Report::new(Kind::Hardware, false, rows, Vec::new(), Tr::new(Language::En));
        let json = serde_json::to_value(&report).unwrap();
        let count = |name: &str| json[name].as_u64().unwrap();
        let counts = ["created", "changed", "unchanged", "overtaken", "not_reached"].map(count);
        assert_eq!(counts, [1, 0, 0, 1, 2]);
        assert_eq!(json["rows"][3]["outcome"], "not-reached");
    }
}
