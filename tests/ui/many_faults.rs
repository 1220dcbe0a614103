// All faults of a call in one build, and no second wave of errors.

error_codes::provider_errors! {
    provider "acme" {
        nmae: "Acme AI",
        docs: "acme.example",
        retrieved: "2026-13-01",
        body: OPENAL,
    }

    /// Language models.
    pub enum ChatError {
        | stauts | code           | variant   | kind           | message               |
        | 42     | bad_status     | -         | Internal       | -                     |
        | 400    | bad_word       | -         | InvalidReqest  | -                     |
        | 400    | -              | -         | InvalidRequest | "no such thing"       |
        | 400    | short          | InvalidRequest |
        | 400    | 2003           | lower     | InvalidRequest | "{a}{b}"              |
        | 200    | -              | Success   | Unknown        | -                     |
        | 429    | limit          | -         | RateLimited    | "{open"               |
        | 429    | good           | -         | RateLimited    | -                     |
        | 429    | better, good   | -         | RateLimited    | -                     |
    }

    /// Accounts.
    pub enum AccountError {
        | code    | kind           |
        | unknown |                |
        | known   | Authentication |
        | known   | Authentication |
    }
}

fn describe(error: ChatError) -> &'static str {
    match error {
        ChatError::BadStatus => "status",
        ChatError::BadWord => "word",
        ChatError::Short => "short",
        ChatError::lower => "case",
        ChatError::Success => "success",
        ChatError::Limit => "limit",
        ChatError::Good => "good",
        ChatError::Better => "better",
    }
}

fn main() {
    let _ = describe(ChatError::Good);
    let _ = (AccountError::Unknown, AccountError::Known, &PROVIDER);
}
