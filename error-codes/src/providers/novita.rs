//! Novita AI, which responds like PPIO and has its codes.
//!
//! The page tells errors apart by their status codes, which have their usual meaning, and names one code.

crate::provider_errors! {
    provider "novita" {
        name: "Novita AI",
        docs: "https://novita.ai/docs/guides/error",
        retrieved: "2026-11-26",
        base: super::ppio::PROVIDER,
    }

    /// The code of the page.
    pub enum ErrorCode {
        | status | code                | kind             | summary                                 |
        | 403    | model_access_denied | PermissionDenied | "the key is restricted to other models" |
    }
}
