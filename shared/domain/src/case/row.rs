//! A case as a line of a list.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::snapshot::{Case, CaseType, Impact, Status, Urgency};
use crate::id::{CaseNumber, ProductId, UserId};

/// A case as a line of a list: all that lists show, and nothing more, since every index carries a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// What people call it.
    pub number: CaseNumber,
    /// Its title.
    pub title: String,
    /// The customer's own reference.
    pub reference: Option<String>,
    /// Name of the company.
    pub company: String,
    /// The company's town.
    pub city: String,
    /// Name of the product.
    pub product: String,
    /// Its identifier.
    pub product_id: ProductId,
    /// Its type of issue.
    pub case_type: CaseType,
    /// Where it stands.
    pub status: Status,
    /// How many it touches.
    pub impact: Impact,
    /// How soon it must be dealt with.
    pub urgency: Urgency,
    /// Name of who opened it.
    pub reporter: String,
    /// Name of who works on it.
    pub engineer: Option<String>,
    /// Their identifier, which is for engineers only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engineer_id: Option<UserId>,
    /// The day work is planned for.
    pub planned_on: Option<Date>,
    /// The instant it closes by itself.
    pub closes_at: Option<Timestamp>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened.
    pub updated_at: Timestamp,
}

impl CaseRow {
    /// The line of this case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            number: case.number,
            title: case.title.to_string(),
            reference: case.reference.as_ref().map(ToString::to_string),
            company: case.company.name.clone(),
            city: case.company.city.clone(),
            product: case.product.name.clone(),
            product_id: case.product.id.clone(),
            case_type: case.case_type,
            status: case.status,
            impact: case.impact,
            urgency: case.urgency,
            reporter: case.reporter.name.clone(),
            engineer: case.engineer.as_ref().map(|engineer| engineer.name.clone()),
            engineer_id: case.engineer.as_ref().map(|engineer| engineer.id.clone()),
            planned_on: case.planned_on,
            closes_at: case.answer.map(|answer| answer.closes_at),
            opened_at: case.opened_at,
            updated_at: case.updated_at,
        }
    }

    /// The line as customers may have it.
    #[must_use]
    pub fn for_customer(self) -> Self {
        Self { engineer_id: None, ..self }
    }
}
