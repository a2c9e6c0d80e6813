//! A case as a line of a list.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::mark::Marked;
use crate::case::priority::Priority;
use crate::case::snapshot::{Case, CaseType, Impact, Status, Urgency};
use crate::id::{CaseNumber, CompanyId, ProductId, UserId};

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
    /// Its identifier, which is for engineers only; none in the lines from before lists told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company_id: Option<CompanyId>,
    /// The company's town.
    pub city: String,
    /// Name of the product, if it is about one.
    pub product: Option<String>,
    /// Its identifier.
    pub product_id: Option<ProductId>,
    /// Its type of issue.
    pub case_type: CaseType,
    /// Where it stands.
    pub status: Status,
    /// How many it touches.
    pub impact: Impact,
    /// How soon it must be dealt with.
    pub urgency: Urgency,
    /// Its priority; none in the lines from before lists told it, for it may have been given by hand or another matrix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What it is marked with; nothing in the lines from before lists told it.
    #[serde(default)]
    pub marks: Vec<Marked>,
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
            company_id: Some(case.company.id.clone()),
            city: case.company.city.clone(),
            product: case.product.as_ref().map(|product| product.name.clone()),
            product_id: case.product.as_ref().map(|product| product.id.clone()),
            case_type: case.case_type,
            status: case.status,
            impact: case.impact,
            urgency: case.urgency,
            priority: Some(case.priority()),
            marks: case.marks(),
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
        Self { company_id: None, engineer_id: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A2, A4: a line that was stored before lists told priorities and marks is read all the same, and tells none.
    #[test]
    fn a2_a4_a_line_from_before_priorities_and_marks_is_read() {
        let kept = r#"{
            "number": 20601, "title": "No calls", "reference": null, "company": "Acme", "city": "Ghent",
            "product": "Voice", "product_id": "voice", "case_type": "incident", "status": "open",
            "impact": "everybody", "urgency": "high", "reporter": "Anna", "engineer": null, "planned_on": null,
            "closes_at": null, "opened_at": "2026-11-22T10:00:00Z", "updated_at": "2026-11-22T10:00:00Z"
        }"#;
        let mut row: CaseRow = serde_json::from_str(kept).unwrap();
        assert!(row.priority.is_none() && row.marks.is_empty());
        assert_eq!(row.product.as_deref(), Some("Voice"), "each was about a product then");
        row.priority = Some(Priority::Low);
        row.marks = vec![Marked::Outage, Marked::Workaround];
        let again: CaseRow = serde_json::from_str(&serde_json::to_string(&row).unwrap()).unwrap();
        assert_eq!(again.priority, Some(Priority::Low), "what it was given counts");
        assert_eq!(again.marks, row.marks);
    }
}
