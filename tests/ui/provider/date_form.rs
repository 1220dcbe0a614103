// A date in another format.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        retrieved: "21.11.2026",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
