//! From an error back to an HTTP answer: a row as its provider reports it, and what was read, in any shape.

use crate::answer::ApiError;
use crate::body::{BodyShape, Field};
use crate::dialect::Dialect;
use crate::kind::ErrorKind;
use crate::retry::RetryHint;
use crate::table::{Provider, Row, Section, StatusPattern};
use crate::template;
use core::fmt::Write as _;
use core::iter;
use http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use http::{Response, StatusCode};
use std::borrow::Cow;

impl Section {
    /// The answer by which the provider reports a row: the row's status, or the usual one of its kind, or another that no
    /// other row claims; the provider's shape, or OpenAI's; the message with its holes filled from `params`, or the summary.
    /// A hole without a value keeps its name.
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
    pub fn render(&'static self, row: &Row, params: &[(&str, &str)]) -> Response<String> {
        let message = match (row.message(), row.summary()) {
            (Some(message), _) => template::fill(message, params),
            (None, Some(summary)) => summary.to_owned(),
            (None, None) => String::new(),
        };
        let answer = |status| {
            let content = Content {
                status,
                code: row.code(),
                code_is_number: row.code_is_number(),
                error_type: row.error_type(),
                message: &message,
                request_id: None,
            };
            content.answer(own_shape(self.provider()))
        };
        let statuses = iter::once(status(row)).chain(other_statuses(row));
        let mut answers = statuses.map(&answer);
        answers
            .find(|answer| self.reads_back(answer, row))
            .unwrap_or_else(|| answer(status(row)))
    }

    fn reads_back(&'static self, answer: &Response<String>, row: &Row) -> bool {
        let error = self.read(answer.status(), answer.headers(), answer.body());
        let matched = error.matched();
        matched.is_some_and(|matched| core::ptr::eq(matched.row(), row))
    }
}

impl ApiError<'_> {
    /// The error as its provider reports it, for a server that hands it on: code, type and message as they were sent but
    /// without credentials, in the provider's shape, or OpenAI's if it keeps to none.
    ///
    /// The status is the one that came, or the row's if that was no error. The headers say what is known about another
    /// try: `retry-after` in whole seconds, with `retry-after-ms` beside it where that is less exact, and `x-should-retry`,
    /// which OpenAI's and Anthropic's clients obey. The request's id goes on in `x-request-id`.
    #[must_use]
    pub fn render(&self) -> Response<String> {
        let row = self.matched().map(|matched| *matched.row());
        let sent = self.status().filter(|status| is_error(*status));
        let (code, error_type) = (self.shown_code(), self.shown_type());
        let content = Content {
            status: sent.unwrap_or_else(|| row.as_ref().map_or(self.kind().status(), status)),
            code: code.as_deref(),
            code_is_number: row.is_some_and(|row| row.code_is_number()),
            error_type: error_type.as_deref(),
            message: &self.sentence(),
            request_id: self.request_id(),
        };
        let shape = self.provider().map_or(BodyShape::OPENAI, own_shape);
        self.with_advice(content.answer(shape))
    }

    /// The error in another shape, for a server whose clients expect that one.
    ///
    /// `type` and status speak the shape's own language, so that its clients do the right thing: an empty account is a
    /// `402` and no `429`, and a timeout in OpenAI's shape a `504` and no `408`, whatever its provider sent. Code and message remain the provider's, where the shape leaves them
    /// free. The headers are those of [`render`](Self::render).
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, StatusCode};
    /// use error_codes::{BodyShape, providers::ppio};
    ///
    /// let headers = HeaderMap::new();
    /// let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
    /// let error = ppio::PROVIDER.read(StatusCode::FORBIDDEN, &headers, body);
    ///
    /// let answer = error.render_in(BodyShape::OPENAI);
    /// assert_eq!(answer.status(), StatusCode::PAYMENT_REQUIRED);
    /// assert_eq!(answer.headers()["x-should-retry"], "false");
    /// assert_eq!(
    ///     answer.body(),
    ///     r#"{"error":{"message":"not enough balance","type":"insufficient_quota","code":"NOT_ENOUGH_BALANCE"}}"#
    /// );
    ///
    /// let answer = error.render_in(BodyShape::ANTHROPIC);
    /// assert_eq!(
    ///     answer.body(),
    ///     r#"{"type":"error","error":{"type":"billing_error","message":"not enough balance","code":"NOT_ENOUGH_BALANCE"}}"#
    /// );
    /// ```
    #[must_use]
    pub fn render_in(&self, shape: BodyShape) -> Response<String> {
        let dialect = shape.dialect();
        let code = self.shown_code();
        let content = Content {
            status: self.status_in(dialect),
            code: dialect.code(self.kind(), code.as_deref()),
            code_is_number: false,
            error_type: Some(dialect.error_type(self.kind())),
            message: &self.sentence(),
            request_id: self.request_id(),
        };
        self.with_advice(content.answer(shape))
    }

    /// The status that came, or the row's, if it says what the kind says and the shape's clients understand it so, and else
    /// the kind's.
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

    /// What a person reads: the provider's message, or else ours.
    fn sentence(&self) -> Cow<'_, str> {
        let summary = || self.matched().and_then(|matched| matched.row().summary());
        self.message()
            .or_else(|| summary().map(Cow::Borrowed))
            .unwrap_or_else(|| Cow::Owned(self.to_string()))
    }

    /// With the headers about another try, and the request's id.
    fn with_advice(&self, mut answer: Response<String>) -> Response<String> {
        let headers = answer.headers_mut();
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
        if let Some(Ok(id)) = self.request_id().map(HeaderValue::from_str) {
            headers.insert(X_REQUEST_ID, id);
        }
        answer
    }
}

