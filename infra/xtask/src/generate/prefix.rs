//! What the template must know of the table's keys: the one place where it names them.

use caseport_routes::{Entity, Index};

/// How the partition keys of an entity begin.
pub const fn partition(entity: Entity) -> &'static str {
    match entity {
        Entity::Case => "CASE#",
        Entity::Counter => "COUNTER#",
        Entity::Company => "COMPANY#",
        Entity::Idempotency => "ONCE#",
        Entity::Login => "LOGIN#",
        Entity::Session => "SESSION#",
        Entity::Upload => "UPLOAD#",
        Entity::User => "USER#",
    }
}

/// How the sort keys of events begin: what the relay follows.
pub const EVENT: &str = "EVENT#";

/// Every index.
pub const INDEXES: &[Index] =
    &[Index::Company, Index::Contact, Index::Desk, Index::Engineer, Index::Closing, Index::Reminder];

/// An index's name. Its key attributes are `<name>_pk` and `<name>_sk`.
pub const fn index(index: Index) -> &'static str {
    match index {
        Index::Company => "company",
        Index::Contact => "contact",
        Index::Desk => "desk",
        Index::Engineer => "engineer",
        Index::Closing => "closing",
        Index::Reminder => "reminder",
    }
}

/// The attribute that indexes carry beside the keys.
pub const INDEXED_ROW: &str = "row";
