//! A provider's tables: what the macro writes as statics and what a program can build at run time.

mod cells;
mod code;
mod entry;
mod index;
mod items;
mod name;
mod provider;
mod row;
mod set;
mod status;

pub use code::{ProviderError, UnknownCode};
pub use entry::Entry;
pub use provider::{Provider, ProviderRef, Table};
pub use row::Row;
pub use status::{InvalidStatusPattern, StatusPattern};

pub(crate) use name::placeholders as placeholders_in_name;
pub(crate) use provider::{BASES, Source};
pub(crate) use set::{Member, ProviderSet};

/// What the code written by the macro refers to.
pub(crate) mod generated {
    pub use super::cells::StaticCells;
    pub use super::code::{deserialize, parse, serialize};
    pub use super::index::{StaticIndex, StaticPhrases};
    pub use super::provider::{StaticProvider, StaticTable};
    pub use super::row::{StaticFacts, static_rows};
}
