// A base that does not exist.

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
