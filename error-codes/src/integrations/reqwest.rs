//! reqwest: errors of responses.

use crate::error::Error;
use crate::reader::Reader;
use crate::response::status::is_error;
use core::time::Duration;
use std::future::Future;
use tokio::time::{Instant, timeout_at};

/// How much of an error's body is read, and for how long.
///
/// An error says what it has to say at its beginning, and a truncated body can still be read; a body without an end must not
/// keep a client busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BodyLimits {
    /// In bytes. Default: 256 KiB.
    pub bytes: usize,
    /// For the whole body, from its beginning. Default: 10 seconds.
    pub time: Duration,
}

impl BodyLimits {
    /// Creates the default limits: 256 KiB and 10 seconds.
    #[must_use]
    pub const fn new() -> Self {
        BodyLimits {
            bytes: 256 * 1024,
            time: Duration::from_secs(10),
        }
    }

    /// Sets the number of bytes.
    #[must_use]
    pub const fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Sets the time for the whole body.
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

mod private {
    pub trait Sealed {}
    impl Sealed for ::reqwest::Response {}
}

/// Extends [`reqwest::Response`]. Sealed: nothing else implements it.
pub trait ResponseExt: Sized + private::Sealed {
    /// Turns a response that is not a success into the error that it reports, like reqwest's `error_for_status`. A success
    /// is returned untouched, its body still to be read.
    ///
    /// The provider is given as `&ppio::PROVIDER`, as a [`Reader`], or as `None` if it is unknown. The body is read as far as
    /// [`BodyLimits`] and the connection allow, and the error is classified by what was received.
    ///
    /// # Errors
    ///
    /// A response whose status code is 400 or above.
    ///
    /// ```no_run
    /// use error_codes::integrations::reqwest::ResponseExt;
    /// use error_codes::providers::ppio;
    ///
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let response = reqwest::get("https://api.ppinfra.com/v3/openai/models").await?;
    /// match response.error_for_provider(&ppio::PROVIDER).await {
    ///     Ok(response) => println!("{}", response.text().await?),
    ///     Err(error) => println!("{error}; retry: {}", error.retry()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    fn error_for_provider(
        self,
        reader: impl Into<Reader> + Send,
    ) -> impl Future<Output = Result<Self, Error>> + Send;

    /// The same with other limits for the body.
    ///
    /// # Errors
    ///
    /// Those of [`error_for_provider`](Self::error_for_provider).
    fn error_for_provider_within(
        self,
        reader: impl Into<Reader> + Send,
        limits: BodyLimits,
    ) -> impl Future<Output = Result<Self, Error>> + Send;
}

impl ResponseExt for ::reqwest::Response {
    async fn error_for_provider(self, reader: impl Into<Reader> + Send) -> Result<Self, Error> {
        self.error_for_provider_within(reader, BodyLimits::new())
            .await
    }

    async fn error_for_provider_within(
        mut self,
        reader: impl Into<Reader> + Send,
        limits: BodyLimits,
    ) -> Result<Self, Error> {
        if !is_error(self.status()) {
            return Ok(self);
        }
        let reader = reader.into();
        let body = read_body(&mut self, limits).await;
        Err(reader.read_owned(self.status(), self.headers(), body))
    }
}

/// Reads the body as far as the limits and the connection allow.
pub(super) async fn read_body(response: &mut ::reqwest::Response, limits: BodyLimits) -> Vec<u8> {
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
