//! Reads responses: with which tables, and according to which clock.

mod event;
mod kept;
mod lines;
mod outline;
mod sse;
mod stream_error;

pub use sse::EventReader;
pub use stream_error::StreamError;

use crate::classify::{Found, Selection, Signs, by_window, classify, kind_of_telling};
use crate::error::{ApiError, Error, Origin, Parts, Sent};
use crate::message::Message;
use crate::providers;
use crate::response::{
    self, BodyShape, Clock, DelaySource, Fields, Headers, RetryAfter, delay, delay_in_message,
    in_prose, is_request_id, status,
};
use crate::table::{Provider, ProviderError, ProviderRef, ProviderSet, Source};
use crate::vocabulary::{ErrorKind, RetryHint};
use core::fmt;
use http::{HeaderMap, Response, StatusCode};
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime};

/// Reads responses with chosen tables.
///
/// Reading never fails and never panics: an empty body, an HTML page or truncated JSON is classified by what is there, at
/// least by its status. A reader is cheap to clone, and converts from whatever says which tables it uses, so that functions
/// can take `impl Into<Reader>`.
///
/// ```
/// use error_codes::providers::{modelverse, ppio};
/// use error_codes::{ErrorKind, Reader, StatusCode};
///
/// let headers = error_codes::HeaderMap::new();
/// let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
///
/// for reader in [
///     Reader::new(),                                             // any built-in provider
///     Reader::provider(&ppio::PROVIDER),                         // one provider
///     Reader::table::<ppio::LlmErrorCode>(),                     // one table of it
///     Reader::providers([&ppio::PROVIDER, &modelverse::PROVIDER]), // one of these
/// ] {
///     let error = reader.read(StatusCode::FORBIDDEN, &headers, body);
///     assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
/// }
/// ```
#[derive(Clone)]
pub struct Reader {
    tables: Tables,
    clock: Clock,
}

#[derive(Clone)]
enum Tables {
    Provider(ProviderRef),
    Table(ProviderRef, usize),
    Set(Arc<ProviderSet>),
    /// A constant can hold a function, but nothing that is filled on first use.
    BuiltIn(fn() -> &'static ProviderSet),
}

/// Creates readers.
impl Reader {
    /// Creates a reader for responses of an unknown provider: with every built-in table and every known shape. A code that
    /// providers use for different errors decides nothing by itself, and a number does only where the type or the message
    /// says whose it is.
    #[must_use]
    pub const fn new() -> Self {
        Reader {
            tables: Tables::BuiltIn(providers::built_in),
            clock: Clock::SYSTEM,
        }
    }

    /// Creates a reader for responses of one provider, which is built on its [base](Provider::base).
    #[must_use]
    pub fn provider(provider: impl Into<ProviderRef>) -> Self {
        Reader {
            tables: Tables::Provider(provider.into()),
            clock: Clock::SYSTEM,
        }
    }

    /// Creates a reader with one table alone, for a caller who knows which of the provider's APIs was called. The
    /// provider's base is not consulted.
    ///
    /// An enum whose implementation of [`ProviderError`] names a table that its provider does not have gives a reader with all
    /// tables of the provider.
    #[must_use]
    pub fn table<E: ProviderError>() -> Self {
        let reader = Reader::provider(E::provider());
        reader.only_table(E::TABLE).unwrap_or(reader)
    }

    /// Creates a reader for responses of one of several providers. The first reading fills an index over their tables, which
    /// clones of the reader share.
    #[must_use]
    pub fn providers(providers: impl IntoIterator<Item = impl Into<ProviderRef>>) -> Self {
        Reader::set(Arc::new(providers.into_iter().collect()))
    }

    pub(crate) fn set(set: Arc<ProviderSet>) -> Self {
        Reader {
            tables: Tables::Set(set),
            clock: Clock::SYSTEM,
        }
    }

    /// Restricts a reader of one provider to the table of this name. Returns `None` if there is no such table, or if the reader
    /// is not one of one provider.
    #[must_use]
    pub fn only_table(&self, name: &str) -> Option<Self> {
        let (Tables::Provider(provider) | Tables::Table(provider, _)) = &self.tables else {
            return None;
        };
        let mut tables = provider.tables();
        let at = tables.position(|table| table.name() == name)?;
        Some(Reader {
            tables: Tables::Table(provider.clone(), at),
            clock: self.clock,
        })
    }

    /// Sets the time that dates in responses are compared with. Default: the system's clock at the moment of reading.
    #[must_use]
    pub fn at(mut self, now: SystemTime) -> Self {
        self.clock = Clock::at(now);
        self
    }
}

/// Reads responses.
impl Reader {
    /// Reads a response that is an error. Pass `None` for an unknown status.
    #[must_use]
    pub fn read<'a>(
        &self,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> ApiError<'a> {
        let body = body.as_ref();
        self.classify(status.into(), headers, self.fields(body), body)
    }

