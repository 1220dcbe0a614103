//! Attributes and doc comments inside of a table.

use super::{assert_fault, assert_good, faults_of, first_lines, written};

#[test]
fn the_attributes_of_a_row_are_those_of_its_variant() {
    let output = written(
        r#"| code | kind |
           |------|------|
           | a | Rain |
           /// Two lines
           /// of text.
           #[deprecated = "gone"] #[doc(alias = "bee")]
           | b | Rain |"#,
    );
    let attributes = r#"# [doc = " Two lines"] # [doc = " of text."] # [deprecated = "gone"] # [doc (alias = "bee")]"#;
    let documentation =
        r#"# [doc = ""] # [doc = "Code `b`, kind `Rain`."] # [doc (alias ("b"))] B ,"#;
    assert!(
        output.contains(&format!("{attributes} {documentation}")),
        "{output}"
    );
    assert!(
        output.contains(r#"{ # [doc = "Code `a`, kind `Rain`."]"#),
        "{output}"
    );
}

#[test]
fn the_first_cell_of_a_row_with_attributes_may_be_absent() {
    for row in ["| - | a | Rain |", "| 404 | a | Rain |"] {
        let output = written(&format!("| status | code | kind | #[deprecated] {row}"));
        assert_eq!(output.matches("# [deprecated]").count(), 1, "{output}");
    }
}

#[test]
fn a_row_is_never_conditional() {
    let help = "help: move the row to an enum of its own in this call, with the attribute before that `enum`";
    for attribute in ["#[cfg(test)]", "#[cfg_attr(test, cfg(unix))]"] {
        assert_fault(
            &format!("| code | kind | {attribute} | a | Rain |"),
            &format!("a row is never conditional\n{help}"),
        );
    }
    assert_good("| code | kind | #[cfg_attr(test, deprecated)] | a | Rain |");
}

#[test]
fn an_attribute_is_before_a_row() {
    for (rows, fault) in [
        (
            "/// Text. | code | kind | | a | Rain |",
            "an attribute or doc comment is before the names of the columns",
        ),
        (
            "| code | kind | | a | #[deprecated] Rain |",
            "an attribute or doc comment is inside of a row",
        ),
        (
            "| code | kind | | a | Rain | #[deprecated]",
            "no row follows this attribute or doc comment",
        ),
        (
            "| code | kind | #![deprecated] | a | Rain |",
            "an inner attribute is not allowed on a row",
        ),
    ] {
        let rows = rows.replace("/// Text.", "#[doc = r\" Text.\"]");
        assert_eq!(first_lines(&faults_of(&rows)), [fault], "{rows}");
    }
}

#[test]
fn a_code_is_an_alias_for_the_search_unless_rustdoc_refuses_it() {
    for (code, aliases) in [
        ("2007", "# [doc (alias (\"2007\"))]"),
        ("bad_key, old", "# [doc (alias (\"bad_key\" , \"old\"))]"),
        ("-12", "# [doc (alias (\"-12\"))]"),
        ("\"a b\"", "# [doc (alias (\"a b\"))]"),
        ("Good, other", "# [doc (alias (\"other\"))]"),
        ("\"Throttling.{what}\"", "# [doc (alias (\"Throttling\"))]"),
        ("\"a{{b}}\"", "# [doc (alias (\"a{b}\"))]"),
    ] {
        let output = written(&format!(
            "| code | variant | kind | | {code} | Good | Rain |"
        ));
        assert!(
            output.contains(&format!("{aliases} Good ,")),
            "{code}: {output}"
        );
    }
    for code in [
        "Good",
        "\"it's\"",
        "r#\"say \"no\"\"#",
        "\"{what}.Throttling\"",
    ] {
        let output = written(&format!(
            "| code | variant | kind | | {code} | Good | Rain |"
        ));
        assert!(!output.contains("alias (\""), "{code}: {output}");
    }
}
