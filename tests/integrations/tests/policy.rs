//! The caller's policy: what is retried, and after which delay.

use crate::{delays, milliseconds, ppio_error};
use error_codes::{Resend, RetryPolicy};
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn delays_double_up_to_the_cap_and_a_limit_waits_longer() {
    let policy = RetryPolicy::new();
    assert_eq!(
        delays(&policy, 0.0, "TASK_FAILED"),
        milliseconds(&[500, 1000, 2000, 4000, 8000, 16_000])
    );
    assert_eq!(
        delays(&policy, 0.0, "RATE_LIMIT_EXCEEDED"),
        milliseconds(&[2000, 4000, 8000, 16_000, 30_000, 30_000])
    );
    assert_eq!(
        delays(&policy, 1.0, "TASK_FAILED"),
        milliseconds(&[250, 500, 1000, 2000, 4000, 8000])
    );
    assert_eq!(policy.delay(u32::MAX, None, 0.0), 30 * SECOND);
}

#[test]
fn jitter_that_is_no_share_is_none_or_all_of_it() {
    let delay = |share: f64, random: f64| {
        let policy = RetryPolicy::new().with_jitter(share);
        policy.delay(0, None, random).as_millis()
    };
    assert_eq!(delay(f64::NAN, 0.5), 500);
    assert_eq!(delay(-1.0, 0.5), 500);
    assert_eq!(delay(7.0, 1.0), 0);
    assert_eq!(delay(1.0, f64::INFINITY), 0);
    assert_eq!(delay(1.0, f64::NAN), 500);
}

#[test]
fn a_stated_delay_is_waited_out_and_one_that_is_too_long_ends_the_retries() {
    let limited = |seconds| ppio_error(429, &[("retry-after", seconds)], "RATE_LIMIT_EXCEEDED");
    let policy = RetryPolicy::new().with_jitter(0.0);
    assert_eq!(policy.retries().after(&limited("20")), Some(20 * SECOND));
    assert_eq!(policy.retries().after(&limited("60")), Some(60 * SECOND));
    assert_eq!(policy.retries().after(&limited("61")), None);

    let patient = policy.with_max_retry_after(3600 * SECOND);
    assert_eq!(patient.retries().after(&limited("61")), Some(61 * SECOND));
}

#[test]
fn a_delay_of_zero_states_nothing() {
    let policy = RetryPolicy::new().with_jitter(0.0);
    let error = ppio_error(429, &[("retry-after", "0")], "RATE_LIMIT_EXCEEDED");
    assert_eq!(policy.retries().after(&error), Some(2 * SECOND));
}

#[test]
fn retries_end_with_their_number() {
    let mut retries = RetryPolicy::new().with_max_retries(2).retries();
    let error = ppio_error(500, &[], "TASK_FAILED");
    assert!(retries.after(&error).is_some());
    assert!(retries.after_no_response().is_some());
    assert_eq!(retries.after(&error), None);
    assert_eq!(retries.after_no_response(), None);
    assert_eq!(retries.made(), 2);
}

#[test]
fn a_stated_delay_is_never_shortened_and_spread_above() {
    let policy = RetryPolicy::new();
    let stated = |seconds, random| {
        let error = ppio_error(429, &[("retry-after", seconds)], "RATE_LIMIT_EXCEEDED");
        policy.delay(0, Some(&error), random)
    };
    assert_eq!(stated("20", 0.0), 20 * SECOND);
    assert_eq!(stated("20", 0.5), 25 * SECOND);
    assert_eq!(stated("20", 1.0), 30 * SECOND);
    // At most the longest backoff is added.
    assert_eq!(stated("600", 1.0), 630 * SECOND);

    let exact = policy.clone().with_jitter(0.0);
    let error = ppio_error(429, &[("retry-after", "20")], "RATE_LIMIT_EXCEEDED");
    assert_eq!(exact.delay(0, Some(&error), 1.0), 20 * SECOND);
}

