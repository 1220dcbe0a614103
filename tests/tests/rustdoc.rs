//! What rustdoc makes of a table: the pages of the crate `documented`, as HTML.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The page of the enum.
static PAGE: LazyLock<String> = LazyLock::new(|| {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args([
            "doc",
            "--quiet",
            "--offline",
            "--no-deps",
            "--package",
            "error-codes-documented",
        ])
        .arg("--target-dir")
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(errors, "");
    let page: PathBuf = target.join("doc/error_codes_documented/enum.ErrorCode.html");
    fs::read_to_string(page).unwrap()
});

/// Returns what a reader sees of a piece of HTML.
fn visible(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let shown = part.split_once('>').map_or(part, |(_, shown)| shown);
        text.push_str(shown);
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    for (entity, character) in entities {
        text = text.replace(entity, character);
    }
    text
}

/// Returns the paragraphs under a variant.
fn paragraphs(variant: &str) -> Vec<String> {
    let (_, rest) = PAGE
        .split_once(&format!("id=\"variant.{variant}\""))
        .unwrap_or_else(|| panic!("{variant}"));
    let (_, rest) = rest.split_once("<div class=\"docblock\">").unwrap();
    let (docs, _) = rest.split_once("</div>").unwrap();
    docs.split("</p>")
        .map(visible)
        .filter(|text| !text.trim().is_empty())
        .map(|text| text.trim().to_owned())
        .collect()
}

/// Returns the cells of the row of a variant in the table above the enum.
fn cells(variant: &str) -> Vec<String> {
    let (table, _) = PAGE.split_once("</table>").unwrap();
    let mut rows = table.split("<tr>");
    let row = rows
        .find(|row| row.contains(&format!("<code>{variant}</code>")))
        .unwrap();
    row.split("</td>")
        .map(|cell| visible(cell).trim().to_owned())
        .collect()
}

#[test]
fn every_cell_is_shown_as_it_is_written() {
    for (variant, expected) in [
        (
            "Tags",
            [
                "The <model> is <b>unknown</b> &lt; [none].",
                "Status 400, 403, code \"<script>\", \"a|b\", kind InvalidRequest.",
                "Message: no <br> & no {model}",
            ]
            .as_slice(),
        ),
        (
            "Ticks",
            &[
                "An `odd ` number of ` ticks.",
                "Code \"x`y\", kind InvalidRequest.",
                "Message: say `one` or ``two``, a|b c",
            ],
        ),
        (
            "Pipes",
            &[
                "A | b, *stars*, __bars__, ~~waves~~ and $sums$.",
                "Code \"x\\|y\", kind InvalidRequest.",
                "Message: a | b | {c}",
                "Phrase: (a|b) … (c|d)",
            ],
        ),
        (
            "Lines",
            &[
                "One # two - three.",
                "Code lines, kind InvalidRequest.",
                "Message: one # two",
            ],
        ),
    ] {
        assert_eq!(paragraphs(variant), expected);
    }
}

#[test]
fn a_summary_becomes_a_sentence_with_one_stop() {
    for (variant, sentence) in [
        ("Question", "Is it too long?"),
        ("Chinese", "余额不足。"),
        ("ChineseToo", "余额不足。"),
        ("Address", "https://a.example/x_y_z says why."),
        ("AtTheEnd", "See (https://a.example/?x=1&y=2)."),
        ("Name", "max_tokens is too high."),
        ("Ticked", "stop and a|b are wrong!"),
        ("List", "1. first of <all>."),
        ("Quoted", "> no \\ slash, said “they.”"),
        ("Code2007", "Written by hand."),
    ] {
        assert_eq!(paragraphs(variant)[0], sentence);
    }
    assert!(
        PAGE.contains("<a href=\"https://a.example/x_y_z\">https://a.example/x_y_z</a> says why.")
    );
    assert!(PAGE.contains("<a href=\"https://a.example/?x=1&amp;y=2\">"));
    assert!(PAGE.contains("<code>stop</code> and <code>a|b</code> are wrong!"));
}

#[test]
fn every_row_of_the_table_has_all_its_cells() {
    for (variant, status, code, message, phrase, summary) in [
        (
            "Tags",
            "400, 403",
            "\"<script>\", \"a|b\"",
            "no <br> & no {model}",
            "",
            "the <model> is <b>unknown</b> &lt; [none]",
        ),
        (
            "Pipes",
            "",
            "\"x\\|y\"",
            "a | b | {c}",
            "(a|b) … (c|d)",
            "a | b, *stars*, __bars__, ~~waves~~ and $sums$",
        ),
        ("Lines", "", "lines", "one # two", "", "one # two - three"),
        ("Ticked", "", "ticked", "", "", "stop and a|b are wrong!"),
    ] {
        let expected = [
            variant,
            status,
            code,
            "InvalidRequest",
            message,
            phrase,
            summary,
            "",
        ];
        assert_eq!(cells(variant), expected);
    }
    assert_eq!(
        PAGE.split("</table>")
            .next()
            .unwrap()
            .matches("<tr>")
            .count(),
        15
    );
}

#[test]
fn the_page_of_the_provider_is_linked() {
    let link = "<a href=\"https://hostile.example/errors(1)?a=%3Cb%3E&amp;c=d_e_f\">Hostile [AI] &lt;b&gt;</a>";
    assert!(PAGE.contains(link));
}
