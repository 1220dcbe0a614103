// A message that another row's message matches as well, and first.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | variant | kind        | message                   |
        | Limit   | RateLimited | "Limit reached"           |
        | Detail  | RateLimited | "Limit reached: {detail}" |
        | Gone    | NotFound    | "{model} is gone ({why})" |
        | Missing | NotFound    | "{model} is gone"         |
    }
}

fn main() {}