const RETRY_AFTER_MS: &str = "retry-after-ms";
const X_SHOULD_RETRY: &str = "x-should-retry";
const X_REQUEST_ID: &str = "x-request-id";

fn own_shape(provider: &Provider) -> BodyShape {
    provider.body().copied().unwrap_or(BodyShape::OPENAI)
}

/// Whether a status is that of an error, one that is not in the registry of statuses among them. A redirect is none: what
/// becomes of it is the client's own matter.
pub(crate) fn is_error(status: StatusCode) -> bool {
    status.as_u16() >= 400
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

/// What else a row without an exact status may come with, first what means the same.
fn other_statuses(row: &Row) -> impl Iterator<Item = StatusCode> + use<> {
    let kind = row.kind();
    let statuses = match row.status_pattern() {
        Some(StatusPattern::Exact(_)) => 0..0,
        Some(StatusPattern::Class(class)) => u16::from(class) * 100..u16::from(class) * 100 + 100,
        None => 400..600,
    };
    let statuses = statuses.filter_map(|status| StatusCode::from_u16(status).ok());
    let means_the_same = move |status: &StatusCode| ErrorKind::from_status(*status) == kind;
    let others = statuses
        .clone()
        .filter(move |status| !means_the_same(status));
    statuses.filter(means_the_same).chain(others)
}

/// What an answer is to say.
struct Content<'a> {
    status: StatusCode,
    code: Option<&'a str>,
    code_is_number: bool,
    error_type: Option<&'a str>,
    message: &'a str,
    request_id: Option<&'a str>,
}

impl Content<'_> {
    fn answer(&self, shape: BodyShape) -> Response<String> {
        let mut answer = Response::new(object(&self.leaves(shape), ""));
        *answer.status_mut() = self.status;
        let json = HeaderValue::from_static("application/json");
        answer.headers_mut().insert(CONTENT_TYPE, json);
        answer
    }

    /// What stands where, each field in the first of its places.
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
                Field::Nested | Field::RetryInfo => None,
            };
            leaves.extend(json.map(|json| Leaf {
                pointer: place.pointer(),
                json,
            }));
        }
        leaves
    }

    /// A number stays one, if it can be written as JSON writes numbers.
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

/// A place of the body and the JSON that stands there.
struct Leaf {
    pointer: &'static str,
    json: String,
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
