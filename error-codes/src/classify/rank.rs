//! How well a row agrees with a response, beyond the sign by which it was found.

use super::signs::Signs;
use crate::table::Row;

/// How far a row and a response agree: first the fewer contradictions, then the more agreement, then the longer message.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    contradictions: i8,
    agreements: i8,
    weight: usize,
}

impl Rank {
    /// `says` is whether the message says a phrase of the row, if it has any.
    pub(super) fn of(row: &Row, says: Option<bool>, signs: &Signs<'_>) -> Self {
        let weight = weight_of_message(row, signs);
        let has_message = row.message().is_some();
        let are_compared = has_message && signs.message.is_some();
        let parts = [
            agreement_of_status(row, signs),
            agreement_of_type(row, signs),
            i8::from(are_compared) * agreement(weight.is_some()),
            says.map_or(0, agreement),
        ];
        // What a row says about the message is open where there is none.
        let is_open = has_message && !are_compared;
        Rank {
            contradictions: parts.iter().map(|part| part.min(&0)).sum(),
            agreements: parts.iter().map(|part| part.max(&0)).sum::<i8>() - i8::from(is_open),
            weight: weight.unwrap_or(0),
        }
    }
}

/// Compares rows whose message template matches: first the status, then the type, then the weight of the template.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MessageRank {
    status: i8,
    error_type: i8,
    weight: usize,
    begins_message: bool,
}

impl MessageRank {
    /// Returns the rank of a row, or `None` if its template does not match.
    pub(super) fn of(row: &Row, signs: &Signs<'_>) -> Option<Self> {
        let (_, matched) = signs.message?.best_of(row.messages())?;
        if !matched.begins_message && signs.may_repeat_request() {
            return None;
        }
        Some(MessageRank {
            weight: matched.weight,
            begins_message: matched.begins_message,
            status: agreement_of_status(row, signs),
            error_type: agreement_of_type(row, signs),
        })
    }

    /// Returns whether the template says much, or the response is the row's in other respects too.
    pub(super) fn is_telling(self) -> bool {
        const MUCH: usize = 20;
        self.weight >= MUCH || (self.begins_message && self.status >= 0)
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

pub(super) fn agreement_of_type(row: &Row, signs: &Signs<'_>) -> i8 {
    match signs.error_type {
        Some(name) if row.error_type().is_some() => agreement(row.has_type(name)),
        _ => 0,
    }
}

/// Returns how much text of its own the template of the row has that the message matches.
pub(super) fn weight_of_message(row: &Row, signs: &Signs<'_>) -> Option<usize> {
    let (_, matched) = signs.message?.best_of(row.messages())?;
    Some(matched.weight)
}

fn agreement(agrees: bool) -> i8 {
    if agrees { 1 } else { -1 }
}
