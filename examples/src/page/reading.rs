//! One row, from its cells.

use super::PageRow;
use super::columns::Role;
use super::grid::Cell;
use super::template;
use super::text::Text;
use super::values::{first_status, is_absent, is_reason, is_telling, is_varying, name, statuses};
use error_codes::HeaderMap;

/// What rows without a cell of their own take over from the row above.
#[derive(Default)]
pub(super) struct Above {
    pub(super) status: Option<String>,
    pub(super) error_type: Option<String>,
    pub(super) code: Option<String>,
}

/// A row while its cells are read.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) status: Option<String>,
    pub(super) error_type: Option<String>,
    pub(super) codes: Vec<String>,
    pub(super) messages: Vec<String>,
    pub(super) meaning: Vec<String>,
    says_absent: [bool; 3],
}

impl Reading {
    pub(super) fn of_status(status: Option<String>) -> Self {
        Reading {
            status,
            ..Reading::default()
        }
    }

    pub(super) fn cell(&mut self, cell: &Cell, role: Role, roles: &[Role]) {
        let text = cell.text.text.trim();
        if text.is_empty() {
            return;
        }
        if is_absent(text) {
            match role {
                Role::Status => self.says_absent[0] = true,
                Role::Type => self.says_absent[1] = true,
                Role::Code => self.says_absent[2] = true,
                _ => {}
            }
            return;
        }
        match role {
            Role::Status => self.status_cell(text, roles),
            Role::Type => {
                self.error_type = names(&cell.text)
                    .into_iter()
                    .next()
                    .or_else(|| self.error_type.take());
            }
            Role::Code => self.code_cell(&cell.text, roles),
            Role::Message | Role::Body => self.message_cell(text, role),
            Role::Meaning => self.meaning.push(text.replace('\n', " ")),
            Role::Other => {}
        }
    }

    fn status_cell(&mut self, text: &str, roles: &[Role]) {
        let Some(found) = statuses(text) else {
            self.meaning.push(text.replace('\n', " "));
            return;
        };
        self.status = Some(found.pattern);
        if found.is_remark && name(&found.rest).is_none() {
            self.meaning.push(found.rest.replace('\n', " "));
        } else {
            self.beside_status(&found.rest, roles);
        }
    }

    /// Takes what stands in one cell with a status: a name, a message, or what HTTP calls the status.
    fn beside_status(&mut self, rest: &str, roles: &[Role]) {
        let rest = rest.replace('\n', " ");
        if rest.is_empty() {
            return;
        }
        if is_reason(&rest) {
            self.meaning.push(rest);
        } else if let Some(word) = name(&rest).filter(|word| is_telling(word)) {
            if roles.contains(&Role::Code) || word.ends_with("_error") {
                self.error_type.get_or_insert_with(|| word.to_owned());
            } else {
                self.codes.push(word.to_owned());
            }
        } else if roles.contains(&Role::Message) || roles.contains(&Role::Code) {
            self.meaning.push(rest);
        } else {
            self.messages.push(rest);
        }
    }

    fn code_cell(&mut self, text: &Text, roles: &[Role]) {
        let names = names(text);
        if !names.is_empty() {
            self.codes.extend(names);
            return;
        }
        let whole = text.text.replace('\n', " ");
        if let Some((word, rest)) = name_and_prose(&whole) {
            self.codes.push(word.to_owned());
            let has_message = roles.contains(&Role::Message);
            let to = if has_message || roles.contains(&Role::Meaning) {
                &mut self.meaning
            } else {
                &mut self.messages
            };
            to.push(rest.to_owned());
        } else if roles.contains(&Role::Message) {
            // Beside a message, words in the column of codes are a code.
            self.codes.push(whole);
        } else {
            self.messages.push(whole);
        }
    }

    fn message_cell(&mut self, text: &str, role: Role) {
        let json = text
            .find('{')
            .zip(text.rfind('}'))
            .filter(|(start, end)| start < end);
        let json = json
            .map(|(start, end)| &text[start..=end])
            .filter(|json| json.contains(['"', '\u{201c}']));
        match json {
            Some(json) => self.body(json),
            None if role == Role::Body || is_varying(text) => {}
            None => self.messages.push(text.replace('\n', " ")),
        }
    }

