//! Errors that stand in no table: terms with a definition, items that begin with a code or a status, and headings.

use super::document::Block;
use super::reading::{Reading, name_and_prose};
use super::text::Text;
use super::values::{is_integer, is_reason, is_success, is_telling, name, statuses};
use super::{Context, PageRow};
use serde_json::Value;

/// The errors of a page outside of its tables, with what stands above each.
#[derive(Default)]
pub(super) struct Entries {
    pub(super) definitions: Vec<(Context, PageRow)>,
    pub(super) items: Vec<(Context, PageRow)>,
    pub(super) headings: Vec<(Context, PageRow)>,
}

/// Finds them.
pub(super) fn entries(blocks: &[Block]) -> Entries {
    let mut entries = Entries::default();
    let mut context = Context::default();
    let mut terms: Vec<&Text> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Term(text) => {
                if !matches!(
                    at.checked_sub(1).and_then(|before| blocks.get(before)),
                    Some(Block::Term(_))
                ) {
                    terms.clear();
                }
                terms.push(text);
            }
            Block::Definition(text) => {
                let is_first =
                    !matches!(blocks.get(at.wrapping_sub(1)), Some(Block::Definition(_)));
                for term in terms.iter().filter(|_| is_first) {
                    let row = keyed(&term.text, term, &context)
                        .and_then(|key| entry(&key, &text.text, &context));
                    entries
                        .definitions
                        .extend(row.map(|row| (context.clone(), row)));
                }
            }
            Block::Item(text) => {
                let row = item(text, &context).and_then(|(key, rest)| entry(&key, &rest, &context));
                entries.items.extend(
                    row.filter(|_| context.is_about_errors())
                        .map(|row| (context.clone(), row)),
                );
            }
            Block::Heading { text, .. } => {
                let above = context.clone();
                context.pass(block);
                let Some(body) = below(&blocks[at + 1..]) else {
                    continue;
                };
                let row = keyed(&text.text, text, &above)
                    .and_then(|key| entry(&key, &body, &Context::default()));
                entries.headings.extend(row.map(|row| (above, row)));
            }
            block => context.pass(block),
        }
    }
    if entries.items.len() < 2 {
        entries.items.clear();
    }
    name_alike(&mut entries.items);
    entries
}

