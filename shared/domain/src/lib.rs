//! The rule book of the portal: pure functions over plain values.
//!
//! A case is its events. [`case::RuleBook::decide`] says what a command makes happen, [`case::Case::apply`]
//! what that does to the case, [`case::chain`] seals each event to the one before it. [`policy`] says who may
//! do what, [`notice`] who is told, [`contract`] what a company is entitled to.

pub mod access_request;
pub mod actor;
pub mod addresses;
pub mod agent;
pub mod archive;
pub mod attachment;
pub mod audit;
pub mod bearer;
pub mod case;
pub mod case_lists;
pub mod case_types;
pub mod contract;
pub mod country;
pub mod coverage;
pub mod delivery;
pub mod draft;
pub mod email_change;
pub mod erasure;
pub mod form;
pub mod grant;
pub mod held;
pub mod id;
pub mod input;
pub mod inspection;
pub mod letter;
pub mod module;
pub mod notice;
pub mod password;
pub mod person;
pub mod pin;
pub mod policy;
pub mod profile;
pub mod records;
pub mod registration;
pub mod relation;
pub mod search;
pub mod second_factor;
pub mod selection;
pub mod sign_in;
pub mod staff;
pub mod support;
pub mod text;
pub mod throttle;
pub mod ticket;
pub mod transcript;
pub mod upload_budget;
pub mod wishes;
pub mod zone;
