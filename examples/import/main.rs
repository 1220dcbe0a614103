//! Turns a provider's error page into a call of `provider_errors!`, ready to paste, or into JSON.
//!
//! ```text
//! cargo run --example import -- errors.md
//! curl -s https://provider.example/docs/errors | cargo run --example import -- --provider acme --json
//! ```
//!
//! It reads Markdown, HTML, reStructuredText, plain text with bars, and OpenAPI documents. What it leaves out and why goes to
//! standard error. A kind with `?` is a guess by the status alone.

mod block;
mod names;

use block::Block;
use clap::Parser;
use error_codes::{ErrorKind, Reader};
use error_codes_examples::page::{self, Page};
use serde::Serialize;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

/// Turn a provider's error page into a call of `provider_errors!`.
#[derive(Parser)]
#[command(name = "import")]
struct Arguments {
    /// Print one JSON array, an object a row
    #[arg(long)]
    json: bool,

    /// The id of the provider; without it, the name of the file
    #[arg(long, value_name = "ID", value_parser = parse_id)]
    provider: Option<String>,

    /// The name of the provider; without it, its id
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// The address of the page
    #[arg(long, value_name = "URL")]
    docs: Option<String>,

    /// The day on which the page was retrieved; without it, today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    retrieved: Option<String>,

    /// The page; `-` or nothing for standard input
    #[arg(value_name = "PAGE")]
    page: Option<PathBuf>,
}

fn parse_id(text: &str) -> Result<String, String> {
    let is_id = !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let begins = text.starts_with(|c: char| c.is_ascii_lowercase());
    let valid = is_id && begins;
    valid
        .then(|| text.to_owned())
        .ok_or_else(|| "an id is a word of small letters, digits and `_`".to_owned())
}

fn parse_day(text: &str) -> Result<String, String> {
    let day = humantime::parse_rfc3339(&format!("{text}T00:00:00Z"));
    day.map(|_| text.to_owned())
        .map_err(|_| "a day is written `2026-11-21`".to_owned())
}

fn main() -> ExitCode {
    let arguments: Arguments = error_codes_examples::arguments();
    let path = arguments
        .page
        .as_ref()
        .filter(|path| path.as_os_str() != "-");
    let mut bytes = Vec::new();
    let input = match path {
        Some(path) => fs::read(path).map(|read| bytes = read),
        None => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
    };
    if let Err(error) = input {
        let name = path.map_or_else(
            || "standard input".to_owned(),
            |path| path.display().to_string(),
        );
        return fail(&format!("{name}: {error}"));
    }
    let page = match page::read(&bytes) {
        Ok(page) => page,
        Err(unreadable) => return fail(&unreadable.to_string()),
    };
    for remark in &page.remarks {
        eprintln!("import: {remark}");
    }
    let mut out = io::stdout().lock();
    let printed = if arguments.json {
        print_json(&page, &mut out)
    } else {
        write!(out, "{}", block(&page, &arguments))
    };
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return fail(&error.to_string()),
        _ => {}
    }
    if page.ragged > 0 {
        return fail(&format!(
            "{} of {} rows have more or fewer cells than their table has columns: compare them with the page",
            page.ragged,
            page.rows().count()
        ));
    }
    ExitCode::SUCCESS
}

fn fail(text: &str) -> ExitCode {
    eprintln!("import: {text}");
    ExitCode::from(2)
}

fn block<'p>(page: &'p Page, arguments: &'p Arguments) -> Block<'p> {
    let stem = arguments
        .page
        .as_ref()
        .and_then(|path| path.file_stem()?.to_str());
    let stem = stem.map(|stem| stem.to_lowercase().replace(['-', '.', ' '], "_"));
    let id = arguments
        .provider
        .clone()
        .or_else(|| stem.filter(|stem| parse_id(stem).is_ok()));
    let id = id.unwrap_or_else(|| "provider".to_owned());
    let today =
        || humantime::format_rfc3339_seconds(SystemTime::now()).to_string()[..10].to_owned();
    Block {
        name: arguments.name.clone().unwrap_or_else(|| id.clone()),
        id,
        docs: arguments.docs.as_deref(),
        retrieved: arguments.retrieved.clone().unwrap_or_else(today),
        page,
    }
}

/// A row in JSON.
#[derive(Serialize)]
struct JsonRow<'p> {
    status: Option<&'p str>,
    r#type: Option<&'p str>,
    code: Option<&'p str>,
    message: Option<&'p str>,
    meaning: Option<&'p str>,
    kind: ErrorKind,
    kind_is_sure: bool,
}

fn print_json(page: &Page, out: &mut impl Write) -> io::Result<()> {
    let reader = Reader::new();
    let rows = page.rows().map(|row| {
        let proposal = row.proposal(&reader);
        JsonRow {
            status: row.status.as_deref(),
            r#type: row.error_type.as_deref(),
            code: row.code.as_deref(),
            message: row.messages.first().map(String::as_str),
            meaning: row.meaning.as_deref(),
            kind: proposal.kind,
            kind_is_sure: proposal.is_sure,
        }
    });
    let rows: Vec<JsonRow> = rows.collect();
    serde_json::to_writer_pretty(&mut *out, &rows)?;
    writeln!(out)
}
