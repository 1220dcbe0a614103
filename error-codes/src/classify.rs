//! The order of decision: what a response means, according to its signs.
//!
//! 1. A row, found in this order ([`rules`]): its code; the code in `type`; the message; the type; a phrase; the status. First
//!    in the provider's own tables, then in those of the provider that it is built on. Of several providers that may have sent
//!    the response, all that find a row must agree.
//! 2. If that row is tentative, or none was found ([`refine`]): a message that another row knows; what the base provider says; the response of an upstream
//!    inside the message, read in the same way; what upstreams are known to say, as a code, a sentence, a type or a phrase; a
//!    status code that the message names.
//! 3. The tentative row itself.
//! 4. The general meaning of the HTTP status code.

mod agreement;
mod common;
mod phrases;
mod rank;
mod refine;
mod rules;
mod signs;
pub(crate) mod upstream;
mod verdict;

pub(crate) use common::kind_of_telling;
#[cfg(test)]
pub(crate) use phrases::PROVIDER as PHRASES;
pub(crate) use rules::Found;
pub(crate) use signs::Signs;
pub use verdict::MatchedBy;
pub(crate) use verdict::{Meaning, Verdict};

use crate::message::Message;
use crate::response::{Fields, read_nested};
use crate::table::{BASES, ProviderSet, Source};
use crate::vocabulary::{ErrorKind, RetryHint};
use agreement::find_agreed;
use core::time::Duration;
use refine::{Upstream, is_final};
use rules::{Rule, Tables};

/// How deep responses of upstreams may be nested in messages.
const NESTING: usize = 3;

