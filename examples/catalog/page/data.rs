//! What the page knows about the tables.

use crate::cells::status_misleads;
use error_codes::{ErrorKind, Provider, RetryHint, Row, Scope, Table};
use error_codes_explanation::{elsewhere, retry};
use serde::Serialize;
use std::collections::BTreeMap;

/// The rows, and what the words in them mean.
#[derive(Serialize)]
pub(super) struct Catalog {
    kinds: BTreeMap<&'static str, &'static str>,
    retries: BTreeMap<&'static str, &'static str>,
    scopes: BTreeMap<&'static str, &'static str>,
    providers: Vec<ProviderData>,
}

#[derive(Serialize)]
struct ProviderData {
    id: &'static str,
    name: &'static str,
    docs: Option<&'static str>,
    retrieved: Option<&'static str>,
    tables: Vec<TableData>,
}

#[derive(Serialize)]
struct TableData {
    name: &'static str,
    rows: Vec<RowData>,
}

#[derive(Serialize)]
struct RowData {
    variant: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    types: Vec<&'static str>,
    codes: Vec<&'static str>,
    messages: Vec<&'static str>,
    kind: ErrorKind,
    retry: RetryHint,
    scope: Scope,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'static str>,
    /// Whether the message may refine the kind.
    #[serde(skip_serializing_if = "is_false")]
    tentative: bool,
    /// Whether the status code alone suggests the opposite decision on a retry.
    #[serde(skip_serializing_if = "is_false")]
    misleading: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "what serde calls it with"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Catalog {
    pub(super) fn of(providers: &[&'static Provider]) -> Self {
        let tables = providers.iter().flat_map(|provider| provider.tables());
        let rows: Vec<&Row> = tables.flat_map(Table::rows).collect();
        Catalog {
            kinds: rows
                .iter()
                .map(|row| (row.kind().as_str(), row.kind().summary()))
                .collect(),
            retries: rows
                .iter()
                .map(|row| (row.retry().as_str(), retry(row.retry())))
                .collect(),
            scopes: rows
                .iter()
                .map(|row| (row.scope().as_str(), elsewhere(row.scope())))
                .collect(),
            providers: providers
                .iter()
                .map(|provider| ProviderData::of(provider))
                .collect(),
        }
    }
}

impl ProviderData {
    fn of(provider: &'static Provider) -> Self {
        let tables = provider.tables().map(|table| TableData {
            name: table.name(),
            rows: table.rows().iter().map(RowData::of).collect(),
        });
        ProviderData {
            id: provider.id(),
            name: provider.name(),
            docs: provider.docs(),
            retrieved: provider.retrieved(),
            tables: tables.collect(),
        }
    }
}

impl RowData {
    fn of(row: &'static Row) -> Self {
        RowData {
            variant: row.variant(),
            status: row.status_pattern().map(ToString::to_string),
            types: row
                .error_type()
                .into_iter()
                .chain(row.type_aliases())
                .collect(),
            codes: row.code().into_iter().chain(row.aliases()).collect(),
            messages: row.messages().collect(),
            kind: row.kind(),
            retry: row.retry(),
            scope: row.scope(),
            summary: row.summary(),
            tentative: row.is_tentative(),
            misleading: status_misleads(row),
        }
    }
}
