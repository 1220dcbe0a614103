// A success is not an error unless a code says so.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | variant | message       | kind     |
        | 200    | -     | Plain   | -             | Internal |
        | 2xx    | -     | Worded  | "went wrong"  | Internal |
        | 200    | wrong | -       | -             | Internal |
    }
}

fn main() {
    let _ = (ErrorCode::Plain, ErrorCode::Worded, ErrorCode::Wrong);
}
