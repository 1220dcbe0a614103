//! How well a row agrees with a response, beyond the sign by which it was found.

use super::signs::Signs;
use crate::table::Row;

/// How far a row and a response agree: first the fewer contradictions, then the more agreement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    contradictions: i8,
    agreements: i8,
}

impl Rank {
    /// `says` is whether the message says a phrase of the row, if it has any.
    pub(super) fn of(row: &Row, says: Option<bool>, signs: &Signs<'_>) -> Self {
        let parts = [
            agreement_of_status(row, signs),
            agreement_of_type(row, signs),
            agreement_of_message(row, signs),
            says.map_or(0, agreement),
        ];
        Rank {
            contradictions: parts.iter().map(|part| part.min(&0)).sum(),
            agreements: parts.iter().map(|part| part.max(&0)).sum(),
        }
    }
}

/// Compares rows whose message template matches: first the status, then the type, then the weight of the template.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MessageRank {
    status: i8,
    error_type: i8,
    weight: usize,
}

impl MessageRank {
    /// Returns the rank of a row, or `None` if its template does not match.
    pub(super) fn of(row: &Row, signs: &Signs<'_>) -> Option<Self> {
        let (_, matched) = signs.message.as_ref()?.best_of(row.messages())?;
        if !matched.begins_message && signs.may_repeat_request() {
            return None;
        }
        Some(MessageRank {
            weight: matched.weight,
            status: agreement_of_status(row, signs),
            error_type: agreement_of_type(row, signs),
        })
    }
}

/// Returns a number above zero if the row names this status code or its class, below zero if it names another.
pub(super) fn agreement_of_status(row: &Row, signs: &Signs<'_>) -> i8 {
    match (row.status_pattern(), signs.status) {
        (Some(pattern), Some(status)) if !pattern.matches(status) => -2,
        (Some(pattern), Some(_)) if pattern.as_class().is_none() => 2,
        (Some(_), Some(_)) => 1,
        _ => 0,
    }
}

fn agreement_of_type(row: &Row, signs: &Signs<'_>) -> i8 {
    match signs.error_type {
        Some(name) if row.error_type().is_some() => agreement(row.has_type(name)),
        _ => 0,
    }
}

fn agreement_of_message(row: &Row, signs: &Signs<'_>) -> i8 {
    match (row.message(), &signs.message) {
        (Some(_), Some(message)) => agreement(message.best_of(row.messages()).is_some()),
        _ => 0,
    }
}

fn agreement(agrees: bool) -> i8 {
    if agrees { 1 } else { -1 }
}
