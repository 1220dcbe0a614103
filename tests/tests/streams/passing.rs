//! What of a stream can be passed on while it is watched.

use super::{ERROR, sizes};
use error_codes::EventReader;

/// Passes a stream on, chunk by chunk, and holds back what may become an error.
fn passed_on(stream: &[u8], size: usize) -> Vec<u8> {
    let mut events = EventReader::default();
    let (mut out, mut held) = (Vec::new(), Vec::<u8>::new());
    for chunk in stream.chunks(size) {
        match events.push(chunk) {
            None => {
                held.extend(chunk);
                out.extend(held.drain(..held.len() - events.pending()));
            }
            Some(error) => {
                out.extend(held.drain(..held.len() - error.before));
                out.extend(&chunk[..error.start]);
                return out;
            }
        }
    }
    let before = events.finish().map_or(0, |error| error.before);
    out.extend(held.drain(..held.len() - before));
    out
}

#[test]
fn what_precedes_an_error_can_be_passed_on() {
    for before in [
        "",
        "data: {}\n\n",
        "data: {}\r\r: ping\r",
        ": ping\r\n\r\ndata: x\r\n\r\n",
        "[{\"a\":\n1}\n, ",
        "{}\n{}\n",
        "\u{feff}data: {}\ndata: {}\n",
        "id: 7\n\nfoo\n",
    ] {
        for event in [
            ERROR.to_owned(),
            format!("data: {ERROR}\n\n"),
            "id: 8\r\nevent: error\r\ndata: x\r\n\r\n".to_string(),
            "data: x\revent: error\r\r".to_string(),
        ] {
            let stream = format!("{before}{event}\n");
            for size in sizes(stream.len()) {
                let out = String::from_utf8(passed_on(stream.as_bytes(), size)).unwrap();
                assert_eq!(out, before, "{size}: {event}");
            }
        }
        for size in sizes(before.len()) {
            assert_eq!(
                passed_on(before.as_bytes(), size),
                before.as_bytes(),
                "{size}"
            );
        }
    }
}

#[test]
fn what_has_ended_is_not_held_back() {
    let mut events = EventReader::default();
    for (chunk, pending) in [
        (": ping\n", 0),
        ("\u{feff}", 3),
        ("x\n", 0),
        ("data: {}\r", 9),
        ("\r", 0),
        ("\n", 0),
        ("id: 7\n", 6),
        (": ping\n", 13),
        ("data: x\n\n", 0),
        ("data: {}\n", 9),
        ("data: {}\n", 9),
        ("id: 7\n", 15),
        ("data: {}\n", 15),
        ("\n", 0),
        ("[", 0),
        ("{\"a\":", 5),
        ("\n1\nda", 10),
        ("ta: ", 6),
        ("\n\n,", 0),
        ("{}", 0),
    ] {
        assert!(events.push(chunk.as_bytes()).is_none());
        assert_eq!(events.pending(), pending, "{chunk:?}");
    }
}
