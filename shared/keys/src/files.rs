//! Keys of files on their way, of archives, and of the objects that hold search indexes.

use caseport_domain::id::{ArchiveId, UploadId};
use caseport_domain::search::Readers;
use caseport_routes::Entity;

use crate::{Key, key, prefix};

/// The sort key of a file on its way.
pub const UPLOAD: &str = "UPLOAD";
/// The sort key of an archive of a case's files.
pub const ARCHIVE: &str = "ARCHIVE";
/// What the keys of the objects that hold search indexes begin with, in the bucket.
pub const SEARCH: &str = "search/";

/// A file on its way.
#[must_use]
pub fn upload(id: &UploadId) -> Key {
    key(Entity::Upload, id, UPLOAD)
}

/// The file on its way that a key names; none for other items.
#[must_use]
pub fn upload_of(pk: &str) -> Option<UploadId> {
    pk.strip_prefix(prefix(Entity::Upload))?.parse().ok()
}

/// An archive of a case's files.
#[must_use]
pub fn archive(id: &ArchiveId) -> Key {
    key(Entity::Archive, id, ARCHIVE)
}

/// The archive that a key names; none for other items.
#[must_use]
pub fn archive_of(pk: &str) -> Option<ArchiveId> {
    pk.strip_prefix(prefix(Entity::Archive))?.parse().ok()
}

/// The object that holds a volume of somebody's search index: the newest, or the one from this number on.
#[must_use]
pub fn search_volume(readers: &Readers, from: Option<u64>) -> String {
    let place = readers.place();
    match from {
        None => format!("{SEARCH}{place}/newest"),
        Some(from) => format!("{SEARCH}{place}/{from}"),
    }
}
