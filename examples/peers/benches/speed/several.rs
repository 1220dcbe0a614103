//! A response of one of several providers, by their number.

use crate::cases::Group;
use crate::received::Received;
use crate::responses::{has_only_message, rendered, unknown_messages};
use error_codes::providers::{
    self, aihubmix, modelverse, new_api, one_api, ppio, skyengine, tokendog,
};
use error_codes::{Provider, Reader, Row};

/// Which of the built-in providers come first; the first of them sent the responses.
static FIRST: [&Provider; 7] = [
    &new_api::PROVIDER,
    &aihubmix::PROVIDER,
    &modelverse::PROVIDER,
    &one_api::PROVIDER,
    &ppio::PROVIDER,
    &skyengine::PROVIDER,
    &tokendog::PROVIDER,
];

/// The numbers of providers, each with the name of its case.
pub const NUMBERS: [(&str, usize); 5] = [
    ("1", 1),
    ("7", 7),
    ("20", 20),
    ("40", 40),
    ("all", providers::ALL.len()),
];

pub const TITLES: [&str; 3] = [
    "a code, by number of providers",
    "a message, by number of providers",
    "nothing that matches, by number of providers",
];

pub fn groups() -> [Group; 3] {
    let [code, message, nothing] = TITLES;
    [
        group(code, with_codes_of_one),
        group(message, || rendered(&new_api::PROVIDER, has_only_message)),
        group(nothing, unknown_messages),
    ]
}

fn group(title: &str, responses: fn() -> Vec<Received>) -> Group {
    let group = Group::new(title);
    NUMBERS.into_iter().fold(group, |group, (name, number)| {
        let inputs = move || {
            let reader = Reader::providers(first(number));
            let responses = responses().into_iter();
            responses
                .map(|response| (reader.clone(), response))
                .collect()
        };
        group.case(name, inputs, |(reader, response): &(Reader, Received)| {
            let error = reader.read(response.status, &response.headers, &response.body);
            (error.kind(), error.retry())
        })
    })
}

fn first(number: usize) -> impl Iterator<Item = &'static Provider> {
    let is_first = |id: &str| FIRST.iter().any(|first| first.id() == id);
    let others = providers::ALL.iter().copied();
    let others = others.filter(move |other| !is_first(other.id()));
    FIRST.into_iter().chain(others).take(number)
}

/// Returns responses with the codes that the first provider alone has.
fn with_codes_of_one() -> Vec<Received> {
    let is_of_one = |row: &Row| {
        let knows = |other: &&Provider| {
            let mut entries = other.entries();
            entries.any(|entry| entry.row().code() == row.code())
        };
        row.code().is_some() && providers::ALL.iter().copied().filter(knows).count() == 1
    };
    rendered(&new_api::PROVIDER, is_of_one)
}
