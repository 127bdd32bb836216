//! Mixed models of published tables.
//!
//! The sources of the figures: R 4.2.2 with lme4 1.1-31 (Debian 12), `lmer(FORMULA, DATA, REML = ..., control =
//! lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-9)))`, the formula and data as named at
//! each test; the variances are `VarCorr(fit)`, the deviance `REMLcrit(fit)` or `deviance(fit)`. The fits of the
//! first three tables are also printed in Bates (2010), lme4: Mixed-effects modeling with R, chapters 1 and 2.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/designs.rs"]
mod designs;

use common::close;
use designs::{CAKE, DYESTUFF, DYESTUFF2, PASTES, PENICILLIN, SLEEP, agrees, codes, fit};
use evenhand_stats::Criterion::{Ml, Reml};

#[test]
fn dyestuff() {
    // Yield ~ 1 + (1 | Batch), Dyestuff.
    let batch = codes(30, 5, 6);
    let ml = fit(&DYESTUFF, &[], &[&batch], Ml);
    agrees("ML", &ml, &[1_388.333_341, 2_451.249_998], 327.327_059_881, 1e-7);
    close("sd of batches", ml.components[0].sd, 37.2603, 5e-5);
    close("residual sd", ml.residual.sd, 49.5101, 5e-5);
    close("mean", ml.fixed[0].value, 1527.5, 1e-9);
    close("se of the mean", ml.fixed[0].se.unwrap(), 17.694_553_5, 1e-6);
    let reml = fit(&DYESTUFF, &[], &[&batch], Reml);
    agrees("REML", &reml, &[1_764.050_050, 2_451.249_989], 319.654_276_842, 1e-7);
    close("se of the mean", reml.fixed[0].se.unwrap(), 19.383_412_4, 1e-6);
    assert_eq!((reml.n, reml.components[0].variance.n, reml.residual.variance.n), (30, 6, 30));
}

#[test]
fn dyestuff2_is_singular() {
    // Yield ~ 1 + (1 | Batch), Dyestuff2.
    let batch = codes(30, 5, 6);
    let ml = fit(&DYESTUFF2, &[], &[&batch], Ml);
    agrees("ML", &ml, &[0.0, 13.346_099_307], 162.873_036_654, 1e-9);
    let reml = fit(&DYESTUFF2, &[], &[&batch], Reml);
    agrees("REML", &reml, &[0.0, 13.806_309_628], 161.828_277_812, 1e-9);
    for fit in [ml, reml] {
        assert!(fit.convergence.singular && fit.convergence.restarted && fit.components[0].at_boundary);
        assert!(fit.convergence.boundary_gradients[0] > 0.0, "{:?}", fit.convergence);
        assert_eq!(fit.components[0].variance.se, None);
        assert!(fit.random_effects()[0].iter().all(|effect| effect.value == 0.0));
    }
}

#[test]
fn penicillin() {
    // diameter ~ 1 + (1 | plate) + (1 | sample), Penicillin.
    let (plate, sample) = (codes(144, 6, 24), codes(144, 1, 6));
    let ml = fit(&PENICILLIN, &[], &[&plate, &sample], Ml);
    agrees("ML", &ml, &[0.714_992_326, 3.135_188_581, 0.302_425_419], 332.188_348_669, 2e-6);
    let reml = fit(&PENICILLIN, &[], &[&plate, &sample], Reml);
    agrees("REML", &reml, &[0.716_908_173, 3.730_918_062, 0.302_415_461], 330.860_588_991, 2e-6);
    close("mean", reml.fixed[0].value, 22.972_222_2, 1e-7);
    close("se of the mean", reml.fixed[0].se.unwrap(), 0.808_573_409, 1e-6);
}

#[test]
fn pastes() {
    // strength ~ 1 + (1 | batch) + (1 | sample), Pastes; casks are nested in batches.
    let (batch, cask) = (codes(60, 6, 10), codes(60, 2, 30));
    let ml = fit(&PASTES, &[], &[&cask, &batch], Ml);
    agrees("ML", &ml, &[8.433_666_384, 1.199_155_799, 0.678_000_006], 247.994_465_862, 2e-6);
    let reml = fit(&PASTES, &[], &[&cask, &batch], Reml);
    agrees("REML", &reml, &[8.433_666_582, 1.657_309_157, 0.677_999_983], 246.990_745_853, 2e-6);
}

#[test]
fn sleep_with_a_random_intercept() {
    // Reaction ~ Days + (1 | Subject), sleepstudy.
    let subject = codes(180, 10, 18);
    let days: Vec<f64> = (0..180).map(|row| f64::from(row % 10)).collect();
    let reml = fit(&SLEEP, &[&days], &[&subject], Reml);
    agrees("REML", &reml, &[1_378.178_473, 960.456_581], 1_786.465_085_395, 1e-6);
    close("constant", reml.fixed[0].value, 251.405_105, 1e-6);
    close("slope", reml.fixed[1].value, 10.467_286, 1e-6);
    close("se of the constant", reml.fixed[0].se.unwrap(), 9.746_716_15, 1e-5);
    close("se of the slope", reml.fixed[1].se.unwrap(), 0.804_221_43, 1e-6);
    let ml = fit(&SLEEP, &[&days], &[&subject], Ml);
    agrees("ML", &ml, &[1_296.870_086, 954.527_831], 1_794.078_643_005, 1e-6);
}

#[test]
fn cake() {
    // angle ~ temp + (1 | recipe) + (1 | recipe:replicate), cake: recipes explain nothing.
    let (replicate, recipe) = (codes(270, 18, 15), codes(270, 6, 3));
    let within: Vec<u32> = replicate.iter().zip(&recipe).map(|(a, b)| 3 * a + b).collect();
    let temperature: Vec<f64> = (0..270).map(|row| f64::from(175 + 10 * (row % 6))).collect();
    let reml = fit(&CAKE, &[&temperature], &[&within, &recipe], Reml);
    agrees("REML", &reml, &[40.252_550_208, 0.0, 20.707_417_926], 1_701.298_260_569, 1e-6);
    close("constant", reml.fixed[0].value, 0.515_873_016, 1e-7);
    close("slope", reml.fixed[1].value, 0.158_031_746, 1e-8);
    close("se of the slope", reml.fixed[1].se.unwrap(), 0.016_215_774_4, 1e-8);
    assert!(reml.convergence.singular && reml.components[1].at_boundary && !reml.components[0].at_boundary);
}
