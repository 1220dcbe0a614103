//! A middleware that reads what the provider says before it decides whether to send a request again and when.

use super::answer::{is_error, read_answer};
use super::reqwest::{BodyLimits, read_body};
use crate::answer::ApiError;
use crate::policy::{Retries, RetryPolicy};
use crate::table::Provider;
use ::reqwest::{Body, Request, Response};
use ::reqwest_middleware::{Middleware, Next, Result};
use async_trait::async_trait;
use core::time::Duration;
use http::Extensions;
use std::sync::Arc;
use tokio::time::sleep;

/// Sends a request again as a [`RetryPolicy`] allows, after the delay that the answer states.
///
/// `reqwest-retry` decides by the status and cannot wait as long as an answer says. This reads status, headers and body,
/// so that an empty account is not asked again although it comes as a `429`.
///
/// The last answer comes back as an ordinary response with its body; what it says can be had as the extension
/// [`ReadError`]. A request whose body is a stream cannot be sent twice, and is not.
///
/// ```no_run
/// use error_codes::providers::ppio;
/// use error_codes::reqwest_middleware::RetryMiddleware;
/// use error_codes::RetryPolicy;
///
/// let client = reqwest_middleware::ClientBuilder::new(reqwest::Client::new())
///     .with(RetryMiddleware::new(&ppio::PROVIDER, RetryPolicy::new()))
///     .build();
/// ```
#[derive(Clone, Debug)]
pub struct RetryMiddleware {
    provider: Option<&'static Provider>,
    policy: RetryPolicy,
    limits: BodyLimits,
}

impl RetryMiddleware {
    /// For the answers of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(provider: impl Into<Option<&'static Provider>>, policy: RetryPolicy) -> Self {
        RetryMiddleware {
            provider: provider.into(),
            policy,
            limits: BodyLimits::new(),
        }
    }

    /// With other limits to the reading of an error's body.
    #[must_use]
    pub const fn with_limits(mut self, limits: BodyLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads an answer that is an error, and puts it together again.
    async fn look(&self, mut response: Response) -> (Response, Option<ReadError>) {
        if !is_error(response.status()) {
            return (response, None);
        }
        let body = read_body(&mut response, self.limits).await;
        let error = read_answer(self.provider, response.status(), response.headers(), &body);
        let error = ReadError(Arc::new(error.into_owned()));
        let mut answer = http::Response::new(Body::from(body));
        *answer.status_mut() = response.status();
        *answer.version_mut() = response.version();
        std::mem::swap(answer.headers_mut(), response.headers_mut());
        std::mem::swap(answer.extensions_mut(), response.extensions_mut());
        answer.extensions_mut().insert(error.clone());
        (Response::from(answer), Some(error))
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
        let mut retries = self.policy.retries();
        loop {
            let Some(copy) = request.try_clone() else {
                let response = next.run(request, extensions).await?;
                return Ok(self.look(response).await.0);
            };
            let (outcome, delay) = match next.clone().run(copy, extensions).await {
                Ok(response) => {
                    let (response, error) = self.look(response).await;
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

/// A connection that failed or took too long is worth another try; a request that could not be built is not.
fn after_failure(retries: &mut Retries, error: &::reqwest_middleware::Error) -> Option<Duration> {
    let is_of_connection = error.is_connect() || error.is_timeout() || error.is_request();
    is_of_connection
        .then(|| retries.after_no_answer())
        .flatten()
}

/// What an answer says, among the extensions of a response that went through [`RetryMiddleware`]:
/// `response.extensions().get::<ReadError>()`.
#[derive(Clone, Debug)]
pub struct ReadError(Arc<ApiError<'static>>);

impl std::ops::Deref for ReadError {
    type Target = ApiError<'static>;

    fn deref(&self) -> &ApiError<'static> {
        &self.0
    }
}
