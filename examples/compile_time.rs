//! Builds crates with large tables and prints how long each takes by itself, compared with the same rows as an enum written
//! with `thiserror`, `strum` and `phf`; and how large programs are that read responses of one provider and of any.
//!
//! ```text
//! cargo run --example compile_time
//! cargo run --example compile_time -- sizes    # one part of it: tables, scratch or sizes
//! ```
//!
//! Then it checks and builds, from scratch, a crate that only depends on `error-codes`, with the tables of one provider or of
//! all, compared with one that depends on what `error-codes` itself depends on: `syn`, `quote`, `serde` and `http`; and says what
//! each further provider costs. At last it builds programs for release and prints their size without symbols.
//!
//! The crates are written to `target/compile_time`. For the first figures, their dependencies are built before the clock
//! starts. The time of the processor does not depend on what else the machine does, or on how many cores it has; it is known on
//! Linux only.

use clap::{Parser, ValueEnum};
use comfy_table::{Table, presets};
use error_codes::providers;
use error_codes_examples::arguments;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

const SIZES: [usize; 4] = [100, 1_000, 5_000, 20_000];
const RUNS: usize = 3;

/// A way to write the rows.
struct Way {
    name: &'static str,
    dependencies: &'static str,
    source: fn(usize) -> String,
}

const WAYS: [Way; 2] = [
    Way {
        name: "error-codes",
        dependencies: concat!(
            "error-codes = { path = \"",
            env!("CARGO_MANIFEST_DIR"),
            "/../error-codes\" }\n"
        ),
        source: as_table,
    },
    Way {
        name: "thiserror, strum, phf",
        dependencies: "thiserror = \"2\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n\
                       phf = { version = \"0.14\", features = [\"macros\"] }\n",
        source: as_derives,
    },
];

/// `error-codes` with the table of one provider alone.
const ONE_PROVIDER: Way = Way {
    name: "error-codes, one provider",
    dependencies: concat!(
        "error-codes = { path = \"",
        env!("CARGO_MANIFEST_DIR"),
        "/../error-codes\", default-features = false, features = [\"openai\"] }\n"
    ),
    source: |_| String::new(),
};

/// What `error-codes` itself depends on.
const FLOOR: Way = Way {
    name: "syn, quote, serde, http",
    dependencies: "http = \"1.4\"\nquote = \"1\"\nserde = \"1\"\n\
                   syn = { version = \"3\", default-features = false, features = [\"parsing\", \"printing\", \"proc-macro\"] }\n",
    source: |_| String::new(),
};

/// Measure how long tables take to build, and how large programs are
#[derive(Parser)]
#[command(name = "compile_time")]
struct Arguments {
    /// One part alone
    part: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Crates with large tables, by themselves
    Tables,
    /// A crate with everything that it depends on
    Scratch,
    /// Programs for release
    Sizes,
}

