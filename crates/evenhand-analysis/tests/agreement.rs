//! Agreement from tables, against Shrout & Fleiss (1979), and its typed reasons.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, evaluators};
use evenhand_protocol::{Agreement, Method, Outcome, Reason};
use support::{Row, all, table};

/// Shrout & Fleiss 1979, table 2: six targets, four judges.
const SHROUT_FLEISS: [[f64; 4]; 6] = [
    [9.0, 2.0, 5.0, 8.0],
    [6.0, 1.0, 3.0, 2.0],
    [8.0, 4.0, 6.0, 8.0],
    [7.0, 1.0, 2.0, 6.0],
    [10.0, 5.0, 6.0, 9.0],
    [6.0, 2.0, 4.0, 7.0],
];

fn shrout_fleiss(round: u32) -> Vec<Row> {
    let row = |provider: usize, evaluator: usize, score: f64| Row {
        round,
        provider: provider as u32,
        indicator: 0,
        evaluator: evaluator as u32,
        score,
    };
    let scores = SHROUT_FLEISS.iter().enumerate();
    scores.flat_map(|(p, line)| line.iter().enumerate().map(move |(e, &score)| row(p, e, score))).collect()
}

#[track_caller]
fn agreement_of(rows: &[Row]) -> Outcome<Agreement> {
    let table = table(rows, 0.0, 10.0);
    evaluators(&Design::new(&all(&table)).unwrap()).agreement
}

#[track_caller]
fn check(estimate: &evenhand_protocol::Estimate, value: f64, low: f64, high: f64) {
    let interval = estimate.interval.unwrap();
    for (found, expected) in [(estimate.value, value), (interval.low, low), (interval.high, high)] {
        assert!((found - expected).abs() < 5e-7, "found {found}, expected {expected}");
    }
}

#[test]
fn six_coefficients_of_shrout_and_fleiss() {
    let Outcome::Known(agreement) = agreement_of(&shrout_fleiss(0)) else { panic!("no agreement") };
    check(&agreement.icc_1, 0.165742, -0.132932, 0.722560);
    check(&agreement.icc_a_1, 0.289764, 0.018787, 0.761084);
    check(&agreement.icc_c_1, 0.714841, 0.342465, 0.945858);
    check(&agreement.icc_1_k, 0.442797, -0.884442, 0.912415);
    check(&agreement.icc_a_k, 0.620051, 0.071137, 0.927232);
    check(&agreement.icc_c_k, 0.909316, 0.675675, 0.985892);
    assert_eq!((agreement.k, agreement.n_panels, agreement.n_units, agreement.n_units_all), (4.0, 1, 6, 6));
}

#[test]
fn an_incomplete_panel_is_used_and_the_method_says_so() {
    let Outcome::Known(complete) = agreement_of(&shrout_fleiss(0)) else { panic!("no agreement") };
    assert_eq!(complete.icc_a_1.method, Method::IccAnova);
    // R 4.2.2, lme4 1.1-31, lmer(y ~ 1 + (1|unit) + (1|evaluator)) on the table with five holes: units,
    // judges, residual; and lmer(y ~ 1 + (1|unit)): units, residual.
    let (u, v, e) = (2.198053621, 5.903268782, 0.513903649);
    let (u1, e1) = (0.5159451752, 6.2815076303);
    let holes = [(0, 2), (1, 3), (3, 0), (3, 1), (5, 1)];
    let mut rows = shrout_fleiss(0);
    rows.retain(|row| !holes.contains(&(row.provider, row.evaluator)));
    let Outcome::Known(agreement) = agreement_of(&rows) else { panic!("no agreement") };
    // Panels of 3, 3, 4, 2, 4 and 3.
    let k = 6.0 / (3.0 / 3.0 + 2.0 / 4.0 + 1.0 / 2.0);
    let cases = [
        (&agreement.icc_1, u1 / (u1 + e1)),
        (&agreement.icc_a_1, u / (u + v + e)),
        (&agreement.icc_c_1, u / (u + e)),
        (&agreement.icc_1_k, u1 / (u1 + e1 / k)),
        (&agreement.icc_a_k, u / (u + (v + e) / k)),
        (&agreement.icc_c_k, u / (u + e / k)),
    ];
    for (estimate, value) in cases {
        assert!((estimate.value - value).abs() < 1e-6, "{} against {value}", estimate.value);
        let interval = estimate.interval.unwrap();
        assert!(0.0 <= interval.low && interval.low < value && value < interval.high && interval.high <= 1.0);
        assert_eq!((estimate.method, estimate.n), (Method::IccReml, 6));
    }
    assert!((agreement.k - k).abs() < 1e-12);
    assert_eq!((agreement.n_units, agreement.n_units_all), (6, 6));
}

