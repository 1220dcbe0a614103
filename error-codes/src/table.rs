//! A provider's tables: what the macro writes as statics and what a program can build at run time.

mod code;
mod entry;
mod index;
mod name;
mod provider;
mod row;
mod set;
mod status;
mod text;

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
    pub use super::code::{deserialize, parse, serialize};
    pub use super::index::{Index, IndexView, index_size};
    pub use super::provider::{Declared, StaticProvider, StaticTable};
    pub use super::row::{StaticRow, static_rows};
    pub use super::status::StaticStatus;
}
