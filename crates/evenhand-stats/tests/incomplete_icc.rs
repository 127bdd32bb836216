//! Variance components and intraclass correlations of incomplete panels, against lme4 and the analysis of variance.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::tables::{SHROUT_FLEISS, Triples};
use common::{Normals, close};
use evenhand_stats::{
    Block, CrossedComponents, Estimate, Level, Resampling, Undefined, crossed_components, icc,
    incomplete_icc, mean_squares, one_way_components,
};
use proptest::prelude::*;

/// Davies & Goldsmith (1972), Statistical Methods in Research and Production, table 6.6: 24 plates by 6 samples of
/// penicillin.
const PENICILLIN: [u8; 144] = [
    27, 23, 26, 23, 23, 21, 27, 23, 26, 23, 23, 21, 25, 21, 25, 24, 24, 20, 26, 23, 25, 23, 23, 20, 25, 22,
    26, 22, 23, 20, 24, 22, 25, 23, 22, 19, 24, 20, 23, 21, 22, 19, 26, 22, 26, 24, 24, 21, 24, 21, 24, 22,
    22, 20, 24, 21, 24, 23, 22, 19, 26, 23, 26, 24, 24, 21, 25, 22, 26, 24, 24, 20, 26, 24, 26, 24, 25, 22,
    26, 23, 26, 23, 23, 20, 26, 23, 25, 24, 24, 22, 25, 22, 25, 23, 23, 20, 25, 21, 24, 23, 23, 20, 25, 22,
    24, 23, 23, 19, 24, 21, 23, 21, 21, 19, 26, 23, 26, 24, 24, 21, 25, 21, 24, 22, 22, 18, 25, 22, 25, 22,
    22, 20, 24, 21, 24, 22, 24, 19, 24, 21, 24, 22, 21, 18,
];

/// Shrout & Fleiss (1979) without five scores.
fn shrout_fleiss_with_holes() -> Triples {
    let mut triples = Triples::default();
    for (row, score) in SHROUT_FLEISS.iter().enumerate().filter(|(row, _)| ![2, 7, 12, 13, 21].contains(row))
    {
        triples.push(row / 4, row % 4, *score);
    }
    triples
}

fn penicillin() -> Triples {
    let scores: Vec<f64> = PENICILLIN.iter().map(|score| f64::from(*score)).collect();
    Triples::complete(&scores, 6)
}

#[track_caller]
fn same(what: &str, found: &CrossedComponents, expected: [f64; 4], n: usize) {
    for (found, expected) in [found.unit, found.evaluator, found.residual].into_iter().zip(expected) {
        close(what, found, expected, 1e-5 * expected.max(1e-3));
    }
    // lme4 keeps the constant of the likelihood.
    let constant = (n - 1) as f64 * (2.0 * std::f64::consts::PI).ln();
    close(what, found.deviance + constant, expected[3], 2e-7);
}

#[test]
fn lme4() {
    // R 4.2.2, lme4 1.1-31: lmer(y ~ 1 + (1|unit) + (1|evaluator)) with bobyqa to 1e-9; variances and REMLcrit. The
    // complete penicillin data are the first example of Bates et al. (2015), who print 330.9 and standard deviations of
    // .8467, 1.9316 and .5499.
    let cases = [
        (
            "shrout_fleiss",
            Triples::named("shrout_fleiss"),
            [2.555555657, 5.244444207, 1.019444441, 91.2786671167],
        ),
        ("with holes", shrout_fleiss_with_holes(), [2.198053621, 5.903268782, 0.513903649, 67.0815536705]),
        ("anxiety", Triples::named("anxiety"), [0.3991228125, 0.1684210472, 1.4482456119, 207.231826595]),
        (
            "krippendorff",
            Triples::named("krippendorff"),
            [1.37201566526, 0.01644090847, 0.20819379275, 90.2177380962],
        ),
        ("penicillin", penicillin(), [0.7169082301, 3.7309170962, 0.3024154603, 330.860588991]),
    ];
    for (name, triples, expected) in cases {
        same(name, &crossed_components(&triples.ratings()).unwrap(), expected, triples.values.len());
    }
}

#[test]
fn lme4_one_way() {
    // The same with lmer(y ~ 1 + (1|unit)).
    let cases = [
        ("shrout_fleiss", Triples::named("shrout_fleiss"), [1.244444394, 0.0, 6.263888916, 113.573783894]),
        ("with holes", shrout_fleiss_with_holes(), [0.5159451752, 0.0, 6.2815076303, 88.2452352734]),
        ("anxiety", Triples::named("anxiety"), [0.3429824677, 0.0, 1.6166666589, 209.228908699]),
        ("krippendorff", Triples::named("krippendorff"), [1.3677440806, 0.0, 0.2240941105, 90.6541298294]),
        ("penicillin", penicillin(), [0.0950885363, 0.0, 4.0333333597, 613.256024007]),
    ];
    for (name, triples, expected) in cases {
        same(name, &one_way_components(&triples.ratings()).unwrap(), expected, triples.values.len());
    }
}

