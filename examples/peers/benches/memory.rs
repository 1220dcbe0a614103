//! Prints how much memory an error, a row and a large body take.
//!
//! ```text
//! cargo bench --manifest-path examples/peers/Cargo.toml --bench memory
//! ```

#![forbid(unsafe_code)]

use allocation_counter::{AllocationInfo, measure};
use comfy_table::{Table, presets};
use error_codes::{ApiError, HeaderMap, Row, StatusCode, providers};
use std::fs;
use std::io;

fn main() -> io::Result<()> {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_header(["", "bytes"]);
    table.add_row([
        "an ApiError".to_owned(),
        size_of::<ApiError<'_>>().to_string(),
    ]);
    table.add_row(["a Row".to_owned(), size_of::<Row>().to_string()]);
    table.add_row([
        "a row in a program, its texts included".to_owned(),
        bytes_a_row()?.to_string(),
    ]);
    let text = "m".repeat(10 << 20);
    let bodies = [
        (
            "a known code",
            r#"{"error":{"message":"slow down","code":"rate_limit"}}"#.to_owned(),
        ),
        (
            "a message that rows and phrases are compared with",
            r#"{"error":{"message":"you have sent too many requests"}}"#.to_owned(),
        ),
        (
            "mostly a message",
            format!(r#"{{"error":{{"message":"{text}","code":"rate_limit"}}}}"#),
        ),
        (
            "mostly a message with escapes",
            format!(r#"{{"error":{{"message":"\n{text}","code":"rate_limit"}}}}"#),
        ),
        (
            "mostly text in another field",
            format!(r#"{{"error":{{"code":"rate_limit"}},"prompt":"{text}"}}"#),
        ),
        (
            "mostly open brackets",
            format!(r#"{{"error":{}"#, "[".repeat(10 << 20)),
        ),
        ("mostly an HTML page", format!("<html>{text}")),
    ];
    // The first message fills the indexes that the others are looked up in.
    let kept = read(&bodies[1].1).bytes_current;
    table.add_row([
        "kept from the first message on".to_owned(),
        kept.to_string(),
    ]);
    for (name, body) in &bodies {
        let name = format!("peak while reading a body of {} bytes: {name}", body.len());
        table.add_row([name, read(body).bytes_max.to_string()]);
    }
    println!("{table}");
    Ok(())
}

/// Returns what is allocated while a body is read.
fn read(body: &str) -> AllocationInfo {
    let headers = HeaderMap::new();
    measure(|| {
        let error =
            providers::modelverse::PROVIDER.read(StatusCode::TOO_MANY_REQUESTS, &headers, body);
        assert!(error.is_retryable());
    })
}

/// Returns how much each of 4,974 more rows adds to a program.
fn bytes_a_row() -> io::Result<u64> {
    let few = fs::metadata(env!("CARGO_BIN_EXE_rows_26"))?.len();
    let many = fs::metadata(env!("CARGO_BIN_EXE_rows_5000"))?.len();
    Ok((many - few) / (5_000 - 26))
}
