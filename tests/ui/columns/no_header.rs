// Rows without the names of their columns.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | 429 | limit | RateLimited    |
        | 401 | token | Authentication |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, ErrorCode::Token);
}
