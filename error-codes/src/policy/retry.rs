//! Retries: a caller's policy on how often to retry and how long to wait.

use crate::error::ApiError;
use crate::response::DelaySource;
use crate::vocabulary::RetryHint;
use core::time::Duration;

/// Which errors to retry, how often, and how long to wait.
///
/// A response states facts: what happened, and when a limit resets. A policy is what a caller makes of them, and every part of
/// it can be set. By default it retries up to three times. The first delay is half a second, each further one twice as long, at
/// most 30 seconds, less up to half of it at random; after a limit that states no reset, four times as long. A stated delay of
/// up to one minute is honoured; a longer one ends the retries.
///
/// ```
/// use error_codes::{HeaderMap, HeaderValue, RetryPolicy, StatusCode, providers::modelverse};
/// use std::time::Duration;
///
/// let policy = RetryPolicy::new().with_max_retries(5).with_max_retry_after(Duration::from_secs(300));
/// let mut retries = policy.retries();
///
/// let mut headers = HeaderMap::new();
/// headers.insert("retry-after", HeaderValue::from_static("20"));
/// let body = r#"{"error":{"code":"rate_limit"}}"#;
/// let error = modelverse::PROVIDER.read(StatusCode::TOO_MANY_REQUESTS, &headers, body);
/// assert_eq!(retries.after(&error), Some(Duration::from_secs(20))); // wait that long and resend the request
///
/// let body = r#"{"error":{"code":"auth_error"}}"#;
/// let error = modelverse::PROVIDER.read(StatusCode::UNAUTHORIZED, &headers, body);
/// assert_eq!(retries.after(&error), None); // return the error
/// ```
#[derive(Clone, Debug)]
pub struct RetryPolicy {
    max_retries: u32,
    first_delay: Duration,
    max_delay: Duration,
    jitter: f64,
    limit_factor: u32,
    max_retry_after: Duration,
    sources: fn(DelaySource) -> bool,
    budget: Duration,
    rule: fn(&ApiError<'_>) -> bool,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl RetryPolicy {
    /// Creates the default policy, described [above](Self).
    #[must_use]
    pub const fn new() -> Self {
        RetryPolicy {
            max_retries: 3,
            first_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(30),
            jitter: 0.5,
            limit_factor: 4,
            max_retry_after: Duration::from_secs(60),
            sources: any_source,
            budget: Duration::MAX,
            rule: by_hint,
        }
    }

    /// Creates the policy of OpenAI's Python client: it obeys `x-should-retry`, and without it retries `408`, `409`, `429` and
    /// every status code from `500` on, twice; the delay is that of `retry-after-ms` or `retry-after`, and one above two minutes
    /// ends the retries. The body does not count: a request to an empty account that is answered with a `429` is repeated.
    ///
    /// Source: `openai` 3.54.0, `_base_client.py`, `_should_retry` and `_calculate_retry_timeout`, retrieved 2026-11-21.
    #[must_use]
    pub const fn openai_python() -> Self {
        RetryPolicy {
            max_retries: 2,
            max_delay: Duration::from_secs(8),
            jitter: 0.25,
            limit_factor: 1,
            max_retry_after: Duration::from_secs(120),
            sources: is_retry_after,
            rule: by_status,
            ..Self::new()
        }
    }

    /// Creates the policy of Anthropic's Python client: that of [`openai_python`](Self::openai_python), but a stated delay is
    /// honoured however long it is.
    ///
    /// Source: `anthropic` 2.12.0, `_base_client.py`, `_should_retry` and `_calculate_retry_timeout`, retrieved 2026-11-21.
    #[must_use]
    pub const fn anthropic_python() -> Self {
        RetryPolicy {
            max_retry_after: Duration::MAX,
            ..Self::openai_python()
        }
    }

    /// Creates the policy that Google recommends to its clients: only `UNAVAILABLE` is retried. The number of retries and the
    /// delays, which it does not specify, are those of [`new`](Self::new).
    ///
    /// Source: AIP-194 (<https://google.aip.dev/194>), retrieved 2026-11-21.
    #[must_use]
    pub const fn aip_194() -> Self {
        RetryPolicy {
            rule: is_unavailable,
            ..Self::new()
        }
    }

    /// Sets the maximum number of retries after the first attempt.
    #[must_use]
    pub const fn with_max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// Sets the delay before the first retry, which doubles with each, and its maximum.
    #[must_use]
    pub const fn with_backoff(mut self, first: Duration, max: Duration) -> Self {
        self.first_delay = first;
        self.max_delay = max;
        self
    }

    /// Sets the share of a delay that is taken off at random, from `0.0`, nothing, to `1.0`, up to all of it. A delay that the
    /// response states is not changed.
    #[must_use]
    pub const fn with_jitter(mut self, share: f64) -> Self {
        self.jitter = fraction(share);
        self
    }

    /// Sets the longest stated delay that is honoured. An error that states a longer one is not retried.
    #[must_use]
    pub const fn with_max_retry_after(mut self, max: Duration) -> Self {
        self.max_retry_after = max;
        self
    }

    /// Sets the longest total delay of one request. A retry whose delay would exceed it is not made.
    #[must_use]
    pub const fn with_budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// Sets the rule for which errors to retry, instead of the hint and `x-should-retry`.
    ///
    /// ```
    /// use error_codes::{ApiError, RetryPolicy};
    ///
    /// // Never pay twice.
    /// let policy = RetryPolicy::new()
    ///     .with_rule(|error| error.is_retryable() && !error.kind().may_have_executed());
    /// ```
    #[must_use]
    pub const fn with_rule(mut self, rule: fn(&ApiError<'_>) -> bool) -> Self {
        self.rule = rule;
        self
    }

    /// Returns the maximum number of retries.
    #[must_use]
    pub const fn max_retries(&self) -> u32 {
        self.max_retries
    }

    /// Returns whether to retry an error: whether the rule says so, and the delay that it states is not too long.
    #[must_use]
    pub fn allows(&self, error: &ApiError<'_>) -> bool {
        let is_too_long = self
            .stated(error)
            .is_some_and(|delay| delay > self.max_retry_after);
        !is_too_long && (self.rule)(error)
    }

    /// Returns how long to wait after an error, or after no response, if so many retries have been made. `random`, from 0 to 1,
    /// is the part of the jitter.
    #[must_use]
    pub fn delay(&self, retries: u32, error: Option<&ApiError<'_>>, random: f64) -> Duration {
        if let Some(stated) = error.and_then(|error| self.stated(error)) {
            return stated;
        }
        let doublings = 1_u32.checked_shl(retries).unwrap_or(u32::MAX);
        let factor = doublings.saturating_mul(error.map_or(1, |error| self.factor(error)));
        let longest = self.first_delay.saturating_mul(factor).min(self.max_delay);
        longest.mul_f64(1.0 - self.jitter * fraction(random))
    }

    /// Returns the delay after an error for which another backoff planned one: the stated one, or else the planned one, longer
    /// after a limit. `None` means no retry, and stays so.
    #[must_use]
    pub fn adjust(&self, error: &ApiError<'_>, planned: Option<Duration>) -> Option<Duration> {
        let planned = planned?;
        let stated = self.stated(error);
        Some(stated.unwrap_or_else(|| planned.saturating_mul(self.factor(error))))
    }

    /// Starts counting the retries of one request.
    #[must_use]
    pub fn retries(&self) -> Retries {
        Retries {
            policy: self.clone(),
            made: 0,
            waited: Duration::ZERO,
        }
    }

    fn stated(&self, error: &ApiError<'_>) -> Option<Duration> {
        let stated = error.retry_after_with_source()?;
        ((self.sources)(stated.source) && !stated.delay.is_zero()).then_some(stated.delay)
    }

    fn factor(&self, error: &ApiError<'_>) -> u32 {
        match error.retry() {
            RetryHint::AfterReset => self.limit_factor,
            _ => 1,
        }
    }
}

/// The retries of one request: how many have been made, and how long they waited.
#[derive(Clone, Debug)]
pub struct Retries {
    policy: RetryPolicy,
    made: u32,
    waited: Duration,
}

impl Retries {
    /// Returns how long to wait before the request is resent, or `None` to give up.
    #[must_use]
    pub fn after(&mut self, error: &ApiError<'_>) -> Option<Duration> {
        if self.policy.allows(error) {
            self.next(Some(error))
        } else {
            None
        }
    }

    /// Returns the same if there was no response: the connection failed, was lost or timed out.
    #[must_use]
    pub fn after_no_response(&mut self) -> Option<Duration> {
        self.next(None)
    }

    /// Returns how many retries have been made.
    #[must_use]
    pub fn made(&self) -> u32 {
        self.made
    }

    fn next(&mut self, error: Option<&ApiError<'_>>) -> Option<Duration> {
        if self.made >= self.policy.max_retries {
            return None;
        }
        let delay = self.policy.delay(self.made, error, fastrand::f64());
        let waited = self.waited.saturating_add(delay);
        if waited > self.policy.budget {
            return None;
        }
        self.made += 1;
        self.waited = waited;
        Some(delay)
    }
}

/// Decides by the hint. The provider's `false` is obeyed; its `true` counts if the hint has no opinion.
fn by_hint(error: &ApiError<'_>) -> bool {
    match (error.retry(), error.retry_advice()) {
        (RetryHint::Never, _) | (_, Some(false)) => false,
        (RetryHint::Unspecified, opinion) => opinion == Some(true),
        (RetryHint::Backoff | RetryHint::AfterReset, _) => true,
    }
}

fn by_status(error: &ApiError<'_>) -> bool {
    let status = error.status().map_or(0, |status| status.as_u16());
    error
        .retry_advice()
        .unwrap_or(matches!(status, 408 | 409 | 429 | 500..))
}

fn is_unavailable(error: &ApiError<'_>) -> bool {
    error.kind().grpc_code() == "UNAVAILABLE"
}

/// Limits a number to the range from 0 to 1, and NaN to 0.
const fn fraction(number: f64) -> f64 {
    if number > 0.0 { number.min(1.0) } else { 0.0 }
}

fn any_source(_: DelaySource) -> bool {
    true
}

fn is_retry_after(source: DelaySource) -> bool {
    matches!(source, DelaySource::RetryAfterMs | DelaySource::RetryAfter)
}
