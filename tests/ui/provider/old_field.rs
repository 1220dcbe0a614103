// A field that was renamed is one error, and its value is still checked.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        read: "2026-11-21",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
