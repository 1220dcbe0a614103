// A success is not an error unless the body says so.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | variant | message       | kind     |
        | 200    | -     | Plain   | -             | Internal |
        | 2xx    | -     | Worded  | "went wrong"  | Internal |
        | 400, 201 | -   | Listed  | -             | Internal |
        | 200    | wrong | -       | -             | Internal |
    }
}

fn main() {
    let _ = (ErrorCode::Plain, ErrorCode::Worded, ErrorCode::Listed, ErrorCode::Wrong);
}
