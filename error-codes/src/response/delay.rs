//! How long to wait before a retry, from the first source that can be read.

use super::headers::{Headers, Known};
use crate::cost;
use crate::message::strip_suffix_ignoring_case;
use crate::scan::trim;
use crate::vocabulary::vocabulary;
use core::time::Duration;
use std::time::SystemTime;

/// How long to wait before the same request is sent again, and where that is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RetryAfter {
    /// The delay, counted from the moment of reading. It is not capped: a cap is the caller's policy.
    pub delay: Duration,
    /// Where it was stated.
    pub source: DelaySource,
}

vocabulary! {
    /// Where a delay was stated: a header or a place in the body.
    ///
    /// In order of precedence: the first that can be read counts. Of several limits with headers of one family, those with
    /// something remaining do not count, and the longest of the rest does.
    pub enum DelaySource("source of a delay") {
        /// `retry-after-ms`: milliseconds.
        RetryAfterMs = "retry-after-ms",
        /// `x-ms-retry-after-ms`: milliseconds.
        XMsRetryAfterMs = "x-ms-retry-after-ms",
        /// `retry-after`: seconds or a date (RFC 9110).
        RetryAfter = "retry-after",
        /// `ratelimit`: seconds, in the forms `"name";r=0;t=30` and `limit=9, remaining=0, reset=30`
        /// (draft-ietf-httpapi-ratelimit-headers).
        RateLimit = "ratelimit",
        /// `ratelimit-reset`: seconds (early versions of the same draft).
        RateLimitReset = "ratelimit-reset",
        /// `x-ratelimit-reset-requests`: a duration such as `6m0s`.
        XRateLimitResetRequests = "x-ratelimit-reset-requests",
        /// `x-ratelimit-reset-tokens`: a duration such as `20ms`.
        XRateLimitResetTokens = "x-ratelimit-reset-tokens",
        /// `x-ratelimit-reset-project-tokens`: a duration.
        XRateLimitResetProjectTokens = "x-ratelimit-reset-project-tokens",
        /// `anthropic-ratelimit-requests-reset`: a time (RFC 3339).
        AnthropicRequestsReset = "anthropic-ratelimit-requests-reset",
        /// `anthropic-ratelimit-tokens-reset`: a time (RFC 3339).
        AnthropicTokensReset = "anthropic-ratelimit-tokens-reset",
        /// `anthropic-ratelimit-input-tokens-reset`: a time (RFC 3339).
        AnthropicInputTokensReset = "anthropic-ratelimit-input-tokens-reset",
        /// `anthropic-ratelimit-output-tokens-reset`: a time (RFC 3339).
        AnthropicOutputTokensReset = "anthropic-ratelimit-output-tokens-reset",
        /// `x-ratelimit-reset`: a time in seconds or milliseconds since 1970.
        XRateLimitReset = "x-ratelimit-reset",
        /// `google.rpc.RetryInfo` in the body: a duration such as `36.5s`.
        RetryInfo = "retry_info",
        /// The message: "try again in 2.398s".
        Message = "message",
    }
}

/// The clock that a date is compared with: a given one, or the system's on platforms that have one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock(Option<SystemTime>);

impl Clock {
    pub(crate) const SYSTEM: Self = Clock(None);

    pub(crate) const fn at(now: SystemTime) -> Self {
        Clock(Some(now))
    }

    fn now(self) -> Option<SystemTime> {
        let has_clock = !cfg!(all(target_family = "wasm", target_os = "unknown"));
        self.0.or_else(|| has_clock.then(SystemTime::now))
    }

    /// Returns the time until a moment, zero if it is past.
    fn until(self, then: SystemTime) -> Option<Duration> {
        Some(then.duration_since(self.now()?).unwrap_or_default())
    }
}

/// Reads the delay that a response states.
pub(crate) fn delay(
    headers: &Headers<'_>,
    retry_info: Option<&str>,
    message: Option<&str>,
    clock: Clock,
) -> Option<RetryAfter> {
    let by_headers = || {
        retry_after(headers, clock)
            .or_else(|| rate_limit(headers))
            .or_else(|| longest(headers, &OPENAI_BUCKETS, go_duration))
            .or_else(|| longest(headers, &ANTHROPIC_BUCKETS, |text| rfc_3339(text, clock)))
            .or_else(|| longest(headers, &RESET_BUCKET, |text| epoch(text, clock)))
    };
    let found = |delay: Option<Duration>, source| delay.map(|delay| RetryAfter { delay, source });
    by_headers()
        .or_else(|| found(retry_info.and_then(go_duration), DelaySource::RetryInfo))
        .or_else(|| found(message.and_then(in_prose), DelaySource::Message))
}

