//! The vendor's records: engineers read them, administrators keep them.

pub mod companies;
pub mod company;
pub mod company_save;
pub mod contact;
pub mod contact_erase;
pub mod contact_invite;
pub mod contact_password;
pub mod contact_save;
pub mod contact_two_factor;
pub mod export;
pub mod held;
pub mod import;
mod plan;
mod product_removal;
pub mod products;
pub mod relate;
mod saving;