fn main() -> ExitCode {
    let Arguments { part: only } = arguments();
    let print = || -> io::Result<()> {
        let parts = [Part::Tables, Part::Scratch, Part::Sizes];
        for part in parts
            .iter()
            .filter(|part| only.is_none_or(|only| only == **part))
        {
            let table = match part {
                Part::Tables => tables()?,
                Part::Scratch => from_nothing()?,
                Part::Sizes => program_sizes()?,
            };
            println!("{table}");
        }
        Ok(())
    };
    match print() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("compile_time: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures each crate by itself.
fn tables() -> io::Result<Table> {
    let mut table = Table::new();
    let header = ["rows", "way"].map(str::to_owned).into_iter();
    let header = header.chain(Cost::header("error-codes"));
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_header(header);
    for size in SIZES {
        let mut first = None;
        for way in &WAYS {
            let project = write_crate(way, size)?;
            let cost = Cost {
                check: best_of(&project, &["check"])?,
                build: best_of(&project, &["build", "--release"])?,
            };
            let first = first.get_or_insert(cost);
            let cells = [size.to_string(), way.name.to_owned()].into_iter();
            table.add_row(cells.chain(cost.cells(*first)));
        }
    }
    Ok(table)
}

/// Measures a crate without code, together with everything that it depends on.
fn from_nothing() -> io::Result<Table> {
    let mut table = Table::new();
    let header = ["from scratch, depends on".to_owned()].into_iter();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_header(header.chain(Cost::header("syn, quote, serde, http")));
    let mut costs = Vec::new();
    for way in [&FLOOR, &ONE_PROVIDER, &WAYS[0]] {
        let way = Way {
            source: FLOOR.source,
            ..*way
        };
        let project = write_crate(&way, 0)?;
        let cost = Cost {
            check: from_scratch(&project, &["check"])?,
            build: from_scratch(&project, &["build", "--release"])?,
        };
        let first = *costs.first().unwrap_or(&cost);
        costs.push(cost);
        table.add_row([way.name.to_owned()].into_iter().chain(cost.cells(first)));
    }
    if let [floor, one, all] = *costs {
        let others = u32::try_from(providers::ALL.len() - 1).unwrap_or(1);
        let each = Cost {
            check: all.check.beyond(one.check) / others,
            build: all.build.beyond(one.build) / others,
        };
        let name = "each further provider".to_owned();
        table.add_row([name].into_iter().chain(each.cells(floor)));
    }
    Ok(table)
}

/// What a command takes.
#[derive(Clone, Copy)]
struct Spent {
    elapsed: Duration,
    /// Of the processor, by all processes.
    cpu: Duration,
}

impl Spent {
    const MAX: Self = Spent {
        elapsed: Duration::MAX,
        cpu: Duration::MAX,
    };

    /// Runs a command.
    fn by(command: impl FnOnce() -> io::Result<()>) -> io::Result<Self> {
        let (start, cpu) = (Instant::now(), cpu_of_children());
        command()?;
        Ok(Spent {
            elapsed: start.elapsed(),
            cpu: cpu_of_children().saturating_sub(cpu),
        })
    }

    fn or_less(self, other: Self) -> Self {
        Spent {
            elapsed: self.elapsed.min(other.elapsed),
            cpu: self.cpu.min(other.cpu),
        }
    }

    fn beyond(self, other: Self) -> Self {
        Spent {
            elapsed: self.elapsed.saturating_sub(other.elapsed),
            cpu: self.cpu.saturating_sub(other.cpu),
        }
    }
}

impl std::ops::Div<u32> for Spent {
    type Output = Self;

    fn div(self, parts: u32) -> Self {
        Spent {
            elapsed: self.elapsed / parts,
            cpu: self.cpu / parts,
        }
    }
}

/// Returns the processor time of the processes that were waited for, in hundredths of a second.
fn cpu_of_children() -> Duration {
    let status = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in parentheses, may have spaces.
    let fields = status.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(13).take(2);
    let ticks = ticks.filter_map(|ticks| ticks.parse::<u64>().ok());
    Duration::from_millis(10 * ticks.sum::<u64>())
}

/// What a crate takes to be checked and to be built.
#[derive(Clone, Copy)]
struct Cost {
    check: Spent,
    build: Spent,
}

impl Cost {
    fn header(first: &str) -> Vec<String> {
        let columns = ["check", "release build"].map(|command| {
            [
                format!("{command}, elapsed"),
                format!("{command}, CPU"),
                format!("elapsed, {first} = 1"),
                format!("CPU, {first} = 1"),
            ]
        });
        columns.concat()
    }

    fn cells(self, first: Cost) -> Vec<String> {
        let pairs = [(self.check, first.check), (self.build, first.build)];
        let seconds = |time: Duration| format!("{:.3} s", time.as_secs_f64());
        let ratio = |time: Duration, first: Duration| {
            format!("{:.2}", time.as_secs_f64() / first.as_secs_f64())
        };
        let cells = pairs.map(|(own, first)| {
            [
                seconds(own.elapsed),
                seconds(own.cpu),
                ratio(own.elapsed, first.elapsed),
                ratio(own.cpu, first.cpu),
            ]
        });
        cells.concat()
    }
}

/// Returns the least of several builds of the crate with everything that it depends on.
fn from_scratch(project: &Path, command: &[&str]) -> io::Result<Spent> {
    let mut best = Spent::MAX;
    for _ in 0..RUNS {
        fs::remove_dir_all(project.join("target")).ok();
        cargo(project, &["fetch"])?;
        best = best.or_less(Spent::by(|| cargo(project, command))?);
    }
    Ok(best)
}

/// Measures programs that read a response.
fn program_sizes() -> io::Result<Table> {
    const NOTHING: &str = "fn main() { println!(\"{}\", http::StatusCode::OK); }\n";
    const ONE: &str = "fn main() {\n\
        let headers = error_codes::HeaderMap::new();\n\
        let status = error_codes::StatusCode::BAD_REQUEST;\n\
        println!(\"{}\", error_codes::providers::openai::PROVIDER.read(status, &headers, \"{}\"));\n}\n";
    const ANY: &str = "fn main() {\n\
        let headers = error_codes::HeaderMap::new();\n\
        let status = error_codes::StatusCode::BAD_REQUEST;\n\
        println!(\"{}\", error_codes::read(status, &headers, \"{}\"));\n}\n";
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "program",
        "size",
        "more than without",
    ]);
    let mut first = None;
    for (name, way, source) in [
        ("reads nothing", &FLOOR, NOTHING),
        ("reads one provider, built with one", &ONE_PROVIDER, ONE),
        ("reads one provider, built with all", &WAYS[0], ONE),
        ("reads any provider, built with all", &WAYS[0], ANY),
    ] {
        let way = Way {
            name,
            dependencies: way.dependencies,
            source: |_| String::new(),
        };
        let project = write_crate(&way, 0)?;
        fs::write(project.join("src/main.rs"), source)?;
        let manifest = project.join("Cargo.toml");
        let text = fs::read_to_string(&manifest)?;
        fs::write(manifest, text + "\n[profile.release]\nstrip = true\n")?;
        cargo(&project, &["build", "--release"])?;
        let program = format!("target/release/{}_0", identifier(name));
        let size = fs::metadata(project.join(program))?.len() / 1024;
        let first = *first.get_or_insert(size);
        table.add_row([
            name.to_owned(),
            format!("{size} KiB"),
            format!("{} KiB", size.saturating_sub(first)),
        ]);
    }
    Ok(table)
}

