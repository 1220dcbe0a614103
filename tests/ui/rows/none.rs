// Tables without rows.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum Empty {}

    pub enum HeaderOnly {
        | code | kind |
        |------|------|
    }

    pub enum NoTable {
        Limit,
        Token,
    }
}

fn main() {
    let _ = (Empty::ALL, HeaderOnly::ALL, NoTable::ALL);
}
