//! The library as WebAssembly.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

const TARGET: &str = "wasm32-unknown-unknown";
const EXAMPLES: &str = env!("CARGO_MANIFEST_DIR");

/// Compiles the package in `examples/page`, of which the sources and Rust are needed.
///
/// # Errors
///
/// A text in one line that says what is missing.
pub(super) fn compile() -> Result<Vec<u8>, String> {
    if !has_target()? {
        return Err(format!("`rustup target add {TARGET}` is needed first"));
    }
    let output = program("CARGO", "cargo")
        .args([
            "build",
            "--package",
            "error-codes-page",
            "--profile",
            "page",
        ])
        .args(["--target", TARGET])
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit())
        .output()
        .map_err(cannot_run("cargo"))?;
    if !output.status.success() {
        return Err("cargo could not build it".to_owned());
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let file = messages.lines().rev().find_map(wasm_file);
    let file = file.ok_or("cargo built no file of WebAssembly")?;
    fs::read(&file).map_err(|error| format!("{file}: {error}"))
}

fn has_target() -> Result<bool, String> {
    let output = program("RUSTC", "rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .map_err(cannot_run("rustc"))?;
    let folder = String::from_utf8_lossy(&output.stdout);
    Ok(output.status.success() && Path::new(folder.trim()).is_dir())
}

/// Returns a program of Rust, in the folder in which the toolchain of the project is used.
fn program(variable: &str, name: &str) -> Command {
    let program = env::var_os(variable).unwrap_or_else(|| name.into());
    let mut command = Command::new(program);
    command.current_dir(EXAMPLES);
    command
}

fn cannot_run(name: &str) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{name} does not run in {EXAMPLES}: {error}")
}

/// Returns the file that a message of cargo reports, if that is WebAssembly.
fn wasm_file(message: &str) -> Option<String> {
    let message: Value = serde_json::from_str(message).ok()?;
    let files = message["filenames"].as_array()?.iter();
    let mut files = files.filter_map(Value::as_str);
    let file = files.find(|file| Path::new(file).extension().is_some_and(|end| end == "wasm"))?;
    Some(file.to_owned())
}
