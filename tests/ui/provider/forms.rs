// The items of a call in the forms of other items.

mod own_shape {
    const SHAPE: error_codes::BodyShape = error_codes::BodyShape::new(&[]);

    error_codes::provider_errors! {
        provider "acme" {
            name: "Acme AI",
            body: SHAPE,
        }

        pub enum ErrorCode { | code | kind | | a | Internal | }
    }
}

mod own_static {
    error_codes::provider_errors! {
        pub provider "acme" {
            name: "Acme AI",
            base: PROVIDER,
        }

        #[derive(Default)]
        pub enum ErrorCode (
            | code | kind     |
            | a    | Internal |
        )
    }
}

fn main() {}
