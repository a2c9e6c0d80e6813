//! The portal's clock.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// How much of a window is left at least to a test that stays within it.
const ENOUGH: SignedDuration = SignedDuration::from_mins(10);
/// How far into a window the clock is moved: it is set to the second.
const INSIDE: SignedDuration = SignedDuration::from_secs(5);

/// The portal's clock, which goes on as it did before once this is dropped.
///
/// Signed-in people see it too: 15 minutes on, their access token has run out.
pub struct Clock {
    file: PathBuf,
    before: Option<String>,
}

impl Clock {
    /// The window in which guesses are counted, and mails to one address. Windows follow each other from 1970 on, in
    /// UTC: a quarter of an hour begins at 10:00, 10:15 and so on (`caseport_domain::throttle`).
    pub const QUARTER: SignedDuration = SignedDuration::from_mins(15);
    /// The window in which files are counted, and how often a colleague is added to cases.
    pub const DAY: SignedDuration = SignedDuration::from_hours(24);

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

    /// Moves it to the beginning of a quarter of an hour in which nobody has tried anything on this portal: no other
    /// test, and no run before this one. Nobody has in the quarter after it either.
    pub fn set_to_fresh_quarter(&self) {
        static COUNT: AtomicI64 = AtomicI64::new(1);
        let ahead = i64::from(std::process::id() % 10_000) * 10 + COUNT.fetch_add(2, Ordering::Relaxed);
        self.set_to_window(Self::QUARTER, ahead);
    }

    /// Moves it to the beginning of the next such window where this one is about to end: what a test does in the ten
    /// minutes from here is counted in one window.
    pub fn stays_within(&self, window: SignedDuration) {
        let passed = self.now().as_second().rem_euclid(window.as_secs());
        if window.as_secs() - passed < ENOUGH.as_secs() {
            self.set_to_window(window, 1);
        }
    }

    /// Moves it to the beginning of the window that is so many after this one.
    fn set_to_window(&self, window: SignedDuration, ahead: i64) {
        let number = self.now().as_second().div_euclid(window.as_secs()) + ahead;
        let start = Timestamp::from_second(number * window.as_secs()).expect("it is an instant");
        self.set_to(start + INSIDE);
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
