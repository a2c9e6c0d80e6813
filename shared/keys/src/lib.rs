//! Key prefixes and index names, and nowhere else.
//!
//! | pattern | index | key condition | caller |
//! |---|---|---|---|
//! | a case with its history and mails | table | `pk = CASE#<number>`, descending | `cases-view`, `cases-transcript`, `attachments-archive`, `attachments-pack`, `search-index`, `workers-*`; of `cases-*` and `desk-*` commands that are refused |
//! | what its reporter and observers want to be mailed for | table | `pk = CASE#<number>, sk = NOTICES#<user>` | with the history, `cases-notifications`, `cases-unsubscribe` |
//! | the addresses outside at which people follow a case | table | `pk = CASE#<number>, sk = OUTSIDE#<outsider>` | with the history, `cases-observe`, `workers-notify` |
//! | the cases that are followed from outside at an address | outside | `outside_pk = OUTSIDE#<address>` | `workers-erase` |
//! | mails held until now, by person | table | `pk = HELD#AT#<shard>, sk <= <now>` | `workers-digests` |
//! | that somebody sends what was held for a person | table | `pk = HELD#<user>, sk = <instant>` | `workers-digests` |
//! | earlier parts of that history | table | `pk = CASE#<number>, sk < EVENT#<seq>`, descending | `cases-view` |
//! | a case's snapshot | table | `pk = CASE#<number>, sk = SNAPSHOT` | the commands among `cases-*` and `desk-*`, lists by number, `drafts-*`, `profile-data-export`, `search-*`, `workers-*` |
//! | the next case number | table | `pk = COUNTER#cases, sk = COUNTER` | `cases-open`; how far they go, `search-index` and `workers-inspect` |
//! | cases of a company, open first, newest first | company | `company_pk = COMPANY#<id>` | `profile-data-export`, `workers-erase` |
//! | those opened from one day to another, in either order | company | `company_pk = COMPANY#<id>, sk between OPEN#<from> and OPEN#<until>`, the same with `CLOSED#` | `cases-list`, `desk-queue`, `home-page` |
//! | cases a contact opened for a company, the same | contact | `contact_pk = CONTACT#<id>, sk between <company>#… and <company>#…` | `cases-list`, `home-page` |
//! | cases a contact follows in a company, the same | contact | `contact_pk = FOLLOWED#<id>, sk between <company>#… and <company>#…` | `cases-list` |
//! | all cases a contact opened | contact | `contact_pk = CONTACT#<id>` | `workers-erase` |
//! | open or closed cases of the desk, by last change | desk | `desk_pk = DESK#OPEN` or `DESK#CLOSED` `[, sk between <from> and <until>]` | `desk-queue` |
//! | those nobody works on | engineer | `engineer_pk = ENGINEER#-` or `ENGINEER#-#CLOSED …` | `desk-queue` |
//! | those of an engineer | engineer | `engineer_pk = ENGINEER#<id>` or `ENGINEER#<id>#CLOSED …` | `desk-queue` |
//! | cases that close by now | closing | `closing_pk = CLOSING#<shard>, sk < now` | `workers-auto-close` |
//! | cases to remind of by now | reminder | `reminder_pk = REMINDER#<shard>, sk < now` | `workers-reminders` |
//! | a company and its contracts | table | `pk = COMPANY#<id>` | `access-*`, `accounts-*`, `cases-filter`, `cases-new`, `cases-open`, `desk-callers`, `drafts-save`, `home-page`, `profile-*`, `records-*`, `workers-letters` |
//! | who signs in with an address or a user name | table | `pk = LOGIN#<name>, sk = LOGIN` | `access-decide`, `accounts-*`, `cases-observe`, `cases-open`, `desk-callers`, `records-*`, `workers-letters` |
//! | a company's hardware and licences | table | `pk = ASSET#<company>` | `home-page`, `records-*` |
//! | a request for access | table | `pk = ACCESS#<id>, sk = REQUEST` | `access-*`, `workers-letters` |
//! | the last request of a contact, or for a login | table | `pk = ACCESS#OF#<user or address>, sk = LATEST` | `access-*`, `accounts-email`, `records-contact-*`, `records-import` |
//! | all requests of somebody, and those they were to confirm | table | `pk = ACCESS#OF#<user or address>` | `profile-data-export`, `workers-erase` |
//! | requests for access that are to be dealt with, by when they are due | access | `access_pk = ACCESS#OPEN` | `access-queue` |
//! | a person | table | `pk = USER#<id>, sk = USER` | `access-*`, `accounts-*`, `cases-*`, `desk-*`, `home-page`, `profile-*`, `records-*`, `workers-*` |
//! | what a person wants to be mailed for | table | `pk = USER#<id>, sk = PREFERENCES` | `profile-notifications`, `workers-notify` |
//! | tries counted in a quarter of an hour, or a day | table | `pk = THROTTLE#<kind>#<digest>, sk = <window>` | `access-login`, `accounts-*`, `attachments-begin`, `cases-observe`, `cases-open`, `desk-callers`, `profile-*` |
//! | the forms that cases are opened with, as they are | table | `pk = FORM#all, sk begins CURRENT#` | `cases-new`, `cases-open`, `forms-*`, `records-product-save` |
//! | the versions of a form, newest first | table | `pk = FORM#all, sk between VERSION#<id>#<first> and VERSION#<id>#<last>`, descending | `forms-form`; `forms-*` refused |
//! | what administrators set: priorities, reasons | table | `pk = SETTING#<name>, sk = SETTING` | `cases-*`, `desk-*`, `settings-*` |
//! | all products | table | `pk = PRODUCT#all` | `desk-filter`, `forms-*`, `records-*` |
//! | whom a company serves, and who serves it | table | `pk = RELATION#<company>` | `access-*`, `accounts-*`, `cases-view`, `profile-data-export`, `records-*`, `workers-*` |
//! | for which companies somebody ever acted | table | `pk = ACTED#<user>` | `profile-data-export`, `workers-erase` |
//! | records of a kind, by name or by company | directory | `directory_pk = COMPANIES [, sk begins with a name]` | `records-*` |
//! | the vendor's own people, by name | directory | `directory_pk = STAFF` | `access-request`, `desk-filter`, `desk-assign-page`; `desk-take` refused |
//! | who changed a record | table | `pk = AUDIT#<kind>#<id>, sk = <instant>#<random>`, descending | `profile-data-export`, `records-*`, `settings-*`, `workers-erase` |
//! | a mail about an account | table | `pk = LETTER#<id>, sk = LETTER` | who asks for one, `workers-letters` |
//! | what a mailed link is good for | table | `pk = TICKET#<id>, sk = TICKET` | `workers-letters`; behind links, `access-confirm*` and `accounts-*` |
//! | what a picture shows | table | `pk = CHALLENGE#<id>, sk = CHALLENGE` | `accounts-register` |
//! | a session | table | `pk = SESSION#<user>, sk = <session>` | `accounts-*`, `profile-*` |
//! | somebody's sessions, newest first | table | `pk = SESSION#<user>`, descending | `profile-sessions`, `profile-data-export`, `workers-erase` |
//! | a change of address under way | table | `pk = USER#<id>, sk = EMAIL-CHANGE` | `profile-*`, `accounts-email*`, `workers-letters` |
//! | a second factor | table | `pk = USER#<id>, sk = SECOND-FACTOR` | `accounts-code`, `profile-two-factor-*`, `records-contact-two-factor` |
//! | a personal access token | table | `pk = TOKEN#<user>, sk = <token>` | `accounts-token`, `profile-*` |
//! | somebody's personal access tokens, newest first | table | `pk = TOKEN#<user>`, descending | `profile-tokens`, `profile-new-token`, `profile-data-export`, `workers-erase` |
//! | that a person is to be erased | table | `pk = ERASURE#<id>, sk = ERASURE` | `profile-erase`, `workers-erase` |
//! | whether an identifier is, or was, somebody's | table | `pk = GIVEN-ID#<id>, sk = GIVEN-ID` | `records-contact-add`, `records-import`, `desk-callers` |
//! | a contact's PIN | table | `pk = PIN#<id>, sk = PIN` | `profile-pin-*`, `desk-callers` |
//! | what a key was answered with | table | `pk = ONCE#<user>#<key>, sk = ONCE` | the commands among `cases-*` and `desk-*` |
//! | a draft | table | `pk = DRAFT#<user>, sk = <company>#<place>` | `cases-new`, `cases-view`, `drafts-*`, what sends it |
//! | somebody's drafts in a company | table | `pk = DRAFT#<user>, sk begins <company>#` | `drafts-list`, `drafts-save` |
//! | all of them | table | `pk = DRAFT#<user>` | `profile-data-export`, `workers-erase` |
//! | a file on its way | table | `pk = UPLOAD#<id>, sk = UPLOAD` | `attachments-*`, `cases-*`, `desk-*`, `drafts-*`, `workers-inspect`, `workers-erase` |
//! | an archive of a case's files, for a day | table | `pk = ARCHIVE#<id>, sk = ARCHIVE` | `attachments-archive`, `workers-archive` |
//! | what is known of a file of a case | table | `pk = CASE#<number>, sk = EVENT#<seq>#FILE#<id>` | `workers-inspect` |
//! | the same, with its event and the case's snapshot | table | `pk = CASE#<number>`, and these three sort keys | `attachments-download`, `attachments-preview` |
//!
//! Cases are looked for by words in objects of the bucket: `search/<readers>/newest`, and `search/<readers>/<number>` for the
//! cases from a number on that were split off.
//!
//! Status, product, type of issue, mark and, for a company's or a contact's cases, the engineer are no keys: a list filters by
//! them among the [`FACETS`] that the indexes carry, and looks through a bounded number of cases for each page.
//!
//! A case has a line of its own for each who follows it, beside its snapshot and in the index of those that contacts opened: an
//! item stands in an index once. Each step writes all of them anew.
//!
//! In a case's partition the mails about an event, and what is known of its files, sort right behind it, and `SNAPSHOT` behind all, so that a
//! descending query gets the snapshot first, then the newest of the rest, whatever the case has grown to.