    /// Reads a response that is an error, and keeps its body without copying it.
    #[must_use]
    pub fn read_owned(
        &self,
        status: impl Into<Option<StatusCode>>,
        headers: &HeaderMap,
        body: impl Into<Vec<u8>>,
    ) -> Error {
        let body = body.into();
        let fields = self.fields(&body);
        let error = self.classify(status.into(), headers, fields, &[]);
        let error = error.with_body(Vec::new());
        Error::from(error.with_body(body))
    }

    /// Reads a response whose body is complete and that is an error.
    #[must_use]
    pub fn read_response<'a, B: AsRef<[u8]>>(&self, response: &'a Response<B>) -> ApiError<'a> {
        self.read(response.status(), response.headers(), response.body())
    }

    /// Reads what another client has already parsed.
    ///
    /// ```
    /// use error_codes::{ErrorKind, ErrorParts, Reader, StatusCode};
    ///
    /// let parts = ErrorParts {
    ///     status: Some(StatusCode::TOO_MANY_REQUESTS),
    ///     code: Some("insufficient_quota"),
    ///     message: Some("You exceeded your current quota, please check your plan and billing details."),
    ///     ..ErrorParts::default()
    /// };
    /// assert_eq!(Reader::new().read_parts(parts).kind(), ErrorKind::QuotaExhausted);
    /// ```
    #[must_use]
    pub fn read_parts<'a>(&self, parts: ErrorParts<'a>) -> ApiError<'a> {
        let borrowed = |text: Option<&'a str>| text.map(Cow::Borrowed);
        let fields = Fields {
            codes: [borrowed(parts.code), None, None],
            error_type: borrowed(parts.error_type),
            request_id: borrowed(parts.request_id),
            ..Fields::of_message(borrowed(parts.message))
        };
        let headers = parts.headers.unwrap_or(&NO_HEADERS);
        self.classify(parts.status, headers, fields, &[])
    }

    /// Returns the error in a response that may be a success, or `None` if its status is one and its body reports no error.
    ///
    /// ```
    /// use error_codes::{Reader, StatusCode, providers::ppio};
    ///
    /// let reader = Reader::provider(&ppio::PROVIDER);
    /// let headers = error_codes::HeaderMap::new();
    /// assert!(reader.error_in(StatusCode::OK, &headers, r#"{"id":"1","choices":[]}"#).is_none());
    ///
    /// let body = r#"{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"Too many requests"}"#;
    /// assert!(reader.error_in(StatusCode::OK, &headers, body).is_some());
    /// ```
    #[must_use]
    pub fn error_in<'a>(
        &self,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> Option<ApiError<'a>> {
        let (status, body) = (status.into(), body.as_ref());
        let is_failure = status.is_some_and(status::is_error);
        if !is_failure && !response::may_report_error(body, self.shape()) {
            return None;
        }
        let fields = self.fields(body);
        let is_error = is_failure || fields.is_error();
        is_error.then(|| self.classify(status, headers, fields, body))
    }

    /// Returns the error in the data of a stream's event, which is what follows `data:`, or `None` if the event is not an
    /// error.
    ///
    /// ```
    /// use error_codes::Reader;
    ///
    /// let reader = Reader::new();
    /// assert!(reader.error_in_event(r#"{"choices":[{"delta":{"content":"error"}}]}"#).is_none());
    /// assert!(reader.error_in_event(r#"{"error":{"code":"rate_limit_exceeded"}}"#).is_some());
    /// ```
    #[must_use]
    pub fn error_in_event<'a>(
        &self,
        data: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> Option<ApiError<'a>> {
        self.error_in(None, &NO_HEADERS, data)
    }

    fn fields<'a>(&self, body: &'a [u8]) -> Fields<'a> {
        response::read(body, self.shape())
    }

    fn classify<'a>(
        &self,
        status: Option<StatusCode>,
        headers: &'a HeaderMap,
        mut fields: Fields<'a>,
        body: &'a [u8],
    ) -> ApiError<'a> {
        let headers = Headers::new(headers);
        // Large, and made where it stays.
        let text = Message::new(fields.message.as_deref().unwrap_or_default());
        let has_text = fields.message.is_some();
        let signs = Signs::new(status, Some(&headers), &fields, has_text.then_some(&text));
        let (found, verdict) = classify(self.selection(), &signs);
        let id = RequestId::of(&headers, &fields, &signs);
        let request_id = id.take(&mut fields);
        // What wraps the response of an upstream passes its delay on; what a known code repeats is a caller's.
        let may_wrap = found.as_ref().is_none_or(|found| found.row.is_tentative());
        let nested = may_wrap.then(|| nested_delay(&fields, 3)).flatten();
        let in_body = fields.delay.as_ref().or(nested.as_ref());
        let in_body = in_body.map(|(source, text)| (*source, text.as_ref()));
        let message = fields.message.as_deref();
        let stated = delay(&headers, in_body, self.clock);
        let prose = || message.and_then(in_prose);
        let reset = || stated.map(|stated| stated.delay).or_else(prose);
        let verdict = by_window(verdict, reset);
        // Prose is not consulted about what no waiting can mend.
        let message = message.filter(|_| verdict.meaning.retry != RetryHint::Never);
        // Google proposes a retry in seconds for a quota of a day, too.
        let is_used_up = verdict.meaning.kind == ErrorKind::QuotaExhausted
            && verdict.meaning.retry == RetryHint::Never;
        let is_idle = |stated: &RetryAfter| {
            is_used_up && stated.source == DelaySource::RetryInfo && stated.delay <= HOUR
        };
        let retry_after = stated
            .filter(|stated| !is_idle(stated))
            .or_else(|| delay_in_message(message?));
        let code = code_as_sent(found.as_ref(), &headers, &mut fields);
        let is_table_given = matches!(self.tables, Tables::Table(..));
        let found = found.map(|found| (found.source, found.at));
        ApiError::from(Parts {
            origin: Origin::new(self.given(), is_table_given, found),
            matched_by: verdict.by,
            meaning: verdict.meaning,
            status,
            retry_after,
            retry_advice: headers.retry_advice(),
            sent: Sent {
                code,
                error_type: fields.error_type,
                message: fields.message,
                request_id,
                body: Cow::Borrowed(body),
            },
        })
    }

    /// Returns the provider that the caller gave.
    fn given(&self) -> Option<&ProviderRef> {
        match &self.tables {
            Tables::Provider(provider) | Tables::Table(provider, _) => Some(provider),
            Tables::Set(_) | Tables::BuiltIn(_) => None,
        }
    }

    fn shape(&self) -> Option<BodyShape> {
        self.given()?.shape()
    }

    fn selection(&self) -> Selection<'_> {
        match &self.tables {
            Tables::Provider(provider) => Selection::Provider(Source::Held(provider)),
            Tables::Table(provider, table) => Selection::Table(Source::Held(provider), *table),
            Tables::Set(set) => Selection::Set(set),
            Tables::BuiltIn(set) => Selection::Set(set()),
        }
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

