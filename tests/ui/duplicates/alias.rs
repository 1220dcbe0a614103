// An alias is a code like any other.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code                      | kind           |
        | auth_error, invalid_token | Authentication |
        | token_missing, auth_error | Authentication |
    }
}

fn main() {
    let _ = (ErrorCode::AuthError, ErrorCode::TokenMissing);
}