#[test]
fn complete_data_give_the_published_coefficients() {
    // Shrout & Fleiss (1979), table 4, to six digits.
    let found = incomplete_icc(&Triples::named("shrout_fleiss").ratings(), None, Level::P95);
    let cases = [
        (found.icc_1, 0.165742),
        (found.icc_a_1, 0.289764),
        (found.icc_c_1, 0.714841),
        (found.icc_1_k, 0.442797),
        (found.icc_a_k, 0.620051),
        (found.icc_c_k, 0.909316),
        // Where all units have the same evaluators, nothing of their severity is left in differences.
        (found.icc_q_1, 0.714841),
        (found.icc_q_k, 0.909316),
    ];
    for (estimate, value) in cases {
        close("coefficient", estimate.unwrap().value, value, 6e-7);
        assert_eq!((estimate.unwrap().interval, estimate.unwrap().n), (None, 6));
    }
    assert_eq!((found.k, found.n_single), (4.0, 0));
    close("q", found.q, 0.0, 1e-15);
}

#[test]
fn panel_sizes_and_overlap() {
    // By hand: three units with evaluators {0, 1}, {1, 2}, {3}. k = 3 / (1/2 + 1/2 + 1); of the six ordered pairs of units
    // two share one evaluator, each 1/4, so q = 2/3 - (2/4)/6.
    let mut triples = Triples::default();
    for (unit, evaluator, value) in [(0, 0, 1.), (0, 1, 2.), (1, 1, 5.), (1, 2, 4.), (2, 3, 3.)] {
        triples.push(unit, evaluator, value);
    }
    let found = incomplete_icc(&triples.ratings(), None, Level::P95);
    close("k", found.k, 1.5, 1e-15);
    close("q", found.q, 2.0 / 3.0 - 0.5 / 6.0, 1e-15);
    assert_eq!(found.n_single, 1);
}

#[test]
fn intervals_of_complete_data_resemble_those_of_the_f_distribution() {
    let triples = penicillin();
    let ms = mean_squares(&Block { scores: &triples.values, n_units: 24, k: 6 }).unwrap();
    let exact = icc(&ms, Level::P95).unwrap();
    let resampling = Some(Resampling::new(20_000, 1).unwrap());
    let found = incomplete_icc(&triples.ratings(), resampling, Level::P95);
    let near = |what: &str, found: Estimate, exact: Estimate, tolerance| {
        let (found, exact) = (found.interval.unwrap(), exact.interval.unwrap());
        close(what, found.low, exact.low, tolerance);
        close(what, found.high, exact.high, tolerance);
    };
    // The consistency forms depend on one ratio of mean squares, for which the interval is exact but for chance.
    near("C,1", found.icc_c_1.unwrap(), exact.icc_c_1, 0.01);
    near("C,k", found.icc_c_k.unwrap(), exact.icc_c_k, 0.005);
    near("A,1", found.icc_a_1.unwrap(), exact.icc_a_1, 0.02);
    near(
        "1",
        found.icc_1.unwrap(),
        Estimate {
            interval: exact.icc_1.interval.map(|mut i| {
                i.low = i.low.max(0.0);
                i
            }),
            ..exact.icc_1
        },
        0.01,
    );
}

#[test]
fn the_seed_determines_the_interval() {
    let triples = shrout_fleiss_with_holes();
    let run = |seed| {
        incomplete_icc(&triples.ratings(), Some(Resampling::new(1_000, seed).unwrap()), Level::P95)
            .icc_a_k
            .unwrap()
    };
    assert_eq!(run(3), run(3));
    assert_ne!(run(3).interval, run(4).interval);
    let interval = run(3).interval.unwrap();
    assert!(0.0 <= interval.low && interval.low < run(3).value && run(3).value < interval.high);
}

#[test]
fn missing_at_random_does_not_move_components() {
    let mut random = Normals::new(9);
    let (mut units, mut evaluators, mut residuals) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..120 {
        let severity: Vec<f64> = (0..12).map(|_| 0.5 * random.next()).collect();
        let mut triples = Triples::default();
        for unit in 0..50 {
            let level = random.next();
            for (evaluator, severity) in severity.iter().enumerate() {
                let score = level + severity + 0.8 * random.next();
                if random.uniform() < 0.35 {
                    triples.push(unit, evaluator, score);
                }
            }
        }
        let found = crossed_components(&triples.ratings()).unwrap();
        units.push(found.unit);
        evaluators.push(found.evaluator);
        residuals.push(found.residual);
    }
    let mean = |values: &[f64]| evenhand_stats::mean(values).unwrap();
    close("unit", mean(&units), 1.0, 0.06);
    close("evaluator", mean(&evaluators), 0.25, 0.03);
    close("residual", mean(&residuals), 0.64, 0.02);
}

