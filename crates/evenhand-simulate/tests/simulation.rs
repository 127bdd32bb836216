//! Whether simulated scores hold what their programme says.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail the test")]

use evenhand_simulate::{
    Centrality, Drift, DriftKind, Programme, ProviderTrend, ScoreScale, Simulated, Spreads, large_programme,
    simulate,
};

#[track_caller]
fn run(programme: Programme, seed: u64) -> Simulated {
    simulate(&programme.check().unwrap(), seed)
}

/// A programme in which nothing varies but what the test sets.
fn silent() -> Programme {
    let none = Spreads {
        provider: 0.0,
        provider_change: 0.0,
        indicator: 0.0,
        evaluator: 0.0,
        evaluator_round: 0.0,
        provider_indicator: 0.0,
        halo: 0.0,
        residual: 0.0,
    };
    Programme { spreads: none, turnover: 0.0, ..Programme::default() }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0);
    for value in values {
        sum += value;
        n += 1.0;
    }
    sum / n
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let (mx, my) = (mean(pairs.iter().map(|p| p.0)), mean(pairs.iter().map(|p| p.1)));
    let sum = |f: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| f(x - mx, y - my)).sum::<f64>();
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}

#[test]
fn a_seed_repeats_itself_and_no_other() {
    let one = run(Programme::default(), 5);
    assert_eq!(one, run(Programme::default(), 5));
    assert_ne!(one.scores, run(Programme::default(), 6).scores);
}

#[test]
fn missing_cells_leave_the_rest_as_it_was() {
    let full = run(Programme::default(), 5);
    let holes = run(Programme { missing_share: 0.1, ..Programme::default() }, 5);
    let mut rest = full.scores.iter();
    assert!(holes.scores.iter().all(|row| rest.any(|other| other == row)));
    let share = holes.scores.len() as f64 / full.scores.len() as f64;
    assert!((share - 0.9).abs() < 0.03, "{share}");
}

#[test]
fn means_of_evaluators_and_providers_follow_the_truth() {
    let programme = Programme { n_providers: 200, turnover: 0.2, ..Programme::default() };
    let simulated = run(programme, 11);
    let rows = |keep: &dyn Fn(usize, usize) -> bool| {
        let kept = simulated.scores.iter().filter(|row| keep(row.evaluator as usize, row.provider as usize));
        mean(kept.map(|row| row.score))
    };
    let severities: Vec<(f64, f64)> = (0..simulated.tables.evaluators.len())
        .map(|evaluator| {
            let severity = mean((0..4).filter_map(|round| simulated.truth.severity(evaluator, round)));
            (severity, rows(&|e, _| e == evaluator))
        })
        .collect();
    assert!(correlation(&severities) < -0.9, "{}", correlation(&severities));
    let levels: Vec<(f64, f64)> = (0..200)
        .map(|provider| {
            let level = mean((0..4).filter_map(|round| simulated.truth.level(provider, round)));
            (level, rows(&|_, p| p == provider))
        })
        .collect();
    assert!(correlation(&levels) > 0.9, "{}", correlation(&levels));
}

#[test]
fn each_kind_of_drift_shows_in_the_scores() {
    let drift = vec![
        Drift { evaluator: 0, kind: DriftKind::Shift { from_round: 2, by: 10.0 } },
        Drift { evaluator: 1, kind: DriftKind::Trend { per_round: -3.0 } },
        Drift { evaluator: 2, kind: DriftKind::Erratic { sd: 8.0 } },
    ];
    let simulated = run(Programme { drift, ..silent() }, 3);
    let by_round = |evaluator: u32| {
        [0, 1, 2, 3].map(|round| {
            let rows = simulated.scores.iter().filter(|r| r.evaluator == evaluator && r.round == round);
            mean(rows.map(|r| r.score))
        })
    };
    assert_eq!(by_round(0), [62.0, 62.0, 52.0, 52.0]);
    assert_eq!(by_round(1), [62.0, 65.0, 68.0, 71.0]);
    assert!(by_round(2).windows(2).all(|pair| pair[0] != pair[1]));
    assert_eq!(by_round(3), [62.0; 4]);
}

