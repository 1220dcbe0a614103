//! Retries: a caller's policy on what to resend, how often, and how long to wait.

mod budget;
mod profiles;
mod resend;
mod retries;

pub use budget::RetryBudget;
pub use resend::Resend;
pub use retries::Retries;

use crate::error::ApiError;
use crate::response::DelaySource;
use crate::vocabulary::RetryHint;
use core::fmt;
use core::time::Duration;
use std::time::Instant;

/// Which errors to retry, how often, and how long to wait.
///
/// A response states facts: what happened, and when a limit resets. A policy is what a caller makes of them, and every part of
/// it can be set. By default it retries up to three times if the provider's `x-should-retry` says so, or without that header
/// the [hint](RetryHint). The first delay is half a second, each further one twice as long, at most 30 seconds, less up to half
/// of it at random; after a limit that states no reset, four times as long. A stated delay of up to one minute is honoured, plus
/// up to half of it at random, so that clients told the same do not come back as one wave; a longer one ends the retries. All
/// requests together may spend one [`RetryBudget`], and there is no deadline.
///
/// A policy is created once for a client: clones share its budget.
///
/// ```
/// use error_codes::{HeaderMap, HeaderValue, RetryPolicy, StatusCode, providers::modelverse};
/// use std::time::Duration;
///
/// let policy = RetryPolicy::new().with_max_retries(5).with_deadline(Duration::from_secs(300));
/// let mut retries = policy.retries();
///
/// let mut headers = HeaderMap::new();
/// headers.insert("retry-after", HeaderValue::from_static("20"));
/// let body = r#"{"error":{"code":"rate_limit"}}"#;
/// let error = modelverse::PROVIDER.read(StatusCode::TOO_MANY_REQUESTS, &headers, body);
/// let delay = retries.after(&error).unwrap(); // wait that long and resend the request
/// assert!((20.0..=30.0).contains(&delay.as_secs_f64()));
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
    /// Whether stated delays have no jitter.
    is_stated_exact: bool,
    limit_factor: u32,
    max_retry_after: Duration,
    sources: fn(DelaySource) -> bool,
    deadline: Option<Duration>,
    budget: Option<RetryBudget>,
    resend: Resend,
    rule: Rule,
    clock: fn() -> Instant,
}

