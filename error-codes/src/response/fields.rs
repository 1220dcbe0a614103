//! The fields of a body: what stands at the places of a shape.

use super::delay::DelaySource;
use super::json::{Scalar, Source};
use super::shape::{BodyShape, Field, Place, known_place};
use super::status;
use super::walk::Values;
use crate::scan::trim;
use http::StatusCode;
use std::borrow::Cow;

/// How many codes of a body are kept: some providers send a number, a word and a repetition of the status.
pub(crate) const CODES: usize = 3;

/// What a body says.
#[derive(Debug, Default)]
pub(crate) struct Fields<'a> {
    /// The codes found, the more telling ones first.
    pub(crate) codes: [Option<Cow<'a, str>>; CODES],
    pub(crate) error_type: Option<Cow<'a, str>>,
    pub(crate) message: Option<Cow<'a, str>>,
    pub(crate) request_id: Option<Cow<'a, str>>,
    /// A text beside the message that holds the response of an upstream.
    pub(crate) nested: Option<Cow<'a, str>>,
    /// How long to wait, according to the body, and where that was stated.
    pub(crate) delay: Option<(DelaySource, Cow<'a, str>)>,
    /// The HTTP status code of an error, repeated in the body.
    pub(crate) status: Option<StatusCode>,
    /// Whether the message is the title of an HTML page, which is not a sentence of the provider's.
    pub(crate) is_page: bool,
    /// Whether something was found inside an object for errors.
    pub(crate) in_error_object: bool,
}

impl<'a> Fields<'a> {
    /// Returns the fields of a body that is nothing but a message.
    pub(crate) fn of_message(message: Option<Cow<'a, str>>) -> Self {
        Fields {
            message,
            ..Fields::default()
        }
    }

    /// Reads the fields of a JSON text in one walk: at the places of the provider's shape, or, if nothing is there, wherever
    /// some provider was seen to put them.
    pub(super) fn in_json(json: &'a [u8], shape: Option<BodyShape>) -> Self {
        let source = Source::new(json);
        let (places, foreign) =
            shape.map_or((&[][..], 0), |shape| (shape.places(), shape.foreign()));
        let mut values = Values::new();
        values.collect(source, places, foreign);
        let mut own = Best::at(places, source, &values);
        if !own.says_something() {
            own = Best::anywhere(source, &values);
        } else if !own.has_word_as_code(source) {
            // A gateway passes on the code of an upstream in the upstream's place.
            let any = Best::anywhere(source, &values);
            if any.has_word_as_code(source) {
                own.codes = any.codes;
            }
        }
        own.fields(source, delay_in(source, &values))
    }

    /// Returns whether a response that looked like a success is an error: it has an object for errors, names a code that
    /// is not a success together with a message, or calls itself an error.
    pub(crate) fn is_error(&self) -> bool {
        let says_nothing = self.message.as_deref().is_none_or(is_success);
        let has_failure = self.codes.iter().flatten().any(|code| !is_success(code));
        let is_named = self.in_error_object && (has_failure || !says_nothing);
        is_named
            || self.status.is_some()
            || (has_failure && !says_nothing)
            || self.error_type.as_deref() == Some("error")
    }

    /// Returns the same fields, which belong to an error.
    pub(super) fn in_error(self) -> Self {
        Fields {
            in_error_object: true,
            ..self
        }
    }

    /// Returns whether the body has a message or a code.
    pub(super) fn says_something(&self) -> bool {
        self.message.is_some() || self.codes[0].is_some()
    }
}

/// Returns whether a text stands for a success, as some providers write it in the place of an error.
fn is_success(text: &str) -> bool {
    const SUCCESSES: [&str; 16] = [
        "",
        "0",
        "ok",
        "success",
        "succeed",
        "succeeded",
        "successful",
        "none",
        "null",
        "nil",
        "no error",
        "no",
        "false",
        "200",
        "10000",
        "20000",
    ];
    let text = text.trim().trim_end_matches(['.', '!']);
    let is_zero = text.bytes().all(|byte| byte == b'0');
    is_zero || SUCCESSES.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Returns whether a text is a name such as `invalid_client` or `InvalidClient`, and no sentence.
fn is_name(text: &str) -> bool {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let bytes = text.as_bytes();
    let has_hump = bytes
        .windows(2)
        .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    text.chars().all(is_inside) && (text.contains('_') || has_hump)
}

/// Returns whether the outcome of a request, in the words of its response, is that it failed.
fn is_failure(text: &str) -> bool {
    const FAILURES: [&str; 7] = [
        "false",
        "error",
        "fail",
        "failed",
        "failure",
        "task_failed",
        "blocked",
    ];
    FAILURES.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// The rank behind all places.
const AFTER_ALL: usize = 1 << 8;

type Codes<'a> = [Option<Cow<'a, str>>; CODES];

/// A value and the rank of its place: of several values for one field that of the lowest rank counts.
type Ranked<T> = Option<(usize, T)>;

#[derive(Default)]
struct Best {
    codes: [Ranked<Scalar>; CODES],
    error_type: Ranked<Scalar>,
    message: Ranked<Scalar>,
    request_id: Ranked<Scalar>,
    nested: Ranked<Scalar>,
    status: Ranked<StatusCode>,
    in_error_object: bool,
    is_failure: bool,
}

impl Best {
    /// Chooses among the values at the places of a shape.
    fn at(places: &[Place], source: Source<'_>, values: &Values) -> Self {
        let mut best = Best::default();
        for (rank, place) in places.iter().enumerate() {
            for value in values.iter().filter(|value| value.is_at(rank, place)) {
                best.keep(source, rank, place, value.scalar);
            }
        }
        best
    }

    /// Chooses among all values.
    fn anywhere(source: Source<'_>, values: &Values) -> Self {
        let mut best = Best::default();
        for value in values.iter() {
            for rank in value.places() {
                if let Some(place) = known_place(rank) {
                    best.keep(source, rank, place, value.scalar);
                }
            }
        }
        best
    }

    fn keep(&mut self, source: Source<'_>, rank: usize, place: &Place, value: Scalar) {
        if source.is_false(value) && place.field() != Field::Outcome {
            return;
        }
        self.in_error_object |= place.names_error();
        match place.field() {
            // A name that is cut off is another name.
            Field::Code
            | Field::Name
            | Field::DailyQuota
            | Field::Type
            | Field::RequestId
            | Field::Status
                if value.is_cut() => {}
            Field::Code => insert(&mut self.codes, rank, value),
            Field::Name if is_name(&source.text(value)) => insert(&mut self.codes, rank, value),
            Field::DailyQuota if source.text(value).contains("PerDay") => {
                insert(&mut self.codes, rank, value);
            }
            Field::Type => lower(&mut self.error_type, rank, value),
            // `SUCCEED` is the message of a request for a task that failed.
            Field::Message if value.is_short() && is_success(&source.text(value)) => {
                lower(&mut self.message, rank + AFTER_ALL, value);
            }
            Field::Message => lower(&mut self.message, rank, value),
            Field::RequestId => lower(&mut self.request_id, rank, value),
            Field::Nested => lower(&mut self.nested, rank, value),
            Field::Status => {
                if let Some(status) = status::parse_error(&source.text(value)) {
                    lower(&mut self.status, rank, status);
                }
            }
            Field::Outcome => {
                self.is_failure |= is_failure(&source.text(value));
            }
            Field::Name | Field::DailyQuota | Field::Delay(_) | Field::Constant(_) => {}
        }
    }

    /// Returns whether there is a message or a code.
    fn says_something(&self) -> bool {
        self.message.is_some() || self.codes[0].is_some()
    }

    /// Returns whether one of the codes is more than a number that may repeat the status.
    fn has_word_as_code(&self, source: Source<'_>) -> bool {
        let mut codes = self.codes.iter().flatten();
        codes.any(|(_, code)| status::parse_error(trim(&source.text(*code))).is_none())
    }

    fn fields<'a>(
        &self,
        source: Source<'a>,
        delay: Option<(DelaySource, Cow<'a, str>)>,
    ) -> Fields<'a> {
        let text = |best: Ranked<Scalar>| best.map(|(_, value)| trimmed(source.text(value)));
        let codes = codes_as_text(self.codes, source);
        let status = self.status.map(|(_, status)| status);
        let mut known = codes.iter().flatten();
        Fields {
            status: status.or_else(|| known.find_map(|code| status::parse_error(code))),
            error_type: text(self.error_type),
            message: text(self.message),
            request_id: text(self.request_id),
            nested: text(self.nested),
            delay,
            is_page: false,
            in_error_object: self.in_error_object || self.is_failure,
            codes,
        }
    }
}

/// Returns how long to wait, and where that is stated.
fn delay_in<'a>(source: Source<'a>, values: &Values) -> Option<(DelaySource, Cow<'a, str>)> {
    let mut best = None;
    for value in values.iter() {
        for rank in value.places() {
            if let Some(Field::Delay(stated)) = known_place(rank).map(Place::field)
                && !source.is_false(value.scalar)
            {
                lower(&mut best, rank, (stated, value.scalar));
            }
        }
    }
    best.map(|(_, (stated, scalar))| (stated, trimmed(source.text(scalar))))
}

/// Returns the texts of codes, the more telling ones first.
fn codes_as_text(codes: [Ranked<Scalar>; CODES], source: Source<'_>) -> Codes<'_> {
    let mut codes = codes.map(|code| code.map(|(_, value)| trimmed(source.text(value))));
    if codes[1].is_some() {
        // A number that only repeats the status says less than a word.
        codes.sort_by_key(|code| match code.as_deref() {
            Some(code) if status::parse_error(code).is_some() => 1,
            Some(_) => 0,
            None => 2,
        });
    }
    codes
}

/// Keeps the value of the lower rank.
fn lower<T>(best: &mut Ranked<T>, rank: usize, value: T) {
    if best.as_ref().is_none_or(|(other, _)| rank < *other) {
        *best = Some((rank, value));
    }
}

/// Keeps the list ordered by rank, with each rank once.
fn insert(codes: &mut [Ranked<Scalar>; CODES], rank: usize, value: Scalar) {
    let mut next = Some((rank, value));
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
        Cow::Borrowed(text) => Cow::Borrowed(trim(text)),
        Cow::Owned(mut text) => {
            text.truncate(text.trim_end().len());
            text.drain(..text.len() - text.trim_start().len());
            Cow::Owned(text)
        }
    }
}
