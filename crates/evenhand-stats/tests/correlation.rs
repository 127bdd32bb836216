//! Pearson's correlation against scipy.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{Level, Undefined, pearson, pearson_estimate};
use proptest::prelude::*;

const X: [f64; 16] =
    [1.5, -0.5, 0.25, 2.0, 0.75, -1.25, 0.5, 1.0, -0.75, 0.0, 3.0, 1.25, -2.0, 0.5, 0.75, 1.75];
const Y: [f64; 16] =
    [2.0, 2.25, 1.75, 1.5, -0.5, 2.75, 4.5, 1.25, -0.75, 1.0, 1.5, 1.75, 1.0, 4.0, 2.75, -2.0];

#[test]
fn scipy() {
    // scipy 1.17.1: stats.pearsonr(x, y).statistic and .confidence_interval(0.95).
    let found = pearson_estimate(&X, &Y, Level::P95).unwrap();
    close("r", found.value, -0.086_360_646_510_446_84, 1e-15);
    let interval = found.interval.unwrap();
    close("low", interval.low, -0.558_170_992_750_026_6, 1e-14);
    close("high", interval.high, 0.427_652_232_819_606_1, 1e-14);
    assert_eq!(found.n, 16);
}

#[test]
fn reasons() {
    assert_eq!(pearson(&[1., 2., 3.], &[1., 2.]), Err(Undefined::NotComplete));
    assert_eq!(pearson(&[1., 2.], &[1., 2.]), Err(Undefined::TooFewUnits { needed: 3, found: 2 }));
    assert_eq!(pearson(&[1., 2., f64::NAN], &[1., 2., 3.]), Err(Undefined::NotFinite));
    assert_eq!(pearson(&[0.1; 4], &[1., 2., 3., 4.]), Err(Undefined::NoVariance));
    assert_eq!(pearson(&[0.0; 4], &[1., 2., 3., 4.]), Err(Undefined::NoVariance));
    // A line has r = 1 and no interval; three pairs have r and no interval.
    let line = pearson_estimate(&[1., 2., 3., 4.], &[2., 4., 6., 8.], Level::P95).unwrap();
    close("line", line.value, 1.0, 1e-15);
    assert_eq!(pearson_estimate(&[1., 2., 3.], &[1., 3., 2.], Level::P95).unwrap().interval, None);
}

#[test]
fn extreme_magnitudes_do_not_overflow() {
    close("large", pearson(&[1e300, -1e300, 5e299], &[1., 0., 0.75]).unwrap(), 1.0, 1e-15);
    close("small", pearson(&[1e-300, -1e-300, 5e-301], &[1., 0., 0.75]).unwrap(), 1.0, 1e-15);
}

proptest! {
    #[test]
    fn symmetric_and_bounded(pairs in prop::collection::vec((-9.0..9.0f64, -9.0..9.0f64), 3..40)) {
        let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let r = pearson(&x, &y).unwrap();
        prop_assert!((-1.0..=1.0).contains(&r));
        prop_assert_eq!(r, pearson(&y, &x).unwrap());
        let moved: Vec<f64> = x.iter().map(|x| 4.0 - 3.0 * x).collect();
        prop_assert!((r + pearson(&moved, &y).unwrap()).abs() < 1e-9);
    }

    #[test]
    fn any_values_give_a_correlation_or_a_reason(
        pairs in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY), 0..8),
    ) {
        let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        if let Ok(r) = pearson(&x, &y) {
            prop_assert!((-1.0..=1.0).contains(&r));
        }
    }
}
