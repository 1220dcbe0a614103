//! A glance at a JSON text: whether it can report an error at all. Nearly no event of a stream does, and nothing more is read of
//! those that cannot.
//!
//! A key ends where a quote is before a colon, whatever the text is otherwise, so the glance looks at nothing but colons. A key
//! by itself proves nothing; but where it is missing, nothing stands at the places that need it.

use super::pointer::{Keys, Step, same};
use crate::cost;
use crate::scan;

/// What a text has if the value at a place makes it an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A key.
    Key(&'static [u8]),
    /// A key with the value `error`.
    Named(&'static [u8]),
    /// A key that cannot be told at a glance.
    Unseen,
    /// No value makes it one.
    None,
}

impl Mark {
    /// Returns the mark by a key of a pointer: one that has to do with errors, or else the last one.
    pub(super) const fn by_key_of(pointer: &'static str) -> Self {
        let mut mark = Mark::Unseen;
        let mut keys = Keys::of(pointer);
        while let Some((key, rest)) = keys.split() {
            keys = rest;
            if is_seen(key) {
                mark = Mark::Key(key);
            }
            if is_of_errors(key) {
                break;
            }
        }
        mark
    }

    /// Returns the mark by a value of the last key of a pointer.
    pub(super) const fn by_value_of(pointer: &'static str) -> Self {
        let mut mark = Mark::Unseen;
        let mut keys = Keys::of(pointer);
        while let Some((key, rest)) = keys.split() {
            keys = rest;
            mark = if is_seen(key) {
                Mark::Named(key)
            } else {
                Mark::Unseen
            };
        }
        mark
    }

    const fn key(self) -> &'static [u8] {
        match self {
            Mark::Key(key) | Mark::Named(key) => key,
            Mark::Unseen | Mark::None => &[],
        }
    }

    /// Returns whether a text has the mark if it has its key, given what follows the colon.
    fn is_before(self, behind: &[u8]) -> bool {
        let value = behind.trim_ascii_start();
        match self {
            Mark::Key(_) => may_be_something(value),
            Mark::Named(_) => may_be_error(value),
            Mark::Unseen => true,
            Mark::None => false,
        }
    }
}

/// The marks of all known places, by their keys.
pub(super) struct Marks {
    slots: [Slot; SLOTS],
    /// Whether a key ends in two bytes with this hash.
    ends: [bool; 256],
}

const SLOTS: usize = 128;

#[derive(Clone, Copy)]
struct Slot {
    step: Step,
    mark: Mark,
}

impl Marks {
    /// Collects marks. It does not compile if there are too many.
    pub(super) const fn new(marks: &[Mark]) -> Self {
        let mut all = Marks {
            slots: [Slot {
                step: Step::NONE,
                mark: Mark::None,
            }; SLOTS],
            ends: [false; 256],
        };
        let mut at = 0;
        while at < marks.len() {
            all.add(marks[at]);
            at += 1;
        }
        all
    }

    const fn add(&mut self, mark: Mark) {
        let key = mark.key();
        let [.., one, other] = key else { return };
        self.ends[hash_of_end(*one, *other)] = true;
        let slot = self.slot(key);
        // A key by itself says more than one with a value.
        if let Mark::None | Mark::Named(_) = self.slots[slot].mark {
            self.slots[slot] = Slot {
                step: Step::new(key),
                mark,
            };
        }
    }

    /// Returns whether a mark, or one that is found wherever it is, is among these.
    pub(super) const fn cover(&self, mark: Mark) -> bool {
        let slot = self.slots[self.slot(mark.key())];
        matches!(
            (slot.mark, mark),
            (_, Mark::None)
                | (Mark::Key(_), Mark::Key(_) | Mark::Named(_))
                | (Mark::Named(_), Mark::Named(_))
        )
    }

