//! Holds the language files against each other and against the sources that ask for their messages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use caseport_domain::access_request;
use caseport_domain::actor::{Level, Scope};
use caseport_domain::case::{CaseType, Closure, Impact, Marked, Priority, Refused, Status, Urgency};
use caseport_domain::case_lists::Column;
use caseport_domain::delivery::DeliveryState;
use caseport_domain::draft::Writing;
use caseport_domain::form::KindCode;
use caseport_domain::grant::Reach;
use caseport_domain::input::Flaw;
use caseport_domain::inspection::Verdict;
use caseport_domain::letter::Says;
use caseport_domain::module::Module;
use caseport_domain::policy::{Ability, Denied};
use caseport_domain::records::{CompanyKind, Kind};
use caseport_domain::registration;
use caseport_domain::selection::Order;
use caseport_domain::wishes::{Mails, Topic};
use caseport_i18n::{Arg, Language, Tr};

/// The fields of all forms and JSON bodies.
const FIELDS: [&str; 107] = [
    "follow",
    "partner",
    "remove",
    "outside",
    "observer",
    "outsider",
    "q",
    "topics",
    "mails",
    "digest",
    "quiet_from",
    "quiet_until",
    "confirm",
    "answer",
    "challenge",
    "contact_id",
    "link",
    "rules",
    "username",
    "zone",
    "email",
    "password",
    "product",
    "case_type",
    "impact",
    "urgency",
    "title",
    "reference",
    "description",
    "observers",
    "attachments",
    "text",
    "reason",
    "on",
    "kind",
    "audience",
    "decision",
    "language",
    "name",
    "size",
    "media_type",
    "current",
    "new",
    "repeat",
    "code",
    "half",
    "secret",
    "scope",
    "days",
    "first_name",
    "last_name",
    "country",
    "job_title",
    "phone",
    "address",
    "postcode",
    "city",
    "pin",
    "contact",
    "id",
    "company_kind",
    "prime_contact",
    "company",
    "level",
    "case_scope",
    "active",
    "coverage",
    "products",
    "starts",
    "ends",
    "serial",
    "model",
    "site",
    "quantity",
    "key_ending",
    "customer",
    "sheet",
    "csv",
    "revision",
    "wants",
    "sold_to",
    "end_user",
    "lead",
    "case_types",
    "retired",
    "standard",
    "fields",
    "do",
    "version",
    "answers",
    "form",
    "show",
    "number",
    "status",
    "mark",
    "whose",
    "engineer",
    "from",
    "to",
    "sort",
    "priority",
    "category",
    "build",
    "step",
    "listed",
    "reasons",
    "draft",
];

/// A message: the names of its arguments.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    let english = messages(Language::En);
    for language in [Language::Nl, Language::Fr] {
        let theirs = messages(language);
        let differing: Vec<_> =
            english.keys().chain(theirs.keys()).filter(|key| english.get(*key) != theirs.get(*key)).collect();
        assert!(differing.is_empty(), "{}: {differing:?}", language.code());
    }
}

#[test]
fn every_message_is_asked_for_and_every_message_asked_for_exists() {
    let known: BTreeSet<String> = messages(Language::En).into_keys().collect();
    let mut asked = families();
    for path in sources() {
        let source = fs::read_to_string(&path).unwrap();
        asked.extend(asked_in(&source).unwrap_or_else(|line| {
            panic!("{}: a key that is no literal cannot be checked: {line}", path.display())
        }));
    }
    let missing: Vec<_> = asked.difference(&known).collect();
    assert!(missing.is_empty(), "asked for, but there is no such message: {missing:?}");
    let unused: Vec<_> = known.difference(&asked).collect();
    assert!(unused.is_empty(), "nobody asks for: {unused:?}");
}

#[test]
fn every_message_formats() {
    for language in Language::ALL {
        for (key, names) in messages(language) {
            // A missing message or argument panics in a debug build.
            for number in [1, 2, 20_000] {
                let value = |name: &str| match name {
                    "n" | "m" | "min" | "max" => Arg::from(number),
                    _ => Arg::from("<Ø>"),
                };
                let args: Vec<_> = names.iter().map(|name| (&*name.clone().leak(), value(name))).collect();
                let text = Tr::new(language).t_with(&key, &args);
                assert!(!text.trim().is_empty(), "{key} in {}", language.code());
            }
        }
    }
}