/// Returns what stands below a heading: a paragraph, and a response as JSON. A list or a table there has rows of its own.
fn below(blocks: &[Block]) -> Option<String> {
    let is_over = |block: &Block| {
        matches!(
            block,
            Block::Heading { .. } | Block::Table(_) | Block::Item(_) | Block::Term(_)
        )
    };
    let end = blocks.iter().position(is_over).unwrap_or(blocks.len());
    let blocks = &blocks[..end];
    let paragraph = blocks.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(text.text.replace(['{', '}'], "")),
        _ => None,
    });
    let json = blocks.iter().find_map(|block| match block {
        Block::Code(text) => first_json(text),
        _ => None,
    });
    let parts = [paragraph, json.map(str::to_owned)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// Returns the first JSON object of a listing.
fn first_json(text: &str) -> Option<&str> {
    let text = &text[text.find('{')?..];
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    values.next()?.ok()?;
    text.get(..values.byte_offset())
}

/// Of items most of which name a type, all do.
fn name_alike(items: &mut [(Context, PageRow)]) {
    let types = items
        .iter()
        .filter(|(_, row)| row.error_type.is_some())
        .count();
    let codes = items.iter().filter(|(_, row)| row.code.is_some()).count();
    for (_, row) in items.iter_mut().filter(|_| types > codes) {
        row.error_type = row.error_type.take().or(row.code.take());
    }
}

/// Reads an error that stands in no table: what names it, and what is said about it.
fn entry(key: &Key, body: &str, context: &Context) -> Option<PageRow> {
    let status = key.status.as_ref().or(context.status.as_ref());
    let mut reading = Reading::of_status(status.cloned());
    if let Some(name) = &key.name {
        if key.status.is_some() && name.ends_with("_error") {
            reading.error_type = Some(name.clone());
        } else {
            reading.codes.push(name.clone());
        }
    }
    let (stated, body) = without_status(body);
    let body = body.as_str();
    reading.status = reading.status.or(stated);
    let names_none = key.name.is_none();
    let json = body
        .find('{')
        .zip(body.rfind('}'))
        .filter(|(start, end)| start < end && body.contains('"'));
    match json {
        Some((start, end)) => {
            reading.body(&body[start..=end]);
            reading.meaning.push(body[..start].trim().to_owned());
        }
        None => reading
            .meaning
            .push(body.replace('\n', " ").trim().to_owned()),
    }
    let prose = key.prose.trim();
    if !prose.is_empty() {
        if names_none && reading.messages.is_empty() && !is_reason(prose) {
            reading.messages.push(prose.to_owned());
        } else {
            reading.meaning.insert(0, prose.to_owned());
        }
    }
    reading.meaning.retain(|text| !text.is_empty());
    let mut rows = Vec::new();
    reading.finish(&mut rows);
    rows.into_iter().next()
}

/// Takes a line such as `HTTP status code: 403` out of a text.
fn without_status(text: &str) -> (Option<String>, String) {
    let mut found = None;
    let says_status = |line: &str| {
        let line = line.to_lowercase();
        ["http", "status", "状态码", "ステータス", "상태"]
            .iter()
            .any(|word| line.starts_with(word))
    };
    let lines = text.lines().filter(|line| {
        let value = line.rsplit([':', '：']).next().unwrap_or(line);
        let status =
            statuses(value).filter(|found| says_status(line) && found.rest.chars().count() < 30);
        let is_status = found.is_none() && status.is_some();
        found = found.take().or(status.map(|status| status.pattern));
        !is_status
    });
    let rest: Vec<&str> = lines.collect();
    (found, rest.join("\n"))
}

/// What names an error: a status, a name, and what stands beside them.
#[derive(Debug, Default)]
struct Key {
    status: Option<String>,
    name: Option<String>,
    prose: String,
}

/// Reads a term or a heading as the name of an error.
fn keyed(text: &str, marked: &Text, context: &Context) -> Option<Key> {
    if let Some(found) = statuses(text).filter(|found| !is_success(&found.pattern)) {
        let word = marked
            .codes
            .iter()
            .find_map(|code| name(code).filter(|name| found.rest.contains(name)));
        let word = word
            .or_else(|| name(&found.rest))
            .filter(|word| is_telling(word));
        let named = word.map(str::to_owned);
        let prose = match word {
            Some(word) => found.rest.replace(word, ""),
            None => found.rest,
        };
        let prose = prose
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_owned();
        return Some(Key {
            status: Some(found.pattern),
            name: named,
            prose,
        });
    }
    if statuses(text).is_some() || !(context.is_about_errors() || context.status.is_some()) {
        return None;
    }
    let code = marked
        .codes
        .first()
        .filter(|code| text.trim_start().starts_with(*code))
        .and_then(|code| name(code));
    // Capitals alone are those of any heading, such as `HTTP` or `FAQ`.
    let is_code = |word: &str| {
        let is_number = is_integer(word) && word.len() > 2;
        is_number || word.contains('_') || (is_telling(word) && word.contains(char::is_lowercase))
    };
    let whole = name(text).filter(|word| is_code(word));
    let (word, prose) = match (
        code.or(whole),
        name_and_prose(text).filter(|(word, _)| is_code(word)),
    ) {
        (Some(word), _) => (word, ""),
        (None, Some((word, prose))) => (word, prose),
        (None, None) => return None,
    };
    Some(Key {
        status: None,
        name: Some(word.to_owned()),
        prose: prose.to_owned(),
    })
}

/// Reads `400 - invalid_request_error: the request is not valid`.
fn item(text: &Text, context: &Context) -> Option<(Key, String)> {
    let first = text.text.lines().next().unwrap_or_default();
    if let Some(found) = statuses(first).filter(|found| {
        first
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit() || c == 'H' || c == '`')
            && !is_success(&found.pattern)
    }) {
        let mut key = Key {
            status: Some(found.pattern),
            ..Key::default()
        };
        let mut rest = found.rest;
        let is_marked =
            |word: &str| word.contains('_') || text.codes.iter().any(|code| code == word);
        if let Some((word, after)) = name_and_prose(&rest).filter(|(word, _)| is_marked(word)) {
            key.name = Some(word.to_owned());
            rest = after.to_owned();
        } else if let Some(word) = name(&rest).filter(|word| is_marked(word)) {
            key.name = Some(word.to_owned());
            rest = String::new();
        } else if let Some((head, tail)) = rest
            .split_once([':', '：'])
            .filter(|(head, _)| head.chars().count() < 50)
        {
            head.trim().clone_into(&mut key.prose);
            rest = tail.trim().to_owned();
        }
        let more: Vec<&str> = text.text.lines().skip(1).collect();
        return Some((key, format!("{rest} {}", more.join(" ")).trim().to_owned()));
    }
    let key = keyed(first, text, context).filter(|key| key.name.is_some())?;
    let word = key.name.clone().unwrap_or_default();
    let rest = text.text.split_once(&word).map_or("", |(_, rest)| rest);
    // Without a separator, the name is part of a sentence.
    let separated = rest.trim_start_matches(['`', '"', '*']).trim_start();
    if !separated.starts_with([':', '：', '-', '–', '—', '(', '（', '=', '→']) {
        return None;
    }
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    (!rest.is_empty()).then(|| {
        (
            Key {
                prose: String::new(),
                ..key
            },
            rest.replace('\n', " "),
        )
    })
}
