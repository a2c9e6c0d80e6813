//! The clock.

use jiff::Timestamp;

/// The clock of the machine. Passed to whatever needs the time, so that tests can pass another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock;

impl Clock {
    /// The instant it is.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
    pub fn now(self) -> Timestamp {
        Timestamp::now() + offset()
    }
}

/// How far a local run has moved its clock: whole seconds in the file that `CASEPORT_CLOCK_FILE` names.
#[cfg(feature = "movable-clock")]
fn offset() -> jiff::SignedDuration {
    let seconds = std::env::var_os("CASEPORT_CLOCK_FILE")
        .and_then(|file| std::fs::read_to_string(file).ok())
        .and_then(|text| text.trim().parse().ok());
    jiff::SignedDuration::from_secs(seconds.unwrap_or(0))
}

/// A build for deployment has no clock to move.
#[cfg(not(feature = "movable-clock"))]
const fn offset() -> jiff::SignedDuration {
    jiff::SignedDuration::ZERO
}
