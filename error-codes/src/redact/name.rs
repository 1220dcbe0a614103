//! The names of credentials.

/// What a name says about the value after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// `key`, `secret`, `credential`, which also name other things.
    Key,
    /// `token`, which is also what models count.
    Token,
    /// `API key`, in words.
    Words,
    /// `x-api-key`, `access_token`, `HF_TOKEN=`: a header, a field or a variable that holds a credential.
    Field,
    /// `password`, which may be any word or number.
    Password,
    /// `signature`, `ak`: a value that is a credential if it looks like one.
    Hint,
    /// `Bearer`.
    Scheme,
    /// `Authorization`, whose value begins with a scheme.
    Header,
    /// `Cookie`.
    Cookie,
    /// `received`, behind a sentence about a key.
    Sent,
    /// `尾号`: the end of a key.
    Part,
}

/// Parts of names, by which they are found in a text. The first three bytes are searched for, in any case.
pub(super) const STEMS: &[&str] = &[
    "key",
    "token",
    "secr",
    "passw",
    "passp",
    "passc",
    "pass=",
    "pass:",
    "pwd",
    "kennwort",
    "wachtwoord",
    "uthor",
    "auth=",
    "auth%",
    "auth\"",
    "auth:",
    "bearer",
    "ookie",
    "redent",
    "signature",
    "sig=",
    "sign=",
    "sig%",
    "ak=",
    "ak:",
    "ak\"",
    "sk=",
    "sk:",
    "sk\"",
    "code=",
    "code%",
    "eceived",
    "rovided",
    "clave",
    "chave",
    "chiave",
    "clef",
    "jeton",
    "senha",
    "klucz",
    "sleutel",
    "anahtar",
];

/// The names of credentials that are not in Latin script, or with letters that are not.
pub(super) const FOREIGN: &[(&str, Name)] = &[
    ("令牌", Name::Token),
    ("密钥", Name::Words),
    ("秘钥", Name::Words),
    ("密鑰", Name::Words),
    ("金鑰", Name::Words),
    ("金钥", Name::Words),
    ("權杖", Name::Token),
    ("密码", Name::Password),
    ("密碼", Name::Password),
    ("口令", Name::Password),
    ("凭证", Name::Words),
    ("凭据", Name::Words),
    ("憑證", Name::Words),
    ("尾号", Name::Part),
    ("尾號", Name::Part),
    ("キー", Name::Words),
    ("トークン", Name::Token),
    ("パスワード", Name::Password),
    ("シークレット", Name::Words),
    ("키", Name::Words),
    ("토큰", Name::Token),
    ("비밀번호", Name::Password),
    ("люч", Name::Words),
    ("окен", Name::Token),
    ("ароль", Name::Password),
    ("clé", Name::Words),
    ("contraseña", Name::Password),
    ("chlüssel", Name::Words),
    ("hasło", Name::Password),
    ("khóa", Name::Words),
    ("مفتاح", Name::Words),
    ("कुंजी", Name::Words),
];

impl Name {
    /// Returns what a word says, in any case and with any joints, by the word before it and the text after it.
    pub(super) fn of(word: &str, before: &str, after: &str) -> Option<Name> {
        let is_assigned = after.starts_with(['=', '%']);
        let is_set = is_assigned || after.starts_with([':', '"', '\'']);
        let last = word.rsplit(['-', '_', '.']).next()?;
        let name = if ends_in_one_of(word, FIELDS) {
            Name::Field
        } else if is_one_of(last, KEYS) {
            Name::Key
        } else if is_one_of(last, &["token"]) {
            Name::Token
        } else if ends_in_one_of(word, PASSWORDS) {
            Name::Password
        } else if ends_in(word, "authorization") {
            Name::Header
        } else if is_one_of(word, &["bearer"]) {
            Name::Scheme
        } else if is_one_of(last, &["cookie", "cookies"]) {
            Name::Cookie
        } else if ends_in(word, "signature") || is_one_of(word, &["sig"]) {
            Name::Hint
        } else if is_one_of(word, &["received", "provided"]) {
            Name::Sent
        } else if is_one_of(last, &["keys", "tokens"]) && is_one_of(before, SECRET) {
            Name::Words
        } else if is_set && is_one_of(last, &["pass"]) && !is_one_of(before, &["not", "to", "must"])
        {
            Name::Password
        } else if is_set && is_one_of(last, &["auth"]) {
            Name::Field
        } else if is_set && is_one_of(word, &["ak", "sk"]) {
            Name::Hint
        } else {
            return None;
        };
        let is_other = |word| is_one_of(word, OTHERS);
        let has_others = last.len() < word.len() && word.split(['-', '_', '.']).any(is_other);
        if has_others || (matches!(name, Name::Key | Name::Token) && is_other(before)) {
            return None;
        }
        let is_constant =
            || is_assigned && word.contains('_') && !word.contains(char::is_lowercase);
        Some(match name {
            Name::Key | Name::Token if is_constant() => Name::Field,
            Name::Key | Name::Token if is_one_of(before, SECRET) => Name::Words,
            name => name,
        })
    }

