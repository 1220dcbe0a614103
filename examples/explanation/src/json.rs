//! An error as a JSON object.

use error_codes::{ApiError, MatchedBy};
use serde::Serialize;
use serde_json::Value;

/// Returns the error as one object.
///
/// # Errors
///
/// None that is known: only what cannot be written as JSON would be one.
pub fn to_json(error: &ApiError<'_>) -> serde_json::Result<String> {
    object_to_json(error, error)
}

/// Returns an object that has the fields of an error, and others. Where no provider was given, `provider` is that of the row if
/// its code decided: codes tell providers apart, messages and status codes do not.
///
/// # Errors
///
/// That the object cannot be written as JSON.
pub fn object_to_json(object: &impl Serialize, error: &ApiError<'_>) -> serde_json::Result<String> {
    let text = serde_json::to_string(object)?;
    let is_named = error.provider().is_none() && error.matched_by() == MatchedBy::Code;
    Ok(match error.matched().filter(|_| is_named) {
        Some(entry) => {
            // Nothing else in the text looks like this field: quotes inside of strings are escaped.
            let provider = format!(r#""provider":{}"#, Value::from(entry.provider().id()));
            text.replacen(r#""provider":null"#, &provider, 1)
        }
        None => text,
    })
}
