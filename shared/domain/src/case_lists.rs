//! How a portal lists cases: which columns its customers see, and which types of issue have an entry of their own.

use std::str::FromStr;

use crate::case::{CaseType, Marked};

/// Something that a list or a sheet can say of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Its number.
    Number,
    /// Its title.
    Title,
    /// The company.
    Company,
    /// The company's town.
    City,
    /// Company and town.
    Address,
    /// What it is about.
    Product,
    /// Where it stands.
    Status,
    /// Its type of issue.
    Type,
    /// How many it touches.
    Impact,
    /// How soon it must be dealt with.
    Urgency,
    /// Impact and urgency.
    Weight,
    /// Its priority.
    Priority,
    /// Who opened it.
    Reporter,
    /// Who works on it.
    Engineer,
    /// When it was opened.
    Opened,
    /// When something last happened.
    Updated,
    /// The day work is planned for.
    Planned,
    /// When it closes by itself.
    Closes,
    /// When it closes by itself, or else the day work is planned for.
    Due,
    /// The customer's own reference.
    Reference,
    /// Whether it is an outage.
    Outage,
    /// Whether it is escalated to research and development.
    Escalated,
    /// Whether a workaround was provided.
    Workaround,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Number,
        Self::Title,
        Self::Company,
        Self::City,
        Self::Address,
        Self::Product,
        Self::Status,
        Self::Type,
        Self::Impact,
        Self::Urgency,
        Self::Weight,
        Self::Priority,
        Self::Reporter,
        Self::Engineer,
        Self::Opened,
        Self::Updated,
        Self::Planned,
        Self::Closes,
        Self::Due,
        Self::Reference,
        Self::Outage,
        Self::Escalated,
        Self::Workaround,
    ];

    /// Those of the desk, behind number and title.
    pub const DESK: [Self; 7] = [
        Self::Company,
        Self::Product,
        Self::Status,
        Self::Priority,
        Self::Engineer,
        Self::Updated,
        Self::Due,
    ];

    /// Those of a sheet: one fact each.
    pub const SHEET: [Self; 20] = [
        Self::Number,
        Self::Title,
        Self::Reference,
        Self::Company,
        Self::City,
        Self::Product,
        Self::Type,
        Self::Status,
        Self::Impact,
        Self::Urgency,
        Self::Priority,
        Self::Reporter,
        Self::Engineer,
        Self::Opened,
        Self::Updated,
        Self::Planned,
        Self::Closes,
        Self::Outage,
        Self::Escalated,
        Self::Workaround,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Company => "company",
            Self::City => "city",
            Self::Address => "address",
            Self::Product => "product",
            Self::Status => "status",
            Self::Type => "type",
            Self::Impact => "impact",
            Self::Urgency => "urgency",
            Self::Weight => "weight",
            Self::Priority => "priority",
            Self::Reporter => "reporter",
            Self::Engineer => "engineer",
            Self::Opened => "opened",
            Self::Updated => "updated",
            Self::Planned => "planned",
            Self::Closes => "closes",
            Self::Due => "due",
            Self::Reference => "reference",
            Self::Outage => "outage",
            Self::Escalated => "escalated",
            Self::Workaround => "workaround",
        }
    }

    /// The mark that it tells of, if it tells of one.
    #[must_use]
    pub const fn mark(self) -> Option<Marked> {
        match self {
            Self::Outage => Some(Marked::Outage),
            Self::Escalated => Some(Marked::Escalated),
            Self::Workaround => Some(Marked::Workaround),
            _ => None,
        }
    }

    fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// How a portal lists cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLists {
    /// What its customers see of a case, in this order, behind number and title.
    pub columns: Vec<Column>,
    /// The types of issue that have an entry to the form of their own, in the place of one for all.
    pub entries: Vec<CaseType>,
}

impl Default for CaseLists {
    fn default() -> Self {
        let columns = [
            Column::Product,
            Column::Status,
            Column::Type,
            Column::Opened,
            Column::Planned,
            Column::Reference,
        ];
        Self { columns: columns.to_vec(), entries: Vec::new() }
    }
}

/// Why a setting does not say how cases are listed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not columns=<column>+<column> or entries=<type>+<type>")]
pub struct NotCaseLists(String);

impl FromStr for CaseLists {
    type Err = NotCaseLists;

    /// Reads `columns=address+status+type+opened+planned,entries=incident+request`. What is not named is as usual.
    fn from_str(text: &str) -> Result<Self, NotCaseLists> {
        let mut lists = Self::default();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let wrong = || NotCaseLists(part.to_owned());
            let (name, codes) = part.split_once('=').ok_or_else(wrong)?;
            let codes = codes.split('+').filter(|code| !code.is_empty());
            match name {
                "columns" => {
                    let columns = codes.map(Column::named).collect::<Option<Vec<_>>>().ok_or_else(wrong)?;
                    let given = |column: &Column| !matches!(column, Column::Number | Column::Title);
                    lists.columns = columns.into_iter().filter(given).collect();
                }
                "entries" => {
                    lists.entries = codes
                        .map(str::parse::<CaseType>)
                        .collect::<Result<Vec<_>, _>>()
                        .map_err(|_| wrong())?;
                }
                _ => return Err(wrong()),
            }
        }
        Ok(lists)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// M11, C8: columns and entries are as the portal says, and as usual where it says nothing.
    #[test]
    fn m11_c8_columns_and_entries_are_as_the_portal_says() {
        let said = "columns=number+title+address+status+type+opened+planned, entries=incident+request";
        let lists: CaseLists = said.parse().unwrap();
        let columns = [Column::Address, Column::Status, Column::Type, Column::Opened, Column::Planned];
        assert_eq!(lists.columns, columns, "number and title are always there");
        assert_eq!(lists.entries, [CaseType::Incident, CaseType::Request]);
        assert_eq!("".parse::<CaseLists>().unwrap(), CaseLists::default());
        assert_eq!("entries=".parse::<CaseLists>().unwrap(), CaseLists::default());
        let hyphenated: CaseLists = "entries=feature-request+admin".parse().unwrap();
        assert_eq!(hyphenated.entries, [CaseType::FeatureRequest, CaseType::Admin]);
        for wrong in ["columns", "columns=colour", "entries=complaint", "rows=status"] {
            assert_eq!(wrong.parse::<CaseLists>(), Err(NotCaseLists(wrong.to_owned())));
        }
    }

    #[test]
    fn every_column_has_its_own_code() {
        for column in Column::ALL {
            assert_eq!(Column::named(column.code()), Some(column));
        }
    }
}
