//! Where code, type, message, request id and status are found in a provider's error body.

mod known;

use super::delay::DelaySource;
use super::glance::{Mark, Marks};
use super::paths::Paths;
use super::pointer::Pointer;
use crate::render::dialect::Dialect;

/// Where code, type, message, request id and status are found in a provider's error body.
///
/// The constants are the shapes in common use; a provider with a shape of its own lists its places. If several places hold
/// the same field, the first that contains something counts. If a body has nothing at a provider's places, every known
/// shape is tried.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodyShape {
    places: &'static [Place],
    /// A bit for each place that is read and not among the known ones.
    foreign: u64,
    /// A bit for each place whose mark is not among the known ones.
    marked: u64,
    dialect: Dialect,
}

/// A field of a [`BodyShape`] and the JSON pointer (RFC 6901) to it. Arrays are transparent: `/errors/code` is the code of
/// the first object in `errors` that has one. A step `0`, as in `/errors/0/code`, says that the array is rendered.
///
/// In a constant, a pointer without its leading slash does not compile:
///
/// ```compile_fail
/// # use error_codes::Place;
/// const WRONG: Place = Place::code("fault/id");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    field: Field,
    pointer: Pointer,
    /// Whether its name says that this is an error: `/error/…`, `/errors/…`, `/response/error/…`, or a text at `/error`.
    names_error: bool,
    mark: Mark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Code,
    /// The code, if it is written as a name.
    Name,
    /// The code, if it is the name of a quota that renews every day.
    DailyQuota,
    Type,
    Message,
    RequestId,
    Status,
    /// Whether the request failed, in a word.
    Outcome,
    Nested,
    Delay(DelaySource),
    Constant(&'static str),
}

/// Each of these fails to compile in a constant, and panics at run time, if the pointer does not begin with `/`.
impl Place {
    /// The place of the error code, a text or a number.
    #[must_use]
    pub const fn code(pointer: &'static str) -> Self {
        Self::new(Field::Code, pointer)
    }

    /// The place of the error type.
    #[must_use]
    pub const fn error_type(pointer: &'static str) -> Self {
        Self::new(Field::Type, pointer)
    }

    /// The place of the message.
    #[must_use]
    pub const fn message(pointer: &'static str) -> Self {
        Self::new(Field::Message, pointer)
    }

    /// The place of the id under which the provider knows the request.
    #[must_use]
    pub const fn request_id(pointer: &'static str) -> Self {
        Self::new(Field::RequestId, pointer)
    }

    /// The place of the HTTP status code, repeated in the body.
    #[must_use]
    pub const fn status(pointer: &'static str) -> Self {
        Self::new(Field::Status, pointer)
    }

    /// The place of a text that holds the response of an upstream as JSON, beside the message.
    #[must_use]
    pub const fn nested(pointer: &'static str) -> Self {
        Self::new(Field::Nested, pointer)
    }

    /// The place of a text that is always the same. It is rendered and never read.
    #[must_use]
    pub const fn constant(pointer: &'static str, text: &'static str) -> Self {
        Self::new(Field::Constant(text), pointer)
    }

    const fn new(field: Field, pointer: &'static str) -> Self {
        assert!(
            matches!(pointer.as_bytes(), [b'/', _, ..]),
            "a JSON pointer begins with `/`, such as `/error/code`"
        );
        let names_error = has_error_step(pointer, matches!(field, Field::Message));
        Place {
            field,
            pointer: Pointer::new(pointer),
            names_error,
            mark: mark_of(field, pointer, names_error),
        }
    }

    const fn name(pointer: &'static str) -> Self {
        Self::new(Field::Name, pointer)
    }

    /// Google's names of the quotas that were violated, of which one of a day says the most.
    const fn daily_quota(pointer: &'static str) -> Self {
        Self::new(Field::DailyQuota, pointer)
    }

    const fn outcome(pointer: &'static str) -> Self {
        Self::new(Field::Outcome, pointer)
    }

    /// Says that whatever is in this place is an error.
    const fn naming_error(mut self) -> Self {
        self.names_error = true;
        self.mark = mark_of(self.field, self.pointer.text(), true);
        self
    }

    const fn delay(source: DelaySource, pointer: &'static str) -> Self {
        Place {
            names_error: false,
            mark: Mark::None,
            ..Self::new(Field::Delay(source), pointer)
        }
    }

    pub(crate) const fn field(&self) -> Field {
        self.field
    }

    pub(crate) const fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    pub(crate) const fn names_error(&self) -> bool {
        self.names_error
    }
}

/// Returns what a text has if a value at this place makes it an error: see [`Fields::is_error`](super::Fields::is_error).
const fn mark_of(field: Field, pointer: &'static str, names_error: bool) -> Mark {
    match field {
        _ if names_error => Mark::by_key_of(pointer),
        Field::Code | Field::Name | Field::DailyQuota | Field::Status | Field::Outcome => {
            Mark::by_key_of(pointer)
        }
        Field::Type => Mark::by_value_of(pointer),
        Field::Message
        | Field::RequestId
        | Field::Nested
        | Field::Delay(_)
        | Field::Constant(_) => Mark::None,
    }
}

/// Returns whether a step of a pointer is `error` or `errors`, or one that begins so, in any case. `error_code` may be that of
/// a success.
const fn has_error_step(pointer: &str, may_go_on: bool) -> bool {
    let mut rest = pointer.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'/' {
            let (is_error, step) = split_error(after);
            let is_all = matches!(step, [] | [b'/', ..] | [b's'] | [b's', b'/', ..]);
            if is_error && (is_all || may_go_on) {
                return true;
            }
        }
        rest = after;
    }
    false
}

