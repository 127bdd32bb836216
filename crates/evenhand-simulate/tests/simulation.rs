//! Whether simulated scores hold what their programme says.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail the test")]

use evenhand_simulate::{
    Centrality, Drift, DriftKind, Halo, IndicatorDrift, Partiality, Programme, ProviderTrend, Rounding,
    ScoreScale, Simulated, Spreads, StraightLining, large_programme, simulate,
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

/// The mean score of the rows that are kept.
fn mean_score(simulated: &Simulated, keep: impl Fn(&evenhand_simulate::ScoreRow) -> bool) -> f64 {
    mean(simulated.scores.iter().filter(|row| keep(row)).map(|row| row.score))
}

#[test]
fn ties_add_what_they_should_and_conflicts_are_data() {
    let programme = Programme {
        n_affiliations: 4,
        affiliation_leniency: 3.0,
        n_conflicts: 40,
        conflict_leniency: 5.0,
        partiality: vec![Partiality { evaluator: 2, leniency: 8.0 }],
        ..silent()
    };
    let simulated = run(programme.clone(), 4);
    let truth = &simulated.truth;
    assert_eq!(truth.conflicts.len(), 40);
    assert!(truth.conflicts.is_sorted() && truth.conflicts.windows(2).all(|pair| pair[0] != pair[1]));
    for row in &simulated.scores {
        let (evaluator, provider) = (row.evaluator as usize, row.provider as usize);
        let same = truth.evaluator_affiliation[evaluator] == truth.provider_affiliation[provider];
        let declared = truth.conflicts.contains(&(evaluator, provider));
        let mut expected = 62.0;
        expected += if same { 3.0 } else { 0.0 };
        expected += if declared { 5.0 } else { 0.0 };
        expected += if evaluator == 2 && (same || declared) { 8.0 } else { 0.0 };
        assert_eq!(row.score, expected, "{row:?}");
    }
    let files = simulated.files();
    let conflicts = files.iter().find(|file| file.name == "conflicts.csv").unwrap();
    assert_eq!(conflicts.text.lines().count(), 41);
    // Without conflicts there is no such file, and the scores are those without them.
    let without = run(Programme { n_conflicts: 0, ..programme }, 4);
    assert!(without.files().iter().all(|file| file.name != "conflicts.csv"));
}

#[test]
fn severities_of_kinds_and_newcomers_and_everybody() {
    let programme = Programme {
        turnover: 0.25,
        qualification_severity: [0.0, 2.0, 4.0],
        newcomer_severity: 6.0,
        panel_drift: 1.0,
        ..silent()
    };
    let simulated = run(programme, 9);
    let truth = &simulated.truth;
    let mut newcomers = 0;
    for row in &simulated.scores {
        let (evaluator, round) = (row.evaluator as usize, row.round as usize);
        let first = (0..4).find(|round| truth.severity(evaluator, *round).is_some()).unwrap();
        let is_new = round > 0 && first == round;
        newcomers += u32::from(is_new);
        let expected =
            [0.0, 2.0, 4.0][truth.qualification[evaluator]] + round as f64 + if is_new { 6.0 } else { 0.0 };
        assert_eq!(truth.severity(evaluator, round), Some(expected));
        assert_eq!(row.score, 62.0 - expected);
    }
    assert!(newcomers > 0);
}

#[test]
fn ways_of_single_evaluators_change_no_score_of_another() {
    let plain = run(Programme { turnover: 0.0, n_providers: 80, ..Programme::default() }, 6);
    let ways = Programme {
        turnover: 0.0,
        n_providers: 80,
        halo: vec![Halo { evaluator: 1, sd: 9.0 }],
        straight_lining: vec![StraightLining { evaluator: 2, share: 0.5 }],
        rounding: vec![Rounding { evaluator: 3, share: 1.0, steps: 5 }],
        ..Programme::default()
    };
    let ways = run(ways, 6);
    let mut changed = [0u32; 12];
    for (before, after) in plain.scores.iter().zip(&ways.scores) {
        changed[after.evaluator as usize] += u32::from(before != after);
    }
    assert!(changed[1] > 0 && changed[2] > 0 && changed[3] > 0);
    assert_eq!(changed.iter().filter(|n| **n > 0).count(), 3, "{changed:?}");
    assert!(ways.scores.iter().filter(|row| row.evaluator == 3).all(|row| row.score % 5.0 == 0.0));
    // Score sheets with one value on all indicators.
    let sheets = |evaluator: u32| -> (usize, usize) {
        let rows: Vec<_> = ways.scores.iter().filter(|row| row.evaluator == evaluator).collect();
        let sheets: Vec<_> = rows.chunk_by(|a, b| (a.round, a.provider) == (b.round, b.provider)).collect();
        let straight = sheets.iter().filter(|sheet| sheet.iter().all(|row| row.score == sheet[0].score));
        (straight.count(), sheets.len())
    };
    let (straight, all) = sheets(2);
    assert!(straight.abs_diff(all / 2) < all / 5, "{straight} of {all}");
    assert_eq!(sheets(4).0, 0);
}

#[test]
fn indicators_become_harder_and_the_truth_says_so() {
    let drift = IndicatorDrift { indicator: 3, from_round: 2, by: 7.0 };
    let simulated = run(Programme { indicator_drift: vec![drift], ..silent() }, 2);
    for round in 0..4u32 {
        let found = mean_score(&simulated, |row| row.round == round && row.indicator == 3);
        assert_eq!(found, if round >= 2 { 55.0 } else { 62.0 });
        assert_eq!(
            simulated.truth.difficulty_in(3, round as usize),
            Some(if round >= 2 { 7.0 } else { 0.0 })
        );
    }
    assert_eq!(simulated.truth.difficulty_in(99, 0), None);
}

#[test]
fn every_effect_is_written_with_its_size() {
    let programme = Programme {
        drift: vec![
            Drift { evaluator: 0, kind: DriftKind::Shift { from_round: 2, by: 12.0 } },
            Drift { evaluator: 1, kind: DriftKind::Trend { per_round: -4.0 } },
            Drift { evaluator: 4, kind: DriftKind::Erratic { sd: 5.0 } },
        ],
        centrality: vec![Centrality { evaluator: 2, factor: 0.5 }],
        partiality: vec![Partiality { evaluator: 3, leniency: 8.0 }],
        halo: vec![Halo { evaluator: 5, sd: 9.0 }],
        straight_lining: vec![StraightLining { evaluator: 6, share: 0.25 }],
        rounding: vec![Rounding { evaluator: 7, share: 0.75, steps: 5 }],
        indicator_drift: vec![IndicatorDrift { indicator: 3, from_round: 2, by: 7.0 }],
        provider_trends: vec![ProviderTrend { provider: 8, per_round: 3.0 }],
        newcomer_severity: 6.0,
        breaks: vec![3],
        turnover: 0.0,
        ..Programme::default()
    };
    let simulated = run(programme, 1);
    let files = simulated.truth.to_csv_files(&simulated.tables);
    let effects = &files.iter().find(|file| file.name == "truth_effects.csv").unwrap().text;
    let rounds = &simulated.tables.rounds;
    for line in [
        format!("drift_shift,E001,{},12", rounds[2].id),
        "drift_trend_per_round,E002,,-4".to_owned(),
        "drift_erratic_sd,E005,,5".to_owned(),
        "centrality_factor,E003,,0.5".to_owned(),
        "partiality,E004,,8".to_owned(),
        "halo_sd,E006,,9".to_owned(),
        "straight_lining_share,E007,,0.25".to_owned(),
        "rounding_share,E008,,0.75".to_owned(),
        format!("indicator_drift,I04,{},7", rounds[2].id),
        "provider_trend_per_round,P09,,3".to_owned(),
        "newcomer_severity,,,6".to_owned(),
        format!("unlinked_before,,{},1", rounds[3].id),
    ] {
        assert!(effects.lines().any(|found| found == line), "{line} is not in\n{effects}");
    }
}
