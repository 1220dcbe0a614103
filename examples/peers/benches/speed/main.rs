//! Prints what looking up a code and reading a response cost compared with the alternatives, a table of ratios for each task.
//!
//! ```text
//! cargo bench --manifest-path examples/peers/Cargo.toml --bench speed
//! cargo bench --manifest-path examples/peers/Cargo.toml --bench speed -- --instructions 'code of 26'
//! cargo bench --manifest-path examples/peers/Cargo.toml --bench speed -- --readme --write
//! ```
//!
//! Times are measured by criterion. Instructions are counted by valgrind, which must be installed; they hardly vary from run
//! to run, so on a busy machine they are the figures to trust. The second form only counts instructions, for the tables whose
//! title begins with the given text; `--instructions` and that text can each be left out.
//!
//! The third form writes the tables of the README's section on speed and draws `speed.svg`. Without `--write` it prints the
//! tables.

#![forbid(unsafe_code)]

mod cases;
mod codes;
mod figures;
mod instructions;
mod masking;
mod mixed;
mod plot;
mod readme;
mod received;
mod responses;
mod several;
mod streams;
mod throughput;
mod time;
mod typed;

use cases::Group;
use comfy_table::{Table, presets};
use figures::Figures;
use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match *words {
        ["--run", title, name, times] => {
            instructions::run(&groups(), title, name, times);
            Ok(())
        }
        ["--readme"] => readme::tables(&mut Figures::new(groups())).map(|text| print!("{text}")),
        ["--readme", "--write"] => write(&mut Figures::new(groups())),
        ["--instructions", start] => print(start, false),
        ["--instructions"] => print("", false),
        [start] if !start.starts_with("--") => print(start, true),
        [] => print("", true),
        _ => Err(
            "expected `--readme`, `--instructions`, the start of a title, or the last two"
                .to_owned(),
        ),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("speed: {error}");
            ExitCode::FAILURE
        }
    }
}

fn groups() -> Vec<Group> {
    let mut groups = codes::groups();
    groups.extend(responses::groups());
    groups.extend(several::groups());
    groups.extend(streams::groups());
    groups.extend([mixed::group(), masking::group()]);
    groups
}

fn write(figures: &mut Figures) -> Result<(), String> {
    readme::write(figures)?;
    plot::draw(figures)
}

/// Measures everything before it prints, because criterion prints while it measures.
fn print(start: &str, with_time: bool) -> Result<(), String> {
    for (title, table) in tables(start, with_time)? {
        println!("{title}\n{table}\n");
    }
    Ok(())
}

fn tables(start: &str, with_time: bool) -> Result<Vec<(String, Table)>, String> {
    let mut tables = Vec::new();
    for group in groups() {
        if group.title.starts_with(start) {
            tables.push((group.title.clone(), table(&group, with_time)?));
        }
    }
    if with_time && "a million mixed responses".starts_with(start) {
        tables.push(("a million mixed responses".to_owned(), throughput::table()?));
    }
    Ok(tables)
}

/// Compares the cases of a group with its first.
fn table(group: &Group, with_time: bool) -> Result<Table, String> {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "",
        "instructions",
        "instructions, first = 1",
        "ns",
        "time, first = 1",
    ]);
    let mut first = None;
    for case in &group.cases {
        let instructions = instructions::of(&group.title, case)?;
        let time = if with_time {
            time::of(group, case)?
        } else {
            f64::NAN
        };
        let (first_instructions, first_time) = *first.get_or_insert((instructions, time));
        let or_dash = |number: f64, decimals: usize| match number.is_nan() {
            true => "-".to_owned(),
            false => format!("{number:.decimals$}"),
        };
        table.add_row([
            case.name.clone(),
            or_dash(instructions, 0),
            or_dash(instructions / first_instructions, 2),
            or_dash(time, 1),
            or_dash(time / first_time, 2),
        ]);
    }
    Ok(table)
}
