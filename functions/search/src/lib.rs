//! Looking for cases by words, and keeping the indexes that they are found by.

pub mod cases;
pub mod index;
mod library;
mod place;
mod rebuild;

pub use library::Library;
