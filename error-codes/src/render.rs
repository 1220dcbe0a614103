//! A row as the answer by which its provider reports it.

use crate::body::{BodyShape, Field};
use crate::table::{Row, Section, StatusPattern};
use crate::template;
use core::fmt::Write as _;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{Response, StatusCode};

impl Section {
    /// The answer by which the provider reports a row: the row's status, or the usual one of its kind; the provider's
    /// shape, or OpenAI's; the message with its holes filled from `params`, or the summary. A hole without a value keeps
    /// its name.
    ///
    /// ```
    /// use error_codes::providers::modelverse::ErrorCode;
    ///
    /// let answer = ErrorCode::RateLimit.render(&[]);
    /// assert_eq!(answer.status().as_u16(), 429);
    /// assert_eq!(
    ///     answer.body(),
    ///     r#"{"error":{"message":"Rate limit exceeded, please try again later","type":"rate_limit_error","code":"rate_limit"}}"#
    /// );
    /// ```
    #[must_use]
    pub fn render(&self, row: &Row, params: &[(&str, &str)]) -> Response<String> {
        let status = status(row);
        let shape = self.provider().body().copied().unwrap_or(BodyShape::OPENAI);
        let message = match (row.message(), row.summary()) {
            (Some(message), _) => template::fill(message, params),
            (None, Some(summary)) => summary.to_owned(),
            (None, None) => String::new(),
        };
        let leaves = leaves(shape, row, status, &message);
        let mut response = Response::new(object(&leaves, ""));
        *response.status_mut() = status;
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        response
    }
}

fn status(row: &Row) -> StatusCode {
    let usual = row.kind().status();
    match row.status_pattern() {
        Some(StatusPattern::Class(class)) if usual.as_u16() / 100 != u16::from(class) => {
            StatusCode::from_u16(u16::from(class) * 100).unwrap_or(usual)
        }
        _ => row.status().unwrap_or(usual),
    }
}

/// A place of the body and the JSON that stands there.
struct Leaf {
    pointer: &'static str,
    json: String,
}

/// What stands where, each field in the first of its places.
fn leaves(shape: BodyShape, row: &Row, status: StatusCode, message: &str) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut seen = Vec::new();
    for place in shape.places() {
        if seen.contains(&place.field()) {
            continue;
        }
        seen.push(place.field());
        let json = match place.field() {
            Field::Code => match row.code() {
                Some(code) if row.code_is_number() => code.to_owned(),
                code => text_or_null(code),
            },
            Field::Type => text_or_null(row.error_type()),
            Field::Message => quoted(message),
            Field::Status => status.as_u16().to_string(),
            Field::Constant(text) => quoted(text),
            Field::RequestId | Field::Nested | Field::RetryInfo => continue,
        };
        leaves.push(Leaf {
            pointer: place.pointer(),
            json,
        });
    }
    leaves
}

/// The object of all leaves below a pointer.
fn object(leaves: &[Leaf], parent: &str) -> String {
    let mut keys: Vec<&str> = Vec::new();
    let mut text = String::from("{");
    for leaf in leaves {
        let below = leaf.pointer.strip_prefix(parent);
        let Some(path) = below.and_then(|path| path.strip_prefix('/')) else {
            continue;
        };
        let (key, deeper) = path
            .split_once('/')
            .map_or((path, false), |(key, _)| (key, true));
        if keys.contains(&key) {
            continue;
        }
        if !keys.is_empty() {
            text.push(',');
        }
        keys.push(key);
        text.push_str(&quoted(key));
        text.push(':');
        if deeper {
            text.push_str(&object(leaves, &format!("{parent}/{key}")));
        } else {
            text.push_str(&leaf.json);
        }
    }
    text.push('}');
    text
}

fn text_or_null(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), quoted)
}

/// A JSON string.
fn quoted(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            _ if letter < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}
