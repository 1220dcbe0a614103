//! Explains error responses: what happened, whether and when to retry, and where else to send the request.
//!
//! ```text
//! cargo run --example explain
//! cargo run --example explain -- --provider ppio --status 403 '{"code":403,"reason":"NOT_ENOUGH_BALANCE"}'
//! curl -si https://api.example/v1/models | cargo run --example explain
//! cargo run --example explain -- --har recorded.har
//! ```

mod har;
mod hosts;
mod json;
mod lines;
mod response;
mod text;

use clap::Parser;
use error_codes::{HeaderValue, Provider, StatusCode, providers};
use error_codes_examples::arguments;
use error_codes_explanation::{parse_header, parse_status, split_head};
use har::Har;
use http::HeaderName;
use response::Response;
use std::fmt::Display;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

/// Real responses of well-known providers, from public reports and documentation.
const SAMPLES: &str = include_str!("../samples.jsonl");

/// Explain an error response of an AI API; with no arguments and no input, samples of well-known providers.
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

    /// Explain each failed response in a HAR file, as browsers record them; `-` for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["status", "headers", "now", "body"])]
    har: Option<PathBuf>,

    /// The body, with or without the status line and headers of `curl -si`; `-` or nothing for standard input
    #[arg(value_name = "BODY")]
    body: Option<String>,
}

fn provider_ids() -> String {
    let ids: Vec<&str> = providers::ALL.iter().map(|known| known.id()).collect();
    format!("Providers: {}", ids.join(", "))
}

fn main() -> ExitCode {
    let arguments: Arguments = arguments();
    let run = if arguments.ndjson {
        lines::explain(io::stdin().lock())
    } else if let Some(file) = &arguments.har {
        explain_har(file, &arguments)
    } else {
        explain_one(&arguments).map(|()| ExitCode::SUCCESS)
    };
    match run {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("explain: {error}");
            ExitCode::from(2)
        }
    }
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
        let response = lines::response(line.as_bytes()).map_err(io::Error::other)?;
        if !json {
            if at > 0 {
                writeln!(out)?;
            }
            let status = response
                .status
                .map_or_else(|| "-".to_owned(), |status| status.as_u16().to_string());
            let body = String::from_utf8_lossy(&response.body);
            text::heading(&format!("{status} {body}"), &mut out)?;
        }
        response.explain(json, &mut out)?;
    }
    Ok(())
}

/// Explains the failed responses in a HAR file. An entry that cannot be read fails the run at its end.
fn explain_har(file: &Path, arguments: &Arguments) -> io::Result<ExitCode> {
    let (name, content) = if file.as_os_str() == "-" {
        let mut content = Vec::new();
        let read = io::stdin().read_to_end(&mut content);
        ("standard input".into(), read.map(|_| content))
    } else {
        (file.to_string_lossy(), fs::read(file))
    };
    let of_file = |error: &dyn Display| io::Error::other(format!("{name}: {error}"));
    let content = content.map_err(|error| of_file(&error))?;
    let har = Har::parse(&content).map_err(|error| of_file(&error))?;
    let mut out = anstream::stdout().lock();
    let unread = har.explain(arguments.provider, arguments.json, &mut out)?;
    for error in &unread {
        eprintln!("explain: {}", of_file(error));
    }
    Ok(ExitCode::from(u8::from(!unread.is_empty())))
}