mod access;
mod accounts;
mod case;
mod drafts;
mod files;
mod forms;
mod held;
mod lists;
mod records;
mod table;

use caseport_routes::Entity;
use jiff::Timestamp;

pub use access::{
    ASKED, PRIME, access_asked, access_list, access_prime, access_request, latest_access_request,
};
pub use accounts::{
    ERASURE, LETTER, audit, challenge, email_change, erasure, erasure_of, given_id, letter, letter_of, login,
    once, pin, preferences, second_factor, session, sessions, throttle, ticket, token, tokens, user,
};
pub use case::{
    EVENT, FILE, FOLLOWED, MAIL, NOTICES, OUTSIDE, SNAPSHOT, case_counter, earlier_than, event, event_of,
    file, file_of, followed, mail, outside, outside_list, outside_of, snapshot, snapshot_of, wish,
};
pub use drafts::{draft, drafts, drafts_in};
pub use files::{ARCHIVE, SEARCH, UPLOAD, archive, archive_of, search_volume, upload, upload_of};
pub use forms::{CURRENT, form, form_version, form_versions, forms, setting};
pub use held::{held, held_claim, held_list};
pub use lists::{
    CLOSED, FACETS, Facet, INDEXES, OPEN, ROW, between, between_all, between_all_of_company, closing_list,
    company_list, company_of_list, contact_list, desk_list, engineer_list, facet, facets, followed_list,
    followed_place, index_name, opened_between, places, reminder_list,
};
pub use records::{
    CONTRACT, HARDWARE, LICENCE, PROFILE, SERVED_BY, SERVES, acted, acted_for, assets, by_name, company,
    contract, directory, hardware, licence, of_company, product, relations, served_by, serves, staff_list,
};
pub use table::table;

