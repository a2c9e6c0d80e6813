//! Key prefixes and index names, and nowhere else.
//!
//! | pattern | index | key condition | caller |
//! |---|---|---|---|
//! | a case with its history and mails | table | `pk = CASE#<number>`, descending | `cases-view`, `search-index`, `workers-inspect` and commands refused |
//! | what its reporter and observers want to be mailed for | table | `pk = CASE#<number>, sk = NOTICES#<user>` | with the history, `cases-notifications`, `cases-unsubscribe` |
//! | mails held until now, by person | table | `pk = HELD#AT#<shard>, sk <= <now>` | `workers-digests` |
//! | that somebody sends what was held for a person | table | `pk = HELD#<user>, sk = <instant>` | `workers-digests` |
//! | earlier parts of that history | table | `pk = CASE#<number>, sk < EVENT#<seq>`, descending | `cases-view` |
//! | a case's snapshot | table | `pk = CASE#<number>, sk = SNAPSHOT` | every command, the jobs, `search-cases`, `search-index`, `workers-inspect` |
//! | the next case number | table | `pk = COUNTER#cases, sk = COUNTER` | `cases-open` |
//! | cases of a company, open first, newest first | company | `company_pk = COMPANY#<id> [, sk begins OPEN#]` | `profile-data-export`, `workers-erase` |
//! | those opened from one day to another, in either order | company | `company_pk = COMPANY#<id>, sk between OPEN#<from> and OPEN#<until>`, the same with `CLOSED#` | `cases-list`, `home-page` |
//! | cases a contact opened for a company, the same | contact | `contact_pk = CONTACT#<id>, sk between <company>#… and <company>#…` | `cases-list`, `home-page` |
//! | all cases a contact opened | contact | `contact_pk = CONTACT#<id>` | `profile-data-export`, `workers-erase` |
//! | open or closed cases of the desk, by last change | desk | `desk_pk = DESK#OPEN` or `DESK#CLOSED` `[, sk between <from> and <until>]` | `desk-queue` |
//! | those nobody works on | engineer | `engineer_pk = ENGINEER#-` or `ENGINEER#-#CLOSED …` | `desk-queue` |
//! | those of an engineer | engineer | `engineer_pk = ENGINEER#<id>` or `ENGINEER#<id>#CLOSED …` | `desk-queue` |
//! | cases that close by now | closing | `closing_pk = CLOSING#<shard>, sk < now` | `workers-auto-close` |
//! | cases to remind of by now | reminder | `reminder_pk = REMINDER#<shard>, sk < now` | `workers-reminders` |
//! | a company and its contracts | table | `pk = COMPANY#<id>` | `cases-new`, `cases-open` |
//! | who signs in with an address or a user name | table | `pk = LOGIN#<name>, sk = LOGIN` | `accounts-sign-in`, observers |
//! | a company's hardware and licences | table | `pk = ASSET#<company>` | `records-*` |
//! | a request for access | table | `pk = ACCESS#<id>, sk = REQUEST` | `access-*` |
//! | the last request of a contact, or for a login | table | `pk = ACCESS#OF#<user or address>, sk = LATEST` | `access-*` |
//! | all requests of somebody, and those they were to confirm | table | `pk = ACCESS#OF#<user or address>` | `profile-data-export`, `workers-erase` |
//! | open requests for access, by when they are due | access | `access_pk = ACCESS#OPEN` | `access-queue` |
//! | a person | table | `pk = USER#<id>, sk = USER` | `accounts-*`, `workers-notify`, observers |
//! | what a person wants to be mailed for | table | `pk = USER#<id>, sk = PREFERENCES` | `profile-notifications`, `workers-notify` |
//! | tries counted in a quarter of an hour, or a day | table | `pk = THROTTLE#<kind>#<digest>, sk = <window>` | `accounts-sign-in` |
//! | the forms that cases are opened with, as they are | table | `pk = FORM#all, sk begins CURRENT#` | `cases-new`, `cases-open`, `forms-*` |
//! | the versions of a form, newest first | table | `pk = FORM#all, sk begins VERSION#<id>#`, descending | `forms-form` |
//! | what administrators set: priorities, reasons | table | `pk = SETTING#<name>, sk = SETTING` | `cases-open`, the desk, `settings-*` |
//! | all products | table | `pk = PRODUCT#all` | `records-*` |
//! | whom a company serves, and who serves it | table | `pk = RELATION#<company>` | `records-*`, who acts for another |
//! | for which companies somebody ever acted | table | `pk = ACTED#<user>` | `profile-data-export`, `workers-erase` |
//! | records of a kind, by name or by company | directory | `directory_pk = COMPANIES [, sk begins with a name]` | `records-*` |
//! | who changed a record | table | `pk = AUDIT#<kind>#<id>, sk = <instant>#<random>`, descending | the records' pages |
//! | a mail about an account | table | `pk = LETTER#<id>, sk = LETTER` | who asks for one, `workers-letters` |
//! | what a mailed link is good for | table | `pk = TICKET#<id>, sk = TICKET` | `workers-letters`, the pages behind links |
//! | what a picture shows | table | `pk = CHALLENGE#<id>, sk = CHALLENGE` | `accounts-register` |
//! | a session | table | `pk = SESSION#<user>, sk = <session>` | `accounts-refresh`, `accounts-sign-out` |
//! | somebody's sessions, newest first | table | `pk = SESSION#<user>`, descending | `profile-sessions` |
//! | a change of address under way | table | `pk = USER#<id>, sk = EMAIL-CHANGE` | `profile-*`, `accounts-email*`, `workers-letters` |
//! | a second factor | table | `pk = USER#<id>, sk = SECOND-FACTOR` | `accounts-code`, `profile-two-factor-*` |
//! | a personal access token | table | `pk = TOKEN#<user>, sk = <token>` | `accounts-token` |
//! | somebody's personal access tokens, newest first | table | `pk = TOKEN#<user>`, descending | `profile-tokens` |
//! | that a person is to be erased | table | `pk = ERASURE#<id>, sk = ERASURE` | `profile-erase`, `workers-erase` |
//! | whether an identifier is, or was, somebody's | table | `pk = GIVEN-ID#<id>, sk = GIVEN-ID` | `records-contact-add`, `records-import` |
//! | a contact's PIN | table | `pk = PIN#<id>, sk = PIN` | `profile-pin-*`, `desk-callers` |
//! | what a key was answered with | table | `pk = ONCE#<user>#<key>, sk = ONCE` | every command |
//! | a draft | table | `pk = DRAFT#<user>, sk = <company>#<place>` | `cases-new`, `cases-view`, `drafts-*`, what sends it |
//! | somebody's drafts in a company | table | `pk = DRAFT#<user>, sk begins <company>#` | `drafts-list`, `drafts-save` |
//! | all of them | table | `pk = DRAFT#<user>` | `profile-data-export`, `workers-erase` |
//! | a file on its way | table | `pk = UPLOAD#<id>, sk = UPLOAD` | `attachments-*`, `workers-inspect`, commands with files |
//! | an archive of a case's files, for a day | table | `pk = ARCHIVE#<id>, sk = ARCHIVE` | `attachments-archive`, `workers-archive` |
//! | what is known of a file of a case | table | `pk = CASE#<number>, sk = EVENT#<seq>#FILE#<id>` | `workers-inspect` |
//!
//! Cases are looked for by words in objects of the bucket: `search/<readers>/newest`, and `search/<readers>/<number>` for the
//! cases from a number on that were split off.
//!
//! Status, product, type of issue and, for a contact's cases, the company are no keys: a list filters by them among the
//! [`FACETS`] that the indexes carry, and looks through a bounded number of cases for each page.
//!
//! In a case's partition the mails about an event, and what is known of its files, sort right behind it, and `SNAPSHOT` behind all, so that a
//! descending query gets the snapshot first, then the newest of the rest, whatever the case has grown to.

