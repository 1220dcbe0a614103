//! Where the row that matched comes from.

use crate::table::{Entry, Provider, ProviderRef, Source};

/// For which provider a response was read, and which row matched.
#[derive(Clone)]
pub(crate) struct Origin(Option<Known>);

#[derive(Clone)]
struct Known {
    /// The provider that was given, or else that of the row.
    provider: ProviderRef,
    matched: Option<Position>,
}

/// Where a row is found. It is as small as an error needs it to be.
#[derive(Clone, Copy)]
struct Position {
    row: u32,
    table: u16,
    /// How many bases of the provider are between it and that of the row.
    bases: u8,
    owner: Owner,
}

/// Why a row was looked for at a provider.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// It was given.
    Given,
    /// It was given, and the row's table was.
    TableGiven,
    /// It is one of several that may have sent the response.
    Possible,
}

impl Origin {
    /// Takes the provider that was given, whether one of its tables was, and a row that matched: its provider, the position of its
    /// table and its own.
    pub(crate) fn new(
        given: Option<&ProviderRef>,
        is_table_given: bool,
        found: Option<(Source<'_>, (usize, usize))>,
    ) -> Self {
        let source = found.map(|(source, _)| source);
        let provider = given.cloned().or_else(|| source?.to_ref());
        let position = |provider: &ProviderRef| {
            let (source, (table, row)) = found?;
            let is_it = |own: &Provider| core::ptr::eq(own, source.provider());
            Some(Position {
                row: row.try_into().ok()?,
                table: table.try_into().ok()?,
                bases: provider.lineage().position(is_it)?.try_into().ok()?,
                owner: match given {
                    None => Owner::Possible,
                    Some(_) if is_table_given => Owner::TableGiven,
                    Some(_) => Owner::Given,
                },
            })
        };
        let known = provider.map(|provider| Known {
            matched: position(&provider),
            provider,
        });
        Origin(known.filter(|known| given.is_some() || known.matched.is_some()))
    }

    /// Returns the provider that was given.
    pub(super) fn given(&self) -> Option<&Provider> {
        let Known { provider, matched } = self.0.as_ref()?;
        let is_given = matched.is_none_or(|matched| matched.owner != Owner::Possible);
        is_given.then_some(&**provider)
    }

    /// Returns whether the table of the row that matched was given.
    pub(super) fn is_table_given(&self) -> bool {
        let matched = self.0.as_ref().and_then(|known| known.matched);
        matched.is_some_and(|matched| matched.owner == Owner::TableGiven)
    }

    /// Returns the row that matched.
    pub(super) fn entry(&self) -> Option<Entry<'_>> {
        let Known { provider, matched } = self.0.as_ref()?;
        let position = (*matched)?;
        let provider = provider.lineage().nth(usize::from(position.bases))?;
        provider.entry(usize::from(position.table), position.row as usize)
    }
}
