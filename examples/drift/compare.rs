//! Compares the rows of a table with those of a page.

use super::wire::Wire;
use error_codes_examples::page::PageRow;
use serde::Serialize;
use std::fmt;

/// How a page differs from a table.
#[derive(Debug, Serialize)]
pub(crate) struct Drift {
    /// Rows that the page has and the table lacks.
    pub(crate) added: Vec<Wire>,
    /// Rows that the table has and the page lacks.
    pub(crate) removed: Vec<Wire>,
    pub(crate) changed: Vec<Change>,
}

/// A cell of a row that both have.
#[derive(Debug, Serialize)]
pub(crate) struct Change {
    pub(crate) row: Wire,
    /// `status`, `type`, `code` or `message`; another code is a rename.
    pub(crate) field: &'static str,
    pub(crate) table: Option<String>,
    pub(crate) page: Option<String>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |text: &Option<String>| {
            text.as_deref()
                .map_or_else(|| "nothing".to_owned(), |text| format!("{text:?}"))
        };
        let what = if self.field == "code" {
            "renamed"
        } else {
            self.field
        };
        write!(
            f,
            "{}: {what}: {} in the table, {} on the page",
            self.row,
            text(&self.table),
            text(&self.page)
        )
    }
}

impl Drift {
    pub(crate) fn is_none(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// How sure it is that two rows are one, the surest first.
const RULES: [fn(&Wire, &Wire) -> bool; 9] = [
    |table, page| is_named(table, page) && same_status(table, page) && same_message(table, page),
    |table, page| {
        same_name(table, page)
            && same_status(table, page)
            && same_message(table, page)
            && same_type(table, page)
    },
    |table, page| same_name(table, page) && same_status(table, page) && same_message(table, page),
    |table, page| same_code(table, page) && same_status(table, page),
    |table, page| same_code(table, page),
    |table, page| {
        table.codes.is_empty()
            && page.codes.is_empty()
            && same_type(table, page)
            && !page.types.is_empty()
            && same_text(table, page)
    },
    // Without a code, the message is what a row is known by.
    |table, page| same_text(table, page) && same_status(table, page),
    |table, page| same_text(table, page),
    |table, page| {
        table.codes.is_empty()
            && page.codes.is_empty()
            && same_type(table, page)
            && same_status(table, page)
            && are_alike(table, page)
    },
];

/// Compares a table with a page.
pub(crate) fn compare(table: Vec<Wire>, page: &[PageRow]) -> Drift {
    let page: Vec<Wire> = page.iter().map(Wire::from).collect();
    let mut partners: Vec<Option<usize>> = vec![None; table.len()];
    let mut is_taken = vec![false; page.len()];
    for rule in RULES {
        for (at, row) in table
            .iter()
            .enumerate()
            .filter(|(at, _)| partners[*at].is_none())
            .collect::<Vec<_>>()
        {
            let found = (0..page.len()).find(|other| !is_taken[*other] && rule(row, &page[*other]));
            if let Some(found) = found {
                partners[at] = Some(found);
                is_taken[found] = true;
            }
        }
    }
    pair_neighbours(&table, &page, &mut partners, &mut is_taken);
    // What a page never shows cannot have changed.
    let shows_types = page.iter().any(|row| !row.types.is_empty());
    let shows_messages = page.iter().any(|row| !row.messages.is_empty());
    let shows_statuses = page.iter().any(|row| row.status.is_some());
    let mut drift = Drift {
        added: Vec::new(),
        removed: Vec::new(),
        changed: Vec::new(),
    };
    let is_alias = |row: &Wire| {
        table
            .iter()
            .any(|known| same_code(known, row) && same_status(known, row))
    };
    let new = page
        .iter()
        .zip(&is_taken)
        .filter(|(row, is_taken)| !**is_taken && !is_alias(row));
    let new = new.map(|(row, _)| row.clone()).collect();
    for (row, partner) in table.into_iter().zip(partners) {
        let Some(other) = partner.map(|partner| &page[partner]) else {
            drift.removed.push(row);
            continue;
        };
        let mut note = |is_same: bool, field, table: Option<&String>, page: Option<&String>| {
            if !is_same {
                let (table, page) = (table.cloned(), page.cloned());
                drift.changed.push(Change {
                    row: row.clone(),
                    field,
                    table,
                    page,
                });
            }
        };
        note(
            row.codes.first() == other.codes.first(),
            "code",
            row.codes.first(),
            other.codes.first(),
        );
        note(
            same_status(&row, other) || !shows_statuses,
            "status",
            row.status.as_ref(),
            other.status.as_ref(),
        );
        note(
            same_type(&row, other) || !shows_types,
            "type",
            row.types.first(),
            other.types.first(),
        );
        note(
            same_message(&row, other) || !shows_messages,
            "message",
            row.messages.first(),
            other.messages.first(),
        );
    }
    drift.added = new;
    drift
}

/// Pairs a row of the table with one of the page that stands between the same rows, has the same status, and says the same, is
/// called alike or is the only one there: it was renamed.
fn pair_neighbours(
    table: &[Wire],
    page: &[Wire],
    partners: &mut [Option<usize>],
    is_taken: &mut [bool],
) {
    for at in 0..table.len() {
        if partners[at].is_some() || table[at].codes.is_empty() {
            continue;
        }
        let (above, below) = (&partners[..at], &partners[at..]);
        let start = above
            .iter()
            .rev()
            .flatten()
            .next()
            .map_or(0, |before| before + 1);
        let end = below.iter().flatten().next().copied().unwrap_or(page.len());
        let free: Vec<usize> = (start..end).filter(|place| !is_taken[*place]).collect();
        let unpaired = |partners: &[Option<usize>]| {
            partners
                .iter()
                .take_while(|partner| partner.is_none())
                .count()
        };
        let is_only =
            free.len() == 1 && unpaired(below) == 1 && above.last().is_none_or(Option::is_some);
        let is_new_name = |place: &&usize| {
            let (old, new) = (&table[at], &page[**place]);
            let is_one = is_only || same_text(old, new) || names_alike(old, new);
            same_status(old, new) && !new.codes.is_empty() && is_one
        };
        if let Some(place) = free.iter().find(is_new_name).copied() {
            partners[at] = Some(place);
            is_taken[place] = true;
        }
    }
}

fn same_code(table: &Wire, page: &Wire) -> bool {
    page.codes
        .first()
        .is_some_and(|code| table.codes.contains(code))
}

/// Returns whether the page has the code that the table writes, and no older spelling.
fn is_named(table: &Wire, page: &Wire) -> bool {
    !table.codes.is_empty() && table.codes.first() == page.codes.first()
}

fn same_name(table: &Wire, page: &Wire) -> bool {
    same_code(table, page) || (table.codes.is_empty() && page.codes.is_empty())
}

fn same_type(table: &Wire, page: &Wire) -> bool {
    match page.types.first() {
        Some(error_type) => table.types.contains(error_type),
        None => table.types.is_empty(),
    }
}

fn same_status(table: &Wire, page: &Wire) -> bool {
    table.status == page.status
}

fn same_message(table: &Wire, page: &Wire) -> bool {
    (table.messages.is_empty() && page.messages.is_empty()) || same_text(table, page)
}

/// Returns whether both have a message in common, whatever its case, punctuation and names of placeholders.
fn same_text(table: &Wire, page: &Wire) -> bool {
    table.messages.iter().any(|message| {
        page.messages
            .iter()
            .any(|other| folded(message) == folded(other))
    })
}

fn folded(message: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in message.chars() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                out.push('\0');
            }
            _ if depth > 0 || !c.is_alphanumeric() => {}
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Returns whether two messages have most of their words in common.
fn are_alike(table: &Wire, page: &Wire) -> bool {
    match (table.messages.first(), page.messages.first()) {
        (Some(one), Some(other)) => strsim::normalized_damerau_levenshtein(one, other) > 0.6,
        (None, None) => true,
        _ => false,
    }
}

fn names_alike(table: &Wire, page: &Wire) -> bool {
    match (table.codes.first(), page.codes.first()) {
        (Some(one), Some(other)) => strsim::jaro_winkler(one, other) > 0.8,
        _ => false,
    }
}
