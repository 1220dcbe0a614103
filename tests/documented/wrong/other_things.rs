// Names that exist and are something else than the cell or the field expects.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        body: new,
        base: error_codes::providers::one_api::PROVIDER.name(),
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code  | kind       | retry      | scope           |
        | one   | is_timeout | -          | -               |
        | two   | Internal   | ALL        | -               |
        | three | Internal   | -          | allows_failover |
    }
}

fn main() {}
