//! Where code, type, message, request id and status are found in a provider's error body.

use super::delay::DelaySource;
use super::json::Pointer;
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
    dialect: Dialect,
}

/// A field of a [`BodyShape`] and the JSON pointer (RFC 6901) to it. Arrays are transparent: `/errors/code` is the code of
/// the first object in `errors` that has one.
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Code,
    /// The code, if it is written as a name.
    Name,
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
        Place {
            field,
            pointer: Pointer::new(pointer),
            names_error: match field {
                Field::Message => has_error_step(pointer, true),
                _ => has_error_step(pointer, false),
            },
        }
    }

    const fn name(pointer: &'static str) -> Self {
        Self::new(Field::Name, pointer)
    }

    const fn outcome(pointer: &'static str) -> Self {
        Self::new(Field::Outcome, pointer)
    }

    /// Says that whatever is in this place is an error.
    const fn naming_error(mut self) -> Self {
        self.names_error = true;
        self
    }

    const fn delay(source: DelaySource, pointer: &'static str) -> Self {
        Place {
            names_error: false,
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

/// How many places a shape can have: one bit each while a body is walked, beside those for delays.
const MAX_PLACES: usize = super::json::MAX_POINTERS - DELAYS.len();

/// Looked for in every body, because gateways pass them on: how long to wait.
pub(crate) static DELAYS: [Place; 16] = [
    Place::delay(DelaySource::RetryInfo, "/error/details/retryDelay"),
    Place::delay(DelaySource::RetryInfo, "/details/retryDelay"),
    Place::delay(DelaySource::BodyRetryAfter, "/retry_after"),
    Place::delay(DelaySource::BodyRetryAfter, "/*/retry_after"),
    Place::delay(DelaySource::BodyRetryAfter, "/*/retryAfter"),
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

impl BodyShape {
    /// Creates a shape from places, at most 112.
    ///
    /// # Panics
    ///
    /// If there are more; in a constant this is a compile error.
    #[must_use]
    pub const fn new(places: &'static [Place]) -> Self {
        assert!(places.len() <= MAX_PLACES, "a shape has at most 112 places");
        BodyShape {
            places,
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

    pub(crate) const fn dialect(self) -> Dialect {
        self.dialect
    }

    /// `{"error": {"message", "type", "param", "code"}}`: OpenAI's, which most gateways follow.
    pub const OPENAI: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::code("/error/code"),
        Place::message("/error"),
    ])
    .with_dialect(Dialect::OpenAi);

    /// `{"type": "error", "error": {"type", "message"}, "request_id"}`: Anthropic's, with the code in `type`.
    pub const ANTHROPIC: Self = Self::new(&[
        Place::constant("/type", "error"),
        Place::error_type("/error/type"),
        Place::message("/error/message"),
        Place::code("/error/code"),
        Place::request_id("/request_id"),
    ])
    .with_dialect(Dialect::Anthropic);

    /// `{"error": {"code", "message", "status"}}`: Google's, with the HTTP status code as the number `code`.
    pub const GOOGLE: Self = Self::new(&[
        Place::status("/error/code"),
        Place::message("/error/message"),
        Place::code("/error/status"),
    ])
    .with_dialect(Dialect::Google);

    /// OpenAI's shape with the request id in `param`, as UCloud ModelVerse sends it.
    pub const MODELVERSE: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::request_id("/error/param"),
        Place::code("/error/code"),
    ])
    .with_dialect(Dialect::OpenAi);

    /// `{"code", "reason", "message", "metadata"}`: that of Go's Kratos framework, as PPIO and Novita send it, with the code
    /// in `reason` and the HTTP status code in `code`.
    pub const KRATOS: Self = Self::new(&[
        Place::status("/code"),
        Place::code("/reason"),
        Place::message("/message"),
        Place::error_type("/type"),
    ]);

    /// `{"code", "message"}` with nothing around it.
    pub const FLAT: Self = Self::new(&[
        Place::code("/code"),
        Place::message("/message"),
        Place::error_type("/type"),
        Place::request_id("/request_id"),
    ]);

    /// Every place at which some provider was seen to put a field, the more telling ones first.
    pub(crate) const ANY: Self = Self::new(&[
        Place::code("/error/code"),
        Place::code("/error/status"),
        Place::code("/reason"),
        Place::code("/code"),
        Place::code("/response/error/code"),
        Place::code("/*/error/code"),
        Place::code("/errors/code"),
        Place::code("/errors/data/code"),
        Place::code("/choices/error/code"),
        Place::code("/error/details/reason"),
        Place::code("/error/details/error_code"),
        Place::code("/error/details/violations/quotaId"),
        Place::code("/error/error_code"),
        Place::code("/error/err_code"),
        Place::code("/error_code"),
        Place::code("/err_code"),
        Place::code("/errcode"),
        Place::code("/errorCode"),
        Place::code("/detail/status"),
        Place::code("/detail/code"),
        Place::code("/detail/error/code"),
        Place::code("/header/code"),
        Place::code("/base_resp/status_code"),
        Place::code("/Response/Error/Code"),
        Place::code("/promptFeedback/blockReason").naming_error(),
        Place::code("/failureCode").naming_error(),
        Place::code("/failure_code").naming_error(),
        Place::code("/output/code"),
        Place::code("/retCode"),
        Place::code("/RetCode"),
        Place::code("/ret"),
        Place::code("/Code"),
        Place::name("/error"),
        Place::error_type("/error/type"),
        Place::error_type("/error/error_type"),
        Place::error_type("/response/error/type"),
        Place::error_type("/*/error/type"),
        Place::error_type("/type"),
        Place::error_type("/error_type"),
        Place::error_type("/errors/type"),
        Place::error_type("/detail/type"),
        Place::error_type("/detail/error/type"),
        Place::error_type("/__type"),
        Place::message("/error/message"),
        Place::message("/response/error/message"),
        Place::message("/*/error/message"),
        Place::message("/message"),
        Place::message("/msg"),
        Place::message("/errmsg"),
        Place::message("/err_msg"),
        Place::message("/error_msg"),
        Place::message("/errorMessage"),
        Place::message("/error_description"),
        Place::message("/error_message"),
        Place::message("/errors/message"),
        Place::message("/errors/msg"),
        Place::message("/errors/data/message"),
        Place::message("/detail/message"),
        Place::message("/detail/msg"),
        Place::message("/detail/error/message"),
        Place::message("/header/message"),
        Place::message("/base_resp/status_msg"),
        Place::message("/status_message"),
        Place::message("/choices/error/message"),
        Place::message("/Response/Error/Message"),
        Place::message("/Message"),
        Place::message("/message/message"),
        Place::message("/message/detail/msg"),
        Place::message("/error/message/detail/msg"),
        Place::message("/error/msg"),
        Place::message("/error/error"),
        Place::message("/error/detail"),
        Place::message("/*/message"),
        Place::message("/*/error/detail"),
        Place::message("/err"),
        Place::message("/error"),
        Place::message("/detail"),
        Place::message("/errors"),
        Place::message("/failure").naming_error(),
        Place::message("/output/error_message"),
        Place::message("/output/message"),
        Place::message("/description"),
        Place::message("/title"),
        Place::nested("/error/metadata/raw"),
        Place::nested("/metadata/raw"),
        Place::request_id("/request_id"),
        Place::request_id("/requestId"),
        Place::request_id("/RequestId"),
        Place::request_id("/Response/RequestId"),
        Place::request_id("/error/request_id"),
        Place::request_id("/header/sid"),
        Place::request_id("/sid"),
        Place::request_id("/traceId"),
        Place::request_id("/trace_id"),
        Place::request_id("/log_id"),
        Place::request_id("/ray_id"),
        Place::request_id("/id"),
        Place::outcome("/success"),
        Place::outcome("/status"),
        Place::status("/status"),
        Place::status("/statusCode"),
        Place::status("/status_code"),
        Place::status("/error/status"),
        Place::status("/error/http_status"),
        Place::status("/error/http_status_code"),
        Place::status("/error/http_code"),
        Place::status("/error/statusCode"),
    ]);
}
