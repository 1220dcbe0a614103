//! The rule of names that come from a list, such as columns and fields.

use crate::report::{Report, both, fault};
use crate::suggest::choice;
use quote::ToTokens;

/// Resolves names: each is in the list and written once. One that is misspelt is taken for the one that was meant, unless
/// that is there as well.
pub(super) fn known(
    names: &[(String, impl ToTokens)],
    list: &[&'static str],
    what: &str,
    meant: impl Fn(&str) -> Option<&'static str>,
    report: &mut Report,
) -> Vec<Option<&'static str>> {
    let is_present = |meant: &&str| names.iter().any(|(name, _)| name == meant);
    let meant = |name: &str| meant(name).filter(|meant| !is_present(meant));
    let mut known: Vec<Option<&'static str>> = Vec::new();
    let mut misspelt = Vec::new();
    for (at, (name, cell)) in names.iter().enumerate() {
        let found = list.iter().copied().find(|other| other == name);
        let first = known
            .iter()
            .position(|other| found.is_some() && *other == found);
        if let Some(first) = first {
            report.push(
                fault!(both(&names[first].1, cell) => "duplicate {what} `{name}`",
                help: "name each {what} once"),
            );
        } else if found.is_none() {
            let help = choice(meant(name), list, &format!("{what}s"));
            report.push(fault!(cell => "unknown {what} `{name}`", help: "{help}"));
            misspelt.push(at);
        }
        known.push(found.filter(|_| first.is_none()));
    }
    for at in misspelt {
        known[at] = meant(&names[at].0).filter(|meant| !known.contains(&Some(meant)));
    }
    known
}
