//! A provider whose table is read from a file at run time, used alongside the built-in providers.
//!
//! ```text
//! cargo run --example runtime_table
//! cargo run --example runtime_table -- table.tsv
//! ```

use clap::Parser;
use error_codes::{
    ApiError, BodyShape, ErrorKind, HeaderMap, Provider, Registry, Row, Scope, StatusCode,
    StatusPattern, Table,
};
use error_codes_examples::arguments;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// The table of Acme, a fictional provider. It can be any file with the same columns.
const ACME: &str = include_str!("acme.tsv");

/// Lines that are not rows of such a table.
const BAD_LINES: [&str; 3] = [
    "4xxx\tbad_key\tBadKey\tauthentication\t-\t-\tno API key, or a wrong one",
    "401\tbad_key\tBadKey\tunauthorised\t-\t-\tno API key, or a wrong one",
    "401\tbad_key\tBadKey",
];

/// Read responses with a table from a file
#[derive(Parser)]
#[command(name = "runtime_table")]
struct Arguments {
    /// A table with the columns of `acme.tsv`; without it, that one
    #[arg(value_name = "FILE")]
    table: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("runtime_table: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let Arguments { table } = arguments();
    let text = match table {
        Some(path) => fs::read_to_string(path)?,
        None => ACME.to_owned(),
    };
    let mut registry = Registry::built_in();
    registry.insert(
        Provider::new("acme", "Acme AI")
            .with_shape(BodyShape::OPENAI)
            .with_table(Table::new("ErrorCode", rows(&text)?)),
    );
    let ids: Vec<&str> = registry.providers().map(Provider::id).collect();
    println!("providers: {}", ids.join(", "));

    let headers = HeaderMap::new();

    println!("\na response of the provider from the file");
    let body = r#"{"error":{"message":"Slow down, gpt-9 is in demand","code":2007}}"#;
    let reader = registry.reader_for("acme")?;
    explain(&reader.read(StatusCode::TOO_MANY_REQUESTS, &headers, body));

    println!("\na response of a built-in provider");
    let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
    let reader = registry.reader_for("ppio")?;
    explain(&reader.read(StatusCode::FORBIDDEN, &headers, body));

    println!("\na response of an unknown provider");
    let body = r#"{"error":{"message":"Key not found","code":"invalid_key"}}"#;
    let reader = registry.reader();
    explain(&reader.read(StatusCode::UNAUTHORIZED, &headers, body));

    println!("\nan id that no provider has");
    if let Err(error) = registry.reader_for("acne") {
        println!("  {error}");
    }

    println!("\nlines that cannot be read");
    for line in BAD_LINES {
        if let Err(error) = rows(&format!("{HEADER}\n{line}")) {
            println!("  {error}");
        }
    }
    Ok(())
}

fn explain(error: &ApiError<'_>) {
    println!("  {error}");
    println!("  retry: {}, scope: {}", error.retry(), error.scope());
    match error.matched() {
        Some(entry) => println!("  matched {entry:?} by {}", error.matched_by()),
        None => println!("  no row matched"),
    }
}

/// The first line of the file.
const HEADER: &str = "status\tcode\tvariant\tkind\tscope\tmessage\tsummary";

/// Reads the rows of a file; an error names the line.
fn rows(text: &str) -> Result<Vec<Row>, String> {
    let mut lines = text.lines().zip(1..);
    match lines.next() {
        Some((HEADER, _)) => {}
        _ => {
            return Err(format!(
                "line 1: expected the columns {}",
                HEADER.replace('\t', ", ")
            ));
        }
    }
    lines
        .map(|(line, number)| row(line).map_err(|error| format!("line {number}: {error}")))
        .collect()
}

/// Reads a row; `-` is an absent cell.
fn row(line: &str) -> Result<Row, Box<dyn Error>> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [status, code, variant, kind, scope, message, summary] = cells[..] else {
        return Err(format!("expected 7 cells, found {}", cells.len()).into());
    };
    let (kind, is_tentative) = match kind.strip_suffix('?') {
        Some(kind) => (kind, true),
        None => (kind, false),
    };
    // The file is not kept: a row owns its texts.
    let mut row = Row::new(variant.to_owned(), kind.parse::<ErrorKind>()?);
    if is_tentative {
        row = row.tentative();
    }
    if let Some(status) = present(status) {
        row = row.with_status(status.parse::<StatusPattern>()?);
    }
    if let Some(codes) = present(code) {
        let mut codes = codes.split(',').map(|code| code.trim().to_owned());
        let code = codes.next().unwrap_or_default();
        let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
        row = if is_number {
            row.with_numeric_code(code)
        } else {
            row.with_code(code)
        };
        row = row.with_aliases(codes);
    }
    if let Some(scope) = present(scope) {
        row = row.with_scope(scope.parse::<Scope>()?);
    }
    if let Some(message) = present(message) {
        row = row.with_message(message.to_owned());
    }
    if let Some(summary) = present(summary) {
        row = row.with_summary(summary.to_owned());
    }
    Ok(row)
}

fn present(cell: &str) -> Option<&str> {
    (cell != "-").then_some(cell)
}
