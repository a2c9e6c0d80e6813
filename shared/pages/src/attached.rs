//! The files that a form has already.

use caseport_domain::attachment::Attachment;
use caseport_domain::id::UploadId;

/// The files that the forms of a page name, as they were looked for. What was not looked for is known by its identifier only.
#[derive(Clone, Debug, Default)]
pub struct Attached {
    /// Those that were looked for.
    pub looked_for: Vec<UploadId>,
    /// Those of them that can still be sent.
    pub found: Vec<Attachment>,
}

/// What a form says of the files that it names.
pub(crate) struct AttachedTo {
    /// Those that it goes on with.
    pub files: Vec<AttachedFile>,
    /// How many are no longer kept.
    pub gone: usize,
}

/// A file that a form goes on with.
pub(crate) struct AttachedFile {
    /// Its identifier, as the form sends it.
    pub id: String,
    /// The file, if it was looked for.
    pub file: Option<Attachment>,
}

impl Attached {
    /// What is to be said of these.
    pub(crate) fn of(&self, ids: &[String]) -> AttachedTo {
        let is_gone = |file: &AttachedFile| {
            file.file.is_none() && self.looked_for.iter().any(|looked_for| looked_for.as_str() == file.id)
        };
        let found = |id: &String| {
            let file = self.found.iter().find(|file| file.id.as_str() == id);
            AttachedFile { id: id.clone(), file: file.cloned() }
        };
        let mut files: Vec<AttachedFile> = ids.iter().map(found).collect();
        files.retain(|file| !is_gone(file));
        AttachedTo { gone: ids.len() - files.len(), files }
    }
}
