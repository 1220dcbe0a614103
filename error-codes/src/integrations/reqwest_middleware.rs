//! reqwest-middleware: retries that read what the provider says before they decide whether and when to resend a request.

use super::reqwest::{BodyLimits, read_body};
use crate::error::Error;
use crate::policy::{Retries, RetryPolicy};
use crate::reader::Reader;
use crate::response::status::is_error;
use ::reqwest::{Body, Request, Response};
use ::reqwest_middleware::{Middleware, Next, Result};
use async_trait::async_trait;
use core::time::Duration;
use http::Extensions;
use tokio::time::sleep;

/// Resends a request as a [`RetryPolicy`] allows, after the delay that the response states.
///
/// `reqwest-retry` decides by the status code and cannot wait as long as a response states. This middleware reads status,
/// headers and body, so a request to an empty account is not repeated although it is answered with a `429`.
///
/// The last response is returned as an ordinary one with its body; what it reports is among its extensions as an
/// [`Error`]: `response.extensions().get::<error_codes::Error>()`. A request whose body is a stream is sent once, because it
/// cannot be repeated.
///
/// A [`Reader`] among the extensions of a request is used for that request instead of the one given here, for a client that
/// calls several providers.
///
/// ```no_run
/// use error_codes::integrations::reqwest_middleware::RetryMiddleware;
/// use error_codes::providers::{modelverse, ppio};
/// use error_codes::{Reader, RetryPolicy};
///
/// # async fn example() -> Result<(), reqwest_middleware::Error> {
/// let client = reqwest_middleware::ClientBuilder::new(reqwest::Client::new())
///     .with(RetryMiddleware::new(&ppio::PROVIDER, RetryPolicy::new()))
///     .build();
///
/// let request = client.get("https://api.modelverse.cn/v1/models");
/// request.with_extension(Reader::provider(&modelverse::PROVIDER)).send().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RetryMiddleware {
    reader: Reader,
    policy: RetryPolicy,
    limits: BodyLimits,
}

impl RetryMiddleware {
    /// Creates a middleware for the responses of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(reader: impl Into<Reader>, policy: RetryPolicy) -> Self {
        RetryMiddleware {
            reader: reader.into(),
            policy,
            limits: BodyLimits::new(),
        }
    }

    /// Sets the limits for reading the body of an error.
    #[must_use]
    pub const fn with_limits(mut self, limits: BodyLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads a response that is an error, and puts it together again.
    async fn inspect(&self, reader: &Reader, mut response: Response) -> (Response, Option<Error>) {
        if !is_error(response.status()) {
            return (response, None);
        }
        let body = read_body(&mut response, self.limits).await;
        let error = reader.read_owned(response.status(), response.headers(), &body[..]);
        let mut whole = http::Response::new(Body::from(body));
        *whole.status_mut() = response.status();
        *whole.version_mut() = response.version();
        std::mem::swap(whole.headers_mut(), response.headers_mut());
        std::mem::swap(whole.extensions_mut(), response.extensions_mut());
        whole.extensions_mut().insert(error.clone());
        (Response::from(whole), Some(error))
    }
}

#[async_trait]
impl Middleware for RetryMiddleware {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> Result<Response> {
        let reader = extensions.get::<Reader>().unwrap_or(&self.reader).clone();
        let mut retries = self.policy.retries();
        loop {
            let Some(copy) = request.try_clone() else {
                let response = next.run(request, extensions).await?;
                return Ok(self.inspect(&reader, response).await.0);
            };
            let (outcome, delay) = match next.clone().run(copy, extensions).await {
                Ok(response) => {
                    let (response, error) = self.inspect(&reader, response).await;
                    let delay = error.and_then(|error| retries.after(&error));
                    (Ok(response), delay)
                }
                Err(error) => {
                    let delay = after_failure(&mut retries, &error);
                    (Err(error), delay)
                }
            };
            let Some(delay) = delay else {
                return outcome;
            };
            sleep(delay).await;
        }
    }
}

/// Returns the delay after a request without a response: a connection that failed or timed out is worth a retry, a request
/// that could not be built is not.
fn after_failure(retries: &mut Retries, error: &::reqwest_middleware::Error) -> Option<Duration> {
    let is_of_connection = error.is_connect() || error.is_timeout() || error.is_request();
    is_of_connection
        .then(|| retries.after_no_response())
        .flatten()
}
