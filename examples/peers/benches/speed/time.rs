//! The time of a case, from criterion.

use crate::cases::{Case, Group};
use criterion::{BenchmarkId, Criterion};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Returns the nanoseconds for one repetition.
pub fn of(group: &Group, case: &Case) -> Result<f64, String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("criterion");
    let mut criterion = Criterion::default()
        .output_directory(&folder)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800))
        .sample_size(30);
    let prepared = case.prepare();
    let [title, name] = [&group.title, &case.name].map(|text| file_name(text));
    criterion.benchmark_group(&title).bench_function(
        BenchmarkId::from_parameter(&name),
        |bencher| {
            bencher.iter_custom(|times| {
                let start = Instant::now();
                (prepared.run)(usize::try_from(times).unwrap_or(usize::MAX));
                start.elapsed()
            });
        },
    );
    let path = folder.join(&title).join(&name).join("new/estimates.json");
    let read = || -> Option<f64> {
        let estimates: Value = serde_json::from_slice(&fs::read(&path).ok()?).ok()?;
        estimates["median"]["point_estimate"].as_f64()
    };
    read().ok_or_else(|| format!("criterion wrote no estimate to {}", path.display()))
}

/// Returns a name for a folder that criterion neither changes nor cuts.
fn file_name(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric() || *c == ' ');
    letters
        .map(|c| if c == ' ' { '_' } else { c })
        .take(60)
        .collect()
}
