//! How long to wait before a retry, from the first source that can be read.

use super::headers::{Headers, Known};
use crate::cost;
use crate::message::{spoken, strip_suffix_ignoring_case};
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
        /// `x-ratelimit-reset-requests-day`: seconds.
        XRateLimitResetRequestsDay = "x-ratelimit-reset-requests-day",
        /// `x-ratelimit-reset-tokens-minute`: seconds.
        XRateLimitResetTokensMinute = "x-ratelimit-reset-tokens-minute",
        /// `anthropic-ratelimit-requests-reset`: a time (RFC 3339).
        AnthropicRequestsReset = "anthropic-ratelimit-requests-reset",
        /// `anthropic-ratelimit-tokens-reset`: a time (RFC 3339).
        AnthropicTokensReset = "anthropic-ratelimit-tokens-reset",
        /// `anthropic-ratelimit-input-tokens-reset`: a time (RFC 3339).
        AnthropicInputTokensReset = "anthropic-ratelimit-input-tokens-reset",
        /// `anthropic-ratelimit-output-tokens-reset`: a time (RFC 3339).
        AnthropicOutputTokensReset = "anthropic-ratelimit-output-tokens-reset",
        /// `anthropic-ratelimit-unified-reset`: a time in seconds since 1970.
        AnthropicUnifiedReset = "anthropic-ratelimit-unified-reset",
        /// `x-ratelimit-reset`: a time in seconds or milliseconds since 1970.
        XRateLimitReset = "x-ratelimit-reset",
        /// `x-codex-primary-reset-after-seconds`, `x-codex-secondary-reset-after-seconds`: seconds.
        XCodexResetAfterSeconds = "x-codex-reset-after-seconds",
        /// `google.rpc.RetryInfo` in the body: a duration such as `36.5s`.
        RetryInfo = "retry_info",
        /// `retry_after` in the body: seconds.
        BodyRetryAfter = "retry_after",
        /// `retry_after_seconds` in the body: seconds.
        BodyRetryAfterSeconds = "retry_after_seconds",
        /// `resets_in_seconds` in the body: seconds.
        ResetsInSeconds = "resets_in_seconds",
        /// `resets_at` in the body: a time in seconds or milliseconds since 1970, or RFC 3339.
        ResetsAt = "resets_at",
        /// `reset_seconds` in the body: seconds.
        ResetSeconds = "reset_seconds",
        /// `estimated_time` in the body, until a model is loaded: seconds.
        EstimatedTime = "estimated_time",
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

    /// Returns the time until a moment, zero if it is past, unless that is implausible.
    fn until(self, then: SystemTime) -> Option<Duration> {
        plausible(then.duration_since(self.now()?).unwrap_or_default())
    }
}

/// Reads the delay that the headers of a response state, or else its body.
pub(crate) fn delay(
    headers: &Headers<'_>,
    in_body: Option<(DelaySource, &str)>,
    clock: Clock,
) -> Option<RetryAfter> {
    let by_headers = || {
        retry_after(headers, clock)
            .or_else(|| rate_limit(headers))
            .or_else(|| longest(headers, &OPENAI_BUCKETS, go_duration))
            .or_else(|| longest(headers, &ANTHROPIC_BUCKETS, |text| rfc_3339(text, clock)))
            .or_else(|| unified_reset(headers, clock))
            .or_else(|| longest(headers, &RESET_BUCKET, |text| epoch(text, clock)))
            .or_else(|| codex_reset(headers))
    };
    let by_body = || {
        let (source, text) = in_body?;
        let delay = body_delay(source, text, clock)?;
        Some(RetryAfter { delay, source })
    };
    let by_headers = headers.has_delays().then(by_headers).flatten();
    by_headers.or_else(by_body)
}

/// Reads the delay that a message states.
pub(crate) fn delay_in_message(message: &str) -> Option<RetryAfter> {
    let delay = in_prose(message).filter(|delay| *delay <= LONGEST_IN_PROSE)?;
    Some(RetryAfter {
        delay,
        source: DelaySource::Message,
    })
}

fn body_delay(source: DelaySource, text: &str, clock: Clock) -> Option<Duration> {
    match source {
        DelaySource::ResetsAt | DelaySource::XRateLimitReset => {
            epoch(text, clock).or_else(|| rfc_3339(text, clock))
        }
        _ => go_duration(text),
    }
}