#[test]
fn typography_is_each_languages_own() {
    for language in Language::ALL {
        for file in files(language) {
            let text = fs::read_to_string(&file).unwrap();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                assert!(!line.contains('\''), "a typewriter's apostrophe: {line}");
                assert!(!line.contains("..."), "three full stops: {line}");
                if language == Language::Fr {
                    let loose =
                        [" ;", " !", " ?", " :", "« ", " »"].iter().find(|pair| line.contains(**pair));
                    assert!(loose.is_none(), "a space that may break in {line}");
                }
            }
        }
    }
}

/// A flaw of each kind.
fn flaws() -> Vec<Flaw> {
    vec![
        Flaw::Required,
        Flaw::TooLong { max: 1 },
        Flaw::TooShort { min: 1 },
        Flaw::TooMany { max: 1 },
        Flaw::TooManyLines { lines: 2, max: 1 },
        Flaw::TooCommon,
        Flaw::NotTheSame,
        Flaw::Unchanged,
        Flaw::WrongPassword,
        Flaw::WrongCode,
        Flaw::ControlCharacters,
        Flaw::NoSuchChoice,
        Flaw::NotAnAddress,
        Flaw::NotAUserName,
        Flaw::NotThePicture,
        Flaw::NotAZone,
        Flaw::NotAccepted,
        Flaw::NoSuchColleague,
        Flaw::OutsideLater,
        Flaw::NoSuchEngineer,
        Flaw::AddedTooOften,
        Flaw::AskedTooOften,
        Flaw::NotADate,
        Flaw::Past,
        Flaw::NotAPin,
        Flaw::NoSuchContact,
        Flaw::NoSuchCase,
        Flaw::NotArrived,
        Flaw::BadSize { max: 1 },
        Flaw::NotAnId,
        Flaw::NotANumber { max: 1 },
        Flaw::NamedTwice,
        Flaw::NotASheet,
        Flaw::NotWithin { min: 1, max: 2 },
        Flaw::NotAPhone,
        Flaw::NotAnIpAddress,
        Flaw::NotAMoment,
        Flaw::NotAKey,
        Flaw::NotBefore,
        Flaw::Rival { form: String::new() },
        Flaw::OtherForm,
        Flaw::OtherCompany { company: String::new() },
        Flaw::EndsBeforeStart,
        Flaw::NoSuchRecord,
        Flaw::Taken,
        Flaw::IsPrimeContact,
        Flaw::NotConfirmed,
        Flaw::HasRegistered,
        Flaw::NotRegistered,
        Flaw::NoSecondFactor,
        Flaw::HasLeft,
        Flaw::InUse { kind: Kind::Contract, id: String::new(), company: String::new() },
        Flaw::InForm { form: String::new() },
        Flaw::NotSoldTo,
        Flaw::NotEndUser,
        Flaw::ServesOthers,
        Flaw::IsServed,
        Flaw::Fixed,
        Flaw::NoSuchField { accepted: Vec::new() },
        Flaw::WrongType,
    ]
}

/// What happens to a case.
const EVENTS: [&str; 22] = [
    "outsider-invited",
    "outsider-confirmed",
    "outsider-removed",
    "opened",
    "replied",
    "asked",
    "told",
    "noted",
    "taken",
    "handed-back",
    "solution-proposed",
    "solution-refused",
    "kept-open",
    "reminded",
    "closed",
    "reopened",
    "person-erased",
    "escalated",
    "escalation-ended",
    "workaround-provided",
    "outage-declared",
    "outage-ended",
];

/// What happens to a request for access.
const STEPS: [&str; 10] = [
    "asked",
    "prime-asked",
    "confirmed",
    "denied",
    "more-asked",
    "answered",
    "granted",
    "contact-made",
    "refused",
    "withdrawn",
];

/// What the audit trail says.
const AUDIT: [&str; 51] = [
    "company-created",
    "company-changed",
    "contract-created",
    "contract-changed",
    "contract-removed",
    "hardware-created",
    "hardware-changed",
    "hardware-removed",
    "licence-created",
    "licence-changed",
    "licence-removed",
    "contact-created",
    "contact-changed",
    "product-created",
    "product-changed",
    "product-removed",
    "relation-created",
    "relation-changed",
    "relation-removed",
    "account-activated",
    "rules-accepted",
    "password-set-by-link",
    "password-changed",
    "profile-changed",
    "other-sessions-ended",
    "all-sessions-ended",
    "session-ended",
    "second-factor-on",
    "second-factor-off",
    "token-made",
    "token-ended",
    "pin-made",
    "pin-replaced",
    "caller-verified",
    "caller-wrong",
    "caller-without-pin",
    "caller-locked",
    "contact-invited",
    "new-password-demanded",
    "staff-added",
    "administrator-added",
    "staff-disabled",
    "second-factor-reset",
    "contact-erased",
    "level-granted",
    "email-change-asked",
    "email-change-withdrawn",
    "email-change-refused",
    "email-changed",
    "matrix-changed",
    "reasons-changed",
];

