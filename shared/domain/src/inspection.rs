//! What looking at a file has shown: whether it is given out, and what it is, whatever its sender says.

use serde::{Deserialize, Serialize};

use crate::attachment::FileName;
use crate::id::{CaseNumber, UploadId};

/// The antivirus test file of EICAR, in two halves so that no scanner takes this program for it.
const EICAR: [&str; 2] = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

/// The types of programs that machines run without being asked twice.
const PROGRAMS: [&str; 5] = [
    "application/vnd.microsoft.portable-executable",
    "application/x-executable",
    "application/x-mach-binary",
    "application/java",
    "application/vnd.android.dex",
];

/// Endings of names that people open without a thought.
const HARMLESS: [&str; 18] = [
    "bmp", "csv", "doc", "docx", "gif", "htm", "html", "jpeg", "jpg", "log", "pdf", "png", "pptx", "rtf",
    "txt", "webp", "xls", "xlsx",
];

/// A file as it was found to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// Which file.
    pub upload: UploadId,
    /// Whether it is given out.
    pub verdict: Verdict,
    /// Its media type by its content, if that tells.
    pub media_type: Option<String>,
}

/// Whether a file is given out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Not yet: it is still to be looked at.
    #[default]
    Pending,
    /// Nothing bad was found.
    Clean,
    /// Never: it is malicious, or passes for what it is not.
    Malicious,
    /// Never: it could not be looked into, as an archive with a password cannot.
    Unscannable,
}

/// What the worker that looks at files is asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "kebab-case")]
pub enum FileTask {
    /// A case has it: it is to be looked at.
    Inspect {
        /// The case.
        number: CaseNumber,
        /// The event it came with.
        seq: u32,
        /// Which.
        upload: UploadId,
    },
    /// Every file without a verdict is to be looked at, of all cases from this number on.
    InspectAll {
        /// The first number.
        #[serde(default)]
        from: u64,
    },
    /// No case has claimed it, and it is known no more: it is to be deleted.
    Forget {
        /// Which.
        upload: UploadId,
    },
}

/// How a file is shown without being saved first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preview {
    /// On the page, as a picture.
    Image,
    /// By the browser's own viewer, at storage's address.
    Pdf,
}

impl Inspection {
    /// A file that nobody has looked at yet.
    #[must_use]
    pub const fn pending(upload: UploadId) -> Self {
        Self { upload, verdict: Verdict::Pending, media_type: None }
    }

    /// How it may be shown, and as which type: by what it is, never by what its sender calls it. Types that can hold a
    /// script, SVG and HTML above all, are none of these.
    #[must_use]
    pub fn preview(&self) -> Option<(Preview, &'static str)> {
        if self.verdict != Verdict::Clean {
            return None;
        }
        match self.media_type.as_deref()? {
            "image/png" => Some((Preview::Image, "image/png")),
            "image/jpeg" => Some((Preview::Image, "image/jpeg")),
            "image/gif" => Some((Preview::Image, "image/gif")),
            "image/webp" => Some((Preview::Image, "image/webp")),
            "application/pdf" => Some((Preview::Pdf, "application/pdf")),
            _ => None,
        }
    }
}

impl Verdict {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Clean, Self::Malicious, Self::Unscannable];

    /// Its stable code, as in JSON and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Clean => "clean",
            Self::Malicious => "malicious",
            Self::Unscannable => "unscannable",
        }
    }

    /// What the portal's own rules say of a file: of its name, its bytes, how it begins, and its type by that.
    ///
    /// They know the test file of EICAR, and programs that pass for something else. They are no virus scanner.
    #[must_use]
    pub fn by_rules(name: &FileName, size: u64, head: &[u8], media_type: Option<&str>) -> Self {
        if is_eicar(size, head) || is_disguised(name.as_str(), head, media_type) {
            Self::Malicious
        } else {
            Self::Clean
        }
    }

    /// What a tag `GuardDutyMalwareScanStatus` says: of a value that is not known, that it could not be looked into.
    #[must_use]
    pub fn by_tag(value: &str) -> Self {
        match value {
            "NO_THREATS_FOUND" => Self::Clean,
            "THREATS_FOUND" => Self::Malicious,
            _ => Self::Unscannable,
        }
    }
}

/// The test file: these 68 characters and nothing behind them but blanks, 128 bytes in all at most.
fn is_eicar(size: u64, head: &[u8]) -> bool {
    let [first, second] = EICAR.map(str::as_bytes);
    let rest = head.strip_prefix(first).and_then(|rest| rest.strip_prefix(second));
    size <= 128 && rest.is_some_and(|rest| rest.iter().all(|byte| b" \t\r\n\x1a".contains(byte)))
}

