//! A table that broke no rule. What a rule refuses cannot be expressed here.

use crate::phrase::Phrase;
use crate::source::Text;
use crate::template::{NameTemplate, Template};
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
    /// The name of the static. Upper snake case, unless another name is reported.
    pub(crate) static_name: Ident,
    pub(crate) name: LitStr,
    pub(crate) docs: Option<LitStr>,
    pub(crate) retrieved: Option<LitStr>,
    pub(crate) body: Option<Body>,
    pub(crate) base: Option<TokenStream>,
}

/// Where the provider puts the code, type and message.
pub(crate) enum Body {
    /// One identifier, a constant of `BodyShape`.
    Word(Ident),
    /// Any other expression of that type.
    Expression(TokenStream),
}

/// One enum.
pub(crate) struct Section {
    pub(crate) attributes: TokenStream,
    /// Those of the attributes that decide whether the enum is compiled.
    pub(crate) conditions: TokenStream,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    pub(crate) rows: Vec<Row>,
}

/// A row of the table.
pub(crate) struct Row {
    pub(crate) variant: Ident,
    pub(crate) key: Key,
    pub(crate) words: Words,
    pub(crate) summary: Option<Text>,
    /// Those of the variant.
    pub(crate) attributes: TokenStream,
}

/// What a response is matched by; at least one of the five is present.
#[derive(Default)]
pub(crate) struct Key {
    /// One class, or any number of status codes.
    pub(crate) statuses: Vec<Status>,
    pub(crate) error_type: Option<Names>,
    pub(crate) code: Option<Names>,
    pub(crate) messages: Vec<Template>,
    pub(crate) phrases: Vec<Phrase>,
}

impl Key {
    /// Returns whether a response can be matched by it.
    pub(crate) fn is_present(&self) -> bool {
        !self.statuses.is_empty()
            || self.error_type.is_some()
            || self.code.is_some()
            || self.has_sentences()
    }

    /// Returns whether it is nothing but a status.
    pub(crate) fn is_status_only(&self) -> bool {
        self.error_type.is_none() && self.code.is_none() && !self.has_sentences()
    }

    /// Returns whether the message of a response is compared with it.
    pub(crate) fn has_sentences(&self) -> bool {
        !self.messages.is_empty() || !self.phrases.is_empty()
    }
}

/// A status cell, or one of the status codes in it.
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

/// A code or a type with its aliases.
pub(crate) struct Names {
    pub(crate) canonical: Name,
    pub(crate) aliases: Vec<Name>,
}

impl Names {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Name> + Clone {
        std::iter::once(&self.canonical).chain(&self.aliases)
    }
}

/// One code or type.
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) form: Form,
    pub(crate) span: Span,
    /// What it is if it has placeholders or escaped braces.
    pub(crate) template: Option<NameTemplate>,
}

impl Name {
    /// Returns what no other name of the same responses has.
    pub(crate) fn key(&self) -> &str {
        self.template
            .as_ref()
            .map_or(&self.text, |template| &template.form)
    }

    /// Returns its text without placeholders.
    pub(crate) fn own_text(&self) -> &str {
        self.template
            .as_ref()
            .map_or(&self.text, |template| &template.own_text)
    }

    /// Returns whether it has placeholders.
    pub(crate) fn has_placeholders(&self) -> bool {
        self.template
            .as_ref()
            .is_some_and(|template| template.has_placeholders)
    }
}

/// How the table writes a code or type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Word,
    Number,
    Text,
}

/// What a row means, in variants of the runtime crate's enums. This crate knows none of them.
pub(crate) struct Words {
    pub(crate) kind: Ident,
    /// The kind has a question mark: the message of a response may refine it.
    pub(crate) wraps: bool,
    pub(crate) retry: Option<Ident>,
    pub(crate) scope: Option<Ident>,
}
