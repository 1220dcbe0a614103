// A slip in the pipes of a header is one fault, whatever the rows are then read as.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// The header has no end.
    pub enum NoEnd {
        | status | code  | variant | kind
        | 429    | limit | Limit   | RateLimited    |
        | 401    | token | Token   | Authentication |
    }

    /// The header has no end, nor has any row.
    pub enum NoEnds {
        | status | code  | variant | kind
        |--------|-------|---------|---------------
        | 429    | limit | Limit   | RateLimited
        | 401    | token | Token   | Authentication
    }

    /// No row has a beginning.
    pub enum NoBeginning {
        | status | code  | variant | kind           |
        429      | limit | Limit   | RateLimited    |
        401      | token | Token   | Authentication |
    }

    /// A pipe stands twice.
    pub enum Doubled {
        | status || code | variant | kind           |
        | 429    | limit | Limit   | RateLimited    |
        | 401    | token | Token   | Authentication |
    }

    /// A pipe is missing.
    pub enum Merged {
        | status | code  | variant   kind           |
        | 429    | limit | Limit   | RateLimited    |
        | 401    | token | Token   | Authentication |
    }
}

fn main() {
    let _ = (NoEnd::Limit, NoEnd::Token);
    let _ = (NoEnds::Limit, NoEnds::Token);
    let _ = (NoBeginning::Limit, NoBeginning::Token);
    let _ = (Doubled::Limit, Doubled::Token);
    let _ = (Merged::Limit, Merged::Token);
}
