//! The deadline of a request as a whole, by a clock that does not wait.

use crate::ppio_error;
use error_codes::RetryPolicy;
use std::time::{Duration, Instant};
use tokio::time::advance;

const SECOND: Duration = Duration::from_secs(1);

/// The clock that a test advances.
fn clock() -> Instant {
    tokio::time::Instant::now().into_std()
}

fn policy() -> RetryPolicy {
    let policy = RetryPolicy::new().with_jitter(0.0).with_clock(clock);
    policy.with_deadline(30 * SECOND)
}

#[tokio::test(start_paused = true)]
async fn attempts_count_as_well_as_delays() {
    let fault = ppio_error(500, &[], "TASK_FAILED");
    let mut retries = policy().retries();
    assert_eq!(retries.remaining(), Some(30 * SECOND));
    assert_eq!(retries.after(&fault), Some(SECOND / 2));
    advance(29 * SECOND).await;
    assert_eq!(retries.remaining(), Some(SECOND));
    // The delay would end at the deadline, with no time for the attempt.
    assert_eq!(retries.after(&fault), None);
    advance(2 * SECOND).await;
    assert_eq!(retries.remaining(), Some(Duration::ZERO));
    assert_eq!(retries.after_not_sent(), None);
}

#[tokio::test(start_paused = true)]
async fn a_stated_delay_beyond_the_deadline_is_not_waited_for() {
    let limited = |seconds| ppio_error(429, &[("retry-after", seconds)], "RATE_LIMIT_EXCEEDED");
    let mut retries = policy().retries();
    assert_eq!(retries.after(&limited("30")), None);
    assert_eq!(retries.after(&limited("20")), Some(20 * SECOND));
    advance(20 * SECOND).await;
    assert_eq!(retries.after(&limited("20")), None);
    assert_eq!(retries.made(), 1);
}

#[tokio::test(start_paused = true)]
async fn without_a_deadline_time_does_not_matter() {
    let mut retries = RetryPolicy::new().with_clock(clock).retries();
    advance(1_000_000 * SECOND).await;
    assert_eq!(retries.remaining(), None);
    assert!(retries.after_no_response().is_some());
}