fn retry_after(headers: &Headers<'_>, clock: Clock) -> Option<RetryAfter> {
    let read = |header, read: &dyn Fn(&str) -> Option<Duration>, source| {
        let delay = read(headers.text(header)?)?;
        Some(RetryAfter { delay, source })
    };
    let milliseconds = |text: &str| duration(number(text)? / 1000.0);
    let seconds_or_date = |text: &str| seconds(text).or_else(|| http_date(text, clock));
    read(
        Known::RetryAfterMs,
        &milliseconds,
        DelaySource::RetryAfterMs,
    )
    .or_else(|| {
        read(
            Known::XMsRetryAfterMs,
            &milliseconds,
            DelaySource::XMsRetryAfterMs,
        )
    })
    .or_else(|| read(Known::RetryAfter, &seconds_or_date, DelaySource::RetryAfter))
}

const RATE_LIMIT_BUCKET: [Bucket; 1] = [Bucket {
    reset: Known::RatelimitReset,
    remaining: Known::RatelimitRemaining,
    source: DelaySource::RateLimitReset,
}];

/// Reads the headers of the IETF's drafts: the late form, the middle one, or the early one with three headers.
fn rate_limit(headers: &Headers<'_>) -> Option<RetryAfter> {
    let policies = headers.rate_limits().flat_map(|line| {
        // Commas separate the parts of one policy in the middle form, and policies in the late one.
        let is_late = line.contains(';');
        line.split(move |c| is_late && c == ',')
    });
    let delay = policies.filter_map(policy_delay).max();
    let source = DelaySource::RateLimit;
    delay
        .map(|delay| RetryAfter { delay, source })
        .or_else(|| longest(headers, &RATE_LIMIT_BUCKET, seconds))
}

/// Returns the seconds of one policy, unless something remains of it.
fn policy_delay(policy: &str) -> Option<Duration> {
    cost::charge(policy.len());
    let value = |short: &str, long: &str| {
        let mut parts = policy.split([';', ',']);
        parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            let name = name.trim();
            (name == short || name == long).then_some(value.trim())
        })
    };
    if value("r", "remaining").is_some_and(is_above_zero) {
        return None;
    }
    seconds(value("t", "reset")?)
}

/// A limit with headers of its own.
struct Bucket {
    reset: Known,
    remaining: Known,
    source: DelaySource,
}

const OPENAI_BUCKETS: [Bucket; 3] = [
    Bucket {
        reset: Known::XRatelimitResetRequests,
        remaining: Known::XRatelimitRemainingRequests,
        source: DelaySource::XRateLimitResetRequests,
    },
    Bucket {
        reset: Known::XRatelimitResetTokens,
        remaining: Known::XRatelimitRemainingTokens,
        source: DelaySource::XRateLimitResetTokens,
    },
    Bucket {
        reset: Known::XRatelimitResetProjectTokens,
        remaining: Known::XRatelimitRemainingProjectTokens,
        source: DelaySource::XRateLimitResetProjectTokens,
    },
];

const ANTHROPIC_BUCKETS: [Bucket; 4] = [
    Bucket {
        reset: Known::AnthropicRequestsReset,
        remaining: Known::AnthropicRequestsRemaining,
        source: DelaySource::AnthropicRequestsReset,
    },
    Bucket {
        reset: Known::AnthropicTokensReset,
        remaining: Known::AnthropicTokensRemaining,
        source: DelaySource::AnthropicTokensReset,
    },
    Bucket {
        reset: Known::AnthropicInputTokensReset,
        remaining: Known::AnthropicInputTokensRemaining,
        source: DelaySource::AnthropicInputTokensReset,
    },
    Bucket {
        reset: Known::AnthropicOutputTokensReset,
        remaining: Known::AnthropicOutputTokensRemaining,
        source: DelaySource::AnthropicOutputTokensReset,
    },
];

const RESET_BUCKET: [Bucket; 1] = [Bucket {
    reset: Known::XRatelimitReset,
    remaining: Known::XRatelimitRemaining,
    source: DelaySource::XRateLimitReset,
}];

/// Returns the longest delay of the buckets of which nothing remains.
fn longest(
    headers: &Headers<'_>,
    buckets: &[Bucket],
    read: impl Fn(&str) -> Option<Duration>,
) -> Option<RetryAfter> {
    let empty = buckets.iter().filter(|bucket| {
        let remaining = headers.text(bucket.remaining);
        !remaining.is_some_and(is_above_zero)
    });
    let delays = empty.filter_map(|bucket| {
        Some(RetryAfter {
            delay: read(headers.text(bucket.reset)?)?,
            source: bucket.source,
        })
    });
    delays.reduce(|best, next| if next.delay > best.delay { next } else { best })
}

fn is_above_zero(text: &str) -> bool {
    number(text).is_some_and(|remaining| remaining > 0.0)
}

