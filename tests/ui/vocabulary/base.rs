// A provider to stand on that is none.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        base: error_codes::providers::ppoi::PROVIDER,
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
