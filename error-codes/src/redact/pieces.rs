//! A masked text, piece by piece.

use super::context;
use super::form;
use super::place;
use super::screen::{Screen, Sign};
use super::star;
use core::ops::Range;
use std::vec;

/// Replaces a credential, or what follows its prefix.
pub(crate) const MASK: &str = "***";

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    Shown(&'t str),
    /// A credential, for which [`MASK`] is shown.
    Hidden,
}

/// The pieces of a text. Each is looked for when it is asked for, so that a long text of which only the beginning is printed is
/// not read to its end.
#[derive(Clone)]
pub(crate) struct Pieces<'t> {
    text: &'t str,
    /// The end of the last piece.
    at: usize,
    /// The end of the credential that follows the last piece.
    hidden: Option<usize>,
    /// What is to be hidden whatever it looks like, in order.
    values: vec::IntoIter<Range<usize>>,
}

/// How much of a text is searched for one piece.
const WINDOW: usize = 4096;

/// How much of it is searched again with the next piece, because a credential may begin before its sign.
const OVERLAP: usize = 256;

impl<'t> Pieces<'t> {
    pub(super) fn new(text: &'t str, values: Vec<Range<usize>>) -> Self {
        Pieces {
            text,
            at: 0,
            hidden: None,
            values: values.into_iter(),
        }
    }

    /// Returns the piece from the last one to a place.
    fn shown_to(&mut self, end: usize) -> Piece<'t> {
        let piece = &self.text[self.at..end];
        self.at = end;
        Piece::Shown(piece)
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        if let Some(end) = self.hidden.take() {
            self.at = end;
            return Some(Piece::Hidden);
        }
        let value = self.values.as_slice().first();
        let limit = value.map_or(self.text.len(), |value| value.start.max(self.at));
        if self.at == limit {
            self.at = self.values.next()?.end.max(limit);
            return Some(Piece::Hidden);
        }
        let end = limit.min(self.at + WINDOW);
        Some(match find(&self.text[..limit], self.at, end) {
            Some(credential) if credential.start == self.at => {
                self.at = credential.end;
                Piece::Hidden
            }
            Some(credential) => {
                self.hidden = Some(credential.end);
                self.shown_to(credential.start)
            }
            None if end == limit => self.shown_to(limit),
            None => {
                let mut end = end - OVERLAP;
                while !self.text.is_char_boundary(end) {
                    end -= 1;
                }
                self.shown_to(end)
            }
        })
    }
}

/// Returns the first credential of those whose signs are between two places of a text.
fn find(text: &str, from: usize, end: usize) -> Option<Range<usize>> {
    let mut first: Option<Range<usize>> = None;
    let mut screen = Screen::new(text, from, end);
    while let Some((at, sign)) = screen.next() {
        let hidden = match sign {
            Sign::Form(form) => form.hidden(text, at),
            Sign::Stem => context::after_name(text, at, from),
            Sign::Foreign => context::after_foreign_name(text, at),
            Sign::Address => place::userinfo(text, at),
            Sign::Pem => place::pem(text, at),
            Sign::Stars => star::hidden(text, at, from),
            Sign::Stop => form::joined_by_stop(text, at),
        };
        let start = first.as_ref().map_or(text.len(), |first| first.start);
        let hidden = hidden.filter(|hidden| !hidden.is_empty());
        if let Some(hidden) = hidden.filter(|hidden| (from..start).contains(&hidden.start)) {
            // Between a name and its value there may be another credential.
            screen.end_at(hidden.start);
            first = Some(hidden);
        }
    }
    first
}
