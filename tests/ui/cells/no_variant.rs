// Rows that no variant name can be derived for: one error for the table, with a name for each.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code | kind           | message                                  | summary                 |
        | -      | -    | NotFound       | "No such model: {model}"                 | -                       |
        | -      | -    | NotFound       | "No such model: {model} in this project" | -                       |
        | -      | -    | QuotaExhausted | "余额不足"                               | "the balance is too low" |
        | -      | -    | QuotaExhausted | "请充值"                                 | -                       |
        | -      | "①"  | RateLimited    | -                                        | -                       |
        | 400    | bad  | InvalidRequest | -                                        | -                       |
        | 403    | bad  | InvalidRequest | -                                        | -                       |
        | -      | good | Internal       | -                                        | -                       |
    }

    /// What a second API reports.
    pub enum OtherError {
        | variant | kind           | phrase                               |
        | -       | QuotaExhausted | "(balance|credit) … (too low|empty)" |
        | Other   | Internal       | "something broke"                    |
    }
}

fn main() {
    let _ = (ErrorCode::Good, OtherError::Other);
}
