//! Reads any bytes as an error page: whatever is read has rows, and each says what a response would show.

#![no_main]

/// The sources of the reader of pages, because the examples' library brings servers along.
#[path = "../../examples/src"]
mod sources {
    pub mod page;
}

use error_codes::{Reader, StatusPattern};
use libfuzzer_sys::fuzz_target;
use sources::page;

fuzz_target!(|bytes: &[u8]| {
    match page::read(bytes) {
        Ok(page) => {
            let reader = Reader::new();
            assert!(page.rows().next().is_some());
            for row in page.rows() {
                check(row);
                row.proposal(&reader);
            }
        }
        Err(unreadable) => assert!(!unreadable.to_string().contains('\n')),
    }
});

fn check(row: &page::PageRow) {
    if let Some(status) = &row.status {
        assert!(status.parse::<StatusPattern>().is_ok(), "{status}");
    }
    let names = [&row.error_type, &row.code];
    let is_told = row.status.is_some() || !row.messages.is_empty();
    assert!(is_told || names.iter().any(|name| name.is_some()));
    assert!(names.into_iter().flatten().all(|name| !name.trim().is_empty()));
}