    /// Returns the slot in which the mark of a key is or would be.
    const fn slot(&self, key: &[u8]) -> usize {
        let step = Step::new(key);
        let mut slot = (step.mixed() >> 57) as usize % SLOTS;
        loop {
            let known = self.slots[slot];
            let is_it = known.step.is(step) && (step.is_whole_key() || same(known.mark.key(), key));
            if is_it || matches!(known.mark, Mark::None) {
                return slot;
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// Returns whether a JSON text has one of these marks, or one of some others.
    pub(super) fn are_in(
        &self,
        json: &[u8],
        others: &(impl Iterator<Item = Mark> + Clone),
    ) -> bool {
        if others.clone().any(|mark| mark == Mark::Unseen) {
            return true;
        }
        // Of other keys and of escapes the ends are not known.
        let mut is_open = others.clone().next().is_some();
        scan::any_of_two(json, b':', b'\\', |at, sign| {
            cost::charge(1);
            is_open |= sign == b'\\';
            let Some(key) = self.key_before(&json[..at], is_open) else {
                return false;
            };
            let behind = &json[at + 1..];
            let is_other = || {
                let mut others = others.clone().filter(|mark| mark.key() == key);
                others.any(|mark| mark.is_before(behind)) || has_escapes(key)
            };
            self.slots[self.slot(key)].mark.is_before(behind) || is_open && is_other()
        })
    }

    /// Returns the key whose closing quote a text ends with, if that may be one of these.
    #[inline]
    fn key_before<'j>(&self, text: &'j [u8], is_open: bool) -> Option<&'j [u8]> {
        let text = match text {
            [.., last] if last.is_ascii_whitespace() => text.trim_ascii_end(),
            _ => text,
        };
        let [.., one, other, b'"' | b'\''] = text else {
            return None;
        };
        if !is_open && !self.ends[hash_of_end(*one, *other)] {
            return None;
        }
        let (_, inside) = text.split_last()?;
        let is_quote = |byte: &u8| matches!(byte, b'"' | b'\'');
        let start = inside.iter().rposition(is_quote);
        let key = &inside[start.map_or(0, |quote| quote + 1)..];
        cost::charge(key.len());
        Some(key)
    }
}

/// Returns whether a key is written with escapes. Behind one that ends in a backslash the quote does not close it.
fn has_escapes(key: &[u8]) -> bool {
    let end = key.iter().rev().take_while(|byte| **byte == b'\\');
    key.contains(&b'\\') && end.count() % 2 == 0
}

const fn hash_of_end(one: u8, other: u8) -> usize {
    one.wrapping_mul(31).wrapping_add(other) as usize
}

/// Returns whether a key can be told from others at a glance: not one with a quotation mark, nor `*`, which is any key.
const fn is_seen(key: &[u8]) -> bool {
    let mut rest = key;
    while let [byte, after @ ..] = rest {
        if matches!(byte, b'"' | b'\'') {
            return false;
        }
        rest = after;
    }
    !matches!(key, b"*")
}

/// Returns whether a key has `error` in it, in any case.
const fn is_of_errors(key: &[u8]) -> bool {
    let mut rest = key;
    while let [_, after @ ..] = rest {
        if let [b'r' | b'R', b'r' | b'R', b'o' | b'O', b'r' | b'R', ..] = rest {
            return true;
        }
        rest = after;
    }
    false
}

/// Returns whether a value can be more than `null`, `true` or an empty text.
fn may_be_something(value: &[u8]) -> bool {
    match value {
        [b'"', b'"', ..] | [b'\'', b'\'', ..] | [] => false,
        [first, ..] => matches!(
            first,
            b'"' | b'\'' | b'{' | b'[' | b'-' | b'0'..=b'9' | b'f'
        ),
    }
}

/// Returns whether a value can be the word `error`: in an array, or written with escapes, it may.
fn may_be_error(value: &[u8]) -> bool {
    let [b'"' | b'\'', text @ ..] = value else {
        return value.starts_with(b"[");
    };
    let differs = text.iter().zip(b"error").find(|(one, other)| one != other);
    differs.is_none_or(|(byte, _)| *byte == b'\\' || !byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use crate::response::{BodyShape, Place, may_report_error, read};
    use proptest::prelude::*;
    use proptest::sample::select;

    const OWN: BodyShape = BodyShape::new(&[
        Place::code("/fault/id"),
        Place::error_type("/fault/sort"),
        Place::message("/fault/text"),
        Place::message("/errors/first/note"),
        Place::status("/*/http"),
    ]);

    /// Places whose keys cannot be told at a glance.
    const UNSEEN: BodyShape = BodyShape::new(&[
        Place::code("/what's wrong"),
        Place::message("/text"),
        Place::error_type("/*"),
    ]);

    const SHAPES: [Option<BodyShape>; 7] = [
        None,
        Some(BodyShape::OPENAI),
        Some(BodyShape::ANTHROPIC),
        Some(BodyShape::GOOGLE),
        Some(BodyShape::XAI),
        Some(OWN),
        Some(UNSEEN),
    ];

    #[test]
    fn usual_events_are_not_read_and_errors_are() {
        for (is_read, event) in [
            (
                false,
                r#"{"id":"1","choices":[{"delta":{"content":"an error: \"code\": 4"},"finish_reason":null}]}"#,
            ),
            (
                false,
                r#"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"error"}}"#,
            ),
            (
                false,
                r#"{"type":"response.output_text.delta","delta":"a","error":null,"code":""}"#,
            ),
            (
                false,
                r#"{"candidates":[{"content":{"parts":[{"text":"x"}],"role":"model"}}],"modelVersion":"2"}"#,
            ),
            (true, r#"{"type": "error", "message": "x"}"#),
            (true, r#"{"type" : " error"}"#),
            (true, r#"{"type":["error"]}"#),
            (true, r#"{"type":"e\u0072ror"}"#),
            (true, r#"{"err\u006fr":"no"}"#),
            (true, r"{'error': 'no'}"),
            (true, r#"{"choices":[{"error":{"message":"x"}}]}"#),
            (true, r#"{"code":7,"msg":"x"}"#),
            (true, "[DONE]"),
        ] {
            assert_eq!(may_report_error(event.as_bytes(), None), is_read, "{event}");
        }
        assert!(!may_report_error(br#"{"fault":{"text":"x"}}"#, Some(OWN)));
        assert!(may_report_error(br#"{"fault":{"id":"x"}}"#, Some(OWN)));
        assert!(!may_report_error(br#"{"fault":{"id":"x"}}"#, None));
        let unseen = r#"{"what's wrong":"E42","text":"it broke"}"#;
        assert!(read(unseen.as_bytes(), Some(UNSEEN)).is_error());
        assert!(may_report_error(unseen.as_bytes(), Some(UNSEEN)));
    }

    /// A key of some place, or one that resembles it.
    fn keys() -> impl Strategy<Value = String> {
        let known = select(vec![
            "error",
            "errors",
            "Error",
            "code",
            "type",
            "message",
            "status",
            "reason",
            "success",
            "response",
            "details",
            "detail",
            "body",
            "error_code",
            "error_msg",
            "last_error",
            "errorMessage",
            "failure",
            "promptFeedback",
            "blockReason",
            "output",
            "header",
            "data",
            "base_resp",
            "status_code",
            "Response",
            "Code",
            "Message",
            "choices",
            "delta",
            "content",
            "fault",
            "id",
            "sort",
            "text",
            "first",
            "note",
            "http",
            "finish_reason",
            "x",
        ]);
        known.prop_flat_map(|key| {
            let escaped = (0..key.len()).prop_map(move |at| {
                let unit = format!("\\u{:04x}", key.as_bytes()[at]);
                format!("{}{unit}{}", &key[..at], &key[at + 1..])
            });
            prop_oneof![4 => Just(key.to_owned()), 1 => escaped]
        })
    }

    fn values() -> impl Strategy<Value = String> {
        let plain = select(vec![
            r#""error""#,
            r#"" error ""#,
            r#""\terror""#,
            "\"\u{a0}error\"",
            r#""e\u0072ror""#,
            "'error'",
            "error",
            r#""failed""#,
            r#""no money""#,
            r#""429""#,
            "429",
            "-1",
            "0",
            "false",
            "true",
            "null",
            r#""""#,
            r#""<nil>""#,
            r#""say \"error\": 1""#,
            r#""it's""#,
        ]);
        let leaf = plain.prop_map(str::to_owned);
        leaf.prop_recursive(4, 24, 3, |inner| {
            let member = (
                keys(),
                select(vec!["", " ", "\n"]),
                select(vec!['"', '"', '\'']),
                inner.clone(),
            );
            let member = member.prop_map(|(key, space, quote, value)| {
                format!("{quote}{key}{quote}{space}:{space}{value}")
            });
            let object = prop::collection::vec(member, 1..4);
            let array = prop::collection::vec(inner, 0..3);
            prop_oneof![
                3 => object.prop_map(|members| format!("{{{}}}", members.join(","))),
                1 => array.prop_map(|values| format!("[{}]", values.join(","))),
            ]
        })
    }

    /// A text that is more or less JSON: a part may be cut out of it, or be another one's.
    fn texts() -> impl Strategy<Value = String> {
        let piece = select(vec![
            "\"", "'", "\\", "{", "}", "[", "]", ":", ",", "\n", " ", "error", "null",
        ]);
        let change = (any::<prop::sample::Index>(), 0..4_usize, piece);
        let changes = prop::collection::vec(change, 0..3);
        (values(), changes).prop_map(|(text, changes)| {
            let mut letters: Vec<char> = text.chars().collect();
            for (at, removed, piece) in changes {
                let at = at.index(letters.len() + 1);
                let end = (at + removed).min(letters.len());
                letters.splice(at..end, piece.chars());
            }
            letters.into_iter().collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_glance_misses_no_error(text in texts(), shape in select(&SHAPES[..])) {
            let is_error = read(text.as_bytes(), shape).is_error();
            prop_assert!(!is_error || may_report_error(text.as_bytes(), shape));
        }
    }
}
