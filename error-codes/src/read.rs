//! From an HTTP answer to what it means.

use crate::answer::{ApiError, MatchedBy};
use crate::body::{self, BodyShape, Fields};
use crate::delay::{self, Clock};
use crate::evidence::{Evidence, Found, Told};
use crate::headers::Headers;
use crate::kind::ErrorKind;
use crate::message;
use crate::providers;
use crate::retry::RetryHint;
use crate::table::{Provider, Section};
use http::{HeaderMap, StatusCode};
use std::borrow::Cow;
use std::sync::LazyLock;
use std::time::SystemTime;

impl Provider {
    /// Reads an HTTP answer of this provider. A status that is not known is `None`.
    ///
    /// It never fails: an empty body, a page or half a JSON is decided by what is there, at least by the status. An error
    /// inside a 200 answer and an event of a stream, `data: {"error": …}`, are read the same way.
    ///
    /// Where a date says when to try again, it is compared with the system's clock;
    /// [`read_at`](Self::read_at) takes another.
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, HeaderValue, StatusCode};
    /// use error_codes::{ErrorKind, RetryHint, Scope, providers::modelverse};
    /// use std::time::Duration;
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.insert("retry-after", HeaderValue::from_static("20"));
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
        Tables::Provider(self).read(status.into(), headers, body.as_ref(), Clock::SYSTEM)
    }

    /// Like [`read`](Self::read), at a given time.
    #[must_use]
    pub fn read_at<'a>(
        &'static self,
        now: SystemTime,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> ApiError<'a> {
        Tables::Provider(self).read(status.into(), headers, body.as_ref(), Clock::at(now))
    }
}

impl Section {
    /// Reads an HTTP answer with this table alone, for a caller who knows which of the provider's interfaces was asked.
    /// A base provider is not asked.
    #[must_use]
    pub fn read<'a>(
        &'static self,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> ApiError<'a> {
        Tables::Section(self).read(status.into(), headers, body.as_ref(), Clock::SYSTEM)
    }

    /// Like [`read`](Self::read), at a given time.
    #[must_use]
    pub fn read_at<'a>(
        &'static self,
        now: SystemTime,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> ApiError<'a> {
        Tables::Section(self).read(status.into(), headers, body.as_ref(), Clock::at(now))
    }
}

/// Reads an HTTP answer of a provider that is not known, with every shape and all built-in tables.
///
/// The answer says whose row fits. A code that several providers use for different things decides nothing by itself.
///
/// ```
/// use error_codes::http::{HeaderMap, StatusCode};
///
/// let headers = HeaderMap::new();
/// let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
/// let error = error_codes::read(StatusCode::FORBIDDEN, &headers, body);
/// assert_eq!(error.kind(), error_codes::ErrorKind::QuotaExhausted);
/// assert_eq!(error.provider().map(|provider| provider.id()), Some("ppio"));
/// ```
#[must_use]
pub fn read<'a>(
    status: impl Into<Option<StatusCode>>,
    headers: &'a HeaderMap,
    body: &'a (impl AsRef<[u8]> + ?Sized),
) -> ApiError<'a> {
    Tables::All.read(status.into(), headers, body.as_ref(), Clock::SYSTEM)
}

/// Like [`read`], at a given time.
#[must_use]
pub fn read_at<'a>(
    now: SystemTime,
    status: impl Into<Option<StatusCode>>,
    headers: &'a HeaderMap,
    body: &'a (impl AsRef<[u8]> + ?Sized),
) -> ApiError<'a> {
    Tables::All.read(status.into(), headers, body.as_ref(), Clock::at(now))
}

