//! The rules of a section, in the order in which they are checked.

use super::{conflicts, header, row, ties};
use crate::attribute;
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
    let drafts: Vec<_> = drafts.collect();
    let mut refused = conflicts::duplicate_rows(&drafts, report);
    refused.extend(conflicts::unreachable_rows(&drafts, &refused, report));
    refused.extend(ties::hidden_messages(&drafts, &refused, report));
    refused.extend(conflicts::duplicate_variants(&drafts, report));
    if let Some(braces) = block.braces.filter(|_| report.len() > before) {
        let refused = Refused::within(&braces);
        report.retain(before, |fault| !refused.has(&fault.at));
    }
    let (mut rows, mut leftovers) = (Vec::new(), Vec::new());
    for (at, draft) in drafts.into_iter().enumerate() {
        row::finish(draft, refused.contains(&at), &mut rows, &mut leftovers);
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
const TRAITS: &str = "`Clone`, `Copy`, `Debug`, `Deserialize`, `Display`, `Eq`, `Error`, `Hash`, `Ord`, `PartialEq`, \
                      `PartialOrd`, `Serialize`";

/// An enum derives nothing that it implements already. Returns the attributes without such derives.
fn new_derives(attributes: &TokenStream, report: &mut Report) -> TokenStream {
    let is_implemented = |name: &Ident| name == "Default" || TRAITS.contains(&format!("`{name}`"));
    let (attributes, derives) = attribute::without_derives(attributes, is_implemented);
    for name in derives {
        if name == "Default" {
            report.push(
                fault!(name => "the enum of a table cannot derive `Default`",
                help: "remove it: no row of a table is the default"),
            );
            continue;
        }
        report.push(fault!(name =>
            "the enum of a table already implements `{name}`",
            help: "remove it, and any of {TRAITS}"));
    }
    attributes
}
