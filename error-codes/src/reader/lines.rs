//! The lines of a stream, which come in pieces.

use super::Reader;
use super::event::{Event, Field, Found};
use crate::cost;
use crate::scan;

/// How far the end of a line is looked for at once, in bytes. Many errors in one line would make each search repeat the last.
const WINDOW: usize = 64;

/// Reads a stream line by line, and keeps nothing of a line but a word.
#[derive(Clone)]
pub(super) struct Lines {
    event: Event,
    line: Line,
    /// Where in the stream the current line, or the object in it, begins.
    line_start: u64,
    /// The name of a field, or that of an event.
    word: Word,
    /// How much of the stream has been read, in bytes.
    position: u64,
    is_after_cr: bool,
}

/// What the current line consists of up to here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Nothing, or only what separates the elements of an array.
    Start,
    FieldName,
    /// A field's name and colon.
    Colon(Field),
    Value(Field),
    /// Nothing, or what may be the name of a field, inside an object.
    StartInObject,
    /// A part of an object that no field introduces.
    Object,
}

/// A short word that comes in pieces. A longer one is cut off, and is not one that is looked for.
#[derive(Clone, Copy, Default)]
struct Word {
    bytes: [u8; 32],
    length: usize,
}

impl Word {
    fn push(&mut self, part: &[u8]) {
        let room = &mut self.bytes[self.length..];
        let length = part.len().min(room.len());
        room[..length].copy_from_slice(&part[..length]);
        self.length += length;
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl Lines {
    pub(super) fn new(reader: Reader) -> Self {
        Lines {
            event: Event::new(reader),
            line: Line::Start,
            line_start: 0,
            word: Word::default(),
            position: 0,
            is_after_cr: false,
        }
    }

    pub(super) fn reader(&self) -> &Reader {
        self.event.reader()
    }

    /// Returns how much of the stream has been read, in bytes.
    pub(super) fn position(&self) -> u64 {
        self.position
    }

    /// Returns where in the stream the event begins that has not ended yet.
    pub(super) fn start(&self) -> u64 {
        let line = (self.line != Line::Start).then_some(self.line_start);
        self.event.start().or(line).unwrap_or(self.position)
    }

    /// Reads up to the first error, or everything.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Option<Found> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let window = &rest[..rest.len().min(WINDOW)];
            let end = scan::find_either(window, b'\n', b'\r');
            cost::charge(end);
            let found = self.read_in_line(&window[..end]);
            if found.is_some() {
                return found;
            }
            rest = &rest[end..];
            if end < window.len() {
                let found = self.read_line_end(rest[0]);
                if found.is_some() {
                    return found;
                }
                rest = &rest[1..];
            }
        }
        None
    }

    /// Ends a line without its line end.
    pub(super) fn end_line(&mut self) -> Option<Found> {
        self.is_after_cr = false;
        self.read_line_end(b'\n')
    }

    /// Leaves the rest of a line out.
    pub(super) fn skip_line(&mut self) {
        self.line = Line::Start;
    }

    /// Ends the stream.
    pub(super) fn finish(&mut self) -> Option<Found> {
        self.close_line().or_else(|| self.event.end())
    }

