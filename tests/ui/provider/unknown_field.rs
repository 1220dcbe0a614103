// A misspelt field is taken for the one that was meant.

error_codes::provider_errors! {
    provider "acme" {
        nmae: "Acme AI",
        url: "https://acme.example/errors",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
