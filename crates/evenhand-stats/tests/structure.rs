//! Dimensions, redundancy and effective weights against R.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::tables::{ATTITUDE, THURSTONE, correlation_matrix};
use common::{Normals, close};
use evenhand_stats::{
    Correlations, ItemTable, Level, Missing, Resampling, Undefined, effective_weights, parallel_analysis,
    redundant_pairs,
};

fn attitude() -> ItemTable<'static> {
    ItemTable::new(&ATTITUDE, 30, 7, Missing::Listwise).unwrap()
}

#[test]
fn eigenvalues_against_noise() {
    // R 4.2.2: eigen(cor(attitude)); means and 95% quantiles of the eigenvalues of 20,000 correlation matrices of
    // 30 by 7 normal numbers. psych 2.2.9, fa.parallel(attitude, fa = "pc", quant = .95), finds one component.
    let observed =
        [3.7163757506, 1.1409218852, 0.8471915456, 0.6128696602, 0.3236728095, 0.2185305938, 0.1404377551];
    let means = [1.7581, 1.4083, 1.1565, 0.9475, 0.7582, 0.5767, 0.3946];
    let quantiles = [2.0565, 1.6000, 1.3071, 1.0767, 0.8917, 0.7162, 0.5344];
    let correlations = Correlations::of(&attitude()).unwrap();
    let found = parallel_analysis(&correlations, 30, Resampling::new(4_000, 1).unwrap()).unwrap();
    for (i, dimension) in found.dimensions.iter().enumerate() {
        close("eigenvalue", dimension.eigenvalue, observed[i], 1e-10);
        close("mean", dimension.noise_mean, means[i], 0.008);
        close("quantile", dimension.noise_p95, quantiles[i], 0.02);
    }
    assert_eq!(found.n_dimensions, 1);
    assert_eq!(found, parallel_analysis(&correlations, 30, Resampling::new(4_000, 1).unwrap()).unwrap());
}

#[test]
fn two_separate_dimensions_are_two() {
    let upper: Vec<f64> =
        (0..6).flat_map(|i| (i + 1..6).map(move |j| if i / 3 == j / 3 { 0.6 } else { 0.0 })).collect();
    let correlations = Correlations::from_matrix(6, &correlation_matrix(6, &upper)).unwrap();
    let found = parallel_analysis(&correlations, 100, Resampling::default()).unwrap();
    assert_eq!(found.n_dimensions, 2);
    let thurstone = Correlations::from_matrix(9, &correlation_matrix(9, &THURSTONE)).unwrap();
    let total: f64 = parallel_analysis(&thurstone, 213, Resampling::default())
        .unwrap()
        .dimensions
        .iter()
        .map(|d| d.eigenvalue)
        .sum();
    close("trace", total, 9.0, 1e-12);
}

#[test]
fn redundant() {
    // R 4.2.2, cor.test(attitude$rating, attitude$complaints): .8254, 95% (.6620127699, .9139138914).
    let found = redundant_pairs(&attitude(), 0.65, Level::P95).unwrap();
    assert_eq!((found[0].first, found[0].second, found[0].certain, found[0].correlation.n), (0, 1, true, 30));
    let interval = found[0].correlation.interval.unwrap();
    close("low", interval.low, 0.6620127699, 5e-11);
    close("high", interval.high, 0.9139138914, 5e-11);
    assert!(found.windows(2).all(|pair| pair[0].correlation.value >= pair[1].correlation.value));
    assert!(!redundant_pairs(&attitude(), 0.7, Level::P95).unwrap()[0].certain);
    assert!(redundant_pairs(&attitude(), 0.9, Level::P95).unwrap().is_empty());
    assert_eq!(redundant_pairs(&attitude(), 1.5, Level::P95).unwrap_err(), Undefined::InvalidParameter);
}

#[test]
fn effective_weights_of_attitude() {
    // R 4.2.2: w * (C %*% w) / (w' C w) with C = cov(attitude).
    let expected = [
        0.10866828390,
        0.26321541718,
        0.09118266427,
        0.10417718039,
        0.32155224423,
        0.04483073475,
        0.06637347527,
    ];
    let found = effective_weights(&attitude(), &[1., 2., 1., 1., 3., 1., 1.], Level::P95).unwrap();
    for (found, expected) in found.iter().zip(expected) {
        close("share", found.effective.value, expected, 5e-12);
    }
    close("nominal", found[4].nominal, 0.3, 1e-15);
    close("sum", found.iter().map(|weight| weight.effective.value).sum(), 1.0, 1e-12);
}

#[test]
fn the_error_of_an_effective_weight_is_its_spread_over_samples() {
    let mut random = Normals::new(4);
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for _ in 0..300 {
        let mut scores = Vec::new();
        for _ in 0..100 {
            let level = random.next();
            scores.extend([level + random.next(), 0.5 * level + random.next(), 2.0 * random.next()]);
        }
        let table = ItemTable::new(&scores, 100, 3, Missing::Listwise).unwrap();
        let found = effective_weights(&table, &[1., 1., 1.], Level::P95).unwrap()[0].effective;
        values.push(found.value);
        errors.push(found.se.unwrap());
    }
    let spread = evenhand_stats::variance(&values).unwrap().sqrt();
    close("ratio", evenhand_stats::mean(&errors).unwrap() / spread, 1.0, 0.1);
}

#[test]
fn reasons() {
    let weights = |weights: &[f64]| effective_weights(&attitude(), weights, Level::P95).unwrap_err();
    assert_eq!(weights(&[1., 2.]), Undefined::NotComplete);
    assert_eq!(weights(&[0.; 7]), Undefined::InvalidParameter);
    assert_eq!(weights(&[1., 1., 1., 1., 1., 1., -1.]), Undefined::InvalidParameter);
    let opposite = ItemTable::new(&[1., 3., 2., 2., 3., 1.], 3, 2, Missing::Listwise).unwrap();
    assert_eq!(effective_weights(&opposite, &[1., 1.], Level::P95).unwrap_err(), Undefined::NoVariance);
    let correlations = Correlations::of(&attitude()).unwrap();
    assert_eq!(
        parallel_analysis(&correlations, 7, Resampling::default()).unwrap_err(),
        Undefined::TooFewUnits { needed: 8, found: 7 }
    );
}
