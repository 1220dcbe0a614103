//! Renders errors as HTTP responses: a row as its provider reports it, and an error that was read in any shape.

pub(crate) mod dialect;

use crate::classify::{Selection, Signs, classify};
use crate::error::ApiError;
use crate::message::{self, Message};
use crate::response::{self, BodyShape, Field, Headers, status};
use crate::table::{Entry, Provider, ProviderError, Row, Source, StatusPattern};
use crate::vocabulary::{ErrorKind, RetryHint};
use core::fmt::Write as _;
use core::iter;
use dialect::Dialect;
use http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use http::{Response, StatusCode};
use std::borrow::Cow;

impl Entry<'_> {
    /// Renders the response by which the provider reports this row.
    ///
    /// Its status code is that of the row, or the usual one of its kind, or another that no other row claims. Its body has
    /// the provider's shape, or OpenAI's if it has none, with code, type and message filled from `params`, or the summary if
    /// the row has no message. A placeholder without a value is replaced by its name.
    ///
    /// ```
    /// use error_codes::providers::modelverse;
    ///
    /// let mut entries = modelverse::PROVIDER.entries();
    /// let entry = entries.find(|entry| entry.row().code() == Some("rate_limit")).unwrap();
    /// let response = entry.render(&[]);
    /// assert_eq!(response.status().as_u16(), 429);
    /// assert_eq!(
    ///     response.body(),
    ///     r#"{"error":{"message":"Rate limit exceeded, please try again later","type":"rate_limit_error","code":"rate_limit"}}"#
    /// );
    /// ```
    #[must_use]
    pub fn render(&self, params: &[(&str, &str)]) -> Response<String> {
        let short = params.iter().map(|(name, value)| (*name, start_of(value)));
        let status = self.telling_status(&short.collect::<Vec<_>>());
        self.response(status, params)
    }

    /// Renders the response with a status code.
    fn response(&self, status: StatusCode, params: &[(&str, &str)]) -> Response<String> {
        let row = self.row();
        let message = match (row.message(), row.summary()) {
            (Some(message), _) => message::fill(message, params),
            (None, Some(summary)) => summary.to_owned(),
            (None, None) => String::new(),
        };
        let filled = |name: Option<&str>| name.map(|name| message::fill(name, params));
        let (code, error_type) = (filled(row.code()), filled(row.error_type()));
        let content = Content {
            status,
            code: code.as_deref(),
            code_is_number: row.code_is_number(),
            error_type: error_type.as_deref(),
            message: &message,
            request_id: None,
        };
        content.response(own_shape(self.provider()))
    }

    /// Returns the first status code with which this row is found when the response is read with its table. The body is read
    /// once: it says the same with each status code, which it repeats at most.
    fn telling_status(&self, params: &[(&str, &str)]) -> StatusCode {
        let usual = status_of(self.row());
        let mut tables = self.provider().tables();
        let Some(table) = tables.position(|table| core::ptr::eq(table, self.table())) else {
            return usual;
        };
        let response = self.response(usual, params);
        let fields = response::read(response.body().as_bytes(), self.provider().shape());
        let headers = Headers::new(response.headers());
        let text = fields.message.as_deref().map(Message::new);
        let is_found = |status: &StatusCode| {
            let signs = Signs::new(Some(*status), Some(&headers), &fields, text.as_ref());
            let tables = Selection::Table(Source::Borrowed(self.provider()), table);
            let (found, _) = classify(tables, &signs);
            found.is_some_and(|found| core::ptr::eq(found.row, self.row()))
        };
        let mut statuses = iter::once(usual).chain(other_statuses(self.row()));
        statuses.find(is_found).unwrap_or(usual)
    }
}

/// Returns the start of a placeholder's value, which is as telling as all of it where a row is to be found.
fn start_of(value: &str) -> &str {
    const LONGEST: usize = 64;
    let end = value
        .char_indices()
        .map(|(at, _)| at)
        .find(|&at| at >= LONGEST);
    &value[..end.unwrap_or(value.len())]
}

/// Renders a variant of a provider's enum; see [`Entry::render`].
pub fn render<E: ProviderError>(code: E, params: &[(&str, &str)]) -> Response<String> {
    render_at(E::provider(), E::TABLE, code.position(), params)
}

/// Does the same for all enums, so that it is compiled once.
fn render_at(
    provider: &Provider,
    table: &str,
    position: usize,
    params: &[(&str, &str)],
) -> Response<String> {
    let mut entries = provider.entries();
    let entry = entries.find(|entry| entry.table().name() == table && entry.position() == position);
    entry.map_or_else(Response::default, |entry| entry.render(params))
}

