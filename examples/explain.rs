//! Explains error responses: what happened, whether and when to retry, and where else to send the request.
//!
//! ```text
//! cargo run --example explain
//! cargo run --example explain -- --provider ppio --status 403 '{"code":403,"reason":"NOT_ENOUGH_BALANCE"}'
//! curl -si https://api.example/v1/models | cargo run --example explain
//! ```

use anstyle::{AnsiColor, Style};
use clap::Parser;
use clap::error::ErrorKind as ClapKind;
use error_codes::{
    ApiError, Entry, HeaderMap, HeaderValue, MatchedBy, Provider, Reader, RetryHint, Scope,
    StatusCode, providers,
};
use http::HeaderName;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

/// Real responses, one of each provider, from public reports and documentation.
const SAMPLES: &str = include_str!("samples.jsonl");

/// Explain an error response of an AI API; with no arguments and no input, a sample of each provider.
#[derive(Parser)]
#[command(name = "explain", after_help = provider_ids())]
struct Arguments {
    /// The provider that sent the response; without it, every table and every known shape applies
    #[arg(long, value_name = "ID", value_parser = error_codes::provider)]
    provider: Option<&'static Provider>,

    /// The HTTP status code
    #[arg(long, value_name = "N", value_parser = parse_status)]
    status: Option<StatusCode>,

    /// A header of the response
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = parse_header)]
    headers: Vec<(HeaderName, HeaderValue)>,

    /// The time that dates in headers are compared with, instead of the system's
    #[arg(long, value_name = "RFC3339", value_parser = humantime::parse_rfc3339_weak)]
    now: Option<SystemTime>,

    /// Print JSON
    #[arg(long)]
    json: bool,

    /// Read one response a line as JSON from standard input, and print one explanation a line as JSON
    #[arg(long, exclusive = true)]
    ndjson: bool,

    /// The body, with or without the status line and headers of `curl -si`; `-` or nothing for standard input
    #[arg(value_name = "BODY")]
    body: Option<String>,
}

fn provider_ids() -> String {
    let ids: Vec<&str> = providers::ALL.iter().map(|known| known.id()).collect();
    format!("Providers: {}", ids.join(", "))
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let run = if arguments.ndjson {
        explain_lines(io::stdin().lock())
    } else {
        explain_one(&arguments).map(|()| ExitCode::SUCCESS)
    };
    match run {
        Ok(code) => code,
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

fn parse_status(text: &str) -> Result<StatusCode, String> {
    text.parse()
        .map_err(|_| "a status code is a number between 100 and 999".to_owned())
}

fn parse_header(text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let help = "a header is `name: value`, such as `retry-after: 20`";
    let (name, value) = text.split_once(':').ok_or(help)?;
    let name = name.trim().parse().map_err(|_| help)?;
    let value = value.trim().parse().map_err(|_| help)?;
    Ok((name, value))
}

fn explain_one(arguments: &Arguments) -> io::Result<()> {
    let says_nothing = arguments.provider.is_none()
        && arguments.status.is_none()
        && arguments.headers.is_empty()
        && arguments.body.is_none();
    let mut input = Vec::new();
    match arguments.body.as_deref() {
        Some("-") => _ = io::stdin().read_to_end(&mut input)?,
        Some(text) => input.extend(text.as_bytes()),
        None if io::stdin().is_terminal() => {}
        None => _ = io::stdin().read_to_end(&mut input)?,
    }
    if says_nothing && input.is_empty() {
        return explain_samples(arguments.json);
    }
    let (status, mut headers, body) = split_head(&input);
    headers.extend(arguments.headers.iter().cloned());
    let response = Response {
        provider: arguments.provider,
        status: arguments.status.or(status),
        headers,
        body: body.to_vec(),
        now: arguments.now,
    };
    let mut out = anstream::stdout().lock();
    response.explain(arguments.json, &mut out)
}

/// Splits off the status line and the headers with which the output of `curl -si` begins. After a redirect or a proxy there
/// are several, and the last belong to the response.
fn split_head(text: &[u8]) -> (Option<StatusCode>, HeaderMap, &[u8]) {
    let mut last = (None, HeaderMap::new(), text);
    while let Some((status, headers, rest)) = first_head(last.2) {
        last = (Some(status), headers, rest);
    }
    last
}

fn first_head(text: &[u8]) -> Option<(StatusCode, HeaderMap, &[u8])> {
    let mut rest = text.strip_prefix(b"HTTP/")?;
    let line = str::from_utf8(take_line(&mut rest)).ok()?;
    let status = line.split_ascii_whitespace().nth(1)?.parse().ok()?;
    let mut headers = HeaderMap::new();
    loop {
        let line = take_line(&mut rest);
        if line.is_empty() {
            return Some((status, headers, rest));
        }
        let header = str::from_utf8(line).ok().map(parse_header);
        headers.extend(header.into_iter().flatten());
    }
}

fn take_line<'t>(text: &mut &'t [u8]) -> &'t [u8] {
    let end = text.iter().position(|byte| *byte == b'\n');
    let (line, rest) = text.split_at(end.map_or(text.len(), |end| end + 1));
    *text = rest;
    line.trim_ascii_end()
}

