//! The store on an engine that speaks DynamoDB: what is stored once, found where it should be, and not found else.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

mod access_requests;
mod archives;
mod at_any_size;
mod cases;
mod conflicts;
mod deliveries;
mod drafts;
mod email_changes;
mod engine;
mod erasures;
mod followed;
mod forms;
mod held;
mod indexes;
mod items;
mod letters;
mod lists;
mod once;
mod outside;
mod permits;
mod records;
mod sample;
mod second_factors;
mod selected;
mod sessions;
mod settings;
mod staff;
mod tokens;
mod uploads;
mod wishes;
