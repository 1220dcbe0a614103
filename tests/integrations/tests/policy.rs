//! The caller's policy, and the profiles of known clients against their rules.

use crate::ppio_error;
use error_codes::RetryPolicy;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// The delays before each retry of an error that states none, with no jitter or all of it.
fn delays(policy: &RetryPolicy, random: f64, code: &str) -> Vec<Duration> {
    let error = ppio_error(500, &[], code);
    let delays = (0..6).map(|retries| policy.delay(retries, Some(&error), random));
    delays.collect()
}

fn milliseconds(delays: &[u64]) -> Vec<Duration> {
    delays.iter().copied().map(Duration::from_millis).collect()
}

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
    let policy = RetryPolicy::new();
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
fn a_wait_beyond_the_budget_is_not_begun() {
    let policy = RetryPolicy::new().with_budget(30 * SECOND);
    let mut retries = policy.retries();
    let error = ppio_error(429, &[("retry-after", "20")], "RATE_LIMIT_EXCEEDED");
    assert_eq!(retries.after(&error), Some(20 * SECOND));
    assert_eq!(retries.after(&error), None);
}

#[test]
fn the_hint_decides_and_the_providers_own_no_is_obeyed() {
    let policy = RetryPolicy::new();
    let allows = |headers: &[_], status, code| policy.allows(&ppio_error(status, headers, code));
    let (yes, no) = (("x-should-retry", "true"), ("x-should-retry", "false"));
    assert!(allows(&[], 500, "TASK_FAILED"));
    assert!(!allows(&[no], 500, "TASK_FAILED"));
    assert!(!allows(&[], 429, "NOT_ENOUGH_BALANCE"));
    assert!(!allows(&[yes], 429, "NOT_ENOUGH_BALANCE"));
    // No opinion of ours leaves it to theirs.
    assert!(!allows(&[], 500, "UNKNOWN"));
    assert!(allows(&[yes], 500, "UNKNOWN"));
}

#[test]
fn a_rule_of_the_callers_replaces_the_hint() {
    let never_twice = RetryPolicy::new()
        .with_rule(|error| error.is_retryable() && !error.kind().may_have_executed());
    assert!(!never_twice.allows(&ppio_error(500, &[], "TASK_FAILED")));
    assert!(never_twice.allows(&ppio_error(429, &[], "RATE_LIMIT_EXCEEDED")));
}

/// Status, headers, and whether the two Python clients retry after them.
type Case = (u16, &'static [(&'static str, &'static str)], bool, bool);

/// `_should_retry` in `_base_client.py` of openai 3.54.0 and of anthropic 2.12.0.
const SHOULD_RETRY: [Case; 16] = [
    (400, &[], false, false),
    (401, &[], false, false),
    (403, &[], false, false),
    (404, &[], false, false),
    (408, &[], true, true),
    (409, &[], true, true),
    (422, &[], false, false),
    (429, &[], true, true),
    (499, &[], false, false),
    (500, &[], true, true),
    (529, &[], true, true),
    (400, &[("x-should-retry", "true")], true, true),
    (500, &[("x-should-retry", "false")], false, false),
    (500, &[("x-should-retry", "maybe")], true, true),
    (429, &[("retry-after", "120")], true, true),
    // Only OpenAI's gives up on a delay above two minutes, whatever `x-should-retry` says.
    (
        429,
        &[("retry-after", "121"), ("x-should-retry", "true")],
        false,
        true,
    ),
];

#[test]
fn the_python_profiles_retry_when_those_clients_do() {
    for (status, headers, openai, anthropic) in SHOULD_RETRY {
        // They do not look into the body.
        for code in ["NOT_ENOUGH_BALANCE", "RATE_LIMIT_EXCEEDED", "?"] {
            let error = ppio_error(status, headers, code);
            let profile = RetryPolicy::openai_python();
            assert_eq!(
                profile.allows(&error),
                openai,
                "{status} {headers:?} {code}"
            );
            let profile = RetryPolicy::anthropic_python();
            assert_eq!(
                profile.allows(&error),
                anthropic,
                "{status} {headers:?} {code}"
            );
        }
    }
}

#[test]
fn the_python_profiles_wait_as_long_as_those_clients_do() {
    for profile in [
        RetryPolicy::openai_python(),
        RetryPolicy::anthropic_python(),
    ] {
        // min(0.5 * 2 ** n, 8) * (1 - 0.25 * random())
        for code in ["TASK_FAILED", "RATE_LIMIT_EXCEEDED"] {
            assert_eq!(
                delays(&profile, 0.0, code),
                milliseconds(&[500, 1000, 2000, 4000, 8000, 8000])
            );
            assert_eq!(
                delays(&profile, 1.0, code),
                milliseconds(&[375, 750, 1500, 3000, 6000, 6000])
            );
        }
        assert_eq!(profile.max_retries(), 2);

        let delay = |headers: &[_]| profile.delay(0, Some(&ppio_error(429, headers, "?")), 0.0);
        assert_eq!(
            delay(&[("retry-after-ms", "1500"), ("retry-after", "9")]),
            3 * SECOND / 2
        );
        assert_eq!(delay(&[("retry-after", "2.5")]), 5 * SECOND / 2);
        assert_eq!(delay(&[("retry-after", "0")]), SECOND / 2);
        assert_eq!(
            delay(&[("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT")]),
            SECOND / 2
        );
        // Headers that they do not know.
        assert_eq!(delay(&[("x-ratelimit-reset-requests", "7s")]), SECOND / 2);
    }
    let stated = ppio_error(429, &[("retry-after", "3600")], "?");
    let anthropic = RetryPolicy::anthropic_python();
    assert_eq!(anthropic.delay(0, Some(&stated), 0.0), 3600 * SECOND);
}

#[test]
fn googles_rule_is_unavailable_alone() {
    let policy = RetryPolicy::aip_194();
    assert!(policy.allows(&ppio_error(503, &[], "SERVICE_NOT_AVAILABLE")));
    assert!(!policy.allows(&ppio_error(429, &[], "RATE_LIMIT_EXCEEDED")));
    assert!(!policy.allows(&ppio_error(500, &[], "TASK_FAILED")));
    assert!(!policy.allows(&ppio_error(504, &[], "?")));
}

#[test]
fn another_back_off_is_adjusted() {
    let policy = RetryPolicy::new();
    let planned = Some(SECOND);
    let limited = ppio_error(429, &[], "RATE_LIMIT_EXCEEDED");
    assert_eq!(policy.adjust(&limited, planned), Some(4 * SECOND));
    assert_eq!(policy.adjust(&limited, None), None);
    let stated = ppio_error(429, &[("retry-after", "20")], "RATE_LIMIT_EXCEEDED");
    assert_eq!(policy.adjust(&stated, planned), Some(20 * SECOND));
    let fault = ppio_error(500, &[], "TASK_FAILED");
    assert_eq!(policy.adjust(&fault, planned), planned);
}
