//! The words that all providers share: what happened, whether to retry, how far a failure reaches.

mod kind;
mod retry;
mod scope;

pub use kind::ErrorKind;
pub use retry::RetryHint;
pub use scope::Scope;

use core::fmt;
use core::str::FromStr;
use serde_core::de::{Deserializer, Error, Visitor};

/// Declares an enum of words, each with its text in snake case, convertible in both directions, and a list of them all.
macro_rules! vocabulary {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident($what:literal) {
            $($(#[$word_attribute:meta])* $word:ident = $text:literal,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$word_attribute])* $word,)*
        }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$word),*];

            /// Returns the text of this value, as used in JSON and by `Display`. `FromStr` accepts it, and the
            /// [name](Self::name).
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$word => $text,)*
                }
            }

            /// Returns the name of the variant, as written in a table.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$word => stringify!($word),)*
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let mut all = Self::ALL.iter().copied();
                all.find(|word| word.as_str() == text || word.name() == text)
                    .ok_or_else(|| $crate::UnknownWord::new($what, text))
            }
        }

        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::vocabulary::deserialize(deserializer, $what)
            }
        }
    };
}

pub(crate) use vocabulary;

/// Text that is not one of the words of a vocabulary.
///
/// ```
/// use error_codes::ErrorKind;
///
/// let error = "rate-limited".parse::<ErrorKind>().unwrap_err();
/// assert_eq!(error.to_string(), "`rate-limited` is not a valid error kind");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    what: &'static str,
    text: Box<str>,
}

impl UnknownWord {
    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn new(what: &'static str, text: &str) -> Self {
        UnknownWord {
            what,
            text: text.into(),
        }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a valid {}", self.text, self.what)
    }
}

impl core::error::Error for UnknownWord {}

/// Deserializes a word from its text.
pub(crate) fn deserialize<'de, D, W>(deserializer: D, what: &'static str) -> Result<W, D::Error>
where
    D: Deserializer<'de>,
    W: FromStr<Err = UnknownWord>,
{
    struct Word<W> {
        what: &'static str,
        parse: fn(&str) -> Result<W, UnknownWord>,
    }

    impl<W> Visitor<'_> for Word<W> {
        type Value = W;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "the name of a {} in snake case", self.what)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<W, E> {
            (self.parse)(text).map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Word {
        what,
        parse: W::from_str,
    })
}
