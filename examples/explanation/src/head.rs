//! The status line and the headers that stand before a body.

use error_codes::{HeaderMap, HeaderValue, StatusCode};
use http::HeaderName;

/// Splits off the status line and the headers with which the output of `curl -si` begins. After a redirect or a proxy there
/// are several, and the last belong to the response.
#[must_use]
pub fn split_head(text: &[u8]) -> (Option<StatusCode>, HeaderMap, &[u8]) {
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

/// Reads a status code.
///
/// # Errors
///
/// A text in one line, if it is not a valid one.
pub fn parse_status(text: &str) -> Result<StatusCode, String> {
    text.parse()
        .map_err(|_| "a status code is a number between 100 and 999".to_owned())
}

/// Reads a header, `name: value`.
///
/// # Errors
///
/// A text in one line, if it is not a valid one.
pub fn parse_header(text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let help = "a header is `name: value`, such as `retry-after: 20`";
    let (name, value) = text.split_once(':').ok_or(help)?;
    let name = name.trim().parse().map_err(|_| help)?;
    let value = value.trim().parse().map_err(|_| help)?;
    Ok((name, value))
}
