//! The forms that cases are opened with.

use crate::need::{Access, Entity, Need};
use crate::route::{Route, Who, get, post};

/// What it takes to save a form.
const SAVE_FORM: &[Need] = &[
    Need::Items(Entity::Form, &[Access::Query, Access::Put]),
    Need::Items(Entity::Product, &[Access::Query]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Audit, &[Access::Put]),
];

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("forms-list", "/forms", Who::Engineer, &[
        Need::Items(Entity::Form, &[Access::Query]),
    ], "The forms that cases are opened with"),
    get("forms-new", "/forms/new", Who::Engineer, &[
        Need::Items(Entity::Product, &[Access::Query]),
    ], "The editor of a form that is not kept yet"),
    post("forms-add", "/forms", Who::Engineer, SAVE_FORM, "Add a form, or have it shown as it would be"),
    get("forms-form", "/forms/{form}", Who::Engineer, &[
        Need::Items(Entity::Form, &[Access::Query]),
        Need::Items(Entity::Product, &[Access::Query]),
    ], "The editor of a form, with its versions"),
    post("forms-change", "/forms/{form}", Who::Engineer, SAVE_FORM, "Change a form, or have it shown as it would be"),
];
