// The kinds and hints of rows without a variant are checked as well.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | kind        | retry  |
        | 4x     | -     | RateLimit   | Always |
        | 429    | 2007  | RateLimited | Always |
        | 429    | limit | RateLimited | -      |
    }
}

fn main() {
    match ErrorCode::Limit {
        ErrorCode::Limit => {}
    }
}
