//! What refines a tentative row, or decides where no row matches: what gateways pass on from upstreams.

use super::rank::agreement_of_status;
use super::rules::{Found, Rule, Tables};
use super::signs::Signs;
use super::upstream;
use super::verdict::{MatchedBy, Meaning, Verdict};
use crate::message::{Message, status_in};
use crate::table::{Row, Source};
use crate::vocabulary::ErrorKind;
use http::StatusCode;

/// The table of what upstreams say.
fn upstream() -> Tables<'static> {
    Tables::all(Source::Static(&upstream::PROVIDER))
}

/// Returns what a base provider says about a response for which a tentative row was found: a row that was found by its
/// code yields only to a message.
pub(super) fn by_base(base: Tables<'_>, found: &Found<'_>, signs: &Signs<'_>) -> Option<Verdict> {
    let told = match found.by {
        MatchedBy::Status => base.find_in_body(signs),
        _ => Rule::Message.find(base, signs),
    };
    told?.certain()
}

/// Returns what an upstream says: a sentence that gateways pass on; a code of common use, if the row that was found has
/// none; or a vague sentence, which yields to the status of an error and to a row.
pub(super) fn by_upstream(found: Option<&Found<'_>>, signs: &Signs<'_>) -> Option<Verdict> {
    let row = found.map(|found| found.row);
    let has_code = row.is_some_and(|row| row.code().is_some());
    let says_nothing = row.is_none_or(|row| row.kind() == ErrorKind::Unknown);
    let sentence = Rule::Message.find(upstream(), signs);
    let vague = || sentence.filter(|sentence| outranks_status(sentence.row, signs));
    sentence
        .and_then(|sentence| sentence.certain())
        .or_else(|| by_common_code(signs).filter(|_| !has_code))
        .or_else(|| Some(vague().filter(|_| says_nothing)?.verdict()))
}

/// Returns what a code of common use says: as a code, as a type, or instead of a sentence.
fn by_common_code(signs: &Signs<'_>) -> Option<Verdict> {
    let codes = signs.codes.iter().flatten();
    let codes = codes.map(|code| (*code, MatchedBy::Code));
    let error_type = signs.error_type.map(|name| (name, MatchedBy::Type));
    let stem = signs.message.as_ref().map(Message::stem);
    let word = stem.filter(|stem| !stem.contains(' '));
    let word = word.map(|word| (word, MatchedBy::Message));
    let mut words = codes.chain(error_type).chain(word);
    words.find_map(|(word, by)| {
        let row = common_code(word).filter(|row| outranks_status(row, signs))?;
        let meaning = Meaning::from(row);
        Some(Verdict { meaning, by })
    })
}

/// Returns the row of a code of common use, or of its first part: `InvalidParameter.Size` is an `InvalidParameter`.
fn common_code(word: &str) -> Option<&'static Row> {
    let find = |code: &str| {
        let mut tables = upstream::PROVIDER.tables();
        tables.find_map(|table| Some(table.rows_named(code).next()?.1))
    };
    find(word).or_else(|| find(word.split_once('.')?.0))
}

/// Returns whether a row says more than the status: a tentative one does only if the status is not that of an error, or if
/// it blames an upstream for a 500.
fn outranks_status(row: &Row, signs: &Signs<'_>) -> bool {
    !row.is_tentative()
        || signs.error_status().is_none()
        || (signs.kind_of_status(), row.kind()) == (ErrorKind::Internal, ErrorKind::Unavailable)
}

/// Returns what a status code that the message names says, if that of the response blames nobody. That the upstream failed
/// is known already.
pub(super) fn by_status_in_message(signs: &Signs<'_>) -> Option<Verdict> {
    let blames_request = signs.status.is_some_and(|status| status.is_client_error());
    let message = signs.message.as_ref().filter(|_| !blames_request)?;
    let named = status_in(message.raw());
    Verdict::of_status(named.filter(|status| *status != StatusCode::INTERNAL_SERVER_ERROR))
}

/// Returns what a row means that nothing refined. A tentative one that does not name the status yields to a status that
/// blames the request: gateways pass that on.
pub(super) fn unrefined(row: &Row, signs: &Signs<'_>) -> Meaning {
    let is_passed_on = row.is_tentative() && signs.message.is_some();
    match signs.status.filter(StatusCode::is_client_error) {
        Some(status) if is_passed_on && agreement_of_status(row, signs) <= 0 => {
            ErrorKind::from_status(status).into()
        }
        _ => row.into(),
    }
}
