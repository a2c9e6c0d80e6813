//! The portal's clock.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

/// The portal's clock, which goes on as it did before once this is dropped.
///
/// Signed-in people see it too: 15 minutes on, their access token has run out.
pub struct Clock {
    file: PathBuf,
    before: Option<String>,
}

impl Clock {
    pub(crate) fn of(file: &Path) -> Self {
        Self { file: file.to_owned(), before: fs::read_to_string(file).ok() }
    }

    /// Moves it so far from the machine's.
    pub fn set(&self, offset: SignedDuration) {
        fs::write(&self.file, offset.as_secs().to_string()).expect("the clock file can be written");
    }

    /// Moves it so that it is this instant now.
    pub fn set_to(&self, instant: Timestamp) {
        self.set(instant.duration_since(machine()));
    }

    /// What it says now.
    pub fn now(&self) -> Timestamp {
        let offset = fs::read_to_string(&self.file).ok().and_then(|text| text.trim().parse().ok());
        machine() + SignedDuration::from_secs(offset.unwrap_or(0))
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        let _ = match &self.before {
            Some(text) => fs::write(&self.file, text),
            None => fs::remove_file(&self.file),
        };
    }
}

#[expect(clippy::disallowed_methods, reason = "the portal's clock is so far from the machine's")]
fn machine() -> Timestamp {
    Timestamp::now()
}
