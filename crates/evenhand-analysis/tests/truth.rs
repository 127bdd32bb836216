//! Answers held against the truth of simulated programmes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, evaluators, providers};
use evenhand_protocol::{ChangeVerdict, DriftClass, EvaluatorRow, Outcome};
use evenhand_simulate::{Drift, DriftKind, Language, Programme, Simulated, sample_programme, simulate};
use support::{all, simulated};

fn class_of(row: &EvaluatorRow) -> Option<DriftClass> {
    row.drift.known().map(|drift| drift.class)
}

#[test]
fn the_sample_has_two_drifting_evaluators_and_they_are_found() {
    let sample = sample_programme(Language::English);
    let table = simulated(&sample);
    let answer = evaluators(&Design::new(&all(&table)).unwrap());
    let find = |id: &str| answer.evaluators.iter().find(|row| row.evaluator == id).unwrap();
    let e006 = find("E006");
    assert_eq!(class_of(e006), Some(DriftClass::Harsher));
    let drift = e006.drift.known().unwrap();
    // Harsher by 12 points of 100 from the fourth round on; scores run from 1 to 10, so 9 points wide.
    assert_eq!(drift.from_round, "2024H2");
    assert!((drift.change.value - 12.0 * 9.0 / 100.0).abs() < 0.35, "{}", drift.change.value);
    assert_eq!(class_of(find("E015")), Some(DriftClass::MoreLenient));
    let others = answer.evaluators.iter().filter(|row| {
        !["E006", "E015"].contains(&row.evaluator.as_str())
            && class_of(row).is_some_and(|class| class != DriftClass::Stable)
    });
    // Their true severities do move a little, by 0.8 points of 100 from round to round.
    assert!(others.count() <= 1);
}

/// Programmes without drift: how many evaluators are called drifting.
#[test]
fn few_false_alarms_without_drift() {
    let programme = Programme::default();
    let (mut alarms, mut tested) = (0, 0);
    for seed in 0..40 {
        let mut quiet = programme.clone();
        quiet.drift.clear();
        quiet.spreads.evaluator_round = 0.0;
        let table = simulated(&simulate(&quiet.check().unwrap(), seed));
        let answer = evaluators(&Design::new(&all(&table)).unwrap());
        tested += answer.evaluators.iter().filter(|row| row.drift.known().is_some()).count();
        alarms += answer.evaluators.iter().filter(|row| class_of(row) != Some(DriftClass::Stable)).count();
        alarms -= answer.evaluators.iter().filter(|row| row.drift.known().is_none()).count();
    }
    assert!(tested > 300, "{tested}");
    assert!(alarms as f64 <= 0.05 * tested as f64, "{alarms} of {tested}");
}

/// Mean squared errors of raw and adjusted composites against the true levels, each centred over all units.
fn errors(programme: &Simulated) -> (f64, f64) {
    let table = simulated(programme);
    let answer = providers(&Design::new(&all(&table)).unwrap());
    let (mut raw, mut adjusted) = (Vec::new(), Vec::new());
    for (round, league) in answer.rounds.iter().enumerate() {
        for row in &league.rows {
            let provider = programme.tables.providers.iter().position(|p| p.id == row.provider).unwrap();
            let truth = programme.truth.level(provider, round).unwrap();
            let (Outcome::Known(r), Outcome::Known(a)) = (&row.raw, &row.adjusted) else { continue };
            raw.push(r.value - truth);
            adjusted.push(a.value - truth);
        }
    }
    (spread(&raw), spread(&adjusted))
}

fn spread(errors: &[f64]) -> f64 {
    evenhand_stats::variance(errors).unwrap()
}

#[test]
fn adjusted_composites_are_closer_to_the_truth_where_severity_varies() {
    let mut programme = Programme { mixed_share: 0.5, n_providers: 40, ..Programme::default() };
    programme.spreads.evaluator = 8.0;
    let (mut raw, mut adjusted) = (0.0, 0.0);
    for seed in 0..10 {
        let (r, a) = errors(&simulate(&programme.clone().check().unwrap(), seed));
        raw += r;
        adjusted += a;
    }
    assert!(adjusted < 0.7 * raw, "adjusted {adjusted}, raw {raw}");
}

