// A misspelt `kind` is one error; that there is no `kind` is not a second one.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code  | kinds       |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = ErrorCode::Limit.kind();
}
