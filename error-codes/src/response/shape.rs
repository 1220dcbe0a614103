//! Where code, type, message, request id and status are found in a provider's error body.

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
    Type,
    Message,
    RequestId,
    Status,
    Nested,
    RetryInfo,
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
            names_error: has_error_step(pointer),
        }
    }

    /// Looked for in every body, because gateways pass it on: the delay in `google.rpc.RetryInfo`.
    pub(crate) const RETRY_INFO: Self = Self::new(Field::RetryInfo, "/error/details/retryDelay");

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

/// Returns whether a step of a pointer begins with `error` in any case.
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

/// How many places a shape can have: one bit each while a body is walked, and one for [`Place::RETRY_INFO`].
const MAX_PLACES: usize = super::json::MAX_POINTERS - 1;

impl BodyShape {
    /// Creates a shape from places, at most 63.
    ///
    /// # Panics
    ///
    /// If there are more; in a constant this is a compile error.
    #[must_use]
    pub const fn new(places: &'static [Place]) -> Self {
        assert!(places.len() <= MAX_PLACES, "a shape has at most 63 places");
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
