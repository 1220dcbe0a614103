//! The status cell of a row.

use core::fmt;
use core::str::FromStr;
use http::StatusCode;
use std::borrow::Cow;

/// Which HTTP status codes a row comes with: one, such as `429`; a list, such as `400, 403`; or a class, such as `5xx`.
///
/// ```
/// use error_codes::{StatusCode, StatusPattern};
///
/// const LIMITED: StatusPattern = StatusPattern::exact(429);
/// assert!(LIMITED.matches(StatusCode::TOO_MANY_REQUESTS));
/// assert_eq!("5xx".parse(), Ok(StatusPattern::class(5)));
/// assert_eq!("400, 403".parse(), Ok(StatusPattern::any_of(&[400, 403])));
/// ```
///
/// In a constant, an invalid status code does not compile:
///
/// ```compile_fail
/// # use error_codes::StatusPattern;
/// const WRONG: StatusPattern = StatusPattern::exact(4290);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StatusPattern(Pattern);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Pattern {
    /// Between 100 and 999.
    Exact(u16),
    /// At least two, each of them valid.
    AnyOf(Cow<'static, [u16]>),
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
        StatusPattern(Pattern::Exact(valid(status).as_u16()))
    }

    /// Returns the pattern of several status codes. The first is the one that a rendered response has.
    ///
    /// # Panics
    ///
    /// If the list is empty or a number is not between 100 and 999; in a constant this is a compile error. For numbers
    /// that are only known at run time, parse their text.
    #[must_use]
    pub const fn any_of(statuses: &'static [u16]) -> Self {
        match statuses {
            [] => invalid("a list of status codes is not empty"),
            [status] => Self::exact(*status),
            [..] => {
                let mut rest = statuses;
                while let [status, after @ ..] = rest {
                    valid(*status);
                    rest = after;
                }
                StatusPattern(Pattern::AnyOf(Cow::Borrowed(statuses)))
            }
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

    /// Returns a pattern that the macro has checked: a status code, or the digit of a class.
    pub(super) const fn written(number: [u8; 2]) -> Self {
        StatusPattern(match u16::from_le_bytes(number) {
            digit @ ..=9 => Pattern::Class(digit),
            status => Pattern::Exact(status),
        })
    }

    /// Returns whether a status code matches this pattern.
    #[must_use]
    pub fn matches(&self, status: StatusCode) -> bool {
        match &self.0 {
            Pattern::Exact(exact) => status.as_u16() == *exact,
            Pattern::AnyOf(statuses) => statuses.contains(&status.as_u16()),
            Pattern::Class(digit) => status.as_u16() / 100 == *digit,
        }
    }

    /// Returns the status code, the first of several, or `None` for a class.
    #[must_use]
    pub const fn first(&self) -> Option<StatusCode> {
        let statuses = match &self.0 {
            Pattern::Exact(status) => return Some(valid(*status)),
            Pattern::Class(_) => return None,
            Pattern::AnyOf(Cow::Borrowed(statuses)) => *statuses,
            Pattern::AnyOf(Cow::Owned(statuses)) => statuses.as_slice(),
        };
        match statuses {
            [first, ..] => Some(valid(*first)),
            [] => None,
        }
    }

    /// Returns the status codes that are listed one by one: none for a class.
    pub fn statuses(&self) -> impl Iterator<Item = StatusCode> {
        let listed = match &self.0 {
            Pattern::AnyOf(statuses) => statuses.as_ref(),
            Pattern::Exact(_) | Pattern::Class(_) => &[],
        };
        let listed = listed
            .iter()
            .filter_map(|status| StatusCode::from_u16(*status).ok());
        let exact = self
            .first()
            .filter(|_| !matches!(self.0, Pattern::AnyOf(_)));
        exact.into_iter().chain(listed)
    }

    /// Returns the first digit of a class, or `None` if the status codes are listed.
    #[must_use]
    pub const fn as_class(&self) -> Option<u16> {
        match self.0 {
            Pattern::Class(digit) => Some(digit),
            Pattern::Exact(_) | Pattern::AnyOf(_) => None,
        }
    }
}

const fn valid(status: u16) -> StatusCode {
    match StatusCode::from_u16(status) {
        Ok(status) => status,
        Err(_) => invalid("a status code is a number between 100 and 999"),
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
        StatusPattern(Pattern::Exact(status.as_u16()))
    }
}

/// As written in a table: `429`, `400, 403` or `5xx`.
impl fmt::Display for StatusPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Pattern::Class(digit) = self.0 {
            return write!(f, "{digit}xx");
        }
        for (at, status) in self.statuses().enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            write!(f, "{comma}{}", status.as_u16())?;
        }
        Ok(())
    }
}

/// Parses what a table contains: `429`, `400, 403` or `5xx`.
impl FromStr for StatusPattern {
    type Err = InvalidStatusPattern;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let [digit @ b'1'..=b'9', b'x' | b'X', b'x' | b'X'] = text.as_bytes() {
            return Ok(Self::class(digit - b'0'));
        }
        let parsed = text.split(',').map(|status| {
            let status = StatusCode::from_bytes(status.trim().as_bytes());
            status.map(|status| status.as_u16())
        });
        let parsed: Result<Vec<u16>, _> = parsed.collect();
        match parsed.as_deref() {
            Ok([status]) => Ok(Self::exact(*status)),
            Ok(statuses) => Ok(StatusPattern(Pattern::AnyOf(Cow::Owned(statuses.to_vec())))),
            Err(_) => Err(InvalidStatusPattern { text: text.into() }),
        }
    }
}

/// Text that is neither a list of status codes nor a class of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidStatusPattern {
    text: Box<str>,
}

impl fmt::Display for InvalidStatusPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a valid status: expected numbers between 100 and 999, or a class such as `5xx`",
            self.text
        )
    }
}

impl core::error::Error for InvalidStatusPattern {}
