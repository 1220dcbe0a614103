//! The documentation of a table, from its own cells.

use crate::model::{Entry, Form, Name, Names, Provider, Row};
use std::fmt::Write as _;

/// Of a variant: its summary as a sentence, then its row.
pub(crate) fn variant(entry: &Entry) -> String {
    let Entry::Row(row) = entry else {
        return "A row that could not be read.".to_owned();
    };
    let mut facts: Vec<String> = COLUMNS
        .iter()
        .filter(|column| column.title != "message" && column.title != "summary")
        .filter_map(|column| Some(format!("{} {}", column.title, (column.cell)(row)?)))
        .collect();
    if let Some(first) = facts.first_mut() {
        *first = sentence_case(first);
    }
    let mut text = match &row.summary {
        Some(summary) => format!(
            "{}.\n\n",
            sentence_case(summary.value().trim_end_matches('.'))
        ),
        None => String::new(),
    };
    text.push_str(&facts.join(", "));
    text.push('.');
    if let Some(message) = &row.key.message {
        let _ = write!(text, "\n\nMessage: {}", code(&message.literal.value()));
    }
    text
}

/// Of an enum: where its rows come from, and all of them as a table.
pub(crate) fn section(provider: &Provider, entries: &[Entry]) -> String {
    let rows: Vec<&Row> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Row(row) => Some(row),
            Entry::Broken(_) => None,
        })
        .collect();
    let columns: Vec<&Column> = COLUMNS
        .iter()
        .filter(|column| rows.iter().any(|row| (column.cell)(row).is_some()))
        .collect();
    let mut text = source(provider);
    text.push_str("\n\n| variant |");
    for column in &columns {
        let _ = write!(text, " {} |", column.title);
    }
    text.push_str("\n|---|");
    text.push_str(&"---|".repeat(columns.len()));
    for row in rows {
        let _ = write!(text, "\n| [`{0}`](Self::{0}) |", row.variant);
        for column in &columns {
            let cell = (column.cell)(row).unwrap_or_default().replace('|', "\\|");
            let _ = write!(text, " {cell} |");
        }
    }
    text
}

/// Of the provider's static, and the first line under an enum.
pub(crate) fn source(provider: &Provider) -> String {
    let name = provider.name.value();
    let page = match &provider.docs {
        Some(docs) => format!("[{name}]({})", docs.value()),
        None => name,
    };
    match &provider.retrieved {
        Some(day) => format!("Provider: {page}, retrieved on {}.", day.value()),
        None => format!("Provider: {page}."),
    }
}

struct Column {
    title: &'static str,
    cell: fn(&Row) -> Option<String>,
}

const COLUMNS: [Column; 8] = [
    Column {
        title: "status",
        cell: |row| row.key.status.map(|status| code(&status.to_string())),
    },
    Column {
        title: "type",
        cell: |row| row.key.error_type.as_ref().map(names),
    },
    Column {
        title: "code",
        cell: |row| row.key.code.as_ref().map(names),
    },
    Column {
        title: "kind",
        cell: |row| {
            let mark = if row.words.wraps { "?" } else { "" };
            row.words
                .kind
                .as_ref()
                .map(|kind| code(&format!("{kind}{mark}")))
        },
    },
    Column {
        title: "retry",
        cell: |row| row.words.retry.as_ref().map(|word| code(&word.to_string())),
    },
    Column {
        title: "scope",
        cell: |row| row.words.scope.as_ref().map(|word| code(&word.to_string())),
    },
    Column {
        title: "message",
        cell: |row| {
            row.key
                .message
                .as_ref()
                .map(|message| code(&message.literal.value()))
        },
    },
    Column {
        title: "summary",
        cell: |row| row.summary.as_ref().map(syn::LitStr::value),
    },
];

fn names(names: &Names) -> String {
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn name(name: &Name) -> String {
    match name.form {
        Form::Word | Form::Number => code(&name.text),
        Form::Text => code(&format!("\"{}\"", name.text)),
    }
}

/// Markdown for text to the letter, in more backticks than it has itself.
fn code(text: &str) -> String {
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