/// How many partitions the time indexes are spread over.
pub const SHARDS: u64 = 4;

/// The attribute that says when an item may be forgotten, in seconds since 1970.
pub const EXPIRES_AT: &str = "expires_at";

/// What the partition key of an item of this kind begins with.
#[must_use]
pub const fn prefix(entity: Entity) -> &'static str {
    match entity {
        Entity::AccessRequest => "ACCESS#",
        Entity::Acted => "ACTED#",
        Entity::Archive => "ARCHIVE#",
        Entity::Audit => "AUDIT#",
        Entity::Asset => "ASSET#",
        Entity::Case => "CASE#",
        Entity::Challenge => "CHALLENGE#",
        Entity::Counter => "COUNTER#",
        Entity::Company => "COMPANY#",
        Entity::Draft => "DRAFT#",
        Entity::Erasure => "ERASURE#",
        Entity::GivenId => "GIVEN-ID#",
        Entity::Form => "FORM#",
        Entity::Held => "HELD#",
        Entity::Product => "PRODUCT#",
        Entity::Relation => "RELATION#",
        Entity::Idempotency => "ONCE#",
        Entity::Letter => "LETTER#",
        Entity::Login => "LOGIN#",
        Entity::Pin => "PIN#",
        Entity::Session => "SESSION#",
        Entity::Setting => "SETTING#",
        Entity::Throttle => "THROTTLE#",
        Entity::Ticket => "TICKET#",
        Entity::Token => "TOKEN#",
        Entity::Upload => "UPLOAD#",
        Entity::User => "USER#",
    }
}

