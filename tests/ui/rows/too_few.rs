// Rows with too few cells.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | variant   | kind           | summary          |
        | 429    | 2007  | PerMinute | RateLimited    | "too often"      |
        | 401    | 2101  | BadKey    | Authentication |
        | 2102   | NoKey | Authentication | "no key"  |
        | 403    | 2103  | NotYours  | PermissionDenied | "not allowed"  |
    }
}

fn main() {
    let _ = (ErrorCode::PerMinute, ErrorCode::BadKey, ErrorCode::NoKey, ErrorCode::NotYours);
}
