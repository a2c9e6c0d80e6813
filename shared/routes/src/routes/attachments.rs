//! Files.

use crate::need::{Access, Entity, Need, ObjectAccess};
use crate::route::{Route, Who, get, post};

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    post("attachments-begin", "/uploads", Who::SignedIn, &[
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Upload, &[Access::Put]),
        Need::Objects(ObjectAccess::Put),
    ], "Announce a file and receive the address to send it to"),
    get("attachments-progress", "/uploads/{upload}", Who::SignedIn, &[
        Need::Items(Entity::Upload, &[Access::Get]),
        Need::Objects(ObjectAccess::Parts),
    ], "Which parts of a file have arrived"),
    post("attachments-parts", "/uploads/{upload}/parts", Who::SignedIn, &[
        Need::Items(Entity::Upload, &[Access::Get]),
        Need::Objects(ObjectAccess::Put),
    ], "The addresses to send parts of a file to"),
    post("attachments-complete", "/uploads/{upload}/complete", Who::SignedIn, &[
        Need::Items(Entity::Upload, &[Access::Get, Access::Update]),
        Need::Objects(ObjectAccess::Parts),
        Need::Objects(ObjectAccess::Put),
        Need::Objects(ObjectAccess::Get),
    ], "Say that a file has arrived whole"),
    get("attachments-download", "/cases/{number}/attachments/{upload}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::BatchGet, Access::Query]),
        Need::Items(Entity::Upload, &[Access::Get]),
        Need::Objects(ObjectAccess::Get),
    ], "Leads to a short-lived address of the file"),
    get("attachments-preview", "/cases/{number}/attachments/{upload}/preview", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::BatchGet, Access::Query]),
        Need::Items(Entity::Upload, &[Access::Get]),
        Need::Objects(ObjectAccess::Get),
    ], "Leads to a short-lived address that shows a picture or a PDF"),
    get("attachments-archive", "/cases/{number}/archive", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Query]),
        Need::Items(Entity::Archive, &[Access::Get]),
        Need::Archives(ObjectAccess::Get),
    ], "All files of a case in one archive: how far it is, and the way to it"),
    post("attachments-pack", "/cases/{number}/archive", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Query]),
        Need::Items(Entity::Archive, &[Access::Put]),
    ], "Ask for all files of a case in one archive"),
];