/// Which errors to retry.
#[derive(Clone, Copy)]
enum Rule {
    /// Those that the provider advises to retry, or without its advice those whose hint does.
    Advised,
    Of(fn(&ApiError<'_>) -> bool),
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl RetryPolicy {
    /// Creates the default policy, described [above](Self), with a budget of its own.
    #[must_use]
    pub fn new() -> Self {
        RetryPolicy {
            max_retries: 3,
            first_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(30),
            jitter: 0.5,
            is_stated_exact: false,
            limit_factor: 4,
            max_retry_after: Duration::from_secs(60),
            sources: |_| true,
            deadline: None,
            budget: Some(RetryBudget::new()),
            resend: Resend::Always,
            rule: Rule::Advised,
            clock: Instant::now,
        }
    }

    /// Sets the maximum number of retries after the first attempt.
    #[must_use]
    pub fn with_max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = max_retries;
        self
    }

    /// Sets the delay before the first retry, which doubles with each, and its maximum.
    #[must_use]
    pub fn with_backoff(mut self, first: Duration, max: Duration) -> Self {
        self.first_delay = first;
        self.max_delay = max;
        self
    }

    /// Sets the share of a delay that is random, from `0.0`, nothing, to `1.0`, up to all of it.
    ///
    /// It is taken off a backoff. To a delay that the response states it is added, but never more than the longest backoff:
    /// a retry is not made earlier than stated.
    #[must_use]
    pub fn with_jitter(mut self, share: f64) -> Self {
        self.jitter = fraction(share);
        self.is_stated_exact = false;
        self
    }

    /// Sets the longest stated delay that is honoured. An error that states a longer one is not retried.
    #[must_use]
    pub fn with_max_retry_after(mut self, max: Duration) -> Self {
        self.max_retry_after = max;
        self
    }

    /// Sets how long a request may take as a whole, attempts and delays together. A retry whose delay would end at the
    /// deadline or later is not made. Default: no deadline.
    ///
    /// [`Retries::remaining`] is the time that an attempt may take. What makes the attempts has to end one that takes longer:
    /// the integration with reqwest-middleware does, a tower stack does with a timeout around it.
    #[must_use]
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets the budget, to share it with other policies or to give it another capacity. Default: 500 tokens of its own.
    #[must_use]
    pub fn with_budget(mut self, budget: RetryBudget) -> Self {
        self.budget = Some(budget);
        self
    }

    /// Removes the budget: no request cares how many others fail.
    #[must_use]
    pub fn without_budget(mut self) -> Self {
        self.budget = None;
        self
    }

    /// Sets whether to resend requests that may have executed. Default: [`Resend::Always`].
    #[must_use]
    pub fn with_resend(mut self, resend: Resend) -> Self {
        self.resend = resend;
        self
    }

    /// Sets the rule for which errors to retry, instead of the hint. An error whose response has `x-should-retry: false` is
    /// not retried, whatever the rule says; `true` is for the rule to judge, as [`ApiError::retry_advice`].
    ///
    /// ```
    /// use error_codes::{ErrorKind, RetryPolicy};
    ///
    /// let policy = RetryPolicy::new()
    ///     .with_rule(|error| error.is_retryable() && error.kind() != ErrorKind::Conflict);
    /// ```
    #[must_use]
    pub fn with_rule(mut self, rule: fn(&ApiError<'_>) -> bool) -> Self {
        self.rule = Rule::Of(rule);
        self
    }

    /// Sets the clock by which a deadline is measured. Default: [`Instant::now`]. Integrations that wait with tokio's timer
    /// use tokio's clock.
    #[must_use]
    pub fn with_clock(mut self, clock: fn() -> Instant) -> Self {
        self.clock = clock;
        self
    }

    /// Returns the maximum number of retries.
    #[must_use]
    pub fn max_retries(&self) -> u32 {
        self.max_retries
    }

    /// Returns whether to retry an error of a request that is not idempotent: whether the provider and the rule say so, it may
    /// be resent, and the delay that it states is not too long.
    #[must_use]
    pub fn allows(&self, error: &ApiError<'_>) -> bool {
        self.allows_for(error, false)
    }

    /// Returns how long to wait after an error, or after no response, if so many retries have been made. `random`, from 0 to 1,
    /// is the part of the jitter.
    #[must_use]
    pub fn delay(&self, retries: u32, error: Option<&ApiError<'_>>, random: f64) -> Duration {
        if let Some(stated) = error.and_then(|error| self.stated(error)) {
            let share = if self.is_stated_exact {
                0.0
            } else {
                self.jitter
            };
            let spread = part(stated, share).min(self.max_delay);
            return stated.saturating_add(part(spread, random));
        }
        let doublings = 1_u32.checked_shl(retries).unwrap_or(u32::MAX);
        let factor = doublings.saturating_mul(error.map_or(1, |error| self.factor(error)));
        let longest = self.first_delay.saturating_mul(factor).min(self.max_delay);
        longest.saturating_sub(part(part(longest, self.jitter), random))
    }

    fn allows_for(&self, error: &ApiError<'_>, is_idempotent: bool) -> bool {
        let is_too_long = self
            .stated(error)
            .is_some_and(|delay| delay > self.max_retry_after);
        let is_worth_it = match (self.rule, error.retry_advice()) {
            (_, Some(false)) => false,
            (Rule::Advised, advice) => advice.unwrap_or(error.is_retryable()),
            (Rule::Of(rule), _) => rule(error),
        };
        is_worth_it && !is_too_long && self.resend.allows(Some(error), is_idempotent)
    }

    /// Returns whether to resend a request that is not idempotent and may have executed without a response.
    #[cfg(feature = "reqwest-retry")]
    pub(crate) fn allows_no_response(&self) -> bool {
        self.resend.allows(None, false)
    }

    /// Returns how much of the time is left after so much of it, or `None` without a deadline.
    pub(crate) fn remaining_after(&self, elapsed: Duration) -> Option<Duration> {
        Some(self.deadline?.saturating_sub(elapsed))
    }

    /// Returns the delay before a retry that is allowed, and takes its cost from the budget; `None` if no retry, no time or no
    /// token is left.
    pub(crate) fn delay_before_retry(
        &self,
        made: u32,
        error: Option<&ApiError<'_>>,
        remaining: Option<Duration>,
        cost: u32,
    ) -> Option<Duration> {
        if made >= self.max_retries {
            return None;
        }
        let delay = self.delay(made, error, fastrand::f64());
        let is_in_time = remaining.is_none_or(|remaining| delay < remaining);
        let mut budget = self.budget.iter();
        (is_in_time && budget.all(|budget| budget.withdraw(cost))).then_some(delay)
    }

    /// Puts back what the last retry of a successful request took.
    pub(crate) fn note_success(&self, taken: u32) {
        if let Some(budget) = &self.budget {
            budget.deposit(taken.max(RetryBudget::REFILL));
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

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Rule::Advised => "Advised",
            Rule::Of(_) => "Of(..)",
        })
    }
}

/// Limits a number to the range from 0 to 1, and NaN to 0.
fn fraction(number: f64) -> f64 {
    if number > 0.0 { number.min(1.0) } else { 0.0 }
}

/// Returns a share of a duration, which cannot be longer than the duration.
fn part(duration: Duration, share: f64) -> Duration {
    let part = Duration::try_from_secs_f64(duration.as_secs_f64() * fraction(share));
    part.map_or(duration, |part| part.min(duration))
}
