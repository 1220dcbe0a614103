//! Explanations as JSON, one object each.

use error_codes::ApiError;
use error_codes_explanation::{object_to_json, to_json};
use serde::Serialize;
use std::io::{self, Write};

/// The request that a response belongs to.
#[derive(Serialize)]
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    /// The address, without what may be secret in it.
    pub(crate) url: Option<&'a str>,
}

/// Writes an error as one object.
pub(crate) fn write(error: &ApiError<'_>, out: &mut impl Write) -> io::Result<()> {
    out.write_all(to_json(error)?.as_bytes())
}

/// Writes an error as one object that begins with its request.
pub(crate) fn write_with_request(
    request: &Request<'_>,
    error: &ApiError<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Object<'a> {
        #[serde(flatten)]
        request: &'a Request<'a>,
        #[serde(flatten)]
        error: &'a ApiError<'a>,
    }
    let object = Object { request, error };
    out.write_all(object_to_json(&object, error)?.as_bytes())
}
