//! The macro knows the grammar of a table and none of its words, but for those that it advises with.

#[path = "../../error-codes-macros/src/advice.rs"]
mod advice;

use advice::{HINTS, KINDS, SCOPES, SHAPES, Vocabulary};
use error_codes::{ErrorKind, RetryHint, Scope, providers};
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

fn in_workspace(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The sources of the macro crate, with their names, without the words that it advises with.
fn sources() -> Vec<(String, String)> {
    let files = files(&in_workspace("error-codes-macros/src"));
    let files = files
        .into_iter()
        .filter(|path| !path.ends_with("src/advice.rs"));
    let sources = files.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path.display().to_string(), text)
    });
    sources.collect()
}

/// Whether a text has a word that is not part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !is_part(before) && !is_part(after)
    })
}

/// Whether a text names a word of the vocabulary. One that is plain English, or a type of the macro's own, counts only
/// where it cannot be meant otherwise: in quotes, or behind the vocabulary's name. In backticks a small word may be a
/// module or a keyword of the grammar.
fn names(text: &str, vocabulary: &str, word: &str) -> bool {
    let is_compound = word.contains('_') || word.chars().filter(|c| c.is_uppercase()).count() > 1;
    if is_compound {
        return has_word(text, word);
    }
    let is_small = word.starts_with(char::is_lowercase);
    text.contains(&format!("\"{word}\""))
        || (!is_small && text.contains(&format!("`{word}`")))
        || has_word(text, &format!("{vocabulary}::{word}"))
}

/// The constants of `BodyShape`, from its source.
fn shapes() -> Vec<String> {
    let source =
        fs::read_to_string(in_workspace("error-codes/src/response/shape/known.rs")).unwrap();
    let declarations = source.split("pub const ").skip(1);
    declarations
        .filter_map(|declaration| declaration.split_once(": Self ="))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        .collect()
}

/// A new word needs its line there, or the macro would not propose it.
#[test]
fn the_macro_advises_with_every_word_there_is() {
    let kinds = ErrorKind::ALL.iter().map(|kind| kind.name());
    assert!(KINDS.words.iter().copied().eq(kinds));
    let hints = RetryHint::ALL.iter().map(|hint| hint.name());
    assert!(HINTS.words.iter().copied().eq(hints));
    let scopes = Scope::ALL.iter().map(|scope| scope.name());
    assert!(SCOPES.words.iter().copied().eq(scopes));
    let shapes = shapes();
    assert!(SHAPES.words.iter().eq(&shapes), "{shapes:?}");
}

/// Advice about a word that exists would refuse a good table.
#[test]
fn no_word_is_confused_with_another_one_that_exists() {
    for vocabulary in [KINDS, HINTS, SCOPES, SHAPES] {
        let Vocabulary { noun, words, .. } = vocabulary;
        for word in words {
            assert_eq!(vocabulary.corrected(word), None, "{noun} {word}");
            assert_eq!(vocabulary.meant_by(&word.to_lowercase()), Some(*word));
        }
    }
    assert_eq!(KINDS.corrected("Forbidden"), Some("PermissionDenied"));
    assert_eq!(advice::column("错误码"), Some("code"));
    assert_eq!(advice::column("owner"), None);
}

#[test]
fn a_name_is_found_where_it_is_meant() {
    assert!(names("an RateLimited error", "ErrorKind", "RateLimited"));
    assert!(!names("RateLimitedByProvider", "ErrorKind", "RateLimited"));
    assert!(names("#krate::Scope::Key", "Scope", "Key"));
    assert!(!names("struct Key;", "Scope", "Key"));
    assert!(names("such as `Timeout`", "ErrorKind", "Timeout"));
    assert!(!names("an unknown column", "ErrorKind", "unknown"));
}

#[test]
fn the_macro_names_no_kind_hint_or_scope() {
    let kinds = ErrorKind::ALL
        .iter()
        .flat_map(|kind| [("ErrorKind", kind.name()), ("ErrorKind", kind.as_str())]);
    let hints = RetryHint::ALL
        .iter()
        .flat_map(|hint| [("RetryHint", hint.name()), ("RetryHint", hint.as_str())]);
    let scopes = Scope::ALL
        .iter()
        .flat_map(|scope| [("Scope", scope.name()), ("Scope", scope.as_str())]);
    // The grammar has a block of this name.
    let is_keyword = |word: &str| word == "provider";
    let words: Vec<_> = kinds
        .chain(hints)
        .chain(scopes)
        .filter(|(_, word)| !is_keyword(word))
        .collect();
    assert_eq!(words.len(), 2 * (15 + 4 + 5) - 1);
    // What is written for a row whose kind cannot be read has to be some kind.
    let is_fallback = |file: &str, word: &str| file.ends_with("fallback.rs") && word == "Unknown";
    for (file, text) in sources() {
        for (vocabulary, word) in &words {
            let is_named = names(&text, vocabulary, word) && !is_fallback(&file, word);
            assert!(!is_named, "{file} names {word}");
        }
    }
}

#[test]
fn the_macro_names_no_shape_and_no_provider() {
    let shapes = shapes();
    assert!(shapes.iter().any(|shape| shape == "OPENAI"), "{shapes:?}");
    let ids = providers::ALL
        .iter()
        .map(|provider| provider.id().to_owned());
    let words: Vec<String> = shapes.into_iter().chain(ids).collect();
    for (file, text) in sources() {
        for word in &words {
            assert!(!has_word(&text, word), "{file} names {word}");
        }
    }
}

/// The parameters and the body of a function that one of the files has under this name, without comments.
fn function(folder: &str, name: &str) -> Option<String> {
    files(&in_workspace(folder)).into_iter().find_map(|path| {
        let source = fs::read_to_string(path).unwrap();
        let (_, rest) = source.split_once(&format!("fn {name}("))?;
        let (function, _) = rest.split_once("\n}\n")?;
        let lines = function.lines();
        let code = lines.filter(|line| !line.trim_start().starts_with("//"));
        Some(code.collect::<Vec<_>>().join("\n"))
    })
}

/// The macro refuses two messages that the reader cannot tell apart, so it has the reader's rules.
#[test]
fn the_macro_folds_letters_as_the_reader_of_messages_does() {
    for name in ["separates_words", "is_wide", "fold"] {
        let reader = function("error-codes/src/message", name);
        assert!(reader.is_some(), "{name}");
        assert_eq!(function("error-codes-macros/src", name), reader, "{name}");
    }
}
