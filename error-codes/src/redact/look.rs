//! What a value looks like.

/// What a value looks like, whatever stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A mask, an address, a date or a version.
    Nothing,
    Number,
    /// Letters alone.
    Plain,
    /// Names joined by hyphens, underscores or full stops, as identifiers are: `max_tokens2`, `gpt-4o-mini`.
    Joined,
    /// Letters and digits without joints: `abc123`.
    Compact,
    /// Letters and digits as nobody would choose them: `a1B2c3D4`.
    Random,
    /// A part of it was left out: `ab***yz`.
    Elided,
}

impl Look {
    pub(super) fn of(value: &str) -> Self {
        let is_joint = |c: char| !c.is_ascii_alphanumeric();
        if is_masked_out(value)
            || value.contains("://")
            || value.starts_with("arn:")
            || is_date(value)
            || is_version(value)
        {
            Look::Nothing
        } else if is_elided(value) {
            Look::Elided
        } else if is_uuid(value) {
            Look::Random
        } else if value.len() < 32 && value.bytes().all(|byte| b"0123456789.-/:".contains(&byte)) {
            Look::Number
        } else if is_random(value) && !is_id(value) {
            Look::Random
        } else if value.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            Look::Plain
        } else if value.trim_end_matches('=').contains(is_joint) {
            Look::Joined
        } else {
            Look::Compact
        }
    }
}

/// Returns whether providers replace parts of credentials by this character.
pub(super) fn is_elision(c: char) -> bool {
    matches!(c, '*' | '•' | '●' | '＊' | '…')
}

/// Returns whether a part was left out: by signs, by three full stops, or by a row of the letter x.
pub(super) fn is_elided(text: &str) -> bool {
    let is_emphasis = text.starts_with("**") && text.ends_with("**");
    let has_signs = text.contains(is_elision) || text.contains("...");
    !is_emphasis && (has_signs || text.contains("xxxx") || text.contains("XXXX"))
}

/// Returns whether nothing but signs is left, or emphasis.
fn is_masked_out(text: &str) -> bool {
    let is_sign = |c: char| is_elision(c) || !c.is_alphanumeric() || matches!(c, 'x' | 'X');
    let is_emphasis = text.starts_with("**") && text.ends_with("**");
    is_emphasis || text.chars().all(is_sign)
}

/// The runs of letters and digits.
pub(super) fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
}

pub(super) fn has_letters_and_digits(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Returns whether a run of letters and digits changes between small letters, capitals and digits as no name does.
pub(super) fn is_random(text: &str) -> bool {
    segments(text).any(|part| {
        let kind = |byte: u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
        let bytes = part.as_bytes();
        let pairs = bytes.windows(2);
        let changes = pairs.filter(|pair| kind(pair[0]) != kind(pair[1])).count();
        let least = if has_letters_and_digits(part) {
            part.len() >= 20 || (part.len() >= 8 && changes >= 3 && changes * 4 >= part.len())
        } else {
            part.len() >= 12 && changes * 3 >= part.len()
        };
        least || (part.len() >= 32 && bytes.iter().any(u8::is_ascii_alphabetic))
    })
}

/// Returns whether a value says of itself that it is the id of something else.
fn is_id(value: &str) -> bool {
    const IDS: [&str; 20] = [
        "asst_", "batch_", "call_", "cb-", "chatcmpl", "cmpl", "ep-", "file-", "gen-", "msg_",
        "org-", "proj_", "project", "req", "resp_", "run_", "thread_", "toolu_", "trace", "user",
    ];
    IDS.iter().any(|id| {
        let start = value.as_bytes().get(..id.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(id.as_bytes()))
    })
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Returns whether a value begins like `2026-01-31` or `2026/01`.
fn is_date(text: &str) -> bool {
    let is_digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let [year @ .., joint, m, n] = text.as_bytes().get(..7).unwrap_or_default() else {
        return false;
    };
    year.starts_with(b"20")
        && is_digits(year)
        && matches!(joint, b'-' | b'/')
        && is_digits(&[*m, *n])
}

/// Returns whether a value is `v2` or `v1.5`.
fn is_version(text: &str) -> bool {
    let rest = text.strip_prefix(['v', 'V']);
    rest.is_some_and(|rest| {
        rest.len() < 8
            && rest
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// Returns whether a text looks like a word of a language.
pub(super) fn is_plain(text: &str) -> bool {
    let rest = text.as_bytes().get(1..).unwrap_or_default();
    let has_one_case =
        rest.iter().all(u8::is_ascii_uppercase) || !rest.iter().any(u8::is_ascii_uppercase);
    text.len() < 20 && has_one_case && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}
