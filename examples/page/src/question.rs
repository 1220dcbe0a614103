//! What the page asks, and what it is told.

use error_codes::{ApiError, Provider, Reader};
use error_codes_explanation::{Explanation, parse_status, split_head, to_json};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::time::{Duration, SystemTime};

/// A response that somebody pasted.
#[derive(Deserialize)]
struct Question<'a> {
    /// The body, with or without status line and headers.
    #[serde(borrow)]
    text: Cow<'a, str>,
    /// The provider's id, or nothing if it is not known.
    #[serde(borrow)]
    provider: Cow<'a, str>,
    /// The status code, or nothing if the text has it or nobody knows it.
    #[serde(borrow)]
    status: Cow<'a, str>,
    /// Seconds since 1970: WebAssembly has no clock.
    now: f64,
}

/// What the page shows.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Told<'a> {
    Explained {
        what: &'a str,
        summary: Option<&'a str>,
        is_retryable: bool,
        facts: Vec<(&'a str, &'a str)>,
        /// The matched row and those that it may be instead, by provider, table and variant.
        rows: Vec<[String; 3]>,
        /// What `explain --json` prints.
        error: &'a RawValue,
    },
    /// Why there is no explanation.
    Refused(String),
}

/// Answers a question in JSON with an explanation in JSON.
pub(crate) fn explain(question: &[u8]) -> String {
    let told = try_to_explain(question);
    // What is left cannot be written as JSON, which no text is.
    told.unwrap_or_else(|cause| serde_json::to_string(&Told::Refused(cause)).unwrap_or_default())
}

fn try_to_explain(question: &[u8]) -> Result<String, String> {
    let question: Question<'_> =
        serde_json::from_slice(question).map_err(|error| error.to_string())?;
    let given = Some(&*question.provider).filter(|id| !id.is_empty());
    let provider: Option<&'static Provider> = given
        .map(error_codes::provider)
        .transpose()
        .map_err(|error| error.to_string())?;
    let status = Some(question.status.trim()).filter(|status| !status.is_empty());
    let status = status.map(parse_status).transpose()?;
    let now = Duration::try_from_secs_f64(question.now).ok();
    let now = now.and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since));

    let (in_text, headers, body) = split_head(question.text.as_bytes());
    let reader = Reader::from(provider).at(now.unwrap_or(SystemTime::UNIX_EPOCH));
    let status = status.or(in_text);
    let explanation = Explanation::of_response(&reader, status, &headers, body);
    let error = reader.read(status, &headers, body);
    told(&explanation, &error).map_err(|error| error.to_string())
}

fn told(explanation: &Explanation, error: &ApiError<'_>) -> serde_json::Result<String> {
    let facts = explanation.facts.iter();
    let entries = error.matched().into_iter().chain(error.candidates());
    serde_json::to_string(&Told::Explained {
        what: &explanation.what,
        summary: explanation.summary.as_deref(),
        is_retryable: explanation.is_retryable,
        facts: facts.map(|fact| (fact.label, fact.text.as_str())).collect(),
        rows: entries
            .map(|entry| {
                let names = [
                    entry.provider().id(),
                    entry.table().name(),
                    entry.row().variant(),
                ];
                names.map(str::to_owned)
            })
            .collect(),
        error: &RawValue::from_string(to_json(error)?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::explain;
    use serde_json::{Value, json};

    fn ask(question: &Value) -> Value {
        serde_json::from_str(&explain(question.to_string().as_bytes())).unwrap()
    }

    #[test]
    fn a_response_is_explained_with_its_row() {
        let text =
            "HTTP/2 403\r\nx-request-id: 1\r\n\r\n{\"code\":403,\"reason\":\"NOT_ENOUGH_BALANCE\"}";
        let told = ask(&json!({ "text": text, "provider": "ppio", "status": "", "now": 0 }));
        let told = &told["explained"];
        assert_eq!(told["what"], "PPIO: quota_exhausted");
        assert_eq!(told["summary"], "the balance is used up");
        assert_eq!(told["is_retryable"], false);
        assert_eq!(
            told["rows"],
            json!([["ppio", "LlmErrorCode", "NotEnoughBalance"]])
        );
        assert_eq!(told["error"]["status"], 403);
        assert_eq!(told["error"]["code"], "NOT_ENOUGH_BALANCE");
    }

    #[test]
    fn dates_are_compared_with_the_clock_of_the_page() {
        let text = "HTTP/1.1 429\nretry-after: Thu, 01 Jan 1970 00:01:40 GMT\n\n{}";
        let told = ask(&json!({ "text": text, "provider": "", "status": "", "now": 70.5 }));
        assert_eq!(told["explained"]["error"]["retry_after_ms"], 29_500);
    }

    #[test]
    fn the_given_status_is_taken_before_that_of_the_text() {
        let text = "HTTP/1.1 200\n\n{}";
        let told = ask(&json!({ "text": text, "provider": "", "status": " 503 ", "now": 0 }));
        assert_eq!(told["explained"]["what"], "unknown provider: unavailable");
        assert_eq!(told["explained"]["rows"], json!([]));
    }

    #[test]
    fn a_success_is_no_error() {
        let text = "HTTP/1.1 200 OK\n\n{\"choices\":[]}";
        let told = ask(&json!({ "text": text, "provider": "", "status": "", "now": 0 }));
        assert_eq!(
            told["explained"]["what"],
            "no error: status code 200, and none in the body"
        );
        assert_eq!(told["explained"]["facts"], json!([]));
        let text = "HTTP/1.1 200 OK\n\n{\"error\":{\"code\":\"rate_limit_exceeded\"}}";
        let told = ask(&json!({ "text": text, "provider": "openai", "status": "", "now": 0 }));
        assert_eq!(told["explained"]["what"], "OpenAI: rate_limited");
    }

    #[test]
    fn what_cannot_be_read_is_refused_in_one_line() {
        let status = json!({ "text": "", "provider": "", "status": "4x9", "now": 0 });
        let refusal = "a status code is a number between 100 and 999";
        assert_eq!(ask(&status), json!({ "refused": refusal }));
        let provider = json!({ "text": "", "provider": "opena", "status": "", "now": 0 });
        let refusal = ask(&provider)["refused"].to_string();
        assert!(refusal.contains("openai"), "{refusal}");
        assert!(explain(b"\xff").starts_with(r#"{"refused":"#));
    }
}
