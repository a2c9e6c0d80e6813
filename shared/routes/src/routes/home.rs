//! The page where a customer's work starts.

use crate::need::{Access, Entity, Index, Need};
use crate::route::{Route, Who, get};

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("home-page", "/home", Who::Customer, &[
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Asset, &[Access::Query]),
        Need::Query(Index::Company),
        Need::Query(Index::Contact),
        Need::CursorKey,
    ], "Who one is, how the contracts stand, what the company has, what is open"),
];
