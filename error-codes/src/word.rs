//! A closed set of words that stand for themselves in text, JSON and tables.

/// Declares an enum whose variants are words: each with its text, in both directions, and a list of them all.
macro_rules! words {
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
            /// Every word, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$word),*];

            /// The word in snake case, as JSON has it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$word => $text,)*
                }
            }

            /// The word as a table writes it.
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
            type Err = $crate::error::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::word::find(Self::ALL, Self::as_str, text)
                    .ok_or_else(|| $crate::error::UnknownWord::new($what, text))
            }
        }

        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::word::deserialize(deserializer, $what)
            }
        }
    };
}

pub(crate) use words;

use crate::error::UnknownWord;
use core::fmt;
use core::str::FromStr;
use serde_core::de::{Deserializer, Error, Visitor};

/// The word with this text.
pub(crate) fn find<W: Copy>(words: &[W], text_of: fn(W) -> &'static str, text: &str) -> Option<W> {
    words.iter().copied().find(|&word| text_of(word) == text)
}

/// Reads a word from its text.
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
            write!(f, "{} in snake case", self.what)
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
