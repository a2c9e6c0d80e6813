//! What holds for the whole portal.

use crate::need::{Access, Entity, Need};
use crate::route::{Route, Who, get, post};

/// What it takes to save what holds for the whole portal.
const SAVE_SETTING: &[Need] = &[
    Need::Items(Entity::Setting, &[Access::Get, Access::Put]),
    Need::Items(Entity::Audit, &[Access::Query, Access::Put]),
    Need::Items(Entity::User, &[Access::Check]),
];

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("settings-priorities", "/priorities", Who::Engineer, &[
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Audit, &[Access::Query]),
    ], "Which priority a case is given by its impact and urgency"),
    post("settings-priorities-save", "/priorities", Who::Engineer, SAVE_SETTING, "Change which priority a case is given"),
    get("settings-reasons", "/reasons", Who::Engineer, &[
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Audit, &[Access::Query]),
    ], "The reasons that cases are closed and reopened for"),
    post("settings-reasons-save", "/reasons", Who::Engineer, SAVE_SETTING, "Change the reasons that cases are closed and reopened for"),
];
