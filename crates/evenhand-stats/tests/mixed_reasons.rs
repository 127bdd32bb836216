//! What a mixed model says when it cannot be fitted.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use evenhand_stats::{
    Factor, Intervals, Level, MixedData, MixedFit, MixedOptions, Uncertainty, Undefined, linear_severity,
    mixed_model,
};

const Y: [f64; 8] = [3., 5., 4., 6., 7., 8., 5., 9.];
const PAIRS: [u32; 8] = [0, 0, 1, 1, 2, 2, 3, 3];

fn attempt(data: MixedData<'_>) -> Result<MixedFit, Undefined> {
    mixed_model(&data, &MixedOptions { intervals: Intervals::Absent, ..MixedOptions::default() })
}

fn with(factors: &[Factor<'_>]) -> Result<MixedFit, Undefined> {
    attempt(MixedData { y: &Y, weights: None, covariates: &[], factors })
}

fn on(y: &[f64], weights: Option<&[f64]>, covariates: &[&[f64]]) -> Result<MixedFit, Undefined> {
    attempt(MixedData { y, weights, covariates, factors: &[Factor { codes: &PAIRS, n_levels: 4 }] })
}

#[test]
fn factors_that_cannot_be_random() {
    let pairs = Factor { codes: &PAIRS, n_levels: 4 };
    let one = Factor { codes: &[2; 8], n_levels: 4 };
    assert_eq!(with(&[pairs, one]).unwrap_err(), Undefined::OneLevel { factor: 1 });
    let all = Factor { codes: &[0, 1, 2, 3, 4, 5, 6, 7], n_levels: 8 };
    let saturated = Undefined::Saturated { factor: 1, levels: 8, observations: 8 };
    assert_eq!(with(&[pairs, all]).unwrap_err(), saturated);
    assert_eq!(saturated.to_string(), "factor 1 has 8 levels, but there are only 8 observations");
    let renamed = Factor { codes: &[3, 3, 0, 0, 2, 2, 1, 1], n_levels: 4 };
    assert_eq!(with(&[pairs, renamed]).unwrap_err(), Undefined::Aliased);
    let beyond = Factor { codes: &PAIRS, n_levels: 3 };
    assert_eq!(with(&[beyond]).unwrap_err(), Undefined::NotComplete);
    let short = Factor { codes: &PAIRS[..7], n_levels: 4 };
    assert_eq!(with(&[short]).unwrap_err(), Undefined::NotComplete);
}

#[test]
fn responses_and_weights_that_cannot_be_used() {
    assert_eq!(on(&[4.0; 8], None, &[]).unwrap_err(), Undefined::NoVariance);
    let mut y = Y;
    y[3] = f64::NAN;
    assert_eq!(on(&y, None, &[]).unwrap_err(), Undefined::NotFinite);
    let mut weights = [1.0; 8];
    weights[2] = 0.0;
    assert_eq!(on(&Y, Some(&weights), &[]).unwrap_err(), Undefined::NotFinite);
    // Scores that the levels explain to the last digit leave no residual variance.
    let explained = [1., 1., 2., 2., 5., 5., 9., 9.];
    assert_eq!(on(&explained, None, &[]).unwrap_err(), Undefined::NoVariance);
    // A covariate that explains everything.
    assert_eq!(on(&Y, None, &[&Y]).unwrap_err(), Undefined::NoVariance);
    let few = attempt(MixedData {
        y: &[1.0, 2.0],
        weights: None,
        covariates: &[],
        factors: &[Factor { codes: &[0, 1], n_levels: 2 }],
    });
    assert_eq!(few.unwrap_err(), Undefined::TooFewUnits { needed: 3, found: 2 });
}

#[test]
fn covariates_that_say_the_same() {
    let x = [1., 2., 3., 4., 1., 2., 3., 5.];
    let double: Vec<f64> = x.iter().map(|x| 2.0 * x + 1.0).collect();
    assert_eq!(on(&Y, None, &[&x, &double]).unwrap_err(), Undefined::Aliased);
    assert_eq!(on(&Y, None, &[&[1.0; 8]]).unwrap_err(), Undefined::Aliased);
    let many = vec![x.as_slice(); 1_000];
    assert_eq!(on(&Y, None, &many).unwrap_err(), Undefined::TooLarge { limit: 1_000, found: 1_001 });
}

#[test]
fn questions_about_what_is_not_there() {
    let fit = with(&[Factor { codes: &PAIRS, n_levels: 4 }]).unwrap();
    assert_eq!(fit.covariance(1, &[0], Uncertainty::Conditional).unwrap_err(), Undefined::NotComplete);
    assert_eq!(fit.covariance(0, &[4], Uncertainty::Conditional).unwrap_err(), Undefined::NotComplete);
    assert_eq!(linear_severity(&fit, 1, Level::P95).unwrap_err(), Undefined::NotComplete);
    assert_eq!(fit.bootstrap(5, 1, Level::P95).unwrap_err(), Undefined::TooFewUnits { needed: 20, found: 5 });
}

#[test]
fn a_model_without_random_effects_is_least_squares() {
    let fit = with(&[]).unwrap();
    let mean = Y.iter().sum::<f64>() / 8.0;
    let squares: f64 = Y.iter().map(|y| (y - mean) * (y - mean)).sum();
    assert!((fit.fixed[0].value - mean).abs() < 1e-12);
    assert!((fit.residual.variance.value - squares / 7.0).abs() < 1e-12);
}
