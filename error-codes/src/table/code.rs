//! The trait behind the generated enums, and what they share.

use super::entry::Entry;
use super::provider::{Provider, Table};
use super::row::Row;
use crate::redact::{self, OneLine};
use core::cmp::Reverse;
use core::fmt;
use core::marker::PhantomData;
use serde_core::de::{Deserializer, Error, Visitor};
use serde_core::ser::Serializer;

/// An enum whose variants are the rows of a table.
///
/// [`provider_errors!`](crate::provider_errors) implements it for each enum that it writes; an implementation by hand
/// consists of the four required items.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of a provider's errors",
    note = "declare it with `error_codes::provider_errors!`, or implement `error_codes::ProviderError` for it"
)]
pub trait ProviderError: Copy + 'static {
    /// The name of the table.
    const TABLE: &'static str;

    /// Every variant, in the order of the rows.
    const ALL: &'static [Self];

    /// Returns the provider whose table it is.
    fn provider() -> &'static Provider;

    /// Returns the position of this variant's row in the table, counted from 0.
    fn position(self) -> usize;

    /// Returns the table, or `None` if the provider has none of this name.
    #[must_use]
    fn table() -> Option<&'static Table> {
        let mut tables = Self::provider().tables();
        tables.find(|table| table.name() == Self::TABLE)
    }

    /// Returns the row of this variant, or `None` if the table has none.
    #[must_use]
    fn find_row(self) -> Option<&'static Row> {
        Self::table()?.rows().get(self.position())
    }

    /// Returns the first variant with this code or alias, or else the one whose placeholders fit it best.
    #[inline]
    #[must_use]
    fn from_code(code: &str) -> Option<Self> {
        let at = with_code(Self::table()?, code)?;
        Self::ALL.get(at).copied()
    }

    /// Returns the variant whose row this is. A provider with the same id, a table with the same name and a row with the same
    /// variant count as the same, so that a copy of a provider works with the enum of the original.
    #[must_use]
    fn from_entry(entry: Entry<'_>) -> Option<Self> {
        let table = Self::table()?;
        let is_own = core::ptr::eq(entry.table(), table) || {
            let own = table.rows().get(entry.position());
            entry.provider().id() == Self::provider().id()
                && entry.table().name() == Self::TABLE
                && own.is_some_and(|own| own.variant() == entry.row().variant())
        };
        let variant = Self::ALL.get(entry.position()).copied();
        variant.filter(|_| is_own)
    }
}

/// Returns the position of the first row with this code or alias, or else of the one whose placeholders fit it best.
#[inline]
fn with_code(table: &Table, code: &str) -> Option<usize> {
    let mut rows = table.rows_named(code);
    match rows.find(|(_, row)| row.code().is_some()) {
        Some((at, _)) => Some(at),
        None => with_code_template(table, code),
    }
}

#[cold]
fn with_code_template(table: &Table, code: &str) -> Option<usize> {
    let rows = table.rows_templated(code);
    let coded = rows.filter(|(_, row, _)| row.code().is_some());
    let best = coded.min_by_key(|(_, _, weight)| Reverse(*weight));
    best.map(|(at, ..)| at)
}

/// Returns the position of the first row with this code, or with this variant in snake case.
fn with_name(table: &Table, text: &str) -> Option<usize> {
    with_code(table, text).or_else(|| {
        let mut rows = table.rows().iter();
        rows.position(|row| snake_case(row.variant()) == text)
    })
}

/// How a variant is written in text and JSON.
enum Name {
    Code(&'static str),
    /// In snake case: the row has no code, or shares it with one before it.
    Variant(String),
}

impl Name {
    fn of(table: &'static Table, row: &'static Row) -> Self {
        let first = |code: &str| table.rows().get(with_code(table, code)?);
        match row.code() {
            Some(code) if first(code).is_some_and(|first| core::ptr::eq(first, row)) => {
                Name::Code(code)
            }
            _ => Name::Variant(snake_case(row.variant())),
        }
    }
}

/// Converts `ModelTimeout` to `model_timeout`.
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

/// A code that a table does not contain.
///
/// It is printed on one line, with credentials masked.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownCode {
    provider: &'static str,
    code: Box<str>,
}

impl UnknownCode {
    /// Returns the code as it was given. It may contain a credential.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = OneLine::from(&*self.code);
        let provider = OneLine::from(self.provider);
        write!(f, "`{code}` is not an error code of {provider}")
    }
}

impl fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownCode")
            .field("provider", &self.provider)
            .field("code", &redact::mask(&self.code))
            .finish()
    }
}

impl core::error::Error for UnknownCode {}

/// Parses what [`serialize`] and people write: a code, an alias, or a variant in snake case.
///
/// # Errors
///
/// Text that is none of these.
pub fn parse<E: ProviderError>(text: &str) -> Result<E, UnknownCode> {
    let at = E::table().and_then(|table| with_name(table, text));
    let variant = at.and_then(|at| E::ALL.get(at)).copied();
    variant.ok_or_else(|| unknown(E::provider(), text))
}

fn unknown(provider: &'static Provider, code: &str) -> UnknownCode {
    UnknownCode {
        provider: provider.name(),
        code: code.into(),
    }
}

/// Serializes the code as the provider sends it, as a number if it does.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(
    table: &'static Table,
    row: &'static Row,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match Name::of(table, row) {
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

/// Deserializes a code from a number or a text.
///
/// # Errors
///
/// A code that the table does not contain, and those of the deserializer.
pub fn deserialize<'de, D, E>(deserializer: D) -> Result<E, D::Error>
where
    D: Deserializer<'de>,
    E: ProviderError,
{
    struct Code<E>(PhantomData<E>);

    impl<E: ProviderError> Visitor<'_> for Code<E> {
        type Value = E;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "an error code of {}", E::provider().name())
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
