//! A million mixed answers: those with a reading made by hand, over and over.

use crate::typed;
use comfy_table::{Table, presets};
use error_codes_tests::{Labelled, Received, labelled};
use serde_json::json;
use std::hint::black_box;
use std::io::{self, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const FIXTURE: &str = include_str!("../../../../tests/fixtures/answers.jsonl");
const ANSWERS: usize = 1_000_000;

pub fn table() -> Result<Table, String> {
    let labelled = labelled(FIXTURE)?;
    let answers: Vec<(Received<'_>, &str)> = labelled
        .iter()
        .map(|answer| (answer.received(), answer.body.as_str()))
        .collect();
    let bytes: usize = labelled.iter().map(|answer| answer.body.len()).sum();
    let megabytes = bytes as f64 / labelled.len() as f64 * ANSWERS as f64 / 1e6;
    let typed = |(_, body): &(Received<'_>, &str)| _ = black_box(typed::read_mixed(body));
    let read = |(answer, _): &(Received<'_>, &str)| _ = black_box(answer.read());
    let runs = [
        (
            "serde_json, typed and borrowed, body alone",
            pass(&answers, 1, typed),
        ),
        ("error-codes", pass(&answers, 1, read)),
        ("serde_json, two threads", pass(&answers, 2, typed)),
        ("error-codes, two threads", pass(&answers, 2, read)),
        ("error-codes, explain --ndjson", explain(&labelled)?),
    ];
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "",
        "answers/s",
        "MB/s of bodies",
        "answers/s, first = 1",
    ]);
    let first = runs[0].1;
    for (name, time) in runs {
        let seconds = time.as_secs_f64();
        table.add_row([
            name.to_owned(),
            format!("{:.0}", ANSWERS as f64 / seconds),
            format!("{:.0}", megabytes / seconds),
            format!("{:.2}", first.as_secs_f64() / seconds),
        ]);
    }
    Ok(table)
}

/// The best of three passes over the answers, shared out among threads.
fn pass<T: Sync>(answers: &[T], threads: usize, read: impl Fn(&T) + Sync) -> Duration {
    let once = || {
        let start = Instant::now();
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    answers
                        .iter()
                        .cycle()
                        .take(ANSWERS / threads)
                        .for_each(&read)
                });
            }
        });
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// The same through the example `explain`, which reads and writes an object a line.
fn explain(labelled: &[Labelled]) -> Result<Duration, String> {
    let lines: String = labelled.iter().map(line).collect();
    cargo(&["build"], &[])
        .and_then(|mut build| build.wait())
        .map_err(|error| error.to_string())?;
    let start = Instant::now();
    let run = || -> io::Result<ExitStatus> {
        let mut child = cargo(&["run"], &["--", "--ndjson"])?;
        if let Some(mut input) = child.stdin.take() {
            for _ in 0..ANSWERS / labelled.len() {
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

fn line(answer: &Labelled) -> String {
    let Labelled {
        provider,
        status,
        headers,
        body,
        ..
    } = answer;
    let provider = provider
        .as_ref()
        .filter(|id| error_codes::provider(id).is_ok());
    let line = json!({ "provider": provider, "status": status, "headers": headers, "body": body });
    format!("{line}\n")
}
