//! What one sees and changes of oneself.

use crate::need::{Access, Entity, Index, Need};
use crate::route::{Route, Who, get, post};

/// What shows or replaces a PIN: the password is proved again first.
const REVEAL: &[Need] = &[
    Need::Items(Entity::User, &[Access::Get, Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
    Need::Items(Entity::Throttle, &[Access::Update]),
    Need::Items(Entity::Pin, &[Access::Get, Access::Put]),
    Need::Items(Entity::Audit, &[Access::Put]),
];

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("profile-password-page", "/profile/password", Who::SignedIn, &[], "The form to change the password with"),
    post("profile-password", "/profile/password", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Session, &[Access::Update]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Change the password, which signs out everywhere else"),
    get("profile-rules", "/profile/rules", Who::Customer, &[
        Need::Items(Entity::User, &[Access::Get]),
    ], "The rules of the portal, and whether one has accepted them"),
    post("profile-rules-accept", "/profile/rules", Who::Customer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Accept the rules of the portal"),
    get("profile-two-factor-page", "/profile/two-factor", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get]),
    ], "The second factor, or a secret to set one up with"),
    post("profile-two-factor", "/profile/two-factor", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Set up a second factor and receive recovery codes"),
    post("profile-two-factor-off", "/profile/two-factor/off", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Update, Access::Delete]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Switch the second factor off"),
    get("profile-sessions", "/profile/sessions", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Session, &[Access::Query]),
    ], "Where one is signed in"),
    post("profile-end-session", "/profile/sessions/{session}/end", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Session, &[Access::Delete]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "End a session"),
    post("profile-end-others", "/profile/sessions/end-others", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Session, &[Access::Update]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Sign out everywhere else"),
    get("profile-tokens", "/profile/tokens", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Token, &[Access::Query]),
    ], "One's personal access tokens"),
    post("profile-new-token", "/profile/tokens", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Token, &[Access::Query, Access::Put]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Make a personal access token, for the password, which is shown once"),
    post("profile-end-token", "/profile/tokens/{token}/end", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Token, &[Access::Delete]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "End a personal access token"),
    get("profile-details", "/profile", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
    ], "One's own details"),
    post("profile-change", "/profile", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Query, Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Change one's own details"),
    get("profile-email", "/profile/email", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get]),
    ], "One's address, and the change of it that is under way"),
    post("profile-email-ask", "/profile/email", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Letter, &[Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Ask for another address, for the password: both mailboxes get a link"),
    post("profile-email-withdraw", "/profile/email/withdraw", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Delete, Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Withdraw the change of address that is under way"),
    get("profile-notifications", "/profile/notifications", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get]),
    ], "For what one is mailed about one's cases"),
    post("profile-notifications-save", "/profile/notifications", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
    ], "Choose for what one is mailed about one's cases"),
    get("profile-pin", "/profile/pin", Who::Customer, &[], "What the PIN is for, and the form that shows it"),
    post("profile-pin-show", "/profile/pin", Who::Customer, REVEAL, "Show one's PIN, for the password"),
    post("profile-pin-replace", "/profile/pin/replace", Who::Customer, REVEAL, "Replace one's PIN, for the password"),
    get("profile-data", "/profile/data", Who::SignedIn, &[], "What one may do with what is kept of one"),
    get("profile-data-export", "/profile/data/export", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query, Access::BatchGet]),
        Need::Items(Entity::Relation, &[Access::Query]),
        Need::Items(Entity::Acted, &[Access::Query]),
        Need::Items(Entity::Session, &[Access::Query]),
        Need::Items(Entity::Token, &[Access::Query]),
        Need::Items(Entity::Audit, &[Access::Query]),
        Need::Items(Entity::Draft, &[Access::Query]),
        Need::Items(Entity::Case, &[Access::Query]),
        Need::Items(Entity::AccessRequest, &[Access::Query, Access::BatchGet]),
        Need::Query(Index::Company),
        Need::CursorKey,
    ], "What is kept of one, to take along"),
    post("profile-erase", "/profile/data/erase", Who::Customer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Query, Access::Put, Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Erasure, &[Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Have what is kept of one erased, for the password"),
];
