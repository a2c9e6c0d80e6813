//! A sheet that comes in parts.

use serde::Serialize;

/// A part of a sheet that no single file holds: the way to its file, and to the page of the next one.
#[derive(Clone, Debug, Serialize)]
pub struct SheetPart {
    /// Which it is, from 1 on.
    pub part: u32,
    /// How many lines it has, without the one that names the columns.
    pub lines: usize,
    /// The address of its file.
    pub file: String,
    /// The address of the next one's page; none on the last.
    pub next: Option<String>,
    /// The address of the page that the sheet is offered on.
    pub back: String,
}

impl SheetPart {
    /// Which the next one is.
    pub(crate) const fn following(&self) -> u32 {
        self.part.saturating_add(1)
    }
}

crate::page!(SheetPart, "sheet_part.html");
