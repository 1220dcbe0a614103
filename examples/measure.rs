//! Reads labelled responses and prints, by provider, how many kinds and retry verdicts are right, and every miss.
//!
//! ```text
//! cargo run --example measure
//! cargo run --example measure -- samples.jsonl
//! ```

use comfy_table::{Table, presets};
use error_codes_tests::{Labelled, Score, labelled};
use std::collections::BTreeMap;
use std::process::ExitCode;

const FIXTURE: &str = include_str!("../tests/fixtures/samples.jsonl");

fn main() -> ExitCode {
    let read = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(path).map_err(|error| error.to_string()),
        None => Ok(FIXTURE.to_owned()),
    };
    match read.and_then(|lines| labelled(&lines)) {
        Ok(responses) => {
            print(&responses);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("measure: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print(responses: &[Labelled]) {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut all = Score::default();
    for response in responses {
        let provider = response.provider.as_deref().unwrap_or("unknown");
        scores.entry(provider).or_default().add(response);
        all.add(response);
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "provider",
        "kinds",
        "retryable",
        "permanent",
        "verdicts, balanced",
        "decided by",
    ]);
    for (provider, score) in scores.iter().chain([(&"all", &all)]) {
        let rules = score
            .rules
            .iter()
            .map(|(rule, count)| format!("{rule} {count}"));
        table.add_row([
            (*provider).to_owned(),
            score.kinds.to_string(),
            score.retryable.to_string(),
            score.permanent.to_string(),
            format!("{:.1} %", score.verdicts()),
            rules.collect::<Vec<_>>().join(", "),
        ]);
    }
    println!("{table}");
    for miss in &all.misses {
        println!("{miss}");
    }
}
