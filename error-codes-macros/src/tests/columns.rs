//! Columns, and the cells that must stand in them.

use super::{assert_fault, assert_good, faults_of, first_lines};

const COLUMNS: &str = "the columns are `status`, `type`, `code`, `variant`, `kind`, `retry`, `scope`, `message`, `summary`";

#[test]
fn a_header_is_known_by_names_that_are_alike() {
    let faults = faults_of("| Status Code | Error Code | Kind | | 429 | a | Rain |");
    assert_eq!(
        first_lines(&faults),
        [
            "unknown column `Status Code`",
            "unknown column `Error Code`",
            "unknown column `Kind`"
        ]
    );
    assert_eq!(faults.len(), 3);
}

#[test]
fn a_rule_of_single_dashes_stands_under_a_header_only() {
    assert_good("| code | kind | |-|-| | a | Rain |");
    assert_eq!(faults_of("| code | kind | | a | Rain | | - | - |").len(), 1);
}

#[test]
fn lines_that_are_drawn_around_a_table_say_nothing() {
    for rows in [
        "|---|---| | code | kind | |---|---| | a | Rain | | b | Snow |",
        "| code | kind | |===|:==:| | a | Rain | |---|---| | b | Snow |",
        "| code | kind | |---+---| | a | Rain | | b | Snow |",
        "+---+---+ | code | kind | +===+===+ | a | Rain | +---+---+ | b | Snow | +---+---+",
    ] {
        assert_good(rows);
    }
}

#[test]
fn a_column_is_known_and_stands_once() {
    assert_fault(
        "| cod | kind | | a | Rain |",
        &format!(
            "unknown column `cod`\nhelp: did you mean `code`? The {}",
            &COLUMNS[4..]
        ),
    );
    assert_fault(
        "| code | kind | owner | | a | Rain | me |",
        &format!("unknown column `owner`\nhelp: {COLUMNS}"),
    );
    assert_eq!(
        faults_of("| code | kind | code | | a | Rain | - |"),
        [
            "a second column `code`\nhelp: each column stands once",
            "`code` first stands here",
        ]
    );
}

#[test]
fn an_http_code_is_a_status() {
    for name in ["HTTP Code", "http_code", "HttpStatusCode"] {
        assert_fault(
            &format!("| {name} | code | kind | | 429 | a | Rain |"),
            &format!(
                "unknown column `{name}`\nhelp: did you mean `status`? The {}",
                &COLUMNS[4..]
            ),
        );
    }
}

#[test]
fn a_dash_is_no_name_of_a_column() {
    for (header, which) in [
        ("| - | code | kind |", "the first column has no name"),
        ("| code | - | kind |", "the column after `code` has no name"),
        ("| code | kind | - |", "the column after `kind` has no name"),
    ] {
        assert_fault(
            &format!("{header} | a | Rain | Snow | | b | Rain | Snow |"),
            &format!("{which}\nhelp: {COLUMNS}"),
        );
    }
}

#[test]
fn a_slip_in_the_header_is_no_fault_of_the_rows() {
    let rows = "| 400 | a | One | Rain | | 401 | b | Two | Snow |";
    for (header, fault) in [
        (
            "| status || code | variant | kind |",
            format!("the column after `status` has no name\nhelp: {COLUMNS}"),
        ),
        (
            "| status | code variant | kind |",
            "no `|` stands between the columns `code` and `variant`\nhelp: write one before `variant`".to_owned(),
        ),
        (
            "| status | code | kind |",
            format!(
                "the header has 3 columns, the rows have 4 cells\n\
                 help: name the one that is missing; {COLUMNS}"
            ),
        ),
        (
            "| type | status | code | variant | kind |",
            format!(
                "the header has 5 columns, the rows have 4 cells\n\
                 help: leave out the one that no row has, or write `-` in each row; {COLUMNS}"
            ),
        ),
        (
            "| status | code | variant |",
            "the table of `Fault` has no column `kind`\n\
             help: add a column `kind` that says in one word of `ErrorKind` what each row means"
                .to_owned(),
        ),
        (
            "| status | code | variant | - |",
            format!("the column after `variant` has no name\nhelp: {COLUMNS}"),
        ),
    ] {
        assert_fault(&format!("{header} {rows}"), &fault);
    }
    assert_eq!(
        faults_of(&format!(
            "| status | status | code | variant | kind | {rows}"
        )),
        [
            "a second column `status`\nhelp: each column stands once",
            "`status` first stands here",
        ]
    );
}

#[test]
fn a_row_that_fits_a_header_with_a_slip_does_not_excuse_it() {
    let rows = "| 400 | a | One | Rain | | b | Two | Snow | | 402 | c | Three | Rain | | 403 | d | Four | Rain | | 404 | e | Five | Rain |";
    assert_fault(
        &format!("| status | code | kind | {rows}"),
        &format!(
            "the header has 3 columns, the rows have 4 cells\n\
             help: name the one that is missing; {COLUMNS}"
        ),
    );
    assert_eq!(
        first_lines(&faults_of(&format!(
            "| status | code | variant | kind | {rows}"
        ))),
        ["the row `b` has 3 cells, the table has 4 columns"]
    );
}

