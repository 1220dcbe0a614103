//! What the architecture promises, checked in the sources and at run time.

#[path = "invariants/imports.rs"]
mod imports;

use error_codes::{HeaderMap, Reader, providers};
use std::fs;
use std::path::Path;

/// The sources of a folder beside this crate, with their names.
fn sources(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let entries = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let rust = entries.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    rust.map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).unwrap())
    })
    .collect()
}

#[test]
fn a_providers_module_is_a_table_and_nothing_else() {
    let modules = sources("error-codes/src/providers");
    assert_eq!(modules.len(), providers::ALL.len());
    for (name, text) in modules {
        let code: String = text
            .lines()
            .filter(|line| !line.starts_with("//!"))
            .collect();
        let call = code.trim().strip_prefix("crate::provider_errors! {");
        assert!(call.is_some_and(|call| call.ends_with('}')), "{name}");
        assert_eq!(code.matches("provider_errors!").count(), 1, "{name}");
        assert!(!code.contains("fn "), "{name}");
    }
}

#[test]
fn the_list_of_providers_is_in_order_and_each_file_bears_its_id() {
    let ids: Vec<_> = providers::ALL
        .iter()
        .map(|provider| provider.id())
        .collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    for (name, text) in sources("error-codes/src/providers") {
        let id = name.trim_end_matches(".rs");
        assert!(text.contains(&format!("provider \"{id}\" {{")), "{name}");
    }
}

#[test]
fn an_index_finds_what_a_walk_finds() {
    for provider in providers::ALL {
        for entry in provider.entries() {
            let table = entry.table().name();
            let reader = Reader::provider(*provider).only_table(table).unwrap();
            for code in entry.row().code().into_iter().chain(entry.row().aliases()) {
                let body = serde_json::json!({ "error": { "code": code } }).to_string();
                let headers = HeaderMap::new();
                let error = reader.read(None, &headers, &body);
                // Of two rows with the code, which one is found depends on the rest of the response.
                let found = error.matched().map(|matched| matched.row());
                let has_code = found.is_some_and(|found| {
                    found.code() == Some(code) || found.aliases().any(|alias| alias == code)
                });
                assert!(has_code, "{entry:?} {code} {found:?}");
            }
        }
    }
}

#[test]
fn reading_a_body_without_escapes_does_not_allocate() {
    for provider in providers::ALL {
        for entry in provider.entries() {
            let response = entry.render(&[("model", "m"), ("key", "k")]);
            if response.body().contains('\\') {
                continue;
            }
            let read = || {
                let error = provider.read(response.status(), response.headers(), response.body());
                assert!(error.matched().is_some());
            };
            // Indexes are filled on first use.
            read();
            let memory = allocation_counter::measure(read);
            assert_eq!(memory.count_total, 0, "{entry:?}");
        }
    }
}

/// Returns the peak memory for reading a body, besides the body itself, in bytes: with a provider or without, whichever is more.
fn peak(body: &str) -> u64 {
    let headers = HeaderMap::new();
    // Indexes are filled on first use.
    let small = r#"{"error":{"message":"no"}}"#;
    let _ = error_codes::read(None, &headers, small);
    let _ = providers::modelverse::PROVIDER.read(None, &headers, small);
    let known = allocation_counter::measure(|| {
        let error = providers::modelverse::PROVIDER.read(None, &headers, body);
        assert_eq!(error.body().len(), body.len());
    });
    let unknown = allocation_counter::measure(|| {
        let error = error_codes::read(None, &headers, body);
        assert_eq!(error.body().len(), body.len());
    });
    known.bytes_max.max(unknown.bytes_max)
}

const LARGE: usize = 10 << 20;

#[test]
fn a_large_body_is_borrowed() {
    let text = "m".repeat(LARGE);
    assert_eq!(peak(&format!(r#"{{"error":{{"message":"{text}"}}}}"#)), 0);
    assert_eq!(peak(&format!(r#"{{"prompt":"{text}","code":2007}}"#)), 0);
    assert_eq!(peak(&format!("<html>{text}")), 0);
    assert_eq!(peak(&"[".repeat(LARGE)), 0);
    assert_eq!(peak(&r#"{"a":"#.repeat(LARGE / 5)), 0);
}

#[test]
fn a_large_message_with_escapes_is_copied_once() {
    /// More than the box that holds the texts of an error.
    const BOX: u64 = 200;
    let body = format!(r#"{{"error":{{"message":"\n{}"}}}}"#, "m".repeat(LARGE));
    assert!(peak(&body) <= body.len() as u64 + BOX);
}