impl ApiError<'_> {
    /// Renders the error as its provider reports it, for a server that passes it on: code, type and message as they were
    /// sent but without credentials, in the provider's shape, or in OpenAI's if it is not known or has none.
    ///
    /// The status code is the one that was received, or the row's if that was not an error. The headers say what is known
    /// about a retry: `retry-after` in whole seconds, with `retry-after-ms` for a more exact delay, and `x-should-retry`,
    /// which OpenAI's and Anthropic's clients obey. The id of the request is passed on in `x-request-id`.
    #[must_use]
    pub fn render(&self) -> Response<String> {
        let row = self.matched().map(|matched| matched.row());
        let sent = self.status().filter(|status| status::is_error(*status));
        let (code, error_type) = (self.masked_code(), self.masked_type());
        let request_id = self.masked_request_id();
        let content = Content {
            status: sent.unwrap_or_else(|| row.map_or(self.kind().status(), status_of)),
            code: code.as_deref(),
            code_is_number: row.is_some_and(Row::code_is_number),
            error_type: error_type.as_deref(),
            message: &self.sentence(),
            request_id: request_id.as_deref(),
        };
        let shape = self.provider().map_or(BodyShape::OPENAI, own_shape);
        self.with_advice(content.response(shape))
    }

    /// Renders the error in another shape, the one that a server's clients expect.
    ///
    /// `type` and status code are those of the shape, so that its clients draw the right conclusion: an empty account is a
    /// `402` rather than a `429`, and in OpenAI's shape a timeout is a `504` rather than a `408`, whatever the provider
    /// sent. Code and message remain the provider's where the shape allows it. The headers are those of
    /// [`render`](Self::render).
    ///
    /// ```
    /// use error_codes::{BodyShape, HeaderMap, StatusCode, providers::ppio};
    ///
    /// let headers = HeaderMap::new();
    /// let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
    /// let error = ppio::PROVIDER.read(StatusCode::FORBIDDEN, &headers, body);
    ///
    /// let response = error.render_in(BodyShape::OPENAI);
    /// assert_eq!(response.status(), StatusCode::PAYMENT_REQUIRED);
    /// assert_eq!(response.headers()["x-should-retry"], "false");
    /// assert_eq!(
    ///     response.body(),
    ///     r#"{"error":{"message":"not enough balance","type":"insufficient_quota","code":"NOT_ENOUGH_BALANCE"}}"#
    /// );
    ///
    /// let response = error.render_in(BodyShape::ANTHROPIC);
    /// assert_eq!(
    ///     response.body(),
    ///     r#"{"type":"error","error":{"type":"billing_error","message":"not enough balance","code":"NOT_ENOUGH_BALANCE"}}"#
    /// );
    /// ```
    #[must_use]
    pub fn render_in(&self, shape: BodyShape) -> Response<String> {
        let dialect = shape.dialect();
        let (code, request_id) = (self.masked_code(), self.masked_request_id());
        let content = Content {
            status: self.status_in(dialect),
            code: dialect.code(self.kind(), code.as_deref()),
            code_is_number: false,
            error_type: Some(dialect.error_type(self.kind())),
            message: &self.sentence(),
            request_id: request_id.as_deref(),
        };
        self.with_advice(content.response(shape))
    }

    /// Returns the status code that was received, or the row's, if it means what the kind means and clients of the shape
    /// understand it so; otherwise the kind's.
    fn status_in(&self, dialect: Dialect) -> StatusCode {
        let row = self.matched().and_then(|matched| matched.row().status());
        let sent = [self.status(), row].into_iter().flatten();
        let mut agreeing = sent.filter(|sent| {
            ErrorKind::from_status(*sent) == self.kind() && dialect.keeps(*sent, self.kind())
        });
        let of_dialect = dialect.status(self.kind());
        of_dialect
            .or_else(|| agreeing.next())
            .unwrap_or_else(|| self.kind().status())
    }

    /// Returns a sentence for people: the provider's message, or else ours.
    fn sentence(&self) -> Cow<'_, str> {
        let summary = || self.matched().and_then(|matched| matched.row().summary());
        self.message()
            .or_else(|| summary().map(Cow::Borrowed))
            .unwrap_or_else(|| Cow::Owned(self.to_string()))
    }

    /// Adds the headers about a retry, and the id of the request.
    fn with_advice(&self, mut response: Response<String>) -> Response<String> {
        let headers = response.headers_mut();
        if let Some(delay) = self.retry_after() {
            let is_whole = delay.subsec_nanos() == 0;
            let seconds = delay.as_secs().saturating_add(u64::from(!is_whole));
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
            if let Some(milliseconds) = self.retry_after_ms().filter(|_| !is_whole) {
                headers.insert(RETRY_AFTER_MS, HeaderValue::from(milliseconds));
            }
        }
        let advice = match self.retry() {
            RetryHint::Never => Some("false"),
            RetryHint::Backoff | RetryHint::AfterReset => Some("true"),
            RetryHint::Unspecified => None,
        };
        if let Some(advice) = advice {
            headers.insert(X_SHOULD_RETRY, HeaderValue::from_static(advice));
        }
        let id = self.masked_request_id();
        if let Some(Ok(id)) = id.as_deref().map(HeaderValue::from_str) {
            headers.insert(X_REQUEST_ID, id);
        }
        response
    }
}

