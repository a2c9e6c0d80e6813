//! Where cases stand in the indexes, and what lists find them by.

use caseport_domain::case::{Case, CaseType, Marked, Status};
use caseport_domain::id::{CompanyId, ProductId, UserId};
use caseport_routes::{Entity, Index};
use jiff::Timestamp;

use crate::{FOLLOWED, SHARDS, instant, of_company, prefix};

/// What the list key of an open case begins with.
pub const OPEN: &str = "OPEN#";
/// What the list key of a closed case begins with: it sorts before that of an open one.
pub const CLOSED: &str = "CLOSED#";

/// The attribute that the indexes carry: a list line, as JSON in one string. Lists are read far more often than
/// written, and lines of a dozen attributes each took a third of what answering a list took.
pub const ROW: &str = "row";

/// The attribute that the indexes carry for lists to be filtered by: a set of texts, see [`facet`].
pub const FACETS: &str = "facets";

/// Every index.
pub const INDEXES: &[Index] = &[
    Index::Company,
    Index::Contact,
    Index::Desk,
    Index::Engineer,
    Index::Closing,
    Index::Reminder,
    Index::Directory,
    Index::Access,
    Index::Outside,
];

/// The name of an index; its keys are the attributes `<name>_pk` and `<name>_sk`.
#[must_use]
pub const fn index_name(index: Index) -> &'static str {
    match index {
        Index::Company => "company",
        Index::Contact => "contact",
        Index::Desk => "desk",
        Index::Engineer => "engineer",
        Index::Closing => "closing",
        Index::Reminder => "reminder",
        Index::Directory => "directory",
        Index::Access => "access",
        Index::Outside => "outside",
    }
}

/// The partition of a company's cases.
#[must_use]
pub fn company_list(id: &CompanyId) -> String {
    format!("COMPANY#{id}")
}

/// The company in whose partition cases are.
#[must_use]
pub fn company_of_list(pk: &str) -> Option<CompanyId> {
    pk.strip_prefix(prefix(Entity::Company))?.parse().ok()
}

/// The partition of a contact's cases.
#[must_use]
pub fn contact_list(id: &UserId) -> String {
    format!("CONTACT#{id}")
}

/// The partition of the cases that a contact follows. It is in the index of those that contacts opened, and sorted as these are.
#[must_use]
pub fn followed_list(id: &UserId) -> String {
    format!("{FOLLOWED}{id}")
}

/// The partition of the desk's cases: of the open ones, or of those that are closed.
#[must_use]
pub fn desk_list(open: bool) -> String {
    if open { "DESK#OPEN".to_owned() } else { "DESK#CLOSED".to_owned() }
}

/// The partition of an engineer's cases, open or closed; of nobody's without one.
#[must_use]
pub fn engineer_list(id: Option<&UserId>, open: bool) -> String {
    let whose = id.map_or("-", UserId::as_str);
    if open { format!("ENGINEER#{whose}") } else { format!("ENGINEER#{whose}#CLOSED") }
}

/// What sorts before every instant, and what sorts behind every one.
const EVER: [&str; 2] = ["0", "~"];

/// Between which keys those cases of a company or contact stand, open or closed, that were opened from one instant on and
/// before another.
#[must_use]
pub fn opened_between(open: bool, from: Option<Timestamp>, until: Option<Timestamp>) -> [String; 2] {
    let state = if open { OPEN } else { CLOSED };
    between(from, until).map(|end| format!("{state}{end}"))
}

/// Between which keys those cases of the desk or an engineer stand that changed last from one instant on and before
/// another.
#[must_use]
pub fn between(from: Option<Timestamp>, until: Option<Timestamp>) -> [String; 2] {
    let [first, last] = EVER;
    [from.map_or_else(|| first.to_owned(), instant), until.map_or_else(|| last.to_owned(), instant)]
}

/// Between which keys all cases of a partition stand, whatever it is sorted by.
#[must_use]
pub fn between_all() -> [String; 2] {
    EVER.map(str::to_owned)
}

/// From where to where the cases of a company are among those of a contact, whatever their state.
#[must_use]
pub fn between_all_of_company(company: &CompanyId) -> [String; 2] {
    let first = of_company(company);
    let last = format!("{first}~");
    [first, last]
}

