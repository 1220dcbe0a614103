//! What became of reading an answer.

use crate::delay::RetryAfter;
use crate::kind::ErrorKind;
use crate::provider_error::ProviderError;
use crate::retry::RetryHint;
use crate::scope::Scope;
use crate::secret;
use crate::table::{Provider, Row, Section};
use crate::template;
use crate::word::words;
use core::fmt;
use core::time::Duration;
use http::StatusCode;
use serde_core::ser::{Serialize, SerializeStruct, Serializer};
use std::borrow::Cow;

words! {
    /// Which rule decided what an answer means, the most specific first.
    pub enum MatchedBy("a rule") {
        /// The code is that of a row.
        Code = "code",
        /// The `type` is the code or the type of a row.
        Type = "type",
        /// The message fits a row's template.
        Message = "message",
        /// The status is that of a row.
        Status = "status",
        /// No row fits: the general meaning of the HTTP status.
        Fallback = "fallback",
    }
}

/// An HTTP answer, read: what happened, whether to try again and when, and where else to send the request.
///
/// It borrows from the answer; [`into_owned`](Self::into_owned) frees it. Nothing that the provider sent is lost: a code,
/// type or message that no table knows is kept as text, and the body as it came.
///
/// Providers echo keys, so whatever prints an error shows it without credentials: `Display`, `Debug`, `Serialize`,
/// [`message`](Self::message) and [`render`](Self::render). Of `sk-proj-4f…` stays `sk-***`. What was sent is there for who
/// asks for it: [`raw_message`](Self::raw_message), [`params`](Self::params) and [`body`](Self::body).
#[derive(Clone)]
pub struct ApiError<'a> {
    pub(crate) provider: Option<&'static Provider>,
    pub(crate) matched: Option<Match>,
    pub(crate) matched_by: MatchedBy,
    pub(crate) kind: ErrorKind,
    pub(crate) retry: RetryHint,
    pub(crate) scope: Scope,
    pub(crate) status: Option<StatusCode>,
    pub(crate) code: Option<Cow<'a, str>>,
    pub(crate) error_type: Option<Cow<'a, str>>,
    pub(crate) message: Option<Cow<'a, str>>,
    pub(crate) request_id: Option<Cow<'a, str>>,
    pub(crate) retry_after: Option<RetryAfter>,
    pub(crate) should_retry: Option<bool>,
    pub(crate) body: Cow<'a, [u8]>,
}

/// A row that fits an answer.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    section: &'static Section,
    at: usize,
    row: &'static Row,
}

impl Match {
    pub(crate) const fn new(section: &'static Section, at: usize, row: &'static Row) -> Self {
        Match { section, at, row }
    }

    /// The table that the row stands in.
    #[must_use]
    pub const fn section(&self) -> &'static Section {
        self.section
    }

    /// The row.
    #[must_use]
    pub const fn row(&self) -> &'static Row {
        self.row
    }
}

impl PartialEq for Match {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.row, other.row)
    }
}

impl Eq for Match {}

