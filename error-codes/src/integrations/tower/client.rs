//! A reqwest client as a tower service.

use super::{retries_of, wait_after_head};
use crate::integrations::attempt::{delay_after, is_idempotent};
use crate::policy::{Retries, RetryPolicy};
use crate::reader::Reader;
use ::reqwest::{Request, Response};
use ::tower::BoxError;
use ::tower::retry::Policy;
use tokio::time::{Sleep, sleep};

/// For a [`reqwest::Client`] as a service: status and headers decide, and what kind of failure it was if there is no response.
/// What only the body says is not seen.
///
/// The method and an `Idempotency-Key` say whether a request is idempotent. One whose body is a stream is sent once. The error
/// may be reqwest's own or, with layers below that have others, a [`BoxError`].
///
/// ```no_run
/// use error_codes::RetryPolicy;
/// use error_codes::integrations::tower::ClientPolicy;
/// use error_codes::providers::ppio;
/// use tower::{Service, ServiceBuilder, ServiceExt};
///
/// # async fn example() -> Result<(), reqwest::Error> {
/// let client = reqwest::Client::new();
/// let request = client.get("https://api.ppinfra.com/v3/openai/models").build()?;
/// let mut service = ServiceBuilder::new()
///     .retry(ClientPolicy::new(&ppio::PROVIDER, &RetryPolicy::new()))
///     .service(client);
/// let response = service.ready().await?.call(request).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ClientPolicy {
    reader: Reader,
    retries: Retries,
}

impl ClientPolicy {
    /// Creates a policy for the responses of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(reader: impl Into<Reader>, policy: &RetryPolicy) -> Self {
        ClientPolicy {
            reader: reader.into(),
            retries: retries_of(policy),
        }
    }

    fn begin(&mut self, request: &Request) -> Option<Request> {
        self.retries.begin();
        self.retries.set_idempotent(is_idempotent(request));
        request.try_clone()
    }

    fn after_response(&mut self, response: &Response) -> Option<Sleep> {
        let head = (response.status(), response.headers());
        wait_after_head(&mut self.retries, &self.reader, Some(head))
    }
}

impl Policy<Request, Response, ::reqwest::Error> for ClientPolicy {
    type Future = Sleep;

    fn retry(
        &mut self,
        _: &mut Request,
        outcome: &mut Result<Response, ::reqwest::Error>,
    ) -> Option<Sleep> {
        match outcome {
            Ok(response) => self.after_response(response),
            Err(error) => delay_after(&mut self.retries, error).map(sleep),
        }
    }

    fn clone_request(&mut self, request: &Request) -> Option<Request> {
        self.begin(request)
    }
}

impl Policy<Request, Response, BoxError> for ClientPolicy {
    type Future = Sleep;

    fn retry(
        &mut self,
        _: &mut Request,
        outcome: &mut Result<Response, BoxError>,
    ) -> Option<Sleep> {
        let error = match outcome {
            Ok(response) => return self.after_response(response),
            Err(error) => error.downcast_ref(),
        };
        let delay = match error {
            Some(error) => delay_after(&mut self.retries, error),
            None => self.retries.after_no_response(),
        };
        delay.map(sleep)
    }

    fn clone_request(&mut self, request: &Request) -> Option<Request> {
        self.begin(request)
    }
}
