//! Slips that people make, each applied to every row of a good table: one fault, at its cell, whose cure is accepted and
//! means what was meant.

use super::{call, faults_of};
use crate::report::{Fault, Report};
use crate::source::source_text;
use crate::{check, parse};
use proc_macro2::TokenStream;

mod shapes;
mod words;

const HEADER: [&str; 9] = [
    "status", "type", "code", "variant", "kind", "retry", "scope", "message", "summary",
];

/// A good table, cell by cell. Its kinds are invented, because the pipeline knows none.
fn good() -> Vec<Vec<String>> {
    let rows = [
        r#"429 ~ t1 ~ 2007 ~ PerMinute ~ Rain ~ - ~ - ~ "too fast" ~ "a limit""#,
        r#"5xx ~ t2 ~ a_b, "c:d" ~ Storm ~ Rain? ~ - ~ - ~ "no {model} here" ~ -"#,
        r#"401 ~ - ~ key ~ Key ~ Snow ~ - ~ - ~ - ~ "a wrong key""#,
        r#"404 ~ "t 4" ~ - ~ Gone ~ Hail ~ - ~ - ~ "{{x}} is gone" ~ -"#,
        r#"- ~ - ~ "模型" ~ Model ~ Hail ~ - ~ - ~ "模型 {name} 不存在" ~ "gone""#,
    ];
    let cells = |row: &str| row.split(" ~ ").map(str::to_owned).collect();
    rows.into_iter().map(cells).collect()
}

fn written(rows: &[Vec<String>]) -> String {
    let header = HEADER.map(str::to_owned).to_vec();
    let rows = [header].into_iter().chain(rows.iter().cloned());
    let lines: Vec<String> = rows
        .map(|cells| format!("| {} |", cells.join(" | ")))
        .collect();
    lines.join("\n") + "\n"
}

/// The faults of a table with their places.
fn reported(rows: &str) -> Vec<Fault> {
    let tokens = format!("crate = ::error_codes; {}", call(rows))
        .parse()
        .unwrap();
    let mut report = Report::default();
    let input = parse::parse(tokens, &mut report).unwrap();
    check::check(input, &mut report);
    report.into_iter().collect()
}

/// What a help tells to write.
fn proposal(fault: &Fault) -> Option<&str> {
    let help = fault.help.as_deref()?.strip_prefix("write `")?;
    Some(
        help.split_once("`: ")
            .map_or_else(|| help.trim_end_matches('`'), |(text, _)| text),
    )
}

/// Applies a slip to each row. The cure must be what was meant; without one, the words of the fault are all there is.
#[track_caller]
fn assert_slip(column: &str, wrong: &str, meant: Option<&str>) {
    let at = HEADER.iter().position(|name| *name == column).unwrap();
    let rows = good();
    for row in 0..rows.len() {
        let mut slipped = rows.clone();
        wrong.clone_into(&mut slipped[row][at]);
        let table = written(&slipped);
        let case = format!("{column} `{wrong}` in row {row}");
        let faults = reported(&table);
        let [fault] = faults.as_slice() else {
            panic!("{case}: {:#?}", faults_of(&table));
        };
        let place = source_text(&Vec::from_iter(fault.at.clone()));
        let cell: TokenStream = wrong.parse().unwrap();
        let cell = source_text(&Vec::from_iter(cell));
        assert!(
            !place.is_empty() && cell.contains(&place),
            "{case}: at `{place}`"
        );
        assert_eq!(
            proposal(fault),
            meant,
            "{case}: {} {:?}",
            fault.fault,
            fault.help
        );
        if let Some(cure) = proposal(fault) {
            cure.clone_into(&mut slipped[row][at]);
            let faults = faults_of(&written(&slipped));
            // A row may need another cell besides the one that was nothing.
            let is_dead = cure == "-" && column != "summary";
            assert!(faults.is_empty() || is_dead, "{case}: {faults:#?}");
        }
    }
}

#[test]
fn the_table_that_slips_are_made_in_is_good() {
    assert_eq!(faults_of(&written(&good())), [""; 0]);
}

#[test]
fn a_status_that_is_written_in_another_way() {
    for (wrong, meant) in [
        ("\"429\"", Some("429")),
        ("HTTP 429", Some("429")),
        ("429 (Too Many Requests)", Some("429")),
        ("0429", Some("429")),
        ("4O4", Some("404")),
        ("-429", Some("429")),
        ("500-599", Some("5xx")),
        ("500 - 599", Some("5xx")),
        ("400~499", Some("4xx")),
        ("5**", Some("5xx")),
        ("\"5xx\"", Some("5xx")),
        ("5 xx", Some("5xx")),
        ("5nn", Some("5xx")),
        ("429/503", Some("429, 503")),
        ("429 or 503", Some("429, 503")),
        ("500-502", Some("500, 501, 502")),
        ("\"429, 503\"", Some("429, 503")),
        ("99", None),
        ("1000", None),
        ("Many", None),
        ("4.29", None),
        ("100-599", None),
    ] {
        assert_slip("status", wrong, meant);
    }
}

