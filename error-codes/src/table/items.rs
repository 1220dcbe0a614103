//! What an enum of the macro's has besides its variants. It forwards to ordinary functions, inline, so that a crate with a table
//! compiles what it calls and no more.
//!
//! These are macros by example because rustc expands them far faster than a procedural macro puts the same code together.

/// Writes the methods and traits of an enum in the module of its table. The position of a variant is given like a closure:
/// an enum without variants, which only a broken table gives, can be matched but not cast.
#[doc(hidden)]
#[macro_export]
macro_rules! __table_items {
    ($name:ident, |$variant:ident| $position:expr) => {
        #[allow(dead_code, unreachable_code)]
        impl $name {
            /// Returns the row of the table.
            #[inline]
            #[must_use]
            pub const fn row(self) -> &'static $crate::Row {
                let $variant = self;
                let position: ::core::primitive::usize = $position;
                &ROWS[position]
            }

            /// Returns what happened, in the words that all providers share.
            #[inline]
            #[must_use]
            pub const fn kind(self) -> $crate::ErrorKind {
                self.row().kind()
            }

            /// Returns what to do with the same request at the same place.
            #[inline]
            #[must_use]
            pub const fn retry(self) -> $crate::RetryHint {
                self.row().retry()
            }

            /// Returns how far the failure reaches.
            #[inline]
            #[must_use]
            pub const fn scope(self) -> $crate::Scope {
                self.row().scope()
            }

            /// Returns the HTTP status code, the first of several, or `None` if the row has none or a class such as `5xx`.
            #[inline]
            #[must_use]
            pub const fn status(
                self,
            ) -> ::core::option::Option<$crate::__private::http::StatusCode> {
                self.row().status()
            }

            /// Returns the code as the provider writes it, which may have `{placeholders}`.
            #[inline]
            #[must_use]
            pub const fn code(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                self.row().code()
            }

            /// Returns the provider's `type`.
            #[inline]
            #[must_use]
            pub const fn error_type(
                self,
            ) -> ::core::option::Option<&'static ::core::primitive::str> {
                self.row().error_type()
            }

            /// Returns the message template, the first of several, which may have `{placeholders}`.
            #[inline]
            #[must_use]
            pub const fn message(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                self.row().message()
            }

            /// Returns a one-sentence description.
            #[inline]
            #[must_use]
            pub const fn summary(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                self.row().summary()
            }

            /// Returns whether the same request may succeed later without anybody changing anything.
            #[inline]
            #[must_use]
            pub const fn is_retryable(self) -> ::core::primitive::bool {
                self.retry().is_retryable()
            }

            /// Returns the aliases of the code: accepted, never emitted.
            #[inline]
            pub fn aliases(
                self,
            ) -> impl ::core::iter::Iterator<Item = &'static ::core::primitive::str> {
                self.row().aliases()
            }

            /// Returns the first variant with this code or alias, or else the one whose placeholders fit it best.
            #[inline]
            #[must_use]
            pub fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
                <Self as $crate::ProviderError>::from_code(code)
            }

            /// Reads an HTTP response with this table alone. Pass `None` for an unknown status.
            #[must_use]
            pub fn read<'response>(
                status: impl ::core::convert::Into<
                    ::core::option::Option<$crate::__private::http::StatusCode>,
                >,
                headers: &'response $crate::__private::http::HeaderMap,
                body: &'response (
                               impl ::core::convert::AsRef<[::core::primitive::u8]>
                               + ?::core::marker::Sized
                           ),
            ) -> $crate::ApiError<'response> {
                $crate::Reader::table::<Self>().read(status, headers, body)
            }

            /// Renders the response by which the provider reports this error, with the placeholders of its code, type and
            /// message filled from `params`.
            #[inline]
            #[must_use]
            pub fn render(
                self,
                params: &[(&::core::primitive::str, &::core::primitive::str)],
            ) -> $crate::__private::http::Response<$crate::__private::String> {
                $crate::__private::render(self, params)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<$name> for $crate::ErrorKind {
            #[inline]
            fn from(code: $name) -> Self {
                code.kind()
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.row().variant())
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.row(), f)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for $name {}

        #[automatically_derived]
        impl ::core::str::FromStr for $name {
            type Err = $crate::UnknownCode;

            #[inline]
            fn from_str(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::UnknownCode> {
                $crate::__private::parse(code)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for $name {
            type Error = $crate::UnknownCode;

            #[inline]
            fn try_from(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::UnknownCode> {
                $crate::__private::parse(code)
            }
        }

        #[automatically_derived]
        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(&TABLE, self.row(), serializer)
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }

        $crate::__into_response!($name);
    };
}

/// Writes the trait that leads from an enum to its table and provider.
#[doc(hidden)]
#[macro_export]
macro_rules! __provider_error {
    ($name:ty, $label:literal, $provider:expr, $table:expr, |$variant:ident| $position:expr) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::ProviderError for $name {
            const TABLE: &'static ::core::primitive::str = $label;
            const ALL: &'static [Self] = <$name>::ALL;

            #[inline]
            fn provider() -> &'static $crate::Provider {
                $provider
            }

            #[inline]
            fn table() -> ::core::option::Option<&'static $crate::Table> {
                ::core::option::Option::Some($table)
            }

            #[inline]
            fn position(self) -> ::core::primitive::usize {
                let $variant = self;
                $position
            }
        }
    };
}
