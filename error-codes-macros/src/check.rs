//! The rules of a table, one function each, and the way from cells to a model.

mod column;
mod header;
mod nearest;
mod provider;
mod row;
mod rows;
mod variant;

use crate::attribute;
use crate::fallback;
use crate::model::{Entry, Section, Table};
use crate::parse::{self, Input};
use crate::report::Report;
use proc_macro2::TokenStream;
use row::Draft;
use std::collections::{HashMap, HashSet};
use syn::Ident;
use syn::ext::IdentExt;

/// Holds every rule over a call and keeps all that can be kept.
pub(crate) fn check(input: Input, report: &mut Report) -> Table {
    one_provider(&input, report);
    some_section(&input, report);
    unlike_sections(&input.sections, report);
    let provider = match input.providers.into_iter().next() {
        Some(block) => provider::provider(block, report),
        None => fallback::provider(),
    };
    let sections = input
        .sections
        .into_iter()
        .map(|block| section(block, report))
        .collect();
    Table {
        krate: input.krate,
        provider,
        sections: merged(sections),
    }
}

/// A call holds the tables of one provider.
fn one_provider(input: &Input, report: &mut Report) {
    let (first, others) = match input.providers.as_slice() {
        [first, others @ ..] => (first, others),
        [] if !input.is_whole => return,
        [] => {
            const HELP: &str =
                "say first whose table it is: `provider \"acme\" { name: \"Acme AI\" }`";
            match input.sections.first() {
                Some(section) => {
                    let name = &section.name;
                    let fault = format_args!("no `provider` block before `{name}`");
                    report.error_with_help(name, fault, HELP);
                }
                None => report.error_at_call(format_args!("no `provider` block\nhelp: {HELP}")),
            }
            return;
        }
    };
    for other in others {
        let (id, first_id) = (other.id.value(), first.id.value());
        report.error_with_help(
            &other.id,
            format_args!("a second provider, `{id}`, in the call of `{first_id}`"),
            "give each provider a call of its own",
        );
        report.error(
            &first.id,
            format_args!("`{first_id}` first stands here; `{id}` follows it"),
        );
    }
}

/// A call holds at least one table.
fn some_section(input: &Input, report: &mut Report) {
    if let ([provider, ..], [], true) = (
        input.providers.as_slice(),
        input.sections.as_slice(),
        input.is_whole,
    ) {
        report.error_with_help(
            &provider.id,
            format_args!("the provider `{}` has no table", provider.id.value()),
            "write `pub enum ErrorCode { | code | kind | … }` after this block",
        );
    }
}

/// The sections of a provider have names of their own.
fn unlike_sections(sections: &[parse::Section], report: &mut Report) {
    let mut first: HashMap<Ident, &Ident> = HashMap::new();
    for section in sections {
        let name = &section.name;
        if let Some(first) = first.get(&name.unraw()) {
            report.error_with_help(
                name,
                format_args!("a second section is named `{name}`"),
                "name each section of the page by what it is about",
            );
            report.error(first, format_args!("`{name}` first stands here"));
        } else {
            first.insert(name.unraw(), name);
        }
    }
}

/// Sections of one name as one, so that the enum stands once and has the variants of both.
fn merged(sections: Vec<Section>) -> Vec<Section> {
    let mut merged: Vec<Section> = Vec::new();
    for section in sections {
        let Some(first) = merged.iter_mut().find(|first| first.name == section.name) else {
            merged.push(section);
            continue;
        };
        let mut names: HashSet<Ident> = first
            .entries
            .iter()
            .flat_map(Entry::names)
            .cloned()
            .collect();
        first.nameless.extend(section.nameless);
        for mut entry in section.entries {
            if names.insert(entry.variant().clone()) {
                if let Entry::Broken(row) = &mut entry {
                    row.guesses.retain(|guess| names.insert(guess.clone()));
                }
                first.entries.push(entry);
            } else {
                first.nameless.push(match entry {
                    Entry::Row(row) => row.words,
                    Entry::Broken(row) => row.words,
                });
            }
        }
    }
    merged
}

fn section(mut block: parse::Section, report: &mut Report) -> Section {
    let columns = match &block.header {
        Some(header) => header::columns(header, &mut block.rows, &block.name, report),
        None => column::Columns::default(),
    };
    if block.rows.is_empty() && block.is_whole {
        empty_table(&block.name, report);
    }
    let mut drafts: Vec<Draft> = column::with_all_cells(&block.rows, &columns, report)
        .iter()
        .map(|cells| Draft::read(cells, &columns, report))
        .collect();
    rows::unlike_rows(&mut drafts, report);
    rows::reachable_rows(&mut drafts, report);
    rows::unlike_variants(&mut drafts, report);
    rows::share_guesses(&mut drafts);
    let (mut entries, mut nameless) = (Vec::new(), Vec::new());
    for draft in drafts {
        match draft.finish() {
            Ok(entry) => entries.push(entry),
            Err(words) => nameless.push(words),
        }
    }
    Section {
        attributes: no_second_derive(&block.attributes, report),
        conditions: attribute::conditions(&block.attributes),
        visibility: block.visibility,
        name: block.name,
        entries,
        nameless,
    }
}

/// What every table's enum implements.
const TRAITS: [&str; 12] = [
    "Clone",
    "Copy",
    "Debug",
    "Deserialize",
    "Display",
    "Eq",
    "Error",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Serialize",
];

/// An enum derives nothing that it implements anyway. Gives the other attributes.
fn no_second_derive(attributes: &TokenStream, report: &mut Report) -> TokenStream {
    let (attributes, derives) = attribute::without_derives(attributes, &TRAITS);
    for derive in derives {
        report.error_with_help(
            &derive,
            format_args!("a table's enum implements `{derive}` already"),
            format_args!("leave it out, as well as any of {}", nearest::list(&TRAITS)),
        );
    }
    attributes
}

/// A table has a header and a row.
fn empty_table(name: &Ident, report: &mut Report) {
    report.error_with_help(
        name,
        format_args!("the table of `{name}` has no row"),
        "the first row names the columns, each further row is an error: `| code | kind |`, `| rate_limit | … |`",
    );
}