#[test]
fn a_row_is_checked_where_the_header_could_be_mended() {
    for header in [
        "| status || code | variant | kind |",
        "| status | code variant | kind |",
        "| status | status | code | variant | kind |",
    ] {
        let faults = faults_of(&format!(
            "{header} | 42 | a | One | Rain | | 401 | b | Two | Snow |"
        ));
        assert_eq!(first_lines(&faults).last(), Some(&"`42` is no HTTP status"));
    }
}

#[test]
fn a_misspelt_column_stands_for_none_that_is_there_already() {
    // The row has nothing to match, but what the unknown column was meant for is not known.
    assert_eq!(
        first_lines(&faults_of("| kind | kid | | Rain | a |")),
        ["unknown column `kid`"]
    );
}

#[test]
fn words_that_are_like_no_column_are_no_header() {
    for first in ["| Rain | Snow |", "| knid | 429 |"] {
        let faults = faults_of(&format!("{first} | a | Rain |"));
        let name = first.split(' ').nth(1).unwrap();
        assert_eq!(
            first_lines(&faults),
            [format!(
                "the first row of `Fault` does not name its columns: `{name}` is none"
            )]
        );
    }
}

#[test]
fn a_table_has_a_column_of_kinds() {
    assert_fault(
        "| code | summary | | a | - |",
        "the table of `Fault` has no column `kind`\n\
         help: add a column `kind` that says in one word of `ErrorKind` what each row means",
    );
}

#[test]
fn a_table_has_a_header_and_a_row() {
    let no_row = "the table of `Fault` has no row\n\
        help: the first row names the columns, each further row is an error: `| code | kind |`, `| rate_limit | … |`";
    assert_fault("", no_row);
    assert_fault("| code | kind |", no_row);
    assert_fault("| code | kind | |---|---|", no_row);
    assert_fault(
        "| 429 | Rain | | 400 | Snow |",
        &format!(
            "the first row of `Fault` does not name its columns: `429` is none\nhelp: {COLUMNS}"
        ),
    );
    assert_fault(
        "One, Two",
        "`One` stands in no row\n\
         help: a row is `| cell | cell | … |`, and the first row names the columns",
    );
}

#[test]
fn a_row_has_a_cell_for_each_column() {
    assert_fault(
        "| status | code | kind | | 400 | a | Rain | | b |",
        "the row `b` has 1 cell, the table has 3 columns\n\
         help: the columns are `status`, `code`, `kind`; write `-` where the page has nothing",
    );
    assert_fault(
        "| code | kind | | a | Rain | 429 | | b | Rain |",
        "the row `a` has 3 cells, the table has 2 columns\n\
         help: the columns are `code`, `kind`; a `|` inside a cell stands in quotes",
    );
}

#[test]
fn a_row_that_breaks_off_leaves_the_next_one_whole() {
    // Without lines, as in an editor while the row is typed.
    assert_fault(
        "| code | kind | summary | | a | Ra | b | Rain | - | | c | Snow | - |",
        "the row `a` has 2 cells, the table has 3 columns\n\
         help: the columns are `code`, `kind`, `summary`; write `-` where the page has nothing",
    );
}

#[test]
fn a_cell_is_not_empty() {
    let help = "help: write `-` where the page has nothing";
    assert_fault(
        "| status | code | kind | | 400 | | Rain |",
        &format!("the row `400` has an empty cell: `code`\n{help}"),
    );
    assert_fault(
        "| status | code | kind | | | a | Rain |",
        &format!("the row `a` has an empty cell: `status`\n{help}"),
    );
    assert_fault(
        "| code | kind | summary | | a | Rain | |",
        &format!("the row `a` has an empty cell: `summary`\n{help}"),
    );
    assert_fault(
        "| code | | kind | | a | b | Rain |",
        &format!("the column after `code` has no name\nhelp: {COLUMNS}"),
    );
}

#[test]
fn a_row_begins_and_ends_with_a_pipe() {
    assert_fault(
        "| code | kind | | a | Rain | b | Rain |",
        "the row `a` does not end with `|`\nhelp: write one after `Rain`",
    );
    assert_fault(
        "| code | kind | | a | Rain | | b | Rain",
        "the row `b` does not end with `|`\nhelp: write one after `Rain`",
    );
    assert_fault(
        "| code | kind | | | a | Rain |",
        "the row `a` has a `|` too many\n\
         help: a row is `| cell | cell | … |`; a cell without a value is `-`",
    );
    assert_fault(
        "code | kind | | a | Rain |",
        "a row that does not begin with `|`\nhelp: a row is `| cell | cell | … |`",
    );
}

#[test]
fn a_table_has_no_doc_comment_inside() {
    assert_fault(
        "//! Rain.
         | code | kind |
         | a | Rain |",
        "an attribute or doc comment on a row\n\
         help: the cell in the column `summary` documents a row; a remark begins with `//`",
    );
}

#[test]
fn a_row_has_no_attribute() {
    assert_fault(
        "| code | kind |
         /// Rain.
         | a | Rain |",
        "an attribute or doc comment on a row\n\
         help: the cell in the column `summary` documents a row; a remark begins with `//`",
    );
}
