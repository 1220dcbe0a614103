//! Labelled responses, and how many of them the library classifies as labelled.

#![forbid(unsafe_code)]

use error_codes::{ApiError, ErrorKind, HeaderMap, MatchedBy, Reader, StatusCode};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

/// A response and what a person says that it means.
#[derive(Deserialize)]
pub struct Labelled {
    /// The number in the file.
    pub id: u64,
    /// The id of the provider; one that is not built in is read as unknown.
    pub provider: Option<String>,
    /// The HTTP status code, if it was reported.
    pub status: Option<u16>,
    /// The headers that were reported.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body, exactly as it was reported.
    pub body: String,
    /// The kinds that count as correct.
    pub accept: Vec<ErrorKind>,
    /// Whether the same request may succeed later without anybody changing anything, if that is known.
    pub retryable: Option<bool>,
}

impl Labelled {
    /// Reads the response with the tables of its provider, and calls `look` with the error.
    pub fn read<T>(&self, look: impl FnOnce(&ApiError<'_>) -> T) -> T {
        look(&self.received().read())
    }

    /// Returns the response as an HTTP client returns it.
    #[must_use]
    pub fn received(&self) -> Received<'_> {
        let lines = self.headers.iter();
        Received {
            reader: self
                .provider
                .as_deref()
                .and_then(|id| error_codes::provider(id).ok())
                .into(),
            status: self
                .status
                .and_then(|status| StatusCode::from_u16(status).ok()),
            headers: lines
                .filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)))
                .collect(),
            body: &self.body,
        }
    }
}

/// A response as an HTTP client returns it.
pub struct Received<'a> {
    reader: Reader,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: &'a str,
}

impl Received<'_> {
    /// Reads it with the tables of its provider, or with all tables if that is not built in.
    #[must_use]
    pub fn read(&self) -> ApiError<'_> {
        self.reader.read(self.status, &self.headers, self.body)
    }
}

/// Reads the labelled responses of a JSONL file.
///
/// # Errors
///
/// A line that is not such a response, with its number.
pub fn labelled(lines: &str) -> Result<Vec<Labelled>, String> {
    let lines = lines.lines().zip(1..);
    lines
        .map(|(line, number)| {
            serde_json::from_str(line).map_err(|error| format!("line {number}: {error}"))
        })
        .collect()
}

/// How many of several results are correct.
#[derive(Clone, Copy, Default)]
pub struct Share {
    right: u32,
    all: u32,
}

impl Share {
    fn count(&mut self, is_right: bool) {
        self.right += u32::from(is_right);
        self.all += 1;
    }

    /// Returns the share of correct results in percent, 100 if there are none.
    #[must_use]
    pub fn percent(self) -> f64 {
        if self.all == 0 {
            return 100.0;
        }
        f64::from(self.right) * 100.0 / f64::from(self.all)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!(
            "{}/{} {:.1} %",
            self.right,
            self.all,
            self.percent()
        ))
    }
}

/// The figures for a set of responses.
#[derive(Default)]
pub struct Score {
    /// Kinds that are among the accepted ones.
    pub kinds: Share,
    /// Verdicts on requests that may succeed later.
    pub retryable: Share,
    /// Verdicts on requests that fail until somebody changes something.
    pub permanent: Share,
    /// How often each rule decided.
    pub rules: BTreeMap<MatchedBy, u32>,
    /// The responses whose result differs from the label, one line each.
    pub misses: Vec<String>,
}

impl Score {
    /// Reads and counts a response.
    pub fn add(&mut self, response: &Labelled) {
        response.read(|error| {
            *self.rules.entry(error.matched_by()).or_default() += 1;
            let (kind, verdict) = (error.kind(), error.is_retryable());
            if self.count(response, &[kind], verdict) {
                return;
            }
            let accepted: Vec<&str> = response.accept.iter().map(|kind| kind.as_str()).collect();
            let body: String = response.body.chars().take(160).collect();
            self.misses.push(format!(
                "{} {}: {kind} retry {}, by {}; expected {} retry {:?}: {}",
                response.id,
                response.provider.as_deref().unwrap_or("-"),
                error.retry(),
                error.matched_by(),
                accepted.join("|"),
                response.retryable,
                body.replace('\n', " "),
            ));
        });
    }

    /// Counts a verdict on a response: kinds of which one must be accepted, and whether to retry. Returns whether all of it
    /// is correct.
    pub fn count(&mut self, response: &Labelled, kinds: &[ErrorKind], is_retryable: bool) -> bool {
        let is_right = kinds.iter().any(|kind| response.accept.contains(kind));
        self.kinds.count(is_right);
        match response.retryable {
            Some(true) => self.retryable.count(is_retryable),
            Some(false) => self.permanent.count(!is_retryable),
            None => {}
        }
        is_right
            && response
                .retryable
                .is_none_or(|retryable| retryable == is_retryable)
    }

    /// Returns the share of correct verdicts in percent: the mean for requests that may succeed later and those that may not.
    #[must_use]
    pub fn verdicts(&self) -> f64 {
        f64::midpoint(self.retryable.percent(), self.permanent.percent())
    }
}