fn explain_samples(json: bool) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    for (at, line) in SAMPLES.lines().enumerate() {
        let response = Response::from_json(line.as_bytes()).map_err(io::Error::other)?;
        if !json {
            if at > 0 {
                writeln!(out)?;
            }
            let status = response
                .status
                .map_or_else(|| "-".to_owned(), |status| status.as_u16().to_string());
            let body = String::from_utf8_lossy(&response.body);
            writeln!(out, "{}{status} {body}{}", DIM.render(), DIM.render_reset())?;
        }
        response.explain(json, &mut out)?;
    }
    Ok(())
}

/// Explains one response a line. A line that is not one is reported with its number, and fails the run at its end.
fn explain_lines(input: impl Read) -> io::Result<ExitCode> {
    let mut input = io::BufReader::new(input);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut line = Vec::new();
    let mut text = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        text.clear();
        // A program that sends one line at a time waits for the explanation before it sends the next.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
        if input.read_until(b'\n', &mut line)? == 0 {
            out.flush()?;
            return Ok(code);
        }
        number += 1;
        match Response::from_json(&line) {
            Ok(response) => write_json(&response.read(), &mut text)?,
            Err(error) => {
                code = ExitCode::FAILURE;
                let report = serde_json::json!({ "error": error, "line": number });
                serde_json::to_writer(&mut text, &report)?;
            }
        }
        text.push(b'\n');
        out.write_all(&text)?;
    }
}

/// A response to explain.
struct Response {
    provider: Option<&'static Provider>,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Vec<u8>,
    now: Option<SystemTime>,
}

/// A line of `--ndjson`.
#[derive(Deserialize)]
struct Line<'a> {
    provider: Option<String>,
    status: Option<u16>,
    #[serde(default)]
    headers: Option<BTreeMap<String, String>>,
    /// A string, or an object for those who have it as one.
    #[serde(borrow)]
    body: &'a RawValue,
    /// Seconds since 1970.
    now: Option<f64>,
}

impl Response {
    fn from_json(line: &[u8]) -> Result<Self, String> {
        let line: Line<'_> = serde_json::from_slice(line).map_err(|error| error.to_string())?;
        let provider = line.provider.as_deref().map(error_codes::provider);
        let provider = provider.transpose().map_err(|error| error.to_string())?;
        let status = line.status.map(|number| {
            let status = StatusCode::from_u16(number);
            status.map_err(|_| format!("`{number}` is not a valid HTTP status code"))
        });
        let now = line.now.map(|seconds| {
            let since = Duration::try_from_secs_f64(seconds).ok();
            since
                .and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since))
                .ok_or_else(|| format!("`{seconds}` is not a valid number of seconds since 1970"))
        });
        Ok(Response {
            provider,
            status: status.transpose()?,
            headers: headers(&line.headers.unwrap_or_default()),
            body: body(line.body)?,
            now: now.transpose()?,
        })
    }

    fn read(&self) -> ApiError<'_> {
        let mut reader = Reader::from(self.provider);
        if let Some(now) = self.now {
            reader = reader.at(now);
        }
        reader.read(self.status, &self.headers, &self.body)
    }

    fn explain(&self, json: bool, out: &mut impl Write) -> io::Result<()> {
        let error = self.read();
        if json {
            write_json(&error, out)?;
            writeln!(out)
        } else {
            explain(&error, out)
        }
    }
}

