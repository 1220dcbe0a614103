//! Compares a provider's error page with its table: what the page has and the table lacks, what the page no longer has, and
//! what changed.
//!
//! ```text
//! cargo run --example drift -- modelverse errors.md
//! curl -s https://provider.example/docs/errors | cargo run --example drift -- ppio --json
//! ```
//!
//! The exit code is 0 if both say the same, 1 if they do not, and 2 if the page cannot be read. Instead of a provider's id, an
//! older copy of the page can be given.

mod compare;
mod table;
mod wire;

use clap::Parser;
use compare::{Drift, compare};
use error_codes_examples::page::{self, PageRow};
use serde::Serialize;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;
use table::Known;
use wire::Wire;

/// Compare a provider's error page with its table.
#[derive(Parser)]
#[command(name = "drift")]
struct Arguments {
    /// Print one JSON object
    #[arg(long)]
    json: bool,

    /// The time by which the age of the table is told, instead of the system's
    #[arg(long, value_name = "RFC3339", value_parser = humantime::parse_rfc3339_weak)]
    now: Option<SystemTime>,

    /// The id of a provider, or an older copy of its page
    #[arg(value_name = "PROVIDER")]
    provider: String,

    /// The page; `-` or nothing for standard input
    #[arg(value_name = "PAGE")]
    page: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Arguments = error_codes_examples::arguments();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("drift: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let known = known(&arguments.provider)?;
    let rows = read_page(arguments.page.as_deref())?;
    let drift = compare(known.rows, &rows);
    let now = arguments.now.unwrap_or_else(SystemTime::now);
    let report = Report {
        provider: known.id,
        docs: known.docs,
        age_days: known.retrieved.as_deref().and_then(|day| age(day, now)),
        retrieved: known.retrieved,
        rows: rows.len(),
        drift,
    };
    let mut out = io::stdout().lock();
    let printed = if arguments.json {
        serde_json::to_writer_pretty(&mut out, &report)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out))
    } else {
        report.print(&mut out)
    };
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error.to_string()),
        _ => {}
    }
    Ok(if report.drift.is_none() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

/// Returns the rows that a provider is known by: those of its table, or of an older page.
fn known(provider: &str) -> Result<Known, String> {
    match error_codes_examples::provider(provider) {
        Ok(provider) => Ok(Known::of(provider)),
        Err(_) if Path::new(provider).is_file() => Ok(Known {
            id: provider.to_owned(),
            docs: None,
            retrieved: None,
            rows: read_page(Some(Path::new(provider)))?
                .iter()
                .map(Wire::from)
                .collect(),
        }),
        Err(unknown) => Err(format!("there is no file `{provider}`, and {unknown}")),
    }
}

fn read_page(path: Option<&Path>) -> Result<Vec<PageRow>, String> {
    let path = path.filter(|path| path.as_os_str() != "-");
    let name = path.map_or_else(
        || "standard input".to_owned(),
        |path| path.display().to_string(),
    );
    let mut bytes = Vec::new();
    let read = match path {
        Some(path) => fs::read(path).map(|read| bytes = read),
        None => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
    };
    read.map_err(|error| format!("{name}: {error}"))?;
    let page = page::read(&bytes).map_err(|error| format!("{name}: {error}"))?;
    for remark in &page.remarks {
        eprintln!("drift: {remark}");
    }
    if page.ragged > 0 {
        let all = page.rows().count();
        return Err(format!(
            "{name}: {} of {all} rows have more or fewer cells than their table has columns",
            page.ragged
        ));
    }
    Ok(page.rows().cloned().collect())
}

/// Returns how many days ago a day was.
fn age(day: &str, now: SystemTime) -> Option<u64> {
    let day = humantime::parse_rfc3339(&format!("{day}T00:00:00Z")).ok()?;
    let age = now.duration_since(day).ok()?;
    Some(age.as_secs() / (24 * 60 * 60))
}

/// What is printed.
#[derive(Serialize)]
struct Report {
    provider: String,
    docs: Option<String>,
    retrieved: Option<String>,
    age_days: Option<u64>,
    /// How many rows the page has.
    rows: usize,
    #[serde(flatten)]
    drift: Drift,
}

impl Report {
    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let Drift {
            added,
            removed,
            changed,
        } = &self.drift;
        let age = match (&self.retrieved, self.age_days) {
            (Some(day), Some(1)) => format!("; the table was retrieved on {day}, 1 day ago"),
            (Some(day), Some(days)) => {
                format!("; the table was retrieved on {day}, {days} days ago")
            }
            _ => String::new(),
        };
        if self.drift.is_none() {
            return writeln!(
                out,
                "{}: the page and the table agree on {} rows{age}",
                self.provider, self.rows
            );
        }
        let counts = [
            (added.len(), "added"),
            (removed.len(), "removed"),
            (changed.len(), "changed"),
        ];
        let counts = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"));
        writeln!(
            out,
            "{}: {}{age}",
            self.provider,
            counts.collect::<Vec<_>>().join(", ")
        )?;
        for row in added {
            writeln!(out, "  + {row}")?;
        }
        for row in removed {
            writeln!(out, "  - {row}")?;
        }
        for change in changed {
            writeln!(out, "  ~ {change}")?;
        }
        Ok(())
    }
}