#[test]
fn clients_that_are_told_the_same_delay_come_back_one_after_the_other() {
    const CLIENTS: u32 = 500;
    let error = ppio_error(429, &[("retry-after", "1")], "RATE_LIMIT_EXCEEDED");
    let policy = RetryPolicy::new();
    let mut arrivals = [0_u32; 50];
    for client in 0..CLIENTS {
        let delay = policy.delay(0, Some(&error), f64::from(client) / f64::from(CLIENTS));
        arrivals[delay.as_millis() as usize / 10 - 100] += 1;
    }
    assert_eq!(arrivals, [10; 50]);
}

#[test]
fn the_longest_durations_are_delays_like_others() {
    let policy = RetryPolicy::new()
        .with_backoff(Duration::MAX, Duration::MAX)
        .with_max_retry_after(Duration::MAX)
        .with_deadline(Duration::MAX);
    for random in [0.0, 0.5, 1.0, f64::NAN] {
        for retries in [0, 1, 40, u32::MAX] {
            assert!(policy.delay(retries, None, random) >= Duration::MAX / 3);
        }
    }
    assert_eq!(policy.delay(0, None, 0.0), Duration::MAX);
    let error = ppio_error(429, &[("retry-after", "4294967295")], "RATE_LIMIT_EXCEEDED");
    assert!(policy.delay(0, Some(&error), 1.0) < Duration::MAX);
    assert!(policy.retries().after_no_response().is_some());
}

#[test]
fn the_providers_own_verdict_is_obeyed_and_without_it_the_hint() {
    let policy = RetryPolicy::new();
    let allows = |headers: &[_], status, code| policy.allows(&ppio_error(status, headers, code));
    let (yes, no) = (("x-should-retry", "true"), ("x-should-retry", "false"));
    assert!(allows(&[], 500, "TASK_FAILED"));
    assert!(!allows(&[no], 500, "TASK_FAILED"));
    assert!(!allows(&[], 429, "NOT_ENOUGH_BALANCE"));
    assert!(allows(&[yes], 429, "NOT_ENOUGH_BALANCE"));
    assert!(!allows(&[], 500, "UNKNOWN"));
    assert!(allows(&[yes], 500, "UNKNOWN"));
    // A delay beyond the caller's patience ends the retries all the same.
    assert!(!allows(
        &[yes, ("retry-after", "3600")],
        429,
        "RATE_LIMIT_EXCEEDED"
    ));
}

#[test]
fn a_rule_of_the_callers_replaces_the_hint_but_not_the_providers_no() {
    let policy = RetryPolicy::new().with_rule(|error| error.code() == Some("TASK_FAILED"));
    let allows = |headers: &[_], code| policy.allows(&ppio_error(500, headers, code));
    assert!(allows(&[], "TASK_FAILED"));
    assert!(!allows(&[("x-should-retry", "false")], "TASK_FAILED"));
    assert!(!allows(&[], "SERVICE_NOT_AVAILABLE"));
    assert!(!allows(
        &[("x-should-retry", "true")],
        "SERVICE_NOT_AVAILABLE"
    ));
}

/// What is retried: a rate limit, a fault after which the request may have executed, no response, no connection.
fn verdicts(resend: Resend, is_idempotent: bool) -> [bool; 4] {
    let policy = RetryPolicy::new().with_resend(resend);
    let retries = || policy.retries().with_idempotent(is_idempotent);
    [
        retries()
            .after(&ppio_error(429, &[], "RATE_LIMIT_EXCEEDED"))
            .is_some(),
        retries()
            .after(&ppio_error(500, &[], "TASK_FAILED"))
            .is_some(),
        retries().after_no_response().is_some(),
        retries().after_not_sent().is_some(),
    ]
}

#[test]
fn what_may_have_executed_is_resent_as_the_policy_says() {
    for is_idempotent in [false, true] {
        assert_eq!(verdicts(Resend::Always, is_idempotent), [true; 4]);
        assert_eq!(
            verdicts(Resend::Never, is_idempotent),
            [true, false, false, true]
        );
    }
    assert_eq!(verdicts(Resend::IfIdempotent, true), [true; 4]);
    assert_eq!(
        verdicts(Resend::IfIdempotent, false),
        [true, false, false, true]
    );
}
