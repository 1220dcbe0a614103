//! A million mixed responses: the labelled ones, over and over.

use crate::typed;
use comfy_table::{Table, presets};
use error_codes_tests::{Labelled, Received, labelled};
use serde_json::json;
use std::hint::black_box;
use std::io::{self, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const FIXTURE: &str = include_str!("../../../../tests/fixtures/samples.jsonl");
const RESPONSES: usize = 1_000_000;

pub fn table() -> Result<Table, String> {
    let labelled = labelled(FIXTURE)?;
    let responses: Vec<(Received<'_>, &str)> = labelled
        .iter()
        .map(|response| (response.received(), response.body.as_str()))
        .collect();
    let bytes: usize = labelled.iter().map(|response| response.body.len()).sum();
    let megabytes = bytes as f64 / labelled.len() as f64 * RESPONSES as f64 / 1e6;
    let typed = |(_, body): &(Received<'_>, &str)| _ = black_box(typed::read_mixed(body));
    let read = |(response, _): &(Received<'_>, &str)| _ = black_box(response.read());
    let runs = [
        (
            "serde_json, typed and borrowed, body alone",
            pass(&responses, 1, typed),
        ),
        ("error-codes", pass(&responses, 1, read)),
        ("serde_json, two threads", pass(&responses, 2, typed)),
        ("error-codes, two threads", pass(&responses, 2, read)),
        ("error-codes, explain --ndjson", explain(&labelled)?),
    ];
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "",
        "responses/s",
        "MB/s of bodies",
        "responses/s, first = 1",
    ]);
    let first = runs[0].1;
    for (name, time) in runs {
        let seconds = time.as_secs_f64();
        table.add_row([
            name.to_owned(),
            format!("{:.0}", RESPONSES as f64 / seconds),
            format!("{:.0}", megabytes / seconds),
            format!("{:.2}", first.as_secs_f64() / seconds),
        ]);
    }
    Ok(table)
}

/// Returns the shortest time of three passes over the responses, divided among threads.
fn pass<T: Sync>(responses: &[T], threads: usize, read: impl Fn(&T) + Sync) -> Duration {
    let once = || {
        let start = Instant::now();
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    responses
                        .iter()
                        .cycle()
                        .take(RESPONSES / threads)
                        .for_each(&read)
                });
            }
        });
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// Measures the same with the example `explain`, which reads and writes one object a line.
fn explain(labelled: &[Labelled]) -> Result<Duration, String> {
    let lines: String = labelled.iter().map(line).collect();
    cargo(&["build"], &[])
        .and_then(|mut build| build.wait())
        .map_err(|error| error.to_string())?;
    let start = Instant::now();
    let run = || -> io::Result<ExitStatus> {
        let mut child = cargo(&["run"], &["--", "--ndjson"])?;
        if let Some(mut input) = child.stdin.take() {
            for _ in 0..RESPONSES / labelled.len() {
                input.write_all(lines.as_bytes())?;
            }
        }
        child.wait()
    };
    match run() {
        Ok(status) if status.success() => Ok(start.elapsed()),
        Ok(status) => Err(format!("explain: {status}")),
        Err(error) => Err(format!("explain: {error}")),
    }
}

fn cargo(command: &[&str], arguments: &[&str]) -> io::Result<Child> {
    Command::new(env!("CARGO"))
        .args(command)
        .args(["--quiet", "--release", "--example", "explain"])
        .args([
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml"),
        ])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
}

fn line(response: &Labelled) -> String {
    let Labelled {
        provider,
        status,
        headers,
        body,
        ..
    } = response;
    let provider = provider
        .as_ref()
        .filter(|id| error_codes::provider(id).is_ok());
    let line = json!({ "provider": provider, "status": status, "headers": headers, "body": body });
    format!("{line}\n")
}