fn body(json: &RawValue) -> Result<Vec<u8>, String> {
    let text = json.get();
    match text.as_bytes().first() {
        Some(b'"') => {
            let text: String = serde_json::from_str(text).map_err(|error| error.to_string())?;
            Ok(text.into_bytes())
        }
        Some(b'{') => Ok(text.as_bytes().to_vec()),
        _ => Err("`body` is neither a string nor an object".to_owned()),
    }
}

/// Skips what is not a valid header: the rest of the response can still be explained.
fn headers(lines: &BTreeMap<String, String>) -> HeaderMap {
    lines
        .iter()
        .filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)))
        .collect::<HeaderMap<HeaderValue>>()
}

/// Writes the error as one object. Where no provider was given, `provider` is that of the row if its code decided: codes tell
/// providers apart, messages and status codes do not.
fn write_json(error: &ApiError<'_>, out: &mut impl Write) -> io::Result<()> {
    let is_named = error.provider().is_none() && error.matched_by() == MatchedBy::Code;
    match error.matched().filter(|_| is_named) {
        Some(entry) => {
            let text = serde_json::to_string(error)?;
            // Nothing else in the text looks like this field: quotes inside of strings are escaped.
            let provider = format!(r#""provider":{}"#, Value::from(entry.provider().id()));
            let text = text.replacen(r#""provider":null"#, &provider, 1);
            out.write_all(text.as_bytes())
        }
        None => Ok(serde_json::to_writer(out, error)?),
    }
}

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// Prints for a person what happened, whether to retry, where else to send the request, which row decided, and where it is
/// documented.
fn explain(error: &ApiError<'_>, out: &mut impl Write) -> io::Result<()> {
    let matched = error.matched();
    let who = error.provider().map_or("unknown provider", Provider::name);
    let what = matched.and_then(|entry| entry.row().summary());
    let what = what.map_or_else(String::new, |summary| format!(": {summary}"));
    writeln!(
        out,
        "{}{who}: {}{}{what}",
        BOLD.render(),
        error.kind(),
        BOLD.render_reset()
    )?;
    let mut line = |label: &str, text: &str| writeln!(out, "  {label:<10} {text}");
    if let Some(message) = printed(error, "message") {
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
        line("or", &name(error, candidate))?;
    }
    let documented = matched.map(|entry| entry.provider()).or(error.provider());
    if let Some(provider) = documented
        && let Some(page) = provider.docs()
    {
        let retrieved = provider.retrieved();
        let retrieved = retrieved.map(|day| format!(" (retrieved {day})"));
        line("see", &format!("{page}{}", retrieved.unwrap_or_default()))?;
    }
    if let Some(id) = printed(error, "request_id") {
        line("request id", &id)?;
    }
    Ok(())
}

/// Returns a field as it may be printed on a terminal: without credentials, and with control characters and marks that change
/// the direction of writing escaped.
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
    let advice = match error.retry() {
        RetryHint::Never => "no, it fails again until somebody changes something",
        RetryHint::Backoff => "yes, with exponential backoff and jitter",
        RetryHint::AfterReset => "yes, when the limit renews",
        _ => "no opinion, the provider does not say",
    };
    match error.retry_after_with_source() {
        Some(wait) => {
            let delay = humantime::format_duration(wait.delay);
            format!("{advice}; the response says in {delay} ({})", wait.source)
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
