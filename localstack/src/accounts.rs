//! Who can sign in to a seeded portal.

use serde::{Deserialize, Serialize};

/// An account of the seed data.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Account<Text = &'static str> {
    /// What the person may do, in a word or two. Unique.
    pub role: Text,
    /// The address to sign in with.
    pub email: Text,
    /// The password, no secret: it works on this machine only.
    pub password: Text,
}

const fn account(role: &'static str, email: &'static str, password: &'static str) -> Account {
    Account { role, email, password }
}

/// The accounts the seed makes, in every demonstration portal.
pub const ACCOUNTS: &[Account] = &[
    account("customer", "anna@acme.example", "anna-opens-cases"),
    account("colleague", "bram@acme.example", "bram-reads-along"),
    account("other-customer", "chloe@globex.example", "chloe-sees-her-own"),
    account("engineer", "eva@caseport.example", "eva-solves-cases"),
    account("other-engineer", "finn@caseport.example", "finn-solves-cases"),
    account("administrator", "ada@caseport.example", "ada-keeps-the-records"),
];
