//! Counts what reading and failover look at, so that tests can hold it to a bound. Outside the crate's own tests it costs nothing.

/// Charges for bytes, characters or routes that are looked at.
#[inline]
pub(crate) fn charge(steps: usize) {
    #[cfg(test)]
    tests::STEPS.with(|all| all.set(all.get() + steps));
    #[cfg(not(test))]
    let _ = steps;
}

#[cfg(test)]
mod tests {
    use crate::classify::upstream;
    use crate::message::Required;
    use crate::policy::failover::{Failover, Next, Route};
    use crate::providers::{self, modelverse, ppio};
    use crate::reader::Reader;
    use crate::redact;
    use crate::table::{Provider, Row, Table};
    use http::{HeaderMap, HeaderValue, StatusCode};
    use std::cell::Cell;
    use std::time::Instant;

    thread_local! {
        pub(super) static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    /// Returns how much is looked at while `run` runs.
    fn steps<T>(run: impl FnOnce() -> T) -> usize {
        STEPS.set(0);
        run();
        STEPS.get()
    }

    /// Providers of two shapes, and an unknown one.
    const READERS: [Option<&Provider>; 3] =
        [Some(&modelverse::PROVIDER), Some(&ppio::PROVIDER), None];

    fn read(reader: Option<&'static Provider>, headers: &HeaderMap, body: &str) {
        drop(Reader::from(reader).read(None, headers, body));
    }

    /// Returns the most that any of them looks at.
    fn steps_of_body(body: &str) -> usize {
        let headers = HeaderMap::new();
        let steps = READERS.map(|reader| steps(|| read(reader, &headers, body)));
        steps.into_iter().max().unwrap()
    }

    fn steps_of_message(message: &str) -> usize {
        steps_of_body(&format!(
            "{{\"error\":{{\"message\":\"{}\"}}}}",
            message.replace(['"', '\\'], "'")
        ))
    }

    /// Repeats a text up to a length.
    fn repeated(text: &str, length: usize) -> String {
        let mut repeated = text.repeat(length / text.len() + 1);
        while repeated.len() > length {
            repeated.pop();
        }
        repeated
    }

    /// What could make a reader look at the same text again and again.
    const PIECES: [&str; 30] = [
        "a",
        " ",
        "[",
        "{",
        "}",
        "[]",
        "{}",
        "\"",
        "'",
        "\\",
        ":",
        ",",
        "\"a\"",
        "\"a\":",
        "\"a\":\"b\",",
        "{\"a\":",
        "{\"error\":",
        "[{\"error\":[",
        "\"error\":{\"message\":\"m\"},",
        "\"error\"      ",
        "{      ",
        "{\"\\",
        "<title",
        "data: {\n",
        "data: {\"error\":\n",
        ", err: {\"",
        "\\u00e9",
        "(id: 1) ",
        "[id] ",
        "éö ",
    ];

    /// One without a keyword would be compared with every message.
    #[test]
    fn each_sentence_is_looked_up_by_a_keyword() {
        let tables = upstream::PROVIDER.tables();
        let without = tables
            .flat_map(Table::rows)
            .filter_map(Row::message)
            .filter(|message| Required::by(message).bits == 0);
        assert_eq!(without.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn steps_are_counted() {
        assert_eq!(steps_of_body(""), 0);
        assert!(steps_of_body("{\"error\":[1,2,3]}") >= 10);
        assert!(steps_of_message("sk-1, rate limit reached") >= 100);
    }

    #[test]
    fn a_body_takes_time_by_its_length() {
        const BEGINNINGS: [&str; 6] = [
            "",
            "{",
            "{\"error\":",
            "{\"error\":{\"message\":\"",
            "[",
            "data: ",
        ];
        const LENGTH: usize = 8 * 1024;
        // The text of a message is compared with templates and phrases up to a limit.
        const COMPARED: usize = 32 * 4 * 1024;
        for beginning in BEGINNINGS {
            for piece in PIECES {
                let all = steps_of_body(&format!("{beginning}{}", repeated(piece, LENGTH)));
                assert!(all <= 8 * LENGTH + COMPARED, "{beginning}{piece}…: {all}");
            }
        }
    }

    #[test]
    fn a_hundred_thousand_brackets_take_time_by_their_length() {
        for open in ["[", "{", "{\"a\":", "{\"error\":", "[{\"error\":["] {
            let body = open.repeat(100_000);
            let all = steps_of_body(&body);
            assert!(all <= 4 * body.len(), "{open}…: {all}");
        }
    }

    #[test]
    fn ten_megabytes_take_time_by_their_length() {
        const LENGTH: usize = 10 << 20;
        for beginning in ["[", "{\"error\":{\"message\":\""] {
            let all = steps_of_body(&format!("{beginning}{}", repeated("{key} (", LENGTH)));
            assert!(all <= 6 * LENGTH, "{beginning}…: {all}");
        }
    }

    #[test]
    fn a_stream_takes_time_by_its_length() {
        const BEGINNINGS: [&str; 6] = ["", "{", "data: ", "event: error\ndata: ", "{\"a\":\"", "["];
        const LINES: [&str; 10] = [
            "data: {}\n",
            "data: x\n",
            "data: {\n",
            "event: error\n",
            "{}\n",
            "{\n",
            "\n",
            "\r\n",
            "dat",
            "{\"error\":{\"code\":\"a\"}}",
        ];
        // Longer than what is kept of an event.
        const LENGTH: usize = 72 * 1024;
        for beginning in BEGINNINGS {
            for piece in PIECES.iter().chain(&LINES) {
                let stream = format!("{beginning}{}", repeated(piece, LENGTH));
                for size in [7, stream.len()] {
                    let mut events = Reader::new().event_reader();
                    let all = steps(|| {
                        for mut chunk in stream.as_bytes().chunks(size) {
                            while let Some(error) = events.push(chunk) {
                                chunk = &chunk[error.end..];
                            }
                        }
                        events.finish()
                    });
                    assert!(all <= 8 * LENGTH, "{beginning}{piece}… by {size}: {all}");
                }
            }
        }
    }

    /// Returns every message template of every table.
    fn templates() -> impl Iterator<Item = &'static str> {
        let providers = providers::ALL.iter().copied().chain([&upstream::PROVIDER]);
        let tables = providers.flat_map(Provider::tables);
        tables.flat_map(Table::rows).filter_map(Row::message)
    }

    /// Returns every phrase.
    fn phrases() -> impl Iterator<Item = &'static str> {
        let tables = crate::classify::PHRASES.tables();
        tables.flat_map(Table::rows).flat_map(Row::phrases)
    }

    #[test]
    fn a_message_made_to_trouble_the_templates_takes_a_bounded_time() {
        const LONGEST: usize = 4 * 1024;
        let all: String = templates().collect::<Vec<_>>().join(" ");
        let phrases: String = phrases().collect::<Vec<_>>().join(" ");
        let halves: String = templates()
            .flat_map(|template| {
                template
                    .chars()
                    .take(template.chars().count() / 2)
                    .chain([' '])
            })
            .collect();
        for text in [
            &all,
            &phrases,
            &halves,
            "The request has exceeded ",
            "Incorrect model ID. Please request to view the model page or you do not have ",
            "Forbidden – key key not authorized to access the requested ",
            "分组 分组 下模型 模型 无可用渠道（",
            "\u{201c}rate 'limit\" ",
            "a ",
        ] {
            let [half, whole, beyond] = [LONGEST / 2, LONGEST, 16 * LONGEST]
                .map(|length| steps_of_message(&repeated(text, length)));
            assert!(half <= 160 * LONGEST / 2, "{text:.40}…: {half}");
            assert!(whole <= 160 * LONGEST, "{text:.40}…: {whole}");
            // What is beyond the limit is not compared.
            assert!(beyond <= whole + 8 * 16 * LONGEST, "{text:.40}…: {beyond}");
        }
    }

    #[test]
    fn masking_takes_time_by_the_length() {
        const LENGTH: usize = 256 * 1024;
        for piece in [
            "key ",
            "key is ",
            "key:",
            "key=is/",
            "key/",
            "key'",
            "sk-",
            "hf_",
            "Bearer ",
            "Bearer=",
            "?key=",
            "?key=&",
            "api_key:a/",
            "令牌",
            "令牌 ",
            "*",
            ".",
            "-",
            "-a",
            "=",
            "/",
            "…",
            "eyJ.",
            "ending ",
            "sk-1234567 ",
            "é",
        ] {
            let text = repeated(piece, LENGTH);
            let all = steps(|| redact::mask(&text));
            assert!(all <= 160 * LENGTH, "{piece}…: {all}");
        }
    }

    #[test]
    fn masking_a_text_without_credentials_looks_at_each_byte_once() {
        const LENGTH: usize = 256 * 1024;
        let text = repeated("The model is overloaded, please wait. ", LENGTH);
        let all = steps(|| redact::mask(&text));
        assert!(all <= LENGTH + LENGTH / 8, "{all}");
    }

    #[test]
    fn what_is_not_displayed_is_not_read() {
        let text = repeated("The model is overloaded, please wait. ", 10 << 20);
        let all = steps(|| redact::OneLine::from(text.as_str()).to_string());
        assert!(all <= 8 * 1024, "{all}");
    }

    /// A row without a status is rendered with the first one by which it is found.
    #[test]
    fn a_row_is_rendered_in_a_time_that_does_not_depend_on_its_parameters() {
        let rendered = |value: &str| {
            let params = ["id", "key", "model", "name"].map(|name| (name, value));
            let providers = providers::ALL.iter();
            let entries = providers.flat_map(|provider| provider.entries());
            entries
                .map(|entry| entry.render(&params).status())
                .collect::<Vec<_>>()
        };
        let (short, long) = ("a b ".repeat(16), "a b ".repeat(16 * 1024));
        let least = steps(|| rendered(&short));
        let most = steps(|| rendered(&long));
        assert!(most <= least + 64 * 1024, "{most} after {least}");
        assert_eq!(rendered(&short), rendered(&long));
    }

    #[test]
    fn a_thousand_headers_take_time_by_their_length() {
        let mut headers = HeaderMap::new();
        let line = "\"a\";q=1;r=0;t=5, ".repeat(8);
        for _ in 0..1000 {
            headers.append("ratelimit", HeaderValue::from_str(&line).unwrap());
        }
        let all = steps(|| read(None, &headers, "{}"));
        assert!(all <= 2 * 1000 * line.len(), "{all}");
    }

    #[test]
    fn a_failover_decision_looks_at_each_route_once() {
        const KEYS: usize = 4000;
        let route = |key| Route::new("ppio", "big").with_key(format!("{key}"));
        let mut failover = Failover::new((0..KEYS).map(route));
        let mut attempts = failover.attempts();
        let now = Instant::now();
        let headers = HeaderMap::new();
        let error = Reader::new().read(Some(StatusCode::UNAUTHORIZED), &headers, "");
        let all = steps(|| {
            while let Next::Attempt(attempt) = attempts.next(&mut failover, now) {
                attempts.failed(&mut failover, attempt, &error, now);
            }
        });
        assert_eq!(attempts.failures(), KEYS);
        // A decision, and a report, which excludes routes and forgets those that were removed.
        assert!(all <= 3 * (KEYS + 1) * KEYS, "{all}");
        assert!(steps(|| failover.attempts().next(&mut failover, now)) <= KEYS);
    }
}
