// A column that is named twice.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | kind        | status |
        | 429    | limit | RateLimited | -      |
    }
}

fn main() {
    let _ = ErrorCode::Limit;
}
