//! The rule of messages that two rows match equally well.

use super::draft::Draft;
use crate::model::{Name, Names, Status};
use crate::report::{Fault, Report, both, fault};
use std::collections::{HashMap, HashSet};

/// What a message is compared within: the code, type and status of a row.
type Place<'row> = (Vec<&'row str>, Vec<&'row str>, &'row [Status]);

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
        let forms = draft
            .key
            .messages
            .iter()
            .map(|message| message.form.as_str());
        let forms: Vec<&str> = forms.collect();
        let earlier = forms
            .iter()
            .map(|form| stems.get(&(place(draft), detailed(form)?)));
        let earlier: Option<Vec<&&Draft>> = earlier.collect();
        if let Some(&[earlier, ..]) = earlier.as_deref() {
            report.push(hidden_message(earlier, draft));
            hidden.push(at);
        }
        for form in forms.into_iter().filter(|form| !form.ends_with('\0')) {
            stems.entry((place(draft), stem(form))).or_insert(draft);
        }
    }
    hidden
}

/// Returns the part of a message before its detail, if it ends with one behind punctuation.
fn detailed(form: &str) -> Option<&str> {
    let text = form.strip_suffix('\0')?.trim_end();
    Some(stem(text)).filter(|stem| *stem != text)
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
        &key.statuses,
    )
}

fn texts(names: Option<&Names>) -> Vec<&str> {
    let names = names.into_iter().flat_map(Names::iter);
    names.map(Name::key).collect()
}

fn hidden_message(earlier: &Draft, later: &Draft) -> Fault {
    let (one, other) = (earlier.title(), later.title());
    fault!(both(&earlier.key_cell, &later.key_cell) =>
        "{other} is unreachable: the message of {one} matches first whenever its own does",
        help: "move {other} before {one}")
}
