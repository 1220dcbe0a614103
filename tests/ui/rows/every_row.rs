// The same slip in every row is one error.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | status | code | kind     |
        | "400"  | a    | Internal |
        | "401"  | b    | Internal |
        | "402"  | c    | Internal |
        | "403"  | d    | Internal |
        | "404"  | e    | Internal |
        | "405"  | f    | Internal |
        | "406"  | g    | Internal |
        | "407"  | h    | Internal |
        | "408"  | i    | Internal |
        | "409"  | j    | Internal |
    }
}

fn main() {}