#[test]
fn trends_of_providers_and_central_tendency_show_in_the_scores() {
    let provider_trends = vec![ProviderTrend { provider: 4, per_round: 5.0 }];
    let centrality = (0..12).map(|evaluator| Centrality { evaluator, factor: 0.4 }).collect();
    let simulated = run(Programme { provider_trends, centrality, ..silent() }, 3);
    for row in simulated.scores {
        let gain = if row.provider == 4 { 2.0 * f64::from(row.round) } else { 0.0 };
        assert_eq!(row.score, 62.0 + gain);
    }
}

#[test]
fn evaluators_are_lenient_towards_their_own_affiliation() {
    let simulated = run(Programme { n_affiliations: 3, affiliation_leniency: 4.0, ..silent() }, 9);
    let tables = &simulated.tables;
    let mut n_matched = 0;
    for row in &simulated.scores {
        let own = &tables.evaluators[row.evaluator as usize].affiliation;
        let matched = *own == tables.providers[row.provider as usize].affiliation;
        n_matched += u32::from(matched);
        assert_eq!(row.score, if matched { 66.0 } else { 62.0 });
    }
    assert!(n_matched > 0);
}

#[test]
fn turnover_replaces_the_share_it_says_and_breaks_replace_everyone() {
    let programme = Programme { n_rounds: 6, turnover: 0.25, breaks: vec![4], ..Programme::default() };
    let checked = programme.check().unwrap();
    assert_eq!(checked.total_evaluators(), 12 + 3 + 3 + 3 + 12 + 3);
    let truth = simulate(&checked, 2).truth;
    let active = |round: usize| -> Vec<usize> {
        (0..checked.total_evaluators()).filter(|e| truth.severity(*e, round).is_some()).collect()
    };
    for round in 1..6 {
        let (before, now) = (active(round - 1), active(round));
        assert_eq!(now.len(), 12);
        let stayed = now.iter().filter(|evaluator| before.contains(evaluator)).count();
        assert_eq!(stayed, if round == 4 { 0 } else { 9 });
    }
}

#[test]
fn panels_are_complete_whatever_the_sizes() {
    for (n_evaluators, panel_size, mixed_share) in
        [(1, 1, 0.0), (7, 3, 0.5), (5, 5, 1.0), (12, 4, 0.0), (9, 2, 1.0)]
    {
        let programme = Programme {
            n_evaluators,
            panel_size,
            mixed_share,
            n_indicators: 1,
            n_dimensions: 1,
            ..Programme::default()
        };
        let simulated = run(programme, 4);
        assert_eq!(simulated.scores.len(), 4 * 20 * panel_size);
        for panel in simulated.scores.chunks(panel_size) {
            assert!(panel.windows(2).all(|pair| pair[0].provider == pair[1].provider));
            assert!(panel.windows(2).all(|pair| pair[0].evaluator < pair[1].evaluator));
        }
    }
}

#[test]
fn scores_stay_on_their_scale_and_reversed_indicators_run_the_other_way() {
    let scale = ScoreScale { min: 0.0, max: 5.0, step: 0.5 };
    let mut programme = Programme { scale, n_reversed: 3, ..Programme::default() };
    programme.spreads.residual = 40.0;
    let simulated = run(programme, 8);
    for row in &simulated.scores {
        assert!((0.0..=5.0).contains(&row.score) && (row.score * 2.0).fract() == 0.0);
    }
    let simulated = run(Programme { n_reversed: 3, ..silent() }, 8);
    for row in &simulated.scores {
        let lower = simulated.tables.indicators[row.indicator as usize].lower_is_better;
        assert_eq!(lower, row.indicator >= 5);
        assert_eq!(row.score, if lower { 38.0 } else { 62.0 });
    }
}

#[test]
fn large_programmes_have_the_size_asked_for() {
    for (asked, expected) in [(0, 400), (10_000, 10_000), (100_000, 100_000), (1_000_000, 1_000_000)] {
        let programme = large_programme(asked);
        let n = programme.n_rounds * programme.n_providers * programme.n_indicators * programme.panel_size;
        assert_eq!(n, expected);
        programme.check().unwrap();
    }
    let million = large_programme(1_000_000);
    assert_eq!((million.n_rounds, million.n_providers, million.n_evaluators), (10, 500, 300));
    assert!(large_programme(usize::MAX).check().is_err());
}
