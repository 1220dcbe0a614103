//! Prints how much memory an error, a row and a large body take.
//!
//! ```text
//! cargo bench --manifest-path examples/peers/Cargo.toml --bench memory
//! ```

#![forbid(unsafe_code)]

use allocation_counter::measure;
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
            "a message",
            format!(r#"{{"error":{{"message":"{text}","code":"rate_limit"}}}}"#),
        ),
        (
            "a message with escapes",
            format!(r#"{{"error":{{"message":"\n{text}","code":"rate_limit"}}}}"#),
        ),
        (
            "text in another field",
            format!(r#"{{"error":{{"code":"rate_limit"}},"prompt":"{text}"}}"#),
        ),
        (
            "open brackets",
            format!(r#"{{"error":{}"#, "[".repeat(10 << 20)),
        ),
        ("an HTML page", format!("<html>{text}")),
    ];
    for (name, body) in bodies {
        let headers = HeaderMap::new();
        let memory = measure(|| {
            let error = providers::modelverse::PROVIDER.read(
                StatusCode::TOO_MANY_REQUESTS,
                &headers,
                &body,
            );
            assert!(error.is_retryable());
        });
        let name = format!(
            "peak while reading a body of {} bytes, most of it {name}",
            body.len()
        );
        table.add_row([name, memory.bytes_max.to_string()]);
    }
    println!("{table}");
    Ok(())
}

/// Returns how much each of 4,974 more rows adds to a program.
fn bytes_a_row() -> io::Result<u64> {
    let few = fs::metadata(env!("CARGO_BIN_EXE_rows_26"))?.len();
    let many = fs::metadata(env!("CARGO_BIN_EXE_rows_5000"))?.len();
    Ok((many - few) / (5_000 - 26))
}
