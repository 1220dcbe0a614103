// A table whose parts are passed on by another macro.

macro_rules! table {
    ($(#[$attribute:meta])* $visibility:vis $name:ident, $id:literal, $status:literal, $code:ident, $number:literal,
     $kind:ident, $retry:ident, $message:literal, $shape:expr, $base:path, $doc:expr) => {
        error_codes::provider_errors! {
            #[doc = $doc]
            provider $id {
                name: $id,
                body: $shape,
                base: $base,
            }

            $(#[$attribute])*
            $visibility enum $name {
                | status  | code    | variant | kind  | retry  | message  |
                | $status | $code   | -       | $kind | -      | -        |
                | -       | $number | Minus   | $kind | $retry | $message |
            }
        }
    };
}

table! {
    /// Passed on.
    #[doc(alias = "passed")]
    pub(crate) Passed, "acme", 503, r#type, -7, Unavailable, Never, "{n} of {m} are busy",
    error_codes::BodyShape::OPENAI, error_codes::providers::ppio::PROVIDER, concat!("A", "B")
}

fn main() {
    assert_eq!(Passed::Type.code(), Some("type"));
    assert_eq!(Passed::Minus.code(), Some("-7"));
    assert_eq!(Passed::Minus.retry(), error_codes::RetryHint::Never);
    assert_eq!(PROVIDER.base().map(|base| base.id()), Some("ppio"));
}
