//! Krippendorff's alpha against published and computed figures, and its invariances.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::tables::Triples;
use common::{Normals, close};
use evenhand_stats::{
    Block, Level, Metric, Ratings, Resampling, Undefined, krippendorff_alpha, mean_squares,
};
use proptest::prelude::*;

const METRICS: [Metric; 4] = [Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio];

fn value(triples: &Triples, metric: Metric) -> f64 {
    krippendorff_alpha(&triples.ratings(), metric, None, Level::P95).unwrap().alpha.value
}

/// The first table is that of Krippendorff (2011), who prints .743, .815, .849 and .797. All values:
/// Python krippendorff 0.9.0, alpha(reliability_data=..., level_of_measurement=...).
const ALPHAS: [(&str, [f64; 4]); 4] = [
    ("krippendorff", [0.743421052631579, 0.8153875037548814, 0.8491071428571428, 0.7974027747116121]),
    ("anxiety", [-0.023725212464589474, 0.22838694529232206, 0.17009860788863107, 0.14180134056187188]),
    ("shrout_fleiss", [-0.0648148148148151, 0.10905941323897961, 0.14730785039046446, 0.08195127861375728]),
    ("fleiss", [0.21557405653322692, 0.5407502747568197, 0.5437397490856346, 0.4526247420432411]),
];

#[test]
fn reference_values() {
    for (table, alphas) in ALPHAS {
        for (metric, alpha) in METRICS.into_iter().zip(alphas) {
            close(&format!("{table} {metric:?}"), value(&Triples::named(table), metric), alpha, 1e-12);
        }
    }
}

#[test]
fn parts_of_the_published_table() {
    // Krippendorff (2011), section C: 40 pairable values, one unit with a single value.
    let found =
        krippendorff_alpha(&Triples::named("krippendorff").ratings(), Metric::Nominal, None, Level::P95)
            .unwrap();
    assert_eq!((found.n_ratings, found.n_single, found.alpha.n), (40, 1, 11));
    close("one minus the ratio", 1.0 - found.observed / found.expected, found.alpha.value, 1e-15);
}

#[test]
fn ratio_of_many_values_by_quadrature_agrees_with_all_pairs() {
    let mut random = Normals::new(3);
    let mut triples = Triples::default();
    for unit in 0..1_500 {
        let level = (3.0 * random.next()).exp();
        for evaluator in 0..2 {
            // Two zeros among them, which have no logarithm.
            let value = if unit == 7 { 0.0 } else { level * (0.5 * random.next()).exp() };
            triples.push(unit, evaluator, value);
        }
    }
    let square = |a: f64, b: f64| if a == b { 0.0 } else { ((a - b) / (a + b)).powi(2) };
    let all = &triples.values;
    let n = all.len() as f64;
    let expected: f64 = all.iter().map(|a| all.iter().map(|b| square(*a, *b)).sum::<f64>()).sum();
    let within: f64 = all.chunks(2).map(|pair| 2.0 * square(pair[0], pair[1])).sum();
    close("alpha", value(&triples, Metric::Ratio), 1.0 - (n - 1.0) * within / expected, 1e-12);
}

#[test]
fn interval_of_the_published_table() {
    let ratings = Triples::named("krippendorff").ratings().units().count();
    assert_eq!(ratings, 12);
    for metric in METRICS {
        let triples = Triples::named("anxiety");
        let run = |seed| {
            let resampling = Some(Resampling::new(500, seed).unwrap());
            krippendorff_alpha(&triples.ratings(), metric, resampling, Level::P95).unwrap().alpha
        };
        let (first, again, other) = (run(1), run(1), run(2));
        assert_eq!(first, again, "the same seed gives the same bits");
        let (a, b) = (first.interval.unwrap(), other.interval.unwrap());
        assert!(a.low < first.value && first.value < a.high && a.high <= 1.0, "{metric:?} {a:?}");
        assert_ne!(a, b);
        close("seeds agree", a.low, b.low, 0.06);
    }
}

#[test]
fn standard_error_is_the_spread_over_samples() {
    // The infinitesimal jackknife against the standard deviation over simulated samples with the same two evaluators.
    for metric in METRICS {
        let mut random = Normals::new(11);
        let (mut values, mut errors) = (Vec::new(), Vec::new());
        for _ in 0..400 {
            let mut triples = Triples::default();
            for unit in 0..80 {
                let level = 6.0 + random.next();
                for evaluator in 0..3 {
                    triples.push(unit, evaluator, (level + 0.7 * random.next()).round().max(0.0));
                }
            }
            let found = krippendorff_alpha(&triples.ratings(), metric, None, Level::P95).unwrap().alpha;
            values.push(found.value);
            errors.push(found.se.unwrap());
        }
        let spread = evenhand_stats::variance(&values).unwrap().sqrt();
        let typical = evenhand_stats::mean(&errors).unwrap();
        close(&format!("{metric:?}"), typical / spread, 1.0, 0.12);
    }
}

#[test]
fn a_million_distinct_values() {
    let n = 500_000;
    let mut random = Normals::new(1);
    let values: Vec<f64> = (0..n)
        .flat_map(|_| {
            let level = random.uniform();
            [level, level + 0.2 * random.uniform()]
        })
        .collect();
    let ratings = Ratings::complete(&values, n, 2).unwrap();
    for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
        let found = krippendorff_alpha(&ratings, metric, None, Level::P95).unwrap();
        assert_eq!(found.n_ratings, 1_000_000);
    }
}