mod table;

use caseport_domain::case::{Case, CaseType, Status};
use caseport_domain::draft::Place;
use caseport_domain::held::Held;
use caseport_domain::id::{
    AccessRequestId, ArchiveId, AssetId, CaseNumber, CompanyId, ContractId, FormId, LetterId, ProductId,
    SessionId, TicketId, TokenId, UploadId, UserId,
};
use caseport_domain::records::{Kind, folded};
use caseport_domain::search::Readers;
use caseport_routes::{Entity, Index};
use jiff::Timestamp;

pub use table::table;

/// How many partitions the time indexes are spread over.
pub const SHARDS: u64 = 4;

/// The sort key of a case's snapshot.
pub const SNAPSHOT: &str = "SNAPSHOT";
/// What the sort key of an event begins with.
pub const EVENT: &str = "EVENT#";
/// What the sort key of a mail has behind that of the event it tells of.
pub const MAIL: &str = "#MAIL#";
/// What the sort key of what is known of a file has behind that of the event it came with.
pub const FILE: &str = "#FILE#";
/// What the sort key of what somebody wants to be mailed for begins with: behind the events, before the snapshot.
pub const NOTICES: &str = "NOTICES#";
/// The sort key of a mail about an account.
pub const LETTER: &str = "LETTER";
/// The sort key of what asks for an erasure.
pub const ERASURE: &str = "ERASURE";
/// The sort key of an archive of a case's files.
pub const ARCHIVE: &str = "ARCHIVE";
/// The sort key of a file on its way.
pub const UPLOAD: &str = "UPLOAD";
/// The sort key of a company itself.
pub const PROFILE: &str = "PROFILE";
/// What the sort key of a contract begins with.
pub const CONTRACT: &str = "CONTRACT#";
/// What the sort key of a piece of hardware begins with.
pub const HARDWARE: &str = "HARDWARE#";
/// What the sort key of a licence begins with.
pub const LICENCE: &str = "LICENCE#";
/// What the sort key of a company that is served begins with.
pub const SERVES: &str = "SERVES#";
/// What the sort key of a company that serves begins with.
pub const SERVED_BY: &str = "SERVED-BY#";
/// What the sort key of a request that somebody made begins with.
pub const ASKED: &str = "ASKED#";
/// What the sort key of a request that a prime contact was to confirm begins with.
pub const PRIME: &str = "PRIME#";
/// What the sort key of a form as it is begins with.
pub const CURRENT: &str = "CURRENT#";
/// What the list key of an open case begins with.
pub const OPEN: &str = "OPEN#";
/// What the list key of a closed case begins with: it sorts before that of an open one.
pub const CLOSED: &str = "CLOSED#";
/// The attribute that the indexes carry: a list line, as JSON in one string. Lists are read far more often than
/// written, and lines of a dozen attributes each took a third of what answering a list took.
pub const ROW: &str = "row";

