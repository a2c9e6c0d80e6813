//! Waiting for what happens by itself, and never for ever.

use std::env;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

const LOOK_EVERY: Duration = Duration::from_millis(100);

/// How many times as long everything may take: where the data services are slower than those of `up`.
static PATIENCE: LazyLock<u32> = LazyLock::new(|| {
    let told = env::var("CASEPORT_PATIENCE").unwrap_or_else(|_| "1".to_owned());
    told.parse().expect("CASEPORT_PATIENCE is a whole number")
});

/// What `look` finds, as soon as it finds something.
///
/// # Panics
/// When it finds nothing within the time given, as many times as `CASEPORT_PATIENCE` says; the message says what was waited for.
pub async fn eventually<T>(what: &str, within: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let (started, within) = (Instant::now(), within * *PATIENCE);
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(started.elapsed() < within, "waited {} s in vain for {what}", within.as_secs());
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
