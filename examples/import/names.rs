//! Names of enums and variants, as the macro derives and proposes them.

use error_codes::StatusCode;
use error_codes_examples::page::PageRow;
use heck::ToUpperCamelCase;
use std::collections::HashSet;

/// How many words of a message make a name, unless that many do not tell it from others.
const WORDS: usize = 4;

/// Words that do not tell messages apart.
const FILLERS: [&str; 30] = [
    "a", "an", "and", "are", "at", "be", "been", "by", "for", "has", "have", "in", "is", "it",
    "of", "on", "please", "that", "the", "this", "to", "was", "with", "you", "your", "or", "s",
    "t", "from", "as",
];

/// What no variant can be called.
const RESERVED: [&str; 2] = ["ALL", "Self"];

/// Returns the name of a table, given the heading above it.
pub(crate) fn of_table(title: Option<&str>, taken: &mut HashSet<String>) -> String {
    let is_own = |word: &String| {
        ![
            "Error", "Errors", "Code", "Codes", "Api", "Http", "Status", "The", "Of", "List",
        ]
        .contains(&word.as_str())
    };
    let words = title.map(words).unwrap_or_default();
    let words: Vec<String> = words
        .iter()
        .map(|word| word.to_upper_camel_case())
        .filter(is_own)
        .take(WORDS)
        .collect();
    unique(&format!("{}ErrorCode", words.concat()), taken)
}

/// Returns the name of each row: of its code, or else its type, or else what it says.
pub(crate) fn of_rows(rows: &[&PageRow]) -> Vec<String> {
    let mut taken: HashSet<String> = RESERVED.iter().map(|name| (*name).to_owned()).collect();
    let named = rows.iter().map(|row| {
        let found = candidates(row)
            .into_iter()
            .find(|name| !taken.contains(name));
        let name = found.unwrap_or_else(|| {
            candidates(row)
                .into_iter()
                .next()
                .unwrap_or_else(|| "Row".to_owned())
        });
        unique(&name, &mut taken)
    });
    named.collect()
}

/// Returns the names that a row could have, the best first.
fn candidates(row: &PageRow) -> Vec<String> {
    let message = row
        .messages
        .first()
        .map(|text| words(&without_placeholders(text)))
        .unwrap_or_default();
    let meaning = row.meaning.as_deref().map(words).unwrap_or_default();
    let reason = row.status.as_deref().map(reason);
    let mut names = Vec::new();
    if let Some(code) = &row.code {
        names.extend(from_name(code, "Code"));
    } else if let Some(error_type) = row.error_type.as_ref().filter(|_| message.is_empty()) {
        names.extend(from_name(error_type, "Type"));
    } else if message.is_empty() {
        names.extend(reason.clone());
    }
    for words in [&message, &meaning] {
        names.extend(
            (WORDS.min(words.len())..=words.len().min(2 * WORDS))
                .map(|count| words[..count].concat()),
        );
    }
    names.extend(
        row.error_type
            .iter()
            .filter_map(|error_type| from_name(error_type, "Type")),
    );
    names.extend(reason);
    names.retain(|name| {
        name.starts_with(|c: char| c.is_ascii_uppercase()) && !RESERVED.contains(&name.as_str())
    });
    names
}

fn from_name(name: &str, before: &str) -> Option<String> {
    let words: String = without_placeholders(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let camel = words.to_upper_camel_case();
    if camel.is_empty() {
        return None;
    }
    let minus = if name.starts_with('-') { "Minus" } else { "" };
    let is_number = camel.starts_with(|c: char| c.is_ascii_digit());
    Some(if is_number {
        format!("{before}{minus}{camel}")
    } else {
        camel
    })
}

fn without_placeholders(template: &str) -> String {
    let parts = template.split('{').enumerate();
    let parts = parts.map(|(at, part)| match part.split_once('}') {
        Some((_, after)) if at > 0 => after,
        _ => part,
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// Returns the words of a text that can be part of a name.
fn words(text: &str) -> Vec<String> {
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let words = words.filter(|word| !FILLERS.contains(&word.to_lowercase().as_str()));
    let words = words.skip_while(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    words.map(str::to_upper_camel_case).collect()
}

fn reason(status: &str) -> String {
    let first = status.split(',').next().unwrap_or(status);
    let reason = first
        .parse::<StatusCode>()
        .ok()
        .and_then(|status| status.canonical_reason());
    match (reason, first) {
        (Some(reason), _) => reason.replace('\'', "").to_upper_camel_case(),
        (None, "4xx") => "ClientError".to_owned(),
        (None, "5xx") => "ServerError".to_owned(),
        (None, status) => format!("Status{}", status.to_upper_camel_case()),
    }
}

fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}
