//! What one has begun to write.

use crate::need::{Access, Entity, Need};
use crate::route::{Route, Who, get, post};

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("drafts-list", "/drafts", Who::SignedIn, &[
        Need::Items(Entity::Draft, &[Access::Query]),
        Need::Items(Entity::Case, &[Access::BatchGet]),
        Need::Items(Entity::Upload, &[Access::BatchGet]),
    ], "What one has begun to write and not sent yet"),
    get("drafts-read", "/drafts/{place}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::Items(Entity::Draft, &[Access::Get]),
    ], "A draft of one's own: `new`, or what is written to a case, as `reply-20601`, `solution-20601`; for a browser, the form it is of"),
    post("drafts-save", "/drafts/{place}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::Items(Entity::Draft, &[Access::Get, Access::Query, Access::Put]),
        Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Query, Access::Check]),
    ], "Save a draft, on the version it was made from"),
    post("drafts-discard", "/drafts/{place}/discard", Who::SignedIn, &[
        Need::Items(Entity::Draft, &[Access::Delete]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
    ], "Discard a draft"),
];
