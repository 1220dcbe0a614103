//! Which file of a crate imports which, and that no two import each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The imports of one crate: for each of its files, the files that it imports.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// Reads the `use` declarations of a crate's sources, without its tests.
///
/// A path counts as an import of the file of the last module that it names, even if that file only re-exports the item:
/// `crate::message::Keywords` is an import of `message.rs`. Neither `mod` nor a `pub use` of a module below is an import.
fn imports(folder: &str) -> Imports {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let mut modules = BTreeMap::new();
    for path in files(&folder) {
        let name = path.strip_prefix(&folder).unwrap().to_string_lossy();
        let is_test = name == "tests.rs" || name.starts_with("tests/");
        if let Some(stem) = name.strip_suffix(".rs").filter(|_| !is_test) {
            let module = match stem {
                "lib" => Vec::new(),
                _ => stem.split('/').map(str::to_owned).collect(),
            };
            modules.insert(module, (name.clone().into_owned(), path));
        }
    }
    let mut imports = Imports::new();
    for (module, (name, path)) in &modules {
        let source = without_tests(&without_comments_and_texts(
            &fs::read_to_string(path).unwrap(),
        ));
        let imported = imports.entry(name.clone()).or_default();
        for (is_public, tree) in use_declarations(&source) {
            let mut paths = Vec::new();
            leaves(tree, "", &mut paths);
            for path in paths {
                let Some(target) = target(module, &path, |module| modules.contains_key(module))
                else {
                    continue;
                };
                let is_reexport_of_a_child =
                    is_public && target.len() > module.len() && target.starts_with(module);
                if target != *module && !is_reexport_of_a_child {
                    imported.insert(modules[&target].0.clone());
                }
            }
        }
    }
    imports
}

/// The files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// Replaces comments and the contents of string and character literals by nothing, because they may contain braces.
fn without_comments_and_texts(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let raw = rest.strip_prefix('r').and_then(|text| {
            let hashes = text.len() - text.trim_start_matches('#').len();
            text[hashes..].starts_with('"').then_some(hashes)
        });
        let is_part_of_word = code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw.filter(|_| !is_part_of_word) {
            let start = 2 + hashes;
            let end = format!("\"{}", "#".repeat(hashes));
            start + rest[start..].find(&end).unwrap() + end.len()
        } else if c == '"' {
            1 + end_of_literal(&rest[1..], '"')
        } else if c == '\'' && is_character(rest) {
            1 + end_of_literal(&rest[1..], '\'')
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        rest = &rest[skipped..];
    }
    code
}

/// Whether a quotation mark begins a character rather than a lifetime.
fn is_character(rest: &str) -> bool {
    let mut characters = rest.chars().skip(1);
    let first = characters.next();
    first == Some('\\') || characters.next() == Some('\'')
}

/// Where the text behind an opening quotation mark ends, in bytes, with the closing mark.
fn end_of_literal(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    let end = text.find(|c| {
        let is_end = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |end| end + 1)
}

/// Removes the items that are there for tests only.
fn without_tests(code: &str) -> String {
    let Some((before, item)) = code.split_once("#[cfg(test)]") else {
        return code.to_owned();
    };
    let mut depth = 0_u32;
    let end = item.find(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(c, ';' | '}')
    });
    let after = end.map_or("", |end| &item[end + 1..]);
    format!("{before}{}", without_tests(after))
}

/// The trees of the `use` declarations, and whether each has a visibility.
fn use_declarations(code: &str) -> Vec<(bool, &str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let before = code[..at].trim_end();
        let is_public = before.ends_with("pub") || before.ends_with(')');
        let is_declaration =
            is_public || before.is_empty() || before.ends_with([';', '{', '}', ']']);
        if is_declaration && let Some((tree, _)) = code[at + 4..].split_once(';') {
            found.push((is_public, tree));
        }
    }
    found
}

/// The paths of a tree: `a::{b, c::d}` has `a::b` and `a::c::d`.
fn leaves(tree: &str, prefix: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((before, inner)) = tree.split_once('{') else {
        let path = tree.split_whitespace().next().unwrap_or_default();
        paths.push(format!("{prefix}{path}"));
        return;
    };
    let prefix = format!("{prefix}{before}");
    let inner = inner.strip_suffix('}').unwrap();
    let mut depth = 0_u32;
    let branches = inner.split(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && c == ','
    });
    for branch in branches.filter(|branch| !branch.trim().is_empty()) {
        leaves(branch, &prefix, paths);
    }
}

