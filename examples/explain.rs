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
use error_codes::{ApiError, HeaderMap, HeaderValue, Provider, Reader, StatusCode, providers};
use error_codes_explanation::{Explanation, Fact, parse_header, parse_status, split_head, to_json};
use http::HeaderName;
use serde::Deserialize;
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

    fn reader(&self) -> Reader {
        let reader = Reader::from(self.provider);
        match self.now {
            Some(now) => reader.at(now),
            None => reader,
        }
    }

    fn read(&self) -> ApiError<'_> {
        self.reader().read(self.status, &self.headers, &self.body)
    }

    fn explain(&self, json: bool, out: &mut impl Write) -> io::Result<()> {
        if json {
            write_json(&self.read(), out)?;
            return writeln!(out);
        }
        let reader = self.reader();
        let explanation = Explanation::of_response(&reader, self.status, &self.headers, &self.body);
        print(explanation, out)
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

fn write_json(error: &ApiError<'_>, out: &mut impl Write) -> io::Result<()> {
    out.write_all(to_json(error)?.as_bytes())
}

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const PLAIN: Style = Style::new();

/// Prints an explanation for a person.
fn print(explanation: Explanation, out: &mut impl Write) -> io::Result<()> {
    let summary = explanation.summary.map(|summary| format!(": {summary}"));
    writeln!(
        out,
        "{}{}{}{}",
        BOLD.render(),
        explanation.what,
        BOLD.render_reset(),
        summary.unwrap_or_default()
    )?;
    let colour = if explanation.is_retryable { GOOD } else { BAD };
    for Fact { label, text } in explanation.facts {
        let style = if label == "retry" { colour } else { PLAIN };
        let (on, off) = (style.render(), style.render_reset());
        writeln!(out, "  {label:<10} {on}{text}{off}")?;
    }
    Ok(())
}
