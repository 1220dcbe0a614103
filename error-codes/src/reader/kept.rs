//! What is kept of an event that comes in pieces.

use super::outline::{Outline, Stop};

/// The text of one event, of which no more than a limit is kept.
///
/// If a text is longer, what was kept decides whether it reports an error. If it reports none, it is dropped, and the rest is
/// searched for an `error` key, from which on the text is kept again.
#[derive(Clone, Default)]
pub(super) struct Kept {
    text: Vec<u8>,
    outline: Outline,
    mode: Mode,
    error: Option<ErrorValue>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Keeping,
    /// What is kept is not an error. Whatever comes before the next `error` key is dropped.
    Searching,
    /// What is kept is an error. Whatever follows is dropped.
    Full,
}

/// The value of the last `error` key.
#[derive(Clone, Copy)]
struct ErrorValue {
    /// Where it begins in what is kept.
    at: usize,
    /// What leads to it: the beginning of a text in which the value stands at the same place.
    path: &'static [u8],
}

impl Kept {
    /// How much is kept, in bytes.
    pub(super) const LIMIT: usize = 64 * 1024;

    pub(super) fn text(&self) -> &[u8] {
        &self.text
    }

    pub(super) fn outline(&self) -> &Outline {
        &self.outline
    }

    /// Returns what is kept, and begins a new text.
    pub(super) fn take_text(&mut self) -> Vec<u8> {
        let text = core::mem::take(&mut self.text);
        self.clear();
        text
    }

    /// Begins a new text, which reuses the allocation.
    pub(super) fn clear(&mut self) {
        let mut text = core::mem::take(&mut self.text);
        text.clear();
        *self = Kept {
            text,
            ..Kept::default()
        };
    }

    /// Takes the next part of the text. If a JSON object or array ends in it, nothing behind that end is taken, and its
    /// position is returned.
    pub(super) fn take(&mut self, part: &[u8], is_error: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let mut rest = part;
        while !rest.is_empty() {
            let room = match self.mode {
                Mode::Keeping => Self::LIMIT - self.text.len(),
                Mode::Searching | Mode::Full => rest.len(),
            };
            if room == 0 {
                self.make_room(&is_error);
                continue;
            }
            let (length, stop) = self.outline.follow(&rest[..room.min(rest.len())]);
            if self.mode == Mode::Keeping {
                self.keep(&rest[..length]);
            }
            rest = &rest[length..];
            match stop {
                Some(Stop::ErrorKey(objects)) => self.note_error(objects),
                Some(Stop::End) => return Some(part.len() - rest.len()),
                None => {}
            }
        }
        None
    }

    /// Decides what becomes of a text that has reached the limit.
    fn make_room(&mut self, is_error: impl Fn(&[u8]) -> bool) {
        let error = self.error.filter(|error| error.at > error.path.len());
        let before = error.map_or(self.text.len(), |error| error.at);
        if is_error(&self.text[..before]) {
            self.mode = Mode::Full;
        } else if let Some(ErrorValue { at, path }) = error {
            self.text.splice(..at, path.iter().copied());
            let at = path.len();
            self.error = Some(ErrorValue { at, path });
        } else {
            self.text.clear();
            self.error = None;
            self.mode = Mode::Searching;
        }
    }

    /// Notes that the value of an `error` key in so many objects begins.
    fn note_error(&mut self, objects: usize) {
        let path: &[u8] = match objects {
            1 => b"{\"error\":",
            _ => b"{\"_\":{\"error\":",
        };
        if self.mode == Mode::Searching {
            self.mode = Mode::Keeping;
            self.keep(path);
        }
        let at = self.text.len();
        self.error = Some(ErrorValue { at, path });
    }

    /// Appends what fits, and never allocates more than the limit.
    fn keep(&mut self, part: &[u8]) {
        let length = self.text.len() + part.len();
        if length > self.text.capacity() {
            let capacity = length.max(2 * self.text.capacity()).min(Self::LIMIT);
            self.text
                .reserve_exact(capacity.saturating_sub(self.text.len()));
        }
        self.text.extend_from_slice(part);
    }
}
