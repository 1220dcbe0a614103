//! Tables in every place where an item can be.

#![deny(warnings)]

use codes::ProviderError as _;

/// Two calls in one module: the statics of their providers need names of their own.
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
        provider "two" as TWO {
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
fn two_tables_can_be_in_one_module() {
    assert_eq!((twice::PROVIDER.id(), twice::TWO.id()), ("one", "two"));
    let (one, two) = (twice::OneError::provider(), twice::TwoError::provider());
    let statics: [&codes::Provider; 2] = [&twice::PROVIDER, &twice::TWO];
    assert!(std::ptr::eq(one, statics[0]) && std::ptr::eq(two, statics[1]));
    let names = |provider: &'static codes::Provider| -> Vec<_> {
        provider.tables().map(codes::Table::name).collect()
    };
    assert_eq!(names(one), ["OneError"]);
    assert_eq!(names(two), ["TwoError"]);
}

/// Enums under a condition, and a deprecated one.
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
        .tables()
        .map(codes::Table::name)
        .collect();
    assert_eq!(names, ["OldError"]);
}

#[test]
fn a_table_can_be_in_a_function() {
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
        provider "other" as OTHER {
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
    assert_eq!(LocalError::provider().id(), "local");
    assert!(LocalError::provider().shape().is_some());
    assert_eq!(OtherError::provider().id(), "other");
    assert_eq!((PROVIDER.id(), OTHER.id()), ("local", "other"));
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
fn a_table_can_be_in_a_macro() {
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

/// Re-exported by another crate, which has another name as well.
mod reexported {
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
    assert_eq!(reexported::PROVIDER.id(), "by_facade");
    assert_eq!(reexported::FacadeError::A.code(), Some("a"));
    assert_eq!(reexported::library::PROVIDER.id(), "by_library");
    assert_eq!(reexported::library::LibraryError::ALL.len(), 1);
    assert_eq!(facade::PROVIDER.entries().count(), 1);
    assert_eq!(facade::ErrorCode::Limit.code(), Some("limit"));
}
