//! Reads a provider's error page: Markdown, HTML, reStructuredText, plain text with bars, or an OpenAPI document.
//!
//! A page is decoded, brought into HTML, taken apart into blocks, and each table of errors among them is read row by row.

mod blocks;
mod columns;
mod document;
mod encoding;
mod glossary;
mod grid;
mod headings;
mod lines;
mod lists;
mod openapi;
mod proposal;
mod reading;
mod refusal;
mod restructured;
mod tables;
mod template;
mod text;
mod unreadable;
mod values;

pub use proposal::Proposal;
pub use unreadable::Unreadable;

use error_codes::Reader;
use pulldown_cmark::{Event, Options, Parser, html};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What a page says about errors.
#[derive(Debug)]
pub struct Page {
    /// The tables of errors, in their order; those below one heading are one.
    pub sections: Vec<Section>,
    /// What looks like a table of errors and is none, or was read with doubts, each in one line.
    pub remarks: Vec<String>,
    /// How many rows have more or fewer cells than their table has columns.
    pub ragged: usize,
}

/// The errors below one heading.
#[derive(Debug)]
pub struct Section {
    /// The heading, if there is one.
    pub title: Option<String>,
    /// The rows, each once.
    pub rows: Vec<PageRow>,
    /// Where the row is that matches these responses.
    index: HashMap<Key, usize>,
}

/// Status, type, code and messages.
type Key = (Option<String>, Option<String>, Option<String>, Vec<String>);

impl Section {
    fn new(title: Option<String>) -> Self {
        Section {
            title,
            rows: Vec::new(),
            index: HashMap::new(),
        }
    }

    /// Adds a row. One that matches the same responses as another adds its meaning only.
    fn push(&mut self, row: PageRow) {
        let key = (
            row.status.clone(),
            row.error_type.clone(),
            row.code.clone(),
            row.messages.clone(),
        );
        match self.index.entry(key) {
            Entry::Occupied(first) => {
                let first = &mut self.rows[*first.get()];
                let is_new = row.meaning.is_some() && row.meaning != first.meaning;
                let meanings = [first.meaning.take(), row.meaning.filter(|_| is_new)];
                let meanings: Vec<String> = meanings.into_iter().flatten().collect();
                first.meaning = Some(meanings.join("; ")).filter(|text| !text.is_empty());
            }
            Entry::Vacant(free) => {
                free.insert(self.rows.len());
                self.rows.push(row);
            }
        }
    }
}

/// One row of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageRow {
    /// `429`, `400, 403` or `5xx`
    pub status: Option<String>,
    /// The type.
    pub error_type: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// Message templates.
    pub messages: Vec<String>,
    /// What the page says in its own words.
    pub meaning: Option<String>,
}

impl PageRow {
    /// Returns the kind that the library would read out of such a response.
    #[must_use]
    pub fn proposal(&self, reader: &Reader) -> Proposal {
        proposal::propose(self, reader)
    }

    /// Returns whether it is the row of an error, and says what a response would show.
    fn is_error(&self) -> bool {
        let is_ok = |text: &str| {
            ["0", "ok", "success", "200", "0000", "成功"].contains(&text.to_lowercase().as_str())
        };
        let success = self.status.as_deref().is_some_and(values::is_success);
        let texts = self.messages.iter().chain(&self.meaning);
        let mut says_success = texts.filter(|text| {
            let text = text.to_lowercase();
            text.starts_with("success")
                || text.starts_with("request succe")
                || text.starts_with("成功")
                || text.starts_with("请求成功")
                || is_ok(&text)
        });
        let is_told = self.code.is_some() || self.error_type.is_some() || !self.messages.is_empty();
        if self.code.as_deref().is_some_and(is_ok) && (success || self.status.is_none()) {
            return false;
        }
        if success
            && (self.code.is_none() && self.error_type.is_none() || says_success.next().is_some())
        {
            return false;
        }
        self.status.is_some() || is_told
    }
}

