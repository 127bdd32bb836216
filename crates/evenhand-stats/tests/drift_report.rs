//! The drift of all evaluators together.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Normals, close};
use evenhand_stats::{
    DriftClass, DriftOptions, DriftReport, LinkStrength, MissingLink, Severity, SeverityTable, drift_report,
};

/// Severities of evaluators in rounds, each round in a frame of its own, with error 0.15; `moved` is what each
/// evaluator's severity differs by from a constant.
fn simulated(
    seed: u64,
    n_evaluators: u32,
    n_rounds: u32,
    present: impl Fn(u32, u32) -> bool,
    moved: impl Fn(u32, u32) -> f64,
) -> SeverityTable {
    let mut normals = Normals::new(seed);
    let own: Vec<f64> = (0..n_evaluators).map(|_| 0.5 * normals.next()).collect();
    let frames: Vec<f64> = (0..n_rounds).map(|_| normals.next()).collect();
    let mut severities = Vec::new();
    for evaluator in 0..n_evaluators {
        for round in 0..n_rounds {
            let noise = 0.15 * normals.next();
            if present(evaluator, round) {
                let value =
                    own[evaluator as usize] + frames[round as usize] + moved(evaluator, round) + noise;
                severities.push(Severity { evaluator, round, value, se: 0.15 });
            }
        }
    }
    SeverityTable::new(&severities, n_evaluators as usize, n_rounds as usize).unwrap()
}

fn report(table: &SeverityTable) -> DriftReport {
    drift_report(table, &DriftOptions::default()).unwrap()
}

fn class(report: &DriftReport, evaluator: usize) -> DriftClass {
    report.evaluators[evaluator].class
}

#[test]
fn movements_of_every_kind() {
    let moved = |evaluator: u32, round: u32| match evaluator {
        0 => 0.5 * f64::from(round),
        1 => -0.5 * f64::from(round),
        2 => {
            if round < 3 {
                0.0
            } else {
                1.5
            }
        }
        3 => {
            if round.is_multiple_of(2) {
                -0.8
            } else {
                0.8
            }
        }
        _ => 0.0,
    };
    let report = report(&simulated(3, 20, 6, |_, _| true, moved));
    assert_eq!(report.frame.n_groups(), 1);
    assert!(report.missing.is_empty());
    assert_eq!(class(&report, 0), DriftClass::Harsher);
    assert_eq!(class(&report, 1), DriftClass::MoreLenient);
    assert_eq!(class(&report, 2), DriftClass::Harsher);
    assert_eq!(class(&report, 3), DriftClass::Erratic);
    let false_alarms = (4..20).filter(|evaluator| class(&report, *evaluator) != DriftClass::Stable).count();
    assert!(false_alarms <= 1, "{false_alarms}");
    let shift = report.evaluators[2].change_point.unwrap();
    assert_eq!(shift.round, 3);
    close("shift", shift.shift, 1.5, 0.4);
    assert!(report.evaluators[2].chart.as_ref().unwrap().points.iter().any(|point| point.cusum_signal));
}

#[test]
fn frames_are_taken_off() {
    let moved = |evaluator: u32, round: u32| if evaluator == 0 { 0.7 * f64::from(round) } else { 0.0 };
    let report = report(&simulated(5, 40, 4, |_, _| true, moved));
    let trend = report.evaluators[0].trend.as_ref().unwrap();
    close("slope", trend.slope.value, 0.7, 0.25);
    // Whatever frame a round has, the changes of evaluators who did not move average to nothing.
    let changes = report.evaluators[1..].iter().flat_map(|evaluator| &evaluator.changes);
    let (sum, n) = changes.fold((0.0, 0), |(sum, n), change| (sum + change.change, n + 1));
    assert_eq!(n, 39 * 3);
    close("mean change", sum / f64::from(n), 0.0, 0.05);
}

#[test]
fn rounds_that_are_not_linked_are_not_compared() {
    // Evaluators 0 to 9 score in rounds 0 and 1, the others in rounds 2 and 3.
    let table = simulated(7, 20, 4, |evaluator, round| (evaluator < 10) == (round < 2), |_, _| 0.0);
    let report = report(&table);
    assert_eq!(report.frame.group_of, [0, 0, 1, 1]);
    let missing = MissingLink { rounds: [1, 2], common: 0, to_compare: 2, to_be_strong: 5, unlinked: true };
    assert_eq!(report.missing, [missing]);
    for evaluator in &report.evaluators {
        let within = |rounds: [u32; 2]| rounds == [0, 1] || rounds == [2, 3];
        assert!(evaluator.changes.iter().all(|change| within(change.rounds)));
        assert_eq!((evaluator.severities.len(), evaluator.changes.len()), (2, 1));
    }
}

#[test]
fn a_single_common_evaluator_shows_no_change() {
    let table = simulated(
        7,
        13,
        2,
        |evaluator, round| evaluator == 12 || (evaluator < 6) == (round == 0),
        |_, _| 0.0,
    );
    let report = report(&table);
    assert_eq!(report.frame.n_groups(), 1);
    assert_eq!(report.frame.links[0].strength, LinkStrength::Weak);
    assert!(report.evaluators.iter().all(|evaluator| evaluator.changes.is_empty()));
    let missing = MissingLink { rounds: [0, 1], common: 1, to_compare: 1, to_be_strong: 4, unlinked: false };
    assert_eq!(report.missing, [missing]);
    assert_eq!(class(&report, 0), DriftClass::TooLittleData);
}

#[test]
fn the_names_of_evaluators_do_not_matter() {
    let table = simulated(9, 15, 5, |evaluator, round| (evaluator + round) % 4 != 0, |_, _| 0.0);
    let renamed: Vec<Severity> = (0..15)
        .flat_map(|evaluator| table.of_evaluator(evaluator).copied().collect::<Vec<_>>())
        .map(|severity| Severity { evaluator: 14 - severity.evaluator, ..severity })
        .collect();
    let (first, second) = (report(&table), report(&SeverityTable::new(&renamed, 15, 5).unwrap()));
    for evaluator in 0..15 {
        let (a, b) = (&first.evaluators[evaluator], &second.evaluators[14 - evaluator]);
        assert_eq!(a.class, b.class);
        for (a, b) in a.changes.iter().zip(&b.changes) {
            close("change", b.change, a.change, 1e-12);
            close("p", b.p_adjusted, a.p_adjusted, 1e-10);
        }
    }
}

#[test]
fn false_alarms_stay_rare() {
    let (mut alarms, mut total) = (0, 0);
    for seed in 0..60 {
        // A third of the panel is new in every round.
        let table = simulated(seed, 30, 5, |evaluator, round| (evaluator + 7 * round) % 10 > 2, |_, _| 0.0);
        for evaluator in &report(&table).evaluators {
            total += 1;
            alarms += usize::from(!matches!(evaluator.class, DriftClass::Stable | DriftClass::TooLittleData));
        }
    }
    assert!(total == 1_800 && alarms <= 36, "{alarms} of {total}");
}
