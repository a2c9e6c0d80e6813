//! Keys of forms, and of what administrators set.

use caseport_domain::id::FormId;
use caseport_routes::Entity;

use crate::{Key, key, prefix};

/// What the sort key of a form as it is begins with.
pub const CURRENT: &str = "CURRENT#";

/// The last version that has its place in the order of the sort keys: eight digits.
const LAST_VERSION: u32 = 99_999_999;

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

/// Between which sort keys the versions of a form lie that came before this one; without one, all of them.
#[must_use]
pub fn form_versions(id: &FormId, before: Option<u32>) -> [String; 2] {
    let last = before.map_or(LAST_VERSION, |before| before.saturating_sub(1).min(LAST_VERSION));
    [0, last].map(|version| form_version(id, version).sk)
}

/// A form as it was.
#[must_use]
pub fn form_version(id: &FormId, version: u32) -> Key {
    key(Entity::Form, "all", format!("VERSION#{id}#{version:08}"))
}

/// What administrators set for the whole portal, by its name.
#[must_use]
pub fn setting(name: &str) -> Key {
    key(Entity::Setting, name, "SETTING")
}
