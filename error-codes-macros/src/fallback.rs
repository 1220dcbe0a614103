//! What is written where a rule was broken, so that the code around a table sees that fault and no second wave of errors.

use crate::model::{Provider, Section, Words};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::{HashMap, HashSet};
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

/// The static of a provider that does not name it.
pub(crate) fn static_name() -> Ident {
    Ident::new("PROVIDER", Span::call_site())
}

/// In place of a `provider` block that is missing.
pub(crate) fn provider() -> Provider {
    let unnamed = || LitStr::new("unnamed", Span::call_site());
    Provider {
        attributes: TokenStream::new(),
        id: unnamed(),
        static_name: static_name(),
        name: unnamed(),
        docs: None,
        retrieved: None,
        body: None,
        base: None,
    }
}

/// In place of a kind that is missing or could not be read.
pub(crate) fn kind() -> Ident {
    Ident::new("Unknown", Span::call_site())
}

/// What is left of a row that broke a rule.
pub(crate) struct Leftover {
    /// How many rows of the model are before it.
    pub(crate) place: usize,
    /// The name of its variant. Without one, only its words are left for the compiler to judge.
    pub(crate) variant: Option<Ident>,
    /// The other names that the row may have.
    pub(crate) guesses: Vec<Ident>,
    pub(crate) words: Words,
}

/// The leftovers of a call.
#[derive(Default)]
pub(crate) struct Leftovers {
    sections: HashMap<Ident, Rest>,
    none: Rest,
}

/// The leftovers of a section.
#[derive(Default)]
pub(crate) struct Rest {
    rows: Vec<Leftover>,
}

impl Leftovers {
    /// Adds the leftovers of a section: each name goes to the first row that may have it, unless a row certainly has it.
    pub(crate) fn add(&mut self, section: &Section, mut rows: Vec<Leftover>) {
        let rest = self.sections.entry(section.name.unraw()).or_default();
        let sound = section.rows.iter().map(|row| &row.variant);
        let broken = rest.rows.iter();
        let broken = broken.flat_map(|row| row.variant.iter().chain(&row.guesses));
        let mut taken: HashSet<Ident> = sound.chain(broken).cloned().collect();
        let mut take = |name: &Ident| taken.insert(name.clone());
        for row in &mut rows {
            row.variant = row.variant.take().filter(&mut take);
        }
        for row in &mut rows {
            row.guesses.retain(&mut take);
            if row.variant.is_none() && !row.guesses.is_empty() {
                row.variant = Some(row.guesses.remove(0));
            }
        }
        rest.rows.extend(rows);
    }

    /// Returns those of the section with this name.
    pub(crate) fn of(&self, section: &Ident) -> &Rest {
        self.sections.get(&section.unraw()).unwrap_or(&self.none)
    }
}

impl Rest {
    /// Returns those that have a variant.
    fn variants(&self) -> impl DoubleEndedIterator<Item = (&Leftover, &Ident)> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row, row.variant.as_ref()?)))
    }

    /// Returns the words of those that have none.
    pub(crate) fn nameless(&self) -> impl Iterator<Item = &Words> {
        let nameless = self.rows.iter().filter(|row| row.variant.is_none());
        nameless.map(|row| &row.words)
    }

    /// Adds what is written for the broken rows to what is written for the others, in the order of the table: an editor
    /// that completes a word expects the row of that word at the same place, whether it is broken or not.
    pub(crate) fn among<'r, T>(
        &'r self,
        rows: impl Iterator<Item = T>,
        broken: impl Fn(&'r Ident, &'r Words) -> T,
    ) -> Vec<T> {
        let mut all: Vec<T> = rows.collect();
        for (row, variant) in self.variants().rev() {
            all.insert(row.place.min(all.len()), broken(variant, &row.words));
        }
        all
    }

    /// Returns the guesses as constants: they can be named wherever a variant can, and a `match` over the enum that
    /// knows one name of a row leaves no variant out.
    pub(crate) fn constants(&self, section: &Ident) -> Option<TokenStream> {
        let constants = self.variants().flat_map(|(row, variant)| {
            let guesses = row.guesses.iter();
            guesses.map(move |guess| quote!(pub const #guess: Self = Self::#variant;))
        });
        let constants: Vec<TokenStream> = constants.collect();
        (!constants.is_empty()).then(|| {
            quote! {
                #[allow(dead_code, missing_docs, non_upper_case_globals)]
                impl #section {
                    #(#constants)*
                }
            }
        })
    }
}
