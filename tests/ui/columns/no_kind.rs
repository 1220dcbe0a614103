// The column that every table needs.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  |
        | 429    | limit |
        | 401    | token |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, ErrorCode::Token);
}
