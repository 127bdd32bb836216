//! Cronbach's alpha against the figures of R for its data set `attitude`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{Level, Undefined, cronbach_alpha};
use proptest::prelude::*;

/// R's data set `attitude` (Chatterjee & Price 1977): rating, complaints, privileges, learning, raises, critical,
/// advance; 30 departments.
#[rustfmt::skip]
const ATTITUDE: [f64; 210] = [
    43., 51., 30., 39., 61., 92., 45.,  63., 64., 51., 54., 63., 73., 47.,  71., 70., 68., 69., 76., 86., 48.,
    61., 63., 45., 47., 54., 84., 35.,  81., 78., 56., 66., 71., 83., 47.,  43., 55., 49., 44., 54., 49., 34.,
    58., 67., 42., 56., 66., 68., 35.,  71., 75., 50., 55., 70., 66., 41.,  72., 82., 72., 67., 71., 83., 31.,
    67., 61., 45., 47., 62., 80., 41.,  64., 53., 53., 58., 58., 67., 34.,  67., 60., 47., 39., 59., 74., 41.,
    69., 62., 57., 42., 55., 63., 25.,  68., 83., 83., 45., 59., 77., 35.,  77., 77., 54., 72., 79., 77., 46.,
    81., 90., 50., 72., 60., 54., 36.,  74., 85., 64., 69., 79., 79., 63.,  65., 60., 65., 75., 55., 80., 60.,
    65., 70., 46., 57., 75., 85., 46.,  50., 58., 68., 54., 64., 78., 52.,  50., 40., 33., 34., 43., 64., 33.,
    64., 61., 52., 62., 66., 80., 41.,  53., 66., 52., 50., 63., 80., 37.,  40., 37., 42., 58., 50., 57., 49.,
    63., 54., 42., 48., 66., 75., 33.,  66., 77., 66., 63., 88., 76., 72.,  78., 75., 58., 74., 80., 78., 49.,
    48., 57., 44., 45., 51., 83., 38.,  85., 85., 71., 71., 77., 74., 55.,  82., 82., 39., 59., 64., 78., 39.,
];

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
