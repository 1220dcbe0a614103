//! Where a provider's answer says what: code, type, message, request id and status.

use crate::dialect::Dialect;
use crate::json::{self, Pointer, Scalar, Source};
use crate::message;
use crate::steps;
use crate::text::{self, error_status};
use http::StatusCode;
use std::borrow::Cow;

/// Where code, type, message, request id and status stand in a provider's answer.
///
/// The constants are the shapes in use; a provider with a shape of its own lists its places. Of several places for one
/// field the first that holds something counts. Where the body has none of a provider's places, every known shape is
/// tried.
///
/// ```
/// use error_codes::{BodyShape, Place};
///
/// const ACME: BodyShape = BodyShape::new(&[
///     Place::code("/fault/id"),
///     Place::message("/fault/text"),
///     Place::request_id("/trace"),
/// ]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BodyShape {
    places: &'static [Place],
    dialect: Dialect,
}

/// One field of a [`BodyShape`] and the JSON pointer (RFC 6901) to it. Arrays do not count as a step: `/errors/code` is
/// the code of the first object in `errors` that has one.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    field: Field,
    pointer: Pointer,
    /// Whether it speaks of an error by its name: `/error/…`, `/errors/…`, `/response/error/…`, or a text `/error`.
    names_error: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Code,
    Type,
    Message,
    RequestId,
    Status,
    Nested,
    RetryInfo,
    Constant(&'static str),
}

impl Place {
    /// The error code, text or number.
    #[must_use]
    pub const fn code(pointer: &'static str) -> Self {
        Self::new(Field::Code, pointer)
    }

    /// The type of error.
    #[must_use]
    pub const fn error_type(pointer: &'static str) -> Self {
        Self::new(Field::Type, pointer)
    }

    /// The sentence for people.
    #[must_use]
    pub const fn message(pointer: &'static str) -> Self {
        Self::new(Field::Message, pointer)
    }

    /// The id under which the provider knows the request.
    #[must_use]
    pub const fn request_id(pointer: &'static str) -> Self {
        Self::new(Field::RequestId, pointer)
    }

    /// The HTTP status, repeated in the body.
    #[must_use]
    pub const fn status(pointer: &'static str) -> Self {
        Self::new(Field::Status, pointer)
    }

    /// A text that holds the answer of an upstream as JSON, beside the message.
    #[must_use]
    pub const fn nested(pointer: &'static str) -> Self {
        Self::new(Field::Nested, pointer)
    }

    /// A text that is always the same, which is written and not read.
    #[must_use]
    pub const fn constant(pointer: &'static str, text: &'static str) -> Self {
        Self::new(Field::Constant(text), pointer)
    }

    const fn new(field: Field, pointer: &'static str) -> Self {
        Place {
            field,
            pointer: Pointer::new(pointer),
            names_error: has_error_step(pointer),
        }
    }

    pub(crate) const fn field(self) -> Field {
        self.field
    }

    pub(crate) const fn pointer(self) -> &'static str {
        self.pointer.text()
    }
}

/// Whether a step of a pointer begins with `error`, in capitals or not.
const fn has_error_step(pointer: &str) -> bool {
    let mut rest = pointer.as_bytes();
    while let [_, after @ ..] = rest {
        if matches!(
            rest,
            [
                b'/',
                b'e' | b'E',
                b'r' | b'R',
                b'r' | b'R',
                b'o' | b'O',
                b'r' | b'R',
                ..
            ]
        ) {
            return true;
        }
        rest = after;
    }
    false
}

impl BodyShape {
    /// A shape with these places, 60 at the most: further ones are not looked for.
    #[must_use]
    pub const fn new(places: &'static [Place]) -> Self {
        BodyShape {
            places,
            dialect: Dialect::Own,
        }
    }

    const fn speaking(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    pub(crate) const fn places(self) -> &'static [Place] {
        self.places
    }

    pub(crate) const fn dialect(self) -> Dialect {
        self.dialect
    }

