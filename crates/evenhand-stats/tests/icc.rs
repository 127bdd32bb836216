//! Mean squares and intraclass correlations against published tables.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Normals, close};
use evenhand_stats::{
    Block, Estimate, IccSet, Level, MeanSquares, Undefined, icc, mean_squares, pooled_mean_squares,
};
use proptest::prelude::*;

/// Shrout & Fleiss (1979), table 2: 6 targets by 4 judges.
const SHROUT_FLEISS: [f64; 24] =
    [9., 2., 5., 8., 6., 1., 3., 2., 8., 4., 6., 8., 7., 1., 2., 6., 10., 5., 6., 9., 6., 2., 4., 7.];

/// The data set `anxiety` of the R package irr, 20 subjects by 3 raters, as also given in the tests of statsmodels
/// (stats/tests/test_inter_rater.py) and the examples of the R package DescTools (KendallW).
const ANXIETY: [f64; 60] = [
    3., 3., 2., 3., 6., 1., 3., 4., 4., 4., 6., 4., 5., 2., 3., 5., 4., 2., 2., 2., 1., 3., 4., 6., 5., 3.,
    1., 2., 3., 1., 2., 2., 1., 6., 3., 2., 1., 3., 3., 5., 3., 3., 2., 2., 1., 2., 2., 1., 1., 1., 3., 2.,
    3., 3., 4., 3., 2., 3., 4., 2.,
];

fn table(scores: &[f64], n_units: usize, k: usize) -> MeanSquares {
    mean_squares(&Block { scores, n_units, k }).unwrap()
}

/// The six coefficients in the order of the published tables.
fn six(set: &IccSet) -> [Estimate; 6] {
    [set.icc_1, set.icc_a_1, set.icc_c_1, set.icc_1_k, set.icc_a_k, set.icc_c_k]
}

#[test]
fn shrout_fleiss_mean_squares() {
    // Shrout & Fleiss (1979), table 3, to more digits.
    let ms = table(&SHROUT_FLEISS, 6, 4);
    close("between targets", ms.between_units, 11.241_67, 5e-6);
    close("judges", ms.between_evaluators, 32.486_11, 5e-6);
    close("residual", ms.residual, 1.019_444, 5e-7);
    close("within", ms.within, 6.263_889, 5e-7);
    assert_eq!((ms.n_units, ms.k, ms.n_blocks, ms.total_units), (6.0, 4.0, 1, 6));
    assert_eq!((ms.df_units, ms.df_evaluators, ms.df_residual, ms.df_within), (5.0, 3.0, 15.0, 18.0));
}

#[test]
fn shrout_fleiss_coefficients() {
    // Shrout & Fleiss (1979), table 4 and McGraw & Wong (1996), to six digits as printed by R's psych::ICC.
    let expected = [
        (0.165742, -0.132932, 0.722560),
        (0.289764, 0.018787, 0.761084),
        (0.714841, 0.342465, 0.945858),
        (0.442797, -0.884442, 0.912415),
        (0.620051, 0.071137, 0.927232),
        (0.909316, 0.675675, 0.985892),
    ];
    let set = icc(&table(&SHROUT_FLEISS, 6, 4), Level::P95).unwrap();
    for (found, (value, low, high)) in six(&set).iter().zip(expected) {
        close("value", found.value, value, 5e-7);
        let interval = found.interval.unwrap();
        close("low", interval.low, low, 6e-7);
        close("high", interval.high, high, 6e-7);
        assert_eq!((interval.level, found.n), (0.95, 6));
    }
}

#[test]
fn anxiety_coefficients() {
    // R package irr, icc(anxiety, ...), printed to four digits.
    let expected = [0.1750, 0.1980, 0.2160, 0.3889, 0.4255, 0.4526];
    let set = icc(&table(&ANXIETY, 20, 3), Level::P95).unwrap();
    for (found, value) in six(&set).iter().zip(expected) {
        close("value", found.value, value, 5e-5);
    }
}