/// Returns whether a text begins with `error` in any case, and what follows it.
const fn split_error(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [
            b'e' | b'E',
            b'r' | b'R',
            b'r' | b'R',
            b'o' | b'O',
            b'r' | b'R',
            rest @ ..,
        ] => (true, rest),
        _ => (false, text),
    }
}

/// How many places a shape can have: one bit each while a body is walked.
const MAX_PLACES: usize = 64;

/// Looked for in every body, because gateways pass them on: how long to wait.
static DELAYS: [Place; 18] = [
    Place::delay(DelaySource::RetryInfo, "/error/details/retryDelay"),
    Place::delay(DelaySource::RetryInfo, "/details/retryDelay"),
    Place::delay(DelaySource::BodyRetryAfter, "/retry_after"),
    Place::delay(DelaySource::BodyRetryAfter, "/*/retry_after"),
    Place::delay(DelaySource::BodyRetryAfter, "/*/retryAfter"),
    Place::delay(
        DelaySource::BodyRetryAfter,
        "/error/availability/retry_after",
    ),
    Place::delay(
        DelaySource::XRateLimitReset,
        "/error/metadata/headers/X-RateLimit-Reset",
    ),
    Place::delay(DelaySource::BodyRetryAfterSeconds, "/retry_after_seconds"),
    Place::delay(DelaySource::BodyRetryAfterSeconds, "/*/retry_after_seconds"),
    Place::delay(
        DelaySource::BodyRetryAfterSeconds,
        "/*/metadata/retry_after_seconds",
    ),
    Place::delay(DelaySource::ResetsInSeconds, "/resets_in_seconds"),
    Place::delay(DelaySource::ResetsInSeconds, "/*/resets_in_seconds"),
    Place::delay(DelaySource::ResetsAt, "/resets_at"),
    Place::delay(DelaySource::ResetsAt, "/*/resets_at"),
    Place::delay(DelaySource::ResetSeconds, "/reset_seconds"),
    Place::delay(DelaySource::ResetSeconds, "/*/reset_seconds"),
    Place::delay(DelaySource::EstimatedTime, "/estimated_time"),
    Place::delay(DelaySource::EstimatedTime, "/*/estimated_time"),
];

/// The tree of all known places: [`ANY`](known::ANY), then [`DELAYS`], then those of known shapes that are not among them.
pub(super) static PATHS: Paths = Paths::new(
    &[&pointers(&known::ANY), &pointers(&DELAYS)],
    &known::OTHERS,
);

const fn pointers<const N: usize>(places: &[Place; N]) -> [&'static str; N] {
    let mut pointers = [""; N];
    let mut at = 0;
    while at < N {
        pointers[at] = places[at].pointer.text();
        at += 1;
    }
    pointers
}

/// What makes a text an error at one of the known places.
static MARKS: Marks = {
    let mut marks = [Mark::None; known::ANY.len()];
    let mut at = 0;
    while at < marks.len() {
        marks[at] = known::ANY[at].mark;
        at += 1;
    }
    Marks::new(&marks)
};

/// Returns whether a JSON text can report an error, at a place of a shape or at a known one.
pub(super) fn may_report_error(json: &[u8], shape: Option<BodyShape>) -> bool {
    let (places, marked) = shape.map_or((&[][..], 0), |shape| (shape.places, shape.marked));
    let others = places.iter().enumerate();
    let others = others.filter(|(at, _)| marked >> at & 1 == 1);
    MARKS.are_in(json, &others.map(|(_, place)| place.mark))
}

/// Returns a known place by its number, and its rank among all.
pub(super) fn known_place(number: usize) -> Option<&'static Place> {
    let delay = || DELAYS.get(number.checked_sub(known::ANY.len())?);
    known::ANY.get(number).or_else(delay)
}

impl BodyShape {
    /// Creates a shape from places, at most 64.
    ///
    /// # Panics
    ///
    /// If there are more; in a constant this is a compile error.
    #[must_use]
    pub const fn new(places: &'static [Place]) -> Self {
        assert!(places.len() <= MAX_PLACES, "a shape has at most 64 places");
        let (mut foreign, mut marked) = (0, 0);
        let mut at = 0;
        while at < places.len() {
            if !MARKS.cover(places[at].mark) {
                marked |= 1 << at;
            }
            let is_read = !matches!(places[at].field, Field::Constant(_));
            if is_read && !PATHS.contains(places[at].pointer().text()) {
                foreign |= 1 << at;
            }
            at += 1;
        }
        BodyShape {
            places,
            foreign,
            marked,
            dialect: Dialect::Own,
        }
    }

    const fn with_dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    pub(crate) const fn places(self) -> &'static [Place] {
        self.places
    }

    /// Returns a bit for each place that is not among the known ones.
    pub(super) const fn foreign(self) -> u64 {
        self.foreign
    }

    pub(crate) const fn dialect(self) -> Dialect {
        self.dialect
    }
}

#[cfg(test)]
mod tests {
    use crate::providers;

    #[test]
    fn the_places_of_built_in_providers_are_known() {
        for provider in providers::ALL {
            let foreign = provider.shape().map(|shape| shape.foreign);
            assert_eq!(foreign.unwrap_or(0), 0, "{}", provider.id());
        }
    }
}
