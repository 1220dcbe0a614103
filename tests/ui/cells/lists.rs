// Lists of statuses and messages.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status        | code | kind     | message                          |
        | 400, 40       | a    | Internal | -                                |
        | 400, 5xx      | b    | Internal | -                                |
        | 400, 403, 400 | c    | Internal | -                                |
        | 400,          | d    | Internal | -                                |
        | -             | e    | Internal | "it is down", it is up           |
        | -             | f    | Internal | "it is down", "It is  down."     |
        | -             | g    | Internal | "it is down", "no {model"        |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G};
    let _ = [A, B, C, D, E, F, G];
}
