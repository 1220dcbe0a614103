// A provider without an id.

error_codes::provider_errors! {
    provider {
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