/// Three panels of different sizes, the last with a single unit.
const PANELS: [(&[f64], usize, usize); 3] = [
    (&[4., 5., 3., 7., 8., 6., 2., 5., 2., 6., 6., 4.], 4, 3),
    (&[9., 7., 5., 6., 3., 1., 8., 8., 4., 2., 6., 3.], 6, 2),
    (&[5., 8., 6., 7.], 1, 4),
];

fn panels() -> Vec<Block<'static>> {
    PANELS.iter().map(|(scores, n_units, k)| Block { scores, n_units: *n_units, k: *k }).collect()
}

#[test]
fn pooled_mean_squares_are_those_of_the_nested_model() {
    // statsmodels 0.15.0, differences of residual sums of squares between
    // ols('y ~ C(unit) + C(evaluator)'), ols('y ~ C(panel) + C(evaluator)') and ols('y ~ C(panel) + C(unit)').
    let ms = pooled_mean_squares(&panels()).unwrap();
    close("units", ms.between_units, 89.666_666_666_666_67 / 8.0, 1e-10);
    close("evaluators", ms.between_evaluators, 20.5 / 6.0, 1e-10);
    close("residual", ms.residual, 8.166_666_666_666_666 / 11.0, 1e-10);
    close("within", ms.within, 28.666_666_666_666_664 / 17.0, 1e-10);
    assert_eq!((ms.df_units, ms.df_evaluators, ms.df_residual, ms.df_within), (8.0, 6.0, 11.0, 17.0));
    // By hand: k0 = (3*3 + 5*2) / 8, n0 = (2*4 + 1*6 + 3*1) / 6.
    close("k0", ms.k, 19.0 / 8.0, 1e-15);
    close("n0", ms.n_units, 17.0 / 6.0, 1e-15);
    assert_eq!((ms.n_blocks, ms.total_units), (3, 11));
}

#[test]
fn panels_of_one_evaluator_are_left_out() {
    let mut with = panels();
    with.push(Block { scores: &[1., 9., 4.], n_units: 3, k: 1 });
    with.push(Block { scores: &[], n_units: 0, k: 3 });
    assert_eq!(pooled_mean_squares(&with), pooled_mean_squares(&panels()));
}

#[test]
fn reasons() {
    let reason = |scores: &[f64], n_units, k| mean_squares(&Block { scores, n_units, k }).unwrap_err();
    assert_eq!(pooled_mean_squares(&[]), Err(Undefined::TooFewUnits { needed: 2, found: 0 }));
    assert_eq!(reason(&[1., 2.], 1, 2), Undefined::TooFewUnits { needed: 2, found: 1 });
    assert_eq!(reason(&[1., 2.], 2, 1), Undefined::OneEvaluator);
    assert_eq!(reason(&[1., 2., 3.], 2, 2), Undefined::NotComplete);
    assert_eq!(reason(&[1.], usize::MAX, 3), Undefined::NotComplete);
    assert_eq!(reason(&[1., 2., 3., f64::NAN], 2, 2), Undefined::NotFinite);
    assert_eq!(reason(&[1e200, -1e200, 3., 4.], 2, 2), Undefined::NotFinite);
    let constant = table(&[0.1; 12], 4, 3);
    assert_eq!(icc(&constant, Level::P95), Err(Undefined::NoVariance));
    // The evaluators differ and the units do not.
    assert_eq!(icc(&table(&[1., 2., 1., 2., 1., 2.], 3, 2), Level::P95), Err(Undefined::NoVariance));
    let broken = MeanSquares { residual: f64::NAN, ..table(&ANXIETY, 20, 3) };
    assert_eq!(icc(&broken, Level::P95), Err(Undefined::NotFinite));
}

#[test]
fn perfect_agreement_is_one_without_an_interval() {
    let set = icc(&table(&[0.1, 0.1, 0.7, 0.7, 0.3, 0.3], 3, 2), Level::P95).unwrap();
    for estimate in six(&set) {
        assert_eq!((estimate.value, estimate.interval), (1.0, None));
    }
    // Evaluators who differ by a constant are consistent but do not agree.
    let set = icc(&table(&[0.1, 0.3, 0.7, 0.9, 0.3, 0.5], 3, 2), Level::P95).unwrap();
    assert_eq!((set.icc_c_1.value, set.icc_c_1.interval), (1.0, None));
    assert!(set.icc_a_1.value < 1.0 && set.icc_a_1.interval.is_some());
}

