//! The tables of the README's section on speed.

use crate::figures::Figures;
use crate::{masking, mixed};
use std::fmt::Write as _;
use std::fs;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");

/// What the tables stand between.
const BEGIN: &str = "<!-- speed -->\n";
const END: &str = "<!-- /speed -->\n";

/// What a row of the first table says, the group and the case that it shows, and what the first case of that group is.
#[rustfmt::skip]
const ROWS: [[&str; 4]; 19] = [
    ["a code to its variant, of 26 codes", "code of 26, hit", "error-codes", "`phf::Map`"],
    ["… of 5,000 codes", "code of 5000, hit", "error-codes", "`phf::Map`"],
    ["… a text that is none of 5,000 codes", "code of 5000, miss", "error-codes", "`phf::Map`"],
    ["… with a `match`, as by `strum::EnumString`, of 26 codes", "code of 26, hit", "match", "`phf::Map`"],
    ["… with a `match` of 5,000 codes", "code of 5000, hit", "match", "`phf::Map`"],
    ["a response of 340 bytes whose code is known: kind and retry hint", "a whole response of 340 bytes, code known", "error-codes, kind and retry hint", "`serde_json` parsing its body"],
    ["… everything", "a whole response of 340 bytes, code known", "error-codes, everything", "`serde_json` parsing its body"],
    ["… with `serde_json::Value` and a few ifs", "a whole response of 340 bytes, code known", "serde_json::Value and ifs", "`serde_json` parsing its body"],
    ["a message without a code, of 10 templates", "a message alone, by number of templates", "10", "a code"],
    ["… of 2,000 templates", "a message alone, by number of templates", "2000", "a code"],
    ["an unknown provider: a code, which others may have too", "an unknown provider, a code", "unknown", "the provider known"],
    ["… a message", "an unknown provider, a message", "unknown", "the provider known"],
    ["… nothing that matches", "an unknown provider, nothing that matches", "unknown", "the provider known"],
    ["one of all built-in providers: a code that it alone has", "a code, by number of providers", "all", "one provider"],
    ["… a message", "a message, by number of providers", "all", "one provider"],
    ["… nothing that matches", "nothing that matches, by number of providers", "all", "one provider"],
    ["an event of a stream that is no error: `error_in_event`", "an event of a stream", "error-codes, error_in_event", "`serde_json` parsing it"],
    ["… `EventReader`, which finds where it ends", "an event of a stream", "error-codes, EventReader", "`serde_json` parsing it"],
    ["… that is an error: `EventReader`", "an error in a stream", "error-codes, EventReader", "the same as a response"],
];

/// The same for the first response that a program reads.
const FIRST: [[&str; 2]; 3] = [
    [
        "the first read of an unknown provider: a code",
        "an unknown provider, a code",
    ],
    ["… a message", "an unknown provider, a message"],
    [
        "… nothing that matches, which needs the phrases",
        "an unknown provider, nothing that matches",
    ],
];

/// Replaces the tables in the README.
pub fn write(figures: &mut Figures) -> Result<(), String> {
    let text = fs::read_to_string(PATH).map_err(|error| format!("{PATH}: {error}"))?;
    let around = || {
        let (before, rest) = text.split_once(BEGIN)?;
        Some((before, rest.split_once(END)?.1))
    };
    let (before, after) = around().ok_or_else(|| format!("{PATH} lacks {BEGIN}or {END}"))?;
    let text = [before, BEGIN, &tables(figures)?, END, after].concat();
    fs::write(PATH, text).map_err(|error| format!("{PATH}: {error}"))
}

pub fn tables(figures: &mut Figures) -> Result<String, String> {
    Ok(format!("{}\n{}", tasks(figures)?, readers(figures)?))
}

fn tasks(figures: &mut Figures) -> Result<String, String> {
    let mut table = "| | instructions | ratio | compared with |\n|---|--:|--:|---|\n".to_owned();
    for [what, title, name, first] in ROWS {
        let count = rounded(figures.of(title, name)?);
        let ratio = figures.ratio(title, name)?;
        _ = writeln!(table, "| {what} | {count} | {ratio:.2} | {first} |");
    }
    for [what, title] in FIRST {
        let first = figures.of_first(title, "unknown")?;
        let ratio = first / figures.of(title, "unknown")?;
        let count = rounded(first);
        _ = writeln!(table, "| {what} | {count} | {ratio:.0} | later ones |");
    }
    let masking = figures.of(masking::TITLE, masking::NAME)? / masking::mean_length();
    _ = writeln!(
        table,
        "| masking a message without a credential, per byte | {masking:.0} | | |"
    );
    Ok(table)
}

fn readers(figures: &mut Figures) -> Result<String, String> {
    let mut table = "| real responses | decides by | kinds right | retry verdicts right | instructions | `lm15` = 1 |\n\
                     |---|---|--:|--:|--:|--:|\n"
        .to_owned();
    for way in mixed::ways() {
        let score = way.reader.score(&(way.responses)());
        _ = writeln!(
            table,
            "| {} | {} | {:.1} % | {:.1} % | {} | {:.2} |",
            way.name,
            way.reader.sees,
            score.kinds.percent(),
            score.verdicts(),
            rounded(figures.of(mixed::TITLE, &way.name)?),
            figures.ratio(mixed::TITLE, &way.name)?,
        );
    }
    Ok(table)
}

/// Returns a number with three significant digits, and a comma before thousands and millions.
fn rounded(number: f64) -> String {
    let unit = 10_f64.powf((number.log10().floor() - 2.0).max(0.0));
    let mut digits = format!("{:.0}", (number / unit).round() * unit);
    let ends = (0..digits.len())
        .rev()
        .skip(2)
        .step_by(3)
        .filter(|at| *at > 0);
    for at in ends.collect::<Vec<_>>() {
        digits.insert(at, ',');
    }
    digits
}