/// The attribute that the indexes carry for lists to be filtered by: a set of texts, see [`facet`].
pub const FACETS: &str = "facets";

/// What the keys of the objects that hold search indexes begin with, in the bucket.
pub const SEARCH: &str = "search/";

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
];
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

/// A case's snapshot.
#[must_use]
pub fn snapshot(number: CaseNumber) -> Key {
    key(Entity::Case, number, SNAPSHOT)
}

/// An event of a case.
#[must_use]
pub fn event(number: CaseNumber, seq: u32) -> Key {
    key(Entity::Case, number, format!("{EVENT}{seq:08}"))
}

/// The case of whose snapshot this is the key; none for other items.
#[must_use]
pub fn snapshot_of(pk: &str, sk: &str) -> Option<CaseNumber> {
    let number = pk.strip_prefix(prefix(Entity::Case))?;
    (sk == SNAPSHOT).then(|| number.parse().ok()).flatten()
}

/// The place in a case's history that the key of an event names; none for other items.
#[must_use]
pub fn event_of(pk: &str, sk: &str) -> Option<(CaseNumber, u32)> {
    let number = pk.strip_prefix(prefix(Entity::Case))?.parse().ok()?;
    let seq = sk.strip_prefix(EVENT)?.parse().ok()?;
    Some((number, seq))
}

/// The mail that tells somebody of an event.
#[must_use]
pub fn mail(number: CaseNumber, seq: u32, to: &UserId) -> Key {
    key(Entity::Case, number, format!("{EVENT}{seq:08}{MAIL}{to}"))
}

/// What is known of a file that came with an event.
#[must_use]
pub fn file(number: CaseNumber, seq: u32, upload: &UploadId) -> Key {
    key(Entity::Case, number, format!("{EVENT}{seq:08}{FILE}{upload}"))
}

