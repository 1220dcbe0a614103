// Empty cells at the end of a row, and of the table.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code  | kind        | message | summary   |
        | limit | RateLimited |         |           |
        | token | Authentication | -    | "a key"   |
        | other | Internal    |         | "a fault" |
        | last  | Internal    | -       |           |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, ErrorCode::Token, ErrorCode::Other, ErrorCode::Last);
}
