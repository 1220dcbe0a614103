//! Codes that mean the same wherever they were seen.

use super::upstream;
use crate::table::Row;
use crate::vocabulary::ErrorKind;

/// Returns the row of a code of common use, or of its first part: `InvalidParameter.Size` is an `InvalidParameter`.
pub(super) fn common_code(word: &str) -> Option<&'static Row> {
    let find = |code: &str| {
        let mut tables = upstream::PROVIDER.tables();
        tables.find_map(|table| Some(table.rows_named(code).next()?.1))
    };
    find(word).or_else(|| find(word.split_once('.')?.0))
}

/// Returns whether providers use a code for quite different errors.
pub(super) fn is_ambiguous(word: &str) -> bool {
    common_code(word).is_some_and(|row| row.kind() == ErrorKind::Unknown)
}

/// Returns what a word of common use says happened, if it says so clearly.
pub(crate) fn kind_of_telling(word: &str) -> Option<ErrorKind> {
    let row = common_code(word).filter(|row| !row.is_tentative())?;
    Some(row.kind())
}
