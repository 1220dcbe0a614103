//! Tables in every place where an item can stand.

#![deny(warnings)]

use codes::ProviderError as _;

/// Two calls in one module: each brings its provider, and neither is in the way as long as nobody says `PROVIDER` here.
mod twice {
    codes::provider_errors! {
        provider "one" {
            name: "One",
        }

        /// The first.
        pub enum OneError {
            | code | kind     |
            | a    | Internal |
        }
    }

    codes::provider_errors! {
        provider "two" {
            name: "Two",
        }

        /// The second.
        pub enum TwoError {
            | code | kind    |
            | a    | Timeout |
        }
    }
}

#[test]
fn two_tables_stand_in_one_module() {
    let (one, two) = (
        twice::OneError::SECTION.provider(),
        twice::TwoError::SECTION.provider(),
    );
    assert_eq!((one.id(), two.id()), ("one", "two"));
    assert_eq!(one.sections()[0].name(), "OneError");
    assert_eq!(two.sections()[0].name(), "TwoError");
}

/// Enums that are there under a condition only, and one that nobody shall use.
mod conditional {
    codes::provider_errors! {
        provider "acme" {
            name: "Acme AI",
        }

        /// Not there.
        #[cfg(any())]
        pub enum GoneError {
            | code | kind     |
            | a    | Internal |
        }

        /// There.
        #[cfg(all())]
        #[deprecated = "for a test"]
        pub enum OldError {
            | code | kind     |
            | a    | Internal |
        }
    }
}

#[test]
fn a_condition_on_an_enum_is_one_on_its_table() {
    let names: Vec<_> = conditional::PROVIDER
        .sections()
        .iter()
        .map(|section| section.name())
        .collect();
    assert_eq!(names, ["OldError"]);
}

#[test]
fn a_table_stands_in_a_function() {
    const SHAPE: codes::BodyShape = codes::BodyShape::OPENAI;
    codes::provider_errors! {
        provider "local" {
            name: "Local",
            body: { SHAPE },
        }

        /// Known here only.
        enum LocalError {
            | status | code | kind     |
            | 500    | a    | Internal |
        }
    }
    codes::provider_errors! {
        provider "other" {
            name: "Other",
        }

        /// Known here only.
        enum OtherError {
            | code | kind     |
            | a    | Internal |
        }
    }

    assert_eq!(
        LocalError::A.status().map(|status| status.as_u16()),
        Some(500)
    );
    assert_eq!(LocalError::SECTION.provider().id(), "local");
    assert!(LocalError::SECTION.provider().body().is_some());
    assert_eq!(OtherError::SECTION.provider().id(), "other");
    {
        codes::provider_errors! {
            provider "inner" {
                name: "Inner",
            }

            /// Known in this block only.
            enum InnerError {
                | code | kind     |
                | a    | Internal |
            }
        }
        assert_eq!(PROVIDER.id(), "inner");
        assert_eq!(InnerError::ALL.len(), 1);
    }
}

/// Writes the whole call.
macro_rules! table {
    ($module:ident, $id:literal, $name:ident, $($kind:ident)*) => {
        mod $module {
            codes::provider_errors! {
                provider $id {
                    name: $id,
                }

                /// From a macro.
                pub(crate) enum $name {
                    | status | code | variant | kind |
                    $(| - | $kind | - | $kind |)*
                    | 418 | - | Teapot | Unknown |
                }
            }
        }
    };
}

table!(from_macro, "by_macro", MacroError, Internal Timeout Conflict);
table!(empty_repetition, "by_macro", MacroError,);

#[test]
fn a_table_stands_in_a_macro() {
    let codes: Vec<_> = from_macro::MacroError::ALL
        .iter()
        .map(|error| error.code())
        .collect();
    assert_eq!(
        codes,
        [Some("Internal"), Some("Timeout"), Some("Conflict"), None]
    );
    assert_eq!(from_macro::PROVIDER.id(), "by_macro");
    assert_eq!(empty_repetition::MacroError::ALL.len(), 1);
}

/// Handed on by another crate, which is called otherwise as well.
mod handed_on {
    facade::provider_errors! {
        provider "by_facade" {
            name: "Facade",
        }

        /// Through the macro.
        pub enum FacadeError {
            | code | kind     |
            | a    | Internal |
        }
    }

    /// Through the library.
    pub(crate) mod library {
        facade::errors::provider_errors! {
            provider "by_library" {
                name: "Library",
            }

            /// Through the library.
            pub(crate) enum LibraryError {
                | code | kind     |
                | a    | Internal |
            }
        }
    }
}

#[test]
fn a_table_comes_through_another_crate() {
    assert_eq!(handed_on::PROVIDER.id(), "by_facade");
    assert_eq!(handed_on::FacadeError::A.code(), Some("a"));
    assert_eq!(handed_on::library::PROVIDER.id(), "by_library");
    assert_eq!(handed_on::library::LibraryError::ALL.len(), 1);
    assert_eq!(facade::PROVIDER.sections()[0].rows().len(), 1);
    assert_eq!(facade::ErrorCode::Limit.code(), Some("limit"));
}
