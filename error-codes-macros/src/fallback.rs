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
    /// The variant, if it is certain.
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
    /// Those that have a variant, each with the number of rows before it.
    variants: Vec<(usize, Ident, Words)>,
    /// Those that have none. Their words are left for the compiler to judge.
    pub(crate) nameless: Vec<Words>,
    /// A guess, and the variant of the row that may have this name.
    guesses: Vec<(Ident, Ident)>,
}

impl Leftovers {
    /// Adds the leftovers of a section: each name goes to the first row that may have it, unless a row certainly has it.
    pub(crate) fn add(&mut self, section: &Section, leftovers: Vec<Leftover>) {
        let rest = self.sections.entry(section.name.unraw()).or_default();
        let rows = section.rows.iter().map(|row| &row.variant);
        let guesses = rest.guesses.iter().map(|(guess, _)| guess);
        let written = rest.variants.iter().map(|(_, variant, _)| variant);
        let mut taken: HashSet<Ident> = rows.chain(guesses).chain(written).cloned().collect();
        let mut unsettled = Vec::new();
        for mut leftover in leftovers {
            let variant = leftover.variant.take();
            leftover.variant = variant.filter(|variant| taken.insert(variant.clone()));
            unsettled.push(leftover);
        }
        for leftover in unsettled {
            let is_free = |guess: &Ident| taken.insert(guess.clone());
            let guesses: Vec<Ident> = leftover.guesses.into_iter().filter(is_free).collect();
            rest.settle(leftover.place, leftover.variant, guesses, leftover.words);
        }
    }

    /// Returns those of the section with this name.
    pub(crate) fn of(&self, section: &Ident) -> &Rest {
        self.sections.get(&section.unraw()).unwrap_or(&self.none)
    }
}

impl Rest {
    /// Returns whether no broken row has a variant.
    pub(crate) fn is_empty(&self) -> bool {
        self.variants.is_empty()
    }

    /// Adds what is written for the broken rows to what is written for the others, in the order of the table: an editor
    /// that completes a word expects the row of that word at the same place, whether it is broken or not.
    pub(crate) fn among<T>(
        &self,
        rows: impl Iterator<Item = T>,
        broken: impl Fn(&Ident, &Words) -> T,
    ) -> Vec<T> {
        let mut all: Vec<T> = rows.collect();
        for (place, variant, words) in self.variants.iter().rev() {
            all.insert((*place).min(all.len()), broken(variant, words));
        }
        all
    }

    fn settle(&mut self, place: usize, variant: Option<Ident>, guesses: Vec<Ident>, words: Words) {
        let mut guesses = guesses.into_iter();
        match variant.or_else(|| guesses.next()) {
            Some(variant) => {
                let guesses = guesses.map(|guess| (guess, variant.clone()));
                self.guesses.extend(guesses);
                self.variants.push((place, variant, words));
            }
            None => self.nameless.push(words),
        }
    }

    /// Returns the guesses as constants: they can be named wherever a variant can, and a `match` over the enum that
    /// knows one name of a row leaves no variant out.
    pub(crate) fn constants(&self, section: &Ident) -> Option<TokenStream> {
        let constants = self.guesses.iter();
        let constants =
            constants.map(|(guess, variant)| quote!(pub const #guess: Self = Self::#variant;));
        (!self.guesses.is_empty()).then(|| {
            quote! {
                #[allow(dead_code, missing_docs, non_upper_case_globals)]
                impl #section {
                    #(#constants)*
                }
            }
        })
    }
}
