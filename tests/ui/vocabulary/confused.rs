// Words that are written for those of the vocabulary, and cells in each other's place.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        body: openai,
    }

    pub enum ErrorCode {
        | status | code | kind               | retry       | scope      |
        | 403    | a    | Forbidden          | -           | -          |
        | 429    | b    | RATE_LIMITED       | Yes         | Org        |
        | 500    | c    | "server_error"     | None        | Global     |
        | 400    | d    | Bad Request        | true        | "api key"  |
        | 429    | e    | too-many-requests? | RetryAfter  | -          |
        | 500    | f    | DEFAULT            | -           | -          |
        | 429    | g    | AfterReset         | RateLimited | -          |
        | h      | 429  | RateLimited        | -           | -          |
    }
}

fn main() {}
