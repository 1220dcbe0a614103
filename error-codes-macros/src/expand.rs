//! Writes a table down as Rust. A row stands in two places, as a variant and as an entry of a static table; all that
//! works on it are ordinary functions of the crate at run time.

use crate::docs;
use crate::fallback::Leftovers;
use crate::model::{Body, Form, Names, Provider, Row, Section, Status, Table, Words};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

/// The items of a call.
pub(crate) fn expand(table: &Table, leftovers: &Leftovers) -> TokenStream {
    let provider = provider(table);
    let sections = table
        .sections
        .iter()
        .map(|section| self::section(section, table, leftovers));
    quote! {
        #provider
        #(#sections)*
    }
}

/// The static of the provider, in a module of its own.
///
/// The module is imported with a `*`, because two such imports may bring the same name into one module as long as nobody
/// uses it there. Within the module nothing of the caller's can be named, so a type of the module's carries the value in.
fn provider(table: &Table) -> TokenStream {
    let krate = &table.krate;
    let Provider {
        attributes,
        id,
        static_name,
        name,
        docs,
        retrieved,
        body,
        base,
    } = &table.provider;
    let docs = docs.iter();
    let read = retrieved.iter();
    let body = body.iter().map(|body| match body {
        Body::Word(word) => word_of("BodyShape", word, krate),
        Body::Expression(expression) => expression.clone(),
    });
    let base = base.iter().map(|base| {
        let first = base.clone().into_iter().next();
        let span = first.map_or_else(Span::call_site, |first| generated_at(first.span()));
        quote_spanned!(span=> &#base)
    });
    let sections = table.sections.iter().map(|section| {
        let Section {
            conditions, name, ..
        } = section;
        quote!(#conditions <#name as #krate::ProviderError>::SECTION)
    });
    let documentation = docs::source(&table.provider);
    let module = module(table);
    quote! {
        #[allow(non_snake_case)]
        mod #module {
            #[allow(dead_code)]
            pub(super) struct Declaration;

            #attributes
            #[doc = ""]
            #[doc = #documentation]
            #[allow(dead_code, non_upper_case_globals)]
            pub static #static_name: #krate::Provider =
                <Declaration as #krate::__private::Declared>::PROVIDER;
        }

        #[allow(unused_imports, ambiguous_glob_reexports)]
        pub use #module::*;

        // A lone word is a shape of the crate's, so a constant of the caller's may have to stand in braces.
        #[allow(deprecated, unused_braces, unused_parens)]
        impl #krate::__private::Declared for #module::Declaration {
            const PROVIDER: #krate::Provider = #krate::Provider::new(#id, #name)
                #(.with_docs(#docs))*
                #(.with_read_on(#read))*
                #(.with_body(#body))*
                #(.with_base(#base))*
                .with_sections(&[#(#sections),*]);
        }
    }
}

/// A name that only this call has: no other enum of the module around it is named like its first. The id is in it so that
/// rustc speaks of the enum where two calls name theirs alike.
fn module(table: &Table) -> Ident {
    let id = table.provider.id.value();
    let letters = id.chars().filter(char::is_ascii_alphanumeric);
    let id: String = letters.collect();
    match table.sections.first() {
        Some(Section { name, .. }) => {
            format_ident!("__{id}_{}", name.unraw(), span = Span::call_site())
        }
        None => format_ident!("__{id}", span = Span::call_site()),
    }
}

fn section(section: &Section, table: &Table, leftovers: &Leftovers) -> TokenStream {
    let Section {
        attributes,
        conditions,
        visibility,
        name,
        rows,
    } = section;
    let krate = &table.krate;
    let documentation = docs::section(&table.provider, rows);
    let broken = leftovers.of(name);
    let broken_rows = broken.map_or(&[][..], |broken| &broken.variants);
    let variants = rows.iter().map(|row| {
        let documentation = docs::variant(row);
        let variant = &row.variant;
        quote!(#[doc = #documentation] #variant,)
    });
    let broken_variants = broken_rows.iter().map(|(variant, _)| {
        let documentation = docs::BROKEN;
        // One that is not in upper camel case has its fault already.
        quote!(#[doc = #documentation] #[allow(non_camel_case_types)] #variant,)
    });
    let variants = variants.chain(broken_variants);
    let count = rows.len() + broken_rows.len();
    let (names, messages) = indexed(rows);
    let rows = rows.iter().map(|row| {
        let variant = &row.variant;
        let row = self::row(row, krate);
        quote!((#name::#variant, #row))
    });
    // Its words are for rustc to look at, and what it would be matched by is left out.
    let broken_rows = broken_rows.iter().map(|(variant, row)| {
        let row = words(&variant.to_string(), row, krate);
        quote!((#name::#variant, #row))
    });
    let rows = rows.chain(broken_rows);
    let nameless = broken.into_iter().flat_map(|broken| &broken.nameless);
    let nameless = nameless.map(|row| words("", row, krate));
    let guesses = broken.and_then(|broken| broken.constants(name));
    // An enum without variants, which only a broken table gives, can be matched and not cast.
    let (index, entry, all) = if count == 0 {
        (quote!(match self {}), quote!(match self {}), quote!(&[]))
    } else {
        (
            quote!(self as ::core::primitive::usize),
            quote!(&ROWS[self as ::core::primitive::usize]),
            quote!(&#krate::__private::variants(&TABLE)),
        )
    };
    let label = name.unraw().to_string();
    let module = module(table);
    let static_name = &table.provider.static_name;
    let methods = methods(name, &entry, krate);
    let traits = traits(name, krate);
    // The table comes first: an editor that completes a word in a cell looks for it at its distance from the beginning, and
    // the documentation repeats the word.
    quote! {
        #conditions
        #[allow(deprecated)]
        const _: () = {
            const TABLE: [(#name, #krate::Row); #count] = [#(#rows),*];
            static ROWS: [#krate::Row; #count] = #krate::__private::rows(&TABLE);
            static INDEX: #krate::Index<
                { #krate::index_size(#names) },
                { #krate::index_size(#messages) },
            > = #krate::Index::new();
            static SECTION: #krate::Section =
                #krate::Section::new(#label, || &#module::#static_name, &ROWS)
                    .with_index(|| INDEX.of(&ROWS));

            #[automatically_derived]
            impl #krate::ProviderError for #name {
                const SECTION: &'static #krate::Section = &SECTION;
                const ALL: &'static [Self] = #all;

                fn index(self) -> ::core::primitive::usize {
                    #index
                }
            }

            #methods
            #guesses
            #(const _: #krate::Row = #nameless;)*
            #traits
            #krate::__into_response!(#name);
        };

        #attributes
        #[doc = ""]
        #[doc = #documentation]
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        #visibility enum #name {
            #(#variants)*
        }
    }
}

/// How many names and messages the rows are looked up by: a row has its code, or its type if it has neither a code nor a
/// message.
fn indexed(rows: &[Row]) -> (usize, usize) {
    let keys = rows.iter().map(|row| &row.key);
    keys.fold((0, 0), |(names, messages), key| {
        let by_type = key.error_type.as_ref().filter(|_| key.message.is_none());
        let known_by = key.code.as_ref().or(by_type);
        (
            names + known_by.map_or(0, |known_by| known_by.iter().count()),
            messages + usize::from(key.message.is_some()),
        )
    })
}

/// What a caller asks without importing a trait, and in constants.
fn methods(name: &Ident, entry: &TokenStream, krate: &TokenStream) -> TokenStream {
    let option = quote!(::core::option::Option);
    let text = quote!(&'static ::core::primitive::str);
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Every variant, in the order of the table.
            pub const ALL: &'static [Self] = <Self as #krate::ProviderError>::ALL;

            /// The row of the table.
            #[must_use]
            pub const fn row(self) -> &'static #krate::Row {
                #entry
            }

            /// The code as the provider writes it, if the row has one.
            #[must_use]
            pub const fn code(self) -> #option<#text> {
                self.row().code()
            }

            /// The other spellings of the code, which are read and never written.
            #[must_use]
            pub const fn aliases(self) -> &'static [#text] {
                self.row().aliases()
            }

            /// The provider's `type`, if the row has one.
            #[must_use]
            pub const fn error_type(self) -> #option<#text> {
                self.row().error_type()
            }

            /// The HTTP status, if the row names one and not a class such as `5xx`.
            #[must_use]
            pub const fn status(self) -> #option<#krate::http::StatusCode> {
                self.row().status()
            }

            /// The message, a template if it has `{holes}`.
            #[must_use]
            pub const fn message(self) -> #option<#text> {
                self.row().message()
            }

            /// One sentence on what happened.
            #[must_use]
            pub const fn summary(self) -> #option<#text> {
                self.row().summary()
            }

            /// What happened, in the words that all providers share.
            #[must_use]
            pub const fn kind(self) -> #krate::ErrorKind {
                self.row().kind()
            }

            /// What to do with the same request at the same place.
            #[must_use]
            pub const fn retry(self) -> #krate::RetryHint {
                self.row().retry()
            }

            /// How far the failure reaches.
            #[must_use]
            pub const fn scope(self) -> #krate::Scope {
                self.row().scope()
            }

            /// Whether the same request may succeed later with nobody changing anything.
            #[must_use]
            pub const fn is_retryable(self) -> ::core::primitive::bool {
                self.retry().is_retryable()
            }

            /// The variant with this code, in any of its spellings; of several, the first.
            #[must_use]
            pub fn from_code(code: &::core::primitive::str) -> #option<Self> {
                <Self as #krate::ProviderError>::from_code(code)
            }

            /// Reads an HTTP answer with this table alone.
            #[must_use]
            pub fn read<'answer>(
                status: impl ::core::convert::Into<#option<#krate::http::StatusCode>>,
                headers: &'answer #krate::http::HeaderMap,
                body: &'answer (impl ::core::convert::AsRef<[::core::primitive::u8]> + ?::core::marker::Sized),
            ) -> #krate::ApiError<'answer> {
                SECTION.read(status, headers, body)
            }

            /// The answer by which the provider reports this error, its message's holes filled from `params`.
            #[must_use]
            pub fn render(
                self,
                params: &[(&::core::primitive::str, &::core::primitive::str)],
            ) -> #krate::http::Response<#krate::__private::String> {
                SECTION.render(self.row(), params)
            }
        }
    }
}

