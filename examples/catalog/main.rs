//! Prints every built-in table, for a person, as JSON or as a page in Markdown or HTML, or the list of providers in the README.
//!
//! ```text
//! cargo run --example catalog
//! cargo run --example catalog -- --json
//! cargo run --example catalog -- --html > catalog.html
//! cargo run --example catalog -- --list
//! ```

mod cells;
mod json;
mod markdown;
mod page;
mod tables;

use clap::Parser;
use error_codes::{Provider, providers};
use error_codes_examples::arguments;
use std::io;
use std::process::ExitCode;

/// Print the tables of all providers, or of some.
#[derive(Parser)]
#[command(name = "catalog", after_help = provider_ids())]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one flag a format, of which one can be given"
)]
struct Arguments {
    /// Print one JSON array, an object a row
    #[arg(long, group = "format")]
    json: bool,

    /// Print a page in Markdown
    #[arg(long, group = "format")]
    markdown: bool,

    /// Print a page in HTML that needs no other file: to search, to compare, and to explain responses that are pasted
    #[arg(long, group = "format")]
    html: bool,

    /// Leave out of the page what explains responses, for which the library is compiled to WebAssembly
    #[arg(long, requires = "html", conflicts_with_all = ["json", "markdown", "list"])]
    no_explain: bool,

    /// Print a list of the providers in Markdown, as it stands in the README
    #[arg(long, group = "format")]
    list: bool,

    /// The providers whose tables are printed; without any, all
    #[arg(value_name = "ID", value_parser = error_codes::provider)]
    providers: Vec<&'static Provider>,
}

fn provider_ids() -> String {
    let ids: Vec<&str> = providers::ALL.iter().map(|known| known.id()).collect();
    format!("Providers: {}", ids.join(", "))
}

fn main() -> ExitCode {
    let arguments: Arguments = arguments();
    let providers = if arguments.providers.is_empty() {
        providers::ALL
    } else {
        &arguments.providers
    };
    let mut out = io::stdout().lock();
    let run = if arguments.json {
        json::print(providers, &mut out)
    } else if arguments.markdown {
        markdown::print(providers, &mut out)
    } else if arguments.html {
        page::print(providers, !arguments.no_explain, &mut out)
    } else if arguments.list {
        markdown::print_list(providers, &mut out)
    } else {
        tables::print(providers, &mut out)
    };
    match run {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("catalog: {error}");
            ExitCode::FAILURE
        }
    }
}
