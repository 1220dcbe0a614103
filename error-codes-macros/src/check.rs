//! The rules of a table, one function each, and the way from cells to a model.

use crate::model::{
    Body, Broken, Entry, Form, Key, Names, Provider, Row, Section, Status, Table, Words,
};
use crate::parse::{self, Cell, Input};
use crate::report::Report;
use crate::{cell, fallback};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashMap;
use syn::{Ident, LitStr};

/// Holds every rule over a call and keeps all that can be kept.
pub(crate) fn check(input: Input, report: &mut Report) -> Table {
    one_provider(&input, report);
    some_section(&input, report);
    unlike_sections(&input.sections, report);
    let provider = match input.providers.into_iter().next() {
        Some(block) => provider(block, report),
        None => fallback::provider(),
    };
    let sections = input
        .sections
        .into_iter()
        .map(|block| section(block, report))
        .collect();
    Table {
        krate: input.krate,
        provider,
        sections,
    }
}

/// A call holds the tables of one provider.
fn one_provider(input: &Input, report: &mut Report) {
    match input.providers.as_slice() {
        [] => report.error_at_call(
            "no `provider` block\n\
             help: say whose table it is: `provider \"acme\" { name: \"Acme AI\" }`",
        ),
        [_] => {}
        [_, others @ ..] => {
            for other in others {
                report.error_with_help(
                    &other.keyword,
                    format_args!("a second provider, `{}`, in one call", other.id.value()),
                    "give each provider a call of its own",
                );
            }
        }
    }
}

/// A call holds at least one table.
fn some_section(input: &Input, report: &mut Report) {
    if let ([provider, ..], []) = (input.providers.as_slice(), input.sections.as_slice()) {
        report.error_with_help(
            &provider.id,
            format_args!("the provider `{}` has no table", provider.id.value()),
            "write `pub enum ErrorCode { | code | kind | … }` after this block",
        );
    }
}

/// The sections of a provider have names of their own.
fn unlike_sections(sections: &[parse::Section], report: &mut Report) {
    let mut first: HashMap<String, &Ident> = HashMap::new();
    for section in sections {
        if let Some(first) = first.get(&section.name.to_string()) {
            let name = &section.name;
            report.error_with_help(
                name,
                format_args!("a second section `{name}`"),
                "name each section of the page by what it is about",
            );
            report.error(first, format_args!("`{name}` first stands here"));
        } else {
            first.insert(section.name.to_string(), &section.name);
        }
    }
}

const FIELDS: [&str; 5] = ["name", "docs", "read", "body", "base"];

/// The fields of a `provider` block: known, each once, each of its form, and `name` among them.
fn provider(block: parse::Provider, report: &mut Report) -> Provider {
    lower_case_id(&block.id, report);
    let mut seen: HashMap<String, &Ident> = HashMap::new();
    let mut name = None;
    let (mut docs, mut read, mut body, mut base) = (None, None, None, None);
    for field in &block.fields {
        let word = field.name.to_string();
        if let Some(first) = seen.get(&word) {
            report.error_with_help(
                &field.name,
                format_args!("a second `{word}`"),
                "each field stands once",
            );
            report.error(first, format_args!("`{word}` first stands here"));
            continue;
        }
        seen.insert(word.clone(), &field.name);
        match word.as_str() {
            "name" => name = text_field(field, report),
            "docs" => docs = text_field(field, report).filter(|text| web_address(text, report)),
            "read" => read = text_field(field, report).filter(|text| day(text, report)),
            "body" => body = Some(body_field(&field.value)),
            "base" => base = Some(field.value.clone()),
            _ => report.error_with_help(
                &field.name,
                format_args!("unknown field `{word}`"),
                choice(&word, &FIELDS, "fields"),
            ),
        }
    }
    if !seen.contains_key("name") {
        report.error_with_help(
            &block.id,
            format_args!("the provider `{}` has no `name`", block.id.value()),
            "write the name that people know it by: `name: \"Acme AI\",`",
        );
    }
    Provider {
        attributes: block.attributes,
        name: name.unwrap_or_else(|| LitStr::new(&block.id.value(), block.id.span())),
        id: block.id,
        docs,
        read,
        body,
        base,
    }
}

