//! The error that functions return.

use super::api_error::ApiError;
use core::fmt;
use core::ops::Deref;
use serde_core::ser::{Serialize, Serializer};
use std::sync::Arc;

/// An [`ApiError`] that borrows from nothing, for functions to return.
///
/// It is as large as a pointer, cheap to clone, `Send + Sync + 'static`, and survives `?` into `Box<dyn Error>` and
/// `anyhow::Error`, from which it can be downcast. Everything that an [`ApiError`] can be asked is available through
/// `Deref`.
///
/// ```
/// use error_codes::{Error, ErrorKind, Reader, StatusCode};
///
/// fn check(status: StatusCode, body: Vec<u8>) -> Result<(), Error> {
///     // The body moves into the error: it is not copied.
///     Err(Reader::new().read_owned(status, &error_codes::HeaderMap::new(), body))
/// }
///
/// fn run() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
///     check(StatusCode::TOO_MANY_REQUESTS, Vec::new())?;
///     Ok(())
/// }
///
/// let error = run().unwrap_err();
/// let error = error.downcast_ref::<Error>().unwrap();
/// assert_eq!(error.kind(), ErrorKind::RateLimited);
/// ```
#[derive(Clone)]
pub struct Error(Arc<ApiError<'static>>);

impl Error {
    /// Returns the error itself; a copy only if it has been cloned.
    #[must_use]
    pub fn into_inner(self) -> ApiError<'static> {
        Arc::unwrap_or_clone(self.0)
    }
}

impl From<ApiError<'_>> for Error {
    fn from(error: ApiError<'_>) -> Self {
        Error(Arc::new(error.into_owned()))
    }
}

impl Deref for Error {
    type Target = ApiError<'static>;

    fn deref(&self) -> &ApiError<'static> {
        &self.0
    }
}

impl AsRef<ApiError<'static>> for Error {
    fn as_ref(&self) -> &ApiError<'static> {
        &self.0
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl core::error::Error for Error {}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}
