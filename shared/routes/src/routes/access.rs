//! Levels of access, and requests for another.

use crate::need::{Access, Entity, Index, Need};
use crate::route::{Route, Who, get, post};

/// What one does with one's own request for access, and its page again if it is refused.
const OWN_REQUEST: &[Need] = &[
    Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
    Need::Items(Entity::User, &[Access::Get, Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
    Need::Items(Entity::Relation, &[Access::Query]),
];

/// What an administrator does with a request for access, and its page again if it is refused.
const DEAL: &[Need] = &[
    Need::Items(Entity::Letter, &[Access::Put]),
    Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
    Need::Items(Entity::User, &[Access::Get, Access::Check]),
    Need::Items(Entity::Company, &[Access::Query, Access::Check]),
];

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("access-mine", "/access", Who::Customer, &[
        Need::Items(Entity::AccessRequest, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Relation, &[Access::Query]),
    ], "One's own access, and one's last request for more"),
    post("access-ask", "/access/requests", Who::Customer, &[
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query, Access::Check]),
        Need::Items(Entity::Relation, &[Access::Query]),
    ], "Ask for another level of access"),
    post("access-withdraw", "/access/requests/{request}/withdraw", Who::Customer, OWN_REQUEST, "Withdraw one's request for access"),
    post("access-answer", "/access/requests/{request}/answer", Who::Customer, OWN_REQUEST, "Answer what was asked about one's request"),
    get("access-queue", "/access/requests", Who::Engineer, &[
        Need::Query(Index::Access),
        Need::CursorKey,
    ], "The requests for access that are to be decided, or granted and not carried out yet"),
    get("access-request", "/access/requests/{request}", Who::Engineer, &[
        Need::Items(Entity::AccessRequest, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Query(Index::Directory),
        Need::CursorKey,
    ], "A request for access with everything that happened to it"),
    post("access-ask-more", "/access/requests/{request}/ask-more", Who::Engineer, DEAL, "Ask whoever asks for access for more"),
    post("access-ask-prime", "/access/requests/{request}/ask-prime-contact", Who::Engineer, DEAL, "Have the company's prime contact confirm a request"),
    post("access-decide", "/access/requests/{request}/decision", Who::Engineer, &[
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
        Need::Items(Entity::Login, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query, Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::Items(Entity::Letter, &[Access::Put]),
    ], "Grant or refuse a request for access"),
    get("access-confirm-page", "/access/confirm", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::AccessRequest, &[Access::Get]),
    ], "What a prime contact is asked to confirm"),
    post("access-confirm", "/access/confirm", Who::Anyone, &[
        Need::Items(Entity::Ticket, &[Access::Get, Access::Update]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
    ], "Confirm a request for access, as the prime contact, or disagree"),
    get("access-login-form", "/request-a-login", Who::Anyone, &[], "The form to ask for a login with"),
    post("access-login", "/request-a-login", Who::Anyone, &[
        Need::Items(Entity::AccessRequest, &[Access::Put]),
        Need::Items(Entity::Throttle, &[Access::Update]),
    ], "Ask for a login"),
];
