// The rows agree with each other and not with the header, so the fault is the header's.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// No column for the variant.
    pub enum TooFew {
        | status | code  | kind           |
        | 429    | limit | TooFast | RateLimited    |
        | 401    | token | BadKey  | Authentication |
    }

    /// No column for the kind.
    pub enum NoKind {
        | status | code  | variant |
        | 429    | limit | TooFast | RateLimited    |
        | 401    | token | BadKey  | Authentication |
    }

    /// One column too many.
    pub enum TooMany {
        | status | code  | variant | kind           | summary |
        | 429    | limit | TooFast | RateLimited    |
        | 401    | token | BadKey  | Authentication |
    }

    /// A duplicate column.
    pub enum Twice {
        | status | code  | code | variant | kind    |
        | 429    | limit | TooFast | RateLimited    |
        | 401    | token | BadKey  | Authentication |
    }
}

fn main() {
    match TooFew::ALL[0] {
        TooFew::TooFast | TooFew::BadKey => {}
    }
    match NoKind::ALL[0] {
        NoKind::TooFast | NoKind::BadKey => {}
    }
    match TooMany::ALL[0] {
        TooMany::TooFast | TooMany::BadKey => {}
    }
    match Twice::ALL[0] {
        Twice::TooFast | Twice::BadKey => {}
    }
}
