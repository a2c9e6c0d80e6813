//! Which messages a mail is made of, and what stands in them.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Closure, Event, Happened, TakenBack};
use caseport_domain::notice::{Role, is_own};
use caseport_i18n::{Arg, Tr};
use jiff::Timestamp;

use crate::Deployment;
use crate::reader::Reader;

/// The message that says what happened.
pub(crate) fn lead(event: &Event, reader: &Reader<'_>) -> &'static str {
    match &event.what {
        _ if is_own(event, reader.id) => "notice-own",
        Happened::Opened(_) => "notice-opened",
        Happened::Replied { .. } => "notice-replied",
        Happened::Asked { .. } => "notice-asked",
        Happened::Told { .. } => "notice-told",
        // Of an erasure, of what a case is filed by, of who was asked or taken off, and of who left nobody is told by mail: who
        // is asked from outside gets a letter.
        Happened::Noted { .. }
        | Happened::PersonErased
        | Happened::Detailed { .. }
        | Happened::ObserverRemoved { .. }
        | Happened::OutsiderInvited { .. }
        | Happened::OutsiderRemoved { .. } => "notice-noted",
        Happened::OutsiderConfirmed { outsider, .. } if *outsider == *reader.id => {
            "notice-outsider-confirmed"
        }
        Happened::OutsiderConfirmed { .. } => "notice-outsider-joined",
        Happened::Taken { .. } if is_former(&event.what, reader) => "notice-taken-over",
        Happened::Taken { .. } => "notice-taken",
        Happened::Assigned { to, .. } if to.id == *reader.id => "notice-given-you",
        Happened::Assigned { .. } if is_former(&event.what, reader) => "notice-given-away",
        Happened::Assigned { .. } => "notice-assigned",
        Happened::HandedBack { .. } => "notice-handed-back",
        Happened::Planned { .. } => "notice-planned",
        Happened::Resumed { taken_back: TakenBack::Question, .. } => "notice-resumed-question",
        Happened::Resumed { taken_back: TakenBack::Plan(_), .. } => "notice-resumed-plan",
        Happened::Resumed { taken_back: TakenBack::Solution, .. } => "notice-resumed-solution",
        Happened::SolutionProposed { .. } => "notice-proposed",
        Happened::SolutionRefused { .. } => "notice-refused",
        Happened::KeptOpen => "notice-kept-open",
        Happened::Reminded => "notice-reminded",
        Happened::Closed { how: Closure::Approved, .. } => "notice-approved",
        Happened::Closed { how: Closure::NoAnswer, .. } => "notice-no-answer",
        Happened::Closed { how: Closure::ByCustomer | Closure::ByEngineer, .. } => "notice-closed",
        Happened::Reopened { .. } => "notice-reopened",
        Happened::ObserverAdded { observer } if observer.id == *reader.id => "notice-added-you",
        Happened::ObserverAdded { .. } => "notice-added",
        Happened::Escalated { .. } => "notice-escalated",
        Happened::EscalationEnded { .. } => "notice-escalation-ended",
        Happened::WorkaroundProvided { .. } => "notice-workaround",
        Happened::OutageDeclared => "notice-outage",
        Happened::OutageEnded => "notice-outage-ended",
        Happened::Classified { .. } => "notice-classified",
        Happened::Prioritized { .. } => "notice-prioritized",
    }
}

/// The message that says what is asked of the reader.
pub(crate) fn ask(event: &Event, reader: &Reader<'_>) -> &'static str {
    match &event.what {
        _ if is_own(event, reader.id) => "notice-own-ask",
        _ if !reader.may_act => "notice-nothing",
        Happened::Opened(_) => "notice-opened-ask",
        Happened::Replied { .. } => "notice-replied-ask",
        Happened::Asked { .. } => "notice-asked-ask",
        Happened::Told { .. }
        | Happened::Noted { .. }
        | Happened::PersonErased
        | Happened::Detailed { .. }
        | Happened::ObserverRemoved { .. }
        | Happened::OutsiderInvited { .. }
        | Happened::OutsiderRemoved { .. }
        | Happened::HandedBack { .. }
        | Happened::EscalationEnded { .. }
        | Happened::OutageEnded
        | Happened::Classified { .. }
        | Happened::Prioritized { .. } => "notice-told-ask",
        Happened::Assigned { to, .. } if to.id == *reader.id => "notice-given-you-ask",
        Happened::Taken { .. }
        | Happened::Assigned { .. }
        | Happened::Escalated { .. }
        | Happened::OutageDeclared => "notice-taken-ask",
        Happened::WorkaroundProvided { .. } => "notice-workaround-ask",
        Happened::Planned { .. } => "notice-planned-ask",
        Happened::Resumed { taken_back: TakenBack::Question, .. } => "notice-resumed-question-ask",
        Happened::Resumed { taken_back: TakenBack::Plan(_), .. } => "notice-resumed-plan-ask",
        Happened::Resumed { taken_back: TakenBack::Solution, .. } => "notice-resumed-solution-ask",
        Happened::SolutionProposed { .. } | Happened::Reminded => "notice-proposed-ask",
        Happened::SolutionRefused { .. } => "notice-refused-ask",
        Happened::KeptOpen => "notice-kept-open-ask",
        Happened::Closed { how: Closure::Approved, .. } => "notice-approved-ask",
        Happened::Closed { .. } => "notice-closed-ask",
        Happened::Reopened { .. } => "notice-reopened-ask",
        Happened::ObserverAdded { .. } => "notice-added-ask",
        Happened::OutsiderConfirmed { .. } => "notice-outsider-joined-ask",
    }
}

/// The message on the button: what is asked, where something is.
pub(crate) fn button(what: &Happened, reader: &Reader<'_>) -> &'static str {
    match what {
        _ if reader.role == Role::Engineer || !reader.may_act => "notice-button-view",
        Happened::Asked { .. } => "notice-button-answer",
        Happened::SolutionProposed { .. } | Happened::Reminded => "notice-button-decide",
        _ => "notice-button-view",
    }
}

/// The message that says why the reader is mailed.
pub(crate) fn why(what: &Happened, reader: &Reader<'_>) -> &'static str {
    if is_former(what, reader) { "notice-why-former" } else { "notice-why" }
}

/// Whether the case was the reader's until then.
fn is_former(what: &Happened, reader: &Reader<'_>) -> bool {
    what.taken_from().is_some_and(|person| person.id == *reader.id)
}

/// The instant the case closes by itself, where the mail has to say so. A reminder finds it on the case, and
/// finds none there if somebody answered before the mail was composed.
pub(crate) fn closes_at(case: &Case, event: &Event) -> Option<Timestamp> {
    match &event.what {
        Happened::SolutionProposed { closes_at, .. } => Some(*closes_at),
        Happened::Reminded => case.answer.map(|answer| answer.closes_at),
        _ => None,
    }
}

/// A name on one line. Titles and the like are parsed when they enter the portal; names are the vendor's own
/// records, and one with a line end must make neither a header (X17) nor a paragraph of ours.
pub(crate) fn one_line(name: &str) -> String {
    let spaced = name.replace(char::is_control, " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who did it; what the portal does itself it does in its own name.
pub(crate) fn author(deployment: &Deployment<'_>, event: &Event) -> String {
    one_line(event.by.person().map_or(deployment.brand, |person| &person.name))
}

/// The messages in the reader's language, with all that stands in any of them.
pub(crate) struct Words {
    tr: Tr,
    args: Vec<(&'static str, Arg<'static>)>,
}

impl Words {
    pub fn new(deployment: &Deployment<'_>, reader: &Reader<'_>, case: &Case, event: &Event) -> Self {
        let role = match reader.role {
            Role::Reporter => "reporter",
            Role::Observer => "observer",
            Role::Outsider => "outsider",
            Role::Engineer => "engineer",
        };
        let mut args = vec![
            ("role", role.into()),
            ("brand", one_line(deployment.brand).into()),
            ("number", case.number.to_string().into()),
            ("company", one_line(&case.company.name).into()),
            ("reporter", one_line(&case.reporter.name).into()),
            ("author", author(deployment, event).into()),
        ];
        args.extend(closes_at(case, event).map(|at| ("closes", reader.deadline(at).into())));
        match &event.what {
            Happened::Planned { on } | Happened::Resumed { taken_back: TakenBack::Plan(on), .. } => {
                args.push(("day", reader.tr.long_day(*on).into()));
            }
            Happened::Assigned { to, .. } => args.push(("engineer", one_line(&to.name).into())),
            Happened::ObserverAdded { observer } => args.push(("observer", one_line(&observer.name).into())),
            Happened::Classified { impact, urgency, priority } => args.extend([
                ("impact", reader.tr.impact(*impact).into()),
                ("urgency", reader.tr.urgency(*urgency).into()),
                ("priority", reader.tr.priority(*priority).into()),
            ]),
            Happened::Prioritized { priority, .. } => {
                args.push(("priority", reader.tr.priority(*priority).into()));
            }
            _ => {}
        }
        Self { tr: reader.tr, args }
    }

    /// The message of this key.
    pub fn say(&self, key: &str) -> String {
        self.tr.t_with(key, &self.args)
    }

    /// The names of the files, if there are any.
    pub fn files(&self, attachments: &[Attachment]) -> Option<String> {
        let names: Vec<&str> = attachments.iter().map(|file| file.name.as_str()).collect();
        let args = [("n", names.len().into()), ("names", names.join(", ").into())];
        (!names.is_empty()).then(|| self.tr.t_with("notice-files", &args))
    }
}
