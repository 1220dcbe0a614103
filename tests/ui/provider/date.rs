// A date that does not exist.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        retrieved: "2026-02-29",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
