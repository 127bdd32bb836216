//! Benchmark scales against the figures of irrCAC.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{BenchmarkScale, Estimate, Grade, Interval, Undefined, benchmark};

fn estimate(value: f64, se: f64) -> Estimate {
    Estimate { value, se: Some(se), interval: None, n: 30 }
}

/// Estimate, standard error, scale, cumulative probabilities, level of the estimate, level reached.
type Case = (f64, f64, BenchmarkScale, &'static [f64], Grade, Grade);

#[test]
fn membership() {
    // Python irrCAC 0.4.4, Benchmark(coeff, se).altman(), .fleiss(), .landis_koch(): CumProb, to five digits.
    let cases: [Case; 4] = [
        (
            0.67,
            0.15,
            BenchmarkScale::Altman,
            &[0.18168, 0.67511, 0.96356, 0.99912, 1.0],
            Grade::Good,
            Grade::Moderate,
        ),
        (
            0.45,
            0.1,
            BenchmarkScale::Altman,
            &[0.00023, 0.06681, 0.69146, 0.99379, 1.0],
            Grade::Moderate,
            Grade::Fair,
        ),
        (0.45, 0.1, BenchmarkScale::Fleiss, &[0.00135, 0.69146, 1.0], Grade::IntermediateToGood, Grade::Poor),
        (
            0.45,
            0.1,
            BenchmarkScale::LandisKoch,
            &[0.00023, 0.06681, 0.69146, 0.99379, 1.0, 1.0],
            Grade::Moderate,
            Grade::Fair,
        ),
    ];
    for (value, se, scale, cumulative, of_estimate, reached) in cases {
        let found = benchmark(&estimate(value, se), scale).unwrap();
        for (found, expected) in found.cumulative.iter().zip(cumulative) {
            close("probability", *found, *expected, 5.1e-6);
        }
        assert_eq!((found.of_estimate.grade, found.reached.grade), (of_estimate, reached));
        assert_eq!(found.cumulative.len(), cumulative.len());
    }
}

#[test]
fn an_interval_serves_where_there_is_no_standard_error() {
    // By hand: the lower side has (0.8 - 0.6) / 1.96 = 0.102 as its standard error, so .75 is exceeded with
    // probability Phi(0.05 / 0.102) = 0.688 but for the cut at 1, which the upper side of 0.051 reaches at 3.92 errors.
    let interval = Interval { low: 0.6, high: 0.9, level: 0.95 };
    let icc = Estimate { value: 0.8, se: None, interval: Some(interval), n: 30 };
    let found = benchmark(&icc, BenchmarkScale::KooLi).unwrap();
    close("good", found.cumulative[1], 0.688, 5e-4);
    assert_eq!((found.of_estimate.grade, found.reached.grade), (Grade::Good, Grade::Moderate));
}

#[test]
fn scales_descend_to_minus_one() {
    use BenchmarkScale::{Altman, Cicchetti, Fleiss, GeorgeMallery, KooLi, LandisKoch};
    for scale in [Altman, Cicchetti, Fleiss, GeorgeMallery, KooLi, LandisKoch] {
        let levels = scale.levels();
        assert!(levels.windows(2).all(|pair| pair[0].from > pair[1].from));
        assert_eq!(levels.last().unwrap().from, -1.0);
        assert_eq!(scale.level_of(-3.0), *levels.last().unwrap());
        assert_eq!(scale.level_of(1.0), levels[0]);
    }
    // Cicchetti (1994): .60 to .74 is good; George & Mallery (2003): .7 and above is acceptable; Koo & Li (2016): .5.
    assert_eq!(Cicchetti.level_of(0.74).grade, Grade::Good);
    assert_eq!(GeorgeMallery.level_of(0.7).grade, Grade::Acceptable);
    assert_eq!(KooLi.level_of(0.499).grade, Grade::Poor);
}

#[test]
fn reasons() {
    let run = |value, se| benchmark(&Estimate { value, se, interval: None, n: 3 }, BenchmarkScale::Fleiss);
    assert_eq!(run(1.0, None).unwrap_err(), Undefined::NoVariance);
    assert_eq!(run(1.0, Some(0.0)).unwrap_err(), Undefined::NoVariance);
    assert_eq!(run(f64::NAN, Some(0.1)).unwrap_err(), Undefined::NotFinite);
    assert_eq!(run(1.1, Some(0.1)).unwrap_err(), Undefined::InvalidParameter);
    assert_eq!(run(-900.0, Some(0.1)).unwrap().reached.grade, Grade::Poor);
}