/// The file that a key tells of; none for other items.
#[must_use]
pub fn file_of(pk: &str, sk: &str) -> Option<(CaseNumber, u32, UploadId)> {
    let number = pk.strip_prefix(prefix(Entity::Case))?.parse().ok()?;
    let (seq, upload) = sk.strip_prefix(EVENT)?.split_once(FILE)?;
    Some((number, seq.parse().ok()?, upload.parse().ok()?))
}

/// What somebody wants to be mailed for about a case.
#[must_use]
pub fn wish(number: CaseNumber, user: &UserId) -> Key {
    key(Entity::Case, number, format!("{NOTICES}{user}"))
}

/// The partition of the mails that are held, of this shard.
#[must_use]
pub fn held_list(shard: u64) -> String {
    format!("{}AT#{shard}", prefix(Entity::Held))
}

/// A mail that is held: what is held for one person until one instant lies together.
#[must_use]
pub fn held(held: &Held) -> Key {
    let shard = held.user.as_str().bytes().map(u64::from).sum::<u64>() % SHARDS;
    let sk = format!("{}#{}#{:020}#{:08}", instant(held.until), held.user, held.number.0, held.seq);
    Key { pk: held_list(shard), sk }
}

/// That somebody sends what was held for a person until this instant.
#[must_use]
pub fn held_claim(user: &UserId, until: Timestamp) -> Key {
    key(Entity::Held, user, instant(until))
}

/// The first event before which nothing was read, when a page of a case's history ended with this sort key.
#[must_use]
pub fn earlier_than(sk: &str) -> Option<u32> {
    let rest = sk.strip_prefix(EVENT)?;
    match rest.split_once('#') {
        // The event itself is not read yet, nor may be all mails about it and all its files.
        Some((seq, _)) => seq.parse::<u32>().ok()?.checked_add(1),
        None => rest.parse().ok(),
    }
}

/// The object that holds a volume of somebody's search index: the newest, or the one from this number on.
#[must_use]
pub fn search_volume(readers: &Readers, from: Option<u64>) -> String {
    let place = readers.place();
    match from {
        None => format!("{SEARCH}{place}/newest"),
        Some(from) => format!("{SEARCH}{place}/{from}"),
    }
}

/// The counter of case numbers.
#[must_use]
pub fn case_counter() -> Key {
    key(Entity::Counter, "cases", "COUNTER")
}

/// A company.
#[must_use]
pub fn company(id: &CompanyId) -> Key {
    key(Entity::Company, id, PROFILE)
}

/// A contract of a company.
#[must_use]
pub fn contract(company: &CompanyId, id: &ContractId) -> Key {
    key(Entity::Company, company, format!("{CONTRACT}{id}"))
}

/// The partition of what a company has: apart from its contracts, which are read whenever a case is opened.
#[must_use]
pub fn assets(company: &CompanyId) -> String {
    format!("{}{company}", prefix(Entity::Asset))
}

/// A piece of hardware of a company.
#[must_use]
pub fn hardware(company: &CompanyId, id: &AssetId) -> Key {
    key(Entity::Asset, company, format!("{HARDWARE}{id}"))
}

/// A licence of a company.
#[must_use]
pub fn licence(company: &CompanyId, id: &AssetId) -> Key {
    key(Entity::Asset, company, format!("{LICENCE}{id}"))
}

/// A product.
#[must_use]
pub fn product(id: &ProductId) -> Key {
    key(Entity::Product, "all", id.as_str())
}

/// The partition of all forms.
#[must_use]
pub fn forms() -> String {
    format!("{}all", prefix(Entity::Form))
}

/// A form as it is.
#[must_use]
pub fn form(id: &FormId) -> Key {
    key(Entity::Form, "all", format!("{CURRENT}{id}"))
}

/// What the sort keys of a form's versions begin with.
#[must_use]
pub fn form_versions(id: &FormId) -> String {
    format!("VERSION#{id}#")
}

/// A form as it was.
#[must_use]
pub fn form_version(id: &FormId, version: u32) -> Key {
    key(Entity::Form, "all", format!("{}{version:08}", form_versions(id)))
}

/// What administrators set for the whole portal, by its name.
#[must_use]
pub fn setting(name: &str) -> Key {
    key(Entity::Setting, name, "SETTING")
}

/// The partition of whom a company serves and who serves it.
#[must_use]
pub fn relations(company: &CompanyId) -> String {
    format!("{}{company}", prefix(Entity::Relation))
}

