//! The built-in providers, each a module with its tables.

use crate::error::UnknownProvider;
use crate::table::Provider;

/// Declares the module of each provider and the list of them all. The id of a provider is the name of its module.
macro_rules! providers {
    ($($id:ident,)*) => {
        $(pub mod $id;)*

        /// Every built-in provider, in alphabetical order.
        pub static ALL: &[&Provider] = &[$(&$id::PROVIDER),*];

        #[cfg(test)]
        const MODULES: &[&str] = &[$(stringify!($id)),*];
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

/// Returns the built-in provider with this id.
///
/// # Errors
///
/// An id that no built-in provider has. The error suggests similar ids and lists all.
///
/// ```
/// assert_eq!(error_codes::provider("ppio").map(|ppio| ppio.name()), Ok("PPIO"));
///
/// let error = error_codes::provider("pipo").unwrap_err();
/// assert_eq!(error.suggestions().collect::<Vec<_>>(), ["ppio"]);
/// ```
pub fn provider(id: &str) -> Result<&'static Provider, UnknownProvider> {
    let found = ALL.iter().find(|provider| provider.id() == id);
    found
        .copied()
        .ok_or_else(|| UnknownProvider::new(id, ALL.iter().map(|provider| provider.id())))
}

#[cfg(test)]
mod tests {
    use super::{ALL, MODULES};

    #[test]
    fn the_id_of_a_provider_is_the_name_of_its_module() {
        let ids: Vec<&str> = ALL.iter().map(|provider| provider.id()).collect();
        assert_eq!(ids, MODULES);
        assert!(MODULES.is_sorted());
    }
}
