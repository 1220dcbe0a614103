//! What credentials look like.
//!
//! The forms are those that public secret scanners look for, and those of the keys of AI providers. A longest length is of no
//! use here: what hangs on a credential is hidden with it.

use super::look::{has_letters_and_digits, is_elided, is_elision, is_plain, is_random, segments};
use super::value;
use crate::cost;
use core::ops::Range;

/// The form of a credential.
pub(super) struct Form {
    /// What such credentials begin with, or contain.
    pub(super) sign: &'static str,
    /// Which characters follow.
    alphabet: Alphabet,
    /// How many of them follow at least.
    least: usize,
    place: Place,
}

/// The characters of a credential.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    /// Hexadecimal digits and hyphens.
    Hex,
    /// Letters and digits.
    Alnum,
    /// Also `-` and `_`.
    Url,
    /// Also `.`.
    Dotted,
    /// Also `+`, `/`, `=`, and `:`, which joins parts.
    Base64,
}

/// Where the sign of a form counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Anywhere, since no word contains it.
    Anywhere,
    /// Not directly behind a letter, unless what follows cannot be anything else: words end like it.
    Apart,
    /// In the middle of a run of this many letters and digits.
    Within(usize),
}

use Alphabet::{Alnum, Base64, Dotted, Hex, Url};
use Place::{Anywhere, Apart, Within};

const fn form(sign: &'static str, alphabet: Alphabet, least: usize, place: Place) -> Form {
    Form {
        sign,
        alphabet,
        least,
        place,
    }
}