/// The tables that a response is read with.
#[derive(Clone, Copy)]
pub(crate) enum Selection<'t> {
    /// One table of a provider, without the provider's base.
    Table(Source<'t>, usize),
    /// The tables of a provider, then those of its base.
    Provider(Source<'t>),
    /// The tables of several providers, any of which may have sent the response.
    Set(&'t ProviderSet),
}

impl<'t> Selection<'t> {
    /// Returns whether the provider is not known.
    fn is_guess(self) -> bool {
        matches!(self, Selection::Set(_))
    }

    fn find(self, signs: &Signs<'_>) -> Option<Found<'t>> {
        match self {
            Selection::Table(source, table) => Tables::one(source, table).find(signs),
            Selection::Provider(source) => {
                with_bases(source).find_map(|source| Tables::all(source).find(signs))
            }
            Selection::Set(set) => find_agreed(set, signs),
        }
    }

    /// Finds the row whose message is the response's.
    fn find_by_message(self, signs: &Signs<'_>) -> Option<Found<'t>> {
        match self {
            Selection::Table(source, table) => {
                Rule::Message.find(Tables::one(source, table), signs)
            }
            Selection::Provider(source) => Rule::Message.find(Tables::all(source), signs),
            Selection::Set(set) => agreement::by_message(set, signs),
        }
    }

    /// Returns the tables of the provider's base and of its bases.
    fn bases(self) -> impl Iterator<Item = Tables<'t>> {
        let source = match self {
            Selection::Provider(source) => Some(source),
            _ => None,
        };
        let bases = source
            .into_iter()
            .flat_map(|source| with_bases(source).skip(1));
        bases.map(Tables::all)
    }
}

fn with_bases(source: Source<'_>) -> impl Iterator<Item = Source<'_>> {
    core::iter::successors(Some(source), |source| source.base()).take(BASES)
}

/// Decides what a response means. Returns the row that matched as well.
pub(crate) fn classify<'t>(
    selection: Selection<'t>,
    signs: &Signs<'_>,
) -> (Option<Found<'t>>, Verdict) {
    let found = selection.find(signs);
    let is_guess = selection.is_guess();
    let verdict = match &found {
        Some(found) if is_final(found, is_guess, signs) => {
            let told = found.verdict();
            // Whose message it is was only guessed: what it says by itself is more.
            let is_by_words = is_guess && found.by == MatchedBy::Message;
            let said = || refine::scope_in_words(told.meaning.kind, signs);
            match is_by_words.then(said).flatten() {
                Some(scope) => told.with_scope(scope),
                None => told,
            }
        }
        Some(found) => {
            let told = refine(selection, Some(found), signs, NESTING);
            let told = told.map(|told| told.completed_by(found.row));
            let told = told.map(|told| with_scope(told, signs));
            Verdict {
                by: found.by,
                ..told.unwrap_or_else(|| Verdict {
                    meaning: refine::unrefined(found.row, signs),
                    ..found.verdict()
                })
            }
        }
        None => {
            let told = refine(selection, None, signs, NESTING);
            let told = told.unwrap_or_else(|| Verdict {
                by: MatchedBy::Fallback,
                meaning: signs.kind_of_status().into(),
                is_window: false,
            });
            with_scope(told, signs)
        }
    };
    (found, verdict)
}

/// Takes the scope from the words of the message, where no row states it.
fn with_scope(verdict: Verdict, signs: &Signs<'_>) -> Verdict {
    let Meaning { kind, scope, .. } = verdict.meaning;
    match refine::scope_in_words(kind, signs) {
        Some(said) if scope == kind.scope() => verdict.with_scope(said),
        _ => verdict,
    }
}

/// Corrects a verdict about a window by the delay that the response states: a window that resets within an hour is a rate
/// limit, and one that takes half a day is a quota. Nobody can wait for that, nor for a quota that does not say when it resets.
pub(crate) fn by_window(verdict: Verdict, reset: impl FnOnce() -> Option<Duration>) -> Verdict {
    const HOUR: Duration = Duration::from_secs(60 * 60);
    const HALF_A_DAY: Duration = Duration::from_secs(12 * 60 * 60);
    let kind = verdict.meaning.kind;
    let is_limit = verdict.by == MatchedBy::Phrase && kind == ErrorKind::RateLimited;
    let renews =
        kind == ErrorKind::QuotaExhausted && verdict.meaning.retry == RetryHint::AfterReset;
    if !is_limit && !renews && !verdict.is_window {
        return verdict;
    }
    let reset = reset().filter(|reset| !reset.is_zero());
    let kind = match (kind, reset) {
        (ErrorKind::QuotaExhausted, Some(reset)) if reset <= HOUR => ErrorKind::RateLimited,
        (ErrorKind::QuotaExhausted, Some(reset)) if reset < HALF_A_DAY => return verdict,
        (ErrorKind::RateLimited, Some(reset)) if is_limit && reset >= HALF_A_DAY => {
            ErrorKind::QuotaExhausted
        }
        (ErrorKind::QuotaExhausted, _) if renews => {
            let meaning = Meaning {
                retry: kind.retry(),
                ..verdict.meaning
            };
            return Verdict { meaning, ..verdict };
        }
        _ => return verdict,
    };
    Verdict {
        meaning: kind.into(),
        ..verdict
    }
}

/// Returns what a response says beyond a tentative row, or without any row.
fn refine(
    selection: Selection<'_>,
    found: Option<&Found<'_>>,
    signs: &Signs<'_>,
    nesting: usize,
) -> Option<Verdict> {
    let by_own = || {
        let found = found.filter(|found| found.by != MatchedBy::Status)?;
        let told = selection.find_by_message(signs)?;
        let is_other = !core::ptr::eq(told.row, found.row);
        // The provider itself says that its code is vague; of one that was only guessed a code of common use says more.
        let is_known = selection.is_guess() && signs.kind_of_common_code().is_some();
        (is_other && !is_known).then(|| told.certain()).flatten()
    };
    let by_base = || {
        let found = found?;
        let mut bases = selection.bases();
        bases.find_map(|base| refine::by_base(base, found, signs))
    };
    let by_nested = || {
        let told = by_nested(selection, signs, nesting)?;
        Some(Verdict {
            by: MatchedBy::Message,
            ..told
        })
    };
    let by_tables = by_own().or_else(by_base);
    by_tables.or_else(by_nested).or_else(|| {
        let trusted = found.filter(|_| !selection.is_guess());
        let upstream = Upstream::new(found, trusted, signs);
        upstream
            .certain()
            .or_else(|| refine::by_status_in_message(signs))
            .or_else(|| upstream.tentative())
    })
}

/// Returns what the response of an upstream inside the message says. The innermost is the closest to the fault.
fn by_nested(selection: Selection<'_>, signs: &Signs<'_>, nesting: usize) -> Option<Verdict> {
    let nesting = nesting.checked_sub(1)?;
    if signs.kind_of_common_code().is_some() {
        // Under a telling code it is what the caller wrote.
        return None;
    }
    let fields = match signs.nested {
        Some(nested) => {
            read_nested(nested).unwrap_or_else(|| Fields::of_message(Some(nested.into())))
        }
        None => read_nested(signs.message()?.raw())?,
    };
    let text = fields.message.as_deref().map(Message::new);
    let inner = Signs::new(None, None, &fields, text.as_ref());
    by_nested(selection, &inner, nesting).or_else(|| {
        let found = selection.find(&inner);
        found
            .filter(|found| is_final(found, selection.is_guess(), &inner))
            .map(|found| found.verdict())
            .or_else(|| {
                let told = refine(selection, found.as_ref(), &inner, 0)?;
                Some(
                    found
                        .as_ref()
                        .map_or(told, |found| told.completed_by(found.row)),
                )
            })
            .or_else(|| Verdict::of_status(inner.status))
            .or_else(|| Some(found?.verdict()))
            .filter(|told| told.meaning.kind != ErrorKind::Unknown)
    })
}
