// A provider without a table.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }
}

fn main() {
    let _ = &PROVIDER;
}
