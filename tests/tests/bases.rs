//! What a provider takes from the one that it is built on.

mod acme {
    error_codes::provider_errors! {
        provider "acme" as ACME {
            name: "Acme AI",
            docs: "https://acme.example/errors",
            retrieved: "2026-11-21",
            body: OPENAI,
        }
        enum ErrorCode { | code | kind | | a | Internal | }
    }
}

mod branch {
    use error_codes::BodyShape;

    error_codes::provider_errors! {
        provider "branch" { name: "Acme's branch", base: super::acme::ACME }
        pub enum Branch { | code | kind | | own | Internal | }
    }

    pub(super) mod twig {
        error_codes::provider_errors! {
            provider "twig" {
                name: "A twig",
                docs: "https://twig.example/errors",
                body: super::BodyShape::ANTHROPIC,
                base: super::PROVIDER,
            }
            pub enum Twig { | code | kind | | own | Internal | }
        }
    }
}

/// Two statics may be built on each other.
mod circle {
    error_codes::provider_errors! {
        provider "one" as ONE { name: "One", base: TWO }
        enum One { | code | kind | | a | Internal | }
    }
    error_codes::provider_errors! {
        provider "two" as TWO { name: "Two", base: ONE }
        enum Two { | code | kind | | b | Internal | }
    }
}

#[test]
fn docs_and_shape_are_those_of_the_base_unless_given() {
    let (branch, twig) = (&branch::PROVIDER, &branch::twig::PROVIDER);
    assert_eq!(branch.docs(), Some("https://acme.example/errors"));
    assert!(branch.shape().is_some());
    assert_eq!(
        branch::Branch::Own.render(&[]).body(),
        r#"{"error":{"message":"","type":null,"code":"own"}}"#
    );
    assert_eq!(twig.docs(), Some("https://twig.example/errors"));
    assert_eq!(
        branch::twig::Twig::Own.render(&[]).body(),
        r#"{"type":"error","error":{"message":"","code":"own"}}"#
    );
    assert_eq!(circle::ONE.docs(), None);
    // The day belongs to the address that was given with it.
    assert_eq!(branch.retrieved(), None);
    assert!(circle::TWO.shape().is_none());
}
