//! The error that a response reports.

use super::origin::Origin;
use super::texts::{Sent, Texts};
use crate::classify::{MatchedBy, Meaning};
use crate::message;
use crate::redact::{self, OneLine};
use crate::response::{DelaySource, RetryAfter};
use crate::table::{Entry, Provider, ProviderError, placeholders_in_name};
use crate::vocabulary::{ErrorKind, RetryHint, Scope};
use core::time::Duration;
use http::StatusCode;
use std::borrow::Cow;

/// The error that an HTTP response reports: what happened, whether to retry and when, and where else to send the request.
///
/// It borrows from the response; [`into_owned`](Self::into_owned) gives an `ApiError<'static>`, and
/// [`Error`](crate::Error), which it converts into, is what functions return. Nothing that the provider sent is lost: a
/// code, type or message that no table knows is kept as text, and the body as it came.
///
/// Providers echo keys, so everything that prints an error masks credentials: `Display`, `Debug`, `Serialize`,
/// [`message`](Self::message) and [`render`](Self::render) show `sk-***` instead of `sk-proj-4f…`. The original text is
/// available from [`raw_message`](Self::raw_message), [`params`](Self::params), [`code`](Self::code),
/// [`request_id`](Self::request_id) and [`body`](Self::body). A key that has no known form and no name before it cannot be told
/// from a request id, and is shown.
#[derive(Clone)]
pub struct ApiError<'a> {
    texts: Texts<'a>,
    origin: Origin,
    /// In microseconds, if it was stated somewhere.
    delay: u64,
    delay_source: Option<DelaySource>,
    retry_advice: Option<bool>,
    status: Option<StatusCode>,
    meaning: Meaning,
    matched_by: MatchedBy,
}

/// What an [`ApiError`] is made from.
pub(crate) struct Parts<'a> {
    pub(crate) origin: Origin,
    pub(crate) matched_by: MatchedBy,
    pub(crate) meaning: Meaning,
    pub(crate) status: Option<StatusCode>,
    pub(crate) retry_after: Option<RetryAfter>,
    pub(crate) retry_advice: Option<bool>,
    pub(crate) sent: Sent<'a>,
}

impl<'a> From<Parts<'a>> for ApiError<'a> {
    fn from(parts: Parts<'a>) -> Self {
        // A part of a microsecond is waited for.
        let delay = |stated: RetryAfter| stated.delay.as_nanos().div_ceil(1_000).try_into();
        ApiError {
            texts: parts.sent.into(),
            origin: parts.origin,
            delay: parts
                .retry_after
                .map_or(0, |stated| delay(stated).unwrap_or(u64::MAX)),
            delay_source: parts.retry_after.map(|stated| stated.source),
            retry_advice: parts.retry_advice,
            status: parts.status,
            meaning: parts.meaning,
            matched_by: parts.matched_by,
        }
    }
}

/// What the error means.
impl ApiError<'_> {
    /// Returns what happened.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.meaning.kind
    }

    /// Returns what to do with the same request at the same place.
    #[must_use]
    pub fn retry(&self) -> RetryHint {
        self.meaning.retry
    }

    /// Returns how far the failure reaches.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.meaning.scope
    }

    /// Returns whether the same request may succeed later without anybody changing anything.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.retry().is_retryable()
    }

    /// Returns how long to wait before a retry, if the response states it. It is not capped: a cap is the caller's policy.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        Some(self.retry_after_with_source()?.delay)
    }

    /// Returns how long to wait before a retry, and where that was stated.
    #[must_use]
    pub fn retry_after_with_source(&self) -> Option<RetryAfter> {
        Some(RetryAfter {
            delay: Duration::from_micros(self.delay),
            source: self.delay_source?,
        })
    }

    /// Returns the delay in whole milliseconds.
    pub(crate) fn retry_after_ms(&self) -> Option<u64> {
        let delay = self.retry_after()?;
        Some(u64::try_from(delay.as_millis()).unwrap_or(u64::MAX))
    }

    /// Returns the provider's advice in the header `x-should-retry`. It has no influence on [`retry`](Self::retry).
    #[must_use]
    pub fn retry_advice(&self) -> Option<bool> {
        self.retry_advice
    }
}

