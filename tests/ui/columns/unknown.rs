// A misspelt column is taken for the one that was meant.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | stauts | code | varient   | kind        | Message       | owner |
        | 429    | 2007 | PerMinute | RateLimited | "too {often}" | -     |
        | 401    | 2101 | BadKey    | RateLimited | -             | -     |
    }
}

fn main() {
    let _ = (ErrorCode::PerMinute, ErrorCode::BadKey);
}
