//! The kind that is proposed for a row: what the library makes of a response that says what the row says.

use super::values::{first_status, is_reason};
use super::{PageRow, glossary};
use error_codes::{ErrorKind, ErrorParts, MatchedBy, Reader};

/// A kind, and whether more than the status speaks for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proposal {
    /// What the row seems to mean.
    pub kind: ErrorKind,
    /// Whether the row says so in words, and not only by its status.
    pub is_sure: bool,
}

/// Reads a row as if it were a response: with its message, and if that tells nothing, with its meaning as the message.
pub(super) fn propose(row: &PageRow, reader: &Reader) -> Proposal {
    let status = row.status.as_deref().and_then(first_status);
    // A type that stands alone may be what another provider has as the code. A number, or a word with one, is some other
    // provider's for all that is known.
    let name = row.code.as_deref().or(row.error_type.as_deref());
    let read = |message: Option<&str>| {
        let error = reader.read_parts(ErrorParts {
            status,
            code: name.filter(|name| !name.contains(|c: char| c.is_ascii_digit())),
            error_type: row.error_type.as_deref(),
            message,
            ..ErrorParts::default()
        });
        (error.kind(), error.matched_by())
    };
    let texts = row
        .messages
        .iter()
        .map(String::as_str)
        .chain(row.meaning.as_deref());
    let texts = texts.filter(|text| !is_reason(text));
    let texts: Vec<String> = texts
        .map(|text| match glossary::sentence(text) {
            Some(sentence) => sentence.to_owned(),
            None => text.replace(['{', '}'], ""),
        })
        .collect();
    let mut by_status = None;
    for text in texts.iter().map(|text| Some(text.as_str())).chain([None]) {
        let (kind, by) = read(text);
        match by {
            MatchedBy::Status | MatchedBy::Fallback => _ = by_status.get_or_insert(kind),
            _ => {
                return Proposal {
                    kind,
                    is_sure: true,
                };
            }
        }
    }
    let kind = by_status.unwrap_or(ErrorKind::Unknown);
    Proposal {
        kind,
        is_sure: false,
    }
}
