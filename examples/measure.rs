//! Reads labelled responses and prints how many kinds, retry verdicts and delays are right, which rule decided, and what the
//! status codes alone say. Each response is read with the tables of its provider, and then as one of an unknown provider.
//!
//! ```text
//! cargo run --example measure
//! cargo run --example measure -- --misses     # and each response whose result differs from its label
//! cargo run --example measure -- --json
//! cargo run --example measure -- more.jsonl   # instead of the fixtures
//! ```

use clap::Parser;
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use error_codes::MatchedBy;
use error_codes_examples::arguments;
use error_codes_tests::{Extent, FIXTURES, Labelled, Score, Share, labelled};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

/// Count how many labelled responses are classified as labelled
#[derive(Parser)]
#[command(name = "measure")]
struct Options {
    /// List each response whose result differs from its label
    #[arg(long)]
    misses: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,

    /// JSONL files to read instead of the fixtures
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let options: Options = arguments();
    let measured = match measure(&options) {
        Ok(measured) => measured,
        Err(error) => {
            eprintln!("measure: {error}");
            return ExitCode::FAILURE;
        }
    };
    if options.json {
        println!("{}", json(&measured, options.misses));
    } else {
        print(&measured, options.misses);
    }
    ExitCode::SUCCESS
}

/// The responses of a file, or a part of them.
struct Set {
    name: String,
    is_part: bool,
    responses: Vec<Labelled>,
}

/// The figures of a set of responses, read in one way.
struct Measured {
    responses: String,
    is_part: bool,
    provider: &'static str,
    score: Score,
    status_alone: Score,
}

fn measure(options: &Options) -> Result<Vec<Measured>, String> {
    let mut sets = Vec::new();
    if options.files.is_empty() {
        for fixture in FIXTURES {
            add_sets(&mut sets, fixture.name, labelled(fixture.lines)?);
        }
    }
    for path in &options.files {
        let shown = path.display().to_string();
        let lines = std::fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
        let responses = labelled(&lines).map_err(|error| format!("{shown}: {error}"))?;
        let name = path.file_stem().map(|name| name.to_string_lossy());
        add_sets(&mut sets, &name.unwrap_or_default(), responses);
    }
    let all = sets.iter().filter(|set| !set.is_part);
    let all = all.flat_map(|set| &set.responses);
    sets.push(Set {
        name: "all of built-in providers, with a body".to_owned(),
        is_part: true,
        responses: all
            .filter(|response| response.is_of_built_in())
            .cloned()
            .collect(),
    });
    let given = sets
        .iter()
        .map(|set| Measured::of(set, "given", &set.responses));
    let unknown = sets.iter().map(|set| {
        let responses: Vec<_> = set
            .responses
            .iter()
            .map(Labelled::without_provider)
            .collect();
        Measured::of(set, "unknown", &responses)
    });
    Ok(given.chain(unknown).collect())
}

/// Adds a file, and if it has sentences of which nothing around them is known, also the parts of it by what is known.
fn add_sets(sets: &mut Vec<Set>, name: &str, responses: Vec<Labelled>) {
    const PARTS: [(&str, Extent); 3] = [
        ("status and body", Extent::StatusAndBody),
        ("sentence", Extent::Sentence),
        ("the rest", Extent::Part),
    ];
    let mut parts = Vec::new();
    if responses
        .iter()
        .any(|response| response.extent() == Extent::Sentence)
    {
        for (part, extent) in PARTS {
            let of_part = responses
                .iter()
                .filter(|response| response.extent() == extent);
            parts.push(Set {
                name: format!("{name}: {part}"),
                is_part: true,
                responses: of_part.cloned().collect(),
            });
        }
    }
    sets.push(Set {
        name: name.to_owned(),
        is_part: false,
        responses,
    });
    sets.extend(parts);
}

