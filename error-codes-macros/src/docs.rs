//! The documentation of a table, written from its own cells.

use crate::column::Column;
use crate::model::{Form, Name, Names, Provider, Row};
use std::fmt::Write as _;
use syn::{Ident, LitStr};

/// Documents the variant of a row that broke a rule.
pub(crate) const BROKEN: &str = "A row that could not be read.";

/// Documents a variant: its summary as a sentence, then its row.
pub(crate) fn variant(row: &Row) -> String {
    let is_fact =
        |column: &Column| !matches!(column, Column::Variant | Column::Message | Column::Summary);
    let facts = Column::ALL.iter().copied().filter(is_fact);
    let facts =
        facts.filter_map(|column| Some(format!("{} {}", column.name(), cell(row, column)?)));
    let facts: Vec<String> = facts.collect();
    let mut text = String::new();
    if let Some(summary) = &row.summary {
        let summary = summary.value();
        let _ = write!(
            text,
            "{}.\n\n",
            sentence_case(summary.trim_end_matches('.'))
        );
    }
    let _ = write!(text, "{}.", sentence_case(&facts.join(", ")));
    if let Some(message) = cell(row, Column::Message) {
        let _ = write!(text, "\n\nMessage: {message}");
    }
    text
}

/// Documents an enum: where its rows come from, and all of them as a table.
pub(crate) fn section(provider: &Provider, rows: &[Row]) -> String {
    let others = Column::ALL.iter().filter(|column| {
        **column != Column::Variant && rows.iter().any(|row| cell(row, **column).is_some())
    });
    let columns: Vec<Column> = [Column::Variant].iter().chain(others).copied().collect();
    let mut text = source(provider);
    text.push_str("\n\n|");
    for column in &columns {
        let _ = write!(text, " {} |", column.name());
    }
    text.push_str("\n|");
    text.push_str(&"---|".repeat(columns.len()));
    for row in rows {
        text.push_str("\n|");
        for column in &columns {
            let cell = cell(row, *column).unwrap_or_default().replace('|', "\\|");
            let _ = write!(text, " {cell} |");
        }
    }
    text
}

/// Documents the static of a provider, and is the first line under an enum.
pub(crate) fn source(provider: &Provider) -> String {
    let name = provider.name.value();
    let page = match &provider.docs {
        Some(docs) => format!("[{name}]({})", docs.value()),
        None => name,
    };
    match &provider.retrieved {
        Some(date) => format!("Provider: {page}, retrieved on {}.", date.value()),
        None => format!("Provider: {page}."),
    }
}

/// Returns a cell of the table, if the row has a value for it.
fn cell(row: &Row, column: Column) -> Option<String> {
    let Row { key, words, .. } = row;
    let word = |word: &Ident| code(&word.to_string());
    match column {
        Column::Status => key.status.map(|status| code(&status.to_string())),
        Column::Type => key.error_type.as_ref().map(names),
        Column::Code => key.code.as_ref().map(names),
        Column::Variant => Some(format!("[`{0}`](Self::{0})", row.variant)),
        Column::Kind => {
            let mark = if words.wraps { "?" } else { "" };
            Some(code(&format!("{}{mark}", words.kind)))
        }
        Column::Retry => words.retry.as_ref().map(word),
        Column::Scope => words.scope.as_ref().map(word),
        Column::Message => {
            let message = key.message.as_ref();
            message.map(|message| code(&message.literal.value()))
        }
        Column::Summary => row.summary.as_ref().map(LitStr::value),
    }
}

fn names(names: &Names) -> String {
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn name(name: &Name) -> String {
    match name.form {
        Form::Word | Form::Number => code(&name.text),
        Form::Text => code(&format!("\"{}\"", name.text)),
    }
}

/// Returns text as inline code, between more backticks than it has itself.
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
