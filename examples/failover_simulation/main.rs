//! Sends a million simulated requests through `failover` in each of several bad situations, and prints how many were served, and how
//! many were lost although some route could have served them. The result is the same each time.
//!
//! ```text
//! cargo run --release --example failover_simulation
//! cargo run --release --example failover_simulation -- --requests 100000 --seed 2
//! ```
//!
//! A thousand requests arrive per second at a gateway over three providers with two keys each. A response takes 20 to 200
//! milliseconds. A request that fails or is told to wait ends; it is lost if some route could have served it then. The exit code is
//! 1 if failover with its default settings lost a request. `--cost` prints how long a decision takes instead.

mod cost;
mod gateway;
mod world;

use clap::Parser;
use comfy_table::{CellAlignment, Table, presets};
use error_codes::failover::{Failover, Preference, Route, Threshold};
use error_codes_examples::arguments;
use gateway::{Tally, run};
use std::process::ExitCode;
use world::{KEYS, PROVIDERS, Scenario};

/// Simulate a gateway whose providers fail
#[derive(Parser)]
#[command(name = "failover_simulation")]
struct Options {
    /// The number of requests in each situation
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    requests: u64,

    /// Choose which requests fail
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// Print how long a decision takes, which depends on the machine
    #[arg(long)]
    cost: bool,
}

/// The routes in their order: the keys of a provider share its requests, and a further provider is used if those before it are
/// not available.
fn failover() -> Failover {
    let mut failover = Failover::default();
    for route in 0..PROVIDERS * KEYS {
        let (provider, key) = (route / KEYS, route % KEYS);
        let name = Route::new(format!("provider {provider}"), "model").with_key(format!("{key}"));
        let priority = u32::try_from(provider).unwrap_or(u32::MAX);
        failover.insert(
            name,
            Preference {
                priority,
                weight: 1,
            },
        );
    }
    failover
}

/// Failover with so many faults until something cools down.
fn with_threshold(faults: u16) -> Failover {
    failover().with_threshold(Threshold {
        faults,
        ..Threshold::default()
    })
}

fn main() -> ExitCode {
    let options: Options = arguments();
    if options.cost {
        println!("{}", cost::table());
        return ExitCode::SUCCESS;
    }
    let settings: [(&str, Option<Failover>); 4] = [
        ("no failover", None),
        ("default", Some(failover())),
        ("1 fault", Some(with_threshold(1))),
        ("50 faults", Some(with_threshold(50))),
    ];

    println!(
        "{} requests each; seed {}\n",
        options.requests, options.seed
    );
    println!("Served, and calls per request, by the share of calls that fail at random\n");
    let names = settings.iter().map(|(name, _)| *name);
    let mut by_rate = table(["faults"].into_iter().chain(names));
    for rate in [0.0, 0.0005, 0.01, 0.05, 0.2, 0.5, 0.8] {
        let scenario = Scenario {
            faults: rate,
            ..Scenario::default()
        };
        let mut row = vec![percent(rate)];
        for (_, failover) in &settings {
            let tally = run(
                &scenario,
                failover.clone(),
                options.requests / 10,
                options.seed,
            );
            row.push(format!(
                "{}, {:.3}",
                percent(tally.share(tally.served)),
                tally.calls_per_request()
            ));
        }
        by_rate.add_row(row);
    }
    println!("{by_rate}\n");

    let mut lost = 0;
    let mut by_scenario = table([
        "situation",
        "failover",
        "served",
        "by the first provider",
        "told to wait",
        "failed everywhere",
        "lost",
        "calls per request",
    ]);
    for scenario in Scenario::all(options.requests) {
        for (name, failover) in &settings {
            let tally = run(&scenario, failover.clone(), options.requests, options.seed);
            if *name == "default" {
                lost += tally.lost;
            }
            by_scenario.add_row(row(scenario.name, name, &tally));
        }
    }
    println!("Lost are the requests that some route could have served\n\n{by_scenario}");
    if lost == 0 {
        ExitCode::SUCCESS
    } else {
        eprintln!(
            "failover_simulation: {lost} requests were lost that some route could have served"
        );
        ExitCode::FAILURE
    }
}

pub(crate) fn table<'n>(header: impl IntoIterator<Item = &'n str>) -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn row(scenario: &str, setting: &str, tally: &Tally) -> [String; 8] {
    [
        scenario.to_owned(),
        setting.to_owned(),
        tally.served.to_string(),
        tally.by_first.to_string(),
        tally.waiting.to_string(),
        tally.failed.to_string(),
        tally.lost.to_string(),
        format!("{:.3}", tally.calls_per_request()),
    ]
}

fn percent(share: f64) -> String {
    format!("{:.2} %", 100.0 * share)
}
