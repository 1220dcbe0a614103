//! Errors: what reading a response gives, borrowed and owned, and how they are printed.

mod api_error;
mod origin;
mod owned;
mod print;
mod texts;
mod unknown_provider;

pub use api_error::ApiError;
pub use owned::Error;
pub use unknown_provider::UnknownProvider;

pub(crate) use api_error::Parts;
pub(crate) use origin::Origin;
pub(crate) use texts::Sent;