fn text_field(field: &parse::Field, report: &mut Report) -> Option<LitStr> {
    let text = syn::parse2::<LitStr>(field.value.clone())
        .ok()
        .filter(|text| !text.value().trim().is_empty());
    if text.is_none() {
        let name = &field.name;
        report.error_with_help(
            &field.value,
            format_args!("`{name}` is not a text"),
            format_args!("write `{name}: \"…\",`"),
        );
    }
    text
}

fn body_field(value: &TokenStream) -> Body {
    syn::parse2::<Ident>(value.clone()).map_or_else(|_| Body::Expression(value.clone()), Body::Word)
}

/// An id is a lower-case word, because it stands in paths, file names and command lines.
fn lower_case_id(id: &LitStr, report: &mut Report) {
    let text = id.value();
    let is_word = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !is_word {
        report.error_with_help(
            id,
            format_args!("`{text}` is no id for a provider"),
            "an id is a lower-case word such as `acme` or `acme_ai`; the name for people goes into `name`",
        );
    }
}

/// The page is an http(s) address.
fn web_address(docs: &LitStr, report: &mut Report) -> bool {
    let text = docs.value();
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_address = host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace)
    });
    if !is_address {
        report.error_with_help(
            docs,
            format_args!("`{text}` is no web address"),
            "give the address of the error page, beginning with `https://`",
        );
    }
    is_address
}

/// The day is one of the calendar.
fn day(read: &LitStr, report: &mut Report) -> bool {
    let text = read.value();
    let is_day = is_day(&text);
    if !is_day {
        report.error_with_help(
            read,
            format_args!("`{text}` is no day of the calendar"),
            "give the day on which the page was read as `YYYY-MM-DD`",
        );
    }
    is_day
}

fn is_day(text: &str) -> bool {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let mut parts = text.split('-').map(|part| part.parse::<u16>().unwrap_or(0));
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    shape && (1..=days).contains(&day)
}

const COLUMNS: [&str; 9] = [
    "status", "type", "code", "variant", "kind", "retry", "scope", "message", "summary",
];

fn section(block: parse::Section, report: &mut Report) -> Section {
    let columns = match &block.header {
        Some(header) => columns(header, &block.name, report),
        None => {
            empty_table(&block.name, report);
            Columns::default()
        }
    };
    if block.header.is_some() && block.rows.is_empty() {
        empty_table(&block.name, report);
    }
    let mut drafts: Vec<Draft> = with_all_cells(&block.rows, &columns, report)
        .iter()
        .map(|cells| Draft::read(cells, &columns, report))
        .collect();
    unlike_variants(&mut drafts, report);
    unlike_rows(&mut drafts, report);
    Section {
        attributes: block.attributes,
        visibility: block.visibility,
        name: block.name,
        entries: drafts.into_iter().filter_map(Draft::finish).collect(),
    }
}

/// A table has a header and a row.
fn empty_table(name: &Ident, report: &mut Report) {
    report.error_with_help(
        name,
        format_args!("the table of `{name}` has no row"),
        "the first row names the columns, each further row is an error: `| code | kind |`, `| rate_limit | … |`",
    );
}

/// Where each column stands.
#[derive(Default)]
struct Columns {
    names: Vec<String>,
}

impl Columns {
    fn len(&self) -> usize {
        self.names.len()
    }