/// That a partner serves a customer, as the partner finds it.
#[must_use]
pub fn serves(partner: &CompanyId, customer: &CompanyId) -> Key {
    key(Entity::Relation, partner, format!("{SERVES}{customer}"))
}

/// That a partner serves a customer, as the customer finds it.
#[must_use]
pub fn served_by(customer: &CompanyId, partner: &CompanyId) -> Key {
    key(Entity::Relation, customer, format!("{SERVED_BY}{partner}"))
}

/// The partition of the companies that somebody ever acted for.
#[must_use]
pub fn acted(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Acted))
}

/// That somebody acted for a company.
#[must_use]
pub fn acted_for(user: &UserId, company: &CompanyId) -> Key {
    key(Entity::Acted, user, company.as_str())
}

/// The partition of all records of a kind.
#[must_use]
pub fn directory(kind: Kind) -> String {
    kind.section().to_uppercase()
}

/// Where a company stands among all.
#[must_use]
pub fn by_name(name: &str, id: &CompanyId) -> String {
    // A tab sorts before a space, so that "Acme" stands before "Acme Labs".
    format!("{}\t{id}", folded(name))
}

/// What the place of a company's records among all, and of its cases among those of a contact, begins with.
#[must_use]
pub fn of_company(company: &CompanyId) -> String {
    format!("{company}#")
}

/// From where to where the cases of a company are among those of a contact, whatever their state.
#[must_use]
pub fn between_all_of_company(company: &CompanyId) -> [String; 2] {
    let first = of_company(company);
    let last = format!("{first}~");
    [first, last]
}

/// A request for access.
#[must_use]
pub fn access_request(id: &AccessRequestId) -> Key {
    key(Entity::AccessRequest, id, "REQUEST")
}

/// The last request of somebody: of a contact by identifier, for a login by address in whatever case it is written. Contact
/// IDs that differ by case only are those of different people.
#[must_use]
pub fn latest_access_request(of: &str) -> Key {
    let of = of.trim();
    let of = if of.contains('@') { of.to_lowercase() } else { of.to_owned() };
    key(Entity::AccessRequest, format_args!("OF#{of}"), "LATEST")
}

/// That somebody made a request: a contact by identifier, for a login by address.
#[must_use]
pub fn access_asked(of: &str, id: &AccessRequestId) -> Key {
    Key { sk: format!("{ASKED}{id}"), ..latest_access_request(of) }
}

/// That a prime contact was to confirm a request.
#[must_use]
pub fn access_prime(prime: &UserId, id: &AccessRequestId) -> Key {
    Key { sk: format!("{PRIME}{id}"), ..latest_access_request(prime.as_str()) }
}

/// The partition of the open requests for access.
#[must_use]
pub fn access_list() -> String {
    "ACCESS#OPEN".to_owned()
}

/// Who signs in with this address or user name, in whatever case it is written.
#[must_use]
pub fn login(address: &str) -> Key {
    key(Entity::Login, address.trim().to_lowercase(), "LOGIN")
}

/// A mail about an account.
#[must_use]
pub fn letter(id: &LetterId) -> Key {
    key(Entity::Letter, id, LETTER)
}

/// The letter that a partition key names; none for other items.
#[must_use]
pub fn letter_of(pk: &str) -> Option<LetterId> {
    pk.strip_prefix(prefix(Entity::Letter))?.parse().ok()
}

/// What a mailed link is good for.
#[must_use]
pub fn ticket(id: &TicketId) -> Key {
    key(Entity::Ticket, id, "TICKET")
}

/// What a picture shows.
#[must_use]
pub fn challenge(id: &str) -> Key {
    key(Entity::Challenge, id, "CHALLENGE")
}

/// A person.
#[must_use]
pub fn user(id: &UserId) -> Key {
    key(Entity::User, id, "USER")
}

/// The change of a record: of which kind and which, when, and something that tells changes of one instant apart.
#[must_use]
pub fn audit(kind: &str, id: &str, at: Timestamp, nonce: &str) -> Key {
    key(Entity::Audit, format_args!("{kind}#{id}"), format!("{}#{nonce}", instant(at)))
}

/// That a person is to be erased.
#[must_use]
pub fn erasure(id: &UserId) -> Key {
    key(Entity::Erasure, id, ERASURE)
}

