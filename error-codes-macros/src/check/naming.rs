//! The rule that every row has a name of its own, and the names that are proposed for those without.

use super::draft::Draft;
use super::{reason, variant};
use crate::model::Key;
use crate::phrase::Part;
use crate::report::{Report, fault};
use crate::suggest::counted;
use std::collections::{HashMap, HashSet};
use syn::Ident;

/// How many words of a message a proposed name has, unless that many do not tell it from others.
const WORDS: usize = 4;

/// How much of a message is shown beside a proposal.
const SHOWN: usize = 60;

/// Words that do not tell messages apart.
const FILLERS: &str = " a an and are at be been by for has have in is it of on please that the this to was with you your ";

/// Every row has a name of its own: the one that is written, or one that is derived. One fault proposes a name for each row
/// without. Those rows are not sound any more.
pub(super) fn distinct_names(
    drafts: &mut [Draft],
    refused: &HashSet<usize>,
    section: &Ident,
    has_column: bool,
    report: &mut Report,
) {
    let unnamed = unnamed(drafts, refused);
    let Some(first) = unnamed.first() else { return };
    let mut taken = taken(drafts, &unnamed);
    let lines = unnamed.iter().map(|at| {
        let draft = &drafts[*at];
        let proposal = proposal(draft, &taken);
        let line = format!("`{proposal}` for {}", shown(draft));
        taken.insert(proposal);
        line
    });
    let lines: Vec<String> = lines.collect();
    let lines = lines.join("\n");
    let rows = counted(unnamed.len(), "row");
    let need = if unnamed.len() == 1 { "needs" } else { "need" };
    let cure = if has_column {
        "write in the column `variant`"
    } else {
        "add a column `variant`, with `-` in the other rows, and write"
    };
    report.push(
        fault!(drafts[*first].key_cell => "{rows} of `{section}` {need} a variant name",
        help: "{cure}\n{lines}"),
    );
    for at in unnamed {
        drafts[at].is_sound = false;
    }
}

/// Returns the names that no other row may have.
fn taken(drafts: &[Draft], unnamed: &[usize]) -> HashSet<String> {
    let unnamed: HashSet<&usize> = unnamed.iter().collect();
    let named = drafts.iter().enumerate();
    let named = named.filter(|(at, _)| !unnamed.contains(at));
    named
        .filter_map(|(_, draft)| Some(draft.variant.as_ref()?.to_string()))
        .collect()
}

/// Returns the rows without a name, and those whose derived name another row has: one that is written, or the same derived
/// name of the first row that is not known by a message.
fn unnamed(drafts: &[Draft], refused: &HashSet<usize>) -> Vec<usize> {
    let rows = drafts.iter().enumerate();
    let rows = rows.filter(|(at, draft)| draft.is_sound && !refused.contains(at));
    let rows: Vec<(usize, &Draft)> = rows.collect();
    let given = rows.iter().filter(|(_, draft)| !draft.is_derived);
    let given: HashSet<&Ident> = given
        .filter_map(|(_, draft)| draft.variant.as_ref())
        .collect();
    let mut owners: HashMap<&Ident, usize> = HashMap::new();
    let mut shared: HashMap<&Ident, usize> = HashMap::new();
    for (at, draft) in rows.iter().filter(|(_, draft)| draft.is_derived) {
        let Some(name) = &draft.variant else { continue };
        *shared.entry(name).or_default() += 1;
        if !draft.key.has_sentences() {
            owners.entry(name).or_insert(*at);
        }
    }
    let is_unnamed = |at: &usize, draft: &Draft| match &draft.variant {
        Some(name) if draft.is_derived => {
            given.contains(name) || (shared[name] > 1 && owners.get(name) != Some(at))
        }
        Some(_) => false,
        None => true,
    };
    let unnamed = rows.iter().filter(|(at, draft)| is_unnamed(at, draft));
    unnamed.map(|(at, _)| *at).collect()
}

/// Returns a name that no other row has: of the words of the message, or else of whatever the row says.
fn proposal(draft: &Draft, taken: &HashSet<String>) -> String {
    let free = |name: Option<Ident>| {
        let name = name?.to_string();
        (!taken.contains(&name)).then_some(name)
    };
    let words = words(draft);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let lengths = WORDS.min(words.len())..=words.len();
    let mut by_words = lengths.filter_map(|length| free(variant::of_words(&words[..length])));
    if let Some(name) = by_words.next() {
        return name;
    }
    let status = draft.key.statuses.first();
    let status = status
        .map(|status| reason::name(*status))
        .unwrap_or_default();
    let whole = [&words[..], &[status.as_str()]].concat();
    free(variant::of_words(&whole)).unwrap_or_else(|| numbered(&words, &free))
}

fn numbered(words: &[&str], free: &impl Fn(Option<Ident>) -> Option<String>) -> String {
    let name = words.join(" ");
    let mut names = (2..).filter_map(|number| {
        let number = number.to_string();
        free(variant::of_words(&[&name, &number]))
            .or_else(|| free(variant::of_words(&["row", &number])))
    });
    names.next().unwrap_or_default()
}

/// Returns the words that tell what a row is about.
fn words(draft: &Draft) -> Vec<String> {
    let Key {
        messages, phrases, ..
    } = &draft.key;
    let summary = draft.summary.as_ref();
    let phrase = phrases.first().map(|phrase| in_words(&phrase.form));
    let kind = draft.kind.as_ref().map(|(kind, _)| kind.to_string());
    let name = draft.variant.as_ref().map(ToString::to_string);
    let texts = [
        messages.first().map(|message| message.form.clone()),
        phrase,
        name,
        summary.map(|summary| summary.value().to_owned()),
        kind,
    ];
    let words = texts.into_iter().flatten().map(|text| telling_words(&text));
    let is_name = |words: &Vec<String>| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        variant::of_words(&words).is_some()
    };
    words.into_iter().find(is_name).unwrap_or_default()
}

/// Returns a phrase with the first alternative of each group.
fn in_words(parts: &[Part]) -> String {
    let words = parts.iter().filter_map(|part| match part {
        Part::Gap => None,
        Part::Word(word) => Some(word.as_str()),
        Part::Group(alternatives) => alternatives.first().map(String::as_str),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Returns the words of a text that can be part of a name, without fillers.
fn telling_words(text: &str) -> Vec<String> {
    let text = text.replace("'s ", " ").replace('\'', "");
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && !FILLERS.contains(&format!(" {word} ")));
    let words = words.skip_while(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    words.map(ToOwned::to_owned).collect()
}

/// Returns how a row is told from others: by its message, or by the most telling cell, with the status beside a code or type.
fn shown(draft: &Draft) -> String {
    let status = draft.key.statuses.first();
    let row = match (draft.key.messages.first(), status, &draft.variant) {
        (Some(message), ..) => format!("`\"{}\"`", shortened(message.literal.value())),
        (None, Some(status), Some(_)) => {
            format!("`{}` with `{status}`", shortened(&draft.known_by()))
        }
        (None, ..) => format!("`{}`", shortened(&draft.known_by())),
    };
    match &draft.variant {
        Some(derived) => format!("{row}, because `{derived}` is not unique"),
        None => row,
    }
}

fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