    /// `{"error": {"message", "type", "param", "code"}}`, which OpenAI set and most gateways follow.
    pub const OPENAI: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::code("/error/code"),
        Place::message("/error"),
    ])
    .speaking(Dialect::OpenAi);

    /// `{"type": "error", "error": {"type", "message"}, "request_id"}`, Anthropic's, with the code in `type`.
    pub const ANTHROPIC: Self = Self::new(&[
        Place::constant("/type", "error"),
        Place::error_type("/error/type"),
        Place::message("/error/message"),
        Place::code("/error/code"),
        Place::request_id("/request_id"),
    ])
    .speaking(Dialect::Anthropic);

    /// `{"error": {"code", "message", "status"}}`, Google's, with the HTTP status as the number `code`.
    pub const GOOGLE: Self = Self::new(&[
        Place::status("/error/code"),
        Place::message("/error/message"),
        Place::code("/error/status"),
    ])
    .speaking(Dialect::Google);

    /// OpenAI's shape with the request id in `param`, as UCloud ModelVerse sends it.
    pub const MODELVERSE: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::request_id("/error/param"),
        Place::code("/error/code"),
    ])
    .speaking(Dialect::OpenAi);

    /// `{"code", "reason", "message", "metadata"}`, that of Go's Kratos framework, as PPIO and Novita send it: the code is
    /// `reason`, and `code` repeats the HTTP status.
    pub const KRATOS: Self = Self::new(&[
        Place::status("/code"),
        Place::code("/reason"),
        Place::message("/message"),
        Place::error_type("/type"),
    ]);

    /// `{"code", "message"}` without anything around it.
    pub const FLAT: Self = Self::new(&[
        Place::code("/code"),
        Place::message("/message"),
        Place::error_type("/type"),
        Place::request_id("/request_id"),
    ]);

    /// Every place at which some provider was seen to put something, the more telling ones first.
    pub(crate) const ANY: Self = Self::new(&[
        Place::code("/error/code"),
        Place::code("/error/status"),
        Place::code("/reason"),
        Place::code("/code"),
        Place::code("/response/error/code"),
        Place::code("/errors/code"),
        Place::code("/choices/error/code"),
        Place::code("/error_code"),
        Place::code("/detail/status"),
        Place::code("/detail/code"),
        Place::code("/base_resp/status_code"),
        Place::code("/Response/Error/Code"),
        Place::code("/retCode"),
        Place::code("/RetCode"),
        Place::code("/Code"),
        Place::code("/name"),
        Place::error_type("/error/type"),
        Place::error_type("/error/error_type"),
        Place::error_type("/type"),
        Place::error_type("/error_type"),
        Place::error_type("/errors/type"),
        Place::error_type("/detail/type"),
        Place::error_type("/__type"),
        Place::message("/error/message"),
        Place::message("/response/error/message"),
        Place::message("/message"),
        Place::message("/msg"),
        Place::message("/error_msg"),
        Place::message("/error_description"),
        Place::message("/error_message"),
        Place::message("/errors/message"),
        Place::message("/detail/message"),
        Place::message("/detail/msg"),
        Place::message("/base_resp/status_msg"),
        Place::message("/status_message"),
        Place::message("/choices/error/message"),
        Place::message("/Response/Error/Message"),
        Place::message("/Message"),
        Place::message("/description"),
        Place::message("/err"),
        Place::message("/error"),
        Place::message("/detail"),
        Place::message("/errors"),
        Place::message("/output/error_message"),
        Place::message("/title"),
        Place::nested("/error/metadata/raw"),
        Place::nested("/metadata/raw"),
        Place::request_id("/request_id"),
        Place::request_id("/requestId"),
        Place::request_id("/RequestId"),
        Place::request_id("/Response/RequestId"),
        Place::request_id("/error/request_id"),
        Place::status("/status"),
        Place::status("/statusCode"),
        Place::status("/status_code"),
        Place::status("/error/status"),
        Place::status("/error/http_status"),
        Place::status("/error/http_status_code"),
        Place::status("/error/http_code"),
    ]);
}

/// Looked for whatever the shape, because gateways pass it on.
const EVERYWHERE: Place = Place::new(Field::RetryInfo, "/error/details/retryDelay");

/// How many codes of a body are kept: some providers send a number, a word and a repetition of the status.
const CODES: usize = 3;

/// How much of a body that is no JSON counts as its message, in bytes.
const TEXT_LIMIT: usize = 8 * 1024;

