//! Slips that concern a row or the whole table.

use super::{good, written};
use crate::tests::faults_of;

/// Slips in the shape of a table, each with its number of faults and the beginning of the first. The cures are not text for
/// one cell: they are tried by the test that the table is good without the slip.
#[test]
fn a_slip_in_the_shape_of_a_table_is_one_fault() {
    let table = written(&good());
    let header = table.lines().next().unwrap();
    let rule = "|---|---|---|---|---|---|---|---|---|";
    let with = |from: &str, to: &str| table.replacen(from, to, 1);
    for (slipped, fault) in [
        (format!("{header}\n{table}"), "the header is repeated"),
        (format!("{table}{header}"), "the header is repeated"),
        (table.replace('|', "||"), "the cells are separated by `||`"),
        (
            with(header, &header.replace('|', "||")),
            "the cells are separated by `||`",
        ),
        (
            table.replace("|\n", "|,\n"),
            "unexpected `,` between two pipes",
        ),
        (
            table.replace("|\n", "|;\n"),
            "unexpected `;` between two pipes",
        ),
        (
            with("| t1 ", ""),
            "the row `429` has 8 cells, but the table has 9 columns",
        ),
        (
            with("\"a limit\"", "\"a\" | \"b\""),
            "the row `429` has 10 cells, but the table has 9 columns",
        ),
        (
            with("| t1 ", "| "),
            "the row `429` has an empty cell: `type`",
        ),
        (
            with("| status |", "| status | status |"),
            "duplicate column `status`",
        ),
    ] {
        let faults = faults_of(&slipped);
        assert_eq!(faults.len(), 1, "{slipped}: {faults:#?}");
        assert!(faults[0].starts_with(fault), "{slipped}: {faults:#?}");
    }
    let ruled = with(header, &format!("{header}\n{rule}"));
    assert_eq!(faults_of(&ruled), [""; 0]);
}

#[test]
fn a_slip_in_every_row_is_one_fault() {
    for (wrong, fault) in [
        (
            ["\"429\"", "Rain", "\"too fast\""],
            "`\"429\"` is not a valid HTTP status code",
        ),
        (
            ["429", "\"rain?\" Snow", "-"],
            "`\"rain?\" Snow` is not a valid kind",
        ),
        (
            ["429", "Rain", "too fast"],
            "expected a string literal in the column `summary`, found `too fast`",
        ),
    ] {
        let rows = (0..100).map(|row| format!("| c{row} | {} |\n", wrong.join(" | ")));
        let rows: String = rows.collect();
        let faults = faults_of(&format!("| code | status | kind | summary |\n{rows}"));
        assert_eq!(faults.len(), 1, "{faults:#?}");
        assert!(
            faults[0].contains("\nnote: the same slip in 99 other places"),
            "{faults:#?}"
        );
        assert!(faults[0].starts_with(fault), "{faults:#?}");
    }
}

#[test]
fn the_first_of_two_messages_hides_no_detail() {
    let rows = |one: &str, other: &str| {
        format!(
            "| variant | kind | message | | One | Rain | \"{one}\" | | Two | Rain | \"{other}\" |"
        )
    };
    for (one, other) in [
        ("Limit reached", "Limit reached: {detail}"),
        ("limit reached.", "Limit reached ({detail}"),
        ("{model} is gone", "{name} is gone: {why}"),
    ] {
        let faults = faults_of(&rows(one, other));
        assert_eq!(
            faults,
            [
                "the row `Two` is unreachable: the message of the row `One` matches first whenever its own does\n\
              help: move the row `Two` before the row `One`"
            ]
        );
        assert_eq!(faults_of(&rows(other, one)), [""; 0]);
    }
    assert_eq!(
        faults_of(&rows("Limit reached", "Limit reached {detail}")),
        [""; 0]
    );
}
