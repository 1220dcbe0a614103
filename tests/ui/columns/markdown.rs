// Tables in the notation of other tools: one fault each.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum Bare {
        status | code  | kind
        ------ | ----- | --------------
        429    | limit | RateLimited
        401    | auth  | Authentication
        500    | fault | Internal
    }

    pub enum Wiki {
        || code || kind        ||
        || a    || RateLimited ||
        || b    || Internal    ||
    }

    pub enum Jira {
        || code || kind        ||
        | a     | RateLimited |
        | b     | Internal    |
    }

    pub enum Commas {
        | code | kind        |,
        | a    | RateLimited |,
        | b    | Internal    |,
    }
}

fn main() {}