    /// The cell of this column, if the row goes that far.
    fn cell<'row>(&self, row: &'row Cells, column: &str) -> Option<&'row Cell> {
        let at = self.names.iter().position(|name| name == column)?;
        row.cells.get(at)
    }

    fn list(&self) -> String {
        self.names
            .iter()
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The columns are known, each stands once, and `kind` is among them.
fn columns(header: &parse::Row, section: &Ident, report: &mut Report) -> Columns {
    let names: Vec<String> = header.cells.iter().map(cell::as_written).collect();
    if !names.iter().any(|name| COLUMNS.contains(&name.as_str())) {
        let help = format!("the columns are {}", list(&COLUMNS));
        match header.cells.first() {
            Some(first) => report.error_with_help(
                first,
                format_args!("the first row of `{section}` does not name its columns"),
                help,
            ),
            None => empty_table(section, report),
        }
        return Columns { names };
    }
    let mut first: HashMap<&str, &Cell> = HashMap::new();
    for (name, cell) in names.iter().zip(&header.cells) {
        if !COLUMNS.contains(&name.as_str()) {
            report.error_with_help(
                cell,
                format_args!("unknown column `{name}`"),
                choice(name, &COLUMNS, "columns"),
            );
        } else if let Some(first) = first.get(name.as_str()) {
            report.error_with_help(
                cell,
                format_args!("a second column `{name}`"),
                "each column stands once",
            );
            report.error(first, format_args!("`{name}` first stands here"));
        } else {
            first.insert(name, cell);
        }
    }
    let misspelt_kind = names
        .iter()
        .any(|name| nearest(name, &COLUMNS) == Some("kind"));
    if !first.contains_key("kind") && !misspelt_kind {
        report.error_with_help(
            header,
            format_args!("the table of `{section}` has no column `kind`"),
            "add a column `kind` that says in one word of `ErrorKind` what each row means",
        );
    }
    Columns { names }
}

impl ToTokens for parse::Row {
    fn to_tokens(&self, output: &mut TokenStream) {
        for cell in &self.cells {
            cell.to_tokens(output);
        }
    }
}

/// The cells of a row, mended where they could be.
struct Cells {
    cells: Vec<Cell>,
    /// Nothing had to be mended.
    is_sound: bool,
    /// Each cell stands in its own column, so that its faults mean something.
    is_aligned: bool,
}

/// Every row has as many cells as the table has columns.
///
/// Two pipes that meet end a row. So a cell left empty shows up as two rows that are too short, and a row that is not
/// closed as one that is twice as long; both are told apart here and mended.
fn with_all_cells(rows: &[parse::Row], columns: &Columns, report: &mut Report) -> Vec<Cells> {
    let width = columns.len();
    let mut whole = Vec::new();
    let mut rows = rows.iter().peekable();
    while let Some(row) = rows.next() {
        let count = row.cells.len();
        if count == width {
            whole.push(Cells {
                cells: row.cells.clone(),
                is_sound: true,
                is_aligned: true,
            });
            continue;
        }
        if let Some(rest) = rows.next_if(|rest| count + 1 + rest.cells.len() == width) {
            report.error_with_help(
                row.cells.first(),
                format_args!("a cell of this row is empty: {}", empty_cell(row, columns)),
                "write `-` where the page has nothing",
            );
            let dash = Cell {
                tokens: vec![TokenTree::Punct(dash_at(&rest.opening))],
            };
            let cells = row
                .cells
                .iter()
                .cloned()
                .chain([dash])
                .chain(rest.cells.iter().cloned());
            whole.push(Cells {
                cells: cells.collect(),
                is_sound: false,
                is_aligned: true,
            });
            continue;
        }
        let not_closed = width > 0 && count > width && count.is_multiple_of(width);
        let cure = if not_closed {
            let last = row
                .cells
                .get(width - 1)
                .map(cell::as_written)
                .unwrap_or_default();
            format!("a `|` is missing after `{last}`, at the end of this row")
        } else if count < width {
            format!(
                "the columns are {}; write `-` where the page has nothing",
                columns.list()
            )
        } else {
            format!(
                "the columns are {}; a `|` inside a cell stands in quotes",
                columns.list()
            )
        };
        report.error_with_help(
            row.cells.first(),
            format_args!(
                "this row has {}, the table has {width} columns",
                cells(count)
            ),
            cure,
        );
        let length = if not_closed { width } else { count.max(1) };
        whole.extend(row.cells.chunks(length).map(|cells| Cells {
            cells: cells.to_vec(),
            is_sound: false,
            is_aligned: not_closed,
        }));
    }
    whole
}

fn cells(count: usize) -> String {
    match count {
        1 => "1 cell".to_owned(),
        count => format!("{count} cells"),
    }
}

fn empty_cell(row: &parse::Row, columns: &Columns) -> String {
    match columns.names.get(row.cells.len()) {
        Some(column) => format!("its `{column}`"),
        None => "the last".to_owned(),
    }
}

fn dash_at(pipe: &proc_macro2::Punct) -> proc_macro2::Punct {
    let mut dash = proc_macro2::Punct::new('-', proc_macro2::Spacing::Alone);
    dash.set_span(pipe.span());
    dash
}

/// A row on its way from cells to the model.
struct Draft {
    variant: Option<Ident>,
    key: Key,
    words: Words,
    summary: Option<LitStr>,
    is_sound: bool,
    /// The cells that a fault about the whole row is shown at.
    at: At,
}

#[derive(Default)]
struct At {
    row: Option<Cell>,
    variant: Option<Cell>,
    key: Option<Cell>,
}

impl Draft {
    /// Reads each cell; one that cannot be read makes the row unsound and hides no other.
    fn read(row: &Cells, columns: &Columns, report: &mut Report) -> Draft {
        let mut draft = Draft {
            variant: None,
            key: Key::default(),
            words: Words::default(),
            summary: None,
            is_sound: row.is_sound,
            at: At {
                row: row.cells.first().cloned(),
                ..At::default()
            },
        };
        let mut unread = Report::default();
        let report = if row.is_aligned { report } else { &mut unread };
        let cell = |column| columns.cell(row, column);

        draft.key = Key {
            status: draft.keep(cell("status").map(cell::status), report),
            error_type: draft.keep(cell("type").map(|cell| cell::names(cell, "type")), report),
            code: draft.keep(cell("code").map(|cell| cell::names(cell, "code")), report),
            message: draft.keep(cell("message").map(cell::message), report),
        };
        if let Some(cell) = cell("kind") {
            match cell::kind(cell) {
                Ok((kind, wraps)) => {
                    draft.words.kind = Some(kind);
                    draft.words.wraps = wraps;
                }
                Err(error) => draft.refuse(error, report),
            }
        } else {
            draft.is_sound = false;
        }
        draft.words.retry = draft.keep(cell("retry").map(|cell| cell::word(cell, "retry")), report);
        draft.words.scope = draft.keep(cell("scope").map(|cell| cell::word(cell, "scope")), report);
        draft.summary = draft.keep(cell("summary").map(cell::summary), report);

        let present = |column| cell(column).filter(|cell| !cell::is_absent(cell)).cloned();
        draft.at.key = ["code", "message", "type", "status"]
            .into_iter()
            .find_map(present);
        if draft.is_sound {
            something_to_match(&mut draft, report);
            success_needs_code(&mut draft, cell("status"), report);
        }
        let given = cell("variant").filter(|cell| !cell::is_absent(cell));
        draft.at.variant = given.cloned().or_else(|| draft.at.key.clone());
        draft.variant = match given {
            Some(cell) => upper_camel_case(cell, &mut draft, report),
            None => derived_variant(&mut draft, report),
        };
        draft
    }

    fn keep<T>(
        &mut self,
        reading: Option<Result<Option<T>, syn::Error>>,
        report: &mut Report,
    ) -> Option<T> {
        reading?.unwrap_or_else(|error| {
            self.refuse(error, report);
            None
        })
    }

    fn refuse(&mut self, error: syn::Error, report: &mut Report) {
        self.is_sound = false;
        report.push(error);
    }

    /// How another row's fault names this one.
    fn title(&self) -> String {
        match &self.variant {
            Some(variant) => format!("the row `{variant}`"),
            None => "another row".to_owned(),
        }
    }

    fn finish(self) -> Option<Entry> {
        let variant = self.variant?;
        Some(if self.is_sound {
            Entry::Row(Row {
                variant,
                key: self.key,
                words: self.words,
                summary: self.summary,
            })
        } else {
            Entry::Broken(Broken {
                variant,
                words: self.words,
            })
        })
    }
}

/// A row has something that an answer can be compared with.
fn something_to_match(draft: &mut Draft, report: &mut Report) {
    let key = &draft.key;
    if key.status.is_none()
        && key.error_type.is_none()
        && key.code.is_none()
        && key.message.is_none()
    {
        draft.is_sound = false;
        report.error_with_help(
            draft.at.row.as_ref(),
            "no answer could be compared with this row",
            "fill at least one of `status`, `type`, `code` and `message`",
        );
    }
}

/// A success is an error only if the body says so with a code.
fn success_needs_code(draft: &mut Draft, status: Option<&Cell>, report: &mut Report) {
    let is_success = matches!(
        draft.key.status,
        Some(Status::Exact(200..=299) | Status::Class(2))
    );
    if is_success && draft.key.code.is_none() {
        draft.is_sound = false;
        let written = status.map(cell::as_written).unwrap_or_default();
        report.error_with_help(
            status,
            format_args!("`{written}` without a code is a success"),
            "give the code by which an error under this status is known",
        );
    }
}

/// A given variant is an identifier in upper camel case.
fn upper_camel_case(cell: &Cell, draft: &mut Draft, report: &mut Report) -> Option<Ident> {
    let written = cell::as_written(cell);
    let word = match cell.tokens.as_slice() {
        [TokenTree::Ident(word)] => Some(word),
        _ => None,
    };
    let is_camel = written.starts_with(char::is_uppercase) && !written.contains('_');
    if let Some(word) = word
        && is_camel
        && identifier(&written, word.span()).is_some()
    {
        return Some(word.clone());
    }
    draft.is_sound = false;
    let proposal = camel_case(&written);
    let is_name = identifier(&proposal, proc_macro2::Span::call_site()).is_some();
    report.error_with_help(
        cell,
        format_args!("`{written}` is no name for a variant"),
        if is_name {
            format!("write it in upper camel case, `{proposal}`")
        } else {
            "a variant is a word in upper camel case, such as `InvalidToken`".to_owned()
        },
    );
    None
}

/// A row without a variant has a code or a type to derive it from.
fn derived_variant(draft: &mut Draft, report: &mut Report) -> Option<Ident> {
    let key = &draft.key;
    let source = key.code.as_ref().or(key.error_type.as_ref());
    let name = source.map(|names| &names.canonical);
    let derived = name
        .filter(|name| name.form != Form::Number)
        .and_then(|name| identifier(&camel_case(&name.text), name.span));
    if derived.is_some() || !draft.is_sound {
        return derived;
    }
    draft.is_sound = false;
    let (what, proposal) = proposal(key);
    report.error_with_help(
        draft.at.key.as_ref(),
        format_args!("this row needs a variant name, which cannot be derived from {what}"),
        format_args!("give one in the column `variant`, such as `{proposal}`"),
    );
    None
}

/// What a row is known by, and a name for it.
fn proposal(key: &Key) -> (&'static str, String) {
    if let Some(code) = &key.code {
        return (
            "this code",
            format!("Code{}", camel_case(&code.canonical.text)),
        );
    }
    if let Some(message) = &key.message {
        let words: Vec<&str> = message
            .form
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(4)
            .collect();
        let name = camel_case(&words.join(" "));
        let usable = identifier(&name, proc_macro2::Span::call_site()).is_some();
        return (
            "a message",
            if usable {
                name
            } else {
                "ModelOverloaded".to_owned()
            },
        );
    }
    match (&key.error_type, key.status) {
        (Some(_), _) => ("this type", "InvalidToken".to_owned()),
        (None, Some(Status::Exact(status))) => ("a status", format!("Status{status}")),
        (None, Some(Status::Class(class))) => ("a status", format!("Status{class}xx")),
        (None, None) => ("nothing", "InvalidToken".to_owned()),
    }
}

/// `param_error`, `INVALID_API_KEY` and `channel:no_key` as `ParamError`, `InvalidApiKey` and `ChannelNoKey`.
fn camel_case(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric())
        .map(|word| {
            let shouted = !word.contains(char::is_lowercase);
            let mut letters = word.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            let rest = letters.as_str();
            let rest = if shouted {
                rest.to_lowercase()
            } else {
                rest.to_owned()
            };
            first.chain(rest.chars()).collect::<String>()
        })
        .collect()
}

