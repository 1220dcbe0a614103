//! What a caller wrote and a response repeats does not turn the response.
//!
//! Frames, which are responses with a place for a caller's text, are crossed with texts that would turn them if they were
//! believed. Kind, retry hint, scope and delay must be those that a harmless text gives. Millions of combinations take minutes, so
//! a fixed sample of them is tried, and all of them with
//! `TRUST=all cargo test --release -p error-codes-tests --test trust`.

mod fillings;
mod frames;
mod marks;

use error_codes::{ErrorKind, HeaderMap, Reader, RetryHint, Scope, StatusCode};
use fillings::{Filling, HARMLESS};
use frames::{Class, Frame};
use marks::{MARKS, Mark};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, SystemTime};

/// What must not change.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Outcome {
    kind: ErrorKind,
    retry: RetryHint,
    scope: Scope,
    delay: Option<Duration>,
}

fn read(frame: &Frame, text: &str) -> Outcome {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_000_000);
    let status = frame
        .status
        .and_then(|status| StatusCode::from_u16(status).ok());
    let (headers, body) = (HeaderMap::new(), frame.body(text));
    let error = Reader::from(frame.provider)
        .at(now)
        .read(status, &headers, &body);
    Outcome {
        kind: error.kind(),
        retry: error.retry(),
        scope: error.scope(),
        delay: error.retry_after(),
    }
}

/// Returns whether a frame holds against a text.
fn is_covered(frame: &Frame, filling: &Filling) -> bool {
    match frame.class {
        Class::Generic | Class::Quoted => true,
        Class::GenericUnquoted | Class::Typed => filling.is_one_clause(),
        // At the start of a clause the provider itself states a delay in the same way.
        Class::Coded | Class::CommonCode => {
            let states_delay = frame.begins_clause && filling.states_delay();
            !(states_delay || is_of_code(frame, filling))
        }
    }
}

/// Returns whether a text is the message by which the provider's table tells one fault with a code from others with the same.
fn is_of_code(frame: &Frame, filling: &Filling) -> bool {
    let rows = frame.provider.into_iter();
    let rows = rows.flat_map(|provider| provider.entries().map(|entry| entry.row()));
    let mut said = rows.filter(|row| {
        row.messages()
            .map(fillings::filled)
            .any(|own| own == filling.text)
    });
    let body = || frame.body("");
    said.any(|row| row.code().is_some_and(|code| body().contains(code)))
}

/// A combination that failed.
struct Turned<'f> {
    frame: &'f Frame,
    filling: &'f Filling,
    expected: Outcome,
    found: Outcome,
}

/// Returns what fails of the combinations that `is_tried` chooses by their numbers.
fn turned<'f>(
    frames: &'f [Frame],
    fillings: &'f [Filling],
    is_tried: impl Fn(usize, usize) -> bool + Sync,
) -> Vec<Turned<'f>> {
    let half = |parity: usize| {
        let mut turned = Vec::new();
        let frames = frames.iter().enumerate();
        for (at_frame, frame) in frames.filter(|(at, _)| at % 2 == parity) {
            let tried = fillings
                .iter()
                .enumerate()
                .filter(|(at, filling)| is_tried(at_frame, *at) && is_covered(frame, filling));
            let mut expected = None;
            for (_, filling) in tried {
                let expected = *expected.get_or_insert_with(|| read(frame, HARMLESS));
                let found = read(frame, &filling.text);
                if !is_same(frame, expected, found) {
                    turned.push(Turned {
                        frame,
                        filling,
                        expected,
                        found,
                    });
                }
            }
        }
        turned
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        let mut turned = half(0);
        turned.extend(other.join().unwrap());
        turned
    })
}

