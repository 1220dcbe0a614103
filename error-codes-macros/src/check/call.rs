//! The rules of a call as a whole.

use crate::ast::{Input, Section};
use crate::report::{Fault, Report};
use proc_macro2::TokenStream;
use std::collections::HashMap;
use syn::Ident;
use syn::ext::IdentExt;

/// A call has one provider.
pub(super) fn one_provider(input: &Input, report: &mut Report) {
    let Some((first, others)) = input.providers.split_first() else {
        report.extend(input.is_whole.then(|| no_provider(input)));
        return;
    };
    for other in others {
        let (id, first_id) = (other.id.value(), first.id.value());
        let fault = format_args!("a call has one provider, but `{id}` follows `{first_id}`");
        let help = "give each provider a call of its own";
        report.push(Fault::new(&other.id, fault).with_help(help));
        let fault = format_args!("`{first_id}` is the first provider; `{id}` follows it");
        report.push(Fault::new(&first.id, fault));
    }
}

fn no_provider(input: &Input) -> Fault {
    let fault = match input.sections.first() {
        Some(Section { name, .. }) => Fault::new(
            name,
            format_args!("missing `provider` block before `{name}`"),
        ),
        None => Fault::new(TokenStream::new(), "missing `provider` block"),
    };
    fault.with_help("begin with the provider: `provider \"acme\" { name: \"Acme AI\" }`")
}

/// A call has at least one table.
pub(super) fn some_section(input: &Input, report: &mut Report) {
    if let ([provider, ..], [], true) = (
        input.providers.as_slice(),
        input.sections.as_slice(),
        input.is_whole,
    ) {
        let id = &provider.id;
        let fault = format_args!("the provider `{}` has no table", id.value());
        let help = "add `pub enum ErrorCode { | code | kind | … }` after this block";
        report.push(Fault::new(id, fault).with_help(help));
    }
}

/// The tables of a provider have different names.
pub(super) fn distinct_sections(sections: &[Section], report: &mut Report) {
    let mut first: HashMap<Ident, &Ident> = HashMap::new();
    for Section { name, .. } in sections {
        if let Some(first) = first.get(&name.unraw()) {
            let fault = format_args!("duplicate enum `{name}`");
            let help = "name each table after its section of the error page";
            report.push(Fault::new(name, fault).with_help(help));
            let fault = format_args!("the enum `{name}` is first declared here");
            report.push(Fault::new(first, fault));
        } else {
            first.insert(name.unraw(), name);
        }
    }
}
