//! Answers with a reading made by hand, and how many of them the library reads alike.

#![forbid(unsafe_code)]

use error_codes::http::{HeaderMap, StatusCode};
use error_codes::{ApiError, ErrorKind, MatchedBy, Provider};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

/// An answer and what a person says it means.
#[derive(Deserialize)]
pub struct Labelled {
    /// Its number in the file.
    pub id: u64,
    /// Whose answer it is; an id that is not built in is read as unknown.
    pub provider: Option<String>,
    /// The HTTP status, where it was stated.
    pub status: Option<u16>,
    /// The headers that were noted.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body, exactly as seen.
    pub body: String,
    /// The kinds that count as right.
    pub accept: Vec<ErrorKind>,
    /// Whether the same request may succeed later with nobody changing anything, if that can be told.
    pub retryable: Option<bool>,
}

impl Labelled {
    /// Reads the answer with the tables of its provider, and calls `look` with what became of it.
    pub fn read<T>(&self, look: impl FnOnce(&ApiError<'_>) -> T) -> T {
        look(&self.received().read())
    }

    /// The answer as an HTTP client hands it out.
    #[must_use]
    pub fn received(&self) -> Received<'_> {
        let lines = self.headers.iter();
        Received {
            provider: self
                .provider
                .as_deref()
                .and_then(|id| error_codes::provider(id).ok()),
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

/// An answer as an HTTP client hands it out.
pub struct Received<'a> {
    provider: Option<&'static Provider>,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: &'a str,
}

impl Received<'_> {
    /// Reads it with the tables of its provider, or with all if that is not built in.
    #[must_use]
    pub fn read(&self) -> ApiError<'_> {
        match self.provider {
            Some(provider) => provider.read(self.status, &self.headers, self.body),
            None => error_codes::read(self.status, &self.headers, self.body),
        }
    }
}

/// The labelled answers of a JSONL file.
///
/// # Errors
///
/// A line that is no such answer, with its number.
pub fn labelled(lines: &str) -> Result<Vec<Labelled>, String> {
    let lines = lines.lines().zip(1..);
    lines
        .map(|(line, number)| {
            serde_json::from_str(line).map_err(|error| format!("line {number}: {error}"))
        })
        .collect()
}

/// How many readings are right.
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

    /// The share of those that are right, in percent; of none, all.
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

/// The figures for a set of answers.
#[derive(Default)]
pub struct Score {
    /// Kinds that are among the accepted ones.
    pub kinds: Share,
    /// Verdicts on answers that may succeed later.
    pub retryable: Share,
    /// Verdicts on answers that fail until somebody changes something.
    pub permanent: Share,
    /// How often each rule decided.
    pub rules: BTreeMap<MatchedBy, u32>,
    /// What was read otherwise than by hand, a line each.
    pub misses: Vec<String>,
}

impl Score {
    /// Reads one more answer.
    pub fn add(&mut self, answer: &Labelled) {
        answer.read(|error| {
            *self.rules.entry(error.matched_by()).or_default() += 1;
            let (kind, verdict) = (error.kind(), error.is_retryable());
            if self.count(answer, &[kind], verdict) {
                return;
            }
            let accepted: Vec<&str> = answer.accept.iter().map(|kind| kind.as_str()).collect();
            let body: String = answer.body.chars().take(160).collect();
            self.misses.push(format!(
                "{} {}: {kind} retry {}, by {}; expected {} retry {:?}: {}",
                answer.id,
                answer.provider.as_deref().unwrap_or("-"),
                error.retry(),
                error.matched_by(),
                accepted.join("|"),
                answer.retryable,
                body.replace('\n', " "),
            ));
        });
    }

    /// Counts what somebody says of an answer: kinds of which one must be accepted, and whether to try again. Gives
    /// whether all of it is right.
    pub fn count(&mut self, answer: &Labelled, kinds: &[ErrorKind], is_retryable: bool) -> bool {
        let is_right = kinds.iter().any(|kind| answer.accept.contains(kind));
        self.kinds.count(is_right);
        match answer.retryable {
            Some(true) => self.retryable.count(is_retryable),
            Some(false) => self.permanent.count(!is_retryable),
            None => {}
        }
        is_right
            && answer
                .retryable
                .is_none_or(|retryable| retryable == is_retryable)
    }

    /// The share of right verdicts, with answers that may succeed later and those that may not counting the same.
    #[must_use]
    pub fn verdicts(&self) -> f64 {
        f64::midpoint(self.retryable.percent(), self.permanent.percent())
    }
}
