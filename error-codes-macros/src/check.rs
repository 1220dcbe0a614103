//! The rules of a call, and the way from what was written to a model.

mod call;
mod conflicts;
mod cure;
mod draft;
mod header;
mod names;
mod naming;
mod provider;
mod reason;
mod row;
mod section;
mod ties;
mod variant;

use crate::ast::Input;
use crate::fallback::{self, Leftovers};
use crate::model::{Section, Table};
use crate::report::Report;
use syn::ext::IdentExt;

/// Checks every rule. Returns the table without what broke one, and what is left of that.
pub(crate) fn check(input: Input, report: &mut Report) -> (Table, Leftovers) {
    call::one_provider(&input, report);
    call::some_section(&input, report);
    call::distinct_sections(&input.sections, report);
    let provider = match input.providers.into_iter().next() {
        Some(block) => provider::provider(block, report),
        None => fallback::provider(),
    };
    let mut sections: Vec<Section> = Vec::new();
    let mut leftovers = Leftovers::default();
    for block in input.sections {
        let (section, mut rest) = section::section(block, report);
        let is_same = |other: &&Section| other.name.unraw() == section.name.unraw();
        if let Some(first) = sections.iter().find(is_same) {
            for leftover in &mut rest {
                leftover.place = usize::MAX;
            }
            rest.extend(section.rows.into_iter().map(row::leftover));
            leftovers.add(first, rest);
        } else {
            leftovers.add(&section, rest);
            sections.push(section);
        }
    }
    let table = Table {
        krate: input.krate,
        provider,
        sections,
    };
    (table, leftovers)
}
