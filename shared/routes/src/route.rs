//! The routes.

use crate::need::{Access, Entity, Index, Need, ObjectAccess};

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Commands.
    Post,
    /// Any method, for the addresses that pass a request on and for what is not found.
    Any,
}

impl Method {
    /// As written in HTTP and in an API Gateway route key.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Any => "ANY",
        }
    }
}

/// Who may call a route at all; what they may do there is the policy's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// A contact of a customer or an engineer.
    SignedIn,
    /// A contact of a customer.
    Customer,
    /// An engineer of the vendor.
    Engineer,
}

/// An address of the portal and the function behind it.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// Name of the binary and of the function: `<area>-<verb>`.
    pub name: &'static str,
    /// Its method.
    pub method: Method,
    /// Its path, parameters in braces as API Gateway writes them.
    pub path: &'static str,
    /// Who may call it.
    pub who: Who,
    /// What it may touch.
    pub needs: &'static [Need],
    /// What it does, in one sentence: the OpenAPI summary.
    pub summary: &'static str,
}

/// What every command of a customer on a stored case does: read it (whole, to show its page again, if it is refused), answer
/// a repeated key, write snapshot and event.
const COMMAND: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// A command that takes away the draft that is sent with it.
const DECIDE: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Draft, &[Access::Delete]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// A command that may bring attachments, and takes away the draft that is sent with it.
const SEND: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Draft, &[Access::Delete]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// What shows or replaces a PIN: the password is proved again first.
const REVEAL: &[Need] = &[
    Need::Items(Entity::User, &[Access::Get, Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
    Need::Items(Entity::Throttle, &[Access::Update]),
    Need::Items(Entity::Pin, &[Access::Get, Access::Put]),
    Need::Items(Entity::Audit, &[Access::Put]),
];

/// A command that an engineer may give: its page has reasons to choose from, should it be shown again.
const DESK: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::Setting, &[Access::Get]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// The same, of one that may bring attachments, and takes away the draft that is sent with it.
const DESK_SEND: &[Need] = &[
    Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
    Need::Items(Entity::Draft, &[Access::Delete]),
    Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
    Need::Items(Entity::Setting, &[Access::Get]),
    Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Company, &[Access::Check]),
];

/// What it takes to save what holds for the whole portal.
const SAVE_SETTING: &[Need] = &[
    Need::Items(Entity::Setting, &[Access::Get, Access::Put]),
    Need::Items(Entity::Audit, &[Access::Query, Access::Put]),
    Need::Items(Entity::User, &[Access::Check]),
];

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

/// What a company's page shows.
const COMPANY_PAGE: &[Need] = &[
    Need::Items(Entity::Company, &[Access::Query, Access::BatchGet]),
    Need::Items(Entity::Asset, &[Access::Query, Access::BatchGet]),
    Need::Items(Entity::Relation, &[Access::Query]),
    Need::Items(Entity::Audit, &[Access::Query]),
    Need::Items(Entity::Product, &[Access::Query]),
    Need::Query(Index::Directory),
];

/// What it takes to keep a contract, which changes what its company is entitled to.
const HELD_CONTRACT: &[Need] = &[
    Need::Items(Entity::Company, &[Access::Query, Access::BatchGet, Access::Put]),
    Need::Items(Entity::Product, &[Access::Query]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Audit, &[Access::Put]),
];

/// What it takes to keep hardware and licences.
const HELD_ASSET: &[Need] = &[
    Need::Items(Entity::Asset, &[Access::BatchGet, Access::Put, Access::Delete]),
    Need::Items(Entity::Company, &[Access::Query]),
    Need::Items(Entity::Product, &[Access::Query]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Audit, &[Access::Put]),
];

/// What it takes to save a form.
const SAVE_FORM: &[Need] = &[
    Need::Items(Entity::Form, &[Access::Query, Access::Put]),
    Need::Items(Entity::Product, &[Access::Query]),
    Need::Items(Entity::User, &[Access::Check]),
    Need::Items(Entity::Audit, &[Access::Put]),
];

const fn get(
    name: &'static str,
    path: &'static str,
    who: Who,
    needs: &'static [Need],
    summary: &'static str,
) -> Route {
    Route { name, method: Method::Get, path, who, needs, summary }
}

const fn post(
    name: &'static str,
    path: &'static str,
    who: Who,
    needs: &'static [Need],
    summary: &'static str,
) -> Route {
    Route { name, method: Method::Post, path, who, needs, summary }
}

const fn any(
    name: &'static str,
    path: &'static str,
    who: Who,
    needs: &'static [Need],
    summary: &'static str,
) -> Route {
    Route { name, method: Method::Any, path, who, needs, summary }
}

/// Every route.
#[rustfmt::skip] // A table reads best as one.
pub const ROUTES: &[Route] = &[
    get("public-home", "/", Who::Anyone, &[], "Leads to the page where work starts"),
    get("public-assets", "/assets/{name}", Who::Anyone, &[], "A style sheet or script, by its hashed name"),
    get("public-openapi", "/openapi.json", Who::Anyone, &[], "This document"),
    get("public-rules", "/rules", Who::Anyone, &[], "The rules of the portal"),
    get("public-contact", "/contact", Who::Anyone, &[], "How the vendor is reached beside the portal"),
    post("public-language", "/language", Who::Anyone, &[], "Choose the language of the pages"),
    get("public-soon", "/soon/{module}", Who::SignedIn, &[], "Says that a module is not in use yet"),
    get("public-remote-access", "/remote-access", Who::SignedIn, &[], "How an engineer works on a customer's computer"),
    any("public-not-found", Route::DEFAULT, Who::Anyone, &[], "Says that there is no such page"),

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
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Make a personal access token, which is shown once"),
    post("profile-end-token", "/profile/tokens/{token}/end", Who::SignedIn, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Token, &[Access::Delete]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "End a personal access token"),

    get("home-page", "/home", Who::Customer, &[
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Asset, &[Access::Query]),
        Need::Query(Index::Company),
        Need::Query(Index::Contact),
    ], "Who one is, how the contracts stand, what the company has, what is open"),

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
    get("profile-notifications", "/profile/notifications", Who::Customer, &[
        Need::Items(Entity::User, &[Access::Get]),
    ], "For what one is mailed about one's cases"),
    post("profile-notifications-save", "/profile/notifications", Who::Customer, &[
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
    ], "What is kept of one, to take along"),
    post("profile-erase", "/profile/data/erase", Who::Customer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put]),
        Need::Items(Entity::Company, &[Access::Query, Access::Put, Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Erasure, &[Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Have what is kept of one erased, for the password"),

    get("cases-list", "/cases", Who::Customer, &[
        Need::Query(Index::Company),
        Need::Query(Index::Contact),
        Need::Items(Entity::Case, &[Access::Get]),
    ], "The open cases, or those that are asked for; one by its number"),
    get("cases-filter", "/cases/filter", Who::Customer, &[
        Need::Items(Entity::Company, &[Access::Query]),
    ], "The form to filter the list of cases with, with all products there are to choose"),
    get("search-cases", "/cases/search", Who::SignedIn, &[
        Need::Indexes(ObjectAccess::Get),
        Need::Items(Entity::Case, &[Access::BatchGet]),
        Need::CursorKey,
    ], "The cases that have all words looked for, with the places where they stand"),
    get("cases-new", "/cases/new", Who::Customer, &[
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Draft, &[Access::Get]),
        Need::Items(Entity::Form, &[Access::Query]),
        Need::Items(Entity::User, &[Access::Get]),
    ], "The form to open a case with"),
    post("cases-open", "/cases", Who::Customer, &[
        Need::Items(Entity::Company, &[Access::Query, Access::Check]),
        Need::Items(Entity::Form, &[Access::Query]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Counter, &[Access::Update]),
        Need::Items(Entity::Draft, &[Access::Delete]),
        Need::Items(Entity::Case, &[Access::Put]),
        Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
        Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update]),
        Need::Items(Entity::Login, &[Access::BatchGet]),
        Need::Items(Entity::User, &[Access::Get, Access::BatchGet, Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
    ], "Open a case"),
    get("cases-view", "/cases/{number}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Query]),
        Need::Items(Entity::Draft, &[Access::BatchGet]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Relation, &[Access::Query]),
    ], "A case with its thread, notes and mails"),
    get("cases-transcript", "/cases/{number}/transcript", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Query]),
    ], "The case as a file whose hash chain can be verified"),
    post("cases-reply", "/cases/{number}/replies", Who::Customer, SEND, "Add to a case"),
    post("cases-decide", "/cases/{number}/decision", Who::Customer, DECIDE, "Approve or refuse the proposed solution"),
    post("cases-keep-open", "/cases/{number}/keep-open", Who::Customer, COMMAND, "Stop a case from closing by itself"),
    post("cases-close", "/cases/{number}/close", Who::SignedIn, DESK, "Close a case"),
    post("cases-notifications", "/cases/{number}/notifications", Who::Customer, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Put]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
    ], "Choose for what one is mailed about a case"),
    get("cases-unsubscribe-page", Route::UNSUBSCRIBE, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::CursorKey,
    ], "Where the link of a mail leads that turns off the mails about its case"),
    post("cases-unsubscribe", Route::UNSUBSCRIBE, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Put, Access::Delete]),
        Need::CursorKey,
    ], "Turn off the mails about a case by the link of one of them, or on again"),
    post("cases-observe", "/cases/{number}/observers", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put]),
        Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Login, &[Access::BatchGet]),
        Need::Items(Entity::User, &[Access::BatchGet, Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
        Need::Items(Entity::Throttle, &[Access::Update]),
    ], "Add an observer to a case, or ask somebody outside the portal to be one"),
    post("cases-dismiss", "/cases/{number}/outsiders/removal", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Query, Access::Put, Access::Delete]),
        Need::Items(Entity::Idempotency, &[Access::Get, Access::Put]),
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
    ], "Take somebody off a case who follows it from outside"),
    get("cases-follow-page", Route::FOLLOW, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::CursorKey,
    ], "Where the link leads by which somebody outside confirms that they want to follow a case"),
    post("cases-follow", Route::FOLLOW, Who::Anyone, &[
        Need::Items(Entity::Case, &[Access::Get, Access::Put, Access::Update, Access::Delete]),
        Need::CursorKey,
    ], "Follow a case from outside by the link that asks for it, or have one's address struck"),

    get("drafts-list", "/drafts", Who::SignedIn, &[
        Need::Items(Entity::Draft, &[Access::Query]),
        Need::Items(Entity::Case, &[Access::BatchGet]),
    ], "What one has begun to write and not sent yet"),
    get("drafts-read", "/drafts/{place}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::Items(Entity::Draft, &[Access::Get]),
    ], "A draft of one's own: `new`, or what is written to a case, as `reply-20601`, `solution-20601`; for a browser, the form it is of"),
    post("drafts-save", "/drafts/{place}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Get]),
        Need::Items(Entity::Draft, &[Access::Get, Access::Query, Access::Put]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Query, Access::Check]),
    ], "Save a draft, on the version it was made from"),
    post("drafts-discard", "/drafts/{place}/discard", Who::SignedIn, &[
        Need::Items(Entity::Draft, &[Access::Delete]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Company, &[Access::Check]),
    ], "Discard a draft"),

    post("attachments-begin", "/uploads", Who::SignedIn, &[
        Need::Items(Entity::Upload, &[Access::Put]),
        Need::Objects(ObjectAccess::Put),
    ], "Announce a file and receive the address to send it to"),
    get("attachments-progress", "/uploads/{upload}", Who::SignedIn, &[
        Need::Items(Entity::Upload, &[Access::Get]),
        Need::Objects(ObjectAccess::Put),
    ], "Which parts of a file have arrived"),
    post("attachments-parts", "/uploads/{upload}/parts", Who::SignedIn, &[
        Need::Items(Entity::Upload, &[Access::Get]),
        Need::Objects(ObjectAccess::Put),
    ], "The addresses to send parts of a file to"),
    post("attachments-complete", "/uploads/{upload}/complete", Who::SignedIn, &[
        Need::Items(Entity::Upload, &[Access::Get, Access::Update]),
        Need::Objects(ObjectAccess::Put),
        Need::Objects(ObjectAccess::Get),
    ], "Say that a file has arrived whole"),
    get("attachments-download", "/cases/{number}/attachments/{upload}", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Query]),
        Need::Objects(ObjectAccess::Get),
    ], "Leads to a short-lived address of the file"),
    get("attachments-preview", "/cases/{number}/attachments/{upload}/preview", Who::SignedIn, &[
        Need::Items(Entity::Case, &[Access::Query]),
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
    ], "The requests for access that are to be decided, or granted and not carried out yet"),
    get("access-request", "/access/requests/{request}", Who::Engineer, &[
        Need::Items(Entity::AccessRequest, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Query(Index::Directory),
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

    get("desk-queue", "/desk", Who::Engineer, &[
        Need::Query(Index::Desk),
        Need::Query(Index::Company),
        Need::Query(Index::Engineer),
        Need::Items(Entity::Case, &[Access::Get]),
    ], "The open cases of the desk, or those that are asked for; one by its number"),
    get("desk-filter", "/desk/filter", Who::Engineer, &[
        Need::Query(Index::Directory),
        Need::Items(Entity::Product, &[Access::Query]),
    ], "The form to filter the desk with, with all products and engineers there are to choose"),
    get("desk-callers-page", "/desk/callers", Who::Engineer, &[], "The form to check who calls with"),
    post("desk-callers", "/desk/callers", Who::Engineer, &[
        Need::Items(Entity::Login, &[Access::Get]),
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Pin, &[Access::Get]),
        Need::Items(Entity::Throttle, &[Access::Update]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Check who calls, by the PIN they tell"),
    post("desk-take", "/cases/{number}/assignment", Who::Engineer, DESK, "Take a case"),
    post("desk-message", "/cases/{number}/messages", Who::Engineer, DESK_SEND, "Ask or tell the customer something"),
    post("desk-note", "/cases/{number}/notes", Who::Engineer, DESK_SEND, "Write a note, internal or in the journal"),
    post("desk-plan", "/cases/{number}/plan", Who::Engineer, DESK, "Plan a date"),
    post("desk-propose", "/cases/{number}/solution", Who::Engineer, DESK_SEND, "Propose a solution"),
    post("desk-escalate", "/cases/{number}/escalation", Who::Engineer, DESK_SEND, "Escalate a case to research and development, or end that"),
    post("desk-workaround", "/cases/{number}/workaround", Who::Engineer, DESK_SEND, "Provide a workaround"),
    post("desk-outage", "/cases/{number}/outage", Who::Engineer, DESK, "Mark a case as an outage, or the outage as over"),
    post("desk-classify", "/cases/{number}/classification", Who::Engineer, DESK, "Say how much a case matters, which gives it a priority"),
    post("desk-prioritize", "/cases/{number}/priority", Who::Engineer, DESK, "Give a case another priority"),
    post("desk-detail", "/cases/{number}/details", Who::Engineer, DESK, "Say what a case is filed by: category, version, build"),
    post("desk-reopen", "/cases/{number}/reopening", Who::Engineer, DESK, "Reopen a closed case"),

    get("records-companies", "/companies", Who::Engineer, &[
        Need::Query(Index::Directory),
    ], "The companies, by name"),
    get("records-company-new", "/companies/new", Who::Engineer, &[], "The form for a company that is not kept yet"),
    post("records-company-add", "/companies", Who::Engineer, &[
        Need::Items(Entity::Company, &[Access::Query, Access::Put]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Add a company"),
    get("records-company", "/companies/{company}", Who::Engineer, COMPANY_PAGE, "A company with all that is kept of it"),
    post("records-company-change", "/companies/{company}", Who::Engineer, &[
        Need::Items(Entity::Company, &[Access::Query, Access::Put]),
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::Query(Index::Directory),
    ], "Change a company"),
    post("records-contract-add", "/companies/{company}/contracts", Who::Engineer, HELD_CONTRACT, "Add a contract to what a company holds"),
    post("records-contract-change", "/companies/{company}/contracts/{contract}", Who::Engineer, HELD_CONTRACT, "Change a contract"),
    post("records-hardware-add", "/companies/{company}/hardware", Who::Engineer, HELD_ASSET, "Add a piece of hardware to what a company holds"),
    post("records-hardware-change", "/companies/{company}/hardware/{hardware}", Who::Engineer, HELD_ASSET, "Change a piece of hardware, or remove it"),
    post("records-licence-add", "/companies/{company}/licences", Who::Engineer, HELD_ASSET, "Add a licence to what a company holds"),
    post("records-licence-change", "/companies/{company}/licences/{licence}", Who::Engineer, HELD_ASSET, "Change a licence, or remove it"),
    post("records-contact-add", "/companies/{company}/contacts", Who::Engineer, &[
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Check]),
        Need::Items(Entity::Login, &[Access::Get, Access::Put]),
        Need::Items(Entity::GivenId, &[Access::Put]),
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Add a contact to a company"),
    post("records-relate", "/companies/{company}/relations", Who::Engineer, &[
        Need::Items(Entity::Asset, &[Access::Query]),
        Need::Items(Entity::Audit, &[Access::Query, Access::Put]),
        Need::Items(Entity::Company, &[Access::Query, Access::Put]),
        Need::Items(Entity::Relation, &[Access::Get, Access::Query, Access::Put, Access::Delete]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Query(Index::Directory),
    ], "Have a company serve another, or serve it no more"),
    get("records-contact", "/contacts/{contact}", Who::Engineer, &[
        Need::Items(Entity::User, &[Access::Get]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Audit, &[Access::Query]),
    ], "A contact"),
    post("records-contact-change", "/contacts/{contact}", Who::Engineer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Login, &[Access::Put, Access::Delete]),
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Change a contact, say that they have left, or are back"),
    post("records-contact-invite", "/contacts/{contact}/invite", Who::Engineer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Letter, &[Access::Put]),
        Need::Items(Entity::Audit, &[Access::Query, Access::Put]),
    ], "Mail a contact a link to choose a first password with"),
    post("records-contact-password", "/contacts/{contact}/password", Who::Engineer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Audit, &[Access::Query, Access::Put]),
    ], "Have a contact choose another password, and sign them out everywhere"),
    post("records-contact-erase", "/contacts/{contact}/erase", Who::Engineer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Erasure, &[Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put, Access::Query]),
    ], "Have what is kept of a contact erased, who asked for it"),
    get("records-products", "/products", Who::Engineer, &[
        Need::Items(Entity::Product, &[Access::Query]),
        Need::Items(Entity::Audit, &[Access::Query]),
    ], "The products"),
    post("records-product-save", "/products", Who::Engineer, &[
        Need::Items(Entity::Product, &[Access::Query, Access::Put]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
    ], "Add a product, or change its name"),
    get("records-export", "/exports/{sheet}", Who::Engineer, &[
        Need::Query(Index::Directory),
        Need::Items(Entity::Product, &[Access::Query]),
    ], "Records as CSV: companies.csv, contacts.csv, contracts.csv, hardware.csv, licences.csv, products.csv, relations.csv"),
    get("records-imports", "/imports", Who::Engineer, &[], "The sheets to take away, and the form to bring one in"),
    post("records-import", "/imports", Who::Engineer, &[
        Need::Items(Entity::Relation, &[Access::BatchGet, Access::Get, Access::Put, Access::Delete]),
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
        Need::Items(Entity::Asset, &[Access::BatchGet, Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::Items(Entity::Company, &[Access::BatchGet, Access::Query, Access::Put]),
        Need::Items(Entity::GivenId, &[Access::BatchGet, Access::Put]),
        Need::Items(Entity::Login, &[Access::BatchGet, Access::Put, Access::Delete]),
        Need::Items(Entity::Product, &[Access::Query, Access::Put]),
        Need::Items(Entity::User, &[Access::BatchGet, Access::Put, Access::Check]),
    ], "Bring in a sheet of records, or have it checked"),

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

    get("settings-priorities", "/priorities", Who::Engineer, &[
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Audit, &[Access::Query]),
    ], "Which priority a case is given by its impact and urgency"),
    post("settings-priorities-save", "/priorities", Who::Engineer, SAVE_SETTING, "Change which priority a case is given"),
    get("settings-reasons", "/reasons", Who::Engineer, &[
        Need::Items(Entity::Setting, &[Access::Get]),
        Need::Items(Entity::Audit, &[Access::Query]),
    ], "The reasons that cases are closed and reopened for"),
    post("settings-reasons-save", "/reasons", Who::Engineer, SAVE_SETTING, "Change the reasons that cases are closed and reopened for"),
];

impl Route {
    /// The path of the route that answers what no other does.
    pub const DEFAULT: &str = "$default";
    /// The address behind the link of a mail that turns off the mails about its case. A `POST` there is made by mail programs,
    /// which know no token of ours: the link itself says that it is meant (RFC 8058).
    pub const UNSUBSCRIBE: &str = "/unsubscribe";

    /// The address behind the link by which somebody outside confirms that they want to follow a case.
    pub const FOLLOW: &str = "/follow";

    /// As API Gateway calls it: method and path.
    #[must_use]
    pub fn key(&self) -> String {
        match self.path {
            Self::DEFAULT => Self::DEFAULT.to_owned(),
            path => format!("{} {path}", self.method.as_str()),
        }
    }

    /// The route of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        ROUTES.iter().find(|route| route.name == name)
    }

    /// The value of a parameter in a path of this route.
    #[must_use]
    pub fn parameter<'a>(&self, path: &'a str, name: &str) -> Option<&'a str> {
        let place = self
            .path
            .split('/')
            .position(|part| part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) == Some(name))?;
        path.split('/').nth(place).filter(|value| !value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_found_by_its_place() {
        let route = Route::named("attachments-download").unwrap();
        assert_eq!(route.parameter("/cases/20601/attachments/abc", "upload"), Some("abc"));
        assert_eq!(route.parameter("/cases/20601/attachments/", "upload"), None);
        assert_eq!(route.parameter("/cases/20601/attachments/abc", "other"), None);
    }

    #[test]
    fn names_and_addresses_are_each_given_once() {
        for (n, route) in ROUTES.iter().enumerate() {
            for other in &ROUTES[n + 1..] {
                assert_ne!(route.name, other.name);
                assert_ne!((route.method, route.path), (other.method, other.path));
            }
        }
    }
}
