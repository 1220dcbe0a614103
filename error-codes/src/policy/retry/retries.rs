//! The retries of one request.

use super::{RetryBudget, RetryPolicy};
use crate::error::ApiError;
use crate::vocabulary::ErrorKind;
use core::time::Duration;
use std::time::Instant;

impl RetryPolicy {
    /// Starts counting the retries of one request, and its time if there is a [deadline](Self::with_deadline). Call it when
    /// the request is sent for the first time.
    #[must_use]
    pub fn retries(&self) -> Retries {
        Retries {
            began: self.deadline.map(|_| (self.clock)()),
            policy: self.clone(),
            made: 0,
            taken: 0,
            is_idempotent: false,
        }
    }
}

/// The retries of one request: how many have been made, and how much time is left.
///
/// ```
/// use error_codes::{Error, RetryPolicy};
/// use std::time::Duration;
///
/// # fn send(timeout: Option<Duration>) -> Result<String, Error> { Ok(String::new()) }
/// # fn run(policy: &RetryPolicy) -> Result<String, Error> {
/// let mut retries = policy.retries();
/// loop {
///     match send(retries.remaining()) {
///         Ok(text) => {
///             retries.succeeded();
///             return Ok(text);
///         }
///         Err(error) => match retries.after(&error) {
///             Some(delay) => std::thread::sleep(delay),
///             None => return Err(error),
///         },
///     }
/// }
/// # }
/// # run(&RetryPolicy::new()).unwrap();
/// ```
#[derive(Clone, Debug)]
pub struct Retries {
    policy: RetryPolicy,
    /// Only if there is a deadline.
    began: Option<Instant>,
    made: u32,
    /// The tokens that the last retry took from the budget.
    taken: u32,
    is_idempotent: bool,
}

impl Retries {
    /// Sets whether the request can be executed twice without a further effect, which matters for
    /// [`Resend::IfIdempotent`](super::Resend::IfIdempotent). Default: no.
    #[must_use]
    pub fn with_idempotent(mut self, is_idempotent: bool) -> Self {
        self.is_idempotent = is_idempotent;
        self
    }

    /// Returns how long to wait before the request is resent, or `None` to return the error.
    ///
    /// It is `None` if the policy does not allow a retry, the retries are used up, the delay would end at the deadline or
    /// later, or the budget has no tokens left.
    #[must_use]
    pub fn after(&mut self, error: &ApiError<'_>) -> Option<Duration> {
        let cost = match error.kind() {
            ErrorKind::Timeout => RetryBudget::COST_WITHOUT_RESPONSE,
            _ => RetryBudget::COST,
        };
        let is_allowed = self.policy.allows_for(error, self.is_idempotent);
        is_allowed.then(|| self.next(Some(error), cost)).flatten()
    }

    /// Returns the same if the request may have been sent and no response came: the connection was lost or timed out.
    #[must_use]
    pub fn after_no_response(&mut self) -> Option<Duration> {
        let is_allowed = self.policy.resend.allows(None, self.is_idempotent);
        let cost = RetryBudget::COST_WITHOUT_RESPONSE;
        is_allowed.then(|| self.next(None, cost)).flatten()
    }

    /// Returns the same if the request was certainly not sent: no connection came about.
    #[must_use]
    pub fn after_not_sent(&mut self) -> Option<Duration> {
        self.next(None, RetryBudget::COST)
    }

    /// Notes that the request succeeded, which puts tokens back into the budget.
    pub fn succeeded(&mut self) {
        let taken = std::mem::take(&mut self.taken);
        self.policy.note_success(taken);
    }

    /// Returns how many retries have been made.
    #[must_use]
    pub fn made(&self) -> u32 {
        self.made
    }

    /// Returns how much time is left until the deadline, or `None` without one. It is the most that an attempt may take.
    #[must_use]
    pub fn remaining(&self) -> Option<Duration> {
        let elapsed = (self.policy.clock)().saturating_duration_since(self.began?);
        self.policy.remaining_after(elapsed)
    }

    /// Starts the time of a request, unless it has been sent already: a service copies its policy for each request.
    #[cfg(feature = "tower")]
    pub(crate) fn begin(&mut self) {
        if self.made == 0 {
            self.began = self.began.map(|_| (self.policy.clock)());
        }
    }

    #[cfg(all(feature = "tower", feature = "reqwest"))]
    pub(crate) fn set_idempotent(&mut self, is_idempotent: bool) {
        self.is_idempotent = is_idempotent;
    }

    fn next(&mut self, error: Option<&ApiError<'_>>, cost: u32) -> Option<Duration> {
        let remaining = self.remaining();
        let delay = self
            .policy
            .delay_before_retry(self.made, error, remaining, cost)?;
        self.made += 1;
        self.taken = cost;
        Some(delay)
    }
}
