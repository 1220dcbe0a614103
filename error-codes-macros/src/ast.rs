//! What was written: the parts of a call with their tokens, before any rule.

use crate::source;
use proc_macro2::{Group, Punct, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Ident, LitStr};

/// ```text
/// crate = $crate;
/// provider "id" as NAME { … }
/// pub enum Section { … } …
/// ```
pub(crate) struct Input {
    /// The path of the crate that the generated code refers to.
    pub(crate) krate: TokenStream,
    pub(crate) providers: Vec<Provider>,
    pub(crate) sections: Vec<Section>,
    /// Nothing was skipped, so what is missing was never written.
    pub(crate) is_whole: bool,
}

/// ```text
/// #[attribute] …
/// provider "id" as NAME { name: "…", docs: "…", … }
/// ```
pub(crate) struct Provider {
    pub(crate) attributes: TokenStream,
    pub(crate) id: LitStr,
    pub(crate) static_name: Option<StaticName>,
    pub(crate) fields: Vec<Field>,
    /// Nothing was skipped.
    pub(crate) is_whole: bool,
}

/// `as NAME`
pub(crate) struct StaticName {
    pub(crate) keyword: TokenTree,
    pub(crate) tokens: Vec<TokenTree>,
}

/// `name: value`
pub(crate) struct Field {
    pub(crate) name: Ident,
    pub(crate) value: Vec<TokenTree>,
}

/// ```text
/// #[attribute] …
/// pub enum Name {
///     | column | column | …
///     #[attribute] …
///     | cell   | cell   | …
/// }
/// ```
pub(crate) struct Section {
    pub(crate) attributes: TokenStream,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    /// Everything between the pipes, in one sequence: tokens have no lines. The cell before the first pipe of a row is
    /// empty.
    pub(crate) cells: Vec<Cell>,
    /// What the cells are written in.
    pub(crate) braces: Option<Group>,
    /// Nothing was skipped.
    pub(crate) is_whole: bool,
}

/// The tokens up to a pipe.
#[derive(Clone)]
pub(crate) struct Cell {
    /// Those before the pipe that opens its row, if it is the first of one.
    pub(crate) attributes: TokenStream,
    pub(crate) tokens: Vec<TokenTree>,
    /// The pipe that ends it. Only the last cell of a section may lack one, and it is never empty.
    pub(crate) closing: Option<Punct>,
}

impl Cell {
    /// Creates one without attributes and without a pipe.
    pub(crate) fn new(tokens: Vec<TokenTree>) -> Self {
        Cell {
            attributes: TokenStream::new(),
            tokens,
            closing: None,
        }
    }

    /// Returns whether nothing is written in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Returns whether it has no value: it is empty or `-`.
    pub(crate) fn is_absent(&self) -> bool {
        match self.tokens.as_slice() {
            [] => true,
            [token] => source::is_punct(token, '-'),
            _ => false,
        }
    }

    /// Returns whether it consists of the strokes of a line under a header, `---`, `:-:` or `===`.
    pub(crate) fn is_rule(&self) -> bool {
        self.tokens.iter().all(is_stroke)
    }

    /// Returns whether tokens are a line that some pages draw around a table, `+---+---+`.
    pub(crate) fn is_frame(tokens: &[TokenTree]) -> bool {
        let is_corner = |token| source::is_punct(token, '+');
        matches!(tokens, [first, _, .., last] if is_corner(first) && is_corner(last))
            && tokens.iter().all(is_stroke)
    }

    /// Returns its source text.
    pub(crate) fn text(&self) -> String {
        source::source_text(&self.tokens)
    }

    /// Returns where its tokens begin; of an empty cell, its pipe.
    pub(crate) fn start(&self) -> Span {
        self.place(self.tokens.first())
    }

    /// Returns where its tokens end; of an empty cell, its pipe.
    pub(crate) fn end(&self) -> Span {
        self.place(self.tokens.last())
    }

    fn place(&self, token: Option<&TokenTree>) -> Span {
        let pipe = || self.closing.as_ref().map(Punct::span);
        let place = token.map(TokenTree::span).or_else(pipe);
        place.unwrap_or_else(Span::call_site)
    }
}

impl ToTokens for Cell {
    fn to_tokens(&self, output: &mut TokenStream) {
        if self.is_empty() {
            self.closing.to_tokens(output);
        }
        output.extend(self.tokens.iter().cloned());
    }
}

fn is_stroke(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '-' | '=' | '+' | ':'))
}
