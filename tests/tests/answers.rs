//! The labelled answers: how many are read as a person reads them.

use error_codes_tests::{Score, labelled};

const ANSWERS: &str = include_str!("../fixtures/answers.jsonl");
const REPORTED: &str = include_str!("../fixtures/reported.jsonl");

fn score(answers: &str, providers: &[&str]) -> Score {
    let answers = labelled(answers).unwrap();
    let mut score = Score::default();
    let of_these = |answer: &&error_codes_tests::Labelled| {
        let provider = answer.provider.as_deref().unwrap_or("unknown");
        providers.contains(&provider)
    };
    answers
        .iter()
        .filter(of_these)
        .for_each(|answer| score.add(answer));
    println!(
        "{providers:?}: kinds {}, verdicts {:.1} %",
        score.kinds,
        score.verdicts()
    );
    score
}

/// The figures may rise and may not fall.
#[test]
fn all_answers_are_read_as_by_hand() {
    let providers = ["aihubmix", "modelverse", "new_api", "ppio", "unknown"];
    let score = score(ANSWERS, &providers);
    assert!(score.kinds.percent() >= 99.0, "{:#?}", score.misses);
    assert!(score.verdicts() >= 98.0, "{:#?}", score.misses);
}

#[test]
fn reported_answers_are_read_as_by_hand() {
    let score = score(
        REPORTED,
        &["aihubmix", "modelverse", "new_api", "one_api", "unknown"],
    );
    assert!(score.kinds.percent() >= 99.0, "{:#?}", score.misses);
    assert!(score.verdicts() >= 99.0, "{:#?}", score.misses);
}

#[test]
fn the_five_providers_answers_are_read_as_by_hand() {
    let providers = ["aihubmix", "modelverse", "ppio", "skyengine", "tokendog"];
    let score = score(ANSWERS, &providers);
    assert!(score.kinds.percent() >= 100.0, "{:#?}", score.misses);
    assert!(score.verdicts() >= 95.0, "{:#?}", score.misses);
}
