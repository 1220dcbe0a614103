//! What all requests of a client may spend on retries.

use core::fmt;
use core::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;

/// How many retries all requests of a client may make together, as a bucket of tokens.
///
/// While a provider is down, every request fails, and retries multiply the load on what is left of it. A budget ends that: a
/// retry takes [`COST`](Self::COST) tokens, or [`COST_WITHOUT_RESPONSE`](Self::COST_WITHOUT_RESPONSE) after no response or a
/// timeout, and an error is returned at once if the tokens do not suffice. A success puts back what its last retry took, or
/// [`REFILL`](Self::REFILL) if it needed none. These are the rules and numbers of the standard mode of the AWS SDKs.
///
/// Clones share the tokens. Taking and returning them is one atomic operation, without a lock.
///
/// A client that sends more than a hundred requests at once, all of which may be told to wait, needs a larger bucket.
///
/// ```
/// use error_codes::{RetryBudget, RetryPolicy, StatusCode, providers::ppio};
///
/// let budget = RetryBudget::with_capacity(10);
/// let policy = RetryPolicy::new().with_budget(budget.clone());
///
/// let headers = error_codes::HeaderMap::new();
/// let error = ppio::PROVIDER.read(StatusCode::SERVICE_UNAVAILABLE, &headers, "");
/// let mut first = policy.retries();
/// assert!(first.after(&error).is_some());
/// assert!(policy.retries().after(&error).is_some());
/// assert!(policy.retries().after(&error).is_none()); // nothing is left
///
/// first.succeeded();
/// assert_eq!(budget.available(), RetryBudget::COST);
/// ```
#[derive(Clone)]
pub struct RetryBudget(Arc<Bucket>);

struct Bucket {
    tokens: AtomicU32,
    capacity: u32,
}

impl RetryBudget {
    /// How many tokens a budget has unless [`with_capacity`](Self::with_capacity) says otherwise.
    pub const CAPACITY: u32 = 500;
    /// How many tokens a retry takes after a response.
    pub const COST: u32 = 5;
    /// How many tokens a retry takes after no response, or one that reports a timeout.
    pub const COST_WITHOUT_RESPONSE: u32 = 10;
    /// How many tokens a success without a retry puts back.
    pub const REFILL: u32 = 1;

    /// Creates a full budget of 500 tokens.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(Self::CAPACITY)
    }

    /// Creates a full budget of this many tokens, which is also the most that it can hold.
    #[must_use]
    pub fn with_capacity(tokens: u32) -> Self {
        RetryBudget(Arc::new(Bucket {
            tokens: AtomicU32::new(tokens),
            capacity: tokens,
        }))
    }

    /// Returns how many tokens are left.
    #[must_use]
    pub fn available(&self) -> u32 {
        self.0.tokens.load(Ordering::Relaxed)
    }

    /// Takes tokens, all or none, and returns whether there were enough.
    pub(super) fn withdraw(&self, cost: u32) -> bool {
        let taken = self.update(|tokens| tokens.checked_sub(cost));
        taken.is_ok()
    }

    /// Puts tokens back, as far as the bucket can hold them.
    pub(super) fn deposit(&self, tokens: u32) {
        let capacity = self.0.capacity;
        // Always successful: the closure always returns a number.
        let _ = self.update(|held| Some(held.saturating_add(tokens).min(capacity)));
    }

    /// No other memory depends on the number, so no order is needed.
    fn update(&self, change: impl FnMut(u32) -> Option<u32>) -> Result<u32, u32> {
        let (set, fetch) = (Ordering::Relaxed, Ordering::Relaxed);
        self.0.tokens.fetch_update(set, fetch, change)
    }
}

impl Default for RetryBudget {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for RetryBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryBudget")
            .field("available", &self.available())
            .field("capacity", &self.0.capacity)
            .finish()
    }
}
