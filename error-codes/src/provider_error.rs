//! The trait that an enum of errors has, and what the macro's enums share.

use crate::answer::{ApiError, Match};
use crate::error::UnknownCode;
use crate::table::{Row, Section};
use core::fmt;
use core::marker::PhantomData;
use serde_core::de::{Deserializer, Error, Visitor};
use serde_core::ser::Serializer;

/// An enum whose variants are the rows of a table.
///
/// [`provider_errors!`](crate::provider_errors) writes the implementation; one by hand needs these three items.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum of a provider's errors",
    note = "declare it with `error_codes::provider_errors!`, or implement `error_codes::ProviderError` for it"
)]
pub trait ProviderError: Copy + 'static {
    /// The table.
    const SECTION: &'static Section;

    /// Every variant, in the order of the table.
    const ALL: &'static [Self];

    /// The place of the variant in the table, from 0.
    fn index(self) -> usize;

    /// The row of the table, if [`SECTION`](Self::SECTION) goes that far.
    fn find_row(self) -> Option<&'static Row> {
        Self::SECTION.rows().get(self.index())
    }

    /// The variant with this code, in any of its spellings; of several, the first.
    #[must_use]
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.get(with_code(Self::SECTION, code)?).copied()
    }
}

impl ApiError<'_> {
    /// Whether this is the row that fits.
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, StatusCode};
    /// use error_codes::providers::skyengine::{self, ErrorCode};
    ///
    /// let headers = HeaderMap::new();
    /// let error = skyengine::PROVIDER.read(
    ///     StatusCode::TOO_MANY_REQUESTS,
    ///     &headers,
    ///     r#"{"error":{"code":2008,"message":"tokens per minute"}}"#,
    /// );
    /// assert!(error.is(ErrorCode::TokensPerMinute));
    /// ```
    #[must_use]
    pub fn is<E: ProviderError>(&self, code: E) -> bool {
        let row = code.find_row();
        let matched = self.matched().as_ref().map(Match::row);
        matches!((row, matched), (Some(row), Some(matched)) if core::ptr::eq(row, matched))
    }
}

/// The first row with this code, in any of its spellings.
#[expect(
    clippy::inline_always,
    reason = "where the table is known, its index need not be called for"
)]
#[inline(always)]
fn with_code(section: &'static Section, code: &str) -> Option<usize> {
    let mut rows = section.rows_named(code);
    let (at, _) = rows.find(|(_, row)| row.code().is_some())?;
    Some(at)
}

/// The first row with this code, or with this variant in snake case.
fn with_name(section: &'static Section, text: &str) -> Option<usize> {
    with_code(section, text).or_else(|| {
        let mut rows = section.rows().iter();
        rows.position(|row| snake_case(row.variant()) == text)
    })
}

/// How a row is written in text and JSON: its code, or its variant in snake case if it has none or shares it with a row
/// before it.
fn name(section: &'static Section, row: &'static Row) -> Name {
    let first = |code: &str| section.rows().get(with_code(section, code)?);
    match row.code() {
        Some(code) if first(code).is_some_and(|first| core::ptr::eq(first, row)) => {
            Name::Code(code)
        }
        _ => Name::Variant(snake_case(row.variant())),
    }
}

enum Name {
    Code(&'static str),
    Variant(String),
}

/// `ModelTimeout` as `model_timeout`.
fn snake_case(variant: &str) -> String {
    let mut text = String::with_capacity(variant.len() + 4);
    for (at, letter) in variant.char_indices() {
        if letter.is_uppercase() && at > 0 {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// Reads what [`serialize`] and people write: a code in any spelling, or a variant in snake case.
///
/// # Errors
///
/// Text that is neither.
pub fn parse<E: ProviderError>(text: &str) -> Result<E, UnknownCode> {
    let variant = with_name(E::SECTION, text).and_then(|at| E::ALL.get(at));
    variant
        .copied()
        .ok_or_else(|| UnknownCode::new(E::SECTION.provider().name(), text))
}

/// Writes the wire's code, as a number if the provider does.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(
    section: &'static Section,
    row: &'static Row,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match name(section, row) {
        Name::Code(code) if row.code_is_number() && serializer.is_human_readable() => {
            match code.parse() {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => serializer.serialize_str(code),
            }
        }
        Name::Code(code) => serializer.serialize_str(code),
        Name::Variant(variant) => serializer.serialize_str(&variant),
    }
}

/// Reads a code, as a number or a text.
///
/// # Errors
///
/// A code that the table does not have, and those of the deserializer.
pub fn deserialize<'de, D, E>(deserializer: D) -> Result<E, D::Error>
where
    D: Deserializer<'de>,
    E: ProviderError,
{
    struct Code<E>(PhantomData<E>);

    impl<E: ProviderError> Visitor<'_> for Code<E> {
        type Value = E;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "an error code of {}", E::SECTION.provider().name())
        }

        fn visit_str<X: Error>(self, text: &str) -> Result<E, X> {
            parse(text).map_err(X::custom)
        }

        fn visit_u64<X: Error>(self, number: u64) -> Result<E, X> {
            self.visit_str(&number.to_string())
        }

        fn visit_i64<X: Error>(self, number: i64) -> Result<E, X> {
            self.visit_str(&number.to_string())
        }
    }

    if deserializer.is_human_readable() {
        deserializer.deserialize_any(Code(PhantomData))
    } else {
        deserializer.deserialize_str(Code(PhantomData))
    }
}
