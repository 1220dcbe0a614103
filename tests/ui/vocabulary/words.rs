// Kinds, hints and scopes that do not exist. Only rustc knows them.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code | kind       | retry     | scope   |
        | a    | RateLimit  | -         | -       |
        | b    | Timeout    | Backof    | -       |
        | c    | Timeout    | -         | Acount  |
        | d    | Timeout    | Backoff   | Account |
    }
}

fn main() {
    let _ = (ErrorCode::A, ErrorCode::B, ErrorCode::C, ErrorCode::D);
}
