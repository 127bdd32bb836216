//! Adjusted p-values against statsmodels.

use evenhand_stats::benjamini_hochberg;
use proptest::prelude::*;

#[test]
fn statsmodels() {
    // statsmodels 0.15.0: multipletests(p, method='fdr_bh')[1], which equals R's p.adjust(p, "BH").
    let p = [0.01, 0.8, 0.003, 0.04, 0.04, 0.2, 0.0005, 0.6, 0.9, 0.049];
    let expected = [
        0.033_333_333_333_333_33,
        0.888_888_888_888_888,
        0.015,
        0.08,
        0.08,
        0.285_714_285_714_285_75,
        0.005,
        0.749_999_999_999_999_9,
        0.9,
        0.081_666_666_666_666_68,
    ];
    for (found, expected) in benjamini_hochberg(&p).into_iter().zip(expected) {
        assert!((found - expected).abs() < 1e-14, "found {found}, expected {expected}");
    }
}

#[test]
fn what_is_no_probability_counts_as_one() {
    assert_eq!(benjamini_hochberg(&[]), Vec::<f64>::new());
    assert_eq!(benjamini_hochberg(&[f64::NAN, 0.02, -1.0, 2.0]), [1.0, 0.08, 1.0, 1.0]);
}

proptest! {
    #[test]
    fn adjusted_values_keep_the_order(p in prop::collection::vec(0.0..=1.0f64, 1..50)) {
        let adjusted = benjamini_hochberg(&p);
        for (i, a) in p.iter().enumerate() {
            prop_assert!(adjusted[i] >= *a * (1.0 - 1e-15) && adjusted[i] <= 1.0);
            for (j, b) in p.iter().enumerate() {
                prop_assert!(a > b || adjusted[i] <= adjusted[j]);
            }
        }
    }
}
