// Code that uses the variants of rows whose cells ran together: one error for each row, and no second wave.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | type       | code | variant      | kind     | summary     |
        | 424    | dependency | 2003 | ModelTimeout   Timeout  | "no answer" |
        | 425    | dependency | 2004   TooEarly     | Conflict | "too early" |
        | 500    | internal   | 2005 | Fault        | Internal | "a fault"   |
        | 501    | NotThere     not_there | -        | Internal | -           |
    }
}

fn main() {
    let error = ErrorCode::ALL[0];
    match error {
        ErrorCode::ModelTimeout | ErrorCode::TooEarly => {}
        ErrorCode::Fault | ErrorCode::NotThere => {}
    }
}
