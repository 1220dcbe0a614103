//! Names that exist and are something else than the cell or the field expects: where rustc reports them.
//!
//! Not in `ui`, which records all that rustc says: here that quotes the standard library if its sources are installed.

use std::path::Path;
use std::process::Command;

#[test]
fn a_name_of_another_thing_is_reported_where_it_stands() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "--message-format=short"])
        .args(["--package", "error-codes-documented", "--features", "wrong"])
        .args(["--example", "other_things"])
        .arg("--target-dir")
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    let mut errors: Vec<String> = said
        .lines()
        .filter_map(|line| {
            let (_, place) = line.split_once("other_things.rs:")?;
            let (place, error) = place.split_once(": error[")?;
            Some(format!("{place} {}", error.split_once(']')?.0))
        })
        .collect();
    errors.sort();
    // The kind, the retry hint, the scope, `body` and `base`.
    let expected = [
        "13:19 E0599",
        "14:32 E0308",
        "15:45 E0308",
        "6:15 E0308",
        "7:15 E0308",
    ];
    assert_eq!(errors, expected, "{said}");
}
