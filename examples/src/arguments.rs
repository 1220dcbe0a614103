//! The arguments of the programs.

use clap::Parser;
use clap::error::ErrorKind;
use std::process::exit;

/// Reads the arguments of a program, or ends it as [`refuse`] does.
#[must_use]
pub fn arguments<A: Parser>() -> A {
    A::try_parse().unwrap_or_else(|error| refuse::<A>(&error))
}

/// Ends a program: with help where it was asked for, and otherwise with the cause and the cure in one line and the exit code 2.
pub fn refuse<A: Parser>(error: &clap::Error) -> ! {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        error.exit();
    }
    let command = A::command();
    let (program, cause) = (command.get_name(), cause(error));
    eprintln!("{program}: {cause}; `--help` shows what it takes");
    exit(2)
}

/// Returns what an error says, without the usage.
fn cause(error: &clap::Error) -> String {
    let text = error.to_string();
    let parts = text
        .lines()
        .take_while(|line| !line.starts_with("Usage"))
        .map(|line| line.trim().trim_start_matches("error: "))
        .filter(|line| !line.is_empty() && !line.starts_with("For more information"));
    parts.collect::<Vec<_>>().join("; ").replace(":; ", ": ")
}
