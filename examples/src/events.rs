//! An event stream on its way through the gateway.

use axum::body::Body;
use error_codes::{BodyShape, EventReader, Reader};
use futures_util::stream;
use reqwest::Response;

/// Passes a stream on as it comes, line by line. An error in it is passed on in OpenAI's shape, and ends it.
pub(crate) fn pass_on(response: Response, reader: &Reader) -> Body {
    let state = (Some(response), Events::new(reader));
    Body::from_stream(stream::unfold(state, async |(response, mut events)| {
        let mut response = response?;
        let (part, response) = match response.chunk().await {
            Ok(Some(chunk)) => {
                let part = events.push(&chunk);
                (Ok(part), (!events.has_failed).then_some(response))
            }
            Ok(None) => (Ok(events.finish()), None),
            Err(error) => (Err(error), None),
        };
        Some((part, (response, events)))
    }))
}

struct Events {
    reader: EventReader,
    /// The part of an unfinished line that has not been sent yet.
    line: Vec<u8>,
    /// Whether the beginning of that line has been sent already.
    is_cut: bool,
    has_failed: bool,
}

impl Events {
    fn new(reader: &Reader) -> Self {
        Events {
            reader: reader.event_reader(),
            line: Vec::new(),
            is_cut: false,
            has_failed: false,
        }
    }

    /// Takes a chunk, and returns what can be sent: the lines that have ended. A line that is too long to report an error is
    /// sent before it ends.
    fn push(&mut self, chunk: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        for part in chunk.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            let has_ended = part.ends_with(b"\n");
            if !has_ended && self.line.len() <= EventReader::LINE_LIMIT {
                continue;
            }
            let is_whole = has_ended && !self.is_cut;
            self.is_cut = !has_ended;
            self.send(is_whole, &mut out);
            if self.has_failed {
                break;
            }
        }
        out
    }

    /// Returns what is left when the stream ends.
    fn finish(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        self.send(!self.is_cut, &mut out);
        out
    }

    fn send(&mut self, is_whole: bool, out: &mut Vec<u8>) {
        let line = std::mem::take(&mut self.line);
        match is_whole.then(|| self.reader.line(&line)).flatten() {
            None => out.extend(line),
            Some(error) => {
                let body = error.render_in(BodyShape::OPENAI).into_body();
                out.extend(format!("data: {body}\n\n").into_bytes());
                self.has_failed = true;
            }
        }
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
        let text = format!("data: {{\"choices\":[]}}\r\n\r\ndata: {long}\n\n: end\n\ndata: [DONE]");
        for size in [1, 7, 1000, text.len()] {
            assert_eq!(passed_on(&text, size), text);
        }
    }

    #[test]
    fn an_error_comes_in_openais_shape_and_ends_the_stream() {
        let first = "data: {\"choices\":[]}\n\n";
        let error = r#"data: {"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"no money"}"#;
        let expected = format!(
            "{first}data: {}\n\n",
            r#"{"error":{"message":"no money","type":"insufficient_quota","code":"NOT_ENOUGH_BALANCE"}}"#
        );
        for text in [
            format!("{first}{error}\n\ndata: [DONE]\n\n"),
            format!("{first}{error}"),
        ] {
            for size in [1, 7, text.len()] {
                assert_eq!(passed_on(&text, size), expected, "{text}");
            }
        }
    }
}