/// Whose erasure the key of an item asks for; none for other items.
#[must_use]
pub fn erasure_of(pk: &str) -> Option<UserId> {
    pk.strip_prefix(prefix(Entity::Erasure))?.parse().ok()
}

/// That somebody has, or had, this identifier: one that differs by case only is the same to people, and so here.
#[must_use]
pub fn given_id(id: &UserId) -> Key {
    key(Entity::GivenId, id.as_str().to_lowercase(), "GIVEN-ID")
}

/// A contact's PIN.
#[must_use]
pub fn pin(id: &UserId) -> Key {
    key(Entity::Pin, id, "PIN")
}

/// What a person wants to be mailed for, where they chose nothing for the case itself.
#[must_use]
pub fn preferences(id: &UserId) -> Key {
    key(Entity::User, id, "PREFERENCES")
}

/// The second factor of a person.
#[must_use]
pub fn second_factor(id: &UserId) -> Key {
    key(Entity::User, id, "SECOND-FACTOR")
}

/// The change of a person's address that is under way.
#[must_use]
pub fn email_change(id: &UserId) -> Key {
    key(Entity::User, id, "EMAIL-CHANGE")
}

/// A session of a person.
#[must_use]
pub fn session(user: &UserId, id: &SessionId) -> Key {
    key(Entity::Session, user, id.as_str())
}

/// The partition of a person's sessions.
#[must_use]
pub fn sessions(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Session))
}

/// A personal access token.
#[must_use]
pub fn token(user: &UserId, id: &TokenId) -> Key {
    key(Entity::Token, user, id.as_str())
}

/// The partition of a person's personal access tokens.
#[must_use]
pub fn tokens(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Token))
}

/// The tries of one window by one account, browser or source: its kind, and a digest of its name, which can be
/// of any length and is nobody's business.
#[must_use]
pub fn throttle(kind: &str, digest: &str, window: i64) -> Key {
    key(Entity::Throttle, format_args!("{kind}#{digest}"), format!("{window:012}"))
}

/// What a person's idempotency key was answered with.
#[must_use]
pub fn once(user: &UserId, token: &str) -> Key {
    key(Entity::Idempotency, format_args!("{user}#{token}"), "ONCE")
}

/// The partition of a person's drafts.
#[must_use]
pub fn drafts(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Draft))
}

/// What the sort keys of somebody's drafts in a company begin with; of those in none, for who is of no company.
#[must_use]
pub fn drafts_in(company: Option<&CompanyId>) -> String {
    company.map_or_else(|| "#".to_owned(), of_company)
}

/// A draft of somebody in a company.
#[must_use]
pub fn draft(user: &UserId, company: Option<&CompanyId>, place: Place) -> Key {
    key(Entity::Draft, user, format!("{}{place}", drafts_in(company)))
}

/// A file on its way.
#[must_use]
pub fn upload(id: &UploadId) -> Key {
    key(Entity::Upload, id, UPLOAD)
}

/// The file on its way that a key names; none for other items.
#[must_use]
pub fn upload_of(pk: &str) -> Option<UploadId> {
    pk.strip_prefix(prefix(Entity::Upload))?.parse().ok()
}

/// An archive of a case's files.
#[must_use]
pub fn archive(id: &ArchiveId) -> Key {
    key(Entity::Archive, id, ARCHIVE)
}

