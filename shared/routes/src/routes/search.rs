//! Search.

use crate::need::{Access, Entity, Need, ObjectAccess};
use crate::route::{Route, Who, get};

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("search-cases", "/cases/search", Who::SignedIn, &[
        Need::Indexes(ObjectAccess::Get),
        Need::Items(Entity::Case, &[Access::BatchGet]),
        Need::CursorKey,
    ], "The cases that have all words looked for, with the places where they stand"),
];
