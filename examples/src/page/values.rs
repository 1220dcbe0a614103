//! What a cell holds: status codes, names such as codes and types, or prose.

use error_codes::StatusCode;

/// A cell that begins or ends with status codes, and what is beside them.
#[derive(Debug, PartialEq)]
pub(super) struct Statuses {
    /// `429`, `400, 403` or `5xx`
    pub(super) pattern: String,
    pub(super) rest: String,
    /// Whether the rest is a remark in brackets.
    pub(super) is_remark: bool,
}

/// Reads `429`, `500 / 504`, `5xx`, `HTTP 400`, `429 - Too many requests`, `Bad request (400)`.
pub(super) fn statuses(text: &str) -> Option<Statuses> {
    leading(text).or_else(|| trailing(text))
}

fn leading(text: &str) -> Option<Statuses> {
    let mut rest = text.trim_start_matches(is_decoration);
    for label in [
        "HTTP/1.1",
        "HTTP/2",
        "HTTP",
        "http",
        "Http",
        "Status",
        "status",
        "Code",
        "code",
        "状态码",
        "错误码",
        "错误",
        "Error",
        "error",
        "エラー",
        "오류",
    ] {
        if let Some(after) = rest.strip_prefix(label) {
            rest = after.trim_start_matches(is_decoration);
        }
    }
    let mut found: Vec<String> = Vec::new();
    while let Some((status, after)) = status(rest) {
        if !found.contains(&status) {
            found.push(status);
        }
        rest = after;
        let separated = rest.trim_start();
        let next = [
            "/",
            ",",
            "、",
            "，",
            ";",
            "|",
            "或",
            "和",
            "or ",
            "and ",
            "&",
            "および",
            "또는",
            "~",
            "-",
            "–",
        ]
        .iter()
        .find_map(|separator| separated.strip_prefix(separator));
        match next.map(str::trim_start).filter(|next| status_at(next)) {
            Some(next) => rest = next,
            None => break,
        }
    }
    let pattern = pattern(&found)?;
    let mut rest = rest.trim_start();
    for unit in ["错误", "エラー", "error", "Error"] {
        rest = rest
            .strip_prefix(unit)
            .filter(|rest| rest.is_empty())
            .unwrap_or(rest);
    }
    let is_bracketed = rest.starts_with(['(', '（']) && rest.ends_with([')', '）']);
    let rest = if is_bracketed {
        rest.trim_matches(['(', ')', '（', '）'])
    } else {
        rest
    };
    let rest = rest.trim_start_matches(is_decoration).trim();
    Some(Statuses {
        pattern,
        rest: rest.to_owned(),
        is_remark: is_bracketed,
    })
}

fn trailing(text: &str) -> Option<Statuses> {
    let text = text.trim();
    let inside = text.strip_suffix([')', '）', ']'])?;
    let open = inside.rfind(['(', '（', '['])?;
    let (before, inside) = inside.split_at(open);
    let inside = inside.trim_start_matches(['(', '（', '[']);
    let found = leading(inside).filter(|found| found.rest.is_empty())?;
    Some(Statuses {
        pattern: found.pattern,
        rest: before.trim().to_owned(),
        is_remark: false,
    })
}

fn is_decoration(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '–'
                | '—'
                | '―'
                | ':'
                | '：'
                | '·'
                | '.'
                | '['
                | ']'
                | '`'
                | '*'
                | '='
                | '#'
                | '「'
                | '」'
                | '"'
                | '•'
                | '|'
                | '、'
                | '/'
                | '，'
                | '+'
                | '>'
        )
}

fn status_at(text: &str) -> bool {
    status(text).is_some()
}

/// A status code or a class at the beginning of a text, and what comes after it.
fn status(text: &str) -> Option<(String, &str)> {
    let end = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
    let (word, rest) = text.split_at(end);
    let is_end = rest
        .chars()
        .next()
        .is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, '_' | '%'));
    let is_number = rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    if !is_end || is_number {
        return None;
    }
    match word.as_bytes() {
        [first @ b'1'..=b'5', b'x' | b'X' | b'*', b'x' | b'X' | b'*'] => {
            Some((format!("{}xx", char::from(*first)), rest))
        }
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => Some((word.to_owned(), rest)),
        _ => None,
    }
}