/// The last module that a path names, if it is one of this crate.
fn target(
    module: &[String],
    path: &str,
    is_module: impl Fn(&Vec<String>) -> bool,
) -> Option<Vec<String>> {
    let mut segments = path.split("::").peekable();
    let mut target = module.to_vec();
    match *segments.peek()? {
        "crate" => target.clear(),
        "self" => {}
        "super" => {
            while segments.next_if_eq(&"super").is_some() {
                target.pop();
            }
        }
        first => {
            target.push(first.to_owned());
            if !is_module(&target) {
                return None;
            }
        }
    }
    let rest = segments.skip_while(|segment| matches!(*segment, "crate" | "self"));
    let is_relative = target.len() > module.len();
    for segment in rest.skip(usize::from(is_relative)) {
        target.push(segment.to_owned());
        if !is_module(&target) {
            target.pop();
            break;
        }
    }
    Some(target)
}

/// A way from each file back to itself, without the pairs, a text each: only the first that is found.
fn longer_circles(imports: &Imports) -> Vec<String> {
    let mut circles = BTreeSet::new();
    for start in imports.keys() {
        let mut ways = vec![vec![start]];
        let mut seen = BTreeSet::new();
        let mut at = 0;
        'search: while let Some(way) = ways.get(at).cloned() {
            at += 1;
            for next in &imports[way[way.len() - 1]] {
                if next == start && way.len() > 2 {
                    // The same circle begins at each of its files.
                    let first = (0..way.len()).min_by_key(|&at| way[at]).unwrap();
                    let mut way = way.clone();
                    way.rotate_left(first);
                    let names: Vec<&str> = way.iter().map(|name| name.as_str()).collect();
                    circles.insert(names.join(" -> "));
                    break 'search;
                }
                if next != start && seen.insert(next) {
                    let mut way = way.clone();
                    way.push(next);
                    ways.push(way);
                }
            }
        }
    }
    circles.into_iter().collect()
}

#[track_caller]
fn assert_no_file_imports_one_that_imports_it(folder: &str) {
    let imports = imports(folder);
    assert!(imports.values().any(|imported| !imported.is_empty()));
    let mut pairs = Vec::new();
    for (file, imported) in &imports {
        let back = imported
            .iter()
            .filter(|other| imports[*other].contains(file));
        let once = back.filter(|other| file < *other);
        pairs.extend(once.map(|other| format!("{file} <-> {other}")));
    }
    let longer = longer_circles(&imports);
    println!("longer circles in {folder}: {longer:#?}");
    assert!(
        pairs.is_empty(),
        "files of {folder} that import each other: {pairs:#?}; longer circles: {longer:#?}"
    );
}

#[test]
fn imports_are_found_and_resolved() {
    let source = "use a::b; // use crate::x;\n/// use crate::y;\nfn f() { let _ = \"use crate::z;\"; }\n\
                  pub(crate) use c::D as E;\n#[cfg(test)]\nmod tests { use super::*; }\nuse super::{F, g::{self, H}};";
    let code = without_tests(&without_comments_and_texts(source));
    let mut found = Vec::new();
    for (is_public, tree) in use_declarations(&code) {
        let mut paths = Vec::new();
        leaves(tree, "", &mut paths);
        found.extend(paths.into_iter().map(|path| (is_public, path)));
    }
    let found: Vec<(bool, &str)> = found
        .iter()
        .map(|(is_public, path)| (*is_public, path.as_str()))
        .collect();
    let expected = [
        (false, "a::b"),
        (true, "c::D"),
        (false, "super::F"),
        (false, "super::g::self"),
        (false, "super::g::H"),
    ];
    assert_eq!(found, expected);

    let module = |path: &str| -> Vec<String> {
        let names = path.split("::").filter(|name| !name.is_empty());
        names.map(str::to_owned).collect()
    };
    let all = ["", "table", "table::row", "table::index", "message"].map(module);
    for (from, path, expected) in [
        ("table", "row::Row", Some("table::row")),
        ("table::row", "super::index::Named", Some("table::index")),
        ("table::row", "super::Table", Some("table")),
        ("table::row", "super::super::message::fill", Some("message")),
        ("table", "crate::message::Keywords", Some("message")),
        ("table", "crate::message", Some("message")),
        ("table", "crate::Reader", Some("")),
        ("table", "self::index::Index", Some("table::index")),
        ("table", "http::StatusCode", None),
        ("", "message::fill", Some("message")),
    ] {
        let found = target(&module(from), path, |module| all.contains(module));
        assert_eq!(found, expected.map(module), "{from} {path}");
    }
}

#[test]
fn no_file_of_the_library_imports_one_that_imports_it() {
    assert_no_file_imports_one_that_imports_it("error-codes/src");
}

#[test]
fn no_file_of_the_macro_imports_one_that_imports_it() {
    assert_no_file_imports_one_that_imports_it("error-codes-macros/src");
}
