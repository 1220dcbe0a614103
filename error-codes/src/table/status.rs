//! The status cell of a row.

use core::fmt;
use core::str::FromStr;
use http::StatusCode;

/// Which HTTP status codes a row comes with: one, such as `429`, or a class, such as `5xx`.
///
/// ```
/// use error_codes::{StatusCode, StatusPattern};
///
/// const LIMITED: StatusPattern = StatusPattern::exact(429);
/// assert!(LIMITED.matches(StatusCode::TOO_MANY_REQUESTS));
/// assert_eq!("5xx".parse(), Ok(StatusPattern::class(5)));
/// ```
///
/// In a constant, an invalid status code does not compile:
///
/// ```compile_fail
/// # use error_codes::StatusPattern;
/// const WRONG: StatusPattern = StatusPattern::exact(4290);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StatusPattern(Pattern);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Pattern {
    Exact(StatusCode),
    /// The first digit.
    Class(u16),
}

impl StatusPattern {
    /// Returns the pattern of one status code.
    ///
    /// # Panics
    ///
    /// If the number is not between 100 and 999; in a constant this is a compile error. For a number that is only known
    /// at run time, parse its text or convert a [`StatusCode`].
    #[must_use]
    pub const fn exact(status: u16) -> Self {
        match StatusCode::from_u16(status) {
            Ok(status) => StatusPattern(Pattern::Exact(status)),
            Err(_) => invalid("a status code is a number between 100 and 999"),
        }
    }

    /// Returns the pattern of a class of status codes, given its first digit.
    ///
    /// # Panics
    ///
    /// If the digit is not between 1 and 9; in a constant this is a compile error.
    #[must_use]
    pub const fn class(digit: u8) -> Self {
        match digit {
            1..=9 => StatusPattern(Pattern::Class(digit as u16)),
            _ => invalid("a class of status codes is a digit between 1 and 9"),
        }
    }

    /// Returns whether a status code matches this pattern.
    #[must_use]
    pub const fn matches(self, status: StatusCode) -> bool {
        match self.0 {
            Pattern::Exact(exact) => status.as_u16() == exact.as_u16(),
            Pattern::Class(digit) => status.as_u16() / 100 == digit,
        }
    }

    /// Returns the status code, or `None` for a class.
    #[must_use]
    pub const fn as_exact(self) -> Option<StatusCode> {
        match self.0 {
            Pattern::Exact(status) => Some(status),
            Pattern::Class(_) => None,
        }
    }

    /// Returns the first digit of a class, or `None` for one status code.
    #[must_use]
    pub const fn as_class(self) -> Option<u16> {
        match self.0 {
            Pattern::Class(digit) => Some(digit),
            Pattern::Exact(_) => None,
        }
    }
}

#[allow(
    clippy::panic,
    reason = "a constant that cannot be evaluated is a compile error; the docs state the panic"
)]
const fn invalid(message: &str) -> ! {
    panic!("{}", message)
}

impl From<StatusCode> for StatusPattern {
    fn from(status: StatusCode) -> Self {
        StatusPattern(Pattern::Exact(status))
    }
}

/// As written in a table: `429` or `5xx`.
impl fmt::Display for StatusPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Pattern::Exact(status) => write!(f, "{}", status.as_u16()),
            Pattern::Class(digit) => write!(f, "{digit}xx"),
        }
    }
}

/// Parses what a table contains: `429` or `5xx`.
impl FromStr for StatusPattern {
    type Err = InvalidStatusPattern;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let [digit @ b'1'..=b'9', b'x' | b'X', b'x' | b'X'] = text.as_bytes() {
            return Ok(Self::class(digit - b'0'));
        }
        let status = StatusCode::from_bytes(text.as_bytes());
        status
            .map(Self::from)
            .map_err(|_| InvalidStatusPattern { text: text.into() })
    }
}

/// Text that is neither a status code nor a class of status codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidStatusPattern {
    text: Box<str>,
}

impl fmt::Display for InvalidStatusPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a valid status: expected a number between 100 and 999, or a class such as `5xx`",
            self.text
        )
    }
}

impl core::error::Error for InvalidStatusPattern {}
