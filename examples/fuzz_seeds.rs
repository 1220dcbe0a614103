//! Writes the seeds of the fuzz targets: the labelled responses, their messages and those of the tables, headers, the
//! built-in tables, and the error pages of the tests.
//!
//! ```text
//! cargo run --example fuzz_seeds -- fuzz/corpus
//! ```

use clap::Parser;
use error_codes::providers;
use error_codes_examples::arguments;
use error_codes_tests::labelled;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Write the seeds of the fuzz targets
#[derive(Parser)]
#[command(name = "fuzz_seeds")]
struct Arguments {
    /// The folder of the corpus
    #[arg(value_name = "FOLDER")]
    corpus: PathBuf,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Arguments { corpus } = arguments();
    let responses = labelled(include_str!("../tests/fixtures/samples.jsonl"))?;
    let mut bodies: Vec<(u8, String)> = Vec::new();
    let mut messages: Vec<String> = Vec::new();
    for response in responses {
        response.read(|error| messages.extend(error.raw_message().map(str::to_owned)));
        let reader = response
            .provider
            .as_deref()
            .and_then(number)
            .unwrap_or(UNKNOWN);
        bodies.push((reader, response.body));
    }
    let entries = providers::ALL
        .iter()
        .flat_map(|provider| provider.entries());
    let templates = entries.filter_map(|entry| entry.row().message());
    messages.extend(templates.map(|template| template.replace(['{', '}'], "")));
    let events = bodies.iter().map(|(reader, body)| {
        let body = body.trim_start_matches("data: ").replace('\n', " ");
        let event = format!("data: {{}}\n\nevent: error\ndata: {body}\n\n");
        [&[*reader, 7], event.as_bytes()].concat()
    });
    write(&corpus, "events", events)?;
    let bodies = bodies
        .iter()
        .map(|(reader, body)| [&[*reader, 143], body.as_bytes()].concat());
    write(&corpus, "body", bodies)?;
    write(
        &corpus,
        "messages",
        messages.iter().map(|message| message.clone().into_bytes()),
    )?;
    let texts = include_str!("../tests/fixtures/secrets.jsonl").lines();
    let texts = texts.map(serde_json::from_str::<serde_json::Value>);
    let texts = texts.collect::<Result<Vec<_>, _>>()?.into_iter();
    let texts = texts.filter_map(|line| Some(line["text"].as_str()?.as_bytes().to_vec()));
    write(&corpus, "secrets", texts)?;
    let headers = HEADERS
        .iter()
        .map(|lines| [&[0x6b, 0, 0, 0], lines.as_bytes()].concat());
    write(&corpus, "headers", headers)?;
    write(&corpus, "page", pages()?.into_iter())?;
    write(&corpus, "pipeline", tables()?.into_iter())
}

/// The byte that chooses the reader for an unknown provider.
const UNKNOWN: u8 = u8::MAX;

fn number(provider: &str) -> Option<u8> {
    let at = providers::ALL
        .iter()
        .position(|known| known.id() == provider)?;
    u8::try_from(at).ok()
}

/// Headers of each form that is read.
const HEADERS: [&str; 8] = [
    "retry-after: 20\nx-should-retry: true\nx-request-id: r-1",
    "retry-after: Sun, 06 Nov 1994 08:49:37 GMT\nretry-after-ms: 1500.5",
    "retry-after: Sunday, 06-Nov-94 08:49:37 GMT",
    "ratelimit: \"burst\";q=100;r=0;t=30, \"daily\";r=5;t=60",
    "ratelimit: limit=10, remaining=0, reset=7\nratelimit-reset: 9\nratelimit-remaining: 0",
    "x-ratelimit-reset-requests: 6m0s\nx-ratelimit-remaining-requests: 0\nx-ratelimit-reset-tokens: 20ms",
    "anthropic-ratelimit-requests-reset: 2026-11-21T10:00:00Z\nanthropic-ratelimit-requests-remaining: 0",
    "x-ratelimit-reset: 1795267330347\nx-amzn-errortype: ThrottlingException:http://a.example",
];

/// Returns the macro calls in the library, without the macro's name.
fn tables() -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../error-codes/src/providers");
    let mut tables = Vec::new();
    for entry in fs::read_dir(folder)? {
        let text = fs::read_to_string(entry?.path())?;
        let call = text.split_once("provider_errors! {");
        tables.extend(
            call.and_then(|(_, table)| Some(table.rsplit_once('}')?.0.as_bytes().to_vec())),
        );
    }
    Ok(tables)
}

/// Returns the error pages of the tests.
fn pages() -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/pages");
    let mut pages = Vec::new();
    for folder in [folder.clone(), folder.join("layouts")] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                pages.push(fs::read(path)?);
            }
        }
    }
    Ok(pages)
}

fn write(
    corpus: &Path,
    target: &str,
    seeds: impl Iterator<Item = Vec<u8>>,
) -> Result<(), Box<dyn Error>> {
    let folder = corpus.join(target);
    fs::create_dir_all(&folder)?;
    for (at, seed) in seeds.enumerate() {
        fs::write(folder.join(format!("seed-{at}")), seed)?;
    }
    Ok(())
}