/// Pooled panels with known variances: units 1.0, evaluators 0.5, residual 0.5.
fn simulate(normals: &mut Normals, sizes: &[(usize, usize)]) -> IccSet {
    let tables: Vec<Vec<f64>> = sizes
        .iter()
        .map(|(n, k)| {
            let level = 3.0 * normals.next();
            let severity: Vec<f64> = (0..*k).map(|_| 0.5_f64.sqrt() * normals.next()).collect();
            (0..*n)
                .flat_map(|_| {
                    let unit = level + normals.next();
                    severity.iter().map(|v| unit + v + 0.5_f64.sqrt() * normals.next()).collect::<Vec<f64>>()
                })
                .collect()
        })
        .collect();
    let blocks: Vec<Block> =
        tables.iter().zip(sizes).map(|(scores, (n, k))| Block { scores, n_units: *n, k: *k }).collect();
    icc(&pooled_mean_squares(&blocks).unwrap(), Level::P95).unwrap()
}

#[test]
fn pooled_intervals_cover_the_truth() {
    const REPLICATIONS: usize = 2000;
    let sizes = [(6, 5), (4, 3), (10, 4), (3, 5), (8, 2), (5, 6)];
    let mut normals = Normals::new(20_240_501);
    let mut covered = [0; 3];
    for _ in 0..REPLICATIONS {
        let set = simulate(&mut normals, &sizes);
        let truths = [(set.icc_a_1, 0.5), (set.icc_c_1, 1.0 / 1.5), (set.icc_1, 0.5)];
        for (count, (estimate, truth)) in covered.iter_mut().zip(truths) {
            let interval = estimate.interval.unwrap();
            *count += usize::from(interval.low <= truth && truth <= interval.high);
        }
    }
    let share = covered.map(|count| count as f64 / REPLICATIONS as f64);
    println!("coverage of ICC(A,1), ICC(C,1), ICC(1): {share:?}");
    assert!((0.90..=0.99).contains(&share[0]), "ICC(A,1) covers {}", share[0]);
    assert!((0.93..=0.97).contains(&share[1]), "ICC(C,1) covers {}", share[1]);
}

proptest! {
    #[test]
    fn order_and_scale_do_not_matter(
        scores in prop::collection::vec(0.0..100.0f64, 20),
        shift in -50.0..50.0f64,
        factor in 0.01..100.0f64,
        turn in 0usize..5,
    ) {
        let set = icc(&table(&scores, 5, 4), Level::P95);
        let mut moved: Vec<f64> = scores.iter().map(|score| factor * score + shift).collect();
        moved.rotate_left(4 * turn);
        let other = icc(&table(&moved, 5, 4), Level::P95);
        if let (Ok(set), Ok(other)) = (set, other) {
            for (a, b) in six(&set).iter().zip(six(&other)) {
                prop_assert!((a.value - b.value).abs() <= 1e-7 * a.value.abs().max(1.0));
            }
        }
    }

    #[test]
    fn any_scores_give_values_or_reasons(
        scores in prop::collection::vec(prop::num::f64::ANY, 0..24), n_units in 0usize..6, k in 0usize..6,
    ) {
        if let Ok(ms) = mean_squares(&Block { scores: &scores, n_units, k })
            && let Ok(set) = icc(&ms, Level::P95)
        {
            prop_assert!(six(&set).iter().all(|estimate| estimate.value.is_finite()));
        }
    }

    #[test]
    fn few_steps_give_values_or_reasons(
        scores in prop::collection::vec(0u8..3, 12), n_units in prop::sample::select(vec![2usize, 3, 4, 6]),
    ) {
        let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
        if let Ok(set) = icc(&table(&scores, n_units, 12 / n_units), Level::P95) {
            for estimate in six(&set) {
                prop_assert!(estimate.value.is_finite() && estimate.value <= 1.0);
                if let Some(interval) = estimate.interval {
                    prop_assert!(interval.low <= estimate.value && estimate.value <= interval.high);
                }
            }
        }
    }
}
