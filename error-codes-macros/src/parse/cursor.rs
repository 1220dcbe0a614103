//! A place in a list of tokens.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::{Lit, LitStr};

/// The tokens that are still to be read.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    rest: &'t [TokenTree],
}

impl<'t> Cursor<'t> {
    pub(super) fn new(tokens: &'t [TokenTree]) -> Self {
        Cursor { rest: tokens }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn peek(&self, at: usize) -> Option<&'t TokenTree> {
        self.rest.get(at)
    }

    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        matches!(self.peek(at), Some(TokenTree::Ident(ident)) if ident == word)
    }

    pub(super) fn is_punct(&self, at: usize, character: char) -> bool {
        matches!(self.peek(at), Some(TokenTree::Punct(punct)) if punct.as_char() == character)
    }

    pub(super) fn is_group(&self, at: usize, delimiter: Delimiter) -> bool {
        matches!(self.peek(at), Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
    }

    /// Returns the string literal at this place.
    pub(super) fn text(&self, at: usize) -> Option<LitStr> {
        let Some(TokenTree::Literal(literal)) = self.peek(at) else {
            return None;
        };
        match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn next(&mut self) -> Option<&'t TokenTree> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    /// Takes this many tokens, or all.
    pub(super) fn take(&mut self, count: usize) -> &'t [TokenTree] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// Takes the tokens before the first place where something ends them.
    pub(super) fn take_until(&mut self, is_end: impl Fn(&Cursor) -> bool) -> &'t [TokenTree] {
        let all = self.rest;
        let mut count = 0;
        while let Some(rest @ [_, ..]) = all.get(count..)
            && !is_end(&Cursor { rest })
        {
            count += 1;
        }
        self.take(count)
    }
}

/// Opens the groups without delimiters that another macro's `$x:literal` arrives in: they mean nothing here.
pub(super) fn without_invisible_groups(tokens: TokenStream) -> Vec<TokenTree> {
    let open = |token| match token {
        TokenTree::Group(group) => {
            let inner = without_invisible_groups(group.stream());
            if group.delimiter() == Delimiter::None {
                return inner;
            }
            let mut opened = Group::new(group.delimiter(), inner.into_iter().collect());
            opened.set_span(group.span());
            vec![TokenTree::Group(opened)]
        }
        other => vec![other],
    };
    tokens.into_iter().flat_map(open).collect()
}
