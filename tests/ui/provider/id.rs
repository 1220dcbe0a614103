// An id that is no lower-case word.

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