/// An identifier that is no keyword.
fn identifier(text: &str, span: proc_macro2::Span) -> Option<Ident> {
    let mut ident: Ident = syn::parse_str(text).ok()?;
    ident.set_span(span);
    Some(ident)
}

/// The rows of a section have variants of their own.
fn unlike_variants(drafts: &mut [Draft], report: &mut Report) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for at in 0..drafts.len() {
        let Some(name) = drafts[at].variant.as_ref().map(Ident::to_string) else {
            continue;
        };
        let Some(&earlier) = first.get(&name) else {
            first.insert(name, at);
            continue;
        };
        if !drafts[at].is_sound {
            drafts[at].variant = None;
        } else if !drafts[earlier].is_sound {
            drafts[earlier].variant = None;
            first.insert(name, at);
        } else if !same_answers(&drafts[earlier], &drafts[at]) {
            report.error_with_help(
                drafts[at].at.variant.as_ref(),
                format_args!("a second row is named `{name}`"),
                "give this one another name in the column `variant`",
            );
            report.error(
                drafts[earlier].at.variant.as_ref(),
                format_args!("`{name}` first stands here"),
            );
            drafts[at].is_sound = false;
            drafts[at].variant = None;
        }
    }
}

/// Whether two rows have a way of being matched in common.
fn same_answers(one: &Draft, other: &Draft) -> bool {
    let others = ways(&other.key);
    ways(&one.key).iter().any(|way| others.contains(way))
}

