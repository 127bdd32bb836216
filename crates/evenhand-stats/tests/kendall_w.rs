//! Kendall's W against published figures and R's Friedman test.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::tables::Triples;
use common::{Normals, close};
use evenhand_stats::{KendallW, Level, Resampling, Undefined, kendall_w};

fn w(triples: &Triples) -> KendallW {
    kendall_w(&triples.ratings(), None, Level::P95).unwrap()
}

#[test]
fn anxiety() {
    // R package irr, kendall(anxiety): uncorrected .501921 (28.6095), kendall(anxiety, TRUE): .539657 (30.7604), df 19;
    // to more digits from R 4.2.2, friedman.test(t(anxiety)), whose statistic is m (n - 1) W.
    let found = w(&Triples::named("anxiety"));
    close("uncorrected", found.uncorrected, 0.501921, 5e-7);
    close("its chi-squared", 57.0 * found.uncorrected, 28.6095, 5e-5);
    close("W", found.w.value, 0.539656875954, 1e-12);
    close("chi-squared", found.chi_squared, 30.7604419294, 1e-10);
    close("p", found.p, 0.0428834731269, 1e-12);
    assert_eq!((found.df, found.n_evaluators, found.w.n, found.n_dropped), (19, 3, 20, 0));
}

#[test]
fn shrout_fleiss() {
    // R 4.2.2, friedman.test(t(x)).
    let found = w(&Triples::named("shrout_fleiss"));
    close("W", found.w.value, 0.887037037037, 1e-12);
    close("chi-squared", found.chi_squared, 17.7407407407, 1e-10);
    close("p", found.p, 0.00328950924368, 1e-13);
}

#[test]
fn incomplete_units_are_dropped_and_counted() {
    // The units of Krippendorff's table that all four observers scored are 2 to 9.
    let found = w(&Triples::named("krippendorff"));
    assert_eq!((found.w.n, found.n_dropped, found.df), (8, 4, 7));
    assert_eq!(found.w.interval, None);
}

#[test]
fn interval() {
    let triples = Triples::named("anxiety");
    let run = || kendall_w(&triples.ratings(), Some(Resampling::default()), Level::P95).unwrap().w;
    let (first, again) = (run(), run());
    assert_eq!(first, again);
    let interval = first.interval.unwrap();
    assert!(0.3 < interval.low && interval.low < first.value, "{interval:?}");
    assert!(first.value < interval.high && interval.high < 0.9, "{interval:?}");
}

#[test]
fn interval_covers_the_value_of_the_population() {
    // Standard normal scores with correlation .5: Spearman's rho is 6/pi asin(.25), and W = ((m - 1) rho + 1) / m.
    let rho = 6.0 / std::f64::consts::PI * 0.25_f64.asin();
    let truth = (2.0 * rho + 1.0) / 3.0;
    let mut random = Normals::new(2);
    let mut covered = 0;
    for _ in 0..200 {
        let mut triples = Triples::default();
        for unit in 0..50 {
            let level = random.next();
            for evaluator in 0..3 {
                triples.push(unit, evaluator, level + random.next());
            }
        }
        let resampling = Some(Resampling::new(300, 5).unwrap());
        let found = kendall_w(&triples.ratings(), resampling, Level::P95).unwrap().w.interval.unwrap();
        covered += usize::from(found.low <= truth && truth <= found.high);
    }
    // 190 expected, standard deviation 3.
    assert!((180..=198).contains(&covered), "{covered} of 200");
}

#[test]
fn reasons() {
    let run = |scores: &[f64], k| kendall_w(&Triples::complete(scores, k).ratings(), None, Level::P95);
    assert_eq!(run(&[1., 2., 3.], 1).unwrap_err(), Undefined::OneEvaluator);
    assert_eq!(run(&[1., 2., 3., 4.], 2).unwrap_err(), Undefined::TooFewUnits { needed: 3, found: 2 });
    assert_eq!(run(&[1., 2., 1., 2., 1., 2.], 2).unwrap_err(), Undefined::NoVariance);
    assert_eq!(run(&[1., 2., 2., 3., 3., 4.], 2).unwrap().w.value, 1.0);
}