#[test]
fn missing_at_random_does_not_move_alpha() {
    let mut random = Normals::new(5);
    let (mut complete, mut thinned) = (Vec::new(), Vec::new());
    for _ in 0..200 {
        let (mut all, mut some) = (Triples::default(), Triples::default());
        for unit in 0..60 {
            let level = random.next();
            for evaluator in 0..4 {
                let score = level + 0.8 * random.next();
                all.push(unit, evaluator, score);
                if random.uniform() > 0.4 {
                    some.push(unit, evaluator, score);
                }
            }
        }
        complete.push(value(&all, Metric::Interval));
        thinned.push(value(&some, Metric::Interval));
    }
    let mean = |values: &[f64]| evenhand_stats::mean(values).unwrap();
    // The true value is 1 / 1.64.
    close("complete", mean(&complete), 1.0 / 1.64, 0.015);
    close("thinned", mean(&thinned), mean(&complete), 0.012);
}

#[test]
fn reasons() {
    let alpha = |units: &[u32], evaluators: &[u32], values: &[f64], metric| {
        krippendorff_alpha(&Ratings::new(units, evaluators, values).unwrap(), metric, None, Level::P95)
    };
    assert_eq!(alpha(&[0, 1], &[0, 0], &[1., 2.], Metric::Nominal).unwrap_err(), Undefined::OneEvaluator);
    assert_eq!(alpha(&[0, 0], &[0, 1], &[2., 2.], Metric::Nominal).unwrap_err(), Undefined::NoVariance);
    assert_eq!(alpha(&[0, 0], &[0, 1], &[-2., 2.], Metric::Ratio).unwrap_err(), Undefined::Negative);
    assert_eq!(
        alpha(&[0, 0], &[0, 1], &[-1e200, 1e200], Metric::Interval).unwrap_err(),
        Undefined::NotFinite
    );
    assert_eq!(Ratings::new(&[0, 0], &[1, 1], &[2., 2.]).unwrap_err(), Undefined::Duplicate);
    assert_eq!(Ratings::new(&[0, 0], &[1], &[2., 2.]).unwrap_err(), Undefined::NotComplete);
    assert_eq!(Ratings::new(&[0], &[1], &[f64::NAN]).unwrap_err(), Undefined::NotFinite);
    assert_eq!(Ratings::new(&[], &[], &[]).unwrap_err(), Undefined::TooFewUnits { needed: 1, found: 0 });
    assert_eq!(Resampling::new(99, 1).unwrap_err(), Undefined::InvalidParameter);
}

#[test]
fn perfect_agreement_has_no_interval() {
    let triples = Triples::complete(&[1., 1., 2., 2., 5., 5.], 2);
    for metric in METRICS {
        let found =
            krippendorff_alpha(&triples.ratings(), metric, Some(Resampling::default()), Level::P95).unwrap();
        assert_eq!((found.alpha.value, found.alpha.interval), (1.0, None));
    }
}

/// Incomplete tables of whole numbers.
fn tables() -> impl Strategy<Value = Triples> {
    prop::collection::vec((0_u32..8, 0_u32..5, 0_u8..5), 6..40).prop_filter_map("no pair", |mut rows| {
        rows.sort_by_key(|row| (row.0, row.1));
        rows.dedup_by_key(|row| (row.0, row.1));
        let mut triples = Triples::default();
        for (unit, evaluator, value) in rows {
            triples.push(unit as usize, evaluator as usize, f64::from(value));
        }
        let fine = krippendorff_alpha(&triples.ratings(), Metric::Nominal, None, Level::P95).is_ok();
        fine.then_some(triples)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn order_of_rows_and_names_change_nothing(table in tables(), shift in 1_usize..20) {
        let n = table.values.len();
        let mut other = Triples::default();
        for row in (0..n).map(|row| (row + shift) % n) {
            // Evaluators renamed in reverse order.
            other.push(table.units[row] as usize, 9 - table.evaluators[row] as usize, table.values[row]);
        }
        for metric in METRICS {
            prop_assert!((value(&table, metric) - value(&other, metric)).abs() < 1e-12);
        }
    }

    #[test]
    fn rescaling(table in tables(), slope in 0.1_f64..50.0, offset in -100.0_f64..100.0) {
        let mut other = table.clone();
        other.values = table.values.iter().map(|value| slope * value + offset).collect();
        for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
            prop_assert!((value(&table, metric) - value(&other, metric)).abs() < 1e-9);
        }
        other.values = table.values.iter().map(|value| slope * value).collect();
        prop_assert!((value(&table, Metric::Ratio) - value(&other, Metric::Ratio)).abs() < 1e-9);
    }

    #[test]
    fn interval_alpha_of_complete_data_is_its_analysis_of_variance(
        scores in prop::collection::vec(-5.0_f64..5.0, 12)
    ) {
        // With n units of k scores, observed disagreement is 2 MSW and expected 2 SST / (nk - 1).
        let found = value(&Triples::complete(&scores, 3), Metric::Interval);
        let ms = mean_squares(&Block { scores: &scores, n_units: 4, k: 3 }).unwrap();
        let total = (3.0 * ms.between_units + 8.0 * ms.within) / 11.0;
        prop_assert!((found - (1.0 - ms.within / total)).abs() < 1e-9);
    }
}
