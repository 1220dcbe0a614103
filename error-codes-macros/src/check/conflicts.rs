//! The rules of the rows of a section against each other. Each returns the rows that it refuses.

use super::draft::Draft;
use crate::model::{Key, Name, Names, Status};
use crate::phrase::Part;
use crate::report::{Fault, Report, both, fault};
use crate::source::Text;
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
    let what = match way {
        (Some(code), ..) => format!("code `{}`", written(code, later.key.code.as_ref())),
        (.., Some(sentence)) => sentence.title(&later.key),
        (_, Some(name), ..) => format!("type `{}`", written(name, later.key.error_type.as_ref())),
        (_, _, Some(status), _) => format!("status `{status}`"),
        _ => format!("row `{}`", later.known_by()),
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

/// Returns a code or type as the table writes it.
fn written<'n>(key: &'n str, names: Option<&'n Names>) -> &'n str {
    let mut names = names.into_iter().flat_map(Names::iter);
    names
        .find(|name| name.key() == key)
        .map_or(key, |name| &name.text)
}

/// What a response must have to match a row: one of its codes, one of its types, one of its status codes, and a message
/// that says one of its sentences.
type Way<'row> = (
    Option<&'row str>,
    Option<&'row str>,
    Option<Status>,
    Option<Sentence<'row>>,
);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sentence<'row> {
    Message(&'row str),
    Phrase(&'row [Part]),
}

impl Sentence<'_> {
    fn title(self, key: &Key) -> String {
        let (what, literal) = match self {
            Sentence::Message(form) => {
                let own = key.messages.iter().find(|message| message.form == form);
                ("message", own.map(|message| &message.literal))
            }
            Sentence::Phrase(form) => {
                let own = key.phrases.iter().find(|phrase| phrase.form == form);
                ("phrase", own.map(|phrase| &phrase.literal))
            }
        };
        let text = literal.map(Text::value).unwrap_or_default();
        format!("{what} `{text}`")
    }
}

fn ways(key: &Key) -> Vec<Way<'_>> {
    let (codes, types) = (texts(key.code.as_ref()), texts(key.error_type.as_ref()));
    let statuses = some_or_none(key.statuses.iter().copied());
    let messages = key.messages.iter();
    let messages = messages.map(|message| Sentence::Message(&message.form));
    let phrases = key.phrases.iter();
    let phrases = phrases.map(|phrase| Sentence::Phrase(&phrase.form));
    let sentences = some_or_none(messages.chain(phrases));
    let mut ways = Vec::new();
    for code in &codes {
        for name in &types {
            for status in &statuses {
                let sentences = sentences.iter();
                ways.extend(sentences.map(|sentence| (*code, *name, *status, *sentence)));
            }
        }
    }
    ways
}

/// Returns each code or type, or its absence once.
fn texts(names: Option<&Names>) -> Vec<Option<&str>> {
    some_or_none(names.into_iter().flat_map(Names::iter).map(Name::key))
}

/// Returns each value, or the absence of all once.
fn some_or_none<T>(values: impl Iterator<Item = T>) -> Vec<Option<T>> {
    let mut values: Vec<Option<T>> = values.map(Some).collect();
    if values.is_empty() {
        values.push(None);
    }
    values
}

/// The rows of a section have different variants. Of rows that match the same responses that is said instead, and a row
/// that is refused is not blamed for a name that nobody wrote.
pub(super) fn duplicate_variants(
    drafts: &[Draft],
    refused: &HashSet<usize>,
    report: &mut Report,
) -> Vec<usize> {
    let mut first: HashMap<&Ident, &Draft> = HashMap::new();
    let mut repeated = Vec::new();
    let is_blameless = |at: usize| drafts[at].is_derived && refused.contains(&at);
    let rows = drafts.iter().enumerate();
    for (at, draft) in rows.filter(|(at, draft)| draft.is_sound && !is_blameless(*at)) {
        let Some(variant) = &draft.variant else {
            continue;
        };
        let Some(earlier) = first.get(variant) else {
            first.insert(variant, draft);
            continue;
        };
        repeated.push(at);
        let others = ways(&earlier.key);
        if !ways(&draft.key).iter().any(|way| others.contains(way)) {
            report.push(duplicate_variant(variant, earlier, draft));
        }
    }
    repeated
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
        let (None, false, Some(types)) = (
            &draft.key.code,
            draft.key.has_sentences(),
            &draft.key.error_type,
        ) else {
            continue;
        };
        let winner = |name: &str| {
            let mut rows = by_code.get(name)?.iter();
            rows.find(|row| matches_whenever(&row.key, name, &draft.key.statuses))
        };
        let winners: Option<Vec<_>> = types.iter().map(|name| winner(&name.text)).collect();
        if let Some(&[winner, ..]) = winners.as_deref() {
            report.push(unreachable_row(winner, draft, &types.canonical.text));
            unreachable.push(at);
        }
    }
    unreachable
}

/// Returns whether a row with this code matches every response that has it as its type, and one of these status codes.
fn matches_whenever(key: &Key, name: &str, statuses: &[Status]) -> bool {
    let has_type = |names: &Names| names.iter().any(|own| own.text == name);
    let is_in = |status: &Status, own: &Status| match (own, status) {
        (Status::Class(class), Status::Exact(exact)) => u16::from(*class) == exact / 100,
        _ => own == status,
    };
    let is_own = |status| key.statuses.iter().any(|own| is_in(status, own));
    let has_status =
        key.statuses.is_empty() || (!statuses.is_empty() && statuses.iter().all(is_own));
    has_status && !key.has_sentences() && key.error_type.as_ref().is_none_or(has_type)
}

fn unreachable_row(winner: &Draft, loser: &Draft, name: &str) -> Fault {
    let (one, other) = (winner.title(), loser.title());
    fault!(both(&winner.key_cell, &loser.key_cell) =>
        "{other} is unreachable: `{name}` is the code of {one}, which always matches first",
        help: "codes are also looked up in the `type` of a response: remove {other}, or give it a code of its own")
}