impl Measured {
    fn of(set: &Set, provider: &'static str, responses: &[Labelled]) -> Self {
        let mut measured = Measured {
            responses: set.name.clone(),
            is_part: set.is_part,
            provider,
            score: Score::default(),
            status_alone: Score::default(),
        };
        for response in responses {
            measured.score.add(response);
            measured.status_alone.add_status(response);
        }
        measured
    }
}

const RULES: [MatchedBy; 6] = [
    MatchedBy::Code,
    MatchedBy::Type,
    MatchedBy::Message,
    MatchedBy::Phrase,
    MatchedBy::Status,
    MatchedBy::Fallback,
];

fn print(measured: &[Measured], with_misses: bool) {
    println!(
        "What is right. A retry hint without an opinion counts as wrong where the label has one."
    );
    let header = [
        "responses",
        "provider",
        "kinds",
        "verdicts",
        "retryable",
        "permanent",
        "delays",
        "kinds by status",
        "verdicts by status",
    ];
    let rows = measured.iter().map(|measured| {
        let Measured {
            score,
            status_alone,
            ..
        } = measured;
        vec![
            score.kinds,
            score.all_verdicts(),
            score.retryable,
            score.permanent,
            score.delays,
            status_alone.kinds,
            status_alone.all_verdicts(),
        ]
    });
    println!("{}", table(&header, measured, rows));

    println!(
        "Kinds that are right, by the rule that decided. A message is a sentence known by heart."
    );
    let rules = RULES.iter().map(|rule| rule.as_str());
    let header: Vec<&str> = ["responses", "provider"]
        .into_iter()
        .chain(rules)
        .chain(["all but message"])
        .collect();
    let rows = measured.iter().map(|measured| {
        let score = &measured.score;
        let rules = RULES.iter().map(|rule| score.rules.get(rule).copied());
        rules
            .map(Option::unwrap_or_default)
            .chain([score.without_sentences()])
            .collect()
    });
    println!("{}", table(&header, measured, rows));

    if with_misses {
        for measured in measured.iter().filter(|measured| !measured.is_part) {
            println!("\n{}, provider {}:", measured.responses, measured.provider);
            for miss in &measured.score.misses {
                println!("{miss}");
            }
        }
    }
}

/// Returns a table whose first columns say which responses were read, and how.
fn table(header: &[&str], measured: &[Measured], rows: impl Iterator<Item = Vec<Share>>) -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Disabled)
        .set_header(header);
    for (measured, row) in measured.iter().zip(rows) {
        let names = [measured.responses.clone(), measured.provider.to_owned()];
        table.add_row(names.into_iter().chain(row.iter().map(Share::to_string)));
    }
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn json(measured: &[Measured], with_misses: bool) -> String {
    #[derive(Serialize)]
    struct Figures<'a> {
        responses: &'a str,
        provider: &'a str,
        kinds: Share,
        verdicts: Share,
        retryable: Share,
        permanent: Share,
        delays: Share,
        rules: BTreeMap<&'a str, Share>,
        kinds_without_sentences: Share,
        kinds_by_status: Share,
        verdicts_by_status: Share,
        #[serde(skip_serializing_if = "Option::is_none")]
        misses: Option<&'a [String]>,
    }
    let figures = measured.iter().map(|measured| {
        let score = &measured.score;
        let rules = score.rules.iter();
        Figures {
            responses: &measured.responses,
            provider: measured.provider,
            kinds: score.kinds,
            verdicts: score.all_verdicts(),
            retryable: score.retryable,
            permanent: score.permanent,
            delays: score.delays,
            rules: rules.map(|(rule, share)| (rule.as_str(), *share)).collect(),
            kinds_without_sentences: score.without_sentences(),
            kinds_by_status: measured.status_alone.kinds,
            verdicts_by_status: measured.status_alone.all_verdicts(),
            misses: with_misses.then_some(&score.misses),
        }
    });
    let figures: Vec<Figures<'_>> = figures.collect();
    serde_json::to_string_pretty(&figures).expect("figures are JSON")
}
