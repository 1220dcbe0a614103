//! A table that broke no rule. What a rule refuses cannot be written down here.

use crate::template::Template;
use proc_macro2::{Span, TokenStream};
use std::fmt;
use syn::{Ident, LitStr};

/// A call.
pub(crate) struct Table {
    /// The path of the crate that the generated code refers to.
    pub(crate) krate: TokenStream,
    pub(crate) provider: Provider,
    pub(crate) sections: Vec<Section>,
}

/// The `provider` block.
pub(crate) struct Provider {
    pub(crate) attributes: TokenStream,
    pub(crate) id: LitStr,
    pub(crate) static_name: Ident,
    pub(crate) name: LitStr,
    pub(crate) docs: Option<LitStr>,
    pub(crate) retrieved: Option<LitStr>,
    pub(crate) body: Option<Body>,
    pub(crate) base: Option<TokenStream>,
}

/// Where the provider puts code, type and message.
pub(crate) enum Body {
    /// One word, a constant of `BodyShape`.
    Word(Ident),
    /// Anything else that has that type.
    Expression(TokenStream),
}

/// One enum.
pub(crate) struct Section {
    pub(crate) attributes: TokenStream,
    /// Those of the attributes that decide whether the enum is there.
    pub(crate) conditions: TokenStream,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    pub(crate) entries: Vec<Entry>,
    /// What is left of the rows that broke a rule and have no place in the enum.
    pub(crate) nameless: Vec<Words>,
}

/// A place in the enum.
pub(crate) enum Entry {
    Row(Row),
    /// A row that broke a rule, of which this much is known.
    Broken(Broken),
}

impl Entry {
    pub(crate) fn variant(&self) -> &Ident {
        match self {
            Entry::Row(row) => &row.variant,
            Entry::Broken(broken) => &broken.variant,
        }
    }

    /// The variant and the other names that it may have.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Ident> {
        let guesses = match self {
            Entry::Row(_) => &[][..],
            Entry::Broken(broken) => &broken.guesses,
        };
        std::iter::once(self.variant()).chain(guesses)
    }
}

/// A row of the table.
pub(crate) struct Row {
    pub(crate) variant: Ident,
    pub(crate) key: Key,
    pub(crate) words: Words,
    pub(crate) summary: Option<LitStr>,
}

/// What an answer is compared with; one of the four is there.
#[derive(Default)]
pub(crate) struct Key {
    pub(crate) status: Option<Status>,
    pub(crate) error_type: Option<Names>,
    pub(crate) code: Option<Names>,
    pub(crate) message: Option<Template>,
}

impl Key {
    pub(crate) fn says_something(&self) -> bool {
        self.status.is_some()
            || self.error_type.is_some()
            || self.code.is_some()
            || self.message.is_some()
    }
}

/// The status of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Status {
    Exact(u16),
    /// The first digit.
    Class(u8),
}

/// As the table writes it.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Status::Exact(status) => write!(f, "{status}"),
            Status::Class(class) => write!(f, "{class}xx"),
        }
    }
}

/// A code or a type with its other spellings.
pub(crate) struct Names {
    pub(crate) canonical: Name,
    pub(crate) aliases: Vec<Name>,
}

impl Names {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Name> {
        std::iter::once(&self.canonical).chain(&self.aliases)
    }
}

/// One spelling.
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) form: Form,
    pub(crate) span: Span,
}

/// How the table writes a spelling.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Word,
    Number,
    Text,
}

/// The words that the crate at run time knows and this one does not.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) kind: Option<Ident>,
    /// The kind has a question mark.
    pub(crate) wraps: bool,
    pub(crate) retry: Option<Ident>,
    pub(crate) scope: Option<Ident>,
}

/// What is left of a row that broke a rule.
pub(crate) struct Broken {
    pub(crate) variant: Ident,
    /// The other names that the row may have, for the code that uses it.
    pub(crate) guesses: Vec<Ident>,
    pub(crate) words: Words,
}
