//! Links, trends, change points and control charts of severity.
//!
//! Figures of metafor are printed by `tests/reference/drift_cases.R` (R 4.2.2, metafor 3.8-1 of Debian 12).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{
    ControlLimits, Level, LinkOptions, LinkStrength, Resampling, Severity, SeverityTable, Undefined,
    change_point, control_chart, link_rounds, severity_trend,
};

fn series(values: &[f64], errors: &[f64], rounds: &[u32]) -> Vec<Severity> {
    let severity = |((value, se), round): ((&f64, &f64), &u32)| Severity {
        evaluator: 0,
        round: *round,
        value: *value,
        se: *se,
    };
    values.iter().zip(errors).zip(rounds).map(severity).collect()
}

/// Rows of `(evaluator, round, value, se)`.
fn table(rows: &[(u32, u32, f64, f64)], n_evaluators: usize, n_rounds: usize) -> SeverityTable {
    let severities: Vec<Severity> =
        rows.iter().map(|&(evaluator, round, value, se)| Severity { evaluator, round, value, se }).collect();
    SeverityTable::new(&severities, n_evaluators, n_rounds).unwrap()
}

#[test]
fn a_trend_with_instability() {
    // rma(yi, sei = , mods = ~round, method = "DL", test = "z").
    let unstable = series(
        &[-0.42, 0.31, -0.05, 0.58, 0.11, 0.95],
        &[0.12, 0.15, 0.11, 0.2, 0.14, 0.16],
        &[0, 1, 2, 3, 4, 5],
    );
    let trend = severity_trend(&unstable, Level::P95).unwrap();
    close("slope", trend.slope.value, 0.196_146_613_409, 1e-11);
    close("se", trend.slope.se.unwrap(), 0.080_117_274_554_3, 1e-11);
    close("p", trend.p, 0.014_355_451_898_2, 1e-11);
    close("tau2", trend.instability.variance, 0.092_029_268_348_5, 1e-11);
    close("Q", trend.instability.q, 22.372_607_810_9, 1e-9);
    close("p of Q", trend.instability.p, 0.000_168_935_898_296, 1e-13);
}

#[test]
fn a_trend_without_instability() {
    let stable = series(&[0.1, 0.22, 0.35, 0.4], &[0.2, 0.15, 0.25, 0.2], &[0, 1, 2, 4]);
    let trend = severity_trend(&stable, Level::P95).unwrap();
    close("slope", trend.slope.value, 0.072_566_607_46, 1e-10);
    close("se", trend.slope.se.unwrap(), 0.066_436_844_835_4, 1e-11);
    close("p", trend.p, 0.274_716_856_924, 1e-10);
    assert_eq!((trend.instability.variance, trend.instability.df), (0.0, 2.0));
    close("Q", trend.instability.q, 0.131_314_387_211, 1e-10);
    close("p of Q", trend.instability.p, 0.936_451_830_949, 1e-10);
    assert_eq!(severity_trend(&stable[..2], Level::P95), Err(Undefined::TooFewUnits { needed: 3, found: 2 }));
}

fn seven_common() -> SeverityTable {
    let first = [-0.35, 0.1, 0.42, -0.6, 0.2, 0.05, 0.3];
    let second = [-0.1, 0.41, 0.55, -0.28, 0.52, 1.6, 0.49];
    let errors = [[0.11, 0.12, 0.1, 0.14, 0.13, 0.12, 0.15], [0.12, 0.11, 0.13, 0.12, 0.14, 0.13, 0.12]];
    let rows: Vec<(u32, u32, f64, f64)> = (0..7)
        .flat_map(|e| [(e as u32, 0, first[e], errors[0][e]), (e as u32, 1, second[e], errors[1][e])])
        .collect();
    table(&rows, 8, 3)
}

#[test]
fn a_link_without_the_evaluator_who_moved() {
    // rma(yi, vi, method = "FE") without the sixth evaluator.
    let link = link_rounds(&seven_common(), [0, 1], &LinkOptions::default()).unwrap();
    assert_eq!(
        (link.kept.as_slice(), link.dropped.as_slice()),
        ([0, 1, 2, 3, 4, 6].as_slice(), [5].as_slice())
    );
    close("link", link.shift, 0.250_782_474_775, 1e-11);
    close("se", link.se, 0.071_327_526_172_9, 1e-11);
    assert_eq!(link.strength, LinkStrength::Strong);
    let back = link_rounds(&seven_common(), [1, 0], &LinkOptions::default()).unwrap();
    close("the other way", back.shift, -link.shift, 1e-14);
}

#[test]
fn links_that_are_weak_or_missing() {
    let options = LinkOptions::default();
    let weak = LinkOptions { least_common: 7, ..options };
    assert_eq!(link_rounds(&seven_common(), [0, 1], &weak).unwrap().strength, LinkStrength::Weak);
    assert_eq!(link_rounds(&seven_common(), [0, 2], &options), Err(Undefined::NotLinked));
    assert_eq!(link_rounds(&seven_common(), [0, 3], &options), Err(Undefined::NotComplete));
    assert_eq!(link_rounds(&seven_common(), [1, 1], &options), Err(Undefined::NotComplete));
    let invalid = LinkOptions { purification: 0.0, ..options };
    assert_eq!(link_rounds(&seven_common(), [0, 1], &invalid), Err(Undefined::InvalidParameter));
}

