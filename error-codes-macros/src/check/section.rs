//! The rules of a section, in the order in which they are checked.

use super::{conflicts, header, naming, row, ties};
use crate::attribute;
use crate::column::Column;
use crate::fallback::Leftover;
use crate::lexer::Refused;
use crate::model::Section;
use crate::report::{Report, fault};
use crate::{ast, recover};
use proc_macro2::TokenStream;
use syn::Ident;

/// Checks a section. Returns its rows that broke no rule, and what is left of the others.
pub(super) fn section(block: ast::Section, report: &mut Report) -> (Section, Vec<Leftover>) {
    let before = report.len();
    let rows = recover::rows(&block.cells, &block.name, report);
    let columns = header::columns(&rows, &block.name, report);
    if rows.is_empty() && block.is_whole {
        let name = &block.name;
        report.push(fault!(name => "the table of `{name}` has no rows",
            help: "the first row names the columns, and each further row is an error: `| code | kind |`, `| rate_limit | … |`"));
    }
    let rows = rows.align(&columns, report);
    let drafts = rows.iter().map(|cells| row::read(cells, &columns, report));
    let mut drafts: Vec<_> = drafts.collect();
    let mut refused = conflicts::duplicate_rows(&drafts, report);
    refused.extend(conflicts::unreachable_rows(&drafts, &refused, report));
    refused.extend(ties::hidden_messages(&drafts, &refused, report));
    let has_names = columns.has(Column::Variant);
    naming::distinct_names(&mut drafts, &refused, &block.name, has_names, report);
    let repeated = conflicts::duplicate_variants(&drafts, &refused, report);
    refused.extend(repeated);
    if let Some(braces) = block.braces.filter(|_| report.len() > before) {
        let refused = Refused::within(&braces);
        report.retain(before, |fault| !refused.has(&fault.at));
    }
    let (mut rows, mut leftovers) = (Vec::new(), Vec::new());
    for (at, draft) in drafts.into_iter().enumerate() {
        row::finish(draft, refused.contains(&at), &mut rows, &mut leftovers);
    }
    let has_default = block
        .cells
        .iter()
        .any(|cell| attribute::has_default(&cell.attributes));
    let section = Section {
        attributes: new_derives(&block.attributes, has_default, report),
        conditions: attribute::conditions(&block.attributes),
        visibility: block.visibility,
        name: block.name,
        rows,
    };
    (section, leftovers)
}

/// What the enum of every table implements.
const TRAITS: &str = "`Clone`, `Copy`, `Debug`, `Deserialize`, `Display`, `Eq`, `Error`, `Hash`, `Ord`, `PartialEq`, \
                      `PartialOrd`, `Serialize`";

/// An enum derives nothing that it implements already, and a default only if one of its rows is that. Returns the
/// attributes without such derives.
fn new_derives(attributes: &TokenStream, has_default: bool, report: &mut Report) -> TokenStream {
    let is_unwanted =
        |name: &Ident| (name == "Default" && !has_default) || TRAITS.contains(&format!("`{name}`"));
    let (attributes, derives) = attribute::without_derives(attributes, is_unwanted);
    for name in derives {
        if name == "Default" {
            report.push(fault!(name => "no row of the table is the default",
                help: "write `#[default]` before one of its rows, or remove `Default`"));
            continue;
        }
        report.push(fault!(name =>
            "the enum of a table already implements `{name}`",
            help: "remove it, and any of {TRAITS}"));
    }
    attributes
}
