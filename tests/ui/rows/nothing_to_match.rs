// A row that no response can match.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | variant  | kind        |
        | 429    | limit | -        | RateLimited |
        | -      | -     | Anything | Internal    |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, ErrorCode::Anything);
}
