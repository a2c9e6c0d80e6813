//! The story of a case by JSON, from signing in to the last mail.

mod brand;
mod closing;
mod desk;
mod files;
mod french;
mod long;
mod opening;
mod transcript;
mod turns;
