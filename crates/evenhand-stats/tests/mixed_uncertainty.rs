//! Standard errors, intervals, predictions and evidence of mixed models.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/designs.rs"]
mod designs;

use common::close;
use designs::{DYESTUFF, DYESTUFF2, PENICILLIN, codes, fit, fit_with};
use evenhand_stats::Criterion::{Ml, Reml};
use evenhand_stats::{Factor, Intervals, Level, MixedData, MixedFit, MixedOptions, Uncertainty, mixed_model};

/// The limits of all standard deviations, the residual one last.
fn limits(fit: &MixedFit) -> Vec<[f64; 2]> {
    let components = fit.components.iter().chain([&fit.residual]);
    let intervals = components.map(|component| component.variance.interval.unwrap());
    intervals.map(|interval| [interval.low.sqrt(), interval.high.sqrt()]).collect()
}

#[track_caller]
fn check(fit: &MixedFit, expected: &[[f64; 2]], relative: f64) {
    for (found, expected) in limits(fit).iter().flatten().zip(expected.iter().flatten()) {
        close("limit", *found, *expected, relative * expected);
    }
}

#[test]
fn profile_intervals_of_dyestuff() {
    // tests/reference/lme4_profiles.R: the criterion of lme4 1.1-31, solved with uniroot(). confint(fit) gives the
    // same for maximum likelihood, to four digits.
    let batch = codes(30, 5, 6);
    let ml = fit_with(&DYESTUFF, None, &[], &[&batch], Ml, Intervals::Profile);
    check(&ml, &[[12.196_505, 84.063_411], [38.230_123, 67.657_673]], 2e-5);
    let reml = fit_with(&DYESTUFF, None, &[], &[&batch], Reml, Intervals::Profile);
    check(&reml, &[[15.657_197, 101.066_12], [38.230_123, 67.657_673]], 2e-5);
    assert_eq!(reml.residual.variance.interval.unwrap().level, 0.95);
}

#[test]
fn profile_intervals_of_penicillin() {
    // confint(lmer(diameter ~ 1 + (1 | plate) + (1 | sample), Penicillin, REML = FALSE)), lme4 1.1-31, which
    // interpolates.
    let (plate, sample) = (codes(144, 6, 24), codes(144, 1, 6));
    let ml = fit_with(&PENICILLIN, None, &[], &[&plate, &sample], Ml, Intervals::Profile);
    let expected = [[0.633_566, 1.182_104], [1.095_789, 3.556_292], [0.485_845, 0.629_453]];
    check(&ml, &expected, 2e-4);
}

#[test]
fn a_variance_of_zero_has_an_upper_limit_only() {
    let batch = codes(30, 5, 6);
    let fit = fit_with(&DYESTUFF2, None, &[], &[&batch], Reml, Intervals::Profile);
    let [[low, high], [below, above]] = limits(&fit)[..] else { panic!("two variances") };
    assert_eq!(low, 0.0);
    assert!(high > 0.5 && high < fit.residual.sd, "{high}");
    assert!(below < fit.residual.sd && fit.residual.sd < above);
}

#[test]
fn standard_errors_of_balanced_variances() {
    // Searle, Casella & McCulloch (1992), section 4.5: the variances of the mean squares are 2 MS^2 / df, and the REML
    // estimates are linear in them.
    let fit = fit(&DYESTUFF, &[], &[&codes(30, 5, 6)], Reml);
    let (between, within): (f64, f64) = (11_271.5, 2_451.25);
    let variance = |square: f64, df: f64| 2.0 * square * square / df;
    let residual = variance(within, 24.0).sqrt();
    let component = ((variance(between, 5.0) + variance(within, 24.0)) / 25.0).sqrt();
    close("residual", fit.residual.variance.se.unwrap(), residual, 1e-4 * residual);
    close("component", fit.components[0].variance.se.unwrap(), component, 1e-4 * component);
}

#[test]
fn predictions_of_dyestuff() {
    // ranef(fit, condVar = TRUE)$Batch of the maximum-likelihood fit, lme4 1.1-31.
    let fit = fit(&DYESTUFF, &[], &[&codes(30, 5, 6)], Ml);
    let expected = [-16.628_221_6, 0.369_516_0, 26.974_670_7, -21.801_446_2, 53.579_825_3, -42.494_344_2];
    let effects = &fit.random_effects()[0];
    for (found, expected) in effects.iter().zip(expected) {
        close("prediction", found.value, expected, 1e-5);
        close("conditional se", found.conditional_se, 19.034_454_9, 1e-5);
        assert_eq!(found.n, 5);
    }
    // In a balanced one-way layout effects differ with the variance 2 s (1 - r), r being the shrinkage and s the variance
    // of batches: shared uncertainty about the mean cancels.
    let covariance = fit.covariance(0, &[1, 4], Uncertainty::Prediction).unwrap();
    let difference = covariance[0] + covariance[3] - 2.0 * covariance[1];
    let shrinkage = 1_388.333_34 / (1_388.333_34 + 2_451.25 / 5.0);
    close("difference", difference, 2.0 * 1_388.333_34 * (1.0 - shrinkage), 1e-3);
}

