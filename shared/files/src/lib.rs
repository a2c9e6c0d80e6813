//! Attachments in S3. Their bytes go between the browser and storage; functions only sign addresses. What functions keep for
//! themselves beside them, they read and write whole.

mod archive;
mod checksum;
mod download;
mod error;
mod inspect;
mod parts;
mod sniff;
mod storage;
mod upload;
mod whole;

pub use error::FilesError;
pub use sniff::sniffed;
pub use storage::{Signed, Storage};
pub use whole::{Read, Whole};