    fn read_in_line(&mut self, part: &[u8]) -> Option<Found> {
        let mut rest = part;
        while !rest.is_empty() {
            self.is_after_cr = false;
            let (length, found) = match self.line {
                Line::Start => self.read_start(rest[0]),
                Line::FieldName => (self.read_field_name(rest), None),
                Line::Colon(field) => (self.read_space(field, rest[0]), None),
                Line::Value(field) => (self.read_value(field, rest), None),
                Line::StartInObject => self.read_start_in_object(rest[0]),
                Line::Object => self.read_object(rest),
            };
            self.position += length as u64;
            rest = &rest[length..];
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn read_line_end(&mut self, byte: u8) -> Option<Found> {
        self.position += 1;
        let is_second = self.is_after_cr && byte == b'\n';
        self.is_after_cr = byte == b'\r';
        // The first byte of `\r\n` has ended the line already.
        if is_second { None } else { self.close_line() }
    }

    fn close_line(&mut self) -> Option<Found> {
        if self.line == Line::FieldName {
            // A field without a colon has no value.
            self.begin_field();
        }
        match core::mem::replace(&mut self.line, Line::Start) {
            Line::Start => self.event.end(),
            Line::Colon(Field::Data) | Line::Value(Field::Data) => self.event.check(),
            Line::Colon(Field::Event) | Line::Value(Field::Event) => {
                self.event.set_name(self.word.as_bytes().trim_ascii());
                None
            }
            Line::Colon(_) | Line::Value(_) | Line::FieldName => None,
            Line::StartInObject | Line::Object => {
                self.keep_word();
                self.event.keep(b"\n");
                self.line = Line::StartInObject;
                None
            }
        }
    }

    /// Reads what stands between events: what separates the elements of an array, or the first byte of something else.
    fn read_start(&mut self, byte: u8) -> (usize, Option<Found>) {
        const BYTE_ORDER_MARK: [u8; 3] = *b"\xef\xbb\xbf";
        let at = usize::try_from(self.position).ok();
        let mark = at.and_then(|at| BYTE_ORDER_MARK.get(at));
        if mark == Some(&byte) || matches!(byte, b' ' | b'\t' | b'[' | b',' | b']') {
            return (1, None);
        }
        self.word = Word::default();
        self.line_start = self.position;
        self.line = Line::FieldName;
        if byte != b'{' {
            return (0, None);
        }
        let ended = self.event.has_data().then(|| self.event.end());
        self.event.begin_object(self.line_start);
        self.line = Line::Object;
        (0, ended.flatten())
    }

    fn read_field_name(&mut self, part: &[u8]) -> usize {
        let colon = part.iter().position(|byte| *byte == b':');
        let length = colon.unwrap_or(part.len());
        cost::charge(length);
        self.word.push(&part[..length]);
        if colon.is_none() {
            return length;
        }
        self.begin_field();
        length + 1
    }

    fn begin_field(&mut self) {
        let field = Field::named(self.word.as_bytes());
        self.event.begin_field(field, self.line_start);
        self.word = Word::default();
        self.line = Line::Colon(field);
    }

    /// Takes the one space that may follow a colon.
    fn read_space(&mut self, field: Field, byte: u8) -> usize {
        self.line = Line::Value(field);
        usize::from(byte == b' ')
    }

    fn read_value(&mut self, field: Field, part: &[u8]) -> usize {
        match field {
            Field::Data => self.event.keep(part),
            Field::Event => self.word.push(part),
            Field::Known | Field::Ignored => {}
        }
        part.len()
    }

    fn read_object(&mut self, part: &[u8]) -> (usize, Option<Found>) {
        match self.event.keep_json(part) {
            None => (part.len(), None),
            Some(end) => {
                self.line = Line::Start;
                (end, self.event.end())
            }
        }
    }

    /// Reads the beginning of a line inside an object. If it cannot belong to the object, the object was cut off.
    fn read_start_in_object(&mut self, byte: u8) -> (usize, Option<Found>) {
        const FIELDS: [&[u8]; 2] = [b"data:", b"event:"];
        let before = self.word;
        if before.length == 0 {
            self.line_start = self.position;
            if byte == b'{' && !self.event.can_open() {
                self.line = Line::Start;
                return (0, self.event.end());
            }
        }
        self.word.push(&[byte]);
        let word = self.word.as_bytes();
        if FIELDS.contains(&word) {
            let found = self.event.end();
            self.word = before;
            self.begin_field();
            return (1, found);
        }
        if FIELDS.iter().any(|field| field.starts_with(word)) {
            return (1, None);
        }
        self.word = before;
        self.keep_word();
        self.line = Line::Object;
        (0, None)
    }

    /// Keeps what was not the name of a field.
    fn keep_word(&mut self) {
        let word = core::mem::take(&mut self.word);
        self.event.keep(word.as_bytes());
    }
}
