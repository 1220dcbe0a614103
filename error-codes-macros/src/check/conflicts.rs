//! The rules of the rows of a section against each other. Each returns the rows that it refuses.

use super::draft::Draft;
use crate::model::{Key, Names, Status};
use crate::report::{Fault, Report, both, fault};
use std::collections::{HashMap, HashSet};
use syn::Ident;

/// No two rows match the same responses equally well.
pub(super) fn duplicate_rows(drafts: &[Draft], report: &mut Report) -> HashSet<usize> {
    let mut first: HashMap<Way, usize> = HashMap::new();
    let mut refused = HashSet::new();
    let rows = drafts.iter().enumerate();
    for (at, draft) in rows.filter(|(_, draft)| draft.is_keyed) {
        let mut repeated = HashSet::new();
        for way in ways(&draft.key) {
            match first.get(&way) {
                Some(&earlier) if earlier == at || !repeated.insert(earlier) => {}
                Some(&earlier) => {
                    report.push(duplicate_row(&drafts[earlier], draft, &way));
                    refused.insert(at);
                }
                None => {
                    first.insert(way, at);
                }
            }
        }
    }
    refused
}

fn duplicate_row(earlier: &Draft, later: &Draft, way: &Way) -> Fault {
    let message = later.key.message.as_ref();
    let what = match (way, message) {
        ((Some(code), ..), _) => format!("code `{code}`"),
        (_, Some(message)) => format!("message `{}`", message.literal.value()),
        ((_, Some(name), ..), _) => format!("type `{name}`"),
        _ => format!("status `{}`", later.known_by()),
    };
    let (one, other) = (earlier.title(), later.title());
    let rows = if one == other {
        "two rows".to_owned()
    } else {
        format!("{one} and {other}")
    };
    fault!(both(&earlier.key_cell, &later.key_cell) =>
        "duplicate {what}: {rows} match the same responses",
        help: "tell the rows apart by status, type or message, or merge them")
}

/// What a response must have to match a row: one of its codes, one of its types, its status and its message.
type Way<'row> = (
    Option<&'row str>,
    Option<&'row str>,
    Option<Status>,
    Option<&'row str>,
);

fn ways(key: &Key) -> Vec<Way<'_>> {
    let message = key.message.as_ref().map(|message| message.form.as_str());
    let types = texts(key.error_type.as_ref());
    let of_code = |code| {
        types
            .iter()
            .map(move |name| (code, *name, key.status, message))
    };
    texts(key.code.as_ref())
        .into_iter()
        .flat_map(of_code)
        .collect()
}

/// Returns each code or type, or its absence once.
fn texts(names: Option<&Names>) -> Vec<Option<&str>> {
    match names {
        Some(names) => names.iter().map(|name| Some(name.text.as_str())).collect(),
        None => vec![None],
    }
}

/// The rows of a section have different variants. Of rows that match the same responses that is said instead.
pub(super) fn duplicate_variants(drafts: &[Draft], report: &mut Report) -> Vec<usize> {
    let mut first: HashMap<&Ident, &Draft> = HashMap::new();
    let mut refused = Vec::new();
    let rows = drafts.iter().enumerate();
    for (at, draft) in rows.filter(|(_, draft)| draft.is_sound) {
        let Some(variant) = &draft.variant else {
            continue;
        };
        let Some(earlier) = first.get(variant) else {
            first.insert(variant, draft);
            continue;
        };
        refused.push(at);
        let others = ways(&earlier.key);
        if !ways(&draft.key).iter().any(|way| others.contains(way)) {
            report.push(duplicate_variant(variant, earlier, draft));
        }
    }
    refused
}

fn duplicate_variant(name: &Ident, earlier: &Draft, later: &Draft) -> Fault {
    let (one, other) = (earlier.known_by(), later.known_by());
    fault!(both(&earlier.variant_cell, &later.variant_cell) =>
        "duplicate variant `{name}`: the rows of `{one}` and `{other}` have the same name",
        help: "give one of them another name in the column `variant`")
}

/// No row is beaten by another one whatever the response.
///
/// The `type` of a response is looked up among the codes before it is looked up among the types. So a row with nothing
/// but a type is never reached if each alias of that type is the code of a row that matches whenever this one does.
pub(super) fn unreachable_rows(
    drafts: &[Draft],
    refused: &HashSet<usize>,
    report: &mut Report,
) -> Vec<usize> {
    let mut by_code: HashMap<&str, Vec<&Draft>> = HashMap::new();
    let rows = drafts.iter().enumerate();
    let rows = rows.filter(|(at, draft)| draft.is_sound && !refused.contains(at));
    let rows: Vec<(usize, &Draft)> = rows.collect();
    for (_, draft) in &rows {
        for code in draft.key.code.iter().flat_map(Names::iter) {
            by_code.entry(&code.text).or_default().push(draft);
        }
    }
    let mut unreachable = Vec::new();
    for (at, draft) in rows {
        let (None, None, Some(types)) =
            (&draft.key.code, &draft.key.message, &draft.key.error_type)
        else {
            continue;
        };
        let winner = |name: &str| {
            let mut rows = by_code.get(name)?.iter();
            rows.find(|row| matches_whenever(&row.key, name, draft.key.status))
        };
        let winners: Option<Vec<_>> = types.iter().map(|name| winner(&name.text)).collect();
        if let Some(&[winner, ..]) = winners.as_deref() {
            report.push(unreachable_row(winner, draft, &types.canonical.text));
            unreachable.push(at);
        }
    }
    unreachable
}

/// Returns whether a row with this code matches every response that has it as its type, and this status.
fn matches_whenever(key: &Key, name: &str, status: Option<Status>) -> bool {
    let has_type = |names: &Names| names.iter().any(|own| own.text == name);
    let has_status = match (key.status, status) {
        (None, _) => true,
        (Some(Status::Class(class)), Some(Status::Exact(exact))) => u16::from(class) == exact / 100,
        (Some(own), Some(other)) => own == other,
        (Some(_), None) => false,
    };
    has_status && key.message.is_none() && key.error_type.as_ref().is_none_or(has_type)
}

fn unreachable_row(winner: &Draft, loser: &Draft, name: &str) -> Fault {
    let (one, other) = (winner.title(), loser.title());
    fault!(both(&winner.key_cell, &loser.key_cell) =>
        "{other} is unreachable: `{name}` is the code of {one}, which always matches first",
        help: "codes are also looked up in the `type` of a response: remove {other}, or give it a code of its own")
}
