// A wrong pipe in the header is one error, however the rows are read then.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// The header is not closed.
    pub enum NoEnd {
        | status | code  | variant | kind
        | 429    | limit | Limit   | RateLimited    |
        | 401    | token | Token   | Authentication |
    }

    /// Neither the header nor any row is closed.
    pub enum NoEnds {
        | status | code  | variant | kind
        |--------|-------|---------|---------------
        | 429    | limit | Limit   | RateLimited
        | 401    | token | Token   | Authentication
    }

    /// No row is opened.
    pub enum NoBeginning {
        | status | code  | variant | kind           |
        429      | limit | Limit   | RateLimited    |
        401      | token | Token   | Authentication |
    }

    /// A double pipe.
    pub enum Doubled {
        | status || code | variant | kind           |
        | 429    | limit | Limit   | RateLimited    |
        | 401    | token | Token   | Authentication |
    }

    /// A missing pipe.
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