/// What a body says.
#[derive(Debug, Default)]
pub(crate) struct Fields<'a> {
    /// The codes found, the more telling first.
    pub(crate) codes: [Option<Cow<'a, str>>; CODES],
    pub(crate) error_type: Option<Cow<'a, str>>,
    pub(crate) message: Option<Cow<'a, str>>,
    pub(crate) request_id: Option<Cow<'a, str>>,
    /// A text beside the message that holds an upstream's answer.
    pub(crate) nested: Option<Cow<'a, str>>,
    /// The delay in `google.rpc.RetryInfo`.
    pub(crate) retry_info: Option<Cow<'a, str>>,
    /// The HTTP status of an error, repeated in the body.
    pub(crate) status: Option<StatusCode>,
    /// Whether the message is the title of a page, which is no sentence of the provider's.
    pub(crate) is_page: bool,
    /// Whether something was found inside an object for errors.
    in_error_object: bool,
}

impl<'a> Fields<'a> {
    /// Nothing but a message.
    pub(crate) fn of_message(message: &'a str) -> Self {
        Fields {
            message: Some(Cow::Borrowed(message)),
            ..Fields::default()
        }
    }

    /// Whether an answer that began as a success turned out to be an error: it has an object for errors, or names a code
    /// that is no success together with a message, or calls itself an error.
    pub(crate) fn is_error(&self) -> bool {
        const SUCCESSES: [&str; 5] = ["0", "200", "ok", "success", "succeeded"];
        let is_failure = |code: &str| !SUCCESSES.iter().any(|word| word.eq_ignore_ascii_case(code));
        let has_code = self.codes.iter().flatten().any(|code| is_failure(code));
        self.in_error_object
            || self.status.is_some()
            || (has_code && self.message.is_some())
            || self.error_type.as_deref() == Some("error")
    }

    /// Whether the body speaks of an error at all.
    fn says_something(&self) -> bool {
        self.message.is_some() || self.codes[0].is_some()
    }
}

/// Reads a body of any form: JSON, an event stream, a page or plain text.
pub(crate) fn read(body: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    let body = body
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(body)
        .trim_ascii();
    match body {
        [b'{', ..] => read_json(body, shape),
        // What follows the bracket of a list is no letter, but that of `[trace_id: 1] text` is.
        [b'[', inside @ ..] if !begins_with_letter(inside) => read_json(body, shape),
        [b'"', ..] => Fields {
            message: Source::new(body).leading_string(),
            ..Fields::default()
        },
        _ if is_event_stream(body) => event_data(body)
            .map(|data| read_json(data, shape))
            .find(Fields::says_something)
            .unwrap_or_default(),
        _ => read_text(body, shape),
    }
}

fn begins_with_letter(text: &[u8]) -> bool {
    let first = text.trim_ascii_start().first();
    first.is_some_and(u8::is_ascii_alphabetic)
}

/// The provider's own shape, or any if that finds nothing.
fn read_json(body: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    let source = Source::new(body);
    if let Some(shape) = shape {
        let fields = collect(source, shape);
        if fields.says_something() {
            return fields;
        }
    }
    collect(source, BodyShape::ANY)
}

/// JSON with prose before it, which may name the status, or a page, or a sentence.
fn read_text(body: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    let fields = object_in(body).map(|object| {
        let fields = read_json(object, shape);
        let prose = str::from_utf8(&body[..body.len() - object.len()]).ok();
        Fields {
            status: fields.status.or_else(|| message::status(prose?)),
            ..fields
        }
    });
    if let Some(fields) = fields.filter(Fields::says_something) {
        return fields;
    }
    let text = text::readable(body, TEXT_LIMIT);
    Fields {
        message: text.map(text::title_or_all).map(Cow::Borrowed),
        is_page: text.is_some_and(|text| text.starts_with('<')),
        ..Fields::default()
    }
}

/// Reads an upstream's answer inside a message: a JSON object that says something, or the text behind `err: `, as gateways
/// written in Go put it.
pub(crate) fn read_inside(text: &str) -> Option<Fields<'_>> {
    let object =
        object_in(text.as_bytes()).map(|object| collect(Source::new(object), BodyShape::ANY));
    object.filter(Fields::says_something).or_else(|| {
        let (_, upstream) = text.rsplit_once(", err: ")?;
        Some(Fields::of_message(upstream))
    })
}

