// A field that is named twice.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        retrieved: "2026-11-21",
        name: "Acme",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
