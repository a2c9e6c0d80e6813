//! The families of messages: one method each, by the domain's own type.

use std::borrow::Cow;

use caseport_domain::access_request::{self, Standing};
use caseport_domain::actor::{Level, Scope};
use caseport_domain::case::{
    CaseType, Closure, Details, Happened, Impact, Marked, Priority, Refused, Status, TakenBack, Urgency,
};
use caseport_domain::case_lists::Column;
use caseport_domain::delivery::DeliveryState;
use caseport_domain::draft::Writing;
use caseport_domain::form::{KindCode, Standard};
use caseport_domain::grant::Reach;
use caseport_domain::input::Flaw;
use caseport_domain::inspection::Verdict;
use caseport_domain::module::Module;
use caseport_domain::notice::Role;
use caseport_domain::policy::{Ability, Denied};
use caseport_domain::records::{CompanyKind, Kind};
use caseport_domain::selection::Order;
use caseport_domain::wishes::{Mails, Topic};

use crate::{Tr, bundle};

impl Tr {
    /// A person's name; what stands for it when they were erased and have none any more.
    #[must_use]
    pub fn person(self, name: &str) -> Cow<'_, str> {
        if name.is_empty() { self.t("erased-person") } else { Cow::Borrowed(name) }
    }

    /// A status, as anybody reads it.
    #[must_use]
    pub fn status(self, status: Status) -> Cow<'static, str> {
        self.t(&format!("status-{}", status.code()))
    }

    /// A status, as the customer reads it about their own case.
    #[must_use]
    pub fn your_status(self, status: Status) -> Cow<'static, str> {
        match status {
            Status::WaitingForCustomer => self.t("status-waiting-for-you"),
            status => self.status(status),
        }
    }

    /// A type of issue.
    #[must_use]
    pub fn case_type(self, case_type: CaseType) -> Cow<'static, str> {
        self.t(&format!("case-type-{}", case_type.code()))
    }

    /// What a type of issue is for.
    #[must_use]
    pub fn case_type_hint(self, case_type: CaseType) -> Cow<'static, str> {
        self.t(&format!("case-type-{}-hint", case_type.code()))
    }

    /// What one does who opens a case of this type.
    #[must_use]
    pub fn entry(self, case_type: CaseType) -> Cow<'static, str> {
        self.t(&format!("entry-{}", case_type.code()))
    }

    /// A column of a list of cases.
    #[must_use]
    pub fn column(self, column: Column) -> Cow<'static, str> {
        self.t(&format!("column-{}", column.code()))
    }

    /// The order of a list.
    #[must_use]
    pub fn order(self, order: Order) -> Cow<'static, str> {
        self.t(&format!("order-{}", order.code()))
    }

    /// How many a case touches.
    #[must_use]
    pub fn impact(self, impact: Impact) -> Cow<'static, str> {
        self.t(&format!("impact-{}", impact.code()))
    }

    /// How soon a case must be dealt with.
    #[must_use]
    pub fn urgency(self, urgency: Urgency) -> Cow<'static, str> {
        self.t(&format!("urgency-{}", urgency.code()))
    }

    /// What an urgency means.
    #[must_use]
    pub fn urgency_hint(self, urgency: Urgency) -> Cow<'static, str> {
        self.t(&format!("urgency-{}-hint", urgency.code()))
    }

    /// How soon a case is dealt with, among others.
    #[must_use]
    pub fn priority(self, priority: Priority) -> Cow<'static, str> {
        self.t(&format!("priority-{}", priority.code()))
    }

    /// What a case is marked with.
    #[must_use]
    pub fn mark(self, mark: Marked) -> Cow<'static, str> {
        self.t(&format!("mark-{}", mark.code()))
    }

    /// What a personal access token is good for.
    #[must_use]
    pub fn reach(self, reach: Reach) -> Cow<'static, str> {
        self.t(&format!("reach-{}", reach.code()))
    }

    /// What it is good for, said more fully.
    #[must_use]
    pub fn reach_hint(self, reach: Reach) -> Cow<'static, str> {
        self.t(&format!("reach-{}-hint", reach.code()))
    }

    /// How a case came to be closed.
    #[must_use]
    pub fn closure(self, closure: Closure) -> Cow<'static, str> {
        self.t(&format!("closure-{}", closure.code()))
    }

    /// Why a file is given out, or not.
    #[must_use]
    pub fn verdict(self, verdict: Verdict) -> Cow<'static, str> {
        self.t(&format!("verdict-{}", verdict.code()))
    }

    /// What became of a mail.
    #[must_use]
    pub fn delivery(self, state: DeliveryState) -> Cow<'static, str> {
        self.t(&format!("delivery-{}", state.code()))
    }

    /// What is written to a case.
    #[must_use]
    pub fn writing(self, writing: Writing) -> Cow<'static, str> {
        self.t(&format!("writing-{}", writing.code()))
    }

    /// Something one can be mailed for.
    #[must_use]
    pub fn topic(self, topic: Topic) -> Cow<'static, str> {
        self.t(&format!("topic-{}", topic.code()))
    }

    /// A way to choose what one is mailed for about a case.
    #[must_use]
    pub fn mails(self, mails: Mails) -> Cow<'static, str> {
        self.t(&format!("mails-{}", mails.code()))
    }

    /// What that way comes to.
    #[must_use]
    pub fn mails_hint(self, mails: Mails) -> Cow<'static, str> {
        self.t(&format!("mails-{}-hint", mails.code()))
    }

    /// In which capacity somebody was told.
    #[must_use]
    pub fn role(self, role: Role) -> Cow<'static, str> {
        match role {
            Role::Reporter => self.t("role-reporter"),
            Role::Observer => self.t("role-observer"),
            Role::Outsider => self.t("role-outsider"),
            Role::Engineer => self.t("role-engineer"),
        }
    }

    /// What somebody did, to stand after their name. Who did it to nobody but `themself` added nobody and took nobody off: they
    /// began to follow the case, or stopped.
    #[must_use]
    pub fn did(self, what: &Happened, themself: bool) -> Cow<'static, str> {
        match what {
            Happened::ObserverAdded { .. } if themself => self.t("event-observer-joined"),
            Happened::ObserverRemoved { .. } if themself => self.t("event-observer-left"),
            what => self.happened(what),
        }
    }

    /// What happened, to stand after the name of who did it: "opened the case".
    #[must_use]
    pub fn happened(self, what: &Happened) -> Cow<'static, str> {
        match what {
            Happened::Planned { on } => {
                Cow::Owned(self.t_with("event-planned", &[("day", self.long_day(*on).into())]))
            }
            Happened::Taken { from: Some(from) } => {
                Cow::Owned(self.t_with("event-taken-over", &[("name", self.person(&from.name).into())]))
            }
            Happened::Assigned { to, .. } => {
                Cow::Owned(self.t_with("event-assigned", &[("name", self.person(&to.name).into())]))
            }
            Happened::Resumed { taken_back: TakenBack::Question, .. } => self.t("event-resumed-question"),
            Happened::Resumed { taken_back: TakenBack::Plan(on), .. } => {
                Cow::Owned(self.t_with("event-resumed-plan", &[("day", self.long_day(*on).into())]))
            }
            Happened::Resumed { taken_back: TakenBack::Solution, .. } => self.t("event-resumed-solution"),
            Happened::ObserverAdded { observer } => Cow::Owned(
                self.t_with("event-observer-added", &[("name", self.person(&observer.name).into())]),
            ),
            Happened::ObserverRemoved { observer } => Cow::Owned(
                self.t_with("event-observer-removed", &[("name", self.person(&observer.name).into())]),
            ),
            Happened::Classified { impact, urgency, priority } => Cow::Owned(self.t_with(
                "event-classified",
                &[
                    ("impact", self.impact(*impact).into()),
                    ("urgency", self.urgency(*urgency).into()),
                    ("priority", self.priority(*priority).into()),
                ],
            )),
            Happened::Prioritized { priority, .. } => {
                Cow::Owned(self.t_with("event-prioritized", &[("priority", self.priority(*priority).into())]))
            }
            Happened::Detailed { details } if details.is_empty() => self.t("event-detailed-nothing"),
            Happened::Detailed { details } => {
                Cow::Owned(self.t_with("event-detailed", &[("details", self.details(details).into())]))
            }
            Happened::Closed { how: Closure::Approved, .. } => self.t("event-closed-approved"),
            Happened::Closed { how: Closure::NoAnswer, .. } => self.t("event-closed-no-answer"),
            what => self.t(&format!("event-{}", what.code())),
        }
    }

    /// What a case is filed by: "Category Trunks, Version 9.2".
    fn details(self, details: &Details) -> String {
        let parts =
            [("category", &details.category), ("version", &details.version), ("build", &details.build)];
        let said = parts.into_iter().filter_map(|(name, detail)| {
            let detail = detail.as_ref()?;
            Some(format!("{} {detail}", self.field(name)))
        });
        said.collect::<Vec<_>>().join(", ")
    }

    /// As what a company is known.
    #[must_use]
    pub fn company_kind(self, kind: CompanyKind) -> Cow<'static, str> {
        self.t(&format!("company-kind-{}", kind.code()))
    }

    /// A contact's access level, as their record says it.
    #[must_use]
    pub fn record_level(self, level: Level) -> Cow<'static, str> {
        self.t(&format!("records-level-{}", level.code()))
    }

    /// The same, by its code.
    #[must_use]
    pub fn record_level_of(self, code: &str) -> Cow<'static, str> {
        let level = Level::ALL.into_iter().find(|level| level.code() == code);
        self.record_level(level.unwrap_or(Level::Basic))
    }

    /// Whose cases a contact sees, as their record says it.
    #[must_use]
    pub fn record_scope(self, scope: Scope) -> Cow<'static, str> {
        self.t(&format!("records-scope-{}", scope.code()))
    }

    /// What all records of a kind are called.
    #[must_use]
    pub fn section(self, kind: Kind) -> Cow<'static, str> {
        self.t(&format!("records-{}", kind.section()))
    }

    /// What helps to fill in a field of a record; empty where nothing needs saying.
    #[must_use]
    pub fn record_hint(self, kind: Kind, field: &str) -> Cow<'static, str> {
        let own = format!("records-hint-{}-{field}", kind.code());
        let key = if bundle::has(self.language(), &own) { own } else { format!("records-hint-{field}") };
        if bundle::has(self.language(), &key) { self.t(&key) } else { Cow::Borrowed("") }
    }

    /// What it means that a contract, hardware, a licence or a product is removed.
    #[must_use]
    pub fn removal(self, kind: Kind) -> Cow<'static, str> {
        self.t(&format!("records-removal-{}", kind.code()))
    }

    /// What was done to a record, to stand after the name of who did it.
    #[must_use]
    pub fn audit(self, what: &str) -> Cow<'static, str> {
        let key = format!("audit-{what}");
        if bundle::has(self.language(), &key) { self.t(&key) } else { self.t("audit-changed") }
    }

    /// Why a command was refused.
    #[must_use]
    pub fn refused(self, refused: Refused) -> Cow<'static, str> {
        self.t(&format!("refused-{}", refused.code()))
    }

    /// An access level.
    #[must_use]
    pub fn level(self, level: Level) -> Cow<'static, str> {
        self.t(&format!("level-{}", level.code()))
    }

    /// An access level, to who has it.
    #[must_use]
    pub fn level_lead(self, level: Level) -> Cow<'static, str> {
        self.t(&format!("level-{}-lead", level.code()))
    }

    /// Whose cases one sees, to who sees them.
    #[must_use]
    pub fn scope(self, scope: Scope) -> Cow<'static, str> {
        self.t(&format!("scope-{}", scope.code()))
    }

    /// Something that access can include.
    #[must_use]
    pub fn ability(self, ability: Ability) -> Cow<'static, str> {
        self.t(&format!("ability-{}", ability.code()))
    }

    /// A point of the rules, by its code.
    #[must_use]
    pub fn rule(self, point: &str) -> Cow<'static, str> {
        self.t(&format!("rules-{point}"))
    }

    /// A module of the portal.
    #[must_use]
    pub fn module(self, module: Module) -> Cow<'static, str> {
        self.t(&format!("module-{}", module.code()))
    }

    /// Where a request for access stands.
    #[must_use]
    pub fn access_standing(self, standing: Standing) -> Cow<'static, str> {
        self.t(&format!("access-standing-{}", standing.code()))
    }

    /// What happened to a request for access, to stand after the name of who did it.
    #[must_use]
    pub fn access_step(self, code: &str) -> Cow<'static, str> {
        self.t(&format!("access-step-{code}"))
    }

    /// Why a request for access does not allow something.
    #[must_use]
    pub fn access_refused(self, refused: access_request::Refused) -> Cow<'static, str> {
        self.t(&format!("access-refused-{}", refused.code()))
    }

    /// Why something is not allowed.
    #[must_use]
    pub fn denied(self, denied: Denied) -> Cow<'static, str> {
        self.t(&format!("denied-{}", denied.code()))
    }

    /// The label of a form's field, or of an entry of its list (`observers/0`). A field that is none of
    /// ours, which only an API client can send, is called what they called it.
    #[must_use]
    pub fn field(self, field: &str) -> Cow<'static, str> {
        if let Some(named) = self.form_field(field).or_else(|| self.matrix_field(field)) {
            return Cow::Owned(named);
        }
        let (name, entry) = field.split_once('/').map_or((field, None), |(name, entry)| (name, Some(entry)));
        let key = format!("field-{name}");
        if !bundle::has(self.language(), &key) {
            return Cow::Owned(field.to_owned());
        }
        match entry.and_then(|entry| entry.parse::<usize>().ok()) {
            None => self.t(&key),
            Some(entry) => {
                let args = [("field", self.t(&key).into()), ("n", (entry + 1).into())];
                Cow::Owned(self.t_with("field-entry", &args))
            }
        }
    }

    /// The label of a field of a form's editor by its path, `fields/2/label/nl` or `standard/impact/left_out`, of a reason,
    /// `reasons/2/code`, or of a text by its language, `name/nl`.
    fn form_field(self, path: &str) -> Option<String> {
        let segments: Vec<&str> = path.split('/').collect();
        let (names, language) = match segments.as_slice() {
            [names @ .., "en"] => (names, Some("English")),
            [names @ .., "nl"] => (names, Some("Nederlands")),
            [names @ .., "fr"] => (names, Some("Français")),
            names => (names, None),
        };
        let part = |name: &str| {
            let key = format!("form-part-{name}");
            bundle::has(self.language(), &key).then(|| self.t(&key))
        };
        let place = |place: &str| place.parse::<usize>().map(|place| place + 1).ok();
        let label = match names {
            ["fields", n, "choices", m, name] => {
                let part = part(if *name == "label" { "choice" } else { name })?;
                let args = [("n", place(n)?.into()), ("m", place(m)?.into()), ("part", part.into())];
                self.t_with("form-choice-part", &args)
            }
            ["fields", n, name, rest @ ..] => {
                let part = part(if rest == ["values"] { "values" } else { name })?;
                self.t_with("form-question-part", &[("n", place(n)?.into()), ("part", part.into())])
            }
            ["standard", code, rest @ ..] => {
                let question = Standard::OWN.into_iter().find(|question| question.code() == *code)?;
                let part = match rest {
                    ["choices", code] => self.standard_choice(question, code)?,
                    [name] => part(name)?,
                    _ => return None,
                };
                let args = [("question", self.field(question.code()).into()), ("part", part.into())];
                self.t_with("form-standard-part", &args)
            }
            ["reasons", n, name] => {
                let part = match *name {
                    "code" => part("code")?,
                    "label" => self.t("close-reason"),
                    "closes" => self.t("reasons-occasions"),
                    _ => return None,
                };
                self.t_with("reasons-part", &[("n", place(n)?.into()), ("part", part.into())])
            }
            [name] if language.is_some() => self.field(name).into_owned(),
            _ => return None,
        };
        Some(match language {
            Some(name) => {
                self.t_with("form-in-language", &[("part", label.into()), ("language", name.into())])
            }
            None => label,
        })
    }

    /// What the portal calls the choice of this code of a standard question, if that has it.
    #[must_use]
    pub fn standard_choice(self, question: Standard, code: &str) -> Option<Cow<'static, str>> {
        match question {
            Standard::Impact => Some(self.impact(code.parse().ok()?)),
            Standard::Urgency => Some(self.urgency(code.parse().ok()?)),
            _ => None,
        }
    }

    /// The label of a priority that administrators set: `person_low`.
    fn matrix_field(self, field: &str) -> Option<String> {
        let (impact, urgency) = field.split_once('_')?;
        let (impact, urgency): (Impact, Urgency) = (impact.parse().ok()?, urgency.parse().ok()?);
        let args = [("impact", self.impact(impact).into()), ("urgency", self.urgency(urgency).into())];
        Some(self.t_with("priorities-cell", &args))
    }

    /// How a question is answered.
    #[must_use]
    pub fn form_kind(self, kind: KindCode) -> Cow<'static, str> {
        self.t(&format!("form-kind-{}", kind.code()))
    }

    /// What a form calls a field, to stand in a sentence: a question in quotation marks.
    fn question(self, label: String) -> String {
        if label.ends_with('?') {
            self.t_with("field-question", &[("question", label.into())])
        } else {
            label
        }
    }

    /// What is wrong with a field, as a sentence that can stand by itself.
    #[must_use]
    pub fn flaw(self, field: &str, flaw: &Flaw) -> String {
        self.flaw_of(&self.field(field), flaw)
    }

    /// The same, of a field that its page calls so, unless a form of one's own has a name for it. A question is quoted.
    #[must_use]
    pub fn flaw_of(self, called: &str, flaw: &Flaw) -> String {
        let (min, max) = match flaw.of() {
            Flaw::BadSize { max } => (0.into(), self.size_limit(*max).into()),
            Flaw::NotWithin { min, max } => ((*min).into(), (*max).into()),
            flaw => (0.into(), flaw.limit().unwrap_or_default().into()),
        };
        let own = flaw.label().map(|label| label.get(self.language()).to_string());
        let field = self.question(own.unwrap_or_else(|| called.to_owned()));
        let (form, company) = match flaw.of() {
            Flaw::Rival { form } | Flaw::InForm { form } => (form.as_str(), ""),
            Flaw::OtherCompany { company } | Flaw::InUse { company, .. } => ("", company.as_str()),
            _ => ("", ""),
        };
        let lines = match flaw.of() {
            Flaw::TooManyLines { lines, .. } => *lines,
            _ => 0,
        };
        let (kind, id) = match flaw.of() {
            Flaw::InUse { kind, id, .. } => (kind.code(), id.as_str()),
            _ => ("", ""),
        };
        let key = format!("flaw-{}", flaw.code());
        let names = [
            ("field", field.into()),
            ("min", min),
            ("max", max),
            ("n", lines.into()),
            ("form", form.into()),
            ("company", company.into()),
            ("kind", kind.into()),
            ("id", id.into()),
        ];
        self.t_with(&key, &names)
    }

    /// The title and the advice for a failure of this kind: its own, or else those of its HTTP status.
    #[must_use]
    pub fn failure(self, code: &str, status: u16) -> (Cow<'static, str>, Cow<'static, str>) {
        let (title, advice) = self.problem(status);
        let own = |part: &str, otherwise| {
            let key = format!("failure-{code}-{part}");
            if bundle::has(self.language(), &key) { self.t(&key) } else { otherwise }
        };
        (own("title", title), own("advice", advice))
    }

    /// The title and the advice for an answer of this HTTP status.
    #[must_use]
    pub fn problem(self, status: u16) -> (Cow<'static, str>, Cow<'static, str>) {
        let of = |part: &str| {
            let key = format!("problem-{status}-{part}");
            let key = if bundle::has(self.language(), &key) { key } else { format!("problem-500-{part}") };
            self.t(&key)
        };
        (of("title"), of("advice"))
    }
}