/// A program whose name has an ending of documents, as the last or before that: `photo.png`, `invoice.pdf.exe`.
/// A text that happens to begin as programs do is none: programs have zeros in them.
fn is_disguised(name: &str, head: &[u8], media_type: Option<&str>) -> bool {
    let is_program = media_type.is_some_and(|sniffed| PROGRAMS.contains(&sniffed)) && head.contains(&0);
    let mut endings = name.rsplit('.').take(2).map(|ending| ending.trim().to_lowercase());
    is_program && name.contains('.') && endings.any(|ending| HARMLESS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_rules(name: &str, bytes: &[u8], media_type: Option<&str>) -> Verdict {
        Verdict::by_rules(&name.to_owned().try_into().unwrap(), bytes.len() as u64, bytes, media_type)
    }

    /// X23
    #[test]
    fn the_test_file_is_known_with_blanks_behind_it_and_nothing_else() {
        let eicar = EICAR.concat();
        assert_eq!(eicar.len(), 68);
        for (bytes, verdict) in [
            (eicar.clone(), Verdict::Malicious),
            (format!("{eicar}\r\n"), Verdict::Malicious),
            (format!("{eicar} and more"), Verdict::Clean),
            (format!("{eicar}{}", " ".repeat(61)), Verdict::Clean),
            (format!("As in {eicar}"), Verdict::Clean),
        ] {
            assert_eq!(by_rules("report.txt", bytes.as_bytes(), None), verdict, "{bytes}");
        }
    }

    /// X23
    #[test]
    fn programs_do_not_pass_for_documents() {
        let program = Some("application/vnd.microsoft.portable-executable");
        for name in ["photo.png", "invoice.pdf.exe", "Invoice.PDF", "notes.txt .scr"] {
            assert_eq!(by_rules(name, b"MZ\0", program), Verdict::Malicious, "{name}");
        }
        for name in ["setup.exe", "pdf", "agent-2.1.exe"] {
            assert_eq!(by_rules(name, b"MZ\0", program), Verdict::Clean, "{name}");
        }
        assert_eq!(
            by_rules("rack.log", b"MZ-12 has no power", program),
            Verdict::Clean,
            "a text is no program"
        );
        assert_eq!(by_rules("photo.png", b"x", Some("image/jpeg")), Verdict::Clean);
        assert_eq!(by_rules("photo.png", b"x", None), Verdict::Clean);
    }

    #[test]
    fn only_what_was_found_harmless_is_clean() {
        assert_eq!(Verdict::by_tag("NO_THREATS_FOUND"), Verdict::Clean);
        assert_eq!(Verdict::by_tag("THREATS_FOUND"), Verdict::Malicious);
        for value in ["UNSUPPORTED", "ACCESS_DENIED", "FAILED", "", "no_threats_found"] {
            assert_eq!(Verdict::by_tag(value), Verdict::Unscannable, "{value}");
        }
    }

    /// What is on the queue when a new version is deployed is still understood.
    #[test]
    fn a_task_is_json() {
        let upload: UploadId = "u1".parse().unwrap();
        for (task, json) in [
            (
                FileTask::Inspect { number: CaseNumber(20_601), seq: 1, upload: upload.clone() },
                r#"{"task":"inspect","number":20601,"seq":1,"upload":"u1"}"#,
            ),
            (FileTask::InspectAll { from: 20_601 }, r#"{"task":"inspect-all","from":20601}"#),
            (FileTask::Forget { upload }, r#"{"task":"forget","upload":"u1"}"#),
        ] {
            assert_eq!(serde_json::to_string(&task).unwrap(), json);
            assert_eq!(serde_json::from_str::<FileTask>(json).unwrap(), task);
        }
        let all = serde_json::from_str::<FileTask>(r#"{"task":"inspect-all"}"#).unwrap();
        assert_eq!(all, FileTask::InspectAll { from: 0 });
    }

    /// X4
    #[test]
    fn what_is_shown_is_a_picture_or_a_pdf_that_is_clean() {
        let seen = |verdict, media_type: &str| {
            let upload = "u1".parse().unwrap();
            Inspection { upload, verdict, media_type: Some(media_type.into()) }.preview()
        };
        assert_eq!(seen(Verdict::Clean, "image/png"), Some((Preview::Image, "image/png")));
        assert_eq!(seen(Verdict::Clean, "application/pdf"), Some((Preview::Pdf, "application/pdf")));
        for media_type in
            ["image/svg+xml", "text/html", "text/xml", "image/tiff", "image/png; x", "text/plain"]
        {
            assert_eq!(seen(Verdict::Clean, media_type), None, "{media_type}");
        }
        for verdict in [Verdict::Pending, Verdict::Malicious, Verdict::Unscannable] {
            assert_eq!(seen(verdict, "image/png"), None);
        }
        assert_eq!(Inspection::pending("u1".parse().unwrap()).preview(), None);
    }
}
