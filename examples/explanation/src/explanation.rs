//! What happened, whether to retry, where else to send the request, which row decided, and where it is documented.

use crate::advice;
use error_codes::{ApiError, Entry, HeaderMap, MatchedBy, Provider, Reader, StatusCode};

/// An error, told to a person.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Explanation {
    /// Who reports it, and its kind.
    pub what: String,
    /// What the matched row says about it.
    pub summary: Option<String>,
    /// Whether the same request may succeed later.
    pub is_retryable: bool,
    /// Everything else, in the order in which it is told.
    pub facts: Vec<Fact>,
}

/// One line of an explanation.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub label: &'static str,
    /// What is said about it.
    pub text: String,
}

impl Explanation {
    /// Explains an error.
    #[must_use]
    pub fn of(error: &ApiError<'_>) -> Self {
        let who = error.provider().map_or("unknown provider", Provider::name);
        let summary = error.matched().and_then(|entry| entry.row().summary());
        Explanation {
            what: format!("{who}: {}", error.kind()),
            summary: summary.map(str::to_owned),
            is_retryable: error.is_retryable(),
            facts: facts(error),
        }
    }

    /// Explains a response, which may be a success.
    #[must_use]
    pub fn of_response(
        reader: &Reader,
        status: Option<StatusCode>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        match status.filter(StatusCode::is_success) {
            Some(status) if reader.error_in(status, headers, body).is_none() => {
                let status = status.as_u16();
                Explanation {
                    what: format!("no error: status code {status}, and none in the body"),
                    summary: None,
                    is_retryable: false,
                    facts: Vec::new(),
                }
            }
            _ => Self::of(&reader.read(status, headers, body)),
        }
    }
}

fn facts(error: &ApiError<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut tell = |label, text: String| facts.push(Fact { label, text });
    if let Some(message) = printed(error, "message") {
        tell("message", message);
    }
    tell("retry", retry(error));
    tell("elsewhere", advice::elsewhere(error.scope()).to_owned());
    tell("decided by", decided_by(error));
    for candidate in error.candidates() {
        tell("or", name(error, candidate));
    }
    let matched = error.matched();
    let documented = matched.map(|entry| entry.provider()).or(error.provider());
    if let Some(provider) = documented
        && let Some(page) = provider.docs()
    {
        let retrieved = provider.retrieved();
        let retrieved = retrieved.map(|day| format!(" (retrieved {day})"));
        tell("see", format!("{page}{}", retrieved.unwrap_or_default()));
    }
    if let Some(id) = printed(error, "request_id") {
        tell("request id", id);
    }
    facts
}

/// Returns a field as it may be shown: without credentials, and with control characters and marks that change the direction of
/// writing escaped.
fn printed(error: &ApiError<'_>, field: &str) -> Option<String> {
    let fields = serde_json::to_value(error).ok()?;
    let is_disruptive = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let mut text = String::new();
    for c in fields[field].as_str()?.chars() {
        if is_disruptive(c) {
            text.extend(c.escape_default());
        } else {
            text.push(c);
        }
    }
    Some(text)
}

fn retry(error: &ApiError<'_>) -> String {
    let advice = advice::retry(error.retry());
    match error.retry_after_with_source() {
        Some(wait) => {
            let delay = humantime::format_duration(wait.delay);
            format!("{advice}; the response says in {delay} ({})", wait.source)
        }
        None => advice.to_owned(),
    }
}

fn decided_by(error: &ApiError<'_>) -> String {
    let sign = match error.matched_by() {
        MatchedBy::Code => format!("the code `{}`", printed(error, "code").unwrap_or_default()),
        MatchedBy::Type => format!("the type `{}`", printed(error, "type").unwrap_or_default()),
        MatchedBy::Message => "the message".to_owned(),
        MatchedBy::Status => format!("the status code {}", status(error)),
        _ if error.status().is_some() => {
            return format!(
                "the usual meaning of the status code {}, no row matches",
                status(error)
            );
        }
        _ => return "nothing: no row matches, and there is no status code".to_owned(),
    };
    let Some(entry) = error.matched() else {
        return sign;
    };
    let row = name(error, entry);
    let is_refined = entry.row().kind() != error.kind();
    let refined = if is_refined {
        ", refined by the rest of the response"
    } else {
        ""
    };
    let differs = match entry.row().status_pattern() {
        Some(documented) if error.status_differs() => format!(
            ", although its status code is {documented} and not {}",
            status(error)
        ),
        _ => String::new(),
    };
    format!("{sign}, row {row}{refined}{differs}")
}

/// Returns the name of a row, with its provider unless that is the given one.
fn name(error: &ApiError<'_>, entry: Entry<'_>) -> String {
    let (origin, table, row) = (entry.provider().id(), entry.table().name(), entry.row());
    if error.provider().map(Provider::id) == Some(origin) {
        format!("{table}::{}", row.variant())
    } else {
        format!("{origin} {table}::{}", row.variant())
    }
}

fn status(error: &ApiError<'_>) -> String {
    error
        .status()
        .map_or_else(String::new, |status| status.as_u16().to_string())
}
