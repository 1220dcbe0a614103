// One fault, and not a second one that there is no kind.

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
