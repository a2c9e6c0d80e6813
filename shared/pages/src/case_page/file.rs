//! A file of a case, as the page shows it.

use caseport_domain::attachment::{Attachment, parts};
use caseport_domain::inspection::{Inspection, Preview, Verdict};
use serde::Serialize;

/// A file that came with something, and what is known of it.
#[derive(Clone, Debug, Serialize)]
pub struct File<'a> {
    /// The file as it was sent.
    #[serde(flatten)]
    pub attachment: &'a Attachment,
    /// Whether it is given out.
    pub verdict: Verdict,
    /// Its media type by its content, if that tells.
    pub sniffed_type: Option<&'a str>,
    /// How it can be looked at, if it can.
    pub preview: Option<Preview>,
}

impl<'a> File<'a> {
    pub(super) const fn of(attachment: &'a Attachment) -> Self {
        Self { attachment, verdict: Verdict::Pending, sniffed_type: None, preview: None }
    }

    /// Takes over what is known of it, if anything is among these.
    pub(super) fn inspected(&mut self, inspections: &'a [Inspection]) {
        if let Some(found) = inspections.iter().find(|found| found.upload == self.attachment.id) {
            self.verdict = found.verdict;
            self.sniffed_type = found.media_type.as_deref();
            self.preview = found.preview().map(|(preview, _)| preview);
        }
    }

    /// Whether it is given out.
    pub(crate) fn is_clean(&self) -> bool {
        self.verdict == Verdict::Clean
    }

    /// Whether it is shown on the page.
    pub(crate) fn is_picture(&self) -> bool {
        self.preview == Some(Preview::Image)
    }

    /// Whether the browser's own viewer shows it.
    pub(crate) fn is_pdf(&self) -> bool {
        self.preview == Some(Preview::Pdf)
    }

    /// Whether its digest is that of its parts' digests.
    pub(crate) const fn came_in_parts(&self) -> bool {
        parts(self.attachment.size) > 1
    }
}
