//! Runs the examples as a user runs them.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

pub(super) fn start(example: &str, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", example, "--"])
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

pub(super) fn run(example: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(example, arguments);
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // While the program writes, which would wait for its output to be read. It may end before it has read everything.
        scope.spawn(move || stdin.write_all(input).is_ok());
        child.wait_with_output().unwrap()
    })
}
