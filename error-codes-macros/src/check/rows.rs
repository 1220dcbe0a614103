//! The rules of the rows of a section against each other.

use super::row::Draft;
use crate::model::{Key, Names, Status};
use crate::report::Report;
use std::collections::{HashMap, HashSet};
use syn::Ident;

/// The rows of a section have variants of their own.
///
/// Rows that fit the same answers are the fault of another rule.
pub(super) fn unlike_variants(drafts: &mut [Draft], report: &mut Report) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for at in 0..drafts.len() {
        let Some(name) = drafts[at].variant.as_ref().map(Ident::to_string) else {
            continue;
        };
        let Some(&earlier) = first.get(&name) else {
            first.insert(name, at);
            continue;
        };
        if !drafts[at].is_read {
            drafts[at].variant = None;
            continue;
        }
        if !drafts[earlier].is_read {
            drafts[earlier].variant = None;
            first.insert(name, at);
            continue;
        }
        if !same_answers(&drafts[earlier], &drafts[at]) {
            let known_by = drafts[earlier].known_by();
            report.error_with_help(
                drafts[at].at.variant.as_ref(),
                format_args!("a second row is named `{name}`, after the row of `{known_by}`"),
                "give this one another name in the column `variant`",
            );
            let known_by = drafts[at].known_by();
            report.error(
                drafts[earlier].at.variant.as_ref(),
                format_args!("`{name}` first stands here; the row of `{known_by}` repeats it"),
            );
        }
        drafts[at].is_sound = false;
        drafts[at].variant = None;
    }
}

/// Each guess goes to the first row that may have that name, unless a row has it for certain.
pub(super) fn share_guesses(drafts: &mut [Draft]) {
    let variants = drafts.iter().filter_map(|draft| draft.variant.as_ref());
    let mut taken: HashSet<String> = variants.map(Ident::to_string).collect();
    for draft in drafts {
        draft
            .guesses
            .retain(|guess| taken.insert(guess.to_string()));
        if draft.variant.is_none() && !draft.guesses.is_empty() {
            draft.variant = Some(draft.guesses.remove(0));
        }
    }
}

/// Whether two rows have a way of being matched in common.
fn same_answers(one: &Draft, other: &Draft) -> bool {
    let others = ways(&other.key);
    ways(&one.key).iter().any(|way| others.contains(way))
}

/// No two rows fit the same answer equally.
pub(super) fn unlike_rows(drafts: &mut [Draft], report: &mut Report) {
    let mut first: HashMap<Way, usize> = HashMap::new();
    for at in 0..drafts.len() {
        if !drafts[at].is_keyed {
            continue;
        }
        let mut repeated = HashSet::new();
        for way in ways(&drafts[at].key) {
            match first.get(&way) {
                Some(&earlier) if earlier == at || !repeated.insert(earlier) => {}
                Some(&earlier) => {
                    duplicate(&drafts[earlier], &drafts[at], &way, report);
                    drafts[at].is_sound = false;
                }
                None => {
                    first.insert(way, at);
                }
            }
        }
    }
}

fn duplicate(earlier: &Draft, later: &Draft, way: &Way, report: &mut Report) {
    let what = match (&way.code, &way.message, &way.error_type) {
        (Some(code), ..) => format!("the code `{code}`"),
        (None, Some(_), _) => format!("the message `{}`", later.message()),
        (None, None, Some(name)) => format!("the type `{name}`"),
        (None, None, None) => format!("the status `{}`", later.known_by()),
    };
    report.error_with_help(
        later.at.key.as_ref(),
        format_args!(
            "{what} stands twice: {} fits the same answers",
            earlier.title()
        ),
        "tell the two rows apart by status, type or message, or make them one",
    );
    report.error(
        earlier.at.key.as_ref(),
        format_args!("{what} first stands here; {} repeats it", later.title()),
    );
}

/// What an answer must have to fit a row, for one spelling of its code and of its type.
#[derive(PartialEq, Eq, Hash)]
struct Way {
    code: Option<String>,
    error_type: Option<String>,
    status: Option<Status>,
    message: Option<String>,
}

fn ways(key: &Key) -> Vec<Way> {
    let mut ways = Vec::new();
    for code in spellings(key.code.as_ref()) {
        for error_type in spellings(key.error_type.as_ref()) {
            ways.push(Way {
                code: code.map(str::to_owned),
                error_type: error_type.map(str::to_owned),
                status: key.status,
                message: key.message.as_ref().map(|message| message.form.clone()),
            });
        }
    }
    ways
}

/// Each spelling, or one absence.
fn spellings(names: Option<&Names>) -> Vec<Option<&str>> {
    match names {
        Some(names) => names.iter().map(|name| Some(name.text.as_str())).collect(),
        None => vec![None],
    }
}

/// No row is beaten by another whatever the answer.
///
/// The text of an answer's `type` is looked for among the codes before it is among the types. So a row with nothing but
/// a type is never reached if each spelling of that type is the code of a row that fits whenever this one does.
pub(super) fn reachable_rows(drafts: &mut [Draft], report: &mut Report) {
    let mut rows_by_code: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let codes = draft.key.code.iter().flat_map(Names::iter);
        for code in codes.filter(|_| draft.is_sound) {
            rows_by_code.entry(code.text.clone()).or_default().push(at);
        }
    }
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let (true, None, None, Some(types)) = (
            draft.is_sound,
            &draft.key.code,
            &draft.key.message,
            &draft.key.error_type,
        ) else {
            continue;
        };
        let winner = |name: &str| {
            let rows = rows_by_code.get(name)?.iter();
            rows.copied()
                .find(|other| fits_whenever(&drafts[*other].key, name, draft.key.status))
        };
        let winners: Option<Vec<usize>> = types.iter().map(|name| winner(&name.text)).collect();
        if let Some(&[winner, ..]) = winners.as_deref() {
            unreachable(&drafts[winner], draft, &types.canonical.text, report);
            drafts[at].is_sound = false;
        }
    }
}

/// Whether a row with the code `name` fits every answer that has this text as its type and this status.
fn fits_whenever(key: &Key, name: &str, status: Option<Status>) -> bool {
    let has_type = |names: &Names| names.iter().any(|spelling| spelling.text == name);
    let has_status = match (key.status, status) {
        (None, _) => true,
        (Some(Status::Class(class)), Some(Status::Exact(exact))) => u16::from(class) == exact / 100,
        (Some(own), Some(other)) => own == other,
        (Some(_), None) => false,
    };
    has_status && key.message.is_none() && key.error_type.as_ref().is_none_or(has_type)
}

fn unreachable(winner: &Draft, loser: &Draft, name: &str, report: &mut Report) {
    report.error_with_help(
        loser.at.key.as_ref(),
        format_args!(
            "no answer can reach {}: `{name}` is the code of {}, which always comes first",
            loser.title(),
            winner.title()
        ),
        "the code is looked for in an answer's `type` too: leave this row out, or give it a code of its own",
    );
    report.error(
        winner.at.key.as_ref(),
        format_args!(
            "`{name}` is a code here; {} has it as its type alone",
            loser.title()
        ),
    );
}