/// The forms of keys, each recognised by its sign.
pub(super) const FORMS: &[Form] = &[
    // Providers and gateways of models.
    form("sk-", Url, 4, Apart),
    form("ｓｋ－", Url, 8, Anywhere),
    form("sk_", Alnum, 16, Apart),
    form("sess-", Alnum, 24, Anywhere),
    form("T3BlbkFJ", Url, 12, Within(40)),
    form("gsk_", Alnum, 16, Anywhere),
    form("xai-", Alnum, 16, Apart),
    form("hf_", Alnum, 16, Apart),
    form("api_org_", Alnum, 16, Anywhere),
    form("r8_", Alnum, 16, Apart),
    form("pplx-", Alnum, 16, Anywhere),
    form("nvapi-", Url, 16, Anywhere),
    form("tgp_v1_", Url, 16, Anywhere),
    form("fw_", Alnum, 16, Apart),
    form("csk-", Alnum, 16, Apart),
    form("pcsk_", Url, 24, Anywhere),
    form("jina_", Alnum, 24, Anywhere),
    form("pa-", Url, 24, Apart),
    form("key_", Alnum, 64, Apart),
    form("rpa_", Alnum, 24, Apart),
    form("vck_", Alnum, 24, Apart),
    form("msy_", Alnum, 24, Apart),
    form("fc-", Hex, 32, Apart),
    form("ms-", Hex, 36, Apart),
    form("tvly-", Url, 16, Anywhere),
    form("esecret_", Alnum, 16, Anywhere),
    form("apify_api_", Alnum, 16, Anywhere),
    form("lsv2_pt_", Hex, 24, Anywhere),
    form("lsv2_sk_", Hex, 24, Anywhere),
    form("wandb_v1_", Url, 24, Anywhere),
    form("ABSK", Base64, 32, Apart),
    form("bedrock-api-key-", Base64, 16, Anywhere),
    form("bce-v3/", Base64, 20, Anywhere),
    form("ALTAK", Url, 16, Apart),
    form("JQQJ99", Alnum, 8, Within(80)),
    // Clouds.
    form("AIza", Url, 16, Anywhere),
    form("AQ.", Url, 24, Apart),
    form("ya29.", Dotted, 16, Anywhere),
    form("1//0", Url, 20, Apart),
    form("4/0A", Url, 10, Apart),
    form("GOCSPX-", Url, 16, Anywhere),
    form("AKIA", Alnum, 12, Apart),
    form("ASIA", Alnum, 12, Apart),
    form("ABIA", Alnum, 12, Apart),
    form("ACCA", Alnum, 12, Apart),
    form("AKID", Alnum, 16, Apart),
    form("AKLT", Alnum, 16, Apart),
    form("AKTP", Alnum, 16, Apart),
    form("LTAI", Alnum, 12, Apart),
    form("STS.N", Alnum, 16, Apart),
    form("7Q~", Dotted, 24, Anywhere),
    form("8Q~", Dotted, 24, Anywhere),
    form("dapi", Hex, 32, Anywhere),
    form("dkea", Hex, 32, Anywhere),
    form("dop_v1_", Hex, 32, Anywhere),
    form("doo_v1_", Hex, 32, Anywhere),
    form("dor_v1_", Hex, 32, Anywhere),
    form("v1.0-", Hex, 64, Apart),
    form("HRKU-", Url, 24, Anywhere),
    form("fo1_", Url, 40, Anywhere),
    form("fm2_", Base64, 40, Anywhere),
    form("sbp_", Hex, 40, Anywhere),
    form("pscale_", Dotted, 32, Anywhere),
    form("hvs.", Url, 24, Anywhere),
    form("hvb.", Url, 24, Anywhere),
    form(".atlasv1.", Url, 40, Anywhere),
    // Code hosts and package registries.
    form("ghp_", Alnum, 16, Anywhere),
    form("gho_", Alnum, 16, Anywhere),
    form("ghu_", Alnum, 16, Anywhere),
    form("ghs_", Alnum, 16, Anywhere),
    form("ghr_", Alnum, 16, Anywhere),
    form("github_pat_", Url, 16, Anywhere),
    form("glpat-", Url, 16, Anywhere),
    form("gldt-", Url, 16, Anywhere),
    form("glrt-", Url, 16, Anywhere),
    form("glcbt-", Url, 16, Anywhere),
    form("glptt-", Url, 16, Anywhere),
    form("glsoat-", Url, 16, Anywhere),
    form("glagent-", Url, 16, Anywhere),
    form("gloas-", Url, 16, Anywhere),
    form("npm_", Alnum, 24, Anywhere),
    form("pypi-", Url, 40, Anywhere),
    form("rubygems_", Hex, 32, Anywhere),
    form("dckr_pat_", Url, 16, Anywhere),
    form("dckr_oat_", Url, 16, Anywhere),
    form("ATATT3", Url, 32, Anywhere),
    form("ATBB", Alnum, 24, Apart),
    // Services.
    form("sk_live_", Alnum, 10, Anywhere),
    form("sk_test_", Alnum, 10, Anywhere),
    form("rk_live_", Alnum, 10, Anywhere),
    form("rk_test_", Alnum, 10, Anywhere),
    form("whsec_", Base64, 16, Anywhere),
    form("xoxb-", Url, 16, Anywhere),
    form("xoxp-", Url, 16, Anywhere),
    form("xoxa-", Url, 16, Anywhere),
    form("xoxr-", Url, 16, Anywhere),
    form("xoxs-", Url, 16, Anywhere),
    form("xoxe-", Url, 16, Anywhere),
    form("xoxe.", Dotted, 16, Anywhere),
    form("xoxc-", Url, 16, Anywhere),
    form("xoxd-", Base64, 16, Anywhere),
    form("xapp-", Url, 16, Anywhere),
    form("SG.", Dotted, 40, Apart),
    form("xkeysib-", Url, 32, Anywhere),
    form("shpat_", Hex, 24, Anywhere),
    form("shpca_", Hex, 24, Anywhere),
    form("shppa_", Hex, 24, Anywhere),
    form("shpss_", Hex, 24, Anywhere),
    form("sq0atp-", Url, 16, Anywhere),
    form("sq0csp-", Url, 16, Anywhere),
    form("lin_api_", Alnum, 24, Anywhere),
    form("ntn_", Alnum, 32, Anywhere),
    form("secret_", Alnum, 40, Apart),
    form("PMAK-", Hex, 32, Anywhere),
    form("pul-", Hex, 40, Apart),
    form("figd_", Url, 24, Anywhere),
    form("phx_", Alnum, 32, Anywhere),
    form("NRAK-", Alnum, 20, Anywhere),
    form("glsa_", Alnum, 24, Anywhere),
    form("glc_", Base64, 32, Anywhere),
    form("sntryu_", Hex, 32, Anywhere),
    form("sntrys_", Base64, 32, Anywhere),
    form("dt0c01.", Dotted, 32, Anywhere),
    form("dp.pt.", Alnum, 32, Anywhere),
    form("ops_eyJ", Base64, 32, Anywhere),
    form("AGE-SECRET-KEY-1", Alnum, 32, Anywhere),
    form(":AA", Url, 32, Anywhere),
    // Addresses that are credentials.
    form("hooks.slack.com/services/", Base64, 16, Anywhere),
    form("hooks.slack.com/workflows/", Base64, 16, Anywhere),
    form("hooks.slack.com/triggers/", Base64, 16, Anywhere),
    form("discord.com/api/webhooks/", Base64, 16, Anywhere),
    form("discordapp.com/api/webhooks/", Base64, 16, Anywhere),
    form("open-apis/bot/v2/hook/", Hex, 16, Anywhere),
    form(".webhook.office.com/webhookb2/", Hex, 16, Anywhere),
    // A JSON web token, whose parts are joined by full stops.
    form("eyJ", Dotted, 16, Anywhere),
];

/// How much of a credential decides: as much as the longest form needs.
const DECIDING: usize = 128;

