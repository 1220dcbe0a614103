// Two calls in one module, neither of which names its static with `as`.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum AcmeError {
        | code  | kind        |
        | limit | RateLimited |
    }
}

error_codes::provider_errors! {
    provider "other" {
        name: "Other AI",
    }

    pub enum OtherError {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (AcmeError::Limit, OtherError::Limit, PROVIDER.id());
}
