// Attributes and doc comments on rows.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code  | kind           |
        /// Too often.
        | limit | RateLimited    |
        #[deprecated]
        | token | Authentication |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, ErrorCode::Token);
}
