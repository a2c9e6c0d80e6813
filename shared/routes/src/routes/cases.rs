//! What is done with a case by who follows it.

use crate::need::{Access, Entity, Index, Need};
use crate::route::{Route, Who, get, post};

/// What every command of a customer on a stored case does: read it (whole, to show its page again, if it is refused), answer
/// a repeated key, write snapshot and event.
const COMMAND: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// A command that takes away the draft that is sent with it.
const DECIDE: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Draft, &[Access::Delete]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// A command that may bring attachments, and takes away the draft that is sent with it.
const SEND: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Draft, &[Access::Delete]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// A command that an engineer may give: its page has reasons to choose from, should it be shown again.
pub(super) const DESK: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::Setting, &[Access::Get]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// The same, of one that takes away the draft that is sent with it.
pub(super) const DESK_WRITE: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Draft, &[Access::Delete]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::Setting, &[Access::Get]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("cases-list", "/cases", Who::Customer, &[
        Need::Query(Index::Company),
        Need::Query(Index::Contact),
        Need::CursorKey,
        Need::Items(Entity::Case, &[Access::Get]),
    ], "The open cases, or those that are asked for; one by its number"),
    get("cases-filter", "/cases/filter", Who::Customer, &[
        Need::Items(Entity::Company, &[Access::Query]),
    ], "The form to filter the list of cases with, with all products there are to choose"),
    get("cases-new", "/cases/new", Who::Customer, &[
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Draft, &[Access::Get]),
        Need::Items(Entity::Form, &[Access::Query]),
        Need::Items(Entity::Upload, &[Access::BatchGet]),
        Need::Items(Entity::User, &[Access::Get]),
    ], "The form to open a case with"),
    post("cases-open", "/cases", Who::Customer, &[
        Need::Items(Entity::Company, &[Access::Query, Access::Check]),
        Need::Items(Entity::Form, &[Access::Query]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Counter, &[Access::Update]),
        Need::Items(Entity::Draft, &[Access::Delete]),
        Need::Items(Entity::Case, &[Access::Put]),
        Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
        Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update]),
        Need::Items(Entity::Login, &[Access::BatchGet]),
        Need::Items(Entity::User, &[Access::Get, Access::BatchGet, Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
    ], "Open a case"),
    get("cases-view", "/cases/{number}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Query]),
        Need::Items(Entity::Draft, &[Access::BatchGet]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Upload, &[Access::BatchGet]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Relation, &[Access::Query]),
    ], "A case with its thread, notes and mails"),
    get("cases-transcript", "/cases/{number}/transcript", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Query]),
    ], "The case as a file whose hash chain can be verified"),
    post("cases-reply", "/cases/{number}/replies", Who::Customer, SEND, "Add to a case"),
    post("cases-decide", "/cases/{number}/decision", Who::Customer, DECIDE, "Approve or refuse the proposed solution"),
    post("cases-keep-open", "/cases/{number}/keep-open", Who::Customer, COMMAND, "Stop a case from closing by itself"),
    post("cases-close", "/cases/{number}/close", Who::SignedIn, DESK_WRITE, "Close a case"),
    post("cases-notifications", "/cases/{number}/notifications", Who::Customer, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Put]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
    ], "Choose for what one is mailed about a case"),
    get("cases-unsubscribe-page", Route::UNSUBSCRIBE, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::CursorKey,
    ], "Where the link of a mail leads that turns off the mails about its case"),
    post("cases-unsubscribe", Route::UNSUBSCRIBE, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Put, Access::Delete]),
        Need::CursorKey,
    ], "Turn off the mails about a case by the link of one of them, or on again"),
    post("cases-observe", "/cases/{number}/observers", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
        Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Login, &[Access::BatchGet]),
        Need::Items(Entity::User, &[Access::BatchGet, Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
    ], "Follow a case, add an observer to it, or ask somebody outside the portal to be one"),
    post("cases-dismiss", "/cases/{number}/observers/removal", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put, Access::Delete]),
        Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
    ], "Take somebody off a case who follows it, from outside or not, or leave it oneself"),
    get("cases-follow-page", Route::FOLLOW, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::CursorKey,
    ], "Where the link leads by which somebody outside confirms that they want to follow a case"),
    post("cases-follow", Route::FOLLOW, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Put, Access::Update, Access::Delete]),
        Need::CursorKey,
    ], "Follow a case from outside by the link that asks for it, or have one's address struck"),
];
