//! The way in: registering, signing in, passwords, links that were mailed.

use crate::need::{Access, Entity, Need};
use crate::route::{Route, Who, any, get, post};

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("accounts-sign-in-page", "/sign-in", Who::Anyone, &[], "The form to sign in with"),
    post("accounts-sign-in", "/session", Who::Anyone, &[
        Need::Items(Entity::Login, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get, Access::Update]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Session, &[Access::Put]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::SigningKey,
    ], "Sign in"),
    post("accounts-code", "/session/code", Who::Anyone, &[
        Need::Items(Entity::User, &[Access::Get, Access::Update]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Session, &[Access::Put]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::SigningKey,
    ], "Sign in with a second factor, after the password"),
    post("accounts-token", "/session/token", Who::Anyone, &[
        Need::Items(Entity::Token, &[Access::Get, Access::Update]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::SigningKey,
    ], "Exchange a personal access token for an access token"),
    any("accounts-refresh", "/session/refresh", Who::Anyone, &[
        Need::Items(Entity::Session, &[Access::Get, Access::Update, Access::Delete]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Relation, &[Access::Get]),
        Need::SigningKey,
    ], "Renew an access token that ran out"),
    post("accounts-act", "/session/company", Who::Customer, &[
        Need::Items(Entity::Acted, &[Access::Put]),
        Need::Items(Entity::Session, &[Access::Update]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Relation, &[Access::Get]),
        Need::SigningKey,
    ], "Choose the company to act for"),
    post("accounts-sign-out", "/session/end", Who::Anyone, &[
        Need::Items(Entity::Session, &[Access::Delete]),
    ], "Sign out"),
    get("accounts-register-page", "/register", Who::Anyone, &[
        Need::Items(Entity::Challenge, &[Access::Put]),
    ], "The form to register with"),
    post("accounts-register", "/register", Who::Anyone, &[
        Need::Items(Entity::Challenge, &[Access::Put, Access::Delete]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Letter, &[Access::Put]),
    ], "Register: a link that activates the account is mailed"),
    get("accounts-activate-page", "/activate", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get]),
    ], "Where the link of an activation mail leads"),
    post("accounts-activate", "/activate", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get, Access::Update]),
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Update]),
        Need::Items(Entity::Login, &[Access::Put]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::Items(Entity::Session, &[Access::Put]),
        Need::SigningKey,
    ], "Activate an account by the mailed link, and sign in"),
    get("accounts-contact-id-page", "/contact-id", Who::Anyone, &[], "The form to ask for one's Contact ID"),
    post("accounts-contact-id", "/contact-id", Who::Anyone, &[
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Letter, &[Access::Put]),
    ], "Have one's Contact ID mailed"),
    get("accounts-password-page", "/password", Who::Anyone, &[], "The form to ask for a link to choose a password with"),
    post("accounts-password", "/password", Who::Anyone, &[
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Letter, &[Access::Put]),
    ], "Have a link mailed to choose a password with"),
    get("accounts-new-password-page", "/password/new", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get]),
    ], "Where a link leads to choose a password with"),
    post("accounts-new-password", "/password/new", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get, Access::Update]),
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::SigningKey,
    ], "Choose a password by the mailed link"),
    get("accounts-email-page", "/email-change", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get]),
    ], "Where the links of a change of address lead"),
    post("accounts-email", "/email-change", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get, Access::Update]),
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Update, Access::Delete]),
        Need::Items(Entity::Login, &[Access::Put, Access::Delete]),
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
        Need::Items(Entity::Letter, &[Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Confirm or refuse a change of address, for the mailbox that the link was mailed to"),
];
