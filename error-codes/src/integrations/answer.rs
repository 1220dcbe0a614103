//! A client's answer, read with the tables of a provider that may be known.

use crate::answer::ApiError;
use crate::read;
use crate::table::Provider;
use http::{HeaderMap, StatusCode};

/// Whether an answer with this status is worth reading: a redirect is the client's own matter.
pub(super) fn is_error(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

pub(super) fn read_answer<'a>(
    provider: Option<&'static Provider>,
    status: StatusCode,
    headers: &'a HeaderMap,
    body: &'a [u8],
) -> ApiError<'a> {
    match provider {
        Some(provider) => provider.read(status, headers, body),
        None => read::read(status, headers, body),
    }
}
