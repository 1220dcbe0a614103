//! The labelled responses: how many are classified as labelled.

use error_codes_tests::{Score, labelled};

const SAMPLES: &str = include_str!("../fixtures/samples.jsonl");
const REPORTED: &str = include_str!("../fixtures/reported.jsonl");

fn score(responses: &str, providers: &[&str]) -> Score {
    let responses = labelled(responses).unwrap();
    let mut score = Score::default();
    let of_these = |response: &&error_codes_tests::Labelled| {
        let provider = response.provider.as_deref().unwrap_or("unknown");
        providers.contains(&provider)
    };
    responses
        .iter()
        .filter(of_these)
        .for_each(|response| score.add(response));
    println!(
        "{providers:?}: kinds {}, verdicts {:.1} %",
        score.kinds,
        score.verdicts()
    );
    score
}

/// The figures may rise but must not fall.
#[test]
fn all_samples_are_classified_as_labelled() {
    let providers = ["aihubmix", "modelverse", "new_api", "ppio", "unknown"];
    let score = score(SAMPLES, &providers);
    assert!(score.kinds.percent() >= 99.0, "{:#?}", score.misses);
    assert!(score.verdicts() >= 98.0, "{:#?}", score.misses);
}

#[test]
fn reported_responses_are_classified_as_labelled() {
    let score = score(
        REPORTED,
        &["aihubmix", "modelverse", "new_api", "one_api", "unknown"],
    );
    assert!(score.kinds.percent() >= 99.0, "{:#?}", score.misses);
    assert!(score.verdicts() >= 99.0, "{:#?}", score.misses);
}

#[test]
fn the_five_providers_responses_are_classified_as_labelled() {
    let providers = ["aihubmix", "modelverse", "ppio", "skyengine", "tokendog"];
    let score = score(SAMPLES, &providers);
    assert!(score.kinds.percent() >= 100.0, "{:#?}", score.misses);
    assert!(score.verdicts() >= 95.0, "{:#?}", score.misses);
}
