//! The sample data set: its size, its two drifting evaluators, its files, the same bits everywhere.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail the test")]

use evenhand_simulate::{DriftKind, Language, NamedFile, Simulated, sample_programme};

/// FNV-1a, 64 bits: small, published and the same everywhere.
fn fnv(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[track_caller]
fn file(files: &[NamedFile], name: &str) -> String {
    files.iter().find(|file| file.name == name).map(|file| file.text.clone()).unwrap()
}

/// The distinct evaluators of each panel, by round and provider.
fn panels(simulated: &Simulated) -> Vec<Vec<Vec<u32>>> {
    let tables = &simulated.tables;
    let mut panels = vec![vec![Vec::new(); tables.providers.len()]; tables.rounds.len()];
    for row in &simulated.scores {
        let panel: &mut Vec<u32> = &mut panels[row.round as usize][row.provider as usize];
        if !panel.contains(&row.evaluator) {
            panel.push(row.evaluator);
        }
    }
    panels
}

#[test]
fn the_scores_and_the_truth_are_the_same_bits_on_every_target() {
    let sample = sample_programme(Language::English);
    let (files, truth) = (sample.files(), sample.truth.to_csv_files(&sample.tables));
    // Our own output, equal on x86_64 and wasm32; a new value here is a new sample data set.
    for (text, expected) in [
        (file(&files, "scores.csv"), 0x2d6a_fa6c_980c_8329),
        (file(&truth, "truth_evaluators.csv"), 0xc296_6d09_9875_0467),
        (file(&truth, "truth_providers.csv"), 0xac52_0d63_399a_e089),
    ] {
        assert_eq!(fnv(&text), expected, "{:#x}", fnv(&text));
    }
}

#[test]
fn the_languages_differ_in_words_only() {
    let english = sample_programme(Language::English);
    let chinese = sample_programme(Language::Chinese);
    assert_eq!(english.scores, chinese.scores);
    assert_eq!(english.truth, chinese.truth);
    let (english, chinese) = (english.files(), chinese.files());
    let body = |text: &str| text.split_once('\n').map(|(_, body)| body.to_owned());
    assert_eq!(body(&file(&english, "scores.csv")), body(&file(&chinese, "scores.csv")));
    assert!(
        file(&english, "scores.csv")
            .starts_with("round,provider,indicator,evaluator,score\n2023H1,P01,I01,E")
    );
    assert!(file(&chinese, "scores.csv").starts_with("轮次,机构,指标,评估员,得分\n2023H1,P01,I01,E"));
    assert!(file(&chinese, "rounds.csv").contains("2025H2,6,2025年秋季,2025-10-15\n"));
    assert!(file(&english, "rounds.csv").contains("2025H2,6,Autumn 2025,2025-10-15\n"));
    assert!(
        file(&english, "providers.csv")
            .contains("\nP22,\"Quiet Corner, Hearing Services\",Disability support,")
    );
    assert!(
        file(&english, "indicators.csv")
            .contains("\nI12,Privacy and consent,Accessibility and rights,6,1,10,1,higher\n")
    );
}

#[test]
fn the_sample_has_the_size_it_is_said_to_have() {
    let sample = sample_programme(Language::English);
    let tables = &sample.tables;
    let sizes =
        [tables.rounds.len(), tables.providers.len(), tables.indicators.len(), tables.evaluators.len()];
    assert_eq!(sizes, [6, 40, 12, 30]);
    assert_eq!(tables.indicators.iter().map(|entry| entry.weight).sum::<f64>(), 100.0);
    let distinct = |values: Vec<&str>| {
        let mut values = values;
        values.sort_unstable();
        values.dedup();
        values.len()
    };
    assert_eq!(distinct(tables.providers.iter().map(|entry| entry.category.as_str()).collect()), 4);
    assert_eq!(distinct(tables.providers.iter().map(|entry| entry.name.as_str()).collect()), 40);
    assert_eq!(distinct(tables.evaluators.iter().map(|entry| entry.name.as_str()).collect()), 30);
    assert_eq!(distinct(tables.evaluators.iter().map(|entry| entry.affiliation.as_str()).collect()), 6);
    assert_eq!(distinct(tables.evaluators.iter().map(|entry| entry.qualification.as_str()).collect()), 3);
    assert_eq!(distinct(tables.indicators.iter().map(|entry| entry.dimension.as_str()).collect()), 3);

    let full = 6 * 40 * 12 * 4;
    let missing = 1.0 - sample.scores.len() as f64 / f64::from(full);
    assert!((0.015..0.025).contains(&missing), "{missing}");
    assert!(sample.scores.iter().all(|row| (1.0..=10.0).contains(&row.score) && row.score.fract() == 0.0));
}

#[test]
fn exactly_two_evaluators_drift_and_both_score_in_every_round() {
    let sample = sample_programme(Language::English);
    let truth = &sample.truth;
    let mut moved = Vec::new();
    for evaluator in 0..sample.tables.evaluators.len() {
        let severities: Vec<f64> = (0..6).filter_map(|round| truth.severity(evaluator, round)).collect();
        let lowest = severities.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = severities.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if highest - lowest > 5.0 {
            moved.push((sample.tables.evaluators[evaluator].id.as_str(), severities.len()));
        }
    }
    assert_eq!(moved, [("E006", 6), ("E015", 6)]);
    assert_eq!(truth.drift.len(), 2);
    assert_eq!(truth.drift[0].kind, DriftKind::Shift { from_round: 3, by: 12.0 });
    assert_eq!(truth.drift[1].kind, DriftKind::Trend { per_round: -4.0 });
}

#[test]
fn twenty_two_evaluators_score_in_each_round_on_full_panels_that_hang_together() {
    let sample = sample_programme(Language::English);
    for round in panels(&sample) {
        assert!(round.iter().all(|panel| panel.len() == 4));
        let mut active: Vec<u32> = round.concat();
        active.sort_unstable();
        active.dedup();
        assert_eq!(active.len(), 22);
        // Grow one connected set of evaluators over shared panels until nothing is added.
        let mut reached = round[0].clone();
        for _ in 0..active.len() {
            for panel in &round {
                if panel.iter().any(|evaluator| reached.contains(evaluator)) {
                    reached.extend(panel);
                    reached.sort_unstable();
                    reached.dedup();
                }
            }
        }
        assert_eq!(reached, active);
    }
}

#[test]
fn the_truth_files_list_active_evaluators_and_all_providers() {
    let sample = sample_programme(Language::English);
    let files = sample.truth.to_csv_files(&sample.tables);
    let lines = |name: &str| file(&files, name).lines().count();
    assert_eq!(lines("truth_evaluators.csv"), 1 + 22 * 6);
    assert_eq!(lines("truth_providers.csv"), 1 + 40 * 6);
}

#[test]
fn conflicts_of_interest_are_declared_and_some_of_the_pairs_met() {
    let sample = sample_programme(Language::English);
    let declared = &sample.truth.conflicts;
    assert_eq!((declared.len(), sample.truth.conflict_leniency), (24, 8.0));
    let files = sample.files();
    assert_eq!(file(&files, "conflicts.csv").lines().count(), 1 + 24);
    let mut met: Vec<(u32, u32)> = sample.scores.iter().map(|row| (row.evaluator, row.provider)).collect();
    met.sort_unstable();
    met.dedup();
    let pairs = declared
        .iter()
        .filter(|(evaluator, provider)| met.binary_search(&(*evaluator as u32, *provider as u32)).is_ok());
    assert!((10..=24).contains(&pairs.count()));
}