#[test]
fn a_code_that_is_written_in_another_way() {
    for (wrong, meant) in [
        ("channel:no_key", "\"channel:no_key\""),
        ("rate-limit", "\"rate-limit\""),
        ("a/b", "\"a/b\""),
        ("two words", "\"two words\""),
        ("x or y", "x, y"),
        ("x / y", "\"x/y\""),
        ("(x)", "x"),
        ("[x, y]", "x, y"),
        ("{x, 17}", "x, 17"),
        ("\"x, y\"", "x, y"),
        ("\"[x, y]\"", "x, y"),
        ("\"x；17\"", "x, 17"),
        ("x,", "x"),
        ("x,, y", "x, y"),
        ("x, \"x\"", "x"),
        ("x; y", "x, y"),
        ("007", "\"007\""),
        ("1.5", "\"1.5\""),
        ("7u8", "\"7u8\""),
        ("10xx", "\"10{rest}\""),
        ("1001-1003", "1001, 1002, 1003"),
        ("1000-1999", "\"1{rest}\""),
        ("\"InvalidParameter.*\"", "\"InvalidParameter.{rest}\""),
        ("Throttling.*", "\"Throttling.{rest}\""),
        ("\"a.%s\"", "\"a.{value}\""),
        ("\"a.<name>\"", "\"a.{name}\""),
        ("'x'", "x"),
        ("b\"x y\"", "\"x y\""),
        ("\" x\"", "x"),
        ("\"x\"y", "x"),
        ("\"`x`\"", "x"),
        ("\"x\u{200b}y\"", "xy"),
        ("\"x\\n\"", "x"),
        ("\"x\\0\"", "x"),
        ("\"x\u{a0}y\"", "\"x y\""),
        ("\"x\u{ad}y\"", "xy"),
        ("r\u{430}te", "rate"),
        ("\"r\u{430}te.limit\"", "\"rate.limit\""),
        ("\"-\"", "-"),
        ("\"\"", "-"),
        ("\" \"", "-"),
        ("\"*\"", "-"),
        ("ErrorCode::TooMany", "TooMany"),
    ] {
        assert_slip("code", wrong, Some(meant));
        assert_slip("type", wrong, Some(meant));
    }
}

#[test]
fn a_variant_that_is_written_in_another_way() {
    for (wrong, meant) in [
        ("rate_limit", "RateLimit"),
        ("RATE_LIMIT", "RateLimit"),
        ("rateLimit", "RateLimit"),
        ("\"RateLimit\"", "RateLimit"),
        ("rate limit", "RateLimit"),
        ("rate-limit", "RateLimit"),
        ("ErrorCode::TooMany", "TooMany"),
        ("TooMany(u32)", "TooMany"),
        ("TooMany { limit: u32 }", "TooMany"),
        ("TooMany = 3", "TooMany"),
        ("T\u{43e}oMany", "TooMany"),
        ("type", "Type"),
        ("r#type", "Type"),
        ("self", "SelfError"),
        ("ALL", "All"),
        ("404", "Code404"),
    ] {
        assert_slip("variant", wrong, Some(meant));
    }
    assert_slip("variant", "_", None);
}

#[test]
fn a_text_that_is_written_in_another_way() {
    for (wrong, meant) in [
        ("too slow", "\"too slow\""),
        ("\"one\" \"two\"", "\"one two\""),
        ("the \"big\" one", "\"the \\\"big\\\" one\""),
        ("\"the \"big\" one\"", "\"the \\\"big \\\" one\""),
        ("b\"bytes\"", "\"bytes\""),
        ("\"so slow\",", "\"so slow\""),
        ("\"so \" + \"slow\"", "\"so slow\""),
        ("5", "\"5\""),
        ("\"so\u{200b} slow\"", "\"so slow\""),
        ("\"so\u{a0}slow\"", "\"so slow\""),
        ("\"so\\nslow\"", "\"so slow\""),
        ("\"so\\0 slow\"", "\"so slow\""),
        ("\"sl\u{43e}w\"", "\"slow\""),
        ("\"-\"", "-"),
        ("\"—\"", "-"),
        ("\"\"", "-"),
        ("\"so slow\"s", "\"so slow\""),
    ] {
        assert_slip("summary", wrong, Some(meant));
        assert_slip("message", wrong, Some(meant));
    }
}

#[test]
fn a_template_that_is_written_in_another_way() {
    for (wrong, meant) in [
        ("\"no %s here\"", "\"no {value} here\""),
        ("\"%d of %d used\"", "\"{value} of {value_2} used\""),
        ("\"took %.2f s\"", "\"took {value} s\""),
        ("\"value %v, %1$s\"", "\"value {value}, {value_2}\""),
        ("\"no ${model}\"", "\"no {model}\""),
        ("\"no %{model}\"", "\"no {model}\""),
        ("\"no <model name> here\"", "\"no {model_name} here\""),
        ("\"key xxx is bad\"", "\"key {value} is bad\""),
        ("\"key XXXX is bad\"", "\"key {value} is bad\""),
        ("\"no {} here\"", "\"no {value} here\""),
        ("\"no {0}, {1}\"", "\"no {value}, {value_2}\""),
        ("\"no {model.name}\"", "\"no {model_name}\""),
        ("\"no {model-name}\"", "\"no {model_name}\""),
        ("\"{a} and {a}\"", "\"{a} and {a_2}\""),
        ("\"both {a}{b}\"", "\"both {a}\""),
        ("\"no {model here\"", "\"no {model} here\""),
        ("\"no model} here\"", "\"no model}} here\""),
        (
            "\"got {\\\"error\\\": 1} back\"",
            "\"got {{\\\"error\\\": 1}} back\"",
        ),
        ("no {model} here at all", "\"no{model}here at all\""),
    ] {
        assert_slip("message", wrong, Some(meant));
    }
    for wrong in ["\"{a}\"", "\"!\"", "\"%s\""] {
        let faults = faults_of(&format!("| code | kind | message | | a | Rain | {wrong} |"));
        assert_eq!(faults.len(), 1, "{faults:#?}");
    }
}
