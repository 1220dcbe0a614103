//! The column `phrase`.

use super::{assert_fault, assert_good, faults_of, written};

#[test]
fn a_phrase_has_groups_words_and_gaps() {
    for phrase in [
        "(balance|credit|funds) … (insufficient|too low|not enough)",
        "no credit left",
        "(余额|额度)…(不足|用完)",
        "over # tokens",
        "(rate) (limit|limits)",
    ] {
        assert_good(&format!(
            "| variant | kind | phrase | | Low | Rain | \"{phrase}\" |"
        ));
    }
    let output = written(r#"| variant | kind | phrase | | Low | Rain | "(a|b) c", "d … e" |"#);
    assert!(output.contains(r#"text : "Low(a|b) cd … e""#), "{output}");
    assert!(output.contains("Phrase: `(a|b) c`, `d … e`"), "{output}");
}

#[test]
fn a_phrase_that_could_match_anything_is_refused() {
    for (phrase, fault) in [
        ("balance", "the phrase `balance` can be a single word"),
        (
            "(balance|credit)",
            "the phrase `(balance|credit)` can be a single word",
        ),
        (
            "… balance low",
            "the phrase `… balance low` has a gap with nothing beside it",
        ),
        (
            "balance … … low",
            "the phrase `balance … … low` has a gap with nothing beside it",
        ),
        (
            "balance ... low",
            "the phrase `balance ... low` has three dots",
        ),
        ("(a|) low", "the group `(a|)` has an empty alternative"),
        ("() low", "the group `()` has an empty alternative"),
        ("(a … b) low", "the group `(a … b)` has a gap"),
        ("(a|(b)) low", "the phrase has a group inside of a group"),
        ("(a|b low", "the phrase has no `)` after a `(`"),
        (
            "a|b) low",
            "the phrase `a|b) low` has a `|` outside of a group",
        ),
        ("a) low", "the phrase has no `(` before a `)`"),
        ("{model} is low", "the phrase `{model} is low` has braces"),
    ] {
        let faults = faults_of(&format!(
            "| variant | kind | phrase | | Low | Rain | \"{phrase}\" |"
        ));
        let first: Vec<&str> = faults
            .iter()
            .filter_map(|fault| fault.lines().next())
            .collect();
        assert_eq!(first, [fault]);
        assert!(faults[0].contains("\nhelp: "), "{faults:?}");
    }
}

#[test]
fn rows_that_share_a_phrase_are_duplicates() {
    assert_eq!(
        faults_of(
            r#"| variant | kind | phrase |
               | One | Rain | "balance … low" |
               | Two | Rain | "a b", "Balance  …  low" |"#
        ),
        [
            "duplicate phrase `Balance  …  low`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
    assert_good(
        r#"| code | phrase | variant | kind | | a | "b c" | One | Rain | | a | - | Two | Rain |"#,
    );
}

#[test]
fn a_row_known_by_a_phrase_alone_needs_a_name() {
    assert_fault(
        r#"| variant | kind | phrase | | - | Rain | "(balance|credit) … (too low|used up)" |"#,
        "1 row of `Fault` needs a variant name\n\
         help: write in the column `variant`\n\
         `BalanceTooLow` for `\"(balance|credit) … (too low|used up)\"`",
    );
}
