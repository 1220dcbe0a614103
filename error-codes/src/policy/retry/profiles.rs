//! The policies of known clients, as constructors.

use super::{RetryPolicy, Rule};
use crate::error::ApiError;
use crate::response::DelaySource;
use core::time::Duration;

impl RetryPolicy {
    /// Creates the policy of OpenAI's Python client: it obeys `x-should-retry`, and without it retries `408`, `409`, `429` and
    /// every status code from `500` on, twice; the delay is that of `retry-after-ms` or `retry-after`, without jitter, and one
    /// above two minutes ends the retries. The body does not count: a request to an empty account that is answered with a
    /// `429` is repeated. There is no budget and no deadline.
    ///
    /// Source: `openai` 3.54.0, `_base_client.py`, `_should_retry` and `_calculate_retry_timeout`, retrieved 2026-11-21.
    #[must_use]
    pub fn openai_python() -> Self {
        RetryPolicy {
            max_retries: 2,
            max_delay: Duration::from_secs(8),
            jitter: 0.25,
            is_stated_exact: true,
            limit_factor: 1,
            max_retry_after: Duration::from_secs(120),
            sources: is_retry_after,
            budget: None,
            rule: Rule::Of(by_status),
            ..Self::new()
        }
    }

    /// Creates the policy of Anthropic's Python client: that of [`openai_python`](Self::openai_python), but a stated delay is
    /// honoured however long it is.
    ///
    /// Source: `anthropic` 2.12.0, `_base_client.py`, `_should_retry` and `_calculate_retry_timeout`, retrieved 2026-11-21.
    #[must_use]
    pub fn anthropic_python() -> Self {
        RetryPolicy {
            max_retry_after: Duration::MAX,
            ..Self::openai_python()
        }
    }

    /// Creates the policy that Google recommends to its clients: only `UNAVAILABLE` is retried. The number of retries, the
    /// delays and the budget, which it does not specify, are those of [`new`](Self::new).
    ///
    /// Source: AIP-194 (<https://google.aip.dev/194>), retrieved 2026-11-21.
    #[must_use]
    pub fn aip_194() -> Self {
        Self::new().with_rule(|error| error.kind().grpc_code() == "UNAVAILABLE")
    }
}

fn by_status(error: &ApiError<'_>) -> bool {
    let status = error.status().map_or(0, |status| status.as_u16());
    error
        .retry_advice()
        .unwrap_or(matches!(status, 408 | 409 | 429 | 500..))
}

fn is_retry_after(source: DelaySource) -> bool {
    matches!(source, DelaySource::RetryAfterMs | DelaySource::RetryAfter)
}
