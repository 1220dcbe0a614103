//! The providers whose tables come with the crate.

use crate::error::UnknownProvider;
use crate::table::Provider;

/// Declares each provider's module, a file of its own, and the list of them all. Each bears its module's name as its id,
/// so that two providers of one id do not compile.
macro_rules! providers {
    ($($id:ident,)*) => {
        $(pub mod $id;)*

        $(const _: () = assert!(
            is_same($id::PROVIDER.id(), stringify!($id)),
            concat!("the provider in the module `", stringify!($id), "` has another id"),
        );)*

        /// Every built-in provider, in alphabetical order.
        pub static ALL: &[&Provider] = &[$(&$id::PROVIDER),*];
    };
}

providers! {
    aihubmix,
    modelverse,
    new_api,
    one_api,
    ppio,
    skyengine,
    tokendog,
}

const fn is_same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    while let ([first, one_rest @ ..], [second, other_rest @ ..]) = (one, other) {
        if *first != *second {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.is_empty() && other.is_empty()
}

/// The built-in provider with this id.
///
/// # Errors
///
/// An id that none has: the error names those spelled alike and lists all.
///
/// ```
/// assert_eq!(error_codes::provider("ppio").map(|ppio| ppio.name()), Ok("PPIO"));
///
/// let error = error_codes::provider("pipo").unwrap_err();
/// assert_eq!(error.near(), ["ppio"]);
/// ```
pub fn provider(id: &str) -> Result<&'static Provider, UnknownProvider> {
    let found = ALL.iter().find(|provider| provider.id() == id);
    found.copied().ok_or_else(|| {
        let all = ALL.iter().map(|provider| provider.id()).collect();
        UnknownProvider::new(id, all)
    })
}
