//! A client's answer, read with the tables of a provider that may be known.

use crate::answer::ApiError;
use crate::read;
pub(super) use crate::render::is_error;
use crate::table::Provider;
use http::{HeaderMap, StatusCode};

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
