//! What an answer's headers say beside the delay: the provider's opinion, and the request's id.

use http::HeaderMap;
use http::header::HeaderName;

static X_SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");

/// The provider's own opinion in `x-should-retry`.
pub(crate) fn should_retry(headers: &HeaderMap) -> Option<bool> {
    match headers.get(&X_SHOULD_RETRY)?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

static AMZN_ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// The code that AWS puts into a header: `ThrottlingException:http://…`, `com.example#ThrottlingException`.
pub(crate) fn code(headers: &HeaderMap) -> Option<&str> {
    let text = text(headers, &AMZN_ERROR_TYPE)?;
    let name = text.rsplit('#').next()?;
    name.split(':').next()
}

static REQUEST_IDS: [HeaderName; 6] = [
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("request-id"),
    HeaderName::from_static("x-oneapi-request-id"),
    HeaderName::from_static("x-amzn-requestid"),
    HeaderName::from_static("apim-request-id"),
    HeaderName::from_static("trace-id"),
];
static CF_RAY: HeaderName = HeaderName::from_static("cf-ray");

/// The request's id in the provider's own headers.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    REQUEST_IDS.iter().find_map(|name| text(headers, name))
}

/// The request's id at Cloudflare, for when the provider behind it gave none.
pub(crate) fn edge_request_id(headers: &HeaderMap) -> Option<&str> {
    text(headers, &CF_RAY)
}

/// A header's value without white space around it; none if it is empty or no text.
pub(crate) fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let text = headers.get(name)?.to_str().ok()?.trim();
    (!text.is_empty()).then_some(text)
}