/// Fails with the shortest example of each sort of failure.
#[track_caller]
fn assert_none(turned: &[Turned<'_>]) {
    let mut sorts: BTreeMap<_, Vec<&Turned<'_>>> = BTreeMap::new();
    for failure in turned {
        let sort = (
            failure.frame.class,
            failure.frame.gateway,
            failure.filling.sort,
        );
        sorts.entry(sort).or_default().push(failure);
    }
    let mut report = String::new();
    for ((class, gateway, sort), failures) in &sorts {
        let length = |failure: &&&Turned<'_>| failure.frame.body(&failure.filling.text).len();
        let Some(example) = failures.iter().min_by_key(length) else {
            continue;
        };
        let provider = example.frame.provider.map(error_codes::Provider::id);
        let _ = writeln!(
            report,
            "{class:?}, {gateway}, {sort}: {} times, such as {provider:?} {:?} {}\n    {:?}\n    {:?}",
            failures.len(),
            example.frame.status,
            example.frame.body(&example.filling.text),
            example.expected,
            example.found,
        );
    }
    assert!(turned.is_empty(), "{} times\n{report}", turned.len());
}

/// Returns whether a text left a result as it was. A sentence that means the same as a code of common use knows more about
/// retries and scope.
fn is_same(frame: &Frame, expected: Outcome, found: Outcome) -> bool {
    let is_detail =
        frame.class == Class::CommonCode && frame.begins_clause && expected.kind == found.kind;
    is_detail || expected == found
}

static FRAMES: LazyLock<Vec<Frame>> = LazyLock::new(frames::frames);

/// Tries a sample of the frames of a class, one of so many, with a sample of the texts; or all if the environment says so.
#[track_caller]
fn check(class: Class, one_of_frames: usize, one_of_texts: usize) {
    let all = std::env::var_os("TRUST").is_some_and(|value| value == "all");
    let (one_of_frames, one_of_texts) = if all {
        (1, 1)
    } else {
        (one_of_frames, one_of_texts)
    };
    let frames = frames::frames().into_iter();
    let frames: Vec<Frame> = frames
        .filter(|frame| frame.class == class)
        .step_by(one_of_frames)
        .collect();
    let is_tried = |frame: usize, text: usize| (frame + text).is_multiple_of(one_of_texts);
    // What was chosen to turn a frame is tried more often than what is merely said.
    let is_said_tried = |frame: usize, text: usize| {
        is_tried(frame, text) && (all || (frame + text / one_of_texts).is_multiple_of(4))
    };
    let (telling, said) = (fillings::telling(), fillings::said());
    let mut failed = turned(&frames, &telling, is_tried);
    failed.extend(turned(&frames, &said, is_said_tried));
    assert_none(&failed);
}

#[test]
fn a_code_that_a_row_knows_is_final() {
    check(Class::Coded, 1, 11);
}

#[test]
fn a_code_of_common_use_is_final() {
    check(Class::CommonCode, 1, 11);
}

#[test]
fn a_telling_type_yields_to_nothing_inside_a_clause() {
    check(Class::Typed, 1, 7);
}

#[test]
fn a_generic_type_yields_to_nothing_quoted() {
    check(Class::Generic, 13, 11);
}

#[test]
fn a_generic_type_yields_to_nothing_inside_a_clause() {
    check(Class::GenericUnquoted, 1, 7);
}

#[test]
fn nothing_quoted_speaks() {
    check(Class::Quoted, 17, 11);
}

fn single_marks() -> impl Iterator<Item = Mark> {
    let marks = MARKS.into_iter();
    marks.filter(|mark| mark.open.chars().count() == 1)
}

fn kind_of_message(message: &str) -> ErrorKind {
    let body = json!({ "error": { "message": message } }).to_string();
    let headers = HeaderMap::new();
    error_codes::read(StatusCode::BAD_REQUEST, &headers, &body).kind()
}

/// An opening mark that is never closed hides its clause and no more.
#[test]
fn a_mark_that_is_never_closed_hides_no_other_clause() {
    const OWN: &str =
        "You exceeded your current quota, please check your plan and billing details.";
    for Mark { open, .. } in single_marks() {
        for hidden in ["foo bar. ", "foo\n", "foo; "] {
            let message = format!("Cannot parse {open}{hidden}{OWN}");
            let kind = kind_of_message(&message);
            assert_eq!(kind, ErrorKind::QuotaExhausted, "{message}");
        }
    }
}

/// What an unclosed mark hides is not read.
#[test]
fn a_mark_that_is_never_closed_hides_its_clause() {
    let texts = [
        "Incorrect API key provided",
        "Insufficient balance",
        "HTTP 401",
    ];
    let mut heard = Vec::new();
    for Mark { open, .. } in single_marks() {
        for text in texts {
            let message = format!("Cannot parse {open}{text}");
            if kind_of_message(&message) != ErrorKind::InvalidRequest {
                heard.push(message);
            }
        }
    }
    assert!(heard.is_empty(), "{heard:#?}");
}

/// The provider's own sentence around a quotation still counts.
#[test]
fn a_sentence_around_a_quotation_counts() {
    for Mark { open, close } in MARKS {
        for (message, kind) in [
            (
                format!("The model {open}gpt-9{close} does not exist"),
                ErrorKind::NotFound,
            ),
            (
                format!("Rate limit exceeded for model {open}gpt-4{close}"),
                ErrorKind::RateLimited,
            ),
            (
                format!("Cannot serve {open}gpt-4{close}. Insufficient account balance."),
                ErrorKind::QuotaExhausted,
            ),
            (
                format!("模型 {open}gpt-4{close} 余额不足"),
                ErrorKind::QuotaExhausted,
            ),
        ] {
            assert_eq!(kind_of_message(&message), kind, "{message}");
        }
    }
}

/// Pieces of which a hostile text can be put together.
fn pieces() -> impl Strategy<Value = String> {
    let telling: Vec<String> = fillings::telling()
        .into_iter()
        .filter(|filling| filling.sort != "breakout")
        .map(|filling| filling.text)
        .collect();
    let said: Vec<String> = fillings::said()
        .into_iter()
        .map(|filling| filling.text)
        .collect();
    let glue = select(vec![
        " ", ". ", "\n", ", ", ": ", " - ", "，", "。", "! ", " (", ") ", " a ", "; ", "\t",
    ]);
    prop_oneof![
        2 => select(telling),
        2 => select(said),
        3 => glue.prop_map(str::to_owned),
        1 => "[a-z ]{0,12}",
        1 => any::<String>(),
    ]
}

/// Returns a text without the marks that would end the quotation around it.
fn without_marks(text: &str) -> String {
    let is_mark = |c: char| {
        MARKS
            .iter()
            .any(|mark| mark.open.contains(c) || mark.close.contains(c))
    };
    text.chars().filter(|c| !is_mark(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        rng_seed: RngSeed::Fixed(20_261_126),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_quoted_speaks_whatever_it_is(frame in any::<Index>(), pieces in prop::collection::vec(pieces(), 1..6)) {
        let quoted: Vec<&Frame> = FRAMES.iter().filter(|frame| frame.mark.is_some()).collect();
        let frame = frame.get(&quoted);
        let text = without_marks(&pieces.concat());
        prop_assert_eq!(read(frame, &text), read(frame, HARMLESS), "{} {}", &frame.name, frame.body(&text));
    }
}
