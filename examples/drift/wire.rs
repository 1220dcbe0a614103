//! What a row of a table or of a page shows of a response.

use error_codes_examples::page::PageRow;
use serde::Serialize;
use std::fmt;

/// What a row shows of a response.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Wire {
    pub(crate) variant: Option<String>,
    pub(crate) status: Option<String>,
    /// The type and its aliases.
    #[serde(rename = "type", serialize_with = "first")]
    pub(crate) types: Vec<String>,
    /// The code and its aliases.
    #[serde(rename = "code", serialize_with = "first")]
    pub(crate) codes: Vec<String>,
    #[serde(rename = "message", serialize_with = "first")]
    pub(crate) messages: Vec<String>,
}

fn first<S: serde::Serializer>(names: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    names.first().serialize(serializer)
}

impl From<&PageRow> for Wire {
    fn from(row: &PageRow) -> Self {
        Wire {
            variant: None,
            status: row.status.clone(),
            types: row.error_type.iter().cloned().collect(),
            codes: row.code.iter().cloned().collect(),
            messages: row.messages.clone(),
        }
    }
}

impl fmt::Display for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status.as_ref();
        let names = [status, self.types.first(), self.codes.first()];
        let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        f.write_str(&names.join(" "))?;
        let message = self.messages.first().map(|message| format!("{message:?}"));
        match message {
            Some(message) if names.is_empty() => f.write_str(&message),
            Some(message) => write!(f, " {message}"),
            None => Ok(()),
        }
    }
}