const RETRY_AFTER_MS: &str = "retry-after-ms";
const X_SHOULD_RETRY: &str = "x-should-retry";
const X_REQUEST_ID: &str = "x-request-id";

fn own_shape(provider: &Provider) -> BodyShape {
    provider.shape().unwrap_or(BodyShape::OPENAI)
}

/// Returns the status code of a row: its own, or the usual one of its kind, within its class.
fn status_of(row: &Row) -> StatusCode {
    let usual = row.kind().status();
    match row.status_pattern().and_then(StatusPattern::as_class) {
        Some(class) if usual.as_u16() / 100 != class => {
            StatusCode::from_u16(class * 100).unwrap_or(usual)
        }
        _ => row.status().unwrap_or(usual),
    }
}

/// Returns the other status codes that a row without a list of them may come with, first those that mean the same.
fn other_statuses(row: &Row) -> impl Iterator<Item = StatusCode> + use<> {
    let kind = row.kind();
    let statuses = match row.status_pattern().map(StatusPattern::as_class) {
        Some(None) => 0..0,
        Some(Some(class)) => class * 100..class * 100 + 100,
        None => 400..600,
    };
    let statuses = statuses.filter_map(|status| StatusCode::from_u16(status).ok());
    let means_the_same = move |status: &StatusCode| ErrorKind::from_status(*status) == kind;
    let others = statuses
        .clone()
        .filter(move |status| !means_the_same(status));
    statuses.filter(means_the_same).chain(others)
}

/// What a response is to say.
struct Content<'a> {
    status: StatusCode,
    code: Option<&'a str>,
    code_is_number: bool,
    error_type: Option<&'a str>,
    message: &'a str,
    request_id: Option<&'a str>,
}

impl Content<'_> {
    fn response(&self, shape: BodyShape) -> Response<String> {
        let mut response = Response::new(object(&self.leaves(shape), ""));
        *response.status_mut() = self.status;
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        response
    }

    /// Returns the values, each field at the first of its places.
    fn leaves(&self, shape: BodyShape) -> Vec<Leaf> {
        let null = || shape.dialect().writes_null().then(|| "null".to_owned());
        let mut leaves: Vec<Leaf> = Vec::new();
        let mut seen = Vec::new();
        for place in shape.places() {
            if seen.contains(&place.field()) {
                continue;
            }
            seen.push(place.field());
            let json = match place.field() {
                Field::Code => self.code().or_else(null),
                Field::Type => self.error_type.map(quoted).or_else(null),
                Field::Message => Some(quoted(self.message)),
                Field::Status => Some(self.status.as_u16().to_string()),
                Field::Constant(text) => Some(quoted(text)),
                Field::RequestId => self.request_id.map(quoted),
                Field::Nested
                | Field::Delay(_)
                | Field::Outcome
                | Field::Name
                | Field::DailyQuota => None,
            };
            leaves.extend(json.map(|json| Leaf {
                pointer: place.pointer().text(),
                json,
            }));
        }
        leaves
    }

    /// Renders the code, as a number if it is one in the table and in JSON.
    fn code(&self) -> Option<String> {
        let code = self.code?;
        let number = code.parse::<i64>().map(|number| number.to_string());
        let is_number = self.code_is_number && number.as_deref() == Ok(code);
        Some(if is_number {
            code.to_owned()
        } else {
            quoted(code)
        })
    }
}

/// A place of the body and its JSON value.
struct Leaf {
    pointer: &'static str,
    json: String,
}

/// Renders the object, or the array of one element, of all leaves below a pointer.
fn object(leaves: &[Leaf], parent: &str) -> String {
    let element = format!("{parent}/0");
    let mut below = leaves.iter().filter_map(|leaf| {
        let deeper = leaf.pointer.strip_prefix(element.as_str())?;
        Some((leaf, deeper))
    });
    match below.next() {
        Some((leaf, "")) => return format!("[{}]", leaf.json),
        Some((_, deeper)) if deeper.starts_with('/') => {
            return format!("[{}]", object(leaves, &element));
        }
        _ => {}
    }
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

/// Renders a JSON string.
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
