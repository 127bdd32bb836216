//! The additive model with random evaluators against a mixed model fitted elsewhere.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use evenhand_stats::{AdditiveFit, additive};

/// Guilford's creativity ratings (Linacre 1989), trait sums as scores: juniors 1 to 7 by judges 1 to 3, the score of
/// junior 4 by judge 2 and that of junior 6 by judge 3 left out so that the table is incomplete.
const SCORES: [(u32, u32, f64); 19] = [
    (0, 0, 21.0),
    (0, 1, 24.0),
    (0, 2, 25.0),
    (1, 0, 34.0),
    (1, 1, 29.0),
    (1, 2, 31.0),
    (2, 0, 17.0),
    (2, 1, 24.0),
    (2, 2, 23.0),
    (3, 0, 17.0),
    (3, 2, 15.0),
    (4, 0, 36.0),
    (4, 1, 14.0),
    (4, 2, 37.0),
    (5, 0, 17.0),
    (5, 1, 20.0),
    (6, 0, 29.0),
    (6, 1, 20.0),
    (6, 2, 33.0),
];

fn fit() -> AdditiveFit {
    let cells: Vec<u32> = SCORES.iter().map(|score| score.0).collect();
    let evaluators: Vec<u32> = SCORES.iter().map(|score| score.1).collect();
    let y: Vec<f64> = SCORES.iter().map(|score| score.2).collect();
    additive(&cells, &evaluators, &y, 7, 3).unwrap()
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6, "{found} for {expected}");
}

#[test]
fn variance_between_evaluators_by_henderson_s_third_method() {
    let fit = fit();
    // R 4: lm of y on p and e, and on p alone; the reduction in squares less its expectation, over the trace of Z'MZ.
    near(fit.sigma2, 36.45920746);
    near(fit.evaluator_variance(), 3.80468143);
}

#[test]
fn predictions_solve_henderson_s_mixed_model_equations() {
    // R 4: the mixed model equations of y = p + e with an evaluator variance of 10 and the residual variance above,
    // solved; standard errors from the inverse of their matrix.
    let fit = fit().with_random_evaluators(10.0).unwrap();
    for (effect, expected) in fit.effects.iter().zip([0.41067408, -2.14609298, 1.73541890]) {
        near(effect.unwrap(), expected);
    }
    let difference = fit.contrast(&[(4, 1.0), (3, -1.0)]).unwrap();
    near(difference.value, 29.0 - 14.92695351);
    near(difference.se, 5.57052064);
    let level = fit.contrast(&[(3, 1.0)]).unwrap();
    near(level.value, 14.92695351);
    near(level.se, 4.34483958);
}

#[test]
fn a_variance_of_zero_leaves_the_means() {
    let fit = fit().with_random_evaluators(0.0).unwrap();
    assert_eq!(fit.effects, [Some(0.0); 3]);
    assert!((fit.cell_estimate(0).unwrap() - 70.0 / 3.0).abs() < 1e-12);
    let contrast = fit.contrast(&[(0, 1.0)]).unwrap();
    assert!((contrast.se - (fit.sigma2 / 3.0).sqrt()).abs() < 1e-12);
}

#[test]
fn a_large_variance_is_the_fixed_model() {
    let fixed = fit();
    let random = fixed.with_random_evaluators(1e9 * fixed.sigma2).unwrap();
    for cell in 0..7 {
        let (a, b) = (fixed.contrast(&[(cell, 1.0)]).unwrap(), random.contrast(&[(cell, 1.0)]).unwrap());
        assert!((a.value - b.value).abs() < 1e-5 && (a.se - b.se).abs() < 1e-5);
    }
    assert!(fixed.with_random_evaluators(-1.0).is_err());
}