/// The archive that a key names; none for other items.
#[must_use]
pub fn archive_of(pk: &str) -> Option<ArchiveId> {
    pk.strip_prefix(prefix(Entity::Archive))?.parse().ok()
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

/// Something that lists are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet<'a> {
    /// What it is about.
    Product(&'a ProductId),
    /// Where it stands.
    Status(Status),
    /// Its type of issue.
    Type(CaseType),
}

/// What stands for it among a case's [`FACETS`].
#[must_use]
pub fn facet(facet: Facet<'_>) -> String {
    match facet {
        Facet::Product(id) => format!("product={id}"),
        Facet::Status(status) => format!("status={}", status.code()),
        Facet::Type(case_type) => format!("type={}", case_type.code()),
    }
}

/// All that lists find a case by, beside where it stands.
#[must_use]
pub fn facets(case: &Case) -> Vec<String> {
    let facets = [Facet::Product(&case.product.id), Facet::Status(case.status), Facet::Type(case.case_type)];
    facets.map(facet).to_vec()
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

/// An instant as a sort key: of one length, so that text order is time order.
#[must_use]
pub fn instant(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// Where a case stands in each index: index, partition key, sort key. What is closed has partitions of its own where
/// engineers work, and only what waits for an answer has a deadline.
#[must_use]
pub fn places(case: &Case) -> Vec<(Index, String, String)> {
    let open = case.status != Status::Closed;
    let shard = case.number.0 % SHARDS;
    let state = if open { OPEN } else { CLOSED };
    let listed = format!("{state}{}#{:020}", instant(case.opened_at), case.number.0);
    let by = |at: Timestamp| format!("{}#{}", instant(at), case.number);
    let engineer = case.engineer.as_ref().map(|engineer| &engineer.id);
    let mut places = vec![
        (Index::Company, company_list(&case.company.id), listed.clone()),
        (
            Index::Contact,
            contact_list(&case.reporter.id),
            format!("{}{listed}", of_company(&case.company.id)),
        ),
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

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn text_order_is_time_order() {
        let early: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let late: Timestamp = "2026-11-22T10:00:00.5Z".parse().unwrap();
        assert!(instant(early) < instant(late));
        assert_eq!(instant(early).len(), instant(late).len());
    }

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
    }

    /// Of all cases of a company, read backwards, the open ones come first.
    #[test]
    fn open_cases_sort_behind_closed_ones() {
        assert!(CLOSED < OPEN);
    }

    #[test]
    fn no_facet_stands_for_another() {
        let product = "incident".parse().unwrap();
        let facets = [Facet::Product(&product), Facet::Type(CaseType::Incident)];
        let mut texts = facets.map(facet).to_vec();
        texts.extend(Status::ALL.map(|status| facet(Facet::Status(status))));
        let count = texts.len();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), count);
    }

    #[test]
    fn a_page_of_history_goes_on_where_it_ended() {
        let number = CaseNumber(20_601);
        let mail = mail(number, 12, &"anna".parse().unwrap()).sk;
        assert!(event(number, 12).sk < mail && mail < event(number, 13).sk);
        assert_eq!(earlier_than(&event(number, 12).sk), Some(12));
        assert_eq!(earlier_than(&mail), Some(13), "event 12 is yet to come");
        assert_eq!(event_of("CASE#20601", &mail), None, "a mail is no event");
        let upload: UploadId = "u1".parse().unwrap();
        let file = file(number, 12, &upload).sk;
        assert!(event(number, 12).sk < file && file < event(number, 13).sk);
        assert_eq!(earlier_than(&file), Some(13));
        assert_eq!(event_of("CASE#20601", &file), None, "what is known of a file is no event");
        assert_eq!(file_of("CASE#20601", &file), Some((CaseNumber(20_601), 12, upload)));
        assert_eq!(file_of("CASE#20601", &mail), None);
        assert_eq!(earlier_than(SNAPSHOT), None);
    }

    #[test]
    fn a_descending_query_meets_the_snapshot_first() {
        assert!(*SNAPSHOT > *mail(CaseNumber(1), 9, &"anna".parse().unwrap()).sk);
        assert!(event(CaseNumber(1), 9).sk < event(CaseNumber(1), 10).sk);
        let wish = wish(CaseNumber(1), &"anna".parse().unwrap()).sk;
        assert!(event(CaseNumber(1), 99_999_999).sk < wish && wish.as_str() < SNAPSHOT);
    }

    #[test]
    fn who_asks_for_access_is_told_apart_by_identifier_and_not_by_spelling() {
        let (one, other) = (latest_access_request("c-1"), latest_access_request("C-1"));
        assert_ne!(one.pk, other.pk, "two people");
        assert_eq!(access_asked("C-1", &"r1".parse().unwrap()).pk, other.pk);
        let spellings = ["nora@new.example", " Nora@New.Example "].map(latest_access_request);
        assert_eq!(spellings[0], spellings[1], "one mailbox");
    }

    #[test]
    fn the_key_of_an_event_can_be_read_back() {
        let key = event(CaseNumber(20_601), 12);
        assert_eq!(event_of(&key.pk, &key.sk), Some((CaseNumber(20_601), 12)));
        assert_eq!(event_of("CASE#1", SNAPSHOT), None);
    }
}
