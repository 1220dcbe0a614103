//! Labelled responses, and how many of them the library classifies as labelled.

#![forbid(unsafe_code)]

mod score;

pub use score::{Score, Share};

use error_codes::{ApiError, ErrorKind, HeaderMap, Reader, StatusCode};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

/// A file of labelled responses.
pub struct Fixture {
    /// Its name, without the ending.
    pub name: &'static str,
    /// Its lines.
    pub lines: &'static str,
}

/// The files of labelled responses.
pub const FIXTURES: [Fixture; 5] = [
    Fixture {
        name: "samples",
        lines: include_str!("../fixtures/samples.jsonl"),
    },
    Fixture {
        name: "reported",
        lines: include_str!("../fixtures/reported.jsonl"),
    },
    Fixture {
        name: "field",
        lines: include_str!("../fixtures/field.jsonl"),
    },
    Fixture {
        name: "peercases",
        lines: include_str!("../fixtures/peercases.jsonl"),
    },
    Fixture {
        name: "collected",
        lines: include_str!("../fixtures/collected.jsonl"),
    },
];

/// A response and what a person says that it means.
#[derive(Clone, Deserialize)]
pub struct Labelled {
    /// What the file calls it, a number or a word.
    #[serde(deserialize_with = "number_or_word")]
    pub id: String,
    /// The id of the provider; one that is not built in is read as unknown.
    pub provider: Option<String>,
    /// The HTTP status code, if it was reported.
    pub status: Option<u16>,
    /// The headers that were reported.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body, exactly as it was reported.
    pub body: String,
    /// The kinds that count as correct.
    pub accept: Vec<ErrorKind>,
    /// Whether the same request may succeed later without anybody changing anything, if that is known.
    pub retryable: Option<bool>,
    /// The delay in milliseconds, if one is stated beyond doubt.
    #[serde(default)]
    pub retry_after_ms: Option<u64>,
    /// When the response arrived, in seconds since 1970, if its delay depends on that.
    #[serde(default)]
    now: Option<u64>,
    /// How the body is written. `wrapped` is a sentence of which nothing around it is known.
    #[serde(default)]
    form: Option<String>,
}

fn number_or_word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Id {
        Number(u64),
        Word(String),
    }
    Ok(match Id::deserialize(deserializer)? {
        Id::Number(number) => number.to_string(),
        Id::Word(word) => word,
    })
}

/// How much is known of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A status and a body.
    StatusAndBody,
    /// A sentence, of which nothing around it is known.
    Sentence,
    /// A status without a body, or a body without a status.
    Part,
}

impl Labelled {
    /// Reads the response with the tables of its provider, and calls `look` with the error.
    pub fn read<T>(&self, look: impl FnOnce(&ApiError<'_>) -> T) -> T {
        look(&self.received().read())
    }

    /// Returns the same response of an unknown provider.
    #[must_use]
    pub fn without_provider(&self) -> Self {
        Labelled {
            provider: None,
            ..self.clone()
        }
    }

    /// Returns whether its provider is built in, and the response has a body.
    #[must_use]
    pub fn is_of_built_in(&self) -> bool {
        let provider = self.provider.as_deref();
        let is_built_in = provider.is_some_and(|id| error_codes::provider(id).is_ok());
        is_built_in && !self.body.trim().is_empty()
    }

    /// Returns how much is known of it.
    #[must_use]
    pub fn extent(&self) -> Extent {
        if self.form.as_deref() == Some("wrapped") {
            Extent::Sentence
        } else if self.status.is_some() && !self.body.trim().is_empty() {
            Extent::StatusAndBody
        } else {
            Extent::Part
        }
    }

    /// Returns the response as an HTTP client returns it.
    #[must_use]
    pub fn received(&self) -> Received<'_> {
        let lines = self.headers.iter();
        let provider = self.provider.as_deref();
        let provider = provider.and_then(|id| error_codes::provider(id).ok());
        Received {
            reader: Reader::from(provider).at(self.arrived()),
            status: self
                .status
                .and_then(|status| StatusCode::from_u16(status).ok()),
            headers: lines
                .filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)))
                .collect(),
            body: &self.body,
        }
    }

    /// Returns when the response arrived: as labelled, or as its `date` says, or a day of 2026.
    fn arrived(&self) -> SystemTime {
        const DAY_OF_2026: u64 = 1_795_000_000;
        let date = || httpdate::parse_http_date(self.headers.get("date")?).ok();
        let since_1970 = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let labelled = self.now.map(since_1970);
        labelled
            .or_else(date)
            .unwrap_or_else(|| since_1970(DAY_OF_2026))
    }
}

/// A response as an HTTP client returns it.
pub struct Received<'a> {
    reader: Reader,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: &'a str,
}

impl Received<'_> {
    /// Reads it with the tables of its provider, or with all tables if that is not built in.
    #[must_use]
    pub fn read(&self) -> ApiError<'_> {
        self.reader.read(self.status, &self.headers, self.body)
    }
}

/// Reads the labelled responses of a JSONL file.
///
/// # Errors
///
/// A line that is not such a response, with its number.
pub fn labelled(lines: &str) -> Result<Vec<Labelled>, String> {
    let lines = lines.lines().zip(1..);
    lines
        .map(|(line, number)| {
            serde_json::from_str(line).map_err(|error| format!("line {number}: {error}"))
        })
        .collect()
}