    /// Takes a response that a page shows.
    pub(super) fn body(&mut self, json: &str) {
        let status = self.status.as_deref().and_then(first_status);
        let headers = HeaderMap::new();
        let error = error_codes::read(status, &headers, json);
        let is_status = |code: &&str| self.status.as_deref() == Some(*code);
        let text = |text: Option<&str>| {
            text.map(str::trim)
                .filter(|text| !is_absent(text))
                .map(str::to_owned)
        };
        // What stands there once is the type, although it may say what a code says.
        let is_type = |code: &&str| {
            error.error_type() == Some(*code) && json.matches(&format!("\"{code}\"")).count() < 2
        };
        if self.codes.is_empty() {
            self.codes.extend(text(
                error
                    .code()
                    .filter(|code| !is_status(code) && !is_type(code)),
            ));
        }
        if self.error_type.is_none() {
            self.error_type = text(error.error_type());
        }
        if self.messages.is_empty() {
            self.messages
                .extend(text(error.raw_message()).filter(|text| !is_varying(text)));
        }
    }

    pub(super) fn inherit(&mut self, above: &mut Above, roles: &[Role], cells: &[Cell]) {
        let is_empty = |role: Role| {
            let mut of = cells
                .iter()
                .zip(roles)
                .filter(|(cell, other)| **other == role && !cell.is_missing);
            of.next().is_none_or(|(cell, _)| cell.text.is_blank())
        };
        let goes_on = is_empty(Role::Status) && roles.contains(&Role::Status)
            || !roles.contains(&Role::Status);
        if self.status.is_none() && !self.says_absent[0] && is_empty(Role::Status) {
            self.status.clone_from(&above.status);
        } else {
            above.error_type = None;
            above.code = None;
        }
        if self.error_type.is_none() && goes_on && is_empty(Role::Type) && !self.says_absent[1] {
            self.error_type.clone_from(&above.error_type);
        }
        if self.codes.is_empty()
            && goes_on
            && is_empty(Role::Code)
            && roles.contains(&Role::Code)
            && !self.says_absent[2]
        {
            self.codes.extend(above.code.clone());
        }
        above.status.clone_from(&self.status);
        above.error_type.clone_from(&self.error_type);
        above.code = self.codes.first().cloned();
    }

    pub(super) fn finish(self, rows: &mut Vec<PageRow>) {
        let meaning = cause(&self.meaning.join(" "));
        let messages: Vec<String> = self
            .messages
            .iter()
            .filter_map(|text| template::read(text))
            .collect();
        let varies = |name: &String| name.contains(['<', '{']);
        let codes = self.codes.into_iter().map(|code| {
            let template = Some(&code)
                .filter(|code| varies(code))
                .and_then(|code| template::read(code));
            template.unwrap_or(code)
        });
        let mut codes: Vec<Option<String>> = codes.map(Some).collect();
        if codes.is_empty() {
            codes.push(None);
        }
        for code in codes {
            let row = PageRow {
                status: self.status.clone(),
                error_type: self.error_type.clone(),
                code,
                messages: messages.clone(),
                meaning: Some(meaning.clone()).filter(|text| !text.is_empty()),
            };
            if row.is_error() {
                rows.push(row);
            }
        }
    }
}

/// Returns what a text says about the cause, without the advice after it.
fn cause(text: &str) -> String {
    let labels = [
        "Solution:",
        "Solution：",
        "Fix:",
        "Resolution:",
        "解决方案：",
        "解决方案:",
        "解决方法：",
        "解决方法:",
        "対処法：",
        "対処:",
        "해결 방법:",
    ];
    let end = labels
        .iter()
        .filter_map(|label| text.find(label))
        .min()
        .unwrap_or(text.len());
    let text = text[..end].trim();
    let labels = ["Cause:", "Cause：", "Reason:", "原因：", "原因:", "원인:"];
    let rest = labels.iter().find_map(|label| text.strip_prefix(label));
    rest.unwrap_or(text).trim().to_owned()
}

/// Returns the names that a cell lists, if it has nothing else.
fn names(text: &Text) -> Vec<String> {
    let parts = text
        .text
        .split(['\n', ',', '、', '，', ';'])
        .flat_map(|part| part.split(" / "))
        .flat_map(|part| part.split(" or "));
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let names: Option<Vec<&str>> = parts.iter().map(|part| name(part)).collect();
    match names {
        Some(names) => names.into_iter().map(str::to_owned).collect(),
        // The name as code, and a remark beside it.
        None => {
            let first = text
                .codes
                .first()
                .filter(|code| text.text.trim_start().starts_with(*code));
            first
                .and_then(|code| name(code))
                .map(str::to_owned)
                .into_iter()
                .collect()
        }
    }
}

/// Splits `invalid_key: the key is not valid`.
pub(super) fn name_and_prose(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '：' | '（' | '('))?;
    let (word, rest) = text.split_at(end);
    let word = name(word).filter(|word| is_telling(word))?;
    let rest = rest.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–' | '—' | '(' | ')' | '（' | '）')
    });
    (!rest.is_empty()).then_some((word, rest))
}
