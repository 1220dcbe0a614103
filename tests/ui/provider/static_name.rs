// Invalid names for the static, each with a proposal.

mod lower_case {
    error_codes::provider_errors! {
        provider "acme" as acme_ai {
            name: "Acme AI",
        }

        /// What the API reports.
        pub enum ErrorCode {
            | code  | kind        |
            | limit | RateLimited |
        }
    }
}

mod camel_case {
    error_codes::provider_errors! {
        provider "acme" as AcmeAi {
            name: "Acme AI",
        }

        /// What the API reports.
        pub enum ErrorCode {
            | code  | kind        |
            | limit | RateLimited |
        }
    }
}

mod quoted {
    error_codes::provider_errors! {
        provider "acme" as "acme-ai" {
            name: "Acme AI",
        }

        /// What the API reports.
        pub enum ErrorCode {
            | code  | kind        |
            | limit | RateLimited |
        }
    }
}

mod keyword {
    error_codes::provider_errors! {
        provider "acme" as static {
            name: "Acme AI",
        }

        /// What the API reports.
        pub enum ErrorCode {
            | code  | kind        |
            | limit | RateLimited |
        }
    }
}

mod missing {
    error_codes::provider_errors! {
        provider "acme" as {
            name: "Acme AI",
        }

        /// What the API reports.
        pub enum ErrorCode {
            | code  | kind        |
            | limit | RateLimited |
        }
    }
}

fn main() {
    let _ = (lower_case::ErrorCode::Limit, &lower_case::acme_ai);
    let _ = (camel_case::ErrorCode::Limit, &camel_case::AcmeAi);
    let _ = (quoted::ErrorCode::Limit, &quoted::ACME_AI);
    let _ = (keyword::ErrorCode::Limit, missing::ErrorCode::Limit);
}
