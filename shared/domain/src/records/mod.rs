//! What the vendor keeps of its customers: companies, their contacts, contracts, hardware and licences.

mod asset;

pub use asset::{Assets, Hardware, Licence};