/// The tables that an answer is read with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tables {
    Section(&'static Section),
    Provider(&'static Provider),
    All,
}

impl Tables {
    fn read<'a>(
        self,
        status: Option<StatusCode>,
        headers: &'a HeaderMap,
        body: &'a [u8],
        clock: Clock,
    ) -> ApiError<'a> {
        let fields = body::read(body, self.shape());
        self.read_fields(status, headers, body, fields, clock)
    }

    /// What is read of an answer that may be a success.
    pub(crate) fn error_in<'a>(
        self,
        status: Option<StatusCode>,
        headers: &'a HeaderMap,
        body: &'a [u8],
    ) -> Option<ApiError<'a>> {
        let fields = body::read(body, self.shape());
        let is_error = status.is_some_and(|status| !status.is_success()) || fields.is_error();
        is_error.then(|| self.read_fields(status, headers, body, fields, Clock::SYSTEM))
    }

    /// What is read of an event that may be an ordinary one.
    pub(crate) fn error_in_event(self, data: &[u8]) -> Option<ApiError<'_>> {
        self.error_in(None, &NO_HEADERS, data)
    }

    /// What is read of an event that is an error by its name.
    pub(crate) fn read_event(self, data: &[u8]) -> ApiError<'_> {
        self.read(None, &NO_HEADERS, data, Clock::SYSTEM)
    }

    fn read_fields<'a>(
        self,
        status: Option<StatusCode>,
        headers: &'a HeaderMap,
        body: &'a [u8],
        mut fields: Fields<'a>,
        clock: Clock,
    ) -> ApiError<'a> {
        let headers = Headers::new(headers);
        if fields.codes[0].is_none() {
            fields.codes[0] = headers.code().map(Cow::Borrowed);
        }
        let evidence = Evidence::new(status, &fields);
        let found = self.find(&evidence);
        let told = match found {
            Some(found) if !found.matched.row().wraps() => None,
            _ => self.tell_more(found, &evidence, NESTING),
        };
        let (by, meaning) = match (found, told) {
            (Some(found), Some(told)) => (found.by, told.meaning),
            (Some(found), None) => (found.by, evidence.meaning_of(found.matched.row())),
            (None, Some(told)) => (told.by, told.meaning),
            (None, None) => (MatchedBy::Fallback, evidence.general_meaning()),
        };
        ApiError {
            provider: match self {
                Tables::Section(section) => Some(section.provider()),
                Tables::Provider(provider) => Some(provider),
                Tables::All => found.map(|found| found.matched.section().provider()),
            },
            matched: found.map(|found| found.matched),
            matched_by: by,
            kind: meaning.kind,
            retry: meaning.retry,
            scope: meaning.scope,
            status,
            request_id: request_id(&headers, &fields),
            retry_after: delay::read(
                &headers,
                fields.retry_info.as_deref(),
                // Prose is not asked about what no waiting mends.
                fields
                    .message
                    .as_deref()
                    .filter(|_| meaning.retry != RetryHint::Never),
                clock,
            ),
            should_retry: headers.should_retry(),
            code: code_as_sent(found, fields.codes, fields.error_type.as_ref()),
            error_type: fields.error_type,
            message: fields.message,
            body: Cow::Borrowed(body),
        }
    }

    fn shape(self) -> Option<BodyShape> {
        match self {
            Tables::Section(section) => section.provider().body().copied(),
            Tables::Provider(provider) => provider.body().copied(),
            Tables::All => None,
        }
    }

    /// The row that fits the answer best.
    fn find(self, evidence: &Evidence<'_>) -> Option<Found> {
        match self {
            Tables::Section(section) => evidence.find_in(&[section]),
            Tables::Provider(provider) => {
                let mut chain = with_bases(provider);
                chain.find_map(|provider| evidence.find_in(provider.sections()))
            }
            Tables::All => evidence.find_in_all(providers::ALL),
        }
    }

    /// What an answer says beyond the row that wraps it, or without any row: what a base provider knows, what JSON inside
    /// the message says, the sentences and codes that gateways pass on, a status in the message.
    fn tell_more(
        self,
        found: Option<Found>,
        evidence: &Evidence<'_>,
        nesting: usize,
    ) -> Option<Told> {
        let told_inside = || {
            let told = self.told_inside(evidence, nesting)?;
            Some(told.by_message())
        };
        self.told_by_base(found, evidence)
            .or_else(told_inside)
            .or_else(|| evidence.told_in_common(found))
            .or_else(|| evidence.told_by_status_in_message())
    }

    /// A wrapping row yields to a base provider's, which a row found by its code does only for a message.
    fn told_by_base(self, found: Option<Found>, evidence: &Evidence<'_>) -> Option<Told> {
        let (Tables::Provider(provider), Some(found)) = (self, found) else {
            return None;
        };
        with_bases(provider).skip(1).find_map(|base| {
            let sections = base.sections();
            let told = match found.by {
                MatchedBy::Status => evidence.find_named(sections),
                _ => evidence.find_by_message(sections),
            };
            told.and_then(Told::by_row)
        })
    }

    /// JSON inside the message is an answer of its own, from further up. The innermost is the nearest to the fault.
    fn told_inside(self, evidence: &Evidence<'_>, nesting: usize) -> Option<Told> {
        let nesting = nesting.checked_sub(1)?;
        let fields = match evidence.nested {
            Some(nested) => body::read_inside(nested).unwrap_or_else(|| Fields::of_message(nested)),
            None => body::read_inside(evidence.message?)?,
        };
        let inner = Evidence::new(None, &fields);
        let told_itself = || {
            let found = self.find(&inner).or_else(|| Tables::All.find(&inner));
            let told = found.and_then(Told::by_row);
            told.or_else(|| self.tell_more(found, &inner, 0))
                .or_else(|| Told::by_status(inner.status))
                .or_else(|| found.map(Told::of))
                .filter(|told| told.meaning.kind != ErrorKind::Unknown)
        };
        self.told_inside(&inner, nesting).or_else(told_itself)
    }
}