/// From the first bracket that a key follows, which may be quoted once more.
fn object_in(text: &[u8]) -> Option<&[u8]> {
    steps::count(text.len());
    let is_object = |rest: &[u8]| {
        let inside = rest.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
        steps::count(inside.map_or(0, |inside| rest.len() - inside.len()));
        matches!(inside, Some([b'"' | b'\'' | b'\\', ..]))
    };
    let brackets = text.iter().enumerate().filter(|(_, byte)| **byte == b'{');
    brackets
        .map(|(at, _)| &text[at..])
        .find(|rest| is_object(rest))
}

fn is_event_stream(body: &[u8]) -> bool {
    const STARTS: [&[u8]; 5] = [b"data:", b"event:", b"id:", b"retry:", b":"];
    STARTS.iter().any(|start| body.starts_with(start))
}

/// The data of each event, a line each.
fn event_data(body: &[u8]) -> impl Iterator<Item = &[u8]> {
    body.split(|byte| matches!(byte, b'\n' | b'\r'))
        .inspect(|line| steps::count(line.len()))
        .filter_map(|line| line.strip_prefix(b"data:"))
        .map(<[u8]>::trim_ascii)
}

/// Walks the body once and keeps the best of each field.
fn collect(source: Source<'_>, shape: BodyShape) -> Fields<'_> {
    let place = move |rank: usize| shape.places.get(rank).unwrap_or(&EVERYWHERE);
    let mut best = Best::default();
    json::walk(
        source,
        shape.places.len() + 1,
        move |rank| &place(rank).pointer,
        |rank, scalar| best.keep(source, rank, place(rank), scalar),
    );
    let text = |best: Option<(usize, Scalar)>| best.map(|(_, scalar)| trimmed(source.text(scalar)));
    let mut codes = best.codes.map(text);
    if codes[1].is_some() {
        // A number that only repeats the status gives way to a word.
        codes.sort_by_key(|code| match code.as_deref() {
            Some(code) if error_status(code).is_some() => 1,
            Some(_) => 0,
            None => 2,
        });
    }
    Fields {
        error_type: text(best.error_type),
        message: text(best.message),
        request_id: text(best.request_id),
        nested: text(best.nested),
        retry_info: text(best.retry_info),
        is_page: false,
        status: best
            .status
            .map(|(_, status)| status)
            .or_else(|| codes.iter().flatten().find_map(|code| error_status(code))),
        codes,
        in_error_object: best.in_error_object,
    }
}

/// For each field what was found at the place of the lowest rank.
#[derive(Default)]
struct Best {
    codes: [Option<(usize, Scalar)>; CODES],
    error_type: Option<(usize, Scalar)>,
    message: Option<(usize, Scalar)>,
    request_id: Option<(usize, Scalar)>,
    nested: Option<(usize, Scalar)>,
    retry_info: Option<(usize, Scalar)>,
    status: Option<(usize, StatusCode)>,
    in_error_object: bool,
}

impl Best {
    fn keep(&mut self, source: Source<'_>, rank: usize, place: &Place, scalar: Scalar) {
        self.in_error_object |= place.names_error;
        let best = match place.field {
            Field::Type => &mut self.error_type,
            Field::Message => &mut self.message,
            Field::RequestId => &mut self.request_id,
            Field::Nested => &mut self.nested,
            Field::RetryInfo => &mut self.retry_info,
            Field::Code => return insert(&mut self.codes, rank, scalar),
            Field::Status => {
                if self.status.is_none_or(|(other, _)| rank < other)
                    && let Some(status) = error_status(&source.text(scalar))
                {
                    self.status = Some((rank, status));
                }
                return;
            }
            Field::Constant(_) => return,
        };
        if best.is_none_or(|(other, _)| rank < other) {
            *best = Some((rank, scalar));
        }
    }
}

/// Keeps the list in the order of the ranks, each rank once.
fn insert(codes: &mut [Option<(usize, Scalar)>; CODES], rank: usize, scalar: Scalar) {
    let mut next = Some((rank, scalar));
    for code in codes {
        if next.is_none() {
            return;
        }
        match (*code, next) {
            (Some((here, _)), Some((rank, _))) if here == rank => return,
            (Some((here, _)), Some((rank, _))) if here < rank => {}
            _ => core::mem::swap(code, &mut next),
        }
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text::trim(text)),
        Cow::Owned(mut text) => {
            text.truncate(text.trim_end().len());
            text.drain(..text.len() - text.trim_start().len());
            Cow::Owned(text)
        }
    }
}
