//! How many of several responses are classified as labelled.

use crate::Labelled;
use error_codes::{ApiError, ErrorKind, MatchedBy, RetryHint, StatusCode};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// How many of several results are correct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many are correct.
    pub right: u32,
    /// How many there are.
    pub all: u32,
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

    /// Returns the share of these results and others together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Share {
            right: self.right + other.right,
            all: self.all + other.all,
        }
    }
}

/// Such as `99/109  90.8 %`, or `-` if there are none.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.all == 0 {
            return f.pad("-");
        }
        let percent = self.percent();
        f.pad(&format!("{}/{} {percent:.1} %", self.right, self.all))
    }
}

/// The figures for a set of responses.
#[derive(Default)]
pub struct Score {
    /// Kinds that are among the accepted ones.
    pub kinds: Share,
    /// Verdicts on requests that may succeed later. A retry hint without an opinion is none of them.
    pub retryable: Share,
    /// Verdicts on requests that fail until somebody changes something. A retry hint without an opinion is none of them.
    pub permanent: Share,
    /// Delays that are within one second of the label.
    pub delays: Share,
    /// How often each rule decided, and how often the kind was correct.
    pub rules: BTreeMap<MatchedBy, Share>,
    /// The responses whose result differs from the label, one line each.
    pub misses: Vec<String>,
}

impl Score {
    /// Reads and counts a response.
    pub fn add(&mut self, response: &Labelled) {
        response.read(|error| self.add_read(response, error));
    }

    fn add_read(&mut self, response: &Labelled, error: &ApiError<'_>) {
        let kind = error.kind();
        let rule = self.rules.entry(error.matched_by()).or_default();
        rule.count(response.accept.contains(&kind));
        let is_right = self.count(response, &[kind], opinion(error.retry()));
        if self.count_delay(response, error.retry_after()) && is_right {
            return;
        }
        let accepted: Vec<&str> = response.accept.iter().map(|kind| kind.as_str()).collect();
        let body: String = response.body.chars().take(160).collect();
        self.misses.push(format!(
            "{} {} {}: {kind} retry {} delay {}, by {}; expected {} retry {} delay {}: {}",
            response.id,
            response.provider.as_deref().unwrap_or("-"),
            shown(response.status),
            error.retry(),
            shown(error.retry_after().map(|delay| delay.as_millis())),
            error.matched_by(),
            accepted.join("|"),
            shown(response.retryable),
            shown(response.retry_after_ms),
            body.replace('\n', " "),
        ));
    }

    /// Counts what the status code of a response means by itself.
    pub fn add_status(&mut self, response: &Labelled) {
        let status = response
            .status
            .and_then(|status| StatusCode::from_u16(status).ok());
        let kind = status.map_or(ErrorKind::Unknown, ErrorKind::from_status);
        self.count(response, &[kind], opinion(kind.retry()));
    }

    /// Counts a result: kinds of which one must be accepted, and whether to retry, unless there is no opinion. Returns
    /// whether all of it is correct.
    pub fn count(
        &mut self,
        response: &Labelled,
        kinds: &[ErrorKind],
        is_retryable: impl Into<Option<bool>>,
    ) -> bool {
        let is_right = kinds.iter().any(|kind| response.accept.contains(kind));
        self.kinds.count(is_right);
        let Some(expected) = response.retryable else {
            return is_right;
        };
        let verdict_is_right = is_retryable.into() == Some(expected);
        let verdicts = if expected {
            &mut self.retryable
        } else {
            &mut self.permanent
        };
        verdicts.count(verdict_is_right);
        is_right && verdict_is_right
    }

    /// Counts a delay, if the label has one. Returns whether it is correct.
    fn count_delay(&mut self, response: &Labelled, delay: Option<Duration>) -> bool {
        const TOLERANCE: Duration = Duration::from_secs(1);
        let Some(expected) = response.retry_after_ms.map(Duration::from_millis) else {
            return true;
        };
        let is_right = delay.is_some_and(|delay| delay.abs_diff(expected) <= TOLERANCE);
        self.delays.count(is_right);
        is_right
    }

    /// Returns the share of correct verdicts.
    #[must_use]
    pub fn all_verdicts(&self) -> Share {
        self.retryable.and(self.permanent)
    }

    /// Returns the share of correct verdicts in percent: the mean for requests that may succeed later and those that may not.
    #[must_use]
    pub fn verdicts(&self) -> f64 {
        f64::midpoint(self.retryable.percent(), self.permanent.percent())
    }

    /// Returns the kinds that were decided by something other than the template of a message.
    #[must_use]
    pub fn without_sentences(&self) -> Share {
        let rules = self.rules.iter();
        rules
            .filter(|(rule, _)| **rule != MatchedBy::Message)
            .fold(Share::default(), |sum, (_, share)| sum.and(*share))
    }
}

/// Returns what a hint says about a retry.
fn opinion(hint: RetryHint) -> Option<bool> {
    (hint != RetryHint::Unspecified).then(|| hint.is_retryable())
}

fn shown(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}
