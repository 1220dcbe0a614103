//! Explains error answers: what happened, whether to try again and when, and where else to send the request.
//!
//! ```text
//! cargo run --example explain
//! cargo run --example explain -- --provider ppio --status 403 '{"code":403,"reason":"NOT_ENOUGH_BALANCE"}'
//! ```

use anstyle::{AnsiColor, Style};
use clap::Parser;
use clap::error::ErrorKind as ClapKind;
use error_codes::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use error_codes::{ApiError, MatchedBy, Provider, RetryHint, Row, Scope};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

/// Real answers, one of each provider, from public reports and documentation.
const SAMPLES: &str = include_str!("samples.jsonl");

/// Explain an error answer of an AI API; with no arguments, one of each provider.
#[derive(Parser)]
#[command(name = "explain")]
struct Arguments {
    /// Whose answer it is; without it, every shape and table is tried
    #[arg(long, value_name = "ID", value_parser = error_codes::provider)]
    provider: Option<&'static Provider>,

    /// The HTTP status
    #[arg(long, value_name = "N", value_parser = parse_status)]
    status: Option<StatusCode>,

    /// A header of the answer
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = parse_header)]
    headers: Vec<(HeaderName, HeaderValue)>,

    /// The time at which a date in a header is read, instead of the system's
    #[arg(long, value_name = "RFC3339", value_parser = humantime::parse_rfc3339_weak)]
    now: Option<SystemTime>,

    /// Print JSON
    #[arg(long)]
    json: bool,

    /// Read one answer a line as JSON on standard input, and print one explanation a line as JSON
    #[arg(long, exclusive = true)]
    ndjson: bool,

    /// The body, or `-` for standard input
    #[arg(value_name = "BODY")]
    body: Option<String>,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let run = if arguments.ndjson {
        explain_lines(io::stdin().lock())
    } else if arguments.says_nothing() {
        explain_samples(arguments.json)
    } else {
        explain_one(&arguments)
    };
    match run {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("explain: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints help where it was asked for, and otherwise the cause and the cure in one line.
fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(
        error.kind(),
        ClapKind::DisplayHelp | ClapKind::DisplayVersion
    ) {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    let parts = text
        .lines()
        .take_while(|line| !line.starts_with("Usage"))
        .map(|line| line.trim().trim_start_matches("error: "))
        .filter(|line| !line.is_empty() && !line.starts_with("For more information"));
    let cause: Vec<&str> = parts.collect();
    eprintln!(
        "explain: {}; `--help` shows what it takes",
        cause.join("; ")
    );
    ExitCode::from(2)
}

impl Arguments {
    fn says_nothing(&self) -> bool {
        self.provider.is_none()
            && self.status.is_none()
            && self.headers.is_empty()
            && self.body.is_none()
    }
}

fn parse_status(text: &str) -> Result<StatusCode, String> {
    text.parse()
        .map_err(|_| "a status is a number from 100 to 999".to_owned())
}

fn parse_header(text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let help = "a header is `name: value`, such as `retry-after: 20`";
    let (name, value) = text.split_once(':').ok_or(help)?;
    let name = name.trim().parse().map_err(|_| help)?;
    let value = value.trim().parse().map_err(|_| help)?;
    Ok((name, value))
}

fn explain_one(arguments: &Arguments) -> io::Result<()> {
    let mut body = Vec::new();
    match arguments.body.as_deref() {
        Some("-") => {
            io::stdin().read_to_end(&mut body)?;
        }
        Some(text) => body.extend(text.as_bytes()),
        None => {}
    }
    let answer = Answer {
        provider: arguments.provider,
        status: arguments.status,
        headers: arguments.headers.iter().cloned().collect(),
        body,
        now: arguments.now,
    };
    let mut out = anstream::stdout().lock();
    answer.explain(arguments.json, &mut out)
}

fn explain_samples(json: bool) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    for (at, line) in SAMPLES.lines().enumerate() {
        let answer = Answer::from_json(line.as_bytes()).map_err(io::Error::other)?;
        if !json {
            if at > 0 {
                writeln!(out)?;
            }
            let status = answer
                .status
                .map_or_else(|| "-".to_owned(), |status| status.as_u16().to_string());
            let body = String::from_utf8_lossy(&answer.body);
            writeln!(out, "{}{status} {body}{}", DIM.render(), DIM.render_reset())?;
        }
        answer.explain(json, &mut out)?;
    }
    Ok(())
}

/// One object in, one object out; a line that is none is reported with its number.
fn explain_lines(input: impl Read) -> io::Result<()> {
    let mut input = io::BufReader::new(input);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    let mut text = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        text.clear();
        // Who asks line by line waits for an answer before it asks again.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
        if input.read_until(b'\n', &mut line)? == 0 {
            return out.flush();
        }
        number += 1;
        match Answer::from_json(&line) {
            Ok(answer) => serde_json::to_writer(&mut text, &answer.read())?,
            Err(error) => {
                let report = serde_json::json!({ "error": error, "line": number });
                serde_json::to_writer(&mut text, &report)?;
            }
        }
        text.push(b'\n');
        out.write_all(&text)?;
    }
}

/// An answer to explain.
struct Answer {
    provider: Option<&'static Provider>,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Vec<u8>,
    now: Option<SystemTime>,
}

/// A line of `--ndjson`.
#[derive(Deserialize)]
struct Line {
    provider: Option<String>,
    status: Option<u16>,
    #[serde(default)]
    headers: Option<BTreeMap<String, String>>,
    body: String,
    /// Seconds since 1970.
    now: Option<f64>,
}

