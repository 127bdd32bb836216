//! Differences of means against scipy, and permutation within blocks against exact enumeration.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{
    Level, PermutedUnit, Undefined, Variances, clustered_within_difference, mean_difference,
    within_permutation,
};

/// Student (1908), additional hours of sleep gained by two drugs; R's `sleep`.
const FIRST: [f64; 10] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const SECOND: [f64; 10] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

// scipy 1.17.1: ttest_ind(first, second, equal_var=...) with .confidence_interval(0.95).
#[test]
fn sleep_of_student() {
    let cases = [
        (
            Variances::Pooled,
            18.0,
            0.079_186_714_215_938_22,
            [-3.363_874_032_287_598_4, 0.203_874_032_287_599_15],
        ),
        (
            Variances::Separate,
            17.776_473_516_178_488,
            0.079_394_140_187_358_3,
            [-3.365_483_230_711_710_4, 0.205_483_230_711_711_37],
        ),
    ];
    for (variances, df, p, [low, high]) in cases {
        let found = mean_difference(&FIRST, &SECOND, variances, Level::P95).unwrap();
        close("difference", found.difference.value, -1.58, 1e-14);
        close("df", found.df, df, 1e-13);
        close("p", found.p, p, 1e-12);
        let interval = found.difference.interval.unwrap();
        close("low", interval.low, low, 1e-12);
        close("high", interval.high, high, 1e-12);
        assert_eq!((found.first.n, found.second.n, found.difference.n), (10, 10, 20));
    }
}

#[test]
fn one_value_is_enough_where_variances_are_pooled() {
    // scipy 1.17.1: ttest_ind([2.5], [0.1, 0.4, -0.3, 0.2], equal_var=True).
    let found = mean_difference(&[2.5], &[0.1, 0.4, -0.3, 0.2], Variances::Pooled, Level::P95).unwrap();
    close("p", found.p, 0.005_325_121_814_308_505, 1e-12);
    let interval = found.difference.interval.unwrap();
    close("low", interval.low, 1.352_528_686_477_998, 1e-12);
    close("high", interval.high, 3.447_471_313_522_002, 1e-12);
    let separate = mean_difference(&[2.5], &[0.1, 0.4], Variances::Separate, Level::P95);
    assert_eq!(separate.unwrap_err(), Undefined::TooFewUnits { needed: 2, found: 1 });
    let nothing = mean_difference(&[], &[0.1, 0.4, 0.5], Variances::Pooled, Level::P95);
    assert_eq!(nothing.unwrap_err(), Undefined::TooFewUnits { needed: 1, found: 0 });
    let constant = mean_difference(&[1.0, 1.0], &[2.0, 2.0], Variances::Pooled, Level::P95);
    assert_eq!(constant.unwrap_err(), Undefined::NoVariance);
    let infinite = mean_difference(&[1.0, f64::INFINITY], &[2.0, 3.0], Variances::Pooled, Level::P95);
    assert_eq!(infinite.unwrap_err(), Undefined::NotFinite);
}

fn units(block: u32, matched: &[f64], others: &[f64]) -> Vec<PermutedUnit> {
    let unit =
        |is_matched: bool| move |sum: &f64| PermutedUnit { block, matched: is_matched, sum: *sum, n: 1.0 };
    matched.iter().map(unit(true)).chain(others.iter().map(unit(false))).collect()
}

#[test]
fn one_block_is_the_permutation_test_of_two_groups() {
    // scipy 1.17.1: permutation_test of the absolute difference of means, alternative="greater", n_resamples=inf: exact
    // p 0.017857142857142856 = 1 / 56.
    let units = units(3, &[1.2, 0.8, 1.5], &[0.1, -0.4, 0.3, 0.2, 0.6]);
    let found = within_permutation(&units, 100_000, 1).unwrap();
    close("difference", found.difference, 1.006_666_666_666_666_8, 1e-14);
    // Three standard errors of so many draws.
    assert!((found.p - 1.0 / 56.0).abs() < 3.0 * (0.0179 * 0.9821 / 1e5_f64).sqrt(), "{}", found.p);
    // The same seed, the same draws.
    assert_eq!(within_permutation(&units, 100_000, 1).unwrap(), found);
}

#[test]
fn the_difference_is_that_of_single_values_within_clusters() {
    let values = [1.5, -0.5, 0.25, 2.0, 0.75, -1.25, 0.5, 1.0, -0.75, 0.0, 3.0, 1.25];
    let clusters = [3, 3, 0, 0, 0, 5, 5, 5, 5, 3, 0, 0];
    let matched = [true, false, false, true, false, false, true, true, false, false, true, true];
    let within = clustered_within_difference(&values, &matched, &clusters, Level::P95).unwrap();
    let mut units: Vec<PermutedUnit> = Vec::new();
    for ((value, block), matched) in values.iter().zip(clusters).zip(matched) {
        match units.iter_mut().find(|unit| (unit.block, unit.matched) == (block, matched)) {
            Some(unit) => {
                unit.sum += value;
                unit.n += 1.0;
            }
            None => units.push(PermutedUnit { block, matched, sum: *value, n: 1.0 }),
        }
    }
    let found = within_permutation(&units, 99, 7).unwrap();
    close("difference", found.difference, within.difference.value, 1e-13);
    assert!(found.p >= 0.01);
}

#[test]
fn without_an_effect_one_test_in_twenty_is_below_five_per_cent() {
    let mut random = evenhand_stats::Random::new(11);
    let mut small = 0;
    for seed in 0..400 {
        let mut all = Vec::new();
        for block in 0..6 {
            let lenient = random.normal();
            let values: Vec<f64> = (0..8).map(|_| lenient + random.normal()).collect();
            all.extend(units(block, &values[..2], &values[2..]));
        }
        small += usize::from(within_permutation(&all, 199, seed).unwrap().p < 0.05);
    }
    // 20 expected, standard deviation 4.4.
    assert!((8..=32).contains(&small), "{small} of 400");
}

#[test]
fn what_cannot_be_permuted_says_why() {
    let alone = units(0, &[1.0, 2.0], &[]);
    assert!(matches!(within_permutation(&alone, 99, 1).unwrap_err(), Undefined::TooFewUnits { .. }));
    let good = units(0, &[1.0], &[2.0]);
    assert_eq!(within_permutation(&good, 0, 1).unwrap_err(), Undefined::InvalidParameter);
    let empty = [PermutedUnit { block: 0, matched: true, sum: 0.0, n: 0.0 }];
    assert_eq!(within_permutation(&empty, 9, 1).unwrap_err(), Undefined::InvalidParameter);
}
