//! The clock of what waits with tokio's timer.

use std::time::Instant;

/// Returns the time of tokio's clock, which tests can pause.
pub(super) fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}