/// No two rows fit the same answer equally.
fn unlike_rows(drafts: &mut [Draft], report: &mut Report) {
    let mut first: HashMap<Way, usize> = HashMap::new();
    for at in 0..drafts.len() {
        if !drafts[at].is_sound {
            continue;
        }
        let ways = ways(&drafts[at].key);
        let clash = ways
            .iter()
            .find_map(|way| first.get(way).map(|&earlier| (earlier, way)));
        let Some((earlier, way)) = clash else {
            first.extend(ways.into_iter().map(|way| (way, at)));
            continue;
        };
        duplicate(&drafts[earlier], &drafts[at], way, report);
        drafts[at].is_sound = false;
        if drafts[at].variant == drafts[earlier].variant {
            drafts[at].variant = None;
        }
    }
}

fn duplicate(earlier: &Draft, later: &Draft, way: &Way, report: &mut Report) {
    let what = match (&way.code, &way.message, &way.error_type) {
        (Some(code), ..) => format!("the code `{code}`"),
        (None, Some(_), _) => "this message".to_owned(),
        (None, None, Some(name)) => format!("the type `{name}`"),
        (None, None, None) => format!(
            "the status `{}`",
            later
                .at
                .key
                .as_ref()
                .map(cell::as_written)
                .unwrap_or_default()
        ),
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

/// The help for a word that is not in a list.
fn choice(word: &str, words: &[&'static str], what: &str) -> String {
    match nearest(word, words) {
        Some(near) => format!("did you mean `{near}`? The {what} are {}", list(words)),
        None => format!("the {what} are {}", list(words)),
    }
}

fn nearest(word: &str, words: &[&'static str]) -> Option<&'static str> {
    let word = word.to_lowercase();
    words
        .iter()
        .map(|candidate| (strsim::osa_distance(&word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance * 2 <= candidate.len())
        .min()
        .map(|(_, candidate)| candidate)
}

fn list(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
