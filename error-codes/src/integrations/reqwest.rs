//! reqwest's answers, read with the tables.

use super::answer::{is_error, read_answer};
use crate::answer::ApiError;
use crate::table::Provider;
use core::time::Duration;
use std::future::Future;
use tokio::time::{Instant, timeout_at};

/// How much of an error's body is read, and for how long.
///
/// An error says what it has to say at its beginning, and what is cut off there can still be read; a body without an end
/// must not keep a client busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BodyLimits {
    /// In bytes. 256 KiB, unless set.
    pub bytes: usize,
    /// For the whole body, counted from its beginning. 10 seconds, unless set.
    pub time: Duration,
}

impl BodyLimits {
    /// 256 KiB and 10 seconds.
    #[must_use]
    pub const fn new() -> Self {
        BodyLimits {
            bytes: 256 * 1024,
            time: Duration::from_secs(10),
        }
    }

    /// With another number of bytes.
    #[must_use]
    pub const fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// With another time for the whole body.
    #[must_use]
    pub const fn with_time(mut self, time: Duration) -> Self {
        self.time = time;
        self
    }
}

impl Default for BodyLimits {
    fn default() -> Self {
        Self::new()
    }
}

/// What a [`reqwest::Response`](::reqwest::Response) learns.
pub trait ResponseExt: Sized {
    /// Turns an answer that is no success into the error that it reports, like reqwest's `error_for_status`; a success
    /// comes back untouched, its body still to be read.
    ///
    /// The provider may be given as `&ppio::PROVIDER`, or `None` if it is not known. The body is read as far as
    /// [`BodyLimits`] and the connection allow; what came is what the error is decided by.
    ///
    /// # Errors
    ///
    /// An answer whose status is `400` or above. It is boxed, because it is larger than what is good to return.
    ///
    /// ```no_run
    /// use error_codes::providers::ppio;
    /// use error_codes::reqwest::ResponseExt;
    ///
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let response = reqwest::get("https://api.ppinfra.com/v3/openai/models").await?;
    /// match response.error_for_provider(&ppio::PROVIDER).await {
    ///     Ok(response) => println!("{}", response.text().await?),
    ///     Err(error) => println!("{error}; again: {}", error.retry()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    fn error_for_provider(
        self,
        provider: impl Into<Option<&'static Provider>> + Send,
    ) -> impl Future<Output = Result<Self, Box<ApiError<'static>>>> + Send;

    /// The same with other limits to the reading of the body.
    ///
    /// # Errors
    ///
    /// Those of [`error_for_provider`](Self::error_for_provider).
    fn error_for_provider_within(
        self,
        limits: BodyLimits,
        provider: impl Into<Option<&'static Provider>> + Send,
    ) -> impl Future<Output = Result<Self, Box<ApiError<'static>>>> + Send;
}

impl ResponseExt for ::reqwest::Response {
    async fn error_for_provider(
        self,
        provider: impl Into<Option<&'static Provider>> + Send,
    ) -> Result<Self, Box<ApiError<'static>>> {
        self.error_for_provider_within(BodyLimits::new(), provider)
            .await
    }

    async fn error_for_provider_within(
        mut self,
        limits: BodyLimits,
        provider: impl Into<Option<&'static Provider>> + Send,
    ) -> Result<Self, Box<ApiError<'static>>> {
        if !is_error(self.status()) {
            return Ok(self);
        }
        let provider = provider.into();
        let body = read_body(&mut self, limits).await;
        let error = read_answer(provider, self.status(), self.headers(), &body);
        Err(Box::new(error.into_owned()))
    }
}

/// The body as far as the limits and the connection allow.
pub(crate) async fn read_body(response: &mut ::reqwest::Response, limits: BodyLimits) -> Vec<u8> {
    let end = Instant::now().checked_add(limits.time);
    let mut body = Vec::new();
    while body.len() < limits.bytes {
        let chunk = match end {
            Some(end) => timeout_at(end, response.chunk()).await,
            None => Ok(response.chunk().await),
        };
        let Ok(Ok(Some(chunk))) = chunk else { break };
        let room = limits.bytes - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    body
}
