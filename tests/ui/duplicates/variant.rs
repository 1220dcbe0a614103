// Two rows with the same variant name.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code          | variant  | kind           |
        | 2101          | BadKey   | Authentication |
        | 2102          | BadKey   | Authentication |
        | invalid_token | -        | Authentication |
        | INVALID_TOKEN | -        | Authentication |
    }
}

fn main() {
    let _ = (ErrorCode::BadKey, ErrorCode::InvalidToken);
}
