// Headings in the words of pages, bold, quoted and in other languages.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum Bold {
        | **Status** | Error Code | "Kind"      | 错误信息        | Solution    |
        |------------|------------|-------------|-----------------|-------------|
        | 429        | limit      | RateLimited | "Too fast"      | "wait"      |
    }

    pub enum One {
        | сode  | kind        | Description |
        | limit | RateLimited | "too fast"  |
    }

    pub enum Twice {
        | code  | kind        |
        | code  | kind        |
        | limit | RateLimited |
        | code  | kind        |
        | other | RateLimited |
    }
}

fn main() {}
