//! reqwest-middleware: retries that read what the provider says before they decide whether and when to resend a request.

mod body;
mod inspect;

use super::attempt::{IDEMPOTENCY_KEY, delay_after, is_idempotent};
use super::clock;
use super::reqwest::BodyLimits;
use crate::error::Error;
use crate::policy::{Retries, RetryPolicy};
use crate::reader::Reader;
use crate::table::Provider;
use ::reqwest::{Request, Response};
use ::reqwest_middleware::{Error as Failure, Middleware, Next, Result};
use async_trait::async_trait;
use core::fmt;
use core::time::Duration;
use http::{Extensions, HeaderValue};
use inspect::{Scope, inspect};
use std::hash::{BuildHasher, RandomState};
use tokio::time::{sleep, timeout};

/// Resends a request as a [`RetryPolicy`] allows, after the delay that the response states.
///
/// `reqwest-retry` decides by the status code and cannot wait as long as a response states. This middleware reads status,
/// headers and body, so a request to an empty account is not repeated although it is answered with a `429`.
///
/// - It **sees** the status code, the headers and the body of every response whose status code is 400 or above, the body as
///   far as [`BodyLimits`] go, and with [`with_errors_in_success`](Self::with_errors_in_success) those of successes. A
///   connection that failed, was lost or timed out counts as no response.
/// - It **waits** with tokio's timer, between two attempts, as long as the policy says. A deadline of the policy also ends an
///   attempt that takes longer, with [`DeadlineExceeded`]. It does not end the body of a success that has begun.
/// - It **returns** the last response as an ordinary one, with its address, its headers and its whole body: what was read of it
///   comes first, and what was not is still to be read. What it reports is among its extensions as an [`Error`]:
///   `response.extensions().get::<error_codes::Error>()`.
/// - It sends a request **that cannot be cloned** once, because its body is a stream.
///
/// Among the extensions of a request, a [`Reader`] or a `&'static Provider` is used for that request instead of the one given
/// here, for a client that calls several providers, and a [`RetryPolicy`] instead of this one, for a deadline of its own.
///
/// ```no_run
/// use error_codes::integrations::reqwest_middleware::RetryMiddleware;
/// use error_codes::providers::{modelverse, ppio};
/// use error_codes::RetryPolicy;
/// use std::time::Duration;
///
/// # async fn example() -> Result<(), reqwest_middleware::Error> {
/// let policy = RetryPolicy::new().with_deadline(Duration::from_secs(120));
/// let client = reqwest_middleware::ClientBuilder::new(reqwest::Client::new())
///     .with(RetryMiddleware::new(&ppio::PROVIDER, policy))
///     .build();
///
/// let request = client.get("https://api.modelverse.cn/v1/models");
/// request.with_extension(&modelverse::PROVIDER).send().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RetryMiddleware {
    reader: Reader,
    policy: RetryPolicy,
    limits: BodyLimits,
    scope: Scope,
    has_key: bool,
}

impl RetryMiddleware {
    /// Creates a middleware for the responses of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(reader: impl Into<Reader>, policy: RetryPolicy) -> Self {
        RetryMiddleware {
            reader: reader.into(),
            policy,
            limits: BodyLimits::new(),
            scope: Scope::Errors,
            has_key: false,
        }
    }

    /// Sets the limits for reading the body of an error.
    #[must_use]
    pub const fn with_limits(mut self, limits: BodyLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Looks for errors in successes, too, because some providers report them in a `200`.
    ///
    /// A JSON body is read before the response is returned, and if it is longer than the limits, or takes longer, counts as a
    /// success. A stream of events or JSON lines is read up to its first event. Other bodies are not looked into.
    #[must_use]
    pub const fn with_errors_in_success(mut self) -> Self {
        self.scope = Scope::All;
        self
    }

    /// Sends an `Idempotency-Key` with every request whose method is not idempotent, unless it has one: the same for all of its
    /// attempts, so that a provider that knows the header executes and charges them once.
    ///
    /// Such a request counts as idempotent for [`Resend::IfIdempotent`](crate::Resend::IfIdempotent); use both only with a
    /// provider that documents the header.
    #[must_use]
    pub const fn with_idempotency_key(mut self) -> Self {
        self.has_key = true;
        self
    }

    fn reader_for(&self, extensions: &Extensions) -> Reader {
        let provider = extensions.get::<&'static Provider>();
        let own = extensions.get::<Reader>().cloned();
        own.or_else(|| provider.map(|provider| Reader::provider(*provider)))
            .unwrap_or_else(|| self.reader.clone())
    }

    fn retries_of(&self, request: &Request, extensions: &Extensions) -> Retries {
        let policy = extensions.get::<RetryPolicy>().unwrap_or(&self.policy);
        let policy = policy.clone().with_clock(clock::now);
        policy.retries().with_idempotent(is_idempotent(request))
    }

    /// Reads what a response reports, before the deadline.
    async fn inspect(
        &self,
        response: Response,
        reader: &Reader,
        remaining: Option<Duration>,
    ) -> (Response, Option<Error>) {
        let time = remaining.map_or(self.limits.time, |time| time.min(self.limits.time));
        inspect(response, reader, self.scope, self.limits.with_time(time)).await
    }
}

#[async_trait]
impl Middleware for RetryMiddleware {
    async fn handle(
        &self,
        mut request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> Result<Response> {
        if self.has_key && !is_idempotent(&request) {
            let key = idempotency_key()?;
            request.headers_mut().insert(IDEMPOTENCY_KEY, key);
        }
        let reader = self.reader_for(extensions);
        let mut retries = self.retries_of(&request, extensions);
        loop {
            let copy = request.try_clone();
            let sent = next.clone().run(request, extensions);
            let (outcome, error) = match before_deadline(retries.remaining(), sent).await {
                Ok(response) => {
                    let remaining = retries.remaining();
                    let (response, error) = self.inspect(response, &reader, remaining).await;
                    (Ok(response), error)
                }
                Err(failure) => (Err(failure), None),
            };
            let Some(copy) = copy else { return outcome };
            let delay = match (&outcome, &error) {
                (_, Some(error)) => retries.after(error),
                (Err(Failure::Reqwest(failure)), _) => delay_after(&mut retries, failure),
                (Err(Failure::Middleware(_)), _) => None,
                (Ok(_), None) => {
                    retries.succeeded();
                    None
                }
            };
            let Some(delay) = delay else { return outcome };
            sleep(delay).await;
            request = copy;
        }
    }
}

/// The deadline of a [`RetryPolicy`] passed while an attempt had no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeadlineExceeded;

impl fmt::Display for DeadlineExceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no response before the deadline of the request")
    }
}

impl std::error::Error for DeadlineExceeded {}

async fn before_deadline(
    remaining: Option<Duration>,
    sent: impl Future<Output = Result<Response>>,
) -> Result<Response> {
    match remaining {
        None => sent.await,
        Some(remaining) => timeout(remaining, sent)
            .await
            .unwrap_or_else(|_| Err(Failure::middleware(DeadlineExceeded))),
    }
}

/// Returns 128 bits as text that no other request has. The hasher's keys come from the operating system.
fn idempotency_key() -> Result<HeaderValue> {
    let random = || RandomState::new().hash_one(0);
    let text = format!("{:016x}{:016x}", random(), random());
    HeaderValue::try_from(text).map_err(Failure::middleware)
}
