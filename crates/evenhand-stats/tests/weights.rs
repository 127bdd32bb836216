//! Composites and ranks under other weights.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use evenhand_stats::{RankStability, StabilityDraws, Undefined, weighted_composite, weighted_error_variance};

/// All draws, some at a time as the page takes them, and what they say of the highest unit.
fn stability(
    means: &[&[Option<f64>]],
    weights: &[f64],
    concentration: f64,
) -> Result<Vec<RankStability>, Undefined> {
    let mut draws = StabilityDraws::new(means, weights, concentration)?;
    while draws.advance(64) {}
    Ok(draws.summary(1))
}

#[test]
fn a_composite_is_over_what_was_scored() {
    let means = [Some(80.0), None, Some(50.0)];
    assert_eq!(weighted_composite(&means, &[1.0, 5.0, 2.0]), Some(60.0));
    assert_eq!(weighted_composite(&means, &[0.0, 5.0, 0.0]), None);
}

#[test]
fn the_error_of_a_composite_is_that_of_a_weighted_sum() {
    // Independent errors of variance 4 with equal weights: 4 / 2. Fully correlated ones: 4.
    let near = |found: Option<f64>, expected: f64| (found.unwrap() - expected).abs() < 1e-12;
    assert!(near(weighted_error_variance(&[4.0, 0.0, 0.0, 4.0], &[3.0, 3.0]), 2.0));
    assert!(near(weighted_error_variance(&[4.0, 4.0, 4.0, 4.0], &[1.0, 9.0]), 4.0));
    assert_eq!(weighted_error_variance(&[4.0], &[1.0, 1.0]), None);
}

#[test]
fn two_units_that_win_on_one_indicator_each() {
    // The first is ahead where its indicator has more than half of the weight. Under a symmetric Dirichlet that is half
    // of the draws; with shares .75 and .25 and a concentration of 8 the weight is Beta(6, 2), above 1/2 with the
    // probability 15/16 = 0.9375 (R: 1 - pbeta(0.5, 6, 2)).
    let rows: [&[Option<f64>]; 2] = [&[Some(90.0), Some(50.0)], &[Some(50.0), Some(90.0)]];
    let even = stability(&rows, &[1.0, 1.0], 8.0).unwrap();
    assert!((even[0].among_highest - 0.5).abs() < 0.04, "{}", even[0].among_highest);
    assert_eq!((even[0].low, even[0].high), (1, 2));
    let uneven = stability(&rows, &[3.0, 1.0], 8.0).unwrap();
    assert!((uneven[0].among_highest - 0.9375).abs() < 0.02, "{}", uneven[0].among_highest);
    assert!((uneven[0].among_highest + uneven[1].among_highest - 1.0).abs() < 1e-12);
}

#[test]
fn a_unit_that_is_best_in_everything_stays_first() {
    let rows: [&[Option<f64>]; 3] = [&[Some(90.0), Some(91.0)], &[Some(80.0), Some(10.0)], &[None, None]];
    let found = stability(&rows, &[1.0, 2.0], 3.0).unwrap();
    assert_eq!((found[0].low, found[0].high, found[0].among_highest), (1, 1, 1.0));
    assert_eq!((found[2].low, found[2].high), (3, 3));
    // The same every time, and however many draws are taken at a time.
    let mut at_once = StabilityDraws::new(&rows, &[1.0, 2.0], 3.0).unwrap();
    while at_once.advance(usize::MAX) {}
    assert_eq!(found, at_once.summary(1));
    assert_eq!(found, stability(&rows, &[1.0, 2.0], 3.0).unwrap());
}

#[test]
fn what_has_no_weights_is_refused() {
    let rows: [&[Option<f64>]; 1] = [&[Some(1.0)]];
    assert_eq!(stability(&rows, &[0.0], 3.0), Err(Undefined::TooFewIndicators { found: 0 }));
    assert_eq!(stability(&rows, &[1.0, 1.0], 3.0), Err(Undefined::NotComplete));
    assert_eq!(stability(&rows, &[1.0], 0.0), Err(Undefined::InvalidParameter));
    assert!(stability(&[], &[1.0], 3.0).is_err());
}
