//! HAR files: what a browser's developer tools, a proxy or a test runner recorded.
//!
//! <http://www.softwareishard.com/blog/har-12-spec/>

use crate::response::Response;
use crate::{hosts, json, text};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use error_codes::{ApiError, HeaderMap, HeaderValue, Provider, StatusCode};
use error_codes_explanation::Explanation;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use std::io::{self, Write};
use std::time::{Duration, SystemTime};
use url::Url;

/// The entries of a file, each of which is read by itself: a wrong one leaves the others as they are.
#[derive(Deserialize)]
pub(crate) struct Har {
    log: Log,
}

#[derive(Deserialize)]
struct Log {
    entries: Vec<Value>,
}

impl Har {
    /// Reads the outline of a file.
    pub(crate) fn parse(file: &[u8]) -> Result<Self, String> {
        let file = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file);
        serde_json::from_slice(file).map_err(|error| format!("this is not a HAR file: {error}"))
    }

    /// Explains each response that is an error or has one inside. Returns what is wrong with entries that cannot be read.
    pub(crate) fn explain(
        &self,
        provider: Option<&'static Provider>,
        is_json: bool,
        out: &mut impl Write,
    ) -> io::Result<Vec<String>> {
        let (mut failed, mut lost, mut unread) = (0, 0, Vec::new());
        for (number, entry) in (1..).zip(&self.log.entries) {
            let exchange = match Entry::deserialize(entry) {
                Ok(entry) => Exchange::new(entry, provider),
                Err(error) => {
                    unread.push(format!("entry {number}: {error}"));
                    continue;
                }
            };
            let Some(status) = exchange.response.status else {
                lost += 1;
                continue;
            };
            let Some(error) = exchange.response.error_at(status) else {
                continue;
            };
            failed += 1;
            if is_json {
                exchange.write_json(&error, out)?;
            } else {
                exchange.write_text(&error, out)?;
            }
        }
        if !is_json {
            let responses = self.log.entries.len() - unread.len() - lost;
            writeln!(
                out,
                "failed: {failed} of {responses} responses; without a response: {lost}"
            )?;
        }
        Ok(unread)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    started_date_time: Option<String>,
    /// Milliseconds.
    time: Option<f64>,
    request: Request,
    response: Recorded,
}

#[derive(Deserialize)]
struct Request {
    method: String,
    url: String,
}

#[derive(Deserialize)]
struct Recorded {
    /// 0 if there was no response.
    status: u16,
    #[serde(default)]
    headers: Vec<Header>,
    #[serde(default)]
    content: Content,
}

#[derive(Deserialize)]
struct Header {
    name: String,
    value: String,
}

#[derive(Default, Deserialize)]
struct Content {
    #[serde(default)]
    text: String,
    encoding: Option<String>,
}

/// A request and its response.
pub(crate) struct Exchange {
    method: String,
    /// Without credentials, query and fragment, which may be secret.
    address: Option<String>,
    response: Response,
}

impl Exchange {
    /// Without a provider, it is the one at the host.
    fn new(entry: Entry, provider: Option<&'static Provider>) -> Self {
        let now = entry.now();
        let url = Url::parse(&entry.request.url).ok();
        let at_host = || hosts::provider(url.as_ref()?.host_str()?);
        let headers = entry.response.headers.iter();
        // HTTP/2 has lines such as `:status`, which are no headers.
        let headers = headers
            .filter_map(|header| Some((header.name.parse().ok()?, header.value.parse().ok()?)));
        Exchange {
            method: entry.request.method,
            response: Response {
                provider: provider.or_else(at_host),
                status: StatusCode::from_u16(entry.response.status).ok(),
                headers: headers.collect::<HeaderMap<HeaderValue>>(),
                body: entry.response.content.into_bytes(),
                now,
            },
            address: url.map(address),
        }
    }

    fn write_json(&self, error: &ApiError<'_>, out: &mut impl Write) -> io::Result<()> {
        let request = json::Request {
            method: &self.method,
            url: self.address.as_deref(),
        };
        json::write_with_request(&request, error, out)?;
        writeln!(out)
    }

    fn write_text(&self, error: &ApiError<'_>, out: &mut impl Write) -> io::Result<()> {
        let method = self.method.escape_debug();
        let address = self.address.as_deref().unwrap_or("-");
        text::heading(&format!("{method} {address}"), out)?;
        text::explain(&Explanation::of(error), out)?;
        writeln!(out)
    }
}

impl Entry {
    /// Returns when the response arrived.
    fn now(&self) -> Option<SystemTime> {
        let started: Timestamp = self.started_date_time.as_deref()?.parse().ok()?;
        let took = Duration::try_from_secs_f64(self.time.unwrap_or_default() / 1000.0);
        SystemTime::from(started).checked_add(took.unwrap_or_default())
    }
}

impl Content {
    fn into_bytes(self) -> Vec<u8> {
        let decoded = match self.encoding.as_deref() {
            Some("base64") => STANDARD.decode(&self.text).ok(),
            _ => None,
        };
        decoded.unwrap_or_else(|| self.text.into_bytes())
    }
}

fn address(mut url: Url) -> String {
    url.set_query(None);
    url.set_fragment(None);
    // Addresses that cannot have credentials refuse to have them removed.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.into()
}