/// The failures that pages have words of their own for.
const FAILURES: [&str; 12] = [
    "archive-too-large",
    "contract-ended",
    "cursor",
    "file-malicious",
    "file-pending",
    "file-unscannable",
    "foreign",
    "key-reused",
    "link-gone",
    "outdated",
    "stale",
    "uploads-used-up",
];

/// The points of the rules, in all versions whose text is known.
fn rules() -> Vec<&'static str> {
    (1..=registration::RULES).filter_map(registration::points).flatten().copied().collect()
}

/// Why the rule book refuses a command.
const REFUSED: [Refused; 19] = [
    Refused::AlreadyAsked,
    Refused::NoSuchOutsider,
    Refused::Closed,
    Refused::NotClosed,
    Refused::NoSolution,
    Refused::OtherSolution,
    Refused::NotWaiting,
    Refused::NotDue,
    Refused::AlreadyTaken,
    Refused::AlreadyObserver,
    Refused::NotObserver,
    Refused::TooManyObservers,
    Refused::DayOver,
    Refused::AlreadyEscalated,
    Refused::NotEscalated,
    Refused::AlreadyOutage,
    Refused::NoOutage,
    Refused::Unchanged,
    Refused::Overtaken,
];

/// The messages that methods of `Tr` put together from a prefix and a code.
fn families() -> BTreeSet<String> {
    const CLOSURES: [Closure; 4] =
        [Closure::Approved, Closure::NoAnswer, Closure::ByCustomer, Closure::ByEngineer];
    const DENIED: [Denied; 10] = [
        Denied::Unknown,
        Denied::ReadOnly,
        Denied::CustomerOnly,
        Denied::EngineerOnly,
        Denied::AdminOnly,
        Denied::SessionOnly,
        Denied::ReadToken,
        Denied::NoCases,
        Denied::NotFollowing,
        Denied::OwnRequest,
    ];
    const PROBLEMS: [&str; 11] =
        ["400", "401", "403", "404", "405", "409", "413", "415", "422", "429", "500"];
    const FAILURES_OF_SIGN_IN: [&str; 7] = [
        "accept-rules",
        "change-password",
        "code",
        "code-required",
        "second-factor-on",
        "set-up-second-factor",
        "token",
    ];
    const FAILURES_OF_PROGRAMS: [&str; 4] = ["flaws", "name-taken", "not-found", "not-json"];
    const HINTS: [&str; 4] = ["zone", "contract-zone", "contact-id", "key_ending"];
    const REMOVED: [Kind; 4] = [Kind::Contract, Kind::Hardware, Kind::Licence, Kind::Product];
    const FORM_PARTS: [&str; 14] = [
        "key", "label", "help", "kind", "min", "max", "required", "left_out", "prefill", "choices", "choice",
        "code", "shown_if", "values",
    ];
    let mut keys = BTreeSet::new();
    let mut add = |prefix: &str, codes: &[&str], suffix: &str| {
        keys.extend(codes.iter().map(|code| format!("{prefix}-{code}{suffix}")));
    };
    add("status", &Status::ALL.map(Status::code), "");
    add("case-type", &CaseType::ALL.map(CaseType::code), "");
    add("case-type", &CaseType::ALL.map(CaseType::code), "-hint");
    add("impact", &Impact::ALL.map(Impact::code), "");
    add("urgency", &Urgency::ALL.map(Urgency::code), "");
    add("urgency", &Urgency::ALL.map(Urgency::code), "-hint");
    add("entry", &CaseType::ALL.map(CaseType::code), "");
    add("column", &Column::ALL.map(Column::code), "");
    add("order", &Order::ALL.map(Order::code), "");
    add("priority", &Priority::ALL.map(Priority::code), "");
    add("mark", &Marked::ALL.map(Marked::code), "");
    add("closure", &CLOSURES.map(Closure::code), "");
    add("verdict", &Verdict::ALL.map(Verdict::code), "");
    add("delivery", &DeliveryState::ALL.map(DeliveryState::code), "");
    add("writing", &Writing::ALL.map(Writing::code), "");
    add("topic", &Topic::ALL.map(Topic::code), "");
    add("mails", &Mails::ALL.map(Mails::code), "");
    add("mails", &Mails::ALL.map(Mails::code), "-hint");
    add("refused", &REFUSED.map(Refused::code), "");
    add("level", &Level::ALL.map(Level::code), "");
    add("level", &Level::ALL.map(Level::code), "-lead");
    add("scope", &Scope::ALL.map(Scope::code), "");
    add("ability", &Ability::ALL.map(Ability::code), "");
    add("rules", &rules(), "");
    add("module", &Module::ALL.map(Module::code), "");
    add("access-standing", &access_request::Standing::ALL.map(access_request::Standing::code), "");
    add("access-step", &STEPS, "");
    add("access-refused", &access_request::Refused::ALL.map(access_request::Refused::code), "");
    add("denied", &DENIED.map(Denied::code), "");
    add("event", &EVENTS, "");
    add("problem", &PROBLEMS, "-title");
    add("problem", &PROBLEMS, "-advice");
    add("failure", &FAILURES, "-title");
    add("failure", &FAILURES, "-advice");
    add("failure", &FAILURES_OF_SIGN_IN, "-title");
    add("failure", &FAILURES_OF_SIGN_IN, "-advice");
    add("failure", &FAILURES_OF_PROGRAMS, "-advice");
    for part in ["-subject", "-lead", "-ask", "-button"] {
        add("letter", &Says::ALL.map(Says::code), part);
    }
    add("reach", &Reach::ALL.map(Reach::code), "");
    add("reach", &Reach::ALL.map(Reach::code), "-hint");
    add("company-kind", &CompanyKind::ALL.map(CompanyKind::code), "");
    add("records-level", &Level::ALL.map(Level::code), "");
    add("records-scope", &Scope::ALL.map(Scope::code), "");
    add("records", &Kind::ALL.map(Kind::section), "");
    add("records-hint", &HINTS, "");
    add("records-removal", &REMOVED.map(Kind::code), "");
    add("audit", &AUDIT, "");
    add("form-kind", &KindCode::ALL.map(KindCode::code), "");
    add("form-part", &FORM_PARTS, "");
    add("size", &["kilo", "mega", "giga"], "");
    add("field", &FIELDS, "");
    add("flaw", &flaws().iter().map(Flaw::code).collect::<Vec<_>>(), "");
    keys
}