/// Which tables, and a clock if one was set.
impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut reader = f.debug_struct("Reader");
        match &self.tables {
            Tables::Provider(provider) => reader.field("provider", provider),
            Tables::Table(provider, table) => {
                let table = provider.tables().nth(*table);
                reader.field("provider", provider).field("table", &table)
            }
            Tables::Set(set) => reader.field("providers", &set.providers()),
            Tables::BuiltIn(_) => reader.field("tables", &"built in"),
        };
        reader.field("clock", &self.clock).finish()
    }
}

impl From<&'static Provider> for Reader {
    fn from(provider: &'static Provider) -> Self {
        Reader::provider(provider)
    }
}

impl From<ProviderRef> for Reader {
    fn from(provider: ProviderRef) -> Self {
        Reader::provider(provider)
    }
}

impl From<Arc<Provider>> for Reader {
    fn from(provider: Arc<Provider>) -> Self {
        Reader::provider(provider)
    }
}

/// `None` is an unknown provider.
impl From<Option<&'static Provider>> for Reader {
    fn from(provider: Option<&'static Provider>) -> Self {
        provider.map_or_else(Reader::new, Reader::provider)
    }
}

impl From<Provider> for Reader {
    fn from(provider: Provider) -> Self {
        Reader::provider(provider)
    }
}

impl From<&ProviderRef> for Reader {
    fn from(provider: &ProviderRef) -> Self {
        Reader::provider(provider)
    }
}

impl From<&Reader> for Reader {
    fn from(reader: &Reader) -> Self {
        reader.clone()
    }
}

/// What another client has already parsed of an error response; everything is optional.
#[derive(Clone, Copy, Debug, Default)]
pub struct ErrorParts<'a> {
    /// The HTTP status code.
    pub status: Option<StatusCode>,
    /// The headers, for the delay and the id of the request.
    pub headers: Option<&'a HeaderMap>,
    /// The code, a number as its digits.
    pub code: Option<&'a str>,
    /// The type.
    pub error_type: Option<&'a str>,
    /// The message.
    pub message: Option<&'a str>,
    /// The id under which the provider knows the request.
    pub request_id: Option<&'a str>,
}

