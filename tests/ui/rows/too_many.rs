// A row with too many cells.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | variant   | kind           |
        | 429    | 2007  | PerMinute | RateLimited    | "too often" |
        | 401    | 2101  | BadKey    | Authentication |
    }
}

fn main() {
    let _ = (ErrorCode::PerMinute, ErrorCode::BadKey);
}
