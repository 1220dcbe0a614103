// Rows that share a code, a type, a message or a status and still differ.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | status | type    | code         | variant   | kind           | message               |
        |-|-|-|-|-|-|
        | 429    | -       | limit        | PerMinute | RateLimited    | -                     |
        | 4xx    | -       | limit        | Other     | RateLimited    | -                     |
        | 503    | -       | limit        | NoRoom    | Unavailable    | -                     |
        | -      | -       | limit        | Any       | RateLimited    | -                     |
        | 429    | burst   | limit        | Burst     | RateLimited    | -                     |
        | 429    | -       | limit        | Balance   | QuotaExhausted | "the balance is low"  |
        | 429    | -       | limit        | Plan      | QuotaExhausted | "the plan is used up" |
        | 401    | auth    | old, older   | Old       | Authentication | -                     |
        | 403    | auth    | older, old   | Older     | Authentication | -                     |
        | 401    | auth    | -            | Auth      | Authentication | -                     |
        | 401    | -       | -            | BareAuth  | Authentication | -                     |
        | 401    | -       | -            | Worded    | Authentication | "the key is wrong"    |
        | -      | -       | -            | Anywhere  | Authentication | "the key is wrong"    |
        | 500    | timeout | -            | Slow      | Timeout        | -                     |
        | 408    | -       | timeout      | Slower    | Timeout        | -                     |
        | -      | -       | RATE_LIMIT   | Loud      | RateLimited    | -                     |
        | -      | -       | rate_limit   | Quiet     | RateLimited    | -                     |
    }

    pub enum OtherSection {
        | status | code  | variant | kind        |
        | 429    | limit | -       | RateLimited |
    }
}

fn main() {
    assert_eq!(ErrorCode::ALL.len(), 17);
    assert_eq!(OtherSection::Limit.status(), ErrorCode::PerMinute.status());
}