    /// Returns what the name of a parameter of an address says.
    pub(super) fn of_parameter(word: &str, after: &str) -> Option<Name> {
        match Name::of(word, "", after) {
            None if is_one_of(word, &["code"]) => Some(Name::Hint),
            None if is_one_of(word, &["auth", "jwt", "sign"]) => Some(Name::Field),
            Some(Name::Hint) => Some(Name::Field),
            name => name,
        }
    }

    /// Returns what a name that is not in Latin script says.
    pub(super) fn of_foreign(text: &str) -> Option<(&'static str, Name)> {
        let mut names = FOREIGN.iter().copied();
        names.find(|(name, _)| text.starts_with(name))
    }
}

/// Names whose letters these are, whatever joins them and whatever stands before.
const FIELDS: &[&str] = &[
    "appkey",
    "apptoken",
    "csrftoken",
    "serverkey",
    "apikey",
    "accesskey",
    "accountkey",
    "authkey",
    "privatekey",
    "secretkey",
    "sharedkey",
    "signingkey",
    "encryptionkey",
    "subscriptionkey",
    "masterkey",
    "virtualkey",
    "licensekey",
    "servicekey",
    "storagekey",
    "userkey",
    "functionskey",
    "googkey",
    "accesstoken",
    "apitoken",
    "authtoken",
    "bearertoken",
    "bottoken",
    "idtoken",
    "jwttoken",
    "oauthtoken",
    "refreshtoken",
    "securitytoken",
    "sessiontoken",
    "xauthtoken",
    "hftoken",
    "appsecret",
    "apisecret",
    "clientsecret",
    "webhooksecret",
    "secretaccess",
];

const PASSWORDS: &[&str] = &[
    "password",
    "passwd",
    "passwort",
    "kennwort",
    "wachtwoord",
    "passphrase",
    "passcode",
    "pwd",
    "senha",
];

/// The last words of names of credentials.
const KEYS: &[&str] = &[
    "key",
    "secret",
    "credential",
    "credentials",
    "clave",
    "chave",
    "chiave",
    "clef",
    "jeton",
    "klucz",
    "sleutel",
    "anahtar",
    "apikeys",
];

/// Words before `key` and `token` that say it is a secret one.
const SECRET: &[&str] = &[
    "access",
    "account",
    "admin",
    "api",
    "auth",
    "authentication",
    "authorization",
    "bearer",
    "bot",
    "client",
    "encryption",
    "id",
    "license",
    "master",
    "private",
    "project",
    "proxy",
    "refresh",
    "secret",
    "security",
    "service",
    "session",
    "signing",
    "subscription",
    "virtual",
    "webhook",
];

/// Words before `key` and `token`, and parts of names, that give them another meaning.
const OTHERS: &[&str] = &[
    "added",
    "attribute",
    "available",
    "bos",
    "cache",
    "cached",
    "cls",
    "column",
    "composite",
    "config",
    "continuation",
    "control",
    "cursor",
    "dict",
    "dictionary",
    "duplicate",
    "duplicated",
    "empty",
    "end",
    "eos",
    "expired",
    "extra",
    "field",
    "file",
    "foreign",
    "hash",
    "hot",
    "idempotency",
    "image",
    "incorrect",
    "index",
    "input",
    "invalidated",
    "json",
    "label",
    "map",
    "mask",
    "max",
    "media",
    "metadata",
    "min",
    "missing",
    "next",
    "no",
    "num",
    "object",
    "output",
    "pad",
    "page",
    "pagination",
    "partition",
    "primary",
    "prompt",
    "property",
    "public",
    "reserved",
    "route",
    "routing",
    "row",
    "schema",
    "sep",
    "shard",
    "sort",
    "special",
    "start",
    "stop",
    "storage",
    "tag",
    "unexpected",
    "unique",
    "unk",
    "wrong",
];

fn ends_in_one_of(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| ends_in(name, ending))
}

/// Returns whether a name ends in these letters, whatever joins them.
fn ends_in(name: &str, ending: &str) -> bool {
    if name.len() < ending.len() {
        return false;
    }
    let mut letters = name.bytes().rev().filter(u8::is_ascii_alphanumeric);
    let mut wanted = ending.bytes().rev();
    wanted.all(|wanted| {
        letters
            .next()
            .is_some_and(|letter| letter.eq_ignore_ascii_case(&wanted))
    })
}

pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    let is_word = |known: &&str| known.len() == word.len() && known.eq_ignore_ascii_case(word);
    words.iter().any(is_word)
}
