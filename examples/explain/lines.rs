//! Many responses, one a line as JSON.

use crate::json;
use crate::response::Response;
use error_codes::{HeaderMap, HeaderValue, StatusCode};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

/// Explains one response a line. A line that is not one is reported with its number, and fails the run at its end.
pub(crate) fn explain(input: impl Read) -> io::Result<ExitCode> {
    let mut input = io::BufReader::new(input);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut line = Vec::new();
    let mut text = Vec::new();
    let progress = progress();
    for number in 1.. {
        line.clear();
        text.clear();
        // A program that sends one line at a time waits for the explanation before it sends the next.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        match response(&line) {
            Ok(response) => json::write(&response.read(), &mut text)?,
            Err(error) => {
                code = ExitCode::FAILURE;
                let report = serde_json::json!({ "error": error, "line": number });
                serde_json::to_writer(&mut text, &report)?;
            }
        }
        text.push(b'\n');
        out.write_all(&text)?;
        progress.set_position(number);
        if number == LONG && !io::stdout().is_terminal() {
            progress.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
    progress.finish_and_clear();
    out.flush()?;
    Ok(code)
}

/// The number of lines from which on somebody waits. On a terminal, the output itself is the progress.
const LONG: u64 = 1_000;

/// Returns the progress of a long run, which is not shown yet. It never is if standard error is not a terminal.
fn progress() -> ProgressBar {
    let progress = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    match ProgressStyle::with_template("{spinner} {human_pos} lines in {elapsed}") {
        Ok(style) => progress.with_style(style),
        Err(_) => progress,
    }
}

/// A line.
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

/// Reads `{"provider","status","headers","body","now"}`, of which only the body is required.
pub(crate) fn response(line: &[u8]) -> Result<Response, String> {
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
