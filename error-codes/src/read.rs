//! From an HTTP answer to what it means.

use crate::answer::{ApiError, Match, MatchedBy};
use crate::body::{self, BodyShape, Fields};
use crate::delay::{self, Clock};
use crate::headers;
use crate::kind::ErrorKind;
use crate::message;
use crate::passed_on;
use crate::providers;
use crate::retry::RetryHint;
use crate::scope::Scope;
use crate::table::{Provider, Row, Section, StatusPattern};
use crate::template;
use crate::words::Words;
use core::cell::OnceCell;
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
        fields: Fields<'a>,
        clock: Clock,
    ) -> ApiError<'a> {
        let evidence = Evidence::new(status, &fields);
        let found = self.find(&evidence);
        let told = match found {
            Some(found) if !found.matched.row().wraps() => None,
            _ => self.tell_more(found, &evidence, NESTING),
        };
        let (by, meaning) = match (found, told) {
            (Some(found), Some(told)) => (found.by, told.meaning),
            (Some(found), None) => (found.by, Meaning::of_row(found.matched.row())),
            (None, Some(told)) => (told.by, told.meaning),
            (None, None) => evidence.general_meaning(),
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
            request_id: request_id(headers, &fields),
            retry_after: delay::read(
                headers,
                fields.retry_info.as_deref(),
                // Prose is not asked about what no waiting mends.
                fields
                    .message
                    .as_deref()
                    .filter(|_| meaning.retry != RetryHint::Never),
                clock,
            ),
            should_retry: headers::should_retry(headers),
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
    /// the message says, the sentences and codes that gateways pass on.
    fn tell_more(
        self,
        found: Option<Found>,
        evidence: &Evidence<'_>,
        nesting: usize,
    ) -> Option<Told> {
        let by_code = found.is_some_and(|found| found.by != MatchedBy::Status);
        self.told_by_base(found, evidence)
            .or_else(|| self.told_inside(evidence, nesting))
            .or_else(|| evidence.told_by_sentence())
            .or_else(|| evidence.told_by_common_code().filter(|_| !by_code))
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
        let inside = evidence.nested.or(evidence.message)?;
        let fields = body::read_inside(inside)?;
        let inner = Evidence::new(None, &fields);
        self.told_inside(&inner, nesting)
            .or_else(|| self.find(&inner).and_then(Told::by_row))
            .or_else(|| Tables::All.find(&inner).and_then(Told::by_row))
            .or_else(|| self.tell_more(None, &inner, 0))
            .or_else(|| Told::by_status(inner.status))
    }
}

/// An event has none.
static NO_HEADERS: LazyLock<HeaderMap> = LazyLock::new(HeaderMap::new);

/// How deep JSON may be wrapped in the text of a message.
const NESTING: usize = 3;

/// What is known beyond the row that was found.
#[derive(Clone, Copy)]
struct Told {
    meaning: Meaning,
    by: MatchedBy,
}

impl Told {
    fn by_row(found: Found) -> Option<Self> {
        let row = found.matched.row();
        (!row.wraps()).then(|| Told {
            meaning: Meaning::of_row(row),
            by: found.by,
        })
    }

    fn by_status(status: Option<StatusCode>) -> Option<Self> {
        let kind = ErrorKind::from_status(status?);
        (kind != ErrorKind::Unknown).then(|| Told {
            meaning: Meaning::of_kind(kind),
            by: MatchedBy::Status,
        })
    }
}

