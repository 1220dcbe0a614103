// Fields that are not written as `name: value,`.

mod unquoted {
    error_codes::provider_errors! {
        provider "acme" {
            name: Acme AI (beta),
            docs: https://acme.example/errors,
            retrieved: 2026-11-21,
        }

        /// What the API reports.
        pub enum ErrorCode {
            | code  | kind     | summary                  |
            | one   | Internal | see https://acme.example |
            | two   | Internal | Wrong key, try another.  |
        }
    }
}

mod punctuated {
    error_codes::provider_errors! {
        provider = "acme" {
            /// The name.
            "name": "Acme AI";
            docs = "https://acme.example/errors",,
            retrieved "2026-11-21",
            body
        }

        /// What the API reports.
        pub enum ErrorCode {
            | code | kind     |
            | one  | Internal |
        }
    }
}

mod nested {
    error_codes::provider_errors! {
        provider "acme" {
            name: "Acme AI",

            /// What the API reports.
            pub enum ErrorCode {
                | code | kind     |
                | one  | Internal |
            }
        }
    }
}

mod unfinished {
    error_codes::provider_errors! {
        provider "acme" {
            name: "Acme AI",
        }

        /// What the API reports.
        pub enum ErrorCode
    }
}

fn main() {
    let _ = (unquoted::ErrorCode::One, unquoted::ErrorCode::Two);
    let _ = (punctuated::ErrorCode::One, nested::ErrorCode::One);
}
