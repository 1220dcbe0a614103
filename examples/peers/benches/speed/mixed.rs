//! The labelled responses with a status code and a body of JSON: real ones, of many providers and in no order.

use crate::cases::Group;
use error_codes_peers::readers::{Given, HERE, PEERS, Reader};
use error_codes_tests::{FIXTURES, Labelled, labelled};
use serde_json::Value;

pub const TITLE: &str = "mixed real responses";

/// A way to read them.
pub struct Way {
    pub name: String,
    pub reader: &'static Reader,
    /// Returns the responses, each as this reader takes it.
    pub responses: fn() -> Vec<Given<'static>>,
}

/// Returns the peers, and this library with and without the providers.
pub fn ways() -> Vec<Way> {
    let peers = PEERS
        .iter()
        .map(|reader| (reader.name, reader, of_providers as _));
    let here = [
        ("error-codes, provider given", &HERE, of_providers as _),
        ("error-codes, provider unknown", &HERE, of_nobody as _),
    ];
    peers
        .chain(here)
        .map(|(name, reader, responses)| Way {
            name: name.to_owned(),
            reader,
            responses,
        })
        .collect()
}

pub fn group() -> Group {
    ways().into_iter().fold(Group::new(TITLE), |group, way| {
        group.case(way.name, way.responses, way.reader.read)
    })
}

fn of_providers() -> Vec<Given<'static>> {
    given(responses())
}

fn of_nobody() -> Vec<Given<'static>> {
    given(responses().iter().map(Labelled::without_provider).collect())
}

/// Returns the responses for as long as the program runs.
fn given(responses: Vec<Labelled>) -> Vec<Given<'static>> {
    responses.leak().iter().map(Given::new).collect()
}

/// Returns what every reader takes, so none is given a status code that nobody recorded.
pub fn responses() -> Vec<Labelled> {
    let has_both = |response: &Labelled| {
        let body = serde_json::from_str::<Value>(&response.body);
        response.status.is_some() && body.is_ok_and(|body| body.is_object() || body.is_array())
    };
    // The tests of the workspace read every line of them.
    let files = FIXTURES.iter().filter_map(|file| labelled(file.lines).ok());
    files.flatten().filter(has_both).collect()
}
