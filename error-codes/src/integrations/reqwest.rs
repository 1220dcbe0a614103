//! reqwest: errors of responses.
//!
//! [`ResponseExt::error_for_provider`] sees the status code, the headers and the body of a response whose status code is 400 or
//! above, the body as far as [`BodyLimits`] go. It reads no other response, so an error inside a 200 is not seen: read its body
//! and ask [`Reader::error_in`]. It sends and waits for nothing but the body; what resends requests is in `reqwest_middleware` and
//! `tower`.

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
        let mut body = Vec::new();
        // What a broken connection left is still worth reading.
        let _ = read_body(&mut self, limits, &mut body, |_| false).await;
        body.truncate(limits.bytes);
        Err(reader.read_owned(self.status(), self.headers(), body))
    }
}

/// Why no more of a body was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It has no more.
    Complete,
    /// A limit was reached, or the caller has seen enough.
    Cut,
}

/// Reads the body as far as the limits allow, and no further than the chunk with which `is_enough`. What was read before the
/// connection was lost, or the body could not be decoded, has been added to `bytes`.
///
/// The last chunk is added as a whole, even if it goes beyond the limit, because nobody can put the rest back.
pub(super) async fn read_body(
    response: &mut ::reqwest::Response,
    limits: BodyLimits,
    bytes: &mut Vec<u8>,
    mut is_enough: impl FnMut(&[u8]) -> bool,
) -> ::reqwest::Result<End> {
    let deadline = Instant::now().checked_add(limits.time);
    while bytes.len() < limits.bytes {
        let chunk = match deadline {
            Some(deadline) => timeout_at(deadline, response.chunk()).await,
            None => Ok(response.chunk().await),
        };
        let Ok(chunk) = chunk else {
            break;
        };
        let Some(chunk) = chunk? else {
            return Ok(End::Complete);
        };
        bytes.extend_from_slice(&chunk);
        if is_enough(&chunk) {
            break;
        }
    }
    Ok(End::Cut)
}
