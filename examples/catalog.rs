//! Prints every built-in table, for a person, as JSON or as a page in Markdown or HTML, or the list of providers in the README.
//!
//! ```text
//! cargo run --example catalog
//! cargo run --example catalog -- --json
//! cargo run --example catalog -- --html > catalog.html
//! cargo run --example catalog -- --list
//! ```

use clap::Parser;
use comfy_table::{ContentArrangement, Table, presets};
use error_codes::{Entry, ErrorKind, Provider, RetryHint, Row, Scope, providers};
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// Print the tables of all providers, or of some.
#[derive(Parser)]
#[command(name = "catalog", after_help = provider_ids())]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one flag a format, of which one can be given"
)]
struct Arguments {
    /// Print one JSON array, an object a row
    #[arg(long, group = "format")]
    json: bool,

    /// Print a page in Markdown
    #[arg(long, group = "format")]
    markdown: bool,

    /// Print a page in HTML that needs no other file
    #[arg(long, group = "format")]
    html: bool,

    /// Print a list of the providers in Markdown, as it stands in the README
    #[arg(long, group = "format")]
    list: bool,

    /// The providers whose tables are printed; without any, all
    #[arg(value_name = "ID", value_parser = error_codes::provider)]
    providers: Vec<&'static Provider>,
}

fn provider_ids() -> String {
    let ids: Vec<&str> = providers::ALL.iter().map(|known| known.id()).collect();
    format!("Providers: {}", ids.join(", "))
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let providers = if arguments.providers.is_empty() {
        providers::ALL
    } else {
        &arguments.providers
    };
    let mut out = io::stdout().lock();
    let run = if arguments.json {
        print_json(providers, &mut out)
    } else if arguments.markdown {
        print_markdown(providers, &mut out)
    } else if arguments.html {
        print_html(providers, &mut out)
    } else if arguments.list {
        print_list(providers, &mut out)
    } else {
        print_tables(providers, &mut out)
    };
    match run {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("catalog: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A row in JSON.
#[derive(Serialize)]
struct JsonRow {
    provider: &'static str,
    provider_name: &'static str,
    docs: Option<&'static str>,
    table: &'static str,
    variant: &'static str,
    status: Option<String>,
    r#type: Option<&'static str>,
    code: Option<&'static str>,
    aliases: Vec<&'static str>,
    message: Option<&'static str>,
    messages: Vec<&'static str>,
    kind: ErrorKind,
    retry: RetryHint,
    scope: Scope,
    summary: Option<&'static str>,
}

impl From<Entry<'static>> for JsonRow {
    fn from(entry: Entry<'static>) -> Self {
        let (provider, row) = (entry.provider(), entry.row());
        JsonRow {
            provider: provider.id(),
            provider_name: provider.name(),
            docs: provider.docs(),
            table: entry.table().name(),
            variant: row.variant(),
            status: row.status_pattern().map(ToString::to_string),
            r#type: row.error_type(),
            code: row.code(),
            aliases: row.aliases().collect(),
            message: row.message(),
            messages: row.messages().collect(),
            kind: row.kind(),
            retry: row.retry(),
            scope: row.scope(),
            summary: row.summary(),
        }
    }
}

fn print_json(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
    let entries = providers.iter().flat_map(|provider| provider.entries());
    let rows: Vec<JsonRow> = entries.map(JsonRow::from).collect();
    serde_json::to_writer_pretty(&mut *out, &rows)?;
    writeln!(out)
}

fn print_list(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "| module and feature | provider | rows |")?;
    writeln!(out, "|---|---|---:|")?;
    for provider in providers {
        let (id, name, rows) = (provider.id(), provider.name(), provider.entries().count());
        match provider.docs() {
            Some(page) => writeln!(out, "| `{id}` | [{name}]({page}) | {rows} |")?,
            None => writeln!(out, "| `{id}` | {name} | {rows} |")?,
        }
    }
    Ok(())
}

fn print_tables(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
    for provider in providers {
        for table in provider.tables() {
            let mut printed = Table::new();
            printed
                .load_style(presets::UTF8_FULL_CONDENSED)
                .set_content_arrangement(ContentArrangement::Dynamic)
                .set_header(COLUMNS);
            printed.add_rows(table.rows().iter().map(cells));
            writeln!(out, "{} · {}", title(provider), table.name())?;
            writeln!(out, "{printed}\n")?;
        }
    }
    writeln!(out, "{LEGEND}")
}

fn print_markdown(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "# Errors by provider")?;
    for provider in providers {
        writeln!(out, "\n## {}", title(provider))?;
        for table in provider.tables() {
            writeln!(out, "\n### {}\n", table.name())?;
            let mut printed = Table::new();
            printed
                .load_style(presets::ASCII_MARKDOWN)
                .set_content_arrangement(ContentArrangement::Disabled)
                .set_header(COLUMNS);
            let escaped = |row| cells(row).map(|cell| in_markdown(&cell));
            printed.add_rows(table.rows().iter().map(escaped));
            writeln!(out, "{printed}")?;
        }
    }
    writeln!(out, "\n{LEGEND}")
}

