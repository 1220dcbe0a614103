// An invalid expression breaks nothing around it.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        body: OPENAI KRATOS,
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
