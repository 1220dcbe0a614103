//! The rows as a data set.

use error_codes::{Entry, ErrorKind, Provider, RetryHint, Scope};
use serde::Serialize;
use std::io::{self, Write};

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

/// Prints one array, an object a row.
pub(crate) fn print(providers: &[&'static Provider], out: &mut impl Write) -> io::Result<()> {
    let entries = providers.iter().flat_map(|provider| provider.entries());
    let rows: Vec<JsonRow> = entries.map(JsonRow::from).collect();
    serde_json::to_writer_pretty(&mut *out, &rows)?;
    writeln!(out)
}