fn number(text: &str) -> Option<f64> {
    trim(text).parse().ok()
}

/// Converts seconds, unless they are negative, infinite or not a number.
fn duration(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok()
}

fn seconds(text: &str) -> Option<Duration> {
    // Nearly all are integers.
    match text.parse() {
        Ok(whole) => Some(Duration::from_secs(u32::into(whole))),
        Err(_) => duration(number(text)?),
    }
}

/// Reads a duration such as `6m0s`, `20ms` or `1m30.951s`, or seconds.
fn go_duration(text: &str) -> Option<Duration> {
    let text = trim(text);
    seconds(text).or_else(|| humantime::parse_duration(text).ok())
}

/// Reads an HTTP date in any of its three forms.
fn http_date(text: &str, clock: Clock) -> Option<Duration> {
    clock.until(httpdate::parse_http_date(text.trim()).ok()?)
}

fn rfc_3339(text: &str, clock: Clock) -> Option<Duration> {
    clock.until(humantime::parse_rfc3339_weak(text.trim()).ok()?)
}

/// Reads a time since 1970, in seconds or milliseconds; a number too small for that is seconds from now.
fn epoch(text: &str, clock: Clock) -> Option<Duration> {
    const YEAR_1973: f64 = 1e8;
    const YEAR_5138: f64 = 1e11;
    let number = number(text)?;
    if number < YEAR_1973 {
        return duration(number);
    }
    let seconds = if number > YEAR_5138 {
        number / 1000.0
    } else {
        number
    };
    clock.until(SystemTime::UNIX_EPOCH.checked_add(duration(seconds)?)?)
}

/// What comes before a delay in prose.
const LEADS: [&str; 7] = [
    "try again in",
    "try again after",
    "retry in",
    "retry after",
    "resets in",
    "reset in",
    "please wait",
];

/// Words that may come between those and the number.
const FILLERS: [&str; 4] = ["~", "about", "for", "another"];

/// Reads a delay in prose: "Please try again in 2.398s.", "retry after 30 seconds", "请在 30 秒后重试".
fn in_prose(message: &str) -> Option<Duration> {
    const LIMIT: usize = 4 * 1024;
    let bytes = message
        .as_bytes()
        .get(..LIMIT)
        .unwrap_or(message.as_bytes());
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        let begins_number = byte.is_ascii_digit() && matches!(before, b' ' | b'~');
        before = byte;
        if begins_number
            && is_after_lead(&message[..at])
            && let Some(delay) = prose_duration(&message[at..])
        {
            return Some(delay);
        }
    }
    before_chinese_lead(message)
}

fn is_after_lead(before: &str) -> bool {
    let mut before = before.trim_end();
    for filler in FILLERS {
        before = strip_suffix_ignoring_case(before, filler)
            .unwrap_or(before)
            .trim_end();
    }
    LEADS
        .iter()
        .any(|lead| strip_suffix_ignoring_case(before, lead).is_some())
}

/// Reads a number with its unit, or a compound such as `1m30s`.
fn prose_duration(text: &str) -> Option<Duration> {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let end = text.find(|c| !is_inside(c)).unwrap_or(text.len());
    let token = text[..end].trim_end_matches('.');
    let Some(number) = number(token) else {
        return humantime::parse_duration(token).ok();
    };
    let rest = text[end..].trim_start();
    let unit = rest.split(|c: char| !c.is_alphabetic()).next()?;
    duration(number * seconds_in(unit)?)
}

fn seconds_in(unit: &str) -> Option<f64> {
    const UNITS: [(f64, &[&str]); 5] = [
        (1.0, &["", "s", "sec", "secs", "second", "seconds"]),
        (0.001, &["ms", "millisecond", "milliseconds"]),
        (60.0, &["m", "min", "mins", "minute", "minutes"]),
        (3600.0, &["h", "hr", "hrs", "hour", "hours"]),
        (86_400.0, &["d", "day", "days"]),
    ];
    let is_unit = |name: &&str| name.eq_ignore_ascii_case(unit);
    UNITS
        .iter()
        .find_map(|(seconds, names)| names.iter().any(is_unit).then_some(*seconds))
}

/// Reads `30 秒后`, `5 分钟后`.
fn before_chinese_lead(message: &str) -> Option<Duration> {
    const UNITS: [(&str, f64); 3] = [("秒", 1.0), ("分钟", 60.0), ("小时", 3600.0)];
    let mut leads = message.match_indices('后');
    leads.find_map(|(at, _)| {
        let unit = |(unit, seconds)| Some((message[..at].strip_suffix(unit)?, seconds));
        let (before, seconds) = UNITS.into_iter().find_map(unit)?;
        let before = before.trim_end();
        if !before.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        duration(number(&before[digits.len()..])? * seconds)
    })
}
