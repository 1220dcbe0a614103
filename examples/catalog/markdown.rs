//! The tables in Markdown, and the list of providers in the README.

use crate::cells::{COLUMNS, LEGEND, cells, title};
use comfy_table::{ContentArrangement, Table, presets};
use error_codes::Provider;
use std::io::{self, Write};

/// Prints a page with all tables.
pub(crate) fn print(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
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

/// Prints the list of providers.
pub(crate) fn print_list(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
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
