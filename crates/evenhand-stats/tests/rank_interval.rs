//! Rank intervals: by hand and by simulation.

mod common;

use common::Normals;
use evenhand_stats::{Level, RankInterval, rank_intervals};
use proptest::prelude::*;

#[test]
fn by_hand() {
    // Four units, all standard errors 1, normal: the critical value at 95% over 3 comparisons is 2.394
    // (Mogstad et al. 2024 count, for each unit, those significantly above and below).
    let found = rank_intervals(&[10.0, 8.0, 7.0, 2.0], |_, _| 1.0, f64::INFINITY, Level::P95);
    let expected = [(1.0, 1, 2), (2.0, 1, 3), (3.0, 2, 3), (4.0, 4, 4)];
    for (found, (rank, low, high)) in found.into_iter().zip(expected) {
        assert_eq!(found, RankInterval { rank, low, high });
    }
}

#[test]
fn ties_share_their_rank() {
    let found = rank_intervals(&[5.0, 7.0, 5.0, 1.0], |_, _| 1e-9, 10.0, Level::P95);
    assert_eq!(found.iter().map(|unit| unit.rank).collect::<Vec<f64>>(), [2.5, 1.0, 2.5, 4.0]);
    // With hardly any error, only the tie is undecided.
    assert_eq!(
        found.iter().map(|unit| (unit.low, unit.high)).collect::<Vec<_>>(),
        [(2, 3), (1, 1), (2, 3), (4, 4)]
    );
}

#[test]
fn what_cannot_be_told_apart_stays_open() {
    for (se, df) in
        [(f64::NAN, 10.0), (0.0, 10.0), (-1.0, 10.0), (f64::INFINITY, 10.0), (0.1, f64::NAN), (0.1, 0.0)]
    {
        let found = rank_intervals(&[1.0, 100.0, 50.0], |_, _| se, df, Level::P95);
        assert!(found.iter().all(|unit| (unit.low, unit.high) == (1, 3)), "se {se}, df {df}");
    }
    assert_eq!(rank_intervals(&[], |_, _| 1.0, 5.0, Level::P95), []);
    assert_eq!(
        rank_intervals(&[3.0], |_, _| 1.0, 5.0, Level::P95),
        [RankInterval { rank: 1.0, low: 1, high: 1 }]
    );
}

#[test]
fn sets_cover_the_true_rank() {
    // 2000 replications of 12 units with true values 0, 0.4, 0.8 ... and errors of standard deviations 0.3 to 1.
    let n = 12;
    let mut normals = Normals::new(11);
    let sd = |i: usize| 0.3 + 0.7 * (i % 4) as f64 / 3.0;
    let mut covered = vec![0; n];
    for _ in 0..2000 {
        let values: Vec<f64> = (0..n).map(|i| 0.4 * i as f64 + sd(i) * normals.next()).collect();
        let se = |i: usize, j: usize| (sd(i) * sd(i) + sd(j) * sd(j)).sqrt();
        for (i, unit) in rank_intervals(&values, se, f64::INFINITY, Level::P95).iter().enumerate() {
            covered[i] += usize::from(unit.low <= n - i && n - i <= unit.high);
        }
    }
    println!("coverage of 2000 by unit: {covered:?}");
    assert!(covered.iter().all(|count| *count >= 1900));
}

proptest! {
    #[test]
    fn sets_hold_the_rank(values in prop::collection::vec(-5.0..5.0f64, 1..20), se in 0.0..3.0f64, df in 1.0..50.0f64) {
        for unit in rank_intervals(&values, |_, _| se, df, Level::P95) {
            prop_assert!(1 <= unit.low && unit.high <= values.len());
            prop_assert!(unit.low as f64 <= unit.rank && unit.rank <= unit.high as f64);
        }
    }

    #[test]
    fn any_values_are_ranked(values in prop::collection::vec(prop::num::f64::ANY, 0..9), se in prop::num::f64::ANY) {
        let found = rank_intervals(&values, |_, _| se, 5.0, Level::P95);
        prop_assert!(found.iter().all(|unit| unit.rank.is_finite() && unit.low <= unit.high));
    }
}
