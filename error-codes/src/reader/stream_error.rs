//! An error in a stream, and where it is.

use crate::error::{ApiError, Error};
use core::fmt;
use core::ops::Deref;

/// An error that an event of a stream reports, and where that event is in the chunk that was read.
///
/// Everything that an [`ApiError`] can be asked is available through `Deref`.
///
/// ```
/// use error_codes::{Error, ErrorKind, EventReader};
///
/// let chunk = b"data: {\"choices\":[]}\n\ndata: {\"error\":{\"code\":\"rate_limit_exceeded\"}}\n\ndata: [DONE]\n\n";
/// let error = EventReader::default().push(chunk).unwrap();
/// assert_eq!(error.kind(), ErrorKind::RateLimited);
/// assert_eq!(&chunk[..error.start], b"data: {\"choices\":[]}\n\n");
/// assert_eq!(&chunk[error.end..], b"\ndata: [DONE]\n\n");
///
/// let error: Error = error.into();
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct StreamError {
    /// The error.
    pub error: Error,
    /// The position in the chunk at which the event that reports the error begins; 0 if it began in an earlier chunk.
    /// `&chunk[..start]` came before the error.
    pub start: usize,
    /// How many bytes before the chunk that event began; 0 if it began in the chunk.
    pub before: usize,
    /// The position in the chunk up to which it was read. To continue after the error, push `&chunk[end..]`.
    pub end: usize,
}

impl Deref for StreamError {
    type Target = ApiError<'static>;

    fn deref(&self) -> &ApiError<'static> {
        &self.error
    }
}

impl AsRef<ApiError<'static>> for StreamError {
    fn as_ref(&self) -> &ApiError<'static> {
        &self.error
    }
}

impl From<StreamError> for Error {
    fn from(error: StreamError) -> Self {
        error.error
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl fmt::Debug for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamError")
            .field("error", &self.error)
            .field("start", &self.start)
            .field("before", &self.before)
            .field("end", &self.end)
            .finish()
    }
}

impl core::error::Error for StreamError {}
