//! The tables for a terminal.

use crate::cells::{COLUMNS, LEGEND, cells, title};
use comfy_table::{ContentArrangement, Table, presets};
use error_codes::Provider;
use std::io::{self, Write};

/// Prints a table for each enum.
pub(crate) fn print(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
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