#[test]
fn tables_that_are_refused() {
    let severity = Severity { evaluator: 0, round: 0, value: 0.1, se: 0.2 };
    let refused = |severities: &[Severity]| SeverityTable::new(severities, 1, 1).err();
    assert_eq!(refused(&[severity]), None);
    assert_eq!(refused(&[severity, severity]), Some(Undefined::Duplicate));
    assert_eq!(refused(&[Severity { round: 1, ..severity }]), Some(Undefined::NotComplete));
    assert_eq!(refused(&[Severity { value: f64::NAN, ..severity }]), Some(Undefined::NotFinite));
    assert_eq!(refused(&[Severity { se: 0.0, ..severity }]), Some(Undefined::NoVariance));
}

/// Montgomery (2013), Introduction to Statistical Quality Control, table 9.1: 30 observations, the last ten from a process
/// that has shifted from 10 to 11, with standard deviation 1.
const MONTGOMERY: [f64; 30] = [
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37,
    10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
];

#[test]
fn cumulative_sums_of_the_textbook() {
    // Table 9.2: target 10, K = 0.5, H = 5.
    let rounds: Vec<u32> = (1..=30).collect();
    let limits = ControlLimits { decision: 5.0, ..ControlLimits::default() };
    let chart = control_chart(&series(&MONTGOMERY, &[1.0; 30], &rounds), Some(10.0), &limits).unwrap();
    let harsher = [(4, 1.16), (5, 2.82), (6, 2.50), (7, 0.04), (28, 4.47), (29, 5.28), (30, 5.30)];
    for (round, expected) in harsher {
        close("upper sum", chart.points[round - 1].cusum_harsher, expected, 1e-9);
    }
    for (round, expected) in [(1, 0.05), (2, 1.56), (3, 1.77), (4, 0.0), (7, 1.46)] {
        close("lower sum", chart.points[round - 1].cusum_lenient, expected, 1e-9);
    }
    let first = chart.points.iter().find(|point| point.cusum_signal).unwrap();
    assert_eq!(first.round, 29);
}

#[test]
fn moving_average_of_the_textbook() {
    // Table 9.10: the same observations with lambda = 0.10 and L = 2.7.
    let rounds: Vec<u32> = (1..=30).collect();
    let limits = ControlLimits { lambda: 0.1, ..ControlLimits::default() };
    let chart = control_chart(&series(&MONTGOMERY, &[1.0; 30], &rounds), Some(10.0), &limits).unwrap();
    for (round, expected) in [(1, 9.945), (2, 9.7495), (3, 9.703_55), (28, 10.5731), (30, 10.6341)] {
        close("average", chart.points[round - 1].ewma, expected, 5.1e-5);
    }
    close("first limit", chart.points[0].high, 10.27, 5e-3);
    close("second limit", chart.points[1].low, 9.64, 5e-3);
    close("last limit", chart.points[29].high, 10.62, 5e-3);
}

#[test]
fn control_charts_that_cannot_be_drawn() {
    let one = series(&[0.5], &[0.1], &[0]);
    let limits = ControlLimits::default();
    assert_eq!(control_chart(&[], None, &limits), Err(Undefined::TooFewUnits { needed: 1, found: 0 }));
    let invalid = ControlLimits { lambda: 1.5, ..limits };
    assert_eq!(control_chart(&one, None, &invalid), Err(Undefined::InvalidParameter));
    assert_eq!(control_chart(&one, Some(f64::INFINITY), &limits), Err(Undefined::InvalidParameter));
    assert_eq!(control_chart(&one, None, &limits).unwrap().target, 0.5);
}

#[test]
fn a_shift_in_six_rounds_is_as_rare_as_its_order() {
    // Of the 720 orders of six severities only those with the same three before and after are as sharp: 2 x 3! x 3!.
    let shifted = series(&[0.0, 0.01, 0.02, 1.0, 1.01, 1.02], &[0.1; 6], &[3, 4, 5, 6, 7, 9]);
    let found = change_point(&shifted, Resampling::default()).unwrap();
    assert_eq!(found.round, 6);
    close("shift", found.shift, 1.0, 1e-12);
    close("se", found.se, 0.1 * (2.0_f64 / 3.0).sqrt(), 1e-12);
    close("p", found.p, 72.0 / 720.0, 1e-12);
}

#[test]
fn a_shift_in_many_rounds_is_tested_by_drawn_orders() {
    let rounds: Vec<u32> = (0..12).collect();
    let values: Vec<f64> =
        rounds.iter().map(|r| if *r < 7 { 0.0 } else { 0.8 } + 0.02 * f64::from(r % 3)).collect();
    let shifted = series(&values, &[0.1; 12], &rounds);
    let found = change_point(&shifted, Resampling::new(999, 4).unwrap()).unwrap();
    assert_eq!(found.round, 7);
    // 12! / (7! 5!) = 792 splits, of which this is the sharpest.
    assert!(found.p >= 1.0 / 1_000.0 && found.p < 0.01, "{}", found.p);
    let again = change_point(&shifted, Resampling::new(999, 4).unwrap()).unwrap();
    assert_eq!(found, again);
    assert_eq!(
        change_point(&shifted[..2], Resampling::default()),
        Err(Undefined::TooFewUnits { needed: 3, found: 2 })
    );
}
