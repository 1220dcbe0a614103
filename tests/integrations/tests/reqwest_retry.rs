//! The strategy for `reqwest-retry`, which sees no body, and the policy, which sees no response.

use crate::Mock;
use error_codes::integrations::reqwest_retry::HeadStrategy;
use error_codes::providers::ppio;
use error_codes::{RetryBudget, RetryPolicy};
use http::Response;
use reqwest_middleware::ClientBuilder;
use reqwest_retry::{RetryDecision, RetryTransientMiddleware, Retryable, RetryableStrategy};
use std::time::{Duration, SystemTime};

/// Whether a request is retried after such a response, or `None` if the response is not an error.
fn verdict(status: u16, header: (&'static str, &'static str)) -> Option<bool> {
    let response = Response::builder()
        .status(status)
        .header(header.0, header.1);
    let response = response
        .body(r#"{"reason":"NOT_ENOUGH_BALANCE"}"#)
        .expect("a response");
    let strategy = HeadStrategy::new(&ppio::PROVIDER, RetryPolicy::new());
    let verdict = strategy.handle(&Ok(response.into()))?;
    Some(verdict == Retryable::Transient)
}

#[test]
fn status_and_headers_decide() {
    let none = ("x-none", "");
    assert_eq!(verdict(200, none), None);
    assert_eq!(verdict(302, none), None);
    assert_eq!(verdict(401, none), Some(false));
    assert_eq!(verdict(503, none), Some(true));
    assert_eq!(verdict(503, ("x-should-retry", "false")), Some(false));
    // What the body would say, that the account is empty, is not seen.
    assert_eq!(verdict(429, none), Some(true));
    // That crate would not wait so long.
    assert_eq!(verdict(429, ("retry-after", "3600")), Some(false));
}

/// The outcomes of a client whose middleware uses the policy and the strategy together, and how many calls they took.
async fn statuses(policy: RetryPolicy, script: &str, times: usize) -> (Vec<u16>, String) {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let strategy = HeadStrategy::new(&ppio::PROVIDER, policy.clone());
    let middleware = RetryTransientMiddleware::new_with_policy_and_strategy(policy, strategy);
    let client = ClientBuilder::new(crate::client()).with(middleware).build();
    let mut statuses = Vec::new();
    for _ in 0..times {
        let response = client.post(mock.url(script)).send().await;
        statuses.push(response.expect("a response").status().as_u16());
    }
    (statuses, mock.calls(script).await)
}

#[tokio::test]
async fn a_policy_counts_retries_and_pays_for_them() {
    let budget = RetryBudget::with_capacity(25);
    let policy = RetryPolicy::new().with_backoff(Duration::ZERO, Duration::ZERO);
    let policy = policy.with_budget(budget.clone());
    let (_, calls) = statuses(policy.clone(), "503", 3).await;
    assert_eq!((calls.as_str(), budget.available()), ("8", 0));
    let (outcome, calls) = statuses(policy, "ok", 2).await;
    assert_eq!(
        (outcome, calls.as_str(), budget.available()),
        (vec![200, 200], "2", 2)
    );
}

#[tokio::test]
async fn a_policy_ends_at_its_deadline() {
    let long = Duration::from_secs(60);
    let policy = RetryPolicy::new()
        .with_backoff(long, long)
        .with_deadline(long / 2);
    let policy = policy.with_jitter(0.0);
    assert_eq!(
        statuses(policy, "503,ok", 1).await,
        (vec![503], "1".to_owned())
    );
}

#[test]
fn the_longest_delay_is_no_time_of_a_clock() {
    let policy = RetryPolicy::new()
        .with_backoff(Duration::MAX, Duration::MAX)
        .with_jitter(0.0);
    let decision = reqwest_retry::RetryPolicy::should_retry(&policy, SystemTime::now(), 0);
    assert!(matches!(decision, RetryDecision::DoNotRetry));
}
