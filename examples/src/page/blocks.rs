//! From the blocks of a page to its sections.

use super::document::Block;
use super::lists;
use super::tables::{self, Outcome};
use super::text::Text;
use super::values::{is_success, is_telling, name, statuses};
use super::{Context, Page, PageRow, Section, Unreadable};

/// Reads the blocks of a page: the tables and definitions of errors, or, if there are none, lists, or else headings that name
/// one error each.
pub(super) fn read(blocks: Vec<Block>) -> Result<Page, Unreadable> {
    let has_password = blocks.iter().any(|block| match block {
        Block::Paragraph(text) | Block::Heading { text, .. } | Block::Item(text) => {
            is_login(&text.text)
        }
        _ => false,
    });
    let entries = lists::entries(&blocks);
    let is_blank = blocks.is_empty();
    let mut page = Page {
        sections: Vec::new(),
        remarks: Vec::new(),
        ragged: 0,
    };
    let mut left_out: Vec<(String, &'static str)> = Vec::new();
    let mut context = Context::default();
    for block in blocks {
        match block {
            Block::Table(grid) => match tables::read(grid, &context) {
                Outcome::Rows(rows) => {
                    page.ragged += rows.ragged;
                    page.add(&context, rows.rows);
                }
                Outcome::LeftOut(why) => left_out.push((context.title(), why)),
            },
            block => context.pass(&block),
        }
    }
    for (context, entry) in entries.definitions {
        page.add(&context, vec![entry]);
    }
    if page.sections.is_empty() {
        for (context, entry) in entries.items.into_iter().chain(entries.headings) {
            page.add(&context, vec![entry]);
        }
    }
    for (title, why) in &left_out {
        let place = if title.is_empty() {
            String::new()
        } else {
            format!(" below \"{title}\"")
        };
        page.remarks.push(format!("left out a table{place}: {why}"));
    }
    if !page.sections.is_empty() {
        return Ok(page);
    }
    Err(match left_out.first() {
        Some((_, why)) => Unreadable::NoErrors(left_out.len(), (*why).to_owned()),
        None if is_blank => Unreadable::Empty,
        None if has_password => Unreadable::Login,
        None => Unreadable::NoTable,
    })
}

fn is_login(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "password",
        "log in",
        "login",
        "sign in",
        "登录",
        "密码",
        "ログイン",
        "パスワード",
        "로그인",
        "비밀번호",
    ]
    .iter()
    .any(|word| text.contains(word))
}

impl Page {
    /// Adds rows to the section of their heading.
    fn add(&mut self, context: &Context, rows: Vec<PageRow>) {
        // A second table may say which of the errors are worth a retry.
        let rows: Vec<PageRow> = rows.into_iter().filter(|row| !self.has(row)).collect();
        if rows.is_empty() {
            return;
        }
        let title = Some(context.title()).filter(|title| !title.is_empty());
        let at = self
            .sections
            .iter()
            .position(|section| section.title == title);
        let at = at.unwrap_or_else(|| {
            self.sections.push(Section::new(title));
            self.sections.len() - 1
        });
        for row in rows {
            self.sections[at].push(row);
        }
    }
}

impl Page {
    /// Returns whether a row that is only a status or only a code says nothing new.
    fn has(&self, row: &PageRow) -> bool {
        let is_bare = row.messages.is_empty() && row.error_type.is_none();
        let mut rows = self.rows();
        match (&row.status, &row.code) {
            (Some(_), None) if is_bare => rows.any(|other| {
                other.status == row.status
                    && other.code.is_none()
                    && other.error_type.is_none()
                    && other.messages.is_empty()
            }),
            (None, Some(_)) if is_bare => rows.any(|other| other.code == row.code),
            _ => false,
        }
    }
}

impl Context {
    /// Takes note of a block that is no table.
    pub(super) fn pass(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.enter(*level, text),
            Block::Paragraph(text) => {
                let is_short = text.text.chars().count() < 60 && !text.text.ends_with(['.', '。']);
                if is_short && statuses(&text.text).is_some_and(|found| !is_success(&found.pattern))
                {
                    self.enter(PARAGRAPH, text);
                }
                self.paragraph.clone_from(&text.text);
            }
            _ => {}
        }
    }

    fn enter(&mut self, level: u8, text: &Text) {
        self.headings.retain(|(other, _)| *other < level);
        if self.status.is_some() && self.status_level >= level {
            self.status = None;
            self.name = None;
        }
        if self.name.is_some() && self.name_level >= level {
            self.name = None;
        }
        self.paragraph.clear();
        let found = statuses(&text.text).filter(|found| !is_success(&found.pattern));
        if let Some(found) = found.filter(|found| found.pattern.starts_with(['4', '5'])) {
            let first = found.rest.split_whitespace().next().and_then(name);
            self.name = first
                .filter(|word| is_telling(word) && word.contains('_'))
                .map(str::to_owned);
            self.status = Some(found.pattern);
            self.status_level = level;
            self.name_level = level;
        }
        // A heading that is a type is that of the rows below.
        let whole = name(&text.text).filter(|word| word.ends_with("_error"));
        if let Some(word) = whole {
            self.name = Some(word.to_owned());
            self.name_level = level;
        }
        self.headings.push((level, text.text.clone()));
    }
}

/// The level of a paragraph that stands for a heading.
const PARAGRAPH: u8 = 8;