/// The keys a source asks for by `t("…")` and `t_with("…"`, or the text after the first that is no literal.
/// The mail crate hands keys on from function to function: its keys are its literals that start `notice-`.
fn asked_in(source: &str) -> Result<BTreeSet<String>, String> {
    /// What stands in place of a literal in this crate's families and in the mail crate's one call.
    const KNOWN: [&str; 5] = ["&format!(\"", "&key", "UNITS", "key, &self.args", "why, &args"];
    let literal = |rest: &str| Some(rest.strip_prefix('"')?.split_once('"')?.0.to_owned());
    let mut keys = BTreeSet::new();
    for call in [".t(", ".t_with("] {
        for (at, _) in source.match_indices(call) {
            let rest = source[at + call.len()..].trim_start();
            match literal(rest) {
                Some(key) => keys.extend([key]),
                None if KNOWN.iter().any(|known| rest.starts_with(known)) => {}
                None => return Err(rest.chars().take(60).collect()),
            }
        }
    }
    for prefix in ["\"notice-", "\"letter-why"] {
        keys.extend(source.match_indices(prefix).filter_map(|(at, _)| literal(&source[at..])));
    }
    Ok(keys)
}

fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    let mut open = vec![root.join("functions")];
    open.extend(
        ["i18n/src", "pages/src", "pages/templates", "mail/src", "mail/templates", "web/src"]
            .map(|part| root.join("shared").join(part)),
    );
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("it can be listed").path();
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() => open.push(path),
                Some("rs" | "html" | "txt") => found.push(path),
                _ => {}
            }
        }
    }
    found
}

fn files(language: Language) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.code());
    fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect()
}

fn messages(language: Language) -> Messages {
    let mut messages = Messages::new();
    for file in files(language) {
        let text = fs::read_to_string(&file).expect("it is text");
        let parsed = fluent_bundle::FluentResource::try_new(text.clone());
        assert!(parsed.is_ok(), "{}: {:?}", file.display(), parsed.err().map(|(_, errors)| errors));
        let mut key = None;
        for line in text.lines() {
            if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let (name, _) = line.split_once(" =").expect("a message is `key = text`");
                let known = messages.insert(name.to_owned(), BTreeSet::new());
                assert!(known.is_none(), "{name} twice in {}", language.code());
                key = Some(name.to_owned());
            }
            let Some(arguments) = key.as_ref().and_then(|key| messages.get_mut(key)) else { continue };
            for after in line.split('$').skip(1) {
                let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
                arguments.insert(after[..end].to_owned());
            }
        }
    }
    messages
}
