// Values of the wrong type.

error_codes::provider_errors! {
    provider "acme" {
        name: Acme,
        docs: "",
        retrieved: 2026,
        body: "OPENAI",
        base:,
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
