//! Cronbach's alpha against the figures of R for its data set `attitude`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use common::tables::ATTITUDE;
use evenhand_stats::{Level, Undefined, cronbach_alpha};
use proptest::prelude::*;

#[test]
fn attitude() {
    // R package psych, alpha(attitude): the Feldt interval is that of its `feldt` element.
    let found = cronbach_alpha(&ATTITUDE, 30, 7, Level::P95).unwrap();
    close("alpha", found.alpha.value, 0.843_142_769_6, 5e-11);
    close("standardised", found.standardised.unwrap(), 0.839_083_8, 5e-8);
    let interval = found.alpha.interval.unwrap();
    close("low", interval.low, 0.73938, 5e-6);
    close("high", interval.high, 0.91577, 5e-6);
    assert_eq!((found.n_units, found.n_indicators, found.alpha.n), (30, 7, 30));
    let deleted = [0.8098, 0.7969, 0.8278, 0.8030, 0.7954, 0.8639, 0.8405];
    let rest = [0.6713, 0.7421, 0.5607, 0.7144, 0.7863, 0.2650, 0.4608];
    // R's summary(attitude).
    let means = [64.63, 66.60, 53.13, 56.37, 64.63, 74.77, 42.93];
    for (i, item) in found.items.iter().enumerate() {
        close("alpha if deleted", item.alpha_if_deleted.unwrap(), deleted[i], 5e-5);
        let correlation = item.item_rest.unwrap();
        close("item-rest", correlation.value, rest[i], 5e-5);
        assert!(correlation.interval.is_some_and(|ci| ci.low < rest[i] && rest[i] < ci.high));
        close("mean", item.mean, means[i], 5e-3);
    }
}

#[test]
fn sem_is_on_the_scale_of_the_mean() {
    // By hand: totals 3 7 11, means 1.5 3.5 5.5 with SD 2; alpha 1 as the two columns move together.
    let parallel = cronbach_alpha(&[1., 2., 3., 4., 5., 6.], 3, 2, Level::P95).unwrap();
    assert_eq!((parallel.alpha.value, parallel.sem, parallel.alpha.interval), (1.0, 0.0, None));
    // By hand: columns 1 2 3 and 2 1 3; variances 1 and 1, total 3 3 6 with variance 3, alpha 2 (1 - 2/3) = 2/3,
    // SD of the mean sqrt(3)/2.
    let found = cronbach_alpha(&[1., 2., 2., 1., 3., 3.], 3, 2, Level::P95).unwrap();
    close("alpha", found.alpha.value, 2.0 / 3.0, 1e-15);
    close("sem", found.sem, 0.75_f64.sqrt() * (1.0_f64 / 3.0).sqrt(), 1e-15);
    assert_eq!(found.items[0].alpha_if_deleted, Err(Undefined::TooFewIndicators { found: 1 }));
}

#[test]
fn alpha_can_be_negative() {
    // By hand: columns 1 2 3 4 and 4 3 1 2; variances 5/3 twice, totals 5 5 4 6 with variance 2/3, alpha -8.
    let found = cronbach_alpha(&[1., 4., 2., 3., 3., 1., 4., 2.], 4, 2, Level::P95).unwrap();
    close("alpha", found.alpha.value, -8.0, 1e-12);
    assert!(found.alpha.interval.is_some_and(|ci| ci.low < -8.0 && -8.0 < ci.high));
}

#[test]
fn reasons() {
    let reason = |scores: &[f64], n, k| cronbach_alpha(scores, n, k, Level::P95).unwrap_err();
    assert_eq!(reason(&[1., 2., 3.], 2, 2), Undefined::NotComplete);
    assert_eq!(reason(&[1., 2.], 2, 1), Undefined::TooFewIndicators { found: 1 });
    assert_eq!(reason(&[1., 2.], 1, 2), Undefined::TooFewUnits { needed: 2, found: 1 });
    assert_eq!(reason(&[1., f64::INFINITY, 1., 2.], 2, 2), Undefined::NotFinite);
    assert_eq!(reason(&[0.1, 0.7, 0.7, 0.1, 0.3, 0.5], 3, 2), Undefined::NoVariance);
    // One constant indicator leaves alpha defined, but not its own correlation.
    let found = cronbach_alpha(&[1., 2., 5., 2., 3., 5., 3., 3., 5., 4., 6., 5.], 4, 3, Level::P95).unwrap();
    assert_eq!(found.standardised, Err(Undefined::NoVariance));
    assert_eq!(found.items[2].item_rest, Err(Undefined::NoVariance));
    assert!(found.items[0].item_rest.is_ok());
}

proptest! {
    #[test]
    fn order_and_scale_do_not_matter(
        scores in prop::collection::vec(0.0..10.0f64, 24), factor in 0.1..10.0f64, shift in -9.0..9.0f64,
    ) {
        let found = cronbach_alpha(&scores, 6, 4, Level::P95).unwrap();
        let mut moved: Vec<f64> = scores.iter().map(|score| factor * score + shift).collect();
        moved.rotate_left(8);
        let other = cronbach_alpha(&moved, 6, 4, Level::P95).unwrap();
        let (a, b) = (found.alpha.value, other.alpha.value);
        prop_assert!((a - b).abs() <= 1e-8 * a.abs().max(1.0));
        prop_assert!((found.sem * factor - other.sem).abs() <= 1e-8 * other.sem.max(1.0));
    }

    #[test]
    fn any_scores_give_values_or_reasons(
        scores in prop::collection::vec(prop::num::f64::ANY, 0..24), n in 0usize..6, k in 0usize..6,
    ) {
        if let Ok(found) = cronbach_alpha(&scores, n, k, Level::P95) {
            prop_assert!(found.alpha.value.is_finite() && found.sem.is_finite());
        }
    }
}