impl Form {
    /// Returns the part to hide of a credential of this form that has its sign at a place of a text.
    pub(super) fn hidden(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let start = at + self.sign.len();
        let rest = &text[start..];
        let run = self.run(rest);
        if let Within(length) = self.place {
            let before = text.as_bytes()[..at].iter().rev().take(DECIDING);
            let before = before.take_while(|byte| Url.has(**byte)).count();
            let is_key = before + self.sign.len() + run.len() >= length;
            return is_key.then(|| at - before..value::end(text, start));
        }
        let is_key = match self.sign {
            "sk-" => is_secret_key(run),
            "eyJ" => run.len() >= self.least && run.contains('.'),
            _ => run.len() >= self.least && !is_plain(run),
        };
        let is_glued = self.is_glued(&text.as_bytes()[..at]);
        let is_certain = is_key && (!is_glued || is_long(run, text.as_bytes()[at - 1]));
        let is_hidden = is_certain || (!is_glued && is_shortened(rest) && !is_masked(&text[at..]));
        is_hidden.then(|| start..value::end_of_lines(text, start))
    }

    /// Returns whether the sign is the end of a word.
    fn is_glued(&self, before: &[u8]) -> bool {
        let is_escape = matches!(before, [.., b'\\', b'n' | b'r' | b't']);
        self.place == Apart && before.last().is_some_and(u8::is_ascii_alphabetic) && !is_escape
    }

    /// Returns what of the text after the sign is in the alphabet.
    fn run<'t>(&self, rest: &'t str) -> &'t str {
        let bytes = rest.bytes().take(DECIDING);
        let length = bytes.take_while(|byte| self.alphabet.has(*byte)).count();
        cost::charge(length);
        &rest[..length]
    }
}

impl Alphabet {
    fn has(self, byte: u8) -> bool {
        match self {
            Hex => byte.is_ascii_hexdigit() || byte == b'-',
            Alnum => byte.is_ascii_alphanumeric(),
            Url => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'),
            Dotted => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~'),
            Base64 => byte.is_ascii_alphanumeric() || b"-_+/=:".contains(&byte),
        }
    }
}

/// Returns whether what follows `sk-` is a key, and not the rest of a name such as `sk-learn`.
fn is_secret_key(rest: &str) -> bool {
    let is_telling = |part: &str| part.len() >= 4 && has_letters_and_digits(part);
    let has_joints = rest.contains(['-', '_']);
    segments(rest).any(is_telling)
        || (!has_joints
            && (rest.len() >= 8
                || (rest.len() >= 4 && rest.bytes().any(|byte| byte.is_ascii_digit()))))
}

/// Returns whether a key is recognised behind a letter: many words end like a short sign, and their sign is behind a vowel.
fn is_long(run: &str, before: u8) -> bool {
    let is_vowel = matches!(
        before.to_ascii_lowercase(),
        b'a' | b'e' | b'i' | b'o' | b'u'
    );
    !is_vowel && segments(run).any(|part| part.len() >= 16 && is_random(part))
}

/// Returns whether the rest of a key is shortened: `ab***yz`, `…wxyz`, or `ab...`, but not only `***`.
fn is_shortened(rest: &str) -> bool {
    let run = value::part(rest);
    let is_shown = |text: &str| text.bytes().any(|byte| byte.is_ascii_alphanumeric());
    is_shown(run) && (is_elided(run) || rest[run.len()..].starts_with("..."))
        || rest.starts_with(is_elision) && is_shown(run)
}

/// Returns whether a word ends in a mask, behind a sign or as a whole, so that there is nothing left to hide.
pub(super) fn is_masked(text: &str) -> bool {
    let part = value::part(text);
    let shown = part.trim_end_matches(is_elision);
    let mut signs = FORMS.iter().map(|form| form.sign);
    shown.len() < part.len() && (shown.is_empty() || signs.any(|sign| shown.ends_with(sign)))
}

/// Returns the longest sign that a text begins with.
pub(super) fn sign(text: &str) -> Option<&'static str> {
    let forms = FORMS.iter().filter(|form| !matches!(form.place, Within(_)));
    let signs = forms
        .map(|form| form.sign)
        .filter(|sign| text.starts_with(sign));
    signs.max_by_key(|sign| sign.len())
}

/// Returns the end of a key of Zhipu, 32 hexadecimal digits and 16 letters and digits, whose parts a full stop joins.
pub(super) fn joined_by_stop(text: &str, stop: usize) -> Option<Range<usize>> {
    let (before, after) = (text.get(stop.checked_sub(32)?..stop)?, &text[stop + 1..]);
    let run = after.bytes().take(17).take_while(u8::is_ascii_alphanumeric);
    let is_key = before.bytes().all(|byte| byte.is_ascii_hexdigit()) && run.count() == 16;
    let glued = text.as_bytes()[..stop - 32].iter().rev().take(DECIDING);
    let glued = glued
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    is_key.then(|| stop - 32 - glued..value::end(text, stop + 1))
}
