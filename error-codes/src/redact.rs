//! Masks the credentials that providers echo.
//!
//! A credential is recognised by its own form (`sk-…`, `AIza…`, a JSON web token, a key that the provider has shortened), by its
//! place (`user:password@host`, a PEM block, a cookie), or by the name before it (`Bearer …`, `x-api-key: …`, `key abc123`).
//! Nothing is kept of it but a prefix that all such keys share: `sk-***`, `Bearer ***`, `***`. Text that is merely long and
//! random is kept, because request ids look like that.

mod context;
mod escape;
mod form;
mod gap;
mod header;
mod line;
mod look;
mod name;
mod pieces;
mod place;
mod screen;
mod star;
mod value;
mod word;

pub(crate) use line::OneLine;

use crate::message::placeholders;
use pieces::{MASK, Piece, Pieces};
use std::borrow::Cow;

/// Masks the credentials in a text. Returns the text itself if there are none.
pub(crate) fn mask(text: &str) -> Cow<'_, str> {
    collect(text, Pieces::new(text, Vec::new()))
}

/// Masks the credentials in a message that matches the template of a row: the value of a placeholder named `key`, `token` or
/// `secret` is one, whatever it looks like.
pub(crate) fn mask_message<'m>(message: &'m str, template: Option<&str>) -> Cow<'m, str> {
    collect(message, pieces_of_message(message, template))
}

/// Displays a masked message on one line.
pub(crate) fn line_of_message<'m>(message: &'m str, template: Option<&str>) -> OneLine<'m> {
    pieces_of_message(message, template).into()
}

fn pieces_of_message<'m>(message: &'m str, template: Option<&str>) -> Pieces<'m> {
    let template = template.filter(|template| has_credential(template));
    let values = template
        .into_iter()
        .flat_map(|template| placeholders(template, message));
    let secret = values.filter(|(name, value)| SECRETS.contains(name) && !value.is_empty());
    let ranges = secret.map(|(_, value)| {
        let start = value.as_ptr().addr() - message.as_ptr().addr();
        start..start + value.len()
    });
    Pieces::new(message, ranges.collect())
}

/// The names of placeholders for a credential or a part of one.
const SECRETS: [&str; 3] = ["key", "token", "secret"];

/// Returns whether a placeholder of a template is named as a credential.
pub(crate) fn has_credential(template: &str) -> bool {
    let mut names = template.split('{').skip(1);
    names.any(|rest| {
        rest.split('}')
            .next()
            .is_some_and(|name| SECRETS.contains(&name))
    })
}

/// Joins the pieces of a text.
fn collect<'t>(text: &'t str, pieces: Pieces<'t>) -> Cow<'t, str> {
    let mut shown = 0;
    let mut masked: Option<String> = None;
    for piece in pieces {
        match (piece, &mut masked) {
            (Piece::Shown(piece), None) => shown += piece.len(),
            (Piece::Shown(piece), Some(masked)) => masked.push_str(piece),
            (Piece::Hidden, masked) => {
                let masked = masked.get_or_insert_with(|| text[..shown].to_owned());
                masked.push_str(MASK);
            }
        }
    }
    masked.map_or(Cow::Borrowed(text), Cow::Owned)
}
