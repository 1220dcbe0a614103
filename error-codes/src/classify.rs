//! The order of decision: what a response means, according to its signs.
//!
//! 1. A row, found in this order ([`rules`]): its code; the code in `type`; the message; the type; the status. First in the
//!    provider's own tables, then in those of the provider that it is built on. Of several providers that may have sent the
//!    response, all that find a row must agree.
//! 2. If that row is tentative, or none was found ([`refine`]): what the base provider says; the response of an upstream
//!    inside the message, read in the same way; what upstreams are known to say; a status code that the message names.
//! 3. The tentative row itself.
//! 4. The general meaning of the HTTP status code.

mod rank;
mod refine;
mod rules;
mod signs;
pub(crate) mod upstream;
mod verdict;

pub(crate) use rules::Found;
pub(crate) use signs::Signs;
pub use verdict::MatchedBy;
pub(crate) use verdict::{Meaning, Verdict};

use crate::providers;
use crate::response::{Fields, read_nested};
use crate::table::{BASES, ProviderRef, Source};
use crate::vocabulary::ErrorKind;
use rules::{Tables, find_agreed};

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
    Providers(&'t [ProviderRef]),
    /// The tables of every built-in provider.
    BuiltIn,
}

impl<'t> Selection<'t> {
    fn find(self, signs: &Signs<'_>) -> Option<Found<'t>> {
        match self {
            Selection::Table(source, table) => Tables::one(source, table).find(signs),
            Selection::Provider(source) => {
                with_bases(source).find_map(|source| Tables::all(source).find(signs))
            }
            Selection::Providers(providers) => {
                find_agreed(|| providers.iter().map(Source::Held), signs)
            }
            Selection::BuiltIn => find_agreed(built_in, signs),
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

fn built_in() -> impl Iterator<Item = Source<'static>> {
    providers::ALL.iter().copied().map(Source::Static)
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
    let verdict = match &found {
        Some(found) if !found.row.is_tentative() => found.verdict(),
        Some(found) => Verdict {
            by: found.by,
            meaning: refine(selection, Some(found), signs, NESTING)
                .map_or_else(|| refine::unrefined(found.row, signs), |told| told.meaning),
        },
        None => refine(selection, None, signs, NESTING).unwrap_or_else(|| Verdict {
            by: MatchedBy::Fallback,
            meaning: signs.kind_of_status().into(),
        }),
    };
    (found, verdict)
}

/// Returns what a response says beyond a tentative row, or without any row.
fn refine(
    selection: Selection<'_>,
    found: Option<&Found<'_>>,
    signs: &Signs<'_>,
    nesting: usize,
) -> Option<Verdict> {
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
    by_base()
        .or_else(by_nested)
        .or_else(|| refine::by_upstream(found, signs))
        .or_else(|| refine::by_status_in_message(signs))
}

/// Returns what the response of an upstream inside the message says. The innermost is the closest to the fault.
fn by_nested(selection: Selection<'_>, signs: &Signs<'_>, nesting: usize) -> Option<Verdict> {
    let nesting = nesting.checked_sub(1)?;
    let fields = match signs.nested {
        Some(nested) => {
            read_nested(nested).unwrap_or_else(|| Fields::of_message(Some(nested.into())))
        }
        None => read_nested(signs.message()?.raw())?,
    };
    let inner = Signs::new(None, None, &fields);
    by_nested(selection, &inner, nesting).or_else(|| {
        let found = selection.find(&inner);
        let found = found.or_else(|| Selection::BuiltIn.find(&inner));
        found
            .and_then(|found| found.certain())
            .or_else(|| refine(selection, found.as_ref(), &inner, 0))
            .or_else(|| Verdict::of_status(inner.status))
            .or_else(|| Some(found?.verdict()))
            .filter(|told| told.meaning.kind != ErrorKind::Unknown)
    })
}
