// The kinds and hints of rows without a variant are checked as well.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | kind        | retry  | message        |
        | 4x     | -     | RateLimit   | Always | -              |
        | 429    | -     | RateLimited | Always | "slow down, x" |
        | 429    | limit | RateLimited | -      | -              |
    }
}

fn main() {
    match ErrorCode::Limit {
        ErrorCode::Limit => {}
    }
}
