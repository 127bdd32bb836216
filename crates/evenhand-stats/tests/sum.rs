//! Sums, means and variances.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use evenhand_stats::{mean, sum, variance};
use proptest::prelude::*;

#[test]
fn sums_are_compensated() {
    // Neumaier (1974): the classical example that Kahan's summation gets wrong.
    assert_eq!(sum(&[1.0, 1e100, 1.0, -1e100]), 2.0);
    assert_eq!(sum(&[0.1; 10]), 1.0);
    assert_eq!(sum(&[]), 0.0);
    assert_eq!(sum(&[f64::INFINITY, 1.0]), f64::INFINITY);
}

#[test]
fn moments() {
    // NIST StRD NumAcc3 in small: mean 1000000.2, SD 0.1, offsets that break the one-pass formula.
    let values: Vec<f64> = (0..1001)
        .map(|i| [1_000_000.2, 1_000_000.1, 1_000_000.3][if i == 0 { 0 } else { 1 + i % 2 }])
        .collect();
    assert!((mean(&values).unwrap() - 1_000_000.2).abs() < 1e-9);
    assert!((variance(&values).unwrap().sqrt() - 0.1).abs() < 1e-9);
    assert_eq!(variance(&[0.1; 7]), Some(0.0));
    assert_eq!((mean(&[]), variance(&[1.0])), (None, None));
    assert_eq!((mean(&[f64::NAN]), variance(&[1.0, f64::INFINITY])), (None, None));
}

proptest! {
    #[test]
    fn order_hardly_matters(mut values in prop::collection::vec(-1e6..1e6f64, 1..200)) {
        let before = sum(&values);
        values.reverse();
        prop_assert!((before - sum(&values)).abs() <= 1e-15 * values.iter().map(|v| v.abs()).sum::<f64>());
    }
}