/// What decided.
impl ApiError<'_> {
    /// Returns the provider that the response was read for, or `None` if it was read for none: a provider is not guessed.
    /// Where a row came from is in [`matched`](Self::matched).
    #[must_use]
    pub fn provider(&self) -> Option<&Provider> {
        self.origin.given()
    }

    /// Returns the row that matched, with its table and provider, which can be a base of the one that was given.
    #[must_use]
    pub fn matched(&self) -> Option<Entry<'_>> {
        self.origin.entry()
    }

    /// Returns what decided. Without a row in [`matched`](Self::matched) it is still known: what upstreams are known to say, as a
    /// code, a sentence or a phrase, belongs to no provider's table.
    #[must_use]
    pub fn matched_by(&self) -> MatchedBy {
        self.matched_by
    }

    /// Returns the other rows of the same provider that have the same code, if that decided and no table was given. The status
    /// chose between them, or else their order.
    pub fn candidates(&self) -> impl Iterator<Item = Entry<'_>> {
        let matched = self.matched();
        let is_open = self.matched_by == MatchedBy::Code && !self.origin.is_table_given();
        let by_code = matched.filter(|_| is_open);
        let code = by_code.and_then(|matched| Some((matched.provider(), matched.row().code()?)));
        let entries = code.map(|(provider, code)| provider.entries_with_code(code));
        let entries = entries.into_iter().flatten();
        entries.filter(move |candidate| Some(*candidate) != matched)
    }

    /// Returns the error as a variant of a provider's enum, or `None` if no row of its table matches.
    ///
    /// A code can stand in several tables of a provider; each of them has a variant for it.
    ///
    /// ```
    /// use error_codes::StatusCode;
    /// use error_codes::providers::ppio::{self, LlmErrorCode, MediaErrorCode};
    ///
    /// let headers = error_codes::HeaderMap::new();
    /// let body = r#"{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"Too many requests"}"#;
    /// let error = ppio::PROVIDER.read(StatusCode::TOO_MANY_REQUESTS, &headers, body);
    /// assert_eq!(error.variant(), Some(LlmErrorCode::RateLimitExceeded));
    /// assert_eq!(error.variant(), Some(MediaErrorCode::RateLimitExceeded));
    /// ```
    #[must_use]
    pub fn variant<E: ProviderError>(&self) -> Option<E> {
        let matched = self.matched()?;
        E::from_entry(matched).or_else(|| {
            let own = |entry| Some((self.status_fits(entry), E::from_entry(entry)?));
            let mut best: Option<(bool, E)> = None;
            for (fits, variant) in self.candidates().filter_map(own) {
                if best.is_none_or(|(best, _)| fits && !best) {
                    best = Some((fits, variant));
                }
            }
            best.map(|(_, variant)| variant)
        })
    }

    /// Returns whether the error is this one: whether [`variant`](Self::variant) returns it.
    #[must_use]
    pub fn is<E: ProviderError>(&self, code: E) -> bool {
        self.variant::<E>()
            .is_some_and(|variant| variant.position() == code.position())
    }

    fn status_fits(&self, entry: Entry<'_>) -> bool {
        match (entry.row().status_pattern(), self.status()) {
            (Some(pattern), Some(status)) => pattern.matches(status),
            _ => true,
        }
    }

    /// Returns whether the HTTP status code contradicts the row that matched.
    #[must_use]
    pub fn status_differs(&self) -> bool {
        self.matched().is_some_and(|entry| !self.status_fits(entry))
    }
}

