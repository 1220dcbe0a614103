//! Reads the labelled responses with `error-codes` and with the most similar crates, and prints how many kinds and retry
//! verdicts each gets right, and how long each takes compared with `error-codes`.
//!
//! ```text
//! cargo run --release --manifest-path examples/peers/Cargo.toml
//! ```

#![forbid(unsafe_code)]

use comfy_table::{Table, presets};
use error_codes_peers::readers::{Given, HERE, PEERS, Reader};
use error_codes_tests::{Labelled, Score, labelled};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const FIXTURE: &str = include_str!("../../../tests/fixtures/samples.jsonl");

fn main() -> ExitCode {
    let responses = match labelled(FIXTURE) {
        Ok(responses) => responses,
        Err(error) => {
            eprintln!("peers: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("{}", table(&responses));
    ExitCode::SUCCESS
}

fn table(responses: &[Labelled]) -> Table {
    let given: Vec<Given<'_>> = responses.iter().map(Given::new).collect();
    let providers: BTreeSet<&str> = given.iter().map(Given::provider).collect();
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "reader",
        "responses of",
        "kinds",
        "retryable",
        "permanent",
        "verdicts, balanced",
        "time, error-codes = 1",
    ]);
    let here = time(&HERE, &given);
    for reader in [HERE].iter().chain(&PEERS) {
        for of in &providers {
            let responses = given.iter().filter(|response| response.provider() == *of);
            table.add_row(figures(reader.name, of, &reader.score(responses), ""));
        }
        let ratio = time(reader, &given).as_secs_f64() / here.as_secs_f64();
        let score = reader.score(&given);
        table.add_row(figures(reader.name, "all", &score, &format!("{ratio:.1}")));
    }
    table
}

/// Returns how many of these responses a reader gets right, as a row of the table.
fn figures(name: &str, of: &str, score: &Score, time: &str) -> [String; 7] {
    let percent = |share: f64| format!("{share:.1} %");
    [
        name.to_owned(),
        of.to_owned(),
        percent(score.kinds.percent()),
        percent(score.retryable.percent()),
        percent(score.permanent.percent()),
        percent(score.verdicts()),
        time.to_owned(),
    ]
}

/// Returns the shortest time of several passes, without what an HTTP client has done before.
fn time(reader: &Reader, responses: &[Given<'_>]) -> Duration {
    let pass = || {
        let start = Instant::now();
        for response in responses {
            black_box((reader.read)(black_box(response)));
        }
        start.elapsed()
    };
    (0..500).map(|_| pass()).min().unwrap_or_default()
}
