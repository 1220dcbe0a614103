//! The policies of known clients, against their rules.

use crate::{delays, milliseconds, ppio_error};
use error_codes::RetryPolicy;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

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