/// A primary key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The partition key.
    pub pk: String,
    /// The sort key.
    pub sk: String,
}

fn key(entity: Entity, id: impl std::fmt::Display, sk: impl Into<String>) -> Key {
    Key { pk: format!("{}{id}", prefix(entity)), sk: sk.into() }
}

/// An instant as a sort key: of one length, so that text order is time order.
#[must_use]
pub fn instant(at: Timestamp) -> String {
    format!("{at:.3}")
}

#[cfg(test)]
mod tests {
    use caseport_routes::{Access, Need, ROUTES, WORKERS};

    use super::*;

    /// A row of the table of access patterns: the index, the condition on the key, and who is named to ask for it.
    type Pattern = (&'static str, &'static str, Vec<&'static str>);

    fn patterns() -> Vec<Pattern> {
        let rows = include_str!("lib.rs").lines().filter_map(|line| line.strip_prefix("//! | "));
        let pattern = |row: &'static str| -> Pattern {
            let mut cells = row.trim_end_matches(" |").split(" | ").skip(1);
            let mut cell = || cells.next().unwrap();
            (cell(), cell(), cell().split('`').skip(1).step_by(2).collect())
        };
        // The first one is the heading.
        rows.skip(1).map(pattern).collect()
    }

    /// Whether these functions ask for what a need allows.
    fn is_for((index, condition, _): &Pattern, need: &Need) -> bool {
        match need {
            Need::Items(entity, _) => {
                *index == "table" && condition.contains(&format!("pk = {}", prefix(*entity)))
            }
            Need::Query(of) => *index == index_name(*of),
            _ => false,
        }
    }

    fn names((_, _, callers): &Pattern, function: &str) -> bool {
        let is = |caller: &&str| match caller.strip_suffix('*') {
            Some(start) => function.starts_with(start),
            None => function == *caller,
        };
        callers.iter().any(is)
    }

    fn functions() -> impl Iterator<Item = (&'static str, &'static [Need])> {
        let routes = ROUTES.iter().map(|route| (route.name, route.needs));
        routes.chain(WORKERS.iter().map(|worker| (worker.name, worker.needs)))
    }

    #[test]
    fn who_asks_for_something_is_named_beside_it() {
        let patterns = patterns();
        assert!(patterns.len() > 50, "the table is found: {}", patterns.len());
        for (function, needs) in functions() {
            let reads = |need: &&Need| match need {
                Need::Items(_, accesses) => accesses
                    .iter()
                    .any(|access| !matches!(access, Access::Check | Access::Delete | Access::Put)),
                Need::Query(_) => true,
                _ => false,
            };
            for need in needs.iter().filter(reads) {
                let named = patterns.iter().any(|pattern| is_for(pattern, need) && names(pattern, function));
                assert!(named, "{function} is nowhere said to ask for {need:?}");
            }
        }
    }

    #[test]
    fn who_is_named_beside_something_may_ask_for_it() {
        for pattern in patterns() {
            for caller in &pattern.2 {
                let one = (pattern.0, pattern.1, vec![*caller]);
                let may = |needs: &[Need]| needs.iter().any(|need| is_for(&pattern, need));
                let found = functions().any(|(function, needs)| names(&one, function) && may(needs));
                assert!(found, "{caller} asks for nothing by {}", pattern.1);
            }
        }
    }

    #[test]
    fn text_order_is_time_order() {
        let early: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let late: Timestamp = "2026-11-22T10:00:00.5Z".parse().unwrap();
        assert!(instant(early) < instant(late));
        assert_eq!(instant(early).len(), instant(late).len());
    }
}