impl Answer {
    fn from_json(line: &[u8]) -> Result<Self, String> {
        let line: Line = serde_json::from_slice(line).map_err(|error| error.to_string())?;
        let provider = line.provider.as_deref().map(error_codes::provider);
        let status = line.status.map(StatusCode::from_u16);
        let since = line.now.map(Duration::try_from_secs_f64);
        Ok(Answer {
            provider: provider.transpose().map_err(|error| error.to_string())?,
            status: status.transpose().map_err(|error| error.to_string())?,
            headers: headers(&line.headers.unwrap_or_default()),
            body: line.body.into_bytes(),
            now: since
                .transpose()
                .map_err(|error| error.to_string())?
                .and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since)),
        })
    }

    fn read(&self) -> ApiError<'_> {
        let now = self.now.unwrap_or_else(SystemTime::now);
        match self.provider {
            Some(provider) => provider.read_at(now, self.status, &self.headers, &self.body),
            None => error_codes::read_at(now, self.status, &self.headers, &self.body),
        }
    }

    fn explain(&self, json: bool, out: &mut impl Write) -> io::Result<()> {
        let error = self.read();
        if json {
            let text = serde_json::to_string(&error)?;
            writeln!(out, "{text}")
        } else {
            explain(&error, out)
        }
    }
}

/// What no header can be written with is left out: the rest of the answer can still be explained.
fn headers(lines: &BTreeMap<String, String>) -> HeaderMap {
    lines
        .iter()
        .filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)))
        .collect::<HeaderMap<HeaderValue>>()
}

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// For a person: what happened, retry, where else, which row decided, and where it is documented.
fn explain(error: &ApiError<'_>, out: &mut impl Write) -> io::Result<()> {
    let row = error.matched().map(|matched| matched.row());
    let who = error.provider().map_or("unknown provider", Provider::name);
    let what = row.and_then(Row::summary);
    let what = what.map_or_else(String::new, |summary| format!(": {summary}"));
    writeln!(
        out,
        "{}{who}: {}{}{what}",
        BOLD.render(),
        error.kind(),
        BOLD.render_reset()
    )?;
    let mut line = |label: &str, text: &str| writeln!(out, "  {label:<10} {text}");
    if let Some(message) = error.message() {
        line("message", &message)?;
    }
    let colour = if error.is_retryable() { GOOD } else { BAD };
    let retry = format!(
        "{}{}{}",
        colour.render(),
        retry(error),
        colour.render_reset()
    );
    line("retry", &retry)?;
    line("elsewhere", elsewhere(error.scope()))?;
    line("decided by", &decided_by(error))?;
    for candidate in error.candidates() {
        let table = candidate.section().name();
        line("or", &format!("{table}::{}", candidate.row().variant()))?;
    }
    let documented = error
        .matched()
        .map(|matched| matched.section().provider())
        .or(error.provider());
    if let Some(provider) = documented
        && let Some(page) = provider.docs()
    {
        let read_on = provider.read_on().map(|day| format!(" (read {day})"));
        line("see", &format!("{page}{}", read_on.unwrap_or_default()))?;
    }
    if let Some(id) = error.request_id() {
        line("request id", id)?;
    }
    Ok(())
}

fn retry(error: &ApiError<'_>) -> String {
    let advice = match error.retry() {
        RetryHint::Never => "no, it fails again until somebody changes something",
        RetryHint::Backoff => "yes, with exponential backoff and jitter",
        RetryHint::AfterReset => "yes, when the limit renews",
        _ => "no opinion, the provider does not say",
    };
    match error.retry_after_with_source() {
        Some(wait) => {
            let delay = humantime::format_duration(wait.delay);
            format!("{advice}; the answer says in {delay} ({})", wait.source)
        }
        None => advice.to_owned(),
    }
}

fn elsewhere(scope: Scope) -> &'static str {
    match scope {
        Scope::Request => "nowhere: only another request helps",
        Scope::Model => "another model, or the same model at another provider",
        Scope::Key => "another key of this account, or another provider",
        Scope::Account => "another account, or another provider",
        _ => "another provider",
    }
}

fn decided_by(error: &ApiError<'_>) -> String {
    let sign = match error.matched_by() {
        MatchedBy::Code => format!("the code `{}`", error.code().unwrap_or_default()),
        MatchedBy::Type => format!("the type `{}`", error.error_type().unwrap_or_default()),
        MatchedBy::Message => "the message".to_owned(),
        MatchedBy::Status => format!("the status {}", status(error)),
        _ if error.status().is_some() => {
            return format!(
                "the general meaning of the status {}, no row fits",
                status(error)
            );
        }
        _ => return "nothing: no row fits and no status is known".to_owned(),
    };
    let row = error.matched().map(|matched| {
        let table = matched.section().name();
        format!(", row {table}::{}", matched.row().variant())
    });
    let differs = match error
        .matched()
        .and_then(|matched| matched.row().status_pattern())
    {
        Some(documented) if error.status_differs() => {
            format!(
                ", although the page says status {documented} and not {}",
                status(error)
            )
        }
        _ => String::new(),
    };
    let is_refined = error
        .matched()
        .is_some_and(|matched| matched.row().kind() != error.kind());
    let refined = if is_refined {
        ", which wraps what the message says"
    } else {
        ""
    };
    format!("{sign}{}{refined}{differs}", row.unwrap_or_default())
}

fn status(error: &ApiError<'_>) -> String {
    error
        .status()
        .map_or_else(String::new, |status| status.as_u16().to_string())
}