/// Returns a text as the cell of a Markdown table.
fn in_markdown(text: &str) -> String {
    let mut markdown = String::new();
    for c in text.chars() {
        match c {
            '|' | '<' | '>' | '&' | '*' | '_' | '[' | ']' | '`' | '\\' => {
                markdown.extend(['\\', c]);
            }
            _ if c.is_whitespace() => markdown.push(' '),
            _ => markdown.push(c),
        }
    }
    markdown
}

const STYLE: &str = "body{font:15px/1.5 sans-serif;margin:2em;color:#222;background:#fff}\
    table{border-collapse:collapse;margin:0 0 2em}th,td{border:1px solid #ccc;padding:.2em .6em;text-align:left;\
    vertical-align:top}th{background:#f3f3f3}td:nth-child(-n+6){font-family:monospace}";

fn print_html(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Errors by provider</title>\n\
         <style>{STYLE}</style>\n<h1>Errors by provider</h1>"
    )?;
    for provider in providers {
        let (id, name) = (in_html(provider.id()), in_html(provider.name()));
        writeln!(out, "<h2 id=\"{id}\">{name}</h2>")?;
        if let Some(page) = provider.docs() {
            let (page, day) = (in_html(page), provider.retrieved().unwrap_or_default());
            writeln!(out, "<p><a href=\"{page}\">{page}</a> {}</p>", in_html(day))?;
        }
        for table in provider.tables() {
            writeln!(out, "<h3>{}</h3>\n<table>", in_html(table.name()))?;
            writeln!(out, "<tr><th>{}</tr>", COLUMNS.join("<th>"))?;
            for row in table.rows() {
                let cells = cells(row).map(|cell| in_html(&cell));
                writeln!(out, "<tr><td>{}</tr>", cells.join("<td>"))?;
            }
            writeln!(out, "</table>")?;
        }
    }
    writeln!(out, "<p>{LEGEND}</p>\n</html>")
}

fn in_html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns the provider's name, its page and the day on which that was retrieved.
fn title(provider: &Provider) -> String {
    let mut title = provider.name().to_owned();
    if let Some(page) = provider.docs() {
        title.push_str(", ");
        title.push_str(page);
    }
    if let Some(day) = provider.retrieved() {
        title.push_str(", retrieved ");
        title.push_str(day);
    }
    title
}

const COLUMNS: [&str; 7] = [
    "status", "type", "code", "kind", "retry", "scope", "meaning",
];

/// What the marks in a table mean.
const LEGEND: &str = "? a default that the message may refine · ! the status code alone suggests the opposite decision on a retry";

/// Returns whether the status code alone suggests a retry where the row does not, or the other way round.
fn status_misleads(row: &Row) -> bool {
    row.status().is_some_and(|status| {
        let by_status = ErrorKind::from_status(status).retry();
        by_status.is_retryable() != row.retry().is_retryable()
    })
}

/// Returns the cells of a row for a person.
fn cells(row: &Row) -> [String; 7] {
    let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let mark = if row.is_tentative() { "?" } else { "" };
    let misleading = if status_misleads(row) { " !" } else { "" };
    [
        row.status_pattern()
            .map_or_else(|| "-".to_owned(), |status| format!("{status}{misleading}")),
        text(row.error_type()),
        text(row.code()),
        format!("{}{mark}", row.kind()),
        row.retry().to_string(),
        row.scope().to_string(),
        meaning(row),
    ]
}

/// Returns the summary and the messages of a row.
fn meaning(row: &Row) -> String {
    let messages: Vec<String> = row
        .messages()
        .map(|message| format!("{message:?}"))
        .collect();
    match (row.summary(), row.message()) {
        (Some(summary), Some(_)) => format!("{summary}: {}", messages.join(", ")),
        (None, Some(message)) if messages.len() == 1 => message.to_owned(),
        (None, Some(_)) => messages.join(", "),
        (Some(summary), None) => summary.to_owned(),
        (None, None) => "-".to_owned(),
    }
}
