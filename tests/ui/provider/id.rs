// An id that is not in lower case.

error_codes::provider_errors! {
    provider "Acme AI" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
