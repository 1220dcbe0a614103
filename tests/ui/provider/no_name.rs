// A provider without a name.

error_codes::provider_errors! {
    provider "acme" {
        docs: "https://acme.example/errors",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
