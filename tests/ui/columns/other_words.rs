// The header of a page, copied as it is.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | HTTP Status | Error Code | Meaning     |
        | 429         | limit      | RateLimited |
    }
}

fn main() {
    let _ = ErrorCode::Limit;
}
