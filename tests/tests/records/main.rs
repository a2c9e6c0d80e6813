//! The vendor's records, as administrators keep them.

mod accounts;
mod companies;
mod contacts;
mod leaving;
mod removal;
mod saving;
mod sheets;