#[test]
fn residuals_and_effects_make_up_the_scores() {
    let (plate, sample) = (codes(144, 6, 24), codes(144, 1, 6));
    let fit = fit(&PENICILLIN, &[], &[&plate, &sample], Reml);
    let effects = fit.random_effects();
    let residuals = fit.residuals();
    for row in 0..144 {
        let parts = fit.fixed[0].value
            + effects[0][plate[row] as usize].value
            + effects[1][sample[row] as usize].value
            + residuals[row];
        close("score", parts, PENICILLIN[row], 1e-11);
    }
}

#[test]
fn levels_without_scores_have_the_prior() {
    let batch: Vec<u32> = codes(30, 5, 6).iter().map(|code| code + u32::from(*code > 2)).collect();
    let factors = [Factor { codes: &batch, n_levels: 8 }];
    let data = MixedData { y: &DYESTUFF, weights: None, covariates: &[], factors: &factors };
    let options = MixedOptions { criterion: Ml, intervals: Intervals::Absent, level: Level::P95 };
    let fit = mixed_model(&data, &options).unwrap();
    close("deviance", fit.deviance, 327.327_059_881, 1e-8);
    assert_eq!(fit.components[0].variance.n, 6);
    for unseen in [3, 7] {
        let effect = fit.random_effects()[0][unseen];
        assert_eq!((effect.value, effect.n), (0.0, 0));
        close("se", effect.conditional_se, fit.components[0].sd, 1e-12);
    }
}

#[test]
fn bootstrap_intervals() {
    // The residual mean square is nearly s^2 / 24 times a chi-squared of 24 degrees of freedom, with quantiles 12.4012 and
    // 39.3641 (any table); 1,000 samples and pooling at the boundary leave some percent.
    let batch = codes(30, 5, 6);
    let fit = fit(&DYESTUFF, &[], &[&batch], Reml);
    let found = fit.bootstrap(1_000, 7, Level::P95).unwrap();
    assert_eq!((found.n_samples, found.n_failed), (1_000, 0));
    close("low", found.residual.low, 2_451.25 * 12.4012 / 24.0, 130.0);
    close("high", found.residual.high, 2_451.25 * 39.3641 / 24.0, 400.0);
    assert_eq!(found.components[0].low, 0.0);
    assert!(found.components[0].high > 4_000.0 && found.components[0].high < 7_000.0);
    assert_eq!(found, fit.bootstrap(1_000, 7, Level::P95).unwrap());
    assert_ne!(found, fit.bootstrap(1_000, 8, Level::P95).unwrap());
    let intervals = Intervals::Bootstrap { samples: 1_000, seed: 7 };
    let fit = fit_with(&DYESTUFF, None, &[], &[&batch], Reml, intervals);
    assert_eq!(fit.residual.variance.interval, Some(found.residual));
}

#[test]
fn evidence_of_convergence() {
    let (plate, sample) = (codes(144, 6, 24), codes(144, 1, 6));
    let evidence = fit(&PENICILLIN, &[], &[&plate, &sample], Reml).convergence;
    assert!(evidence.converged && !evidence.singular && !evidence.restarted);
    assert!(evidence.gradient < 1e-4 && evidence.promise < 1e-9, "{evidence:?}");
    assert!(evidence.iterations < 30 && evidence.evaluations > evidence.iterations, "{evidence:?}");
}

#[test]
fn satterthwaite_interval_of_a_balanced_residual_is_the_classical_one() {
    // Six batches of five: 24 degrees of freedom within, mean square 2451.25 (Davies & Goldsmith 1972, table 6.1);
    // chi-squared with 24 degrees of freedom is 12.40115 at .025 and 39.36408 at .975.
    let batch = codes(30, 5, 6);
    let fit = fit_with(&DYESTUFF, None, &[], &[&batch], Reml, Intervals::Satterthwaite);
    let interval = fit.residual.variance.interval.unwrap();
    close("low", interval.low, 24.0 * 2451.25 / 39.36408, 0.02);
    close("high", interval.high, 24.0 * 2451.25 / 12.40115, 0.02);
    // Where the estimate is at its boundary there is no standard error to begin with.
    let singular = fit_with(&DYESTUFF2, None, &[], &[&batch], Reml, Intervals::Satterthwaite);
    assert!(singular.components[0].at_boundary && singular.components[0].variance.interval.is_none());
}