/// What was sent.
impl ApiError<'_> {
    /// Returns the HTTP status code.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// Returns the code as it was sent, known or not, wherever the provider put it.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.texts.code()
    }

    /// Returns the type as it was sent.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.texts.error_type()
    }

    /// Returns the value of OpenTelemetry's `error.type` attribute: the code of the row that matched, which has a low
    /// cardinality, or else [that of the kind](ErrorKind::otel_error_type).
    #[must_use]
    pub fn otel_error_type(&self) -> &str {
        let code = self.matched().and_then(|matched| matched.row().code());
        code.unwrap_or(self.kind().otel_error_type())
    }

    /// Returns the message with credentials masked; a copy only if there are any.
    ///
    /// ```
    /// use error_codes::StatusCode;
    ///
    /// let body = r#"{"error":{"message":"Incorrect API key provided: sk-Qv3x8a7b6c5d."}}"#;
    /// let headers = error_codes::HeaderMap::new();
    /// let error = error_codes::read(StatusCode::UNAUTHORIZED, &headers, body);
    /// assert_eq!(error.message().as_deref(), Some("Incorrect API key provided: sk-***."));
    /// assert_eq!(error.raw_message(), Some("Incorrect API key provided: sk-Qv3x8a7b6c5d."));
    /// ```
    #[must_use]
    pub fn message(&self) -> Option<Cow<'_, str>> {
        Some(redact::mask_message(
            self.raw_message()?,
            self.template_with_credential(),
        ))
    }

    /// Displays the message with credentials masked, on one line.
    pub(super) fn message_line(&self) -> Option<OneLine<'_>> {
        Some(redact::line_of_message(
            self.raw_message()?,
            self.template_with_credential(),
        ))
    }

    /// Returns the message as it was sent. It may contain credentials.
    #[must_use]
    pub fn raw_message(&self) -> Option<&str> {
        self.texts.message()
    }

    /// Returns the id under which the provider knows the request, as it was sent. Wherever the error is printed, credentials
    /// in it are masked.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.texts.request_id()
    }

    /// Returns the values of the placeholders in the row's message, code and type, by name, as they were sent. They may
    /// contain credentials: a placeholder named `key`, `token` or `secret` does, and is masked wherever the error is printed.
    #[must_use]
    pub fn params(&self) -> Vec<(&str, &str)> {
        self.params_in(self.raw_message(), self.code(), self.error_type())
    }

    /// Returns the value of one placeholder; see [`params`](Self::params).
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        let mut params = self.params().into_iter();
        params.find_map(|(own, value)| (own == name).then_some(value))
    }

    /// Returns the body as it was sent. It may contain credentials.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.texts.body()
    }

    /// Returns the code with credentials masked.
    pub(crate) fn masked_code(&self) -> Option<Cow<'_, str>> {
        self.code().map(redact::mask)
    }

    /// Returns the type with credentials masked.
    pub(crate) fn masked_type(&self) -> Option<Cow<'_, str>> {
        self.error_type().map(redact::mask)
    }

    /// Returns the id of the request with credentials masked.
    pub(crate) fn masked_request_id(&self) -> Option<Cow<'_, str>> {
        self.request_id().map(redact::mask)
    }

    /// Returns the values of the placeholders in a form of the message, of the code and of the type. A name that stands in
    /// several has the value of the first.
    pub(super) fn params_in<'m>(
        &'m self,
        message: Option<&'m str>,
        code: Option<&'m str>,
        error_type: Option<&'m str>,
    ) -> Vec<(&'m str, &'m str)> {
        let Some(matched) = self.matched() else {
            return Vec::new();
        };
        let row = matched.row();
        let mut params = match (self.template(), message) {
            (Some(template), Some(message)) => message::placeholders(template, message),
            _ => Vec::new(),
        };
        let of_code = code.map(|code| placeholders_in_name(row.codes(), code));
        let of_type = error_type.map(|name| placeholders_in_name(row.types(), name));
        for (name, value) in of_code.into_iter().chain(of_type).flatten() {
            if params.iter().all(|(other, _)| *other != name) {
                params.push((name, value));
            }
        }
        params
    }

    /// Returns the template of the row that the message matches, if one of the row's has a credential in it.
    fn template_with_credential(&self) -> Option<&str> {
        let mut templates = self.matched()?.row().messages();
        templates
            .any(redact::has_credential)
            .then(|| self.template())?
    }

    /// Returns the template of the row that the message matches.
    fn template(&self) -> Option<&str> {
        let mut templates = self.matched()?.row().messages();
        let message = message::Message::new(self.raw_message()?);
        let best = message.best_of(templates.clone());
        best.map(|(template, _)| template).or(templates.next())
    }
}

impl ApiError<'_> {
    /// Returns the same error without borrowing from the response.
    #[must_use]
    pub fn into_owned(self) -> ApiError<'static> {
        self.owning(None)
    }

    /// Returns the same error with the body that it was read from.
    pub(crate) fn with_body(self, body: Vec<u8>) -> ApiError<'static> {
        self.owning(Some(body))
    }

    fn owning(self, body: Option<Vec<u8>>) -> ApiError<'static> {
        ApiError {
            texts: self.texts.into_owned(body),
            ..self
        }
    }
}

impl<'a> AsRef<ApiError<'a>> for ApiError<'a> {
    fn as_ref(&self) -> &ApiError<'a> {
        self
    }
}

// A larger one is slower to return, and to keep for many requests.
const _: () = assert!(size_of::<ApiError<'_>>() <= 120);
