//! What a caller could write into a request, so that a response repeats it.

use crate::marks::MARKS;
use error_codes::{Row, providers};

/// A text that a response repeats.
#[derive(Clone, Debug)]
pub(crate) struct Filling {
    /// What sort of text it is.
    pub(crate) sort: &'static str,
    pub(crate) text: String,
}

impl Filling {
    fn new(sort: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        Filling { sort, text }
    }

    /// Returns whether it is one clause, which begins and ends nowhere but with the clause around it.
    pub(crate) fn is_one_clause(&self) -> bool {
        let marks = [
            ',', '.', ';', ':', '!', '?', '(', '[', '{', '\n', '-', '—', '，', '。', '；', '：',
            '！', '？', '（',
        ];
        !self.text.contains(marks) && !self.text.to_lowercase().contains("please")
    }

    /// Returns whether it states a delay that a program could wait for.
    pub(crate) fn states_delay(&self) -> bool {
        self.sort == "delay"
    }
}

/// A text that says nothing.
pub(crate) const HARMLESS: &str = "foo bar";

/// Ways in which people say each kind, in English and Chinese.
#[rustfmt::skip]
const PHRASES: [&str; 56] = [
    // Money.
    "Insufficient balance", "Your account balance is too low", "You have run out of credits", "Monthly spending limit reached",
    "No payment method on file", "余额不足", "账户已欠费，请充值", "您的配额已用尽",
    // Plans and long windows.
    "You exceeded your daily request limit", "Weekly usage limit reached", "已达到每日请求上限",
    // Limits.
    "Rate limit exceeded", "Too many requests", "Requests per minute limit reached", "请求过于频繁", "并发数超过限制",
    // Keys.
    "Invalid API key", "Your API key has expired", "Authentication failed", "Missing Authorization header", "无效的令牌", "API 密钥已过期",
    // Permission.
    "Your account has been suspended", "You do not have access to this model", "Permission denied", "This region is not supported",
    "账户已被封禁", "没有权限访问该模型",
    // The context window.
    "The prompt is too long", "Input tokens exceed the context window", "maximum context length is 4096 tokens", "输入内容超过上下文长度限制",
    // Moderation.
    "The content was flagged by our moderation system", "Request blocked by content policy", "Prompt contains sensitive words",
    "内容审核未通过", "输入包含敏感信息",
    // What is missing.
    "The model does not exist", "Model not found", "No such endpoint", "模型不存在", "任务不存在",
    // Capacity.
    "The server is overloaded", "The model is currently at capacity", "Service temporarily unavailable", "No available channel",
    "系统繁忙", "负载已饱和",
    // Time and networks.
    "The request timed out", "Gateway timeout", "Connection refused", "getaddrinfo ENOTFOUND api.example.com", "请求超时", "网络错误",
    // Faults.
    "Internal server error", "系统异常",
];

