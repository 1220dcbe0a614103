// A column that is like no other hides no fault in the others.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | HTTP | code  | kind        | remark      |
        | 429  | limit | RateLimited | "too often" |
        | 200  | ""    | Internal    | -           |
    }
}

fn main() {
    let _ = ErrorCode::Limit;
}
