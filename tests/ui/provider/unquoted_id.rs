// An id without quotes.

error_codes::provider_errors! {
    provider acme {
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
