//! When a status code reports an error.

use http::StatusCode;

/// Returns whether a status code reports an error: 400 and above, including those that are not registered. A redirect does
/// not; following it is the client's business.
pub(crate) fn is_error(status: StatusCode) -> bool {
    status.as_u16() >= 400
}

/// Reads the status code of an error from text: three digits that begin with 4 or 5.
pub(crate) fn parse_error(text: &str) -> Option<StatusCode> {
    let is_registered_class = matches!(text.as_bytes(), [b'4' | b'5', ..]);
    let status = StatusCode::from_bytes(text.as_bytes()).ok()?;
    is_registered_class.then_some(status)
}