/// Returns a list of status codes as a table writes it. A class stands alone.
fn pattern(found: &[String]) -> Option<String> {
    let class = found.iter().find(|status| status.ends_with("xx"));
    match (class, found.is_empty()) {
        (_, true) => None,
        (Some(class), _) => Some(class.clone()),
        (None, _) => Some(found.join(", ")),
    }
}

/// Returns the first of the status codes of a pattern.
pub(super) fn first_status(pattern: &str) -> Option<StatusCode> {
    let first = pattern.split(',').next()?.trim();
    first.replace("xx", "00").parse().ok()
}

/// Returns whether these statuses are those of responses that are no errors.
pub(super) fn is_success(pattern: &str) -> bool {
    pattern.starts_with(['1', '2', '3'])
}

/// Returns whether a text is what HTTP itself calls a status.
pub(super) fn is_reason(text: &str) -> bool {
    let text = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
        .replace(['-', '_'], " ");
    let known =
        (400..600).filter_map(|status| StatusCode::from_u16(status).ok()?.canonical_reason());
    let others = [
        "internal error",
        "rate limited",
        "timeout",
        "server error",
        "client error",
        "unprocessable entity",
        "payload too large",
        "ok",
    ];
    known.map(str::to_lowercase).any(|reason| reason == text) || others.contains(&text.as_str())
}

/// Returns a name as a provider writes a code or a type: one word that is not prose, or an integer.
pub(super) fn name(text: &str) -> Option<&str> {
    let text = text
        .trim()
        .trim_matches(['`', '"', '\'', '“', '”', '[', ']', '*'])
        .trim_end_matches([':', '：', ',']);
    let is_letter = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '_' | '.' | ':' | '-' | '/' | '<' | '>' | '{' | '}' | '+')
    };
    let is_word = text.chars().all(is_letter) && text.chars().any(|c| c.is_ascii_alphanumeric());
    let is_address = text.contains("//") || text.starts_with(['/', '.']);
    (is_word && !is_address && text.len() <= 100).then_some(text)
}

/// Returns whether a name cannot be a word of prose: it has an underscore, a hump, digits, or capitals only.
pub(super) fn is_telling(name: &str) -> bool {
    let has_hump = name
        .as_bytes()
        .windows(2)
        .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    let is_capitals = name.len() > 2 && !name.contains(|c: char| c.is_ascii_lowercase());
    is_integer(name) || name.contains(['_', '.', ':']) || has_hump || is_capitals
}

/// Returns whether a name is an integer.
pub(super) fn is_integer(name: &str) -> bool {
    let digits = name.strip_prefix('-').unwrap_or(name);
    !digits.is_empty() && digits.len() < 19 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a cell says that there is nothing.
pub(super) fn is_absent(text: &str) -> bool {
    let text = text.trim().trim_matches('`').to_lowercase();
    text.is_empty() || ABSENT.contains(&text.as_str())
}

const ABSENT: [&str; 24] = [
    "-",
    "--",
    "---",
    "–",
    "—",
    "―",
    "/",
    "\\",
    "n/a",
    "na",
    "none",
    "null",
    "nil",
    "无",
    "無",
    "空",
    "なし",
    "該当なし",
    "없음",
    "\"\"",
    "''",
    "...",
    "…",
    "*",
];

/// Returns whether a cell announces that its text varies, instead of saying it.
pub(super) fn is_varying(text: &str) -> bool {
    let text = text
        .trim()
        .trim_matches([
            '`', '<', '>', '{', '}', '(', ')', '（', '）', '.', '。', '*',
        ])
        .to_lowercase();
    VARYING.contains(&text.as_str())
}

const VARYING: [&str; 22] = [
    "具体的错误信息",
    "具体错误信息",
    "错误信息",
    "错误描述",
    "具体报错信息",
    "详细错误信息",
    "动态",
    "动态信息",
    "specific error message",
    "the specific error message",
    "error message",
    "message",
    "varies",
    "variable",
    "dynamic",
    "see message",
    "error details",
    "具体的なエラーメッセージ",
    "エラーメッセージ",
    "可変",
    "오류 메시지",
    "구체적인 오류 메시지",
];