impl ApiError<'_> {
    /// What happened.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What to do with the same request at the same place.
    #[must_use]
    pub fn retry(&self) -> RetryHint {
        self.retry
    }

    /// How far the failure reaches.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Whether the same request may succeed later with nobody changing anything.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.retry.is_retryable()
    }

    /// How long to wait before the next try, if the answer says so. There is no cap on it: that is the caller's policy.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after.map(|retry_after| retry_after.delay)
    }

    /// The same in whole milliseconds.
    pub(crate) fn retry_after_ms(&self) -> Option<u64> {
        let delay = self.retry_after()?;
        Some(u64::try_from(delay.as_millis()).unwrap_or(u64::MAX))
    }

    /// How long to wait, and where that was read.
    #[must_use]
    pub fn retry_after_with_source(&self) -> Option<RetryAfter> {
        self.retry_after
    }

    /// The provider's own opinion, from the header `x-should-retry`. It is reported and changes nothing.
    #[must_use]
    pub fn should_retry(&self) -> Option<bool> {
        self.should_retry
    }

    /// The provider that the answer was read for, or whose row fits if it was read for none.
    #[must_use]
    pub fn provider(&self) -> Option<&'static Provider> {
        self.provider
    }

    /// The row that fits, with its table. A table of a base provider is possible.
    #[must_use]
    pub fn matched(&self) -> Option<Match> {
        self.matched
    }

    /// Which rule decided.
    #[must_use]
    pub fn matched_by(&self) -> MatchedBy {
        self.matched_by
    }

    /// The rows of other sections that have the same code. The status chose between them, or else their order.
    pub fn candidates(&self) -> impl Iterator<Item = Match> + use<> {
        let matched = self.matched.filter(|_| self.matched_by == MatchedBy::Code);
        let code = matched.and_then(|matched| matched.row.code());
        let sections = matched.map_or(&[][..], |matched| matched.section.provider().sections());
        let others = sections.iter().flat_map(move |section| {
            let rows = code.map(|code| section.rows_named(code));
            rows.into_iter()
                .flatten()
                .map(|(at, row)| Match::new(section, at, row))
        });
        others.filter(move |candidate| Some(*candidate) != matched)
    }

    /// The row as a variant of a provider's enum, if it is one.
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, StatusCode};
    /// use error_codes::providers::ppio::{self, LlmErrorCode};
    ///
    /// let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
    /// let headers = HeaderMap::new();
    /// let error = ppio::PROVIDER.read(StatusCode::FORBIDDEN, &headers, body);
    /// assert_eq!(error.variant(), Some(LlmErrorCode::NotEnoughBalance));
    /// ```
    #[must_use]
    pub fn variant<E: ProviderError>(&self) -> Option<E> {
        let matched = self.matched?;
        if !core::ptr::eq(matched.section, E::SECTION) {
            return None;
        }
        E::ALL.get(matched.at).copied()
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// Whether the HTTP status contradicts the one of the row.
    #[must_use]
    pub fn status_differs(&self) -> bool {
        let pattern = self
            .matched
            .and_then(|matched| matched.row.status_pattern());
        match (pattern, self.status) {
            (Some(pattern), Some(status)) => !pattern.matches(status),
            _ => false,
        }
    }

    /// The code as it was sent, known or not, wherever the provider put it.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The value of OpenTelemetry's attribute `error.type`: the code of the row that fits, of which there are only so many,
    /// or else [the kind's](ErrorKind::otel_error_type).
    #[must_use]
    pub fn otel_error_type(&self) -> &'static str {
        let code = self.matched.and_then(|matched| matched.row.code());
        code.unwrap_or(self.kind.otel_error_type())
    }

    /// The type as it was sent.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.error_type.as_deref()
    }

    /// The message, with credentials masked; a copy only where there are any.
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, StatusCode};
    ///
    /// let body = r#"{"error":{"message":"Incorrect API key provided: sk-Qv3x8a7b6c5d."}}"#;
    /// let headers = HeaderMap::new();
    /// let error = error_codes::read(StatusCode::UNAUTHORIZED, &headers, body);
    /// assert_eq!(error.message().as_deref(), Some("Incorrect API key provided: sk-***."));
    /// assert_eq!(error.raw_message(), Some("Incorrect API key provided: sk-Qv3x8a7b6c5d."));
    /// ```
    #[must_use]
    pub fn message(&self) -> Option<Cow<'_, str>> {
        Some(secret::mask_message(self.raw_message()?, self.template()))
    }

    /// The message as it was sent. It may hold credentials.
    #[must_use]
    pub fn raw_message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The code without credentials, for whoever prints it.
    pub(crate) fn shown_code(&self) -> Option<Cow<'_, str>> {
        self.code().map(secret::mask)
    }

    /// The type without credentials.
    pub(crate) fn shown_type(&self) -> Option<Cow<'_, str>> {
        self.error_type().map(secret::mask)
    }

    fn template(&self) -> Option<&'static str> {
        self.matched?.row.message()
    }

    /// The id under which the provider knows the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// What stands in the holes of the row's message, by their names, as it was sent. It may hold credentials: a hole named
    /// `key`, `token` or `secret` does, and is masked wherever the error is printed.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, &str)> {
        match (self.template(), self.raw_message()) {
            (Some(template), Some(message)) => template::holes(template, message),
            _ => Vec::new(),
        }
    }

    /// The body as it came. It may hold credentials.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The same, borrowing from nothing.
    #[must_use]
    pub fn into_owned(self) -> ApiError<'static> {
        fn owned(text: Option<Cow<'_, str>>) -> Option<Cow<'static, str>> {
            text.map(|text| Cow::Owned(text.into_owned()))
        }
        ApiError {
            code: owned(self.code),
            error_type: owned(self.error_type),
            message: owned(self.message),
            request_id: owned(self.request_id),
            body: Cow::Owned(self.body.into_owned()),
            provider: self.provider,
            matched: self.matched,
            matched_by: self.matched_by,
            kind: self.kind,
            retry: self.retry,
            scope: self.scope,
            status: self.status,
            retry_after: self.retry_after,
            should_retry: self.should_retry,
        }
    }
}

