//! The codes and messages of the tables in the benches, shared by their build scripts and the benches themselves.

#![forbid(unsafe_code)]

/// The numbers of codes in the tables.
pub const SIZES: [usize; 3] = [26, 500, 5_000];

/// Codes of OpenAI, Anthropic and Google.
const REAL: [&str; 26] = [
    "invalid_api_key",
    "insufficient_quota",
    "rate_limit_exceeded",
    "model_not_found",
    "context_length_exceeded",
    "content_policy_violation",
    "billing_hard_limit_reached",
    "account_deactivated",
    "server_error",
    "invalid_request_error",
    "authentication_error",
    "permission_error",
    "not_found_error",
    "request_too_large",
    "rate_limit_error",
    "api_error",
    "overloaded_error",
    "INVALID_ARGUMENT",
    "FAILED_PRECONDITION",
    "PERMISSION_DENIED",
    "NOT_FOUND",
    "RESOURCE_EXHAUSTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DEADLINE_EXCEEDED",
    "UNAUTHENTICATED",
];

const FIRST: [&str; 18] = [
    "request", "model", "token", "quota", "image", "channel", "upstream", "billing", "api_key",
    "user", "file", "stream", "prompt", "tool", "audio", "region", "account", "plan",
];
const SECOND: [&str; 17] = [
    "limit", "size", "format", "access", "balance", "version", "name", "window", "count", "state",
    "length", "policy", "time", "type", "group", "owner", "rate",
];
const THIRD: [&str; 17] = [
    "exceeded",
    "invalid",
    "missing",
    "denied",
    "expired",
    "not_found",
    "unknown",
    "failed",
    "disabled",
    "blocked",
    "empty",
    "exhausted",
    "unsupported",
    "conflict",
    "too_large",
    "too_small",
    "unavailable",
];

/// Returns the codes of a table of this size, as long and as similar as real ones.
pub fn codes(size: usize) -> Vec<String> {
    let made = (0..).map(|row: usize| {
        let [first, second, third] = [FIRST[row % 18], SECOND[row / 18 % 17], THIRD[row * 7 % 17]];
        let code = match row / (18 * 17) {
            0 => format!("{first}_{second}_{third}"),
            again => format!("{first}_{second}_{third}_{again}"),
        };
        if row.is_multiple_of(5) {
            code.to_uppercase()
        } else {
            code
        }
    });
    REAL.into_iter()
        .map(str::to_owned)
        .chain(made)
        .take(size)
        .collect()
}

/// The numbers of messages in the tables of messages.
pub const MESSAGE_SIZES: [usize; 4] = [10, 100, 1_000, 2_000];

const ADVICE: [&str; 7] = [
    "please try again later",
    "please check your plan",
    "contact the support",
    "reduce the input",
    "see the console",
    "ask its owner",
    "use another region",
];

/// Returns the templates of a table of this size, which share their words as those of a provider do.
pub fn messages(size: usize) -> Vec<String> {
    let made = (0..size).map(|row| {
        let [first, second] = [FIRST[row % 18], SECOND[row / 18 % 17]].map(in_words);
        let third = in_words(THIRD[row * 7 % 17]);
        let advice = ADVICE[(row + row / 306) % 7];
        format!("The {first} {second} of {{model}} is {third}, {advice}")
    });
    made.collect()
}

fn in_words(name: &str) -> String {
    name.replace('_', " ")
}
