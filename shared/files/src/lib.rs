//! Attachments in S3. Bytes go between the browser and storage; functions only sign addresses.

mod archive;
mod checksum;
mod download;
mod error;
mod inspect;
mod parts;
mod sniff;
mod storage;
mod upload;

pub use error::FilesError;
pub use sniff::sniffed;
pub use storage::{Signed, Storage};