#[test]
fn intervals_of_adjusted_composites_cover_the_truth() {
    let mut programme = Programme { mixed_share: 0.5, n_rounds: 2, n_providers: 40, ..Programme::default() };
    programme.drift.clear();
    programme.spreads.evaluator_round = 0.0;
    programme.affiliation_leniency = 0.0;
    programme.missing_share = 0.0;
    programme.n_reversed = 0;
    programme.spreads.provider_change = 0.0;
    let (mut covered, mut n) = (0, 0);
    for seed in 0..40 {
        let simulation = simulate(&programme.clone().check().unwrap(), seed);
        let table = simulated(&simulation);
        let answer = providers(&Design::new(&all(&table)).unwrap());
        let league = &answer.rounds[1];
        for change in league.rows.iter().filter_map(|row| row.change.known().map(|c| (row, c))) {
            let (row, change) = change;
            let provider = simulation.tables.providers.iter().position(|p| p.id == row.provider).unwrap();
            let level = |round| simulation.truth.level(provider, round).unwrap();
            let truth = level(1) - level(0);
            let interval = change.change.interval.unwrap();
            covered += usize::from(interval.low <= truth && truth <= interval.high);
            n += 1;
        }
    }
    let share = covered as f64 / n as f64;
    assert!((0.93..=0.97).contains(&share), "{share} of {n}");
}

/// One evaluator becomes 12 points harsher in the last round; no provider changes.
#[test]
fn a_drifting_evaluator_is_not_taken_for_a_change_of_providers() {
    let shift = Drift { evaluator: 3, kind: DriftKind::Shift { from_round: 3, by: 12.0 } };
    let mut programme =
        Programme { mixed_share: 0.5, n_providers: 40, drift: vec![shift], ..Programme::default() };
    programme.spreads.evaluator_round = 0.0;
    programme.spreads.provider_change = 0.0;
    programme.provider_trends.clear();
    programme.affiliation_leniency = 0.0;
    let (mut wrong, n) = (0, 40);
    for seed in 0..n {
        let table = simulated(&simulate(&programme.clone().check().unwrap(), seed));
        let answer = providers(&Design::new(&all(&table)).unwrap());
        let changed = answer.rounds.last().unwrap().rows.iter().filter_map(|row| row.change.known());
        wrong += u64::from(changed.into_iter().any(|c| c.verdict != ChangeVerdict::NoReliableChange));
    }
    // A family-wise rate of 5% would be 2; drift is not found in every programme.
    assert!(wrong <= 6, "{wrong} of {n}");
}

#[test]
fn the_sample_s_steady_changes_are_mostly_found_and_nobody_is_said_to_move_the_wrong_way() {
    let sample = sample_programme(Language::English);
    let table = simulated(&sample);
    // The first and the last round only: five steps of change.
    let first_and_last =
        evenhand_protocol::Filter { rounds: vec!["2023H1".into(), "2025H2".into()], ..Default::default() };
    let selection = evenhand_table::Selection::new(&table, &first_and_last);
    let answer = providers(&Design::new(&selection).unwrap());
    let league = answer.rounds.last().unwrap();
    let verdict = |index: usize| {
        let id = &sample.tables.providers[index].id;
        let row = league.rows.iter().find(|row| row.provider == *id).unwrap();
        row.change.known().map(|change| change.verdict)
    };
    let mut found = 0;
    for trend in &sample.truth.provider_trends {
        let (right, wrong) = if trend.per_round > 0.0 {
            (ChangeVerdict::Improved, ChangeVerdict::Declined)
        } else {
            (ChangeVerdict::Declined, ChangeVerdict::Improved)
        };
        found += usize::from(verdict(trend.provider) == Some(right));
        assert_ne!(verdict(trend.provider), Some(wrong));
    }
    assert!(found >= 5, "{found} of {}", sample.truth.provider_trends.len());
}

#[test]
fn the_order_of_rows_does_not_change_a_bit() {
    let mut sample = sample_programme(Language::English);
    let table = simulated(&sample);
    sample.scores.reverse();
    let reversed = simulated(&sample);
    assert_eq!(table, reversed);
}
