//! The rows of a built-in table, as a page would show them.

use super::wire::Wire;
use error_codes::Provider;

/// What is known about a provider.
pub(crate) struct Known {
    pub(crate) id: String,
    pub(crate) docs: Option<String>,
    pub(crate) retrieved: Option<String>,
    pub(crate) rows: Vec<Wire>,
}

impl Known {
    pub(crate) fn of(provider: &'static Provider) -> Self {
        let rows = provider.entries().map(|entry| {
            let row = entry.row();
            Wire {
                variant: Some(format!("{}::{}", entry.table().name(), row.variant())),
                status: row.status_pattern().map(ToString::to_string),
                types: row
                    .error_type()
                    .into_iter()
                    .chain(row.type_aliases())
                    .map(str::to_owned)
                    .collect(),
                codes: row
                    .code()
                    .into_iter()
                    .chain(row.aliases())
                    .map(str::to_owned)
                    .collect(),
                messages: row.messages().map(str::to_owned).collect(),
            }
        });
        Known {
            id: provider.id().to_owned(),
            docs: provider.docs().map(str::to_owned),
            retrieved: provider.retrieved().map(str::to_owned),
            rows: rows.collect(),
        }
    }
}
