//! The rule of messages that two rows match equally well.

use super::draft::Draft;
use crate::model::{Names, Status};
use crate::report::{Fault, Report, both, fault};
use std::collections::{HashMap, HashSet};

/// What a message is compared within: the code, type and status of a row.
type Place<'row> = (Vec<&'row str>, Vec<&'row str>, Option<Status>);

/// No message is the beginning of a later one that only adds a detail: `Limit reached` matches whatever
/// `Limit reached: {detail}` does, has as much text of its own, and is found first.
pub(super) fn hidden_messages(
    drafts: &[Draft],
    refused: &HashSet<usize>,
    report: &mut Report,
) -> Vec<usize> {
    let mut stems: HashMap<(Place, &str), &Draft> = HashMap::new();
    let mut hidden = Vec::new();
    let rows = drafts.iter().enumerate();
    for (at, draft) in rows.filter(|(at, draft)| draft.is_sound && !refused.contains(at)) {
        let Some(message) = &draft.key.message else {
            continue;
        };
        let form = message.form.as_str();
        let Some(detailed) = form.strip_suffix('\0') else {
            stems.entry((place(draft), stem(form))).or_insert(draft);
            continue;
        };
        let is_added = detailed.trim_end() != stem(detailed);
        if let Some(earlier) = stems
            .get(&(place(draft), stem(detailed)))
            .filter(|_| is_added)
        {
            report.push(hidden_message(earlier, draft));
            hidden.push(at);
        }
    }
    hidden
}

/// Returns a message without the punctuation before its detail.
fn stem(form: &str) -> &str {
    form.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\0')
}

fn place(draft: &Draft) -> Place<'_> {
    let key = &draft.key;
    (
        texts(key.code.as_ref()),
        texts(key.error_type.as_ref()),
        key.status,
    )
}

fn texts(names: Option<&Names>) -> Vec<&str> {
    let names = names.into_iter().flat_map(Names::iter);
    names.map(|name| name.text.as_str()).collect()
}

fn hidden_message(earlier: &Draft, later: &Draft) -> Fault {
    let (one, other) = (earlier.title(), later.title());
    fault!(both(&earlier.key_cell, &later.key_cell) =>
        "{other} is unreachable: the message of {one} matches first whenever its own does",
        help: "move {other} before {one}")
}
