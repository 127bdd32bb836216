//! Clustered means and differences against statsmodels.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Normals, close};
use evenhand_stats::{Estimate, Level, Undefined, clustered_difference, clustered_mean};
use proptest::prelude::*;

const VALUES: [f64; 16] =
    [1.5, -0.5, 0.25, 2.0, 0.75, -1.25, 0.5, 1.0, -0.75, 0.0, 3.0, 1.25, -2.0, 0.5, 0.75, 1.75];
const CLUSTERS: [u32; 16] = [3, 3, 0, 0, 0, 5, 5, 1, 1, 1, 1, 5, 2, 2, 3, 0];
const MATCHED: [bool; 16] = {
    const T: bool = true;
    const F: bool = false;
    [T, F, F, T, F, F, T, T, F, F, T, F, F, F, F, T]
};

#[track_caller]
fn check(found: Estimate, value: f64, se: f64, low: f64, high: f64, n: usize) {
    close("value", found.value, value, 1e-14);
    close("se", found.se.unwrap(), se, 1e-14);
    let interval = found.interval.unwrap();
    close("low", interval.low, low, 1e-12);
    close("high", interval.high, high, 1e-12);
    assert_eq!(found.n, n);
}

// statsmodels 0.15.0: OLS(y, X).fit(cov_type='cluster', cov_kwds={'groups': g}, use_t=True), with X a column of
// ones for the means (of all values, or of one group's) and ones and the indicator for the difference.

#[test]
fn mean_of_statsmodels() {
    let found = clustered_mean(&VALUES, &CLUSTERS, Level::P95).unwrap();
    check(found, 0.546_875, 0.277_191_550_172_548_9, -0.222_732_122_678_761_63, 1.316_482_122_678_762, 16);
}

#[test]
fn difference_of_statsmodels() {
    let found = clustered_difference(&VALUES, &MATCHED, &CLUSTERS, Level::P95).unwrap();
    check(
        found.difference,
        1.725,
        0.362_348_593_175_398_3,
        0.718_959_022_102_858_6,
        2.731_040_977_897_140_7,
        16,
    );
    check(
        found.matched,
        1.625,
        0.278_471_356_330_047_66,
        0.738_779_860_920_097_4,
        2.511_220_139_079_903_4,
        6,
    );
    check(
        found.unmatched,
        -0.1,
        0.214_330_352_493_528_03,
        -0.695_076_458_075_973_5,
        0.495_076_458_075_973_57,
        10,
    );
    assert_eq!(found.n_clusters, 5);
}

#[test]
fn equal_values_have_no_error() {
    let found = clustered_mean(&[0.1; 6], &[0, 0, 1, 1, 2, 2], Level::P95).unwrap();
    assert_eq!(found.se, Some(0.0));
    // No variation, so nothing to measure uncertainty by.
    assert_eq!(found.interval, None);
}

#[test]
fn reasons() {
    assert_eq!(clustered_mean(&[1., 2.], &[0], Level::P95), Err(Undefined::NotComplete));
    assert_eq!(clustered_mean(&[], &[], Level::P95), Err(Undefined::TooFewUnits { needed: 2, found: 0 }));
    assert_eq!(clustered_mean(&[1., 2.], &[7, 7], Level::P95), Err(Undefined::OneCluster));
    assert_eq!(clustered_mean(&[1., f64::NAN], &[0, 1], Level::P95), Err(Undefined::NotFinite));
    let difference = |matched: &[bool], clusters: &[u32]| {
        clustered_difference(&[1., 2., 3., 4.], matched, clusters, Level::P95).unwrap_err()
    };
    assert_eq!(difference(&[true, false], &[0, 1, 2, 3]), Undefined::NotComplete);
    assert_eq!(difference(&[false; 4], &[0, 1, 2, 3]), Undefined::TooFewUnits { needed: 2, found: 0 });
    // All matched values come from one evaluator: there is nothing to measure their variation by.
    assert_eq!(difference(&[true, true, false, false], &[0, 0, 1, 2]), Undefined::OneCluster);
}

