//! The names that credentials are given.

/// What a name says about the word after it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// `key`: a following word that contains digits is a credential.
    Key,
    /// `token`, which is also what models count.
    Token,
    /// `x-api-key`, `access_token`: the name of a header or field that holds a credential.
    Name,
    /// `Bearer`, `Authorization`.
    Scheme,
    /// `?key=`, in an address.
    Query,
}

/// The names of credentials that are not in Latin script.
pub(super) const LABELS: [(&str, Label); 5] = [
    ("令牌", Label::Token),
    ("密钥", Label::Key),
    ("秘钥", Label::Key),
    ("密码", Label::Key),
    ("口令", Label::Key),
];

/// Returns what a name says, in any case and with any joints.
pub(super) fn label(word: &str) -> Option<Label> {
    const NAMES: [&str; 17] = [
        "apikey",
        "accesskey",
        "authkey",
        "privatekey",
        "secretkey",
        "subscriptionkey",
        "accesstoken",
        "apitoken",
        "authtoken",
        "bearertoken",
        "idtoken",
        "refreshtoken",
        "securitytoken",
        "sessiontoken",
        "clientsecret",
        "password",
        "passwd",
    ];
    // There are many names, but few words end like one of them.
    if !matches!(last_letter(word)?, b'd' | b'n' | b'r' | b't' | b'y') {
        return None;
    }
    if is_one_of(word, &["bearer", "authorization"]) {
        return Some(Label::Scheme);
    }
    let ends = ["key", "passwd", "password", "secret", "token"];
    if !ends.iter().any(|end| ends_in(word, end)) {
        return None;
    }
    let mut segments = word.split(['-', '_', '.']);
    if segments.any(|segment| is_one_of(segment, &CODE_WORDS)) {
        return None;
    }
    if NAMES.iter().any(|name| ends_in(word, name)) {
        return Some(Label::Name);
    }
    let last = word.rsplit(['-', '_', '.']).next()?;
    if is_one_of(last, &["key", "secret"]) {
        return Some(Label::Key);
    }
    last.eq_ignore_ascii_case("token").then_some(Label::Token)
}

/// Words in error codes, such as `invalid_api_key`, and in the names of keys that are not secret.
const CODE_WORDS: [&str; 9] = [
    "available",
    "cache",
    "expired",
    "idempotency",
    "incorrect",
    "invalid",
    "missing",
    "no",
    "wrong",
];

pub(super) fn is_signature(word: &str) -> bool {
    is_one_of(word, &["sig", "signature"]) || ends_in(word, "signature")
}

/// Returns the last letter or digit, in lower case.
fn last_letter(word: &str) -> Option<u8> {
    let last = word.bytes().rev().find(u8::is_ascii_alphanumeric)?;
    Some(last.to_ascii_lowercase())
}

/// Returns whether a name ends in these letters, whatever joins them.
fn ends_in(name: &str, ending: &str) -> bool {
    let mut letters = name.bytes().rev().filter(u8::is_ascii_alphanumeric);
    let mut wanted = ending.bytes().rev();
    wanted.all(|wanted| {
        letters
            .next()
            .is_some_and(|letter| letter.eq_ignore_ascii_case(&wanted))
    })
}

pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}