/// One filling for each way in which a text could turn a response.
pub(crate) fn telling() -> Vec<Filling> {
    const QUOTA: &str =
        "You exceeded your current quota, please check your plan and billing details.";
    let mut fillings = vec![
        Filling::new("sentence", QUOTA),
        Filling::new("sentence", "Incorrect API key provided: sk-abcdef123456"),
        Filling::new(
            "sentence",
            "This model's maximum context length is 4096 tokens",
        ),
        Filling::new("phrase", "Your account has been suspended"),
        Filling::new("phrase", "Rate limit exceeded"),
        Filling::new("phrase", "The server is overloaded"),
        Filling::new("phrase", "content flagged by moderation"),
        Filling::new("phrase", "余额不足"),
        Filling::new("phrase", "无效的令牌"),
        Filling::new("phrase", "Connection refused"),
        Filling::new("scope", "for model gpt-4 in organization org-1"),
        Filling::new("scope", "your organization's limit for this account"),
        Filling::new("window", "10000 requests per day"),
        Filling::new("status", "HTTP 401"),
        Filling::new("status", "status code: 429"),
        Filling::new("status", "Error code: 402"),
        Filling::new("status", "503 Service Unavailable"),
        Filling::new("status", "API error 429: slow down"),
        Filling::new("delay", "Please try again in 20s"),
        Filling::new("delay", "retry after 30 seconds"),
        Filling::new("delay", "请在 30 秒后重试"),
        Filling::new("long delay", "Please try again in 99999999 hours"),
        Filling::new("long delay", "resets in 13h"),
        Filling::new("label", "[id: x] Rate limit exceeded"),
        Filling::new("label", "Rate limit exceeded (request id: abc)"),
        Filling::new("label", "request id: abc) Insufficient balance (tid: 1"),
        Filling::new("next line", "foo\nInsufficient balance\nbar"),
        Filling::new("next line", format!("foo\r\n{QUOTA}")),
        Filling::new("next sentence", format!("foo. {QUOTA} bar")),
        Filling::new("next sentence", "foo! Invalid API key. bar"),
        Filling::new("next sentence", "foo。余额不足。bar"),
        Filling::new("parentheses", "foo (Insufficient balance) bar"),
        Filling::new("parentheses", "foo（余额不足）bar"),
        Filling::new("colon", "Error: Invalid API key"),
    ];
    for name in [
        "invalid_api_key",
        "insufficient_quota",
        "rate_limit_exceeded",
        "context_length_exceeded",
        "overloaded_error",
        "content_filter",
        "RESOURCE_EXHAUSTED",
        "NOT_ENOUGH_BALANCE",
        "DEADLINE_EXCEEDED",
    ] {
        fillings.push(Filling::new("code", name));
    }
    for document in [
        r#"{"error":{"code":"invalid_api_key","message":"Invalid API key"}}"#,
        r#"{"error":{"message":"Rate limit reached","type":"rate_limit_error"}}"#,
        r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#,
        r#"{"error":{"code":429,"message":"x","status":"RESOURCE_EXHAUSTED"}}"#,
        r#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#,
        r#"{"name":"invalid_api_key","message":"x"}"#,
        r#"[{"error":{"code":"insufficient_quota"}}]"#,
        r#"{"error":{"retry_after":30,"code":"rate_limit_exceeded"}}"#,
        "{'error': {'code': 'invalid_api_key', 'message': 'Invalid API key'}}",
    ] {
        fillings.push(Filling::new("document", document));
        fillings.push(Filling::new("introduced", format!(", err: {document}")));
    }
    fillings.push(Filling::new(
        "introduced",
        r#"status code: 500, err: {"error":{"code":"insufficient_quota"}}"#,
    ));
    fillings.push(Filling::new(
        "introduced",
        r#"bad response status code 401, body: {"error":{"code":"invalid_api_key"}}"#,
    ));
    for mark in MARKS {
        let (open, close) = (mark.open, mark.close);
        fillings.push(Filling::new(
            "breakout",
            format!("x{close} {QUOTA} {open}y"),
        ));
        fillings.push(Filling::new(
            "breakout",
            format!("x{close}. {QUOTA} Or {open}"),
        ));
        fillings.push(Filling::new("breakout", format!("x{close} {QUOTA}")));
    }
    fillings
}

/// The sentences of upstreams and of all tables, and the phrases.
pub(crate) fn said() -> Vec<Filling> {
    let rows = providers::ALL
        .iter()
        .flat_map(|provider| provider.entries())
        .map(|entry| entry.row());
    let of_tables: Vec<&str> = rows.flat_map(Row::messages).collect();
    let of_upstreams = sentences_of_upstreams();
    let sentences = of_upstreams.into_iter().chain(of_tables);
    let phrases = PHRASES.map(|phrase| Filling::new("phrase", phrase));
    sentences
        .map(|sentence| Filling::new("sentence", filled(sentence)))
        .chain(phrases)
        .collect()
}

/// Returns the sentences of the shared table, which is private, from its source.
fn sentences_of_upstreams() -> Vec<&'static str> {
    let source = include_str!("../../../error-codes/src/classify/upstream.rs");
    let rows = source.lines().filter(|line| {
        let line = line.trim_start();
        line.starts_with("| ") && line.contains(" | \"")
    });
    let sentences: Vec<&str> = rows
        .flat_map(|row| {
            let texts: Vec<&str> = row.split('"').skip(1).step_by(2).collect();
            // The last one is the summary.
            texts.into_iter().rev().skip(1)
        })
        .collect();
    assert!(sentences.len() > 100, "the shared table has its sentences");
    sentences
}

/// Puts a word into each placeholder.
pub(crate) fn filled(template: &str) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        filled.push_str("zzz");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    filled.push_str(rest);
    filled
}