/// A provider, the one it stands on, and so on. A table written by hand could go in a circle.
fn with_bases(provider: &'static Provider) -> impl Iterator<Item = &'static Provider> {
    const DEPTH: usize = 8;
    core::iter::successors(Some(provider), |provider| provider.base()).take(DEPTH)
}

/// The best row, and by which rule.
#[derive(Clone, Copy)]
struct Found {
    matched: Match,
    by: MatchedBy,
}

/// What a row or a status says.
#[derive(Clone, Copy)]
struct Meaning {
    kind: ErrorKind,
    retry: RetryHint,
    scope: Scope,
}

impl Meaning {
    fn of_row(row: &Row) -> Self {
        Meaning {
            kind: row.kind(),
            retry: row.retry(),
            scope: row.scope(),
        }
    }

    fn of_kind(kind: ErrorKind) -> Self {
        Meaning {
            kind,
            retry: kind.retry(),
            scope: kind.scope(),
        }
    }
}

/// What rows are compared with.
struct Evidence<'a> {
    /// The status of the error: that of HTTP, or one that the body repeats under a 200.
    status: Option<StatusCode>,
    codes: &'a [Option<Cow<'a, str>>],
    error_type: Option<&'a str>,
    message: Option<&'a str>,
    /// A text beside the message that may hold an upstream's answer.
    nested: Option<&'a str>,
    /// What of the message is compared with templates, once somebody asks for it.
    sentence: OnceCell<Sentence<'a>>,
}

struct Sentence<'a> {
    core: &'a str,
    words: Words,
}

