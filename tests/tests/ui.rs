//! Tables that must not compile, each with the whole of what the compiler says, and tables that must.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the compiler's words down. Read them: they must be enough to mend the
//! table.

#[test]
fn a_wrong_table_does_not_compile() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("ui/*.rs");
    for group in [
        "cells",
        "columns",
        "duplicates",
        "provider",
        "rows",
        "templates",
        "vocabulary",
    ] {
        tests.compile_fail(format!("ui/{group}/*.rs"));
    }
    tests.pass("ui/pass/*.rs");
}
