// A column without a name.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status |  | kind        |
        | 429    | limit | RateLimited |
        | 401    | token | Authentication |
    }
}

fn main() {}