#[test]
fn intervals_cover_the_truth() {
    // 2000 replications of 25 clusters of 4 to 12 values with intraclass correlation 0.3.
    let mut normals = Normals::new(7);
    let (mut mean_covered, mut difference_covered) = (0, 0);
    for _ in 0..2000 {
        let (mut values, mut clusters, mut matched) = (Vec::new(), Vec::new(), Vec::new());
        for cluster in 0..25_u32 {
            let shared = 0.3_f64.sqrt() * normals.next();
            for i in 0..4 + cluster % 9 {
                let is_matched = i % 3 == 0;
                let effect = if is_matched { 0.2 } else { 0.0 };
                values.push(shared + effect + 0.7_f64.sqrt() * normals.next());
                clusters.push(cluster);
                matched.push(is_matched);
            }
        }
        let found = clustered_difference(&values, &matched, &clusters, Level::P95).unwrap();
        let covers = |estimate: Estimate, truth| {
            estimate.interval.is_some_and(|ci| ci.low <= truth && truth <= ci.high)
        };
        mean_covered += usize::from(covers(found.unmatched, 0.0));
        difference_covered += usize::from(covers(found.difference, 0.2));
    }
    println!("coverage of 2000: mean {mean_covered}, difference {difference_covered}");
    assert!((1840..=1960).contains(&mean_covered) && (1840..=1960).contains(&difference_covered));
}

proptest! {
    #[test]
    fn order_and_codes_do_not_matter(
        rows in prop::collection::vec((-5.0..5.0f64, 0u32..4), 6..40), spread in 1u32..900_000_000,
    ) {
        let (values, clusters): (Vec<f64>, Vec<u32>) = rows.iter().copied().unzip();
        let found = clustered_mean(&values, &clusters, Level::P95);
        let reversed: (Vec<f64>, Vec<u32>) = rows.iter().rev().map(|(v, c)| (*v, c * spread)).unzip();
        let other = clustered_mean(&reversed.0, &reversed.1, Level::P95);
        match (found, other) {
            (Ok(a), Ok(b)) => prop_assert!((a.se.unwrap() - b.se.unwrap()).abs() < 1e-12),
            (a, b) => prop_assert_eq!(a, b),
        }
    }

    #[test]
    fn any_values_give_a_mean_or_a_reason(
        rows in prop::collection::vec((prop::num::f64::ANY, prop::num::u32::ANY, prop::bool::ANY), 0..10),
    ) {
        let values: Vec<f64> = rows.iter().map(|row| row.0).collect();
        let clusters: Vec<u32> = rows.iter().map(|row| row.1).collect();
        let matched: Vec<bool> = rows.iter().map(|row| row.2).collect();
        if let Ok(found) = clustered_difference(&values, &matched, &clusters, Level::P95) {
            prop_assert!(found.difference.value.is_finite() && found.difference.se.is_some_and(f64::is_finite));
        }
    }
}

/// Statsmodels 0.14: `OLS(y ~ x + C(g))`, the coefficient of x, is the mean of within-cluster differences weighted by
/// `n1 n0 / n`; here by hand: clusters 0 and 1 differ by 1 and 3, cluster 2 has one kind only.
#[test]
fn the_difference_within_clusters_ignores_the_level_of_a_cluster() {
    let values = [10.0, 9.0, 5.0, 2.0, 100.0, 100.0];
    let matched = [true, false, true, false, true, true];
    let clusters = [0, 0, 1, 1, 2, 2];
    let within =
        evenhand_stats::clustered_within_difference(&values, &matched, &clusters, Level::P95).unwrap();
    assert!((within.difference.value - 2.0).abs() < 1e-12);
    assert_eq!(within.n_clusters, 2);
    // Scores per cluster: x = ±1/2, residual differences −1 and +1, so u = ∓1/2; se = sqrt(2 · 2 · 1/4) / 1.
    assert!((within.difference.se.unwrap() - 1.0).abs() < 1e-12);
}
