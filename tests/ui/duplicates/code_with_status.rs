// Status and type tell rows apart only where they differ.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | type  | code  | variant | kind        |
        | 429    | burst | limit | Burst   | RateLimited |
        | 429    | daily | limit | Daily   | RateLimited |
        | 5xx    | burst | limit | NoRoom  | Unavailable |
        | 429    | daily | limit | Weekly  | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Burst, ErrorCode::Daily, ErrorCode::NoRoom, ErrorCode::Weekly);
}
