//! How many of the labelled responses are classified as labelled. The figures may rise but must not fall.

use error_codes_tests::{Extent, FIXTURES, Labelled, Score, Share, labelled};

/// The least that must be right of a fixture.
struct Minimum {
    fixture: &'static str,
    kinds: u32,
    verdicts: u32,
    delays: u32,
    /// The percentage of kinds, of those that are decided by something other than a sentence known by heart.
    without_sentences: f64,
}

/// Each response read with the tables of its provider.
#[rustfmt::skip]
const GIVEN: [Minimum; 5] = [
    Minimum { fixture: "samples",   kinds: 116, verdicts: 110, delays: 0,  without_sentences: 100.0 },
    Minimum { fixture: "reported",  kinds: 136, verdicts: 120, delays: 0,  without_sentences: 98.5 },
    Minimum { fixture: "field",     kinds: 109, verdicts: 102, delays: 7,  without_sentences: 100.0 },
    Minimum { fixture: "peercases", kinds: 271, verdicts: 239, delays: 20, without_sentences: 98.5 },
    Minimum { fixture: "collected", kinds: 691, verdicts: 621, delays: 23, without_sentences: 96.5 },
];

/// Each response read as one of an unknown provider.
#[rustfmt::skip]
const UNKNOWN: [Minimum; 5] = [
    Minimum { fixture: "samples",   kinds: 115, verdicts: 111, delays: 0,  without_sentences: 98.5 },
    Minimum { fixture: "reported",  kinds: 136, verdicts: 120, delays: 0,  without_sentences: 98.5 },
    Minimum { fixture: "field",     kinds: 109, verdicts: 101, delays: 7,  without_sentences: 100.0 },
    Minimum { fixture: "peercases", kinds: 271, verdicts: 239, delays: 20, without_sentences: 98.5 },
    Minimum { fixture: "collected", kinds: 688, verdicts: 618, delays: 23, without_sentences: 96.0 },
];

fn fixture(name: &str) -> Vec<Labelled> {
    let fixture = FIXTURES.iter().find(|fixture| fixture.name == name);
    labelled(fixture.unwrap().lines).unwrap()
}

fn score<'r>(responses: impl IntoIterator<Item = &'r Labelled>) -> Score {
    let mut score = Score::default();
    for response in responses {
        score.add(response);
    }
    score
}

#[track_caller]
fn assert_reached(minimums: &[Minimum], prepare: impl Fn(&Labelled) -> Labelled) {
    for minimum in minimums {
        let responses: Vec<Labelled> = fixture(minimum.fixture).iter().map(&prepare).collect();
        let score = score(&responses);
        let Minimum { fixture, .. } = minimum;
        let misses = &score.misses;
        let figures: [(&str, Share, u32); 3] = [
            ("kinds", score.kinds, minimum.kinds),
            ("verdicts", score.all_verdicts(), minimum.verdicts),
            ("delays", score.delays, minimum.delays),
        ];
        for (figure, found, least) in figures {
            assert!(
                found.right >= least,
                "{fixture}: {figure} {found}, at least {least}: {misses:#?}"
            );
        }
        let (found, least) = (score.without_sentences(), minimum.without_sentences);
        assert!(
            found.percent() >= least,
            "{fixture}: kinds without sentences {found}, at least {least} %: {misses:#?}"
        );
    }
}

#[test]
fn each_fixture_is_named_once() {
    let names = FIXTURES.map(|fixture| fixture.name);
    for minimums in [GIVEN, UNKNOWN] {
        assert_eq!(minimums.map(|minimum| minimum.fixture), names);
    }
}

#[test]
fn responses_of_given_providers_are_classified_as_labelled() {
    assert_reached(&GIVEN, Labelled::clone);
}

#[test]
fn responses_of_unknown_providers_are_classified_as_labelled() {
    assert_reached(&UNKNOWN, Labelled::without_provider);
}

/// The responses of the providers that have a table, where the body is known.
#[test]
fn responses_of_built_in_providers_are_classified_as_labelled() {
    let all: Vec<Labelled> = FIXTURES
        .iter()
        .flat_map(|fixture| labelled(fixture.lines).unwrap())
        .filter(Labelled::is_of_built_in)
        .collect();
    let score = score(&all);
    let (kinds, verdicts) = (score.kinds, score.all_verdicts());
    assert!(kinds.percent() >= 98.5, "{kinds}: {:#?}", score.misses);
    assert!(
        verdicts.percent() >= 97.2,
        "{verdicts}: {:#?}",
        score.misses
    );
}

#[test]
fn the_five_providers_responses_are_classified_as_labelled() {
    const PROVIDERS: [&str; 5] = ["aihubmix", "modelverse", "ppio", "skyengine", "tokendog"];
    let samples = fixture("samples");
    let is_of_these = |response: &&Labelled| {
        let provider = response.provider.as_deref();
        provider.is_some_and(|id| PROVIDERS.contains(&id))
    };
    let score = score(samples.iter().filter(is_of_these));
    assert!(score.kinds.percent() >= 100.0, "{:#?}", score.misses);
    assert!(score.verdicts() >= 95.0, "{:#?}", score.misses);
}

/// A sentence by itself says less than a response, and is classified less often.
#[test]
fn cases_of_other_projects_are_classified_as_labelled() {
    let cases = fixture("peercases");
    for (extent, kinds, verdicts) in [
        (Extent::StatusAndBody, 120, 109),
        (Extent::Sentence, 115, 100),
        (Extent::Part, 36, 30),
    ] {
        let score = score(cases.iter().filter(|case| case.extent() == extent));
        let found = (score.kinds.right, score.all_verdicts().right);
        assert!(
            found.0 >= kinds && found.1 >= verdicts,
            "{extent:?}: {found:?}, at least {kinds} kinds and {verdicts} verdicts: {:#?}",
            score.misses
        );
    }
}