#[test]
fn a_component_of_zero() {
    // Units that are more alike than chance: the analysis of variance would make their component negative.
    let triples = Triples::complete(&[1., 5., 9., 5., 9., 1., 9., 1., 5.], 3);
    let found = crossed_components(&triples.ratings()).unwrap();
    assert_eq!((found.unit, found.evaluator), (0.0, 0.0));
    close("residual is the variance", found.residual, 12.0, 1e-6);
    let icc = incomplete_icc(&triples.ratings(), Some(Resampling::default()), Level::P95);
    assert_eq!(icc.icc_a_1.unwrap().value, 0.0);
    assert!(icc.icc_a_1.unwrap().interval.unwrap().high > 0.0);
}

#[test]
fn data_without_residual_have_no_interval() {
    let triples = Triples::complete(&[1., 2., 3., 4., 7., 8., 3., 4.], 2);
    let found = incomplete_icc(&triples.ratings(), Some(Resampling::default()), Level::P95);
    close("consistency", found.icc_c_1.unwrap().value, 1.0, 1e-6);
    assert_eq!(found.icc_c_1.unwrap().interval, None);
}

#[test]
fn reasons() {
    let run = |rows: &[(usize, usize, f64)]| {
        let mut triples = Triples::default();
        for (unit, evaluator, value) in rows {
            triples.push(*unit, *evaluator, *value);
        }
        let ratings = triples.ratings();
        (
            crossed_components(&ratings).map(|found| found.unit),
            one_way_components(&ratings).map(|found| found.unit),
        )
    };
    let one_unit = Undefined::TooFewUnits { needed: 2, found: 1 };
    assert_eq!(run(&[(0, 0, 1.), (0, 1, 2.)]), (Err(one_unit), Err(one_unit)));
    let alone = Err(Undefined::OneEvaluator);
    assert_eq!(run(&[(0, 0, 1.), (1, 1, 2.), (2, 0, 4.)]), (alone, alone));
    assert_eq!(run(&[(0, 0, 1.), (0, 1, 1.), (1, 1, 1.)]).1, Err(Undefined::NoVariance));
    let nested = run(&[(0, 0, 1.), (0, 1, 2.), (1, 2, 5.), (1, 3, 7.)]);
    assert_eq!(nested.0, Err(Undefined::NotLinked));
    assert!(nested.1.is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn complete_data_equal_the_analysis_of_variance(
        noise in prop::collection::vec(-1.0_f64..1.0, 20),
        units in prop::collection::vec(-3.0_f64..3.0, 5),
    ) {
        let scores: Vec<f64> = (0..20).map(|at| units[at / 4] + 0.8 * (at % 4) as f64 + noise[at]).collect();
        let ms = mean_squares(&Block { scores: &scores, n_units: 5, k: 4 }).unwrap();
        prop_assume!(ms.between_units > ms.residual && ms.between_evaluators > ms.residual);
        let exact = icc(&ms, Level::P95).unwrap();
        let found = incomplete_icc(&Triples::complete(&scores, 4).ratings(), None, Level::P95);
        prop_assert!((found.icc_a_1.unwrap().value - exact.icc_a_1.value).abs() < 1e-6);
        prop_assert!((found.icc_c_k.unwrap().value - exact.icc_c_k.value).abs() < 1e-6);
        // The covariance matrix makes the mean squares independent: cov(unit, residual) = -var(residual) / k.
        let covariance = found.two_way.unwrap().covariance;
        prop_assert!((covariance[0][2] / covariance[2][2] + 0.25).abs() < 1e-4);
    }

    #[test]
    fn rescaling_and_names(slope in 0.01_f64..1000.0, offset in -50.0_f64..50.0) {
        let table = shrout_fleiss_with_holes();
        let mut other = Triples::default();
        for row in (0..table.values.len()).rev() {
            let evaluator = 9 - table.evaluators[row] as usize;
            other.push(table.units[row] as usize, evaluator, slope * table.values[row] + offset);
        }
        let (a, b) = (crossed_components(&table.ratings()).unwrap(), crossed_components(&other.ratings()).unwrap());
        prop_assert!((b.unit / a.unit / (slope * slope) - 1.0).abs() < 1e-6);
        prop_assert!((b.evaluator / a.evaluator / (slope * slope) - 1.0).abs() < 1e-6);
    }
}
