//! Keys of forms, and of what administrators set.

use caseport_domain::id::FormId;
use caseport_routes::Entity;

use crate::{Key, key, prefix};

/// What the sort key of a form as it is begins with.
pub const CURRENT: &str = "CURRENT#";

/// The partition of all forms.
#[must_use]
pub fn forms() -> String {
    format!("{}all", prefix(Entity::Form))
}

/// A form as it is.
#[must_use]
pub fn form(id: &FormId) -> Key {
    key(Entity::Form, "all", format!("{CURRENT}{id}"))
}

/// What the sort keys of a form's versions begin with.
#[must_use]
pub fn form_versions(id: &FormId) -> String {
    format!("VERSION#{id}#")
}

/// A form as it was.
#[must_use]
pub fn form_version(id: &FormId, version: u32) -> Key {
    key(Entity::Form, "all", format!("{}{version:08}", form_versions(id)))
}

/// What administrators set for the whole portal, by its name.
#[must_use]
pub fn setting(name: &str) -> Key {
    key(Entity::Setting, name, "SETTING")
}
