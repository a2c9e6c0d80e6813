//! What everybody may have: the way in, style sheets and scripts, the OpenAPI document.

pub mod assets;
pub mod home;
pub mod language;
pub mod not_found;
pub mod openapi;
pub mod rules;
pub mod soon;
