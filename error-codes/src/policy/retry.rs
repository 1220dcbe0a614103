//! How often to try again and how long to wait: a caller's policy, beside the facts of an answer.

use crate::error::ApiError;
use crate::response::DelaySource;
use crate::vocabulary::RetryHint;
use core::time::Duration;

/// Which errors are worth another try, how often, and how long to wait before it.
///
/// An answer states facts: what happened, and when the limit is over. This is what a caller makes of them, and every part
/// of it can be set. Without a word from the caller there are three more tries; the first waits half a second, each
/// further one twice as long, 30 seconds at the most, less up to half of it at random. A limit that does not say when it
/// is over waits four times as long. A stated delay is waited out to the millisecond, and one above a minute ends the
/// tries.
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
/// assert_eq!(retries.after(&error), Some(Duration::from_secs(20))); // sleep that long and send it again
///
/// let body = r#"{"error":{"code":"auth_error"}}"#;
/// let error = modelverse::PROVIDER.read(StatusCode::UNAUTHORIZED, &headers, body);
/// assert_eq!(retries.after(&error), None); // give the error to whoever asked
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
    /// The policy described [above](Self).
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

    /// What OpenAI's Python client does: `x-should-retry` is obeyed, and without it `408`, `409`, `429` and every status
    /// from `500` are tried again, twice; the delay is that of `retry-after-ms` or `retry-after`, and one above two minutes
    /// ends the tries. What the body says does not count: an empty account that comes as a `429` is asked again.
    ///
    /// After `openai` 3.54.0, `_base_client.py`, `_should_retry` and `_calculate_retry_timeout`, read 2026-11-21.
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

    /// What Anthropic's Python client does: the same as [`openai_python`](Self::openai_python), but a stated delay is
    /// waited out however long it is.
    ///
    /// After `anthropic` 2.12.0, `_base_client.py`, `_should_retry` and `_calculate_retry_timeout`, read 2026-11-21.
    #[must_use]
    pub const fn anthropic_python() -> Self {
        RetryPolicy {
            max_retry_after: Duration::MAX,
            ..Self::openai_python()
        }
    }

    /// What Google asks of its own clients: only what is `UNAVAILABLE` is tried again. How often and after what delay is
    /// not said there, so that is as in [`new`](Self::new).
    ///
    /// After AIP-194 (<https://google.aip.dev/194>), read 2026-11-21.
    #[must_use]
    pub const fn aip_194() -> Self {
        RetryPolicy {
            rule: is_unavailable,
            ..Self::new()
        }
    }

    /// With so many further tries after the first.
    #[must_use]
    pub const fn with_max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// With another delay before the first further try, which doubles with each, and the most that it may become.
    #[must_use]
    pub const fn with_backoff(mut self, first: Duration, max: Duration) -> Self {
        self.first_delay = first;
        self.max_delay = max;
        self
    }

    /// With another share of a delay that is taken off at random: from `0.0`, none, to `1.0`, up to all of it. A delay that
    /// the answer states is not touched.
    #[must_use]
    pub const fn with_jitter(mut self, share: f64) -> Self {
        self.jitter = fraction(share);
        self
    }

    /// With another limit to a stated delay, above which the error is given to the caller at once.
    #[must_use]
    pub const fn with_max_retry_after(mut self, max: Duration) -> Self {
        self.max_retry_after = max;
        self
    }

    /// With a limit to all the waiting for one request. A wait that would go beyond it is not begun.
    #[must_use]
    pub const fn with_budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// With another rule for which errors are worth another try, instead of the hint and `x-should-retry`.
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

    /// How many further tries there are at the most.
    #[must_use]
    pub const fn max_retries(&self) -> u32 {
        self.max_retries
    }

    /// Whether an error is worth another try: by the rule, and if the delay that it states is not too long.
    #[must_use]
    pub fn allows(&self, error: &ApiError<'_>) -> bool {
        let is_too_long = self
            .stated(error)
            .is_some_and(|delay| delay > self.max_retry_after);
        !is_too_long && (self.rule)(error)
    }

    /// How long to wait after an error, or after no answer at all, when so many further tries were made already. `random`,
    /// from 0 to 1, is the part of the jitter.
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

    /// The delay for an error where another back-off planned one: that which the answer states, or the planned one, longer
    /// for a limit. No plan is no further try, and stays so.
    #[must_use]
    pub fn adjust(&self, error: &ApiError<'_>, planned: Option<Duration>) -> Option<Duration> {
        let planned = planned?;
        let stated = self.stated(error);
        Some(stated.unwrap_or_else(|| planned.saturating_mul(self.factor(error))))
    }

    /// The tries of one request.
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

/// The tries of one request: how many were made, and how long they waited.
#[derive(Clone, Debug)]
pub struct Retries {
    policy: RetryPolicy,
    made: u32,
    waited: Duration,
}

impl Retries {
    /// How long to wait before the request is sent again, or `None` to give up.
    #[must_use]
    pub fn after(&mut self, error: &ApiError<'_>) -> Option<Duration> {
        if self.policy.allows(error) {
            self.next(Some(error))
        } else {
            None
        }
    }

    /// The same where no answer came: the connection failed or was lost, or took too long.
    #[must_use]
    pub fn after_no_response(&mut self) -> Option<Duration> {
        self.next(None)
    }

    /// How many further tries were made.
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

/// The hint decides. The provider's own `false` is obeyed; its `true` counts where there is no other opinion.
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

/// Between 0 and 1, and 0 for what is no number.
const fn fraction(number: f64) -> f64 {
    if number > 0.0 { number.min(1.0) } else { 0.0 }
}

fn any_source(_: DelaySource) -> bool {
    true
}

fn is_retry_after(source: DelaySource) -> bool {
    matches!(source, DelaySource::RetryAfterMs | DelaySource::RetryAfter)
}