/// An event has none.
static NO_HEADERS: LazyLock<HeaderMap> = LazyLock::new(HeaderMap::new);

/// How deep JSON may be wrapped in the text of a message.
const NESTING: usize = 3;

/// A provider, the one it stands on, and so on. A table written by hand could go in a circle.
fn with_bases(provider: &'static Provider) -> impl Iterator<Item = &'static Provider> {
    const DEPTH: usize = 8;
    core::iter::successors(Some(provider), |provider| provider.base()).take(DEPTH)
}

/// The code by which the row was found, or else the most telling one.
fn code_as_sent<'a>(
    found: Option<Found>,
    mut codes: [Option<Cow<'a, str>>; 3],
    error_type: Option<&Cow<'a, str>>,
) -> Option<Cow<'a, str>> {
    let is_code_in_type =
        |found: &Found| found.by == MatchedBy::Type && found.matched.row().code().is_some();
    if found.as_ref().is_some_and(is_code_in_type) {
        return error_type.cloned();
    }
    let is_found_by = |code: &Option<Cow<'_, str>>| match (found, code) {
        (Some(found), Some(code)) => found.matched.row().is_named(code),
        _ => false,
    };
    let at = codes.iter().position(is_found_by).unwrap_or(0);
    codes[at].take()
}

/// From the headers, the body, the message, and last from the network in front of the provider.
fn request_id<'a>(headers: &Headers<'a>, fields: &Fields<'a>) -> Option<Cow<'a, str>> {
    let in_message = || match fields.message.as_ref()? {
        Cow::Borrowed(message) => message::request_id(message).map(Cow::Borrowed),
        Cow::Owned(message) => {
            let id = message::request_id(message)?;
            Some(Cow::Owned(id.to_owned()))
        }
    };
    headers
        .request_id()
        .map(Cow::Borrowed)
        .or_else(|| fields.request_id.clone())
        .or_else(in_message)
        .or_else(|| headers.edge_request_id().map(Cow::Borrowed))
}
