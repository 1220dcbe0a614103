//! The documentation of a table, written from its own cells.

use crate::column::Column;
use crate::markdown::{self, code};
use crate::model::{Form, Name, Names, Provider, Row};
use crate::source::Text;
use std::fmt::Write as _;
use syn::Ident;
use syn::ext::IdentExt;

/// Documents the variant of a row that broke a rule.
pub(crate) const BROKEN: &str = "A row that could not be read.";

/// The cells of a row as they are shown, in the order of all columns.
pub(crate) struct Cells(Vec<Option<String>>);

impl Cells {
    pub(crate) fn of(row: &Row) -> Self {
        let cells = Column::ALL.iter().map(|column| cell(row, *column));
        Cells(cells.collect())
    }

    /// Returns those that are present, each with its column.
    fn iter(&self) -> impl Iterator<Item = (Column, &str)> {
        let cells = Column::ALL.iter().zip(&self.0);
        cells.filter_map(|(column, cell)| Some((*column, cell.as_deref()?)))
    }

    fn get(&self, column: Column) -> Option<&str> {
        let mut cells = self.iter();
        cells.find_map(|(own, cell)| (own == column).then_some(cell))
    }
}

/// Documents a variant: its summary as a sentence, then its row.
pub(crate) fn variant(row: &Row, cells: &Cells) -> String {
    let is_fact = |column: Column| {
        !matches!(
            column,
            Column::Variant | Column::Message | Column::Phrase | Column::Summary
        )
    };
    let mut text = String::new();
    if let Some(summary) = &row.summary {
        let _ = write!(text, "{}\n\n", markdown::sentence(summary.value()));
    }
    let facts = cells.iter().filter(|(column, _)| is_fact(*column));
    let facts = facts.map(|(column, cell)| format!("{} {cell}", column.name()));
    let facts: Vec<String> = facts.collect();
    let _ = write!(text, "{}.", markdown::capitalized(&facts.join(", ")));
    for column in [Column::Message, Column::Phrase] {
        if let Some(texts) = cells.get(column) {
            let name = markdown::capitalized(column.name());
            let _ = write!(text, "\n\n{name}: {texts}");
        }
    }
    text
}

/// Returns the codes by which a variant can be searched for, without those that rustdoc refuses.
pub(crate) fn aliases(row: &Row) -> Vec<&str> {
    let variant = row.variant.unraw().to_string();
    let mut aliases = Vec::new();
    for name in row.key.code.iter().flat_map(Names::iter) {
        let text = if name.has_placeholders() {
            // The text up to the first placeholder, `Throttling` of `Throttling.{what}`.
            let before = name.text.split('{').next().unwrap_or_default();
            before.trim_end_matches(|c: char| !c.is_alphanumeric())
        } else {
            name.own_text()
        };
        let is_refused =
            |c: char| matches!(c, '"' | '\'') || c.is_control() || (c.is_whitespace() && c != ' ');
        let is_alias = !text.is_empty() && text.trim() == text && !text.contains(is_refused);
        if is_alias && text != variant && !aliases.contains(&text) {
            aliases.push(text);
        }
    }
    aliases
}

/// Documents an enum: where its rows come from, and all of them as a table.
pub(crate) fn section<'c>(
    provider: &Provider,
    rows: impl Iterator<Item = &'c Cells> + Clone,
) -> String {
    let is_shown = |column: &Column| rows.clone().any(|cells| cells.get(*column).is_some());
    let others = Column::ALL.iter().copied();
    let others = others.filter(|column| *column != Column::Variant && is_shown(column));
    let columns: Vec<Column> = [Column::Variant].into_iter().chain(others).collect();
    let mut text = source(provider);
    text.push_str("\n\n|");
    for column in &columns {
        let _ = write!(text, " {} |", column.name());
    }
    text.push_str("\n|");
    text.push_str(&"---|".repeat(columns.len()));
    for cells in rows {
        text.push_str("\n|");
        for column in &columns {
            let cell = cells.get(*column).unwrap_or_default();
            let _ = write!(text, " {} |", markdown::in_table(cell));
        }
    }
    text
}

/// Documents the static of a provider, and is the first line under an enum.
pub(crate) fn source(provider: &Provider) -> String {
    let name = provider.name.value();
    let page = match &provider.docs {
        Some(docs) => markdown::link(&name, &docs.value()),
        None => markdown::prose(&name),
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
        Column::Status => listed(key.statuses.iter().map(ToString::to_string)),
        Column::Type => key.error_type.as_ref().map(names),
        Column::Code => key.code.as_ref().map(names),
        Column::Variant => Some(format!("[`{0}`](Self::{0})", row.variant)),
        Column::Kind => {
            let mark = if words.wraps { "?" } else { "" };
            Some(code(&format!("{}{mark}", words.kind)))
        }
        Column::Retry => words.retry.as_ref().map(word),
        Column::Scope => words.scope.as_ref().map(word),
        Column::Message => listed(key.messages.iter().map(|message| message.literal.value())),
        Column::Phrase => listed(key.phrases.iter().map(|phrase| phrase.literal.value())),
        Column::Summary => {
            let summary = row.summary.as_ref().map(Text::value);
            summary.map(markdown::prose)
        }
    }
}

/// Returns the texts as code, separated by commas, if there are any.
fn listed(texts: impl Iterator<Item = impl AsRef<str>>) -> Option<String> {
    let texts: Vec<String> = texts.map(|text| code(text.as_ref())).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
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