/// Provider, kind, code, status and message in one line, without credentials: `PPIO: quota_exhausted (NOT_ENOUGH_BALANCE,
/// 403): not enough balance`.
impl fmt::Display for ApiError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(provider) = self.provider {
            write!(f, "{}: ", provider.name())?;
        }
        write!(f, "{}", self.kind)?;
        match (self.shown_code(), self.status) {
            (Some(code), Some(status)) => write!(f, " ({code}, {})", status.as_u16())?,
            (Some(code), None) => write!(f, " ({code})")?,
            (None, Some(status)) => write!(f, " ({})", status.as_u16())?,
            (None, None) => {}
        }
        let summary = self.matched.and_then(|matched| matched.row.summary());
        match self.message().or(summary.map(Cow::Borrowed)) {
            Some(text) => write!(f, ": {text}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ApiError<'_> {}

/// Every field, without credentials; of the body its length, because nobody can tell what stands in it.
impl fmt::Debug for ApiError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("provider", &self.provider.map(Provider::id))
            .field("matched", &self.matched)
            .field("matched_by", &self.matched_by)
            .field("kind", &self.kind)
            .field("retry", &self.retry)
            .field("scope", &self.scope)
            .field("status", &self.status)
            .field("code", &self.shown_code())
            .field("error_type", &self.shown_type())
            .field("message", &self.message())
            .field("request_id", &self.request_id)
            .field("retry_after", &self.retry_after)
            .field("should_retry", &self.should_retry)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// One flat object without credentials; words are in snake case, and what is not there is `null`.
impl Serialize for ApiError<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ApiError", 16)?;
        fields.serialize_field("provider", &self.provider.map(Provider::id))?;
        fields.serialize_field("table", &self.matched.map(|matched| matched.section.name()))?;
        fields.serialize_field(
            "variant",
            &self.matched.map(|matched| matched.row.variant()),
        )?;
        fields.serialize_field("code", &self.shown_code())?;
        fields.serialize_field("type", &self.shown_type())?;
        fields.serialize_field("status", &self.status.map(|status| status.as_u16()))?;
        fields.serialize_field("kind", &self.kind)?;
        fields.serialize_field("retry", &self.retry)?;
        fields.serialize_field("retry_after_ms", &self.retry_after_ms())?;
        let source = self.retry_after.map(|retry_after| retry_after.source);
        fields.serialize_field("retry_after_source", &source)?;
        fields.serialize_field("scope", &self.scope)?;
        fields.serialize_field("matched_by", &self.matched_by)?;
        fields.serialize_field("status_differs", &self.status_differs())?;
        let message = self.message();
        fields.serialize_field("message", &message)?;
        fields.serialize_field("request_id", &self.request_id())?;
        let params = match (self.template(), message.as_deref()) {
            (Some(template), Some(message)) => template::holes(template, message),
            _ => Vec::new(),
        };
        fields.serialize_field("params", &Params(&params))?;
        fields.end()
    }
}

struct Params<'a>(&'a [(&'static str, &'a str)]);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}
