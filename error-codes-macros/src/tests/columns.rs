//! Columns, and the cells of a row.

use super::{assert_fault, assert_good, faults_of, first_lines};

const COLUMNS: &str = "valid columns are `status`, `type`, `code`, `variant`, `kind`, `retry`, `scope`, `message`, `phrase`, `summary`";

#[test]
fn a_header_is_recognized_by_similar_names() {
    let faults = faults_of("| Status Code | Error Code | Kind | | 429 | a | Rain |");
    assert_eq!(
        first_lines(&faults),
        ["unknown columns `Status Code`, `Error Code`, `Kind`"]
    );
}

#[test]
fn a_line_of_single_dashes_is_allowed_under_a_header_only() {
    assert_good("| code | kind | |-|-| | a | Rain |");
    assert_eq!(faults_of("| code | kind | | a | Rain | | - | - |").len(), 1);
}

#[test]
fn lines_that_are_drawn_around_a_table_are_ignored() {
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
fn a_column_is_known_and_named_once() {
    assert_fault(
        "| cod | kind | | a | Rain |",
        &format!("unknown column `cod`\nhelp: did you mean `code`? {COLUMNS}"),
    );
    assert_fault(
        "| code | kind | owner | | a | Rain | me |",
        &format!("unknown column `owner`\nhelp: {COLUMNS}"),
    );
    assert_eq!(
        faults_of("| code | kind | code | | a | Rain | - |"),
        ["duplicate column `code`\nhelp: name each column once",]
    );
}

#[test]
fn an_http_code_is_a_status() {
    for name in ["HTTP Code", "http_code", "HttpStatusCode"] {
        assert_fault(
            &format!("| {name} | code | kind | | 429 | a | Rain |"),
            &format!("unknown column `{name}`\nhelp: did you mean `status`? {COLUMNS}"),
        );
    }
}

#[test]
fn a_dash_is_not_the_name_of_a_column() {
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
fn a_fault_in_the_header_is_not_reported_for_the_rows() {
    let rows = "| 400 | a | One | Rain | | 401 | b | Two | Snow |";
    for (header, fault) in [
        (
            "| status || code | variant | kind |",
            format!("the column after `status` has no name\nhelp: {COLUMNS}"),
        ),
        (
            "| status | code variant | kind |",
            "missing `|` between the columns `code` and `variant`\nhelp: add one before `variant`"
                .to_owned(),
        ),
        (
            "| status | code | kind |",
            format!(
                "the header has 3 columns, but the rows have 4 cells\n\
                 help: name the missing column; {COLUMNS}"
            ),
        ),
        (
            "| type | status | code | variant | kind |",
            format!(
                "the header has 5 columns, but the rows have 4 cells\n\
                 help: remove the column that no row has, or write `-` in each row; {COLUMNS}"
            ),
        ),
        (
            "| status | code | variant |",
            "the table of `Fault` has no column `kind`\n\
             help: add a column `kind` that gives each row a variant of `ErrorKind`"
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
        ["duplicate column `status`\nhelp: name each column once",]
    );
}

#[test]
fn a_row_that_fits_a_wrong_header_does_not_excuse_it() {
    let rows = "| 400 | a | One | Rain | | b | Two | Snow | | 402 | c | Three | Rain | | 403 | d | Four | Rain | | 404 | e | Five | Rain |";
    assert_fault(
        &format!("| status | code | kind | {rows}"),
        &format!(
            "the header has 3 columns, but the rows have 4 cells\n\
             help: name the missing column; {COLUMNS}"
        ),
    );
    assert_eq!(
        first_lines(&faults_of(&format!(
            "| status | code | variant | kind | {rows}"
        ))),
        ["the row `b` has 3 cells, but the table has 4 columns"]
    );
}

#[test]
fn rows_are_checked_if_the_header_could_be_recovered() {
    for header in [
        "| status || code | variant | kind |",
        "| status | code variant | kind |",
        "| status | status | code | variant | kind |",
    ] {
        let faults = faults_of(&format!(
            "{header} | 42 | a | One | Rain | | 401 | b | Two | Snow |"
        ));
        assert_eq!(
            first_lines(&faults).last(),
            Some(&"`42` is not a valid HTTP status code")
        );
    }
}

#[test]
fn a_misspelt_column_is_not_taken_for_one_that_is_there() {
    // Nothing can match the row, but the unknown column may be what is missing.
    assert_eq!(
        first_lines(&faults_of("| kind | kid | | Rain | a |")),
        ["unknown column `kid`"]
    );
}

#[test]
fn names_that_are_like_no_column_are_not_a_header() {
    for first in ["| Rain | Snow |", "| knid | 429 |"] {
        let faults = faults_of(&format!("{first} | a | Rain |"));
        let name = first.split(' ').nth(1).unwrap();
        assert_eq!(
            first_lines(&faults),
            [format!(
                "the first row of `Fault` must name the columns, but `{name}` is not a column"
            )]
        );
    }
}

#[test]
fn a_table_has_a_column_of_kinds() {
    assert_fault(
        "| code | summary | | a | - |",
        "the table of `Fault` has no column `kind`\n\
         help: add a column `kind` that gives each row a variant of `ErrorKind`",
    );
}

#[test]
fn a_table_has_a_header_and_a_row() {
    let no_row = "the table of `Fault` has no rows\n\
        help: the first row names the columns, and each further row is an error: `| code | kind |`, `| rate_limit | … |`";
    assert_fault("", no_row);
    assert_fault("| code | kind |", no_row);
    assert_fault("| code | kind | |---|---|", no_row);
    assert_fault(
        "| 429 | Rain | | 400 | Snow |",
        &format!(
            "the first row of `Fault` must name the columns, but `429` is not a column\nhelp: {COLUMNS}"
        ),
    );
    assert_fault(
        "One, Two",
        "`One` is not part of a row\n\
         help: a row is `| cell | cell | … |`, and the first row names the columns",
    );
}

#[test]
fn a_row_has_a_cell_for_each_column() {
    assert_fault(
        "| status | code | kind | | 400 | a | Rain | | b |",
        "the row `b` has 1 cell, but the table has 3 columns\n\
         help: the columns are `status`, `code`, `kind`; write `-` for a cell without a value",
    );
    assert_fault(
        "| code | kind | | a | Rain | 429 | | b | Rain |",
        "the row `a` has 3 cells, but the table has 2 columns\n\
         help: the columns are `code`, `kind`; a `|` inside a cell must be in quotes",
    );
}

#[test]
fn a_row_that_breaks_off_leaves_the_next_one_whole() {
    // Without lines, as in an editor while the row is typed.
    assert_fault(
        "| code | kind | summary | | a | Ra | b | Rain | - | | c | Snow | - |",
        "the row `a` has 2 cells, but the table has 3 columns\n\
         help: the columns are `code`, `kind`, `summary`; write `-` for a cell without a value",
    );
}

#[test]
fn a_cell_is_not_empty() {
    let help = "help: write `-` for a cell without a value";
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
        "the row `a` does not end with `|`\nhelp: add one after `Rain`",
    );
    assert_fault(
        "| code | kind | | a | Rain | | b | Rain",
        "the row `b` does not end with `|`\nhelp: add one after `Rain`",
    );
    assert_fault(
        "| code | kind | | | a | Rain |",
        "the row `a` has an extra `|`\nhelp: remove it; a cell without a value is written `-`",
    );
    assert_fault(
        "code | kind | | a | Rain |",
        "the row `code` does not begin with `|`\nhelp: add one before `code`",
    );
}
