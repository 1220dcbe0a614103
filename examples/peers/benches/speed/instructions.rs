//! The instructions of a case, from valgrind.
//!
//! This program runs itself under valgrind twice, the second time with twice as many repetitions. The difference is the cost
//! of the additional ones: both include starting the program and preparing the inputs.

use crate::cases::{Case, Group};
use std::env;
use std::process::Command;

/// At least this many repetitions, and as many for each input.
const TIMES: usize = 1 << 12;

/// Returns the instructions for one repetition.
pub fn of(title: &str, case: &Case) -> Result<f64, String> {
    let inputs = case.prepare().inputs;
    if inputs == 0 {
        return Err(format!("{title}: {} has no inputs", case.name));
    }
    let times = TIMES.next_multiple_of(inputs);
    let once = count(title, &case.name, times)?;
    let twice = count(title, &case.name, 2 * times)?;
    Ok((twice - once) / times as f64)
}

/// Returns the instructions for the first repetition in a program, beyond starting it and preparing the inputs.
pub fn of_first(title: &str, case: &Case) -> Result<f64, String> {
    Ok(count(title, &case.name, 1)? - count(title, &case.name, 0)?)
}

/// Runs one case, in the process under valgrind.
pub fn run(groups: &[Group], title: &str, name: &str, times: &str) {
    let group = groups.iter().find(|group| group.title == title);
    let case = group.and_then(|group| group.cases.iter().find(|case| case.name == name));
    if let (Some(case), Ok(times)) = (case, times.parse()) {
        (case.prepare().run)(times);
    }
}

fn count(title: &str, name: &str, times: usize) -> Result<f64, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--run", title, name, &times.to_string()])
        .output()
        .map_err(|error| format!("valgrind does not start: {error}"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let mut lines = report.lines();
    lines
        .find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
        .ok_or_else(|| format!("valgrind printed no count: {report}"))
}
