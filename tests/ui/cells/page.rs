// Cells as pages write them.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | status             | code               | variant                | kind     | message                       |
        | "429"              | (limit)            | ErrorCode::TooMany     | Internal | -                             |
        | 500-599            | [a, b]             | TooMore(u32)           | Internal | the "{model}" model is gone   |
        | 429 (Too Many)     | 1001-1003          | TooLate { after: u64 } | Internal | "no "unescaped" quotes"       |
        | HTTP 503           | 20xx               | too_slow = 3           | Internal | -                             |
        | -                  | ErrorCode::TooMany | TооShort               | Internal | -                             |
        | -                  | x or y             | "too long"             | Internal | -                             |
    }
}

fn main() {}