/// What stands above a table.
#[derive(Clone, Debug, Default)]
struct Context {
    /// The headings above, with their levels.
    headings: Vec<(u8, String)>,
    /// The paragraph above.
    paragraph: String,
    /// The status in a heading above.
    status: Option<String>,
    /// The type in a heading above, beside the status.
    name: Option<String>,
    status_level: u8,
    name_level: u8,
}

impl Context {
    fn is_about_errors(&self) -> bool {
        refusal::is_about_errors(&self.paragraph)
            || self
                .headings
                .iter()
                .any(|(_, text)| refusal::is_about_errors(text))
    }

    /// Returns whether the nearest heading is one of other codes than those of errors.
    fn is_about_others(&self) -> bool {
        let title = self.title().to_lowercase();
        let others = [
            "model",
            "task",
            "language",
            "voice",
            "event",
            "webhook",
            "region",
            "currenc",
            "finish",
            "模型",
            "任务",
            "语言",
            "音色",
            "モデル",
            "言語",
            "모델",
            "언어",
        ];
        !refusal::is_about_errors(&title)
            && !refusal::is_about_errors(&self.paragraph)
            && others.iter().any(|word| title.contains(word))
    }

    /// Returns the nearest heading that is more than a status.
    fn title(&self) -> String {
        let mut titles = self.headings.iter().rev().map(|(_, text)| text);
        titles
            .find(|title| values::statuses(title).is_none() && !title.ends_with("_error"))
            .cloned()
            .unwrap_or_default()
    }
}

/// Reads a page.
///
/// # Errors
///
/// What was found instead of a table of errors, and what is missing, in one line.
pub fn read(bytes: &[u8]) -> Result<Page, Unreadable> {
    let text = encoding::decode(bytes)?;
    if let Some(section) = openapi::read(&text)? {
        let page = Page {
            sections: vec![section],
            remarks: Vec::new(),
            ragged: 0,
        };
        return page.checked();
    }
    let blocks = if is_html(&text) {
        document::blocks(&text)
    } else {
        let lines = lines::read(&text);
        if let Some(line) = lines.open_fence {
            return Err(Unreadable::OpenFence(line));
        }
        document::blocks(&to_html(&lines.markdown))
    };
    blocks::read(blocks)?.checked()
}

impl Page {
    /// Returns the rows of all sections.
    pub fn rows(&self) -> impl Iterator<Item = &PageRow> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    fn checked(mut self) -> Result<Self, Unreadable> {
        self.sections.retain(|section| !section.rows.is_empty());
        if self.sections.is_empty() {
            return Err(Unreadable::NoRows);
        }
        Ok(self)
    }
}

fn is_html(text: &str) -> bool {
    let begin: String = text
        .trim_start()
        .chars()
        .take(2000)
        .collect::<String>()
        .to_lowercase();
    begin.starts_with("<!doctype")
        || begin.starts_with("<?xml")
        || [
            "<html", "<head", "<body", "<div", "<table", "<main", "<article", "<section", "<dl",
            "<!--", "<h1", "<h2", "<p>",
        ]
        .iter()
        .any(|tag| begin.starts_with(tag))
            && !text
                .lines()
                .any(|line| line.starts_with("# ") || line.starts_with("## "))
}

/// Returns Markdown as HTML. `<name>` in it is no element but a value that varies.
fn to_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::InlineHtml(tag) if is_placeholder(&tag) => Event::Text(tag),
        event => event,
    });
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, events);
    out
}

/// Returns whether a tag is that of no element: `<model>`, `<your key>`.
fn is_placeholder(tag: &str) -> bool {
    let inside = tag.trim_start_matches('<').trim_end_matches('>');
    let is_name = inside.starts_with(|c: char| c.is_ascii_lowercase())
        && inside
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' '));
    is_name && !ELEMENTS.contains(&inside.split(' ').next().unwrap_or_default())
}

const ELEMENTS: [&str; 44] = [
    "a", "abbr", "b", "br", "code", "del", "div", "em", "font", "hr", "i", "img", "ins", "kbd",
    "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr", "details",
    "summary", "center", "dl", "section",
];
