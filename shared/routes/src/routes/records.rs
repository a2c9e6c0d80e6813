//! Companies, contacts, contracts, products.

use crate::need::{Access, Entity, Index, Need};
use crate::route::{Route, Who, get, post};

/// What a company's page shows.
const COMPANY_PAGE: &[Need] = &[
    Need::Items(Entity::Company, &[Access::Query, Access::BatchGet]),
    Need::Items(Entity::Asset, &[Access::Query, Access::BatchGet]),
    Need::Items(Entity::Relation, &[Access::Query]),
    Need::Items(Entity::Audit, &[Access::Query]),
    Need::Items(Entity::Product, &[Access::Query]),
    Need::Query(Index::Directory),
    Need::CursorKey,
];

/// What it takes to keep a contract, which changes what its company is entitled to.
const HELD_CONTRACT: &[Need] = &[
    Need::Items(Entity::Company, &[Access::Query, Access::BatchGet, Access::Put, Access::Delete]),
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

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("records-companies", "/companies", Who::Engineer, &[
        Need::Query(Index::Directory),
        Need::CursorKey,
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
        Need::Items(Entity::Relation, &[Access::Query]),
        Need::Items(Entity::User, &[Access::Get, Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::Query(Index::Directory),
        Need::CursorKey,
    ], "Change a company"),
    post("records-contract-add", "/companies/{company}/contracts", Who::Engineer, HELD_CONTRACT, "Add a contract to what a company holds"),
    post("records-contract-change", "/companies/{company}/contracts/{contract}", Who::Engineer, HELD_CONTRACT, "Change a contract, or remove it"),
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
        Need::CursorKey,
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
    post("records-contact-two-factor", "/contacts/{contact}/two-factor/off", Who::Engineer, &[
        Need::Items(Entity::User, &[Access::Get, Access::Put, Access::Delete, Access::Check]),
        Need::Items(Entity::Company, &[Access::Query]),
        Need::Items(Entity::Letter, &[Access::Put]),
        Need::Items(Entity::Audit, &[Access::Query, Access::Put]),
    ], "Take a contact's second factor off, who lost it, and sign them out everywhere"),
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
        Need::Items(Entity::Product, &[Access::Query, Access::Put, Access::Delete]),
        Need::Items(Entity::Form, &[Access::Query]),
        Need::Items(Entity::User, &[Access::Check]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::Query(Index::Directory),
    ], "Add a product, change its name, or remove it"),
    get("records-export", "/exports/{sheet}", Who::Engineer, &[
        Need::Query(Index::Directory),
        Need::CursorKey,
        Need::Items(Entity::Product, &[Access::Query]),
    ], "Records as CSV: companies.csv, contacts.csv, contracts.csv, hardware.csv, licences.csv, products.csv, relations.csv"),
    get("records-imports", "/imports", Who::Engineer, &[], "The sheets to take away, and the form to bring one in"),
    post("records-import", "/imports", Who::Engineer, &[
        Need::Items(Entity::Relation, &[Access::BatchGet, Access::Get, Access::Query, Access::Put, Access::Delete]),
        Need::Items(Entity::AccessRequest, &[Access::Get, Access::Put]),
        Need::Items(Entity::Asset, &[Access::BatchGet, Access::Put]),
        Need::Items(Entity::Audit, &[Access::Put]),
        Need::Items(Entity::Company, &[Access::BatchGet, Access::Query, Access::Put]),
        Need::Items(Entity::GivenId, &[Access::BatchGet, Access::Put]),
        Need::Items(Entity::Login, &[Access::BatchGet, Access::Put, Access::Delete]),
        Need::Items(Entity::Product, &[Access::Query, Access::Put]),
        Need::Items(Entity::User, &[Access::BatchGet, Access::Put, Access::Check]),
    ], "Bring in a sheet of records, or have it checked"),
];