impl<'a> Evidence<'a> {
    fn sentence(&self) -> Option<&Sentence<'a>> {
        let message = self.message?;
        Some(self.sentence.get_or_init(|| {
            let core = template::core(message);
            Sentence {
                core,
                words: Words::of(core),
            }
        }))
    }

    fn new(status: Option<StatusCode>, fields: &'a Fields<'a>) -> Self {
        let in_body = fields
            .status
            .and_then(|status| StatusCode::from_u16(status).ok());
        Evidence {
            status: status
                .filter(|status| !status.is_success())
                .or(in_body)
                .or(status),
            codes: &fields.codes,
            error_type: fields.error_type.as_deref(),
            message: fields.message.as_deref(),
            nested: fields.nested.as_deref(),
            sentence: OnceCell::new(),
        }
    }

    /// The order of decision within one provider.
    fn find_in(&self, sections: &[&'static Section]) -> Option<Found> {
        self.find_named(sections)
            .or_else(|| self.find_by_status(sections))
    }

    /// By what the body says: the code, the code in the type, the message, the type.
    fn find_named(&self, sections: &[&'static Section]) -> Option<Found> {
        self.find_by_code(sections)
            .or_else(|| self.find_by_code_in_type(sections))
            .or_else(|| self.find_by_message(sections))
            .or_else(|| self.find_by_type(sections))
    }

    fn find_by_code(&self, sections: &[&'static Section]) -> Option<Found> {
        let mut codes = self.codes.iter().flatten();
        codes.find_map(|code| self.best_named(sections, code, true, MatchedBy::Code))
    }

    fn find_by_code_in_type(&self, sections: &[&'static Section]) -> Option<Found> {
        self.best_named(sections, self.error_type?, true, MatchedBy::Type)
    }

    fn find_by_type(&self, sections: &[&'static Section]) -> Option<Found> {
        self.best_named(sections, self.error_type?, false, MatchedBy::Type)
    }

    /// Of the rows with this code, or this type and no code, the one that contradicts least and then says most.
    fn best_named(
        &self,
        sections: &[&'static Section],
        name: &str,
        by_code: bool,
        by: MatchedBy,
    ) -> Option<Found> {
        let rows = sections.iter().flat_map(|section| {
            section
                .rows_named(name)
                .map(|(at, row)| Match::new(section, at, row))
        });
        let rows = rows.filter(|matched| matched.row().code().is_some() == by_code);
        self.best(rows, by)
    }

    /// Of the rows whose message fits, one whose status agrees, then one whose type does, then the one with most text.
    fn find_by_message(&self, sections: &[&'static Section]) -> Option<Found> {
        let Sentence { core, words } = self.sentence()?;
        let mut best: Option<((i8, i8, usize), Match)> = None;
        let mut look = |section: &'static Section, (at, row): (usize, &'static Row)| {
            let weight = row
                .message()
                .and_then(|template| template::weigh(template, core));
            let rank = (
                self.agreement_of_status(row),
                self.agreement_of_type(row),
                weight.unwrap_or(0),
            );
            if weight.is_some() && best.is_none_or(|(best, _)| rank > best) {
                best = Some((rank, Match::new(section, at, row)));
            }
        };
        for section in sections {
            if section.has_index() {
                for (place, word) in words.iter().enumerate() {
                    let mut rows = section.rows_worded(word, words.bits()).peekable();
                    if rows.peek().is_some() && !words.is_repeated(place) {
                        rows.for_each(|row| look(section, row));
                    }
                }
            } else {
                section
                    .rows()
                    .iter()
                    .enumerate()
                    .for_each(|row| look(section, row));
            }
        }
        best.map(|(_, matched)| Found {
            matched,
            by: MatchedBy::Message,
        })
    }

    /// Of the rows that name nothing but this status, an exact one before a class.
    fn find_by_status(&self, sections: &[&'static Section]) -> Option<Found> {
        let status = self.status?;
        let rows = all_rows(sections).filter(|matched| {
            let row = matched.row();
            let is_bare =
                row.code().is_none() && row.error_type().is_none() && row.message().is_none();
            is_bare
                && row
                    .status_pattern()
                    .is_some_and(|pattern| pattern.matches(status))
        });
        self.best(rows, MatchedBy::Status)
    }

    fn best(&self, rows: impl Iterator<Item = Match>, by: MatchedBy) -> Option<Found> {
        let rank = |matched: &Match| self.rank(matched.row());
        let best = rows.reduce(|best, next| {
            if rank(&next) > rank(&best) {
                next
            } else {
                best
            }
        });
        best.map(|matched| Found { matched, by })
    }

    fn agreement_of_status(&self, row: &Row) -> i8 {
        match (row.status_pattern(), self.status) {
            (Some(pattern), Some(status)) if !pattern.matches(status) => -2,
            (Some(StatusPattern::Exact(_)), Some(_)) => 2,
            (Some(StatusPattern::Class(_)), Some(_)) => 1,
            _ => 0,
        }
    }

    fn agreement_of_type(&self, row: &Row) -> i8 {
        match self.error_type {
            Some(name) if row.error_type().is_some() => agreement(row.has_type(name)),
            _ => 0,
        }
    }

    fn agreement_of_message(&self, row: &Row) -> i8 {
        match (row.message(), self.sentence()) {
            (Some(template), Some(sentence)) => {
                agreement(template::weigh(template, sentence.core).is_some())
            }
            _ => 0,
        }
    }

    /// How far a row and the answer agree beyond what the row was found by: the fewer contradictions the better, then
    /// the more agreement.
    fn rank(&self, row: &Row) -> (i8, i8) {
        let parts = [
            self.agreement_of_status(row),
            self.agreement_of_type(row),
            self.agreement_of_message(row),
        ];
        let contradictions = parts.iter().map(|part| part.min(&0)).sum();
        let agreements = parts.iter().map(|part| part.max(&0)).sum();
        (contradictions, agreements)
    }

    /// The order of decision where the provider is not known: a rule decides if all the rows that it finds mean the same,
    /// and none of them if its status contradicts the answer's.
    fn find_in_all(&self, providers: &[&'static Provider]) -> Option<Found> {
        let rules = [
            Self::find_by_code,
            Self::find_by_code_in_type,
            Self::find_by_message,
            Self::find_by_type,
        ];
        rules.into_iter().find_map(|rule| {
            let mut found = providers
                .iter()
                .filter_map(|provider| rule(self, provider.sections()))
                .filter(|found| {
                    found.by == MatchedBy::Message
                        || self.agreement_of_status(found.matched.row()) >= 0
                });
            let first = found.next()?;
            let kind = first.matched.row().kind();
            found
                .all(|other| other.matched.row().kind() == kind)
                .then_some(first)
        })
    }

    /// A sentence that gateways pass on.
    fn told_by_sentence(&self) -> Option<Told> {
        self.find_by_message(passed_on::PROVIDER.sections())
            .and_then(Told::by_row)
    }

    /// A code of common use. One that says little yields to the status of an error.
    fn told_by_common_code(&self) -> Option<Told> {
        let mut codes = self.codes.iter().flatten();
        let row = codes.find_map(|code| common_code(code))?;
        if row.wraps() && self.has_error_status() {
            return None;
        }
        Some(Told {
            meaning: Meaning::of_row(row),
            by: MatchedBy::Code,
        })
    }

    fn has_error_status(&self) -> bool {
        self.status
            .is_some_and(|status| status.is_client_error() || status.is_server_error())
    }

    /// What the status says by itself. Where that is little, a word of common use in the type says more.
    fn general_meaning(&self) -> (MatchedBy, Meaning) {
        let status = self.status.filter(|_| self.has_error_status());
        let kind = status.map_or(ErrorKind::Unknown, ErrorKind::from_status);
        let says_little = matches!(
            kind,
            ErrorKind::InvalidRequest | ErrorKind::Internal | ErrorKind::Unknown
        );
        if says_little
            && let Some(row) = self.error_type.and_then(common_code)
            && !(row.wraps() && status.is_some())
        {
            return (MatchedBy::Type, Meaning::of_row(row));
        }
        (MatchedBy::Fallback, Meaning::of_kind(kind))
    }
}

/// The row of a code of common use, or of its first part: `InvalidParameter.Size` is an `InvalidParameter`.
fn common_code(code: &str) -> Option<&'static Row> {
    let find = |code: &str| {
        let sections = passed_on::PROVIDER.sections().iter();
        let mut rows = sections.flat_map(|section| section.rows_named(code));
        rows.next().map(|(_, row)| row)
    };
    find(code).or_else(|| find(code.split_once('.')?.0))
}

fn all_rows(sections: &[&'static Section]) -> impl Iterator<Item = Match> {
    sections.iter().flat_map(|section| {
        let rows = section.rows().iter().enumerate();
        rows.map(|(at, row)| Match::new(section, at, row))
    })
}

/// Above zero for yes, below for no.
fn agreement(agrees: bool) -> i8 {
    if agrees { 1 } else { -1 }
}

/// The code by which the row was found, or else the most telling one.
fn code_as_sent<'a>(
    found: Option<Found>,
    codes: [Option<Cow<'a, str>>; 3],
    error_type: Option<&Cow<'a, str>>,
) -> Option<Cow<'a, str>> {
    let row = found.map(|found| found.matched.row());
    if let Some(row) = row.filter(|row| row.code().is_some())
        && matches!(found, Some(found) if found.by == MatchedBy::Type)
        && error_type.is_some_and(|name| row.names().any(|code| code == name))
    {
        return error_type.cloned();
    }
    let is_found_by =
        |code: &Cow<'_, str>| row.is_some_and(|row| row.names().any(|name| name == code));
    let mut codes = codes.into_iter().flatten();
    let first = codes.next()?;
    if is_found_by(&first) {
        return Some(first);
    }
    Some(codes.find(is_found_by).unwrap_or(first))
}

/// From the headers, the body, the message, and last from the network in front of the provider.
fn request_id<'a>(headers: &'a HeaderMap, fields: &Fields<'a>) -> Option<Cow<'a, str>> {
    let in_message = || match fields.message.as_ref()? {
        Cow::Borrowed(message) => message::request_id(message).map(Cow::Borrowed),
        Cow::Owned(message) => {
            let id = message::request_id(message)?;
            Some(Cow::Owned(id.to_owned()))
        }
    };
    headers::request_id(headers)
        .map(Cow::Borrowed)
        .or_else(|| fields.request_id.clone())
        .or_else(in_message)
        .or_else(|| headers::edge_request_id(headers).map(Cow::Borrowed))
}