fn traits(name: &Ident, krate: &TokenStream) -> TokenStream {
    let result = quote!(::core::result::Result);
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.row().variant())
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.row(), f)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #name {}

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #krate::UnknownCode;

            fn from_str(code: &::core::primitive::str) -> #result<Self, #krate::UnknownCode> {
                #krate::__private::parse(code)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for #name {
            type Error = #krate::UnknownCode;

            fn try_from(code: &::core::primitive::str) -> #result<Self, #krate::UnknownCode> {
                #krate::__private::parse(code)
            }
        }

        #[automatically_derived]
        impl #krate::__private::Serialize for #name {
            fn serialize<S: #krate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> #result<S::Ok, S::Error> {
                #krate::__private::serialize(&SECTION, self.row(), serializer)
            }
        }

        #[automatically_derived]
        impl<'de> #krate::__private::Deserialize<'de> for #name {
            fn deserialize<D: #krate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> #result<Self, D::Error> {
                #krate::__private::deserialize(deserializer)
            }
        }
    }
}

/// One entry of the static table.
fn row(row: &Row, krate: &TokenStream) -> TokenStream {
    let mut entry = words(&row.variant.to_string(), &row.words, krate);
    match row.key.status {
        Some(Status::Exact(status)) => entry.extend(quote!(.with_status(#status))),
        Some(Status::Class(class)) => entry.extend(quote!(.with_status_class(#class))),
        None => {}
    }
    if let Some(names) = &row.key.error_type {
        let (canonical, aliases) = spellings(names);
        entry.extend(quote!(.with_type(#canonical)));
        if !aliases.is_empty() {
            entry.extend(quote!(.with_type_aliases(&[#(#aliases),*])));
        }
    }
    if let Some(names) = &row.key.code {
        let (canonical, aliases) = spellings(names);
        let with_code = if names.canonical.form == Form::Number {
            quote!(with_number)
        } else {
            quote!(with_code)
        };
        entry.extend(quote!(.#with_code(#canonical)));
        if !aliases.is_empty() {
            entry.extend(quote!(.with_aliases(&[#(#aliases),*])));
        }
    }
    if let Some(message) = &row.key.message {
        let literal = &message.literal;
        entry.extend(quote!(.with_message(#literal)));
    }
    if let Some(summary) = &row.summary {
        entry.extend(quote!(.with_summary(#summary)));
    }
    entry
}

/// What a row says, without what it is compared with.
fn words(variant: &str, words: &Words, krate: &TokenStream) -> TokenStream {
    let kind = word_of("ErrorKind", &words.kind, krate);
    let wrapping = words.wraps.then(|| quote!(.wrapping()));
    let retry = words
        .retry
        .iter()
        .map(|word| word_of("RetryHint", word, krate));
    let scope = words.scope.iter().map(|word| word_of("Scope", word, krate));
    quote! {
        #krate::Row::new(#variant, #kind)
            #wrapping
            #(.with_retry(#retry))*
            #(.with_scope(#scope))*
    }
}

/// A word of a vocabulary as a path. All of it stands where the word does, so that rustc shows that place even for a word
/// that is there and means something else.
fn word_of(vocabulary: &str, word: &Ident, krate: &TokenStream) -> TokenStream {
    let span = generated_at(word.span());
    let vocabulary = Ident::new(vocabulary, span);
    let krate = krate.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    quote_spanned!(span=> #(#krate)*::#vocabulary::#word)
}

/// A place in the table, for code that is not the caller's.
fn generated_at(place: Span) -> Span {
    Span::call_site().located_at(place)
}

fn spellings(names: &Names) -> (&str, Vec<&str>) {
    let aliases = names.aliases.iter().map(|name| name.text.as_str());
    (&names.canonical.text, aliases.collect())
}
