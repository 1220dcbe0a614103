//! A page as a call of `provider_errors!`.

use super::names;
use comfy_table::{ContentArrangement, Table, presets};
use error_codes::Reader;
use error_codes_examples::page::{Page, PageRow, Section};
use std::collections::HashSet;
use std::fmt;

/// The call of the macro.
pub(crate) struct Block<'p> {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) docs: Option<&'p str>,
    pub(crate) retrieved: String,
    pub(crate) page: &'p Page,
}

impl fmt::Display for Block<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let static_name = self.id.to_uppercase();
        writeln!(f, "error_codes::provider_errors! {{")?;
        writeln!(f, "    /// {}.", one_line(&self.name))?;
        writeln!(f, "    provider \"{}\" as {static_name} {{", self.id)?;
        writeln!(f, "        name: {:?},", self.name)?;
        if let Some(docs) = self.docs {
            writeln!(f, "        docs: {docs:?},")?;
        }
        writeln!(f, "        retrieved: {:?},", self.retrieved)?;
        writeln!(f, "    }}")?;
        let mut taken = HashSet::from([static_name]);
        for section in &self.page.sections {
            let only = self.page.sections.len() == 1;
            let title = section.title.as_deref().filter(|_| !only);
            let name = names::of_table(title, &mut taken);
            let summary = section
                .title
                .as_deref()
                .map_or_else(|| "Error codes".to_owned(), one_line);
            writeln!(f, "\n    /// {}.", summary.trim_end_matches(['.', '。']))?;
            writeln!(f, "    pub enum {name} {{")?;
            for line in rows(section) {
                writeln!(f, "        {line}")?;
            }
            writeln!(f, "    }}")?;
        }
        writeln!(f, "}}")
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const COLUMNS: [&str; 7] = [
    "status", "type", "code", "variant", "kind", "message", "summary",
];

/// Returns the lines of a table, without the columns that would be empty.
fn rows(section: &Section) -> Vec<String> {
    let reader = Reader::new();
    let distinct = distinct(&section.rows);
    let variants = names::of_rows(&distinct);
    let rows = distinct.iter().zip(variants).map(|(row, variant)| {
        let proposal = row.proposal(&reader);
        let mark = if proposal.is_sure { "" } else { "?" };
        let messages: Vec<String> = row.messages.iter().map(|text| literal(text)).collect();
        [
            row.status.clone().unwrap_or_default(),
            row.error_type.as_deref().map(name).unwrap_or_default(),
            row.code.as_deref().map(name).unwrap_or_default(),
            variant,
            format!("{:?}{mark}", proposal.kind),
            messages.join(", "),
            row.meaning.as_deref().map(literal).unwrap_or_default(),
        ]
    });
    let rows: Vec<[String; 7]> = rows.collect();
    let is_used = |at: &usize| rows.iter().any(|row| !row[*at].is_empty());
    let used: Vec<usize> = (0..COLUMNS.len()).filter(is_used).collect();
    let mut table = Table::new();
    table
        .load_style(presets::ASCII_MARKDOWN)
        .set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(used.iter().map(|at| COLUMNS[*at]));
    for row in &rows {
        let cells = used.iter().map(|at| row[*at].as_str());
        table.add_row(cells.map(|cell| if cell.is_empty() { "-" } else { cell }));
    }
    // Without the line of dashes.
    let lines = table.to_string();
    let lines = lines.lines().enumerate().filter(|(at, _)| *at != 1);
    lines.map(|(_, line)| line.trim_end().to_owned()).collect()
}

/// Returns the rows that no other row matches equally: the macro compares texts without case and punctuation.
fn distinct(rows: &[PageRow]) -> Vec<&PageRow> {
    let mut seen = HashSet::new();
    let is_new = |row: &&PageRow| {
        let fold = |text: &str| {
            let mut depth = 0;
            let text = text.chars().filter(|c| {
                depth += i32::from(*c == '{');
                let is_inside = depth > 0;
                depth -= i32::from(*c == '}');
                c.is_alphanumeric() && !is_inside || *c == '{'
            });
            text.flat_map(char::to_lowercase).collect::<String>()
        };
        let messages: Vec<String> = row.messages.iter().map(|text| fold(text)).collect();
        seen.insert((
            row.status.clone(),
            row.error_type.clone(),
            row.code.clone(),
            messages,
        ))
    };
    rows.iter().filter(is_new).collect()
}

/// Returns a code or type as a cell: a word, a number, or a text in quotes.
fn name(text: &str) -> String {
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_number = text
        .parse()
        .is_ok_and(|number: i64| number.to_string() == text);
    if is_word || is_number {
        text.to_owned()
    } else {
        literal(text)
    }
}

fn literal(text: &str) -> String {
    format!("{text:?}")
}
