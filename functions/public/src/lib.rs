//! What takes nothing from the table: the way in, style sheets and scripts, the OpenAPI document, how the vendor is reached.

pub mod assets;
pub mod contact;
pub mod home;
pub mod language;
pub mod not_found;
pub mod openapi;
pub mod remote_access;
pub mod rules;
pub mod soon;
