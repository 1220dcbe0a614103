// The kind of a row with another fault is checked as well.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code | kind       |
        | 42     | a    | RateLimit  |
    }
}

fn main() {
    let _ = ErrorCode::A;
}