/// One missing sheet must not turn the difference between two rounds into agreement.
#[test]
fn rounds_of_different_levels_are_not_taken_for_agreement() {
    let second = shrout_fleiss(1).into_iter().map(|row| Row { score: row.score + 60.0, ..row });
    let mut rows: Vec<Row> = shrout_fleiss(0).into_iter().chain(second).collect();
    let table = table(&rows, 0.0, 100.0);
    let complete = evaluators_answer(&table).known().unwrap().icc_a_1.value;
    rows.retain(|row| (row.round, row.provider, row.evaluator) != (1, 2, 3));
    let table = support::table(&rows, 0.0, 100.0);
    let answer = evaluators_answer(&table);
    let incomplete = &answer.known().unwrap().icc_a_1;
    assert_eq!(incomplete.method, Method::IccReml);
    assert!((incomplete.value - complete).abs() < 0.1, "{} against {complete}", incomplete.value);
}

fn width(agreement: &Agreement) -> f64 {
    let interval = agreement.icc_c_1.interval.unwrap();
    interval.high - interval.low
}

#[test]
fn the_same_panel_again_is_not_more_evidence_and_another_panel_is() {
    let known = |rows: &[Row]| match agreement_of(rows) {
        Outcome::Known(agreement) => agreement,
        Outcome::Undefined(reason) => panic!("{reason:?}"),
    };
    let one = known(&shrout_fleiss(0));
    let again = known(&[shrout_fleiss(0), shrout_fleiss(1)].concat());
    let others = shrout_fleiss(1).into_iter().map(|row| Row {
        provider: row.provider + 6,
        evaluator: row.evaluator + 4,
        ..row
    });
    let other = known(&shrout_fleiss(0).into_iter().chain(others).collect::<Vec<_>>());
    for agreement in [&again, &other] {
        assert!((one.icc_c_1.value - agreement.icc_c_1.value).abs() < 1e-12);
        assert_eq!((agreement.n_panels, agreement.n_units), (2, 12));
    }
    assert!((width(&again) - width(&one)).abs() < 1e-9);
    assert!(width(&other) < 0.8 * width(&one));
}

/// Five evaluators score the same twelve providers in eight rounds; the truth is 4 / (4 + 1 + 4).
#[test]
fn intervals_over_rounds_cover_although_everybody_comes_back() {
    let mut seed = 11u64;
    let mut normal = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let uniform = ((seed >> 11) as f64 + 0.5) / (1u64 << 53) as f64;
        evenhand_stats::Normal.quantile(uniform).unwrap()
    };
    let (mut covered, n) = (0, 300);
    for _ in 0..n {
        let providers: Vec<f64> = (0..12).map(|_| 2.0 * normal()).collect();
        let evaluators: Vec<f64> = (0..5).map(|_| normal()).collect();
        let mut rows = Vec::new();
        for round in 0..8 {
            for (provider, level) in providers.iter().enumerate() {
                for (evaluator, severity) in evaluators.iter().enumerate() {
                    let score = 50.0 + level - severity + 2.0 * normal();
                    let (provider, evaluator) = (provider as u32, evaluator as u32);
                    rows.push(Row { round, provider, indicator: 0, evaluator, score });
                }
            }
        }
        let table = table(&rows, 0.0, 100.0);
        let answer = evaluators_answer(&table);
        let interval = answer.known().unwrap().icc_a_1.interval.unwrap();
        covered += usize::from(interval.low <= 4.0 / 9.0 && 4.0 / 9.0 <= interval.high);
    }
    assert!(covered * 100 >= 93 * n, "{covered} of {n}");
}

fn evaluators_answer(table: &evenhand_table::ScoreTable) -> Outcome<Agreement> {
    evaluators(&Design::new(&all(table)).unwrap()).agreement
}

#[test]
fn reasons() {
    let lone: Vec<Row> = shrout_fleiss(0).into_iter().filter(|row| row.evaluator == 0).collect();
    assert_eq!(agreement_of(&lone), Outcome::Undefined(Reason::OneEvaluator));
    let equal: Vec<Row> = shrout_fleiss(0).into_iter().map(|row| Row { score: 5.0, ..row }).collect();
    assert_eq!(agreement_of(&equal), Outcome::Undefined(Reason::NoVariance));
    // Everybody scored one provider, so that evaluators and their errors cannot be told apart.
    let strangers: Vec<Row> = (0..8)
        .map(|seat| Row {
            round: 0,
            provider: seat / 2,
            indicator: 0,
            evaluator: seat,
            score: f64::from(seat * seat % 7),
        })
        .collect();
    assert_eq!(agreement_of(&strangers), Outcome::Undefined(Reason::NotLinked));
}
