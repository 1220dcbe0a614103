//! The event of a stream that is being read.

use super::kept::Kept;
use super::{NO_HEADERS, Reader};
use crate::error::Error;

/// The event that is being read, or the next one.
#[derive(Clone)]
pub(super) struct Event {
    reader: Reader,
    kept: Kept,
    state: State,
}

/// What is known of an event.
#[derive(Clone, Default)]
struct State {
    /// Where in the stream its first field begins.
    start: Option<u64>,
    /// Where the first field behind data that is complete begins. If more data follows, it is another event.
    next: Option<u64>,
    has_data: bool,
    /// Whether the data was read and reports no error by itself.
    is_checked: bool,
    is_named_error: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Data,
    Event,
    /// One that belongs to an event and says nothing about errors.
    Known,
    /// A comment, or a field that the standard does not know.
    Ignored,
}

impl Field {
    pub(super) fn named(name: &[u8]) -> Self {
        match name {
            b"data" => Field::Data,
            b"event" => Field::Event,
            b"id" | b"retry" => Field::Known,
            _ => Field::Ignored,
        }
    }
}

/// An error, and where in the stream its event begins.
pub(super) struct Found {
    pub(super) error: Error,
    pub(super) start: u64,
}

impl Event {
    pub(super) fn new(reader: Reader) -> Self {
        Event {
            reader,
            kept: Kept::default(),
            state: State::default(),
        }
    }

    pub(super) fn reader(&self) -> &Reader {
        &self.reader
    }

    pub(super) fn start(&self) -> Option<u64> {
        self.state.start
    }

    pub(super) fn has_data(&self) -> bool {
        self.state.has_data
    }

    pub(super) fn set_name(&mut self, name: &[u8]) {
        self.state.is_named_error = name == b"error";
    }

    /// Begins a field, which stands at this position of the stream.
    pub(super) fn begin_field(&mut self, field: Field, at: u64) {
        if field == Field::Ignored {
            return;
        }
        self.state.start.get_or_insert(at);
        let is_complete = self.state.has_data && self.kept.outline().is_complete();
        if is_complete {
            self.state.next.get_or_insert(at);
        }
        if field != Field::Data {
            return;
        }
        if is_complete {
            // A second JSON text is another event, which no empty line separates.
            self.kept.clear();
            self.state.start = self.state.next.take();
        } else if self.state.has_data {
            self.keep(b"\n");
        }
        self.state.has_data = true;
        self.state.is_checked = false;
    }

    /// Begins an object that no field introduces. An event before it has ended.
    pub(super) fn begin_object(&mut self, at: u64) {
        self.state.start.get_or_insert(at);
        self.state.has_data = true;
    }

    /// Returns whether an object can begin inside the JSON text that is being read.
    pub(super) fn can_open(&self) -> bool {
        self.kept.outline().can_open()
    }

    /// Takes a part of the data.
    pub(super) fn keep(&mut self, part: &[u8]) {
        let mut rest = part;
        while let Some(end) = self.keep_json(rest) {
            rest = &rest[end..];
        }
    }

    /// Takes a part of the data up to the end of a JSON text, and returns where that is.
    pub(super) fn keep_json(&mut self, part: &[u8]) -> Option<usize> {
        let (reader, is_named_error) = (&self.reader, self.state.is_named_error);
        let is_error = |text: &[u8]| is_named_error || reader.error_in_event(text).is_some();
        self.kept.take(part, is_error)
    }

    /// Reads data whose JSON is complete, without waiting for the end of the event.
    pub(super) fn check(&mut self) -> Option<Found> {
        if !self.kept.outline().is_complete() {
            return None;
        }
        let found = self.report();
        self.state.is_checked = found.is_none();
        found
    }

    /// Ends the event, and begins another one.
    pub(super) fn end(&mut self) -> Option<Found> {
        let is_unread = self.state.is_named_error || !self.state.is_checked;
        let is_read = self.state.has_data && is_unread;
        let found = is_read.then(|| self.report()).flatten();
        self.begin();
        found
    }

    fn begin(&mut self) {
        self.state = State::default();
        self.kept.clear();
    }

    /// Returns the error that the data reports, with which the event ends.
    fn report(&mut self) -> Option<Found> {
        let is_error =
            self.state.is_named_error || self.reader.error_in_event(self.kept.text()).is_some();
        let start = self.state.start.filter(|_| is_error)?;
        let data = self.kept.take_text();
        self.begin();
        Some(Found {
            error: self.reader.read_owned(None, &NO_HEADERS, data),
            start,
        })
    }
}
