// An alias that is written twice in one cell.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | type         | code          | kind           |
        | auth, "auth" | token         | Authentication |
        | -            | limit, limit  | RateLimited    |
    }
}

fn main() {}
