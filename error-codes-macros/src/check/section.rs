//! The rules of a section, in the order in which they are checked.

use super::{conflicts, header, row};
use crate::attribute;
use crate::fallback::Leftover;
use crate::model::Section;
use crate::report::{Fault, Report};
use crate::suggest::list;
use crate::{ast, recover};
use proc_macro2::TokenStream;
use syn::Ident;

/// Checks a section. Returns its rows that broke no rule, and what is left of the others.
pub(super) fn section(block: ast::Section, report: &mut Report) -> (Section, Vec<Leftover>) {
    let rows = recover::rows(&block.cells, &block.name, report);
    let columns = header::columns(&rows, &block.name, report);
    if rows.is_empty() && block.is_whole {
        report.push(no_rows(&block.name));
    }
    let rows = rows.align(&columns, report);
    let drafts = rows.iter().map(|cells| row::read(cells, &columns, report));
    let drafts: Vec<_> = drafts.collect();
    let mut refused = conflicts::duplicate_rows(&drafts, report);
    refused.extend(conflicts::unreachable_rows(&drafts, &refused, report));
    refused.extend(conflicts::duplicate_variants(&drafts, report));
    let (mut rows, mut leftovers) = (Vec::new(), Vec::new());
    for (at, draft) in drafts.into_iter().enumerate() {
        match row::finish(draft, refused.contains(&at)) {
            Ok(row) => rows.push(row),
            Err(leftover) => leftovers.push(leftover),
        }
    }
    let section = Section {
        attributes: new_derives(&block.attributes, report),
        conditions: attribute::conditions(&block.attributes),
        visibility: block.visibility,
        name: block.name,
        rows,
    };
    (section, leftovers)
}

/// What the enum of every table implements.
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

/// An enum derives nothing that it implements already. Returns the attributes without such derives.
fn new_derives(attributes: &TokenStream, report: &mut Report) -> TokenStream {
    let (attributes, derives) = attribute::without_derives(attributes, &TRAITS);
    for name in derives {
        let fault = format_args!("the enum of a table already implements `{name}`");
        let help = format_args!("remove it, and any of {}", list(&TRAITS));
        report.push(Fault::new(&name, fault).with_help(help));
    }
    attributes
}

/// A table has a header and a row.
fn no_rows(name: &Ident) -> Fault {
    Fault::new(name, format_args!("the table of `{name}` has no rows")).with_help(
        "the first row names the columns, and each further row is an error: `| code | kind |`, `| rate_limit | … |`",
    )
}