fn identifier(name: &str) -> String {
    name.replace(|c: char| !c.is_alphanumeric(), "")
}

fn write_crate(way: &Way, size: usize) -> io::Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile_time");
    let name = identifier(way.name);
    let project = root.join(format!("{name}_{size}"));
    fs::create_dir_all(project.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}_{size}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[dependencies]\n{}",
        way.dependencies
    );
    fs::write(project.join("Cargo.toml"), manifest)?;
    fs::write(project.join("src/lib.rs"), (way.source)(size))?;
    Ok(project)
}

/// Returns the least of several builds of the crate by itself.
fn best_of(project: &Path, command: &[&str]) -> io::Result<Spent> {
    cargo(project, command)?;
    let mut best = Spent::MAX;
    for _ in 0..RUNS {
        let source = project.join("src/lib.rs");
        let text = fs::read(&source)?;
        fs::write(&source, text)?;
        best = best.or_less(Spent::by(|| cargo(project, command))?);
    }
    Ok(best)
}

fn cargo(project: &Path, command: &[&str]) -> io::Result<()> {
    let status = Command::new(env!("CARGO"))
        .args(command)
        .arg("--quiet")
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", project.join("target"))
        .current_dir(project)
        .stdout(Stdio::null())
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!(
            "cargo {} failed",
            command.join(" ")
        )))
    }
}

/// The words in the codes, which are as long and as similar as real ones.
const WORDS: [&str; 8] = [
    "request", "model", "token", "quota", "image", "channel", "upstream", "billing",
];

fn code(row: usize) -> String {
    let word = |at: usize| WORDS[at % WORDS.len()];
    format!("{}_{}_failed_{row}", word(row), word(row / 8))
}

fn as_table(size: usize) -> String {
    let mut rows = String::new();
    for row in 0..size {
        let _ = writeln!(
            rows,
            "| {} | {} | Row{row} | InvalidRequest | \"the row number {row} did not fit\" | \"row {row}\" |",
            400 + row % 100,
            code(row),
        );
    }
    format!(
        "error_codes::provider_errors! {{\nprovider \"large\" {{ name: \"Large\" }}\n\
         pub enum ErrorCode {{\n| status | code | variant | kind | message | summary |\n{rows}}}\n}}\n"
    )
}

fn as_derives(size: usize) -> String {
    let mut variants = String::new();
    let mut codes = String::new();
    for row in 0..size {
        let code = code(row);
        let _ = writeln!(
            variants,
            "/// row {row}\n#[error(\"the row number {row} did not fit\")]\n#[strum(serialize = \"{code}\")]\nRow{row},"
        );
        let _ = writeln!(codes, "\"{code}\" => ErrorCode::Row{row},");
    }
    format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, strum::EnumString, strum::EnumIter, \
         strum::IntoStaticStr)]\npub enum ErrorCode {{\n{variants}}}\n\
         pub static CODES: phf::Map<&'static str, ErrorCode> = phf::phf_map! {{\n{codes}}};\n"
    )
}
