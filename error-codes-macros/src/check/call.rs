//! The rules of a call as a whole.

use crate::ast::{Input, Section};
use crate::report::{Report, both, fault};
use proc_macro2::TokenStream;
use std::collections::HashMap;
use syn::Ident;
use syn::ext::IdentExt;

/// A call has one provider.
pub(super) fn one_provider(input: &Input, report: &mut Report) {
    let mut ids = input.providers.iter().map(|provider| &provider.id);
    let Some(first) = ids.next() else {
        return if input.is_whole {
            no_provider(input, report);
        };
    };
    for other in ids {
        let (first_id, id) = (first.value(), other.value());
        report.push(fault!(both(first, other) =>
            "a call has one provider, but `{id}` follows `{first_id}`",
            help: "give each provider a call of its own"));
    }
}

fn no_provider(input: &Input, report: &mut Report) {
    let help = "begin with the provider: `provider \"acme\" { name: \"Acme AI\" }`";
    report.push(match input.sections.first() {
        Some(Section { name, .. }) => {
            fault!(name => "missing `provider` block before `{name}`", help: "{help}")
        }
        None => fault!(TokenStream::new() => "missing `provider` block", help: "{help}"),
    });
}

/// A call has at least one table.
pub(super) fn some_section(input: &Input, report: &mut Report) {
    if let ([provider, ..], true) = (input.providers.as_slice(), input.is_whole)
        && input.sections.is_empty()
    {
        let id = provider.id.value();
        report.push(fault!(provider.id => "the provider `{id}` has no table",
            help: "add `pub enum ErrorCode {{ | code | kind | … }}` after this block"));
    }
}

/// The tables of a provider have different names.
pub(super) fn distinct_sections(sections: &[Section], report: &mut Report) {
    let mut first: HashMap<Ident, &Ident> = HashMap::new();
    for Section { name, .. } in sections {
        if let Some(first) = first.get(&name.unraw()) {
            report.push(fault!(both(first, name) => "duplicate enum `{name}`",
                help: "name each table after its section of the error page"));
        } else {
            first.insert(name.unraw(), name);
        }
    }
}
