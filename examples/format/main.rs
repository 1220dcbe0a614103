//! Aligns the columns of the tables in `provider_errors!` calls, which rustfmt leaves as they are.
//!
//! ```text
//! cargo run --example format -- src/errors.rs src/providers/*.rs
//! cargo run --example format -- --check src/errors.rs     # changes nothing, and names the files that are not aligned
//! cargo run --example format -- - < src/errors.rs         # for an editor
//! ```

mod align;
mod calls;
mod fault;
mod rows;

use clap::Parser;
use error_codes_examples::arguments;
use fault::Fault;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Align the columns of the tables in `provider_errors!` calls
#[derive(Parser)]
#[command(name = "format")]
struct Arguments {
    /// Change nothing, print the name of each file that is not aligned, and exit with 1 if there is one
    #[arg(long)]
    check: bool,

    /// The files; `-` reads standard input and prints it aligned
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Arguments = arguments();
    let mut outcome = Outcome::Aligned;
    for file in &arguments.files {
        let of_file = format_file(file, arguments.check).unwrap_or_else(|error| {
            eprintln!("format: {error}");
            Outcome::Failed
        });
        outcome = outcome.max(of_file);
    }
    ExitCode::from(outcome as u8)
}

/// What became of a file, or the worst that became of several. The numbers are exit codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Aligned = 0,
    Differs = 1,
    Failed = 2,
}

fn format_file(file: &Path, is_check: bool) -> Result<Outcome, String> {
    let is_stdin = file.as_os_str() == "-";
    let name = if is_stdin {
        "standard input".into()
    } else {
        file.to_string_lossy()
    };
    let failed = |error: io::Error| format!("{name}: {error}");
    let source = read(file, is_stdin).map_err(failed)?;
    let aligned = aligned(&source).map_err(|fault| format!("{name}:{fault}"))?;
    let differs = aligned != source;
    let mut out = io::stdout().lock();
    let written = match (is_check, is_stdin) {
        (true, _) if differs => writeln!(out, "{name}"),
        (false, true) => out.write_all(aligned.as_bytes()),
        (false, false) if differs => fs::write(file, aligned),
        _ => Ok(()),
    };
    match written {
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written.map_err(failed)?,
    }
    if is_check && differs {
        Ok(Outcome::Differs)
    } else {
        Ok(Outcome::Aligned)
    }
}

fn read(file: &Path, is_stdin: bool) -> io::Result<String> {
    if !is_stdin {
        return fs::read_to_string(file);
    }
    let mut source = String::new();
    io::stdin().read_to_string(&mut source)?;
    Ok(source)
}

/// Returns the source with each of its tables aligned.
fn aligned(source: &str) -> Result<String, Fault> {
    let mut lines = Vec::new();
    for table in calls::tables(source)? {
        lines.extend(align::lines(source, &rows::rows(&table)?));
    }
    lines.sort_by_key(|line| line.place.start);
    let mut aligned = String::with_capacity(source.len());
    let mut end = 0;
    for line in lines {
        aligned.push_str(&source[end..line.place.start]);
        aligned.push_str(&line.text);
        end = line.place.end;
    }
    aligned.push_str(&source[end..]);
    Ok(aligned)
}