impl Provider {
    /// Reads a response of this provider that is an error: short for [`Reader::read`].
    ///
    /// ```
    /// use error_codes::{ErrorKind, RetryHint, Scope, StatusCode, providers::modelverse};
    /// use std::time::Duration;
    ///
    /// let mut headers = error_codes::HeaderMap::new();
    /// headers.insert("retry-after", error_codes::HeaderValue::from_static("20"));
    /// let body = r#"{"error":{"message":"Rate limit exceeded, please try again later","code":"rate_limit"}}"#;
    ///
    /// let error = modelverse::PROVIDER.read(StatusCode::TOO_MANY_REQUESTS, &headers, body);
    /// assert_eq!(error.kind(), ErrorKind::RateLimited);
    /// assert_eq!(error.retry(), RetryHint::AfterReset);
    /// assert_eq!(error.retry_after(), Some(Duration::from_secs(20)));
    /// assert_eq!(error.scope(), Scope::Key);
    /// ```
    #[must_use]
    pub fn read<'a>(
        &'static self,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> ApiError<'a> {
        Reader::provider(self).read(status, headers, body)
    }
}

impl ProviderRef {
    /// Reads a response of this provider that is an error: short for [`Reader::read`].
    #[must_use]
    pub fn read<'a>(
        &self,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> ApiError<'a> {
        Reader::provider(self).read(status, headers, body)
    }
}

/// Reads a response of an unknown provider that is an error: short for [`Reader::read`].
///
/// ```
/// use error_codes::{ErrorKind, StatusCode};
///
/// let headers = error_codes::HeaderMap::new();
/// let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
/// let error = error_codes::read(StatusCode::FORBIDDEN, &headers, body);
/// assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
/// assert_eq!(error.matched().map(|entry| entry.provider().id()), Some("ppio"));
/// ```
#[must_use]
pub fn read<'a>(
    status: impl Into<Option<StatusCode>>,
    headers: &'a HeaderMap,
    body: &'a (impl AsRef<[u8]> + ?Sized),
) -> ApiError<'a> {
    Reader::new().read(status, headers, body)
}

const HOUR: Duration = Duration::from_secs(60 * 60);

static NO_HEADERS: LazyLock<HeaderMap> = LazyLock::new(HeaderMap::new);

/// Returns the delay that the response of an upstream states which is the whole message, unless a telling code is beside it:
/// then it is what the caller wrote.
fn nested_delay<'f>(fields: &'f Fields<'_>, nesting: usize) -> Option<(DelaySource, Cow<'f, str>)> {
    let mut codes = fields.codes.iter().flatten();
    if codes.any(|code| kind_of_telling(code).is_some()) {
        return None;
    }
    let message = fields
        .message
        .as_deref()
        .filter(|message| message.starts_with(['{', '[']));
    let inner = response::read_nested(message.filter(|_| nesting > 0)?)?;
    let delay = inner.delay.clone();
    let own = delay.map(|(source, text)| (source, Cow::Owned(text.into_owned())));
    own.or_else(|| {
        let (source, text) = nested_delay(&inner, nesting - 1)?;
        Some((source, Cow::Owned(text.into_owned())))
    })
}

/// Returns the code by which the row was found, or else the most telling one.
fn code_as_sent<'a>(
    found: Option<&Found<'_>>,
    headers: &Headers<'a>,
    fields: &mut Fields<'a>,
) -> Option<Cow<'a, str>> {
    match found {
        Some(found) if found.is_by_code_in_type() => fields.error_type.clone(),
        _ => {
            let at = found.and_then(|found| found.code).unwrap_or(0);
            let in_body = fields.codes.get_mut(at)?.take();
            in_body.or_else(|| headers.code().map(Cow::Borrowed))
        }
    }
}

/// Where the id of the request was found.
enum RequestId<'a> {
    Header(&'a str),
    Body,
    Message(core::ops::Range<usize>),
    None,
}

impl<'a> RequestId<'a> {
    /// Looks for it in the headers, the body, the message, and at last in those of a network in front of the provider.
    fn of(headers: &Headers<'a>, fields: &Fields<'_>, signs: &Signs<'_>) -> Self {
        let in_message = || signs.message()?.request_id().filter(|id| id.len() <= 200);
        if let Some(id) = headers.request_id() {
            RequestId::Header(id)
        } else if fields.request_id.as_deref().is_some_and(is_request_id) {
            RequestId::Body
        } else if let Some(range) = in_message() {
            RequestId::Message(range)
        } else {
            let edge = headers.edge_request_id();
            edge.map_or(RequestId::None, RequestId::Header)
        }
    }

    fn take(self, fields: &mut Fields<'a>) -> Option<Cow<'a, str>> {
        match self {
            RequestId::Header(id) => Some(Cow::Borrowed(id)),
            RequestId::Body => fields.request_id.take(),
            RequestId::Message(range) => match fields.message.as_ref()? {
                Cow::Borrowed(message) => message.get(range).map(Cow::Borrowed),
                Cow::Owned(message) => Some(Cow::Owned(message.get(range)?.to_owned())),
            },
            RequestId::None => None,
        }
    }
}