/// Something that lists are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet<'a> {
    /// What it is about.
    Product(&'a ProductId),
    /// Where it stands.
    Status(Status),
    /// Its type of issue.
    Type(CaseType),
    /// What it is marked with.
    Mark(Marked),
    /// Who works on it, or nobody.
    Engineer(Option<&'a UserId>),
    /// Who works on it, by name.
    EngineerName(&'a str),
}

/// What stands for it among a case's [`FACETS`].
#[must_use]
pub fn facet(facet: Facet<'_>) -> String {
    match facet {
        Facet::Product(id) => format!("product={id}"),
        Facet::Status(status) => format!("status={}", status.code()),
        Facet::Type(case_type) => format!("type={}", case_type.code()),
        Facet::Mark(mark) => format!("mark={}", mark.code()),
        // No identifier is empty.
        Facet::Engineer(id) => format!("engineer={}", id.map_or("", UserId::as_str)),
        Facet::EngineerName(name) => format!("engineer-name={name}"),
    }
}

/// All that lists find a case by, beside where it stands.
#[must_use]
pub fn facets(case: &Case) -> Vec<String> {
    let engineer = case.engineer.as_ref();
    let product = case.product.as_ref().map(|product| Facet::Product(&product.id));
    let name = engineer.map(|engineer| Facet::EngineerName(&engineer.name));
    let engineer = Facet::Engineer(engineer.map(|engineer| &engineer.id));
    let facets = [Facet::Status(case.status), Facet::Type(case.case_type), engineer];
    let marks = case.marks().into_iter().map(Facet::Mark);
    product.into_iter().chain(name).chain(facets).chain(marks).map(facet).collect()
}

/// A partition of the cases that close by themselves.
#[must_use]
pub fn closing_list(shard: u64) -> String {
    format!("CLOSING#{shard}")
}

/// A partition of the cases to remind of.
#[must_use]
pub fn reminder_list(shard: u64) -> String {
    format!("REMINDER#{shard}")
}

/// Where a case stands in each index: index, partition key, sort key. What is closed has partitions of its own where
/// engineers work, and only what waits for an answer has a deadline.
#[must_use]
pub fn places(case: &Case) -> Vec<(Index, String, String)> {
    let open = case.status != Status::Closed;
    let shard = case.number.0 % SHARDS;
    let by = |at: Timestamp| format!("{}#{}", instant(at), case.number);
    let engineer = case.engineer.as_ref().map(|engineer| &engineer.id);
    let mut places = vec![
        (Index::Company, company_list(&case.company.id), opened(case)),
        (Index::Contact, contact_list(&case.reporter.id), opened_of_company(case)),
        (Index::Desk, desk_list(open), by(case.updated_at)),
        (Index::Engineer, engineer_list(engineer, open), by(case.updated_at)),
    ];
    if let Some(answer) = case.answer {
        places.push((Index::Closing, closing_list(shard), by(answer.closes_at)));
        if let Some(at) = answer.remind_at {
            places.push((Index::Reminder, reminder_list(shard), by(at)));
        }
    }
    places
}

/// Where the line of a case stands that one of those has who follow it: index, partition key, sort key.
#[must_use]
pub fn followed_place(case: &Case, observer: &UserId) -> (Index, String, String) {
    (Index::Contact, followed_list(observer), opened_of_company(case))
}

/// Where a case stands among those of a company: by whether it is open, and by when it was opened.
fn opened(case: &Case) -> String {
    let state = if case.status == Status::Closed { CLOSED } else { OPEN };
    format!("{state}{}#{:020}", instant(case.opened_at), case.number.0)
}

/// Where it stands among those of a contact, who may have spoken for another company before.
fn opened_of_company(case: &Case) -> String {
    format!("{}{}", of_company(&case.company.id), opened(case))
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    /// A day's cases lie between its keys, to the instant: the first of it does, the first of the next does not.
    #[test]
    fn a_range_has_its_beginning_and_not_its_end() {
        let begin: Timestamp = "2026-11-22T00:00:00Z".parse().unwrap();
        let end: Timestamp = "2026-11-23T00:00:00Z".parse().unwrap();
        let key = |at: Timestamp| format!("{CLOSED}{}#{:020}", instant(at), 20_601);
        let within = |[from, until]: &[String; 2], key: &str| from.as_str() <= key && key <= until.as_str();
        let day = opened_between(false, Some(begin), Some(end));
        assert!(within(&day, &key(begin)) && !within(&day, &key(end)));
        let open_ended = opened_between(false, Some(begin), None);
        assert!(
            within(&open_ended, &key(end))
                && !within(&open_ended, &key(begin - SignedDuration::from_secs(1)))
        );
        assert!(!within(&opened_between(true, None, None), &key(begin)), "an open case is no closed one");
        let changed = format!("{}#20601", instant(begin));
        assert!(within(&between(None, Some(end)), &changed) && !within(&between(Some(end), None), &changed));
        let opened = key(begin).replace(CLOSED, OPEN);
        assert!([changed, key(begin), opened].iter().all(|key| within(&between_all(), key)));
    }

    /// Of all cases of a company, read backwards, the open ones come first.
    #[test]
    fn open_cases_sort_behind_closed_ones() {
        assert!(CLOSED < OPEN);
    }

    #[test]
    fn no_facet_stands_for_another() {
        let product = "incident".parse().unwrap();
        let (eva, dash) = ("incident".parse().unwrap(), "-".parse().unwrap());
        let facets = [
            Facet::Product(&product),
            Facet::Type(CaseType::Incident),
            Facet::Engineer(Some(&eva)),
            Facet::Engineer(Some(&dash)),
            Facet::Engineer(None),
            Facet::EngineerName("incident"),
            Facet::EngineerName(""),
        ];
        let mut texts = facets.map(facet).to_vec();
        texts.extend(Status::ALL.map(|status| facet(Facet::Status(status))));
        texts.extend(Marked::ALL.map(|mark| facet(Facet::Mark(mark))));
        let count = texts.len();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), count);
    }
}
