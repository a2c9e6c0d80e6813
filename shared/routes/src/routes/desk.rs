//! What engineers do with cases.

use super::cases::{DESK, DESK_WRITE};
use crate::need::{Access, Entity, Index, Need};
use crate::route::{Route, Who, get, post};

/// A command that an engineer may give with attachments, and that takes away the draft that is sent with it.
const DESK_SEND: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Draft, &[Access::Delete]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::Setting, &[Access::Get]),
    Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("desk-queue", "/desk", Who::Engineer, &[
        Need::Query(Index::Desk),
        Need::Query(Index::Company),
        Need::Query(Index::Engineer),
        Need::CursorKey,
        Need::Items(Entity::Case, &[Access::Get]),
    ], "The open cases of the desk, or those that are asked for; one by its number"),
    get("desk-filter", "/desk/filter", Who::Engineer, &[
        Need::Query(Index::Directory),
        Need::CursorKey,
        Need::Items(Entity::Product, &[Access::Query]),
    ], "The form to filter the desk with, with all products and engineers there are to choose"),
    get("desk-callers-page", "/desk/callers", Who::Engineer, &[], "The form to check who calls with"),
    post("desk-callers", "/desk/callers", Who::Engineer, &[
        Need::Items(Entity::GivenId, &[Access::Get]),
        Need::Items(Entity::Login, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Pin, &[Access::Get]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Check who calls, by the PIN they tell"),
    get("desk-assign-page", "/cases/{number}/assignment", Who::Engineer, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::Query(Index::Directory),
        Need::CursorKey,
    ], "The engineers that a case can be given to"),
    post("desk-take", "/cases/{number}/assignment", Who::Engineer, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
        Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Query(Index::Directory),
        Need::CursorKey,
    ], "Take a case, give it to another engineer, or hand it back to the desk"),
    post("desk-message", "/cases/{number}/messages", Who::Engineer, DESK_SEND, "Ask or tell the customer something"),
    post("desk-note", "/cases/{number}/notes", Who::Engineer, DESK_SEND, "Write a note, internal or in the journal"),
    post("desk-plan", "/cases/{number}/plan", Who::Engineer, DESK, "Plan a date"),
    post("desk-resume", "/cases/{number}/resumption", Who::Engineer, DESK_WRITE, "Go on with a case that waits, and take back the question, the plan or the solution"),
    post("desk-propose", "/cases/{number}/solution", Who::Engineer, DESK_SEND, "Propose a solution"),
    post("desk-escalate", "/cases/{number}/escalation", Who::Engineer, DESK_SEND, "Escalate a case to research and development, or end that"),
    post("desk-workaround", "/cases/{number}/workaround", Who::Engineer, DESK_SEND, "Provide a workaround"),
    post("desk-outage", "/cases/{number}/outage", Who::Engineer, DESK, "Mark a case as an outage, or the outage as over"),
    post("desk-classify", "/cases/{number}/classification", Who::Engineer, DESK, "Say how much a case matters, which gives it a priority"),
    post("desk-prioritize", "/cases/{number}/priority", Who::Engineer, DESK_WRITE, "Give a case another priority"),
    post("desk-detail", "/cases/{number}/details", Who::Engineer, DESK, "Say what a case is filed by: category, version, build"),
    post("desk-reopen", "/cases/{number}/reopening", Who::Engineer, DESK_WRITE, "Reopen a closed case"),
];