/// Reads the headers of Claude subscriptions: the limit that decided, or else the longest of the windows that did not allow the
/// request.
fn unified_reset(headers: &Headers<'_>, clock: Clock) -> Option<RetryAfter> {
    let read = |reset, status| {
        let is_allowed = headers
            .text(status)
            .is_some_and(|status| status.starts_with("allowed"));
        let text = headers.text(reset).filter(|_| !is_allowed)?;
        epoch(text, clock).or_else(|| rfc_3339(text, clock))
    };
    let windows = [
        (
            Known::AnthropicUnified5hReset,
            Known::AnthropicUnified5hStatus,
        ),
        (
            Known::AnthropicUnified7dReset,
            Known::AnthropicUnified7dStatus,
        ),
    ];
    let decided = read(Known::AnthropicUnifiedReset, Known::AnthropicUnifiedStatus);
    let longest = || {
        let delays = windows
            .iter()
            .filter_map(|(reset, status)| read(*reset, *status));
        delays.max()
    };
    Some(RetryAfter {
        delay: decided.or_else(longest)?,
        source: DelaySource::AnthropicUnifiedReset,
    })
}

/// Reads the headers of Codex: the longest of the windows that are used up, or else the one that resets first.
fn codex_reset(headers: &Headers<'_>) -> Option<RetryAfter> {
    let windows = [
        (
            Known::XCodexPrimaryResetAfterSeconds,
            Known::XCodexPrimaryUsedPercent,
        ),
        (
            Known::XCodexSecondaryResetAfterSeconds,
            Known::XCodexSecondaryUsedPercent,
        ),
    ];
    let resets = windows.iter().filter_map(|(reset, used)| {
        let used = headers.text(*used).and_then(number);
        Some((seconds(headers.text(*reset)?)?, used >= Some(100.0)))
    });
    let used_up = resets.clone().filter(|(_, is_used_up)| *is_used_up);
    let longest = used_up.map(|(delay, _)| delay).max();
    Some(RetryAfter {
        delay: longest.or_else(|| resets.map(|(delay, _)| delay).min())?,
        source: DelaySource::XCodexResetAfterSeconds,
    })
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

const OPENAI_BUCKETS: [Bucket; 5] = [
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
    // Cerebras names the window.
    Bucket {
        reset: Known::XRatelimitResetRequestsDay,
        remaining: Known::XRatelimitRemainingRequestsDay,
        source: DelaySource::XRateLimitResetRequestsDay,
    },
    Bucket {
        reset: Known::XRatelimitResetTokensMinute,
        remaining: Known::XRatelimitRemainingTokensMinute,
        source: DelaySource::XRateLimitResetTokensMinute,
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

/// A longer delay is not plausible: it may be a time since 1970 in the place of seconds.
const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

fn plausible(delay: Duration) -> Option<Duration> {
    (delay <= YEAR).then_some(delay)
}

/// Converts seconds, unless they are negative, infinite, implausible or not a number.
fn duration(seconds: f64) -> Option<Duration> {
    plausible(Duration::try_from_secs_f64(seconds).ok()?)
}

fn seconds(text: &str) -> Option<Duration> {
    // Nearly all are integers.
    match text.parse() {
        Ok(whole) => plausible(Duration::from_secs(u32::into(whole))),
        Err(_) => duration(number(text)?),
    }
}

/// Reads a duration such as `6m0s`, `20ms` or `1m30.951s`, or seconds.
fn go_duration(text: &str) -> Option<Duration> {
    let text = trim(text);
    seconds(text).or_else(|| plausible(humantime::parse_duration(text).ok()?))
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
    let since = Duration::try_from_secs_f64(seconds).ok()?;
    clock.until(SystemTime::UNIX_EPOCH.checked_add(since)?)
}

/// What comes before a delay in prose.
const LEADS: [&str; 15] = [
    "try again in",
    "try again after",
    "retry in",
    "retry after",
    "retry-after",
    "resets in",
    "reset in",
    "reset after",
    "resets after",
    "available in",
    "please wait",
    "wait",
    "请稍后",
    "请在",
    "请等待",
];

/// Words that may come between those and the number.
const FILLERS: [&str; 5] = ["~", "about", "for", "another", ":"];

/// The longest delay that is taken from prose: a longer one is not for a program to wait for, and anybody can write one.
const LONGEST_IN_PROSE: Duration = Duration::from_secs(60 * 60);

/// Reads a delay in prose, however long, outside quotations: "Please try again in 2.398s.", "retry after 30 seconds", "请在 30 秒后重试".
pub(crate) fn in_prose(message: &str) -> Option<Duration> {
    const LIMIT: usize = 4 * 1024;
    let mut end = message.len().min(LIMIT);
    while !message.is_char_boundary(end) {
        end -= 1;
    }
    let text = &message[..end];
    // Few messages have a number behind such words, and what is quoted is found with some effort.
    if !may_state_delay(text) {
        return None;
    }
    let mut parts = spoken(text);
    parts.find_map(|part| after_lead(part).or_else(|| before_chinese_lead(part)))
}

/// Returns whether a number stands behind a lead, or before a Chinese one.
fn may_state_delay(text: &str) -> bool {
    let mut before = b' ';
    let mut numbers = text.bytes().enumerate().filter_map(|(at, byte)| {
        let begins = byte.is_ascii_digit() && !before.is_ascii_alphanumeric() && before != b'.';
        before = byte;
        begins.then_some(at)
    });
    numbers.any(|at| before_leads(&text[..at]).next().is_some()) || text.contains('后')
}

fn after_lead(prose: &str) -> Option<Duration> {
    let mut before = ' ';
    for (at, c) in prose.char_indices() {
        let begins_number = c.is_ascii_digit() && !before.is_ascii_alphanumeric() && before != '.';
        before = c;
        if begins_number
            && is_after_lead(&prose[..at])
            && let Some(delay) = prose_duration(&prose[at..])
        {
            return Some(delay);
        }
    }
    None
}

fn is_after_lead(before: &str) -> bool {
    before_leads(before).any(begins_clause)
}

/// Returns what stands before each lead that a text ends in.
fn before_leads(text: &str) -> impl Iterator<Item = &str> {
    let mut before = text.trim_end();
    for filler in FILLERS {
        before = strip_suffix_ignoring_case(before, filler)
            .unwrap_or(before)
            .trim_end();
    }
    let leads = LEADS.iter();
    leads.filter_map(move |lead| strip_suffix_ignoring_case(before, lead))
}

/// Returns whether a delay may be stated after this text: at the beginning, or after another clause. In the middle of a
/// sentence it may be what a caller wrote.
fn begins_clause(before: &str) -> bool {
    const POLITE: [&str; 6] = ["please", "you can", "you may", "will", "or", "and"];
    let untrimmed = before;
    let mut before = before.trim_end();
    for word in POLITE {
        before = strip_suffix_ignoring_case(before, word)
            .unwrap_or(before)
            .trim_end();
    }
    let is_adjacent = before.len() == untrimmed.len();
    let ends = |c: char| !c.is_alphanumeric() && !c.is_whitespace() || is_adjacent && !c.is_ascii();
    let clause = before.rsplit(ends).next().unwrap_or_default();
    clause.trim().is_empty() || is_of_limit(clause)
}

/// Returns whether a clause is about what resets, and about nothing before: `Your rate limit`, `The quota for today`.
fn is_of_limit(clause: &str) -> bool {
    const LIMITS: [&str; 6] = ["limit", "limits", "quota", "quotas", "usage", "window"];
    let words = clause.split_whitespace();
    let mut first = words.take(4);
    first.any(|word| LIMITS.iter().any(|limit| word.eq_ignore_ascii_case(limit)))
}

/// Reads a number with its unit, or a compound such as `1m30s`.
fn prose_duration(text: &str) -> Option<Duration> {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let end = text.find(|c| !is_inside(c)).unwrap_or(text.len());
    let token = text[..end].trim_end_matches('.');
    let Some(number) = number(token) else {
        return plausible(humantime::parse_duration(token).ok()?);
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
        let lead = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        let number = number(&before[lead.len()..])?;
        let lead = lead.trim_end();
        let leads = ["请在", "请于", "请等待", "请", "在", "约"];
        let before_lead = leads.iter().find_map(|word| lead.strip_suffix(word));
        begins_clause(before_lead.unwrap_or(lead)).then(|| duration(number * seconds))?
    })
}
