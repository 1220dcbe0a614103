//! An event stream on its way through the gateway.

use axum::BoxError;
use axum::body::Body;
use error_codes::{BodyShape, EventReader, Reader, StreamError};
use futures_util::stream;
use reqwest::Response;

/// Passes a stream on as it comes, event by event. An error in it is passed on in OpenAI's shape, and ends it. A stream of more
/// bytes than the limit breaks off.
pub(crate) fn pass_on(response: Response, reader: &Reader, limit: usize) -> Body {
    let state = (Some(response), Events::new(reader), limit);
    Body::from_stream(stream::unfold(
        state,
        async |(response, mut events, left)| {
            let mut response = response?;
            let (part, response, left) = match response.chunk().await {
                Ok(Some(chunk)) => match left.checked_sub(chunk.len()) {
                    Some(left) => {
                        let part = events.push(&chunk);
                        (Ok(part), (!events.has_failed).then_some(response), left)
                    }
                    None => (Err("the stream is too long".into()), None, 0),
                },
                Ok(None) => (Ok(events.finish()), None, left),
                Err(error) => (Err(BoxError::from(error)), None, left),
            };
            Some((part, (response, events, left)))
        },
    ))
}

/// How much of an event is held back, in bytes. A longer one is sent before it ends, although it may report an error.
const HELD_LIMIT: usize = EventReader::LINE_LIMIT;

struct Events {
    reader: EventReader,
    /// The part of an unfinished event that has not been sent yet.
    held: Vec<u8>,
    has_failed: bool,
}

impl Events {
    fn new(reader: &Reader) -> Self {
        Events {
            reader: reader.event_reader(),
            held: Vec::new(),
            has_failed: false,
        }
    }

    /// Takes a chunk, and returns what can be sent: the events that have ended.
    fn push(&mut self, chunk: &[u8]) -> Vec<u8> {
        if let Some(error) = self.reader.push(chunk) {
            return self.fail(&error, &chunk[..error.start]);
        }
        self.held.extend(chunk);
        let pending = self.reader.pending();
        let held = if pending > HELD_LIMIT { 0 } else { pending };
        self.send(held)
    }

    /// Returns what is left when the stream ends.
    fn finish(&mut self) -> Vec<u8> {
        match std::mem::take(&mut self.reader).finish() {
            Some(error) => self.fail(&error, &[]),
            None => self.send(0),
        }
    }

    /// Returns what came before an error, and the error in OpenAI's shape.
    fn fail(&mut self, error: &StreamError, before: &[u8]) -> Vec<u8> {
        self.has_failed = true;
        let is_cut = error.before > self.held.len();
        let mut out = self.send(error.before);
        out.extend(before);
        if is_cut {
            // The beginning of the event has been sent.
            out.extend(b"\n\n");
        }
        let body = error.render_in(BodyShape::OPENAI).into_body();
        out.extend(format!("data: {body}\n\n").into_bytes());
        out
    }

    /// Returns what was held back, but for so many bytes at the end.
    fn send(&mut self, held: usize) -> Vec<u8> {
        let ready = self.held.len().saturating_sub(held);
        self.held.drain(..ready).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Events;
    use error_codes::{EventReader, Reader, providers::ppio};

    /// Returns what is sent of a stream that comes in chunks of this many bytes.
    fn passed_on(text: &str, size: usize) -> String {
        let mut events = Events::new(&Reader::provider(&ppio::PROVIDER));
        let mut out = Vec::new();
        for chunk in text.as_bytes().chunks(size) {
            if !events.has_failed {
                out.extend(events.push(chunk));
            }
        }
        if !events.has_failed {
            out.extend(events.finish());
        }
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_stream_without_an_error_stays_as_it_is() {
        let long = "x".repeat(3 * EventReader::LINE_LIMIT);
        for end in ["\n", "\r\n", "\r"] {
            let text =
                format!("data: {{}}\n\n: ping\n\nid: 7\ndata: {long}\n\n: end\n\ndata: [DONE]");
            let text = text.replace('\n', end);
            for size in [1, 7, 1000, text.len()] {
                assert_eq!(passed_on(&text, size), text);
            }
        }
    }

    const RENDERED: &str = r#"data: {"error":{"message":"no money","type":"insufficient_quota","code":"NOT_ENOUGH_BALANCE"}}"#;

    #[test]
    fn an_error_comes_in_openais_shape_and_ends_the_stream() {
        const ERROR: &str = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"no money"}"#;
        for end in ["\n", "\r\n", "\r"] {
            let first = "data: {\"choices\":[]}\n\n".replace('\n', end);
            let expected = format!("{first}{RENDERED}\n\n");
            for text in [
                format!("data: {ERROR}\n\ndata: [DONE]\n\n"),
                format!("data: {ERROR}"),
                format!("id: 7\nevent: error\ndata: {ERROR}\n\n"),
                format!("data: {ERROR}\nevent: error\n\n"),
                // Without an event around it.
                format!("{ERROR}\n"),
            ] {
                let text = format!("{first}{}", text.replace('\n', end));
                for size in 1..=text.len() {
                    assert_eq!(passed_on(&text, size), expected, "{text}");
                }
            }
        }
    }

    #[test]
    fn an_error_far_into_an_event_comes_after_what_was_sent() {
        let long = format!(
            "data: {{\"text\":\"{}\"",
            "x".repeat(2 * EventReader::LINE_LIMIT)
        );
        let error = r#","error":{"code":"NOT_ENOUGH_BALANCE","message":"no money"}}"#;
        let out = passed_on(&format!("{long}{error}\n\n"), 1000);
        let sent = out.strip_suffix(&format!("\n\n{RENDERED}\n\n"));
        let sent = sent.expect("an error at the end");
        assert!(long.starts_with(sent) && sent.len() > EventReader::LINE_LIMIT);
    }

    #[test]
    fn an_event_is_passed_on_when_it_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let mut events = Events::new(&Reader::new());
            let event = format!("data: {{}}{end}{end}");
            // All of it but the second byte of `\r\n`, for which nobody waits.
            let length = event.trim_end().len() + end.len() + 1;
            let mut sent = Vec::new();
            for byte in &event.as_bytes()[..length] {
                assert!(sent.is_empty());
                sent = events.push(&[*byte]);
            }
            assert_eq!(sent, &event.as_bytes()[..length]);
        }
    }
}
