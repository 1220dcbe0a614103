//! Each built-in provider: responses in its true shapes with what they are read as, and the round trip of its rows.

use error_codes::{ApiError, Entry, ErrorKind, HeaderMap, Provider, Reader, StatusCode, providers};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, SystemTime};

/// A response of a provider and what it is read as.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    status: Option<u16>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    /// A text, or a JSON value that stands for its text.
    body: serde_json::Value,
    /// When the response arrived, in seconds since 1970.
    now: Option<u64>,
    /// The row as `Table::Variant`, or nothing if no row matches.
    row: Option<String>,
    kind: String,
    retry: String,
    scope: String,
    /// The delay in milliseconds.
    retry_after_ms: Option<u64>,
    /// The address of the page, the source code or the report that has the response.
    source: String,
}

impl Sample {
    fn body(&self) -> String {
        match &self.body {
            serde_json::Value::String(text) => text.clone(),
            value => value.to_string(),
        }
    }

    fn headers(&self) -> HeaderMap {
        let headers = self.headers.iter();
        headers
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect()
    }
}

fn samples(provider: &Provider) -> Vec<Sample> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/providers");
    let path = format!("{folder}/{}.jsonl", provider.id());
    let lines = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let lines = lines.lines().zip(1..);
    lines
        .map(|(line, number)| {
            serde_json::from_str(line)
                .unwrap_or_else(|error| panic!("{path}: line {number}: {error}"))
        })
        .collect()
}

fn path(entry: &Entry<'_>) -> String {
    format!("{}::{}", entry.table().name(), entry.row().variant())
}

/// Returns what a response is read as, in the order of the expectations.
fn outcome(error: &ApiError<'_>) -> (Option<String>, String, String, String, Option<u128>) {
    (
        error.matched().map(|entry| path(&entry)),
        error.kind().to_string(),
        error.retry().to_string(),
        error.scope().to_string(),
        error.retry_after().map(|delay| delay.as_millis()),
    )
}

#[test]
fn responses_of_each_provider_are_read_as_stated() {
    let only = std::env::var("PROVIDER").ok();
    let mut differences = Vec::new();
    for provider in providers::ALL {
        if only.as_deref().is_some_and(|only| only != provider.id()) {
            continue;
        }
        let samples = samples(provider);
        assert!(samples.len() >= 3, "{}: too few", provider.id());
        for (sample, line) in samples.iter().zip(1..) {
            assert!(sample.source.starts_with("https://"), "{}", sample.source);
            let status = sample
                .status
                .map(|code| StatusCode::from_u16(code).unwrap());
            let now = SystemTime::UNIX_EPOCH + Duration::from_secs(sample.now.unwrap_or_default());
            let (headers, body) = (sample.headers(), sample.body());
            let reader = Reader::provider(*provider).at(now);
            let error = reader.read(status, &headers, &body);
            let expected = (
                sample.row.clone(),
                sample.kind.clone(),
                sample.retry.clone(),
                sample.scope.clone(),
                sample.retry_after_ms.map(u128::from),
            );
            let found = outcome(&error);
            if found != expected {
                let id = provider.id();
                differences.push(format!("{id}:{line}: {expected:?}, found {found:?}"));
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn every_row_of_every_provider_reads_as_itself() {
    let mut differences = Vec::new();
    for provider in providers::ALL {
        for entry in provider.entries() {
            let response = entry.render(&[]);
            let reader = Reader::provider(*provider).only_table(entry.table().name());
            let reader = reader.unwrap();
            let error = reader.read_response(&response);
            let found = error.matched().map(|entry| path(&entry));
            let (id, own) = (provider.id(), path(&entry));
            let is_same = entry.row().is_tentative() || error.kind() == entry.row().kind();
            if found.as_deref() != Some(own.as_str()) || !is_same {
                let body = response.body();
                differences.push(format!(
                    "{id}: {own} is read as {found:?}, {}: {body}",
                    error.kind()
                ));
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

/// A program can take the table of one provider alone, with those of the providers that it is built on.
#[test]
fn each_provider_is_a_feature_that_enables_its_base() {
    let manifest = include_str!("../../error-codes/Cargo.toml");
    for provider in providers::ALL {
        let id = provider.id();
        let base = provider.base().map(|base| format!("\"{}\"", base.id()));
        let feature = format!("\n{id} = [{}]\n", base.unwrap_or_default());
        assert!(manifest.contains(&feature), "{feature}");
        assert!(
            manifest.contains(&format!("    \"{id}\",\n")),
            "{id} is not on by default"
        );
    }
}

/// Codes of which providers mean money, a rate, a queue or the length of a prompt.
#[test]
fn a_code_that_providers_use_for_different_errors_decides_nothing_without_a_provider() {
    for code in [
        "insufficient_quota",
        "QuotaExceeded",
        "token_limit_exceeded",
        "2007",
        "1301",
    ] {
        for status in [400, 402, 403, 429, 503] {
            let status = StatusCode::from_u16(status).unwrap();
            let body =
                serde_json::json!({ "error": { "code": code, "message": "Request failed" } });
            let (headers, body) = (HeaderMap::new(), body.to_string());
            let error = error_codes::read(status, &headers, &body);
            assert_eq!(
                error.kind(),
                ErrorKind::from_status(status),
                "{status} {body}"
            );
            assert_eq!(error.code(), Some(code));
        }
    }
}

/// The message decides instead.
#[test]
fn a_message_decides_what_an_ambiguous_code_means() {
    for (message, kind) in [
        ("You have run out of credits", ErrorKind::QuotaExhausted),
        (
            "Too many requests, please slow down",
            ErrorKind::RateLimited,
        ),
        ("The model is currently overloaded", ErrorKind::Unavailable),
    ] {
        let body =
            serde_json::json!({ "error": { "code": "insufficient_quota", "message": message } });
        let (headers, body) = (HeaderMap::new(), body.to_string());
        let error = error_codes::read(StatusCode::TOO_MANY_REQUESTS, &headers, &body);
        assert_eq!(error.kind(), kind, "{body}");
    }
}

/// The same code is known to each of these.
#[test]
fn a_provider_that_is_given_says_what_its_code_means() {
    let (headers, body) = (
        HeaderMap::new(),
        r#"{"error":{"code":"insufficient_quota"}}"#,
    );
    for (id, kind) in [
        ("openai", ErrorKind::QuotaExhausted),
        ("dashscope", ErrorKind::RateLimited),
        ("sambanova", ErrorKind::RateLimited),
    ] {
        let provider = error_codes::provider(id).unwrap();
        let error = provider.read(StatusCode::TOO_MANY_REQUESTS, &headers, body);
        assert_eq!(error.kind(), kind, "{id}");
    }
}
