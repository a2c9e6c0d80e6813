//! Waiting for what happens by itself, and never for ever.

use std::time::{Duration, Instant};

const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What `look` finds, as soon as it finds something.
///
/// # Panics
/// When it finds nothing within the time given; the message says what was waited for.
pub async fn eventually<T>(what: &str, within: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(started.elapsed() < within, "waited {} s in vain for {what}", within.as_secs());
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
