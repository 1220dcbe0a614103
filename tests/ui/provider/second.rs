// Two providers in one call.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    provider "other" {
        name: "Other AI",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
