//! Indexes of what people wrote in cases: packed, changed, searched. Bytes in, bytes out.

mod error;
mod highlight;
mod packed;
mod query;
mod schema;
mod volume;
mod words;

pub use error::SearchError;
pub use query::Query;
pub use volume::{Found, Volume};
