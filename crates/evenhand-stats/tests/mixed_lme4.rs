//! Unbalanced crossed and nested models against lme4.
//!
//! All figures are printed by `tests/reference/lme4_cases.R` (R 4.2.2, lme4 1.1-31 of Debian 12), which makes the same
//! data by the same integer generator; each test names the formula.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/designs.rs"]
mod designs;
#[path = "common/panel.rs"]
mod panels;

use common::close;
use designs::{agrees, fit, fit_with};
use evenhand_stats::Criterion::{Ml, Reml};
use evenhand_stats::{Intervals, Level, MixedFit, Uncertainty, interaction_codes, linear_severity};
use panels::{Panel, Scales, crossed, panel};

/// `y ~ 1 + (1 | provider) + (1 | evaluator) + (1 | indicator)`.
fn factors(panel: &Panel) -> [&[u32]; 3] {
    [&panel.provider, &panel.evaluator, &panel.indicator]
}

#[track_caller]
fn fixed(fit: &MixedFit, values: &[f64], errors: &[f64]) {
    assert_eq!(fit.fixed.len(), values.len());
    for ((found, value), error) in fit.fixed.iter().zip(values).zip(errors) {
        close("fixed effect", found.value, *value, 1e-6 * value.abs());
        close("its standard error", found.se.unwrap(), *error, 2e-6 * error);
    }
}

#[test]
fn three_crossed_factors() {
    let panel = crossed();
    let reml = fit(&panel.y, &[], &factors(&panel), Reml);
    let expected = [3.816_403_576, 1.899_654_127, 0.810_765_197_5, 15.438_916_48];
    agrees("crossed REML", &reml, &expected, 1_376.072_614_440, 1e-5);
    fixed(&reml, &[63.534_661_41], &[0.834_520_126_9]);
    let ml = fit(&panel.y, &[], &factors(&panel), Ml);
    let expected = [3.637_421_966, 1.762_260_779, 0.710_486_243_6, 15.464_793_46];
    agrees("crossed ML", &ml, &expected, 1_377.513_372_207, 1e-5);
    fixed(&ml, &[63.534_410_29], &[0.805_727_789_3]);
}

#[test]
fn a_covariate() {
    // ... + x
    let panel = crossed();
    let reml = fit(&panel.y, &[&panel.x], &factors(&panel), Reml);
    let expected = [4.150_011_027, 1.630_132_282, 0.959_689_970_7, 14.949_600_67];
    agrees("covariate REML", &reml, &expected, 1_371.535_091_080, 1e-5);
    fixed(&reml, &[62.380_831_44, 0.247_897_929_4], &[0.943_776_081_2, 0.088_989_593_2]);
    let ml = fit(&panel.y, &[&panel.x], &factors(&panel), Ml);
    let expected = [3.953_595_989, 1.522_655_275, 0.843_111_070_2, 14.904_980_02];
    agrees("covariate ML", &ml, &expected, 1_370.001_104_132, 1e-5);
}

#[test]
fn prior_weights() {
    // weights = w
    let panel = crossed();
    let weighted = |criterion| {
        let weights = Some(panel.weights.as_slice());
        fit_with(&panel.y, weights, &[], &factors(&panel), criterion, Intervals::Absent)
    };
    let expected = [4.440_618_835, 2.269_043_578, 0.528_684_822_5, 38.807_888_08];
    agrees("weights REML", &weighted(Reml), &expected, 1_402.868_099_006, 1e-5);
    fixed(&weighted(Reml), &[63.528_692_31], &[0.849_395_160_1]);
    let expected = [4.232_655_497, 2.103_712_292, 0.469_525_691_3, 38.865_023_54];
    agrees("weights ML", &weighted(Ml), &expected, 1_404.347_897_877, 1e-5);
}

#[test]
fn interactions_and_nesting() {
    // y ~ x + (1 | provider) + (1 | provider:round) + (1 | evaluator) + (1 | indicator) + (1 | provider:indicator)
    let scales = Scales { provider: 7.0, evaluator: 4.0, indicator: 3.0, sheet: 4.0, item: 3.0, noise: 5.0 };
    let panel = panel(23, 400, &scales);
    let sheet = interaction_codes(&[&panel.provider, &panel.round]);
    let item = interaction_codes(&[&panel.provider, &panel.indicator]);
    let factors: [&[u32]; 5] =
        [&item.codes, &sheet.codes, &panel.provider, &panel.evaluator, &panel.indicator];
    let reml = fit(&panel.y, &[&panel.x], &factors, Reml);
    let expected =
        [2.440_471_987, 6.560_649_92, 6.127_886_932, 7.606_593_756, 0.891_297_415_6, 5.941_463_014];
    agrees("nested REML", &reml, &expected, 2_071.339_485_325, 1e-5);
    fixed(&reml, &[59.163_539_15, 0.322_720_868], &[1.293_383_155, 0.042_373_096_61]);
    let ml = fit(&panel.y, &[&panel.x], &factors, Ml);
    let expected =
        [2.446_216_715, 6.563_307_458, 5.884_063_962, 7.128_373_289, 0.849_266_083_2, 5.921_808_528];
    agrees("nested ML", &ml, &expected, 2_069.156_047_459, 1e-5);
}

#[test]
fn few_observations() {
    let scales = Scales { provider: 6.0, evaluator: 4.0, indicator: 3.0, sheet: 0.0, item: 0.0, noise: 4.0 };
    let panel = panel(37, 60, &scales);
    let reml = fit(&panel.y, &[], &factors(&panel), Reml);
    let expected = [16.069_956_5, 2.523_910_743, 1.172_475_385, 3.331_865_801];
    agrees("sparse REML", &reml, &expected, 300.583_737_424, 1e-5);
}

#[test]
fn evaluators_who_do_not_differ() {
    let scales = Scales { provider: 6.0, evaluator: 0.0, indicator: 3.0, sheet: 0.0, item: 0.0, noise: 8.0 };
    let panel = panel(41, 200, &scales);
    let reml = fit(&panel.y, &[], &factors(&panel), Reml);
    let expected = [17.758_633_43, 0.0, 1.800_857_912, 16.545_117_55];
    agrees("no evaluators REML", &reml, &expected, 1_172.552_940_929, 1e-5);
    let ml = fit(&panel.y, &[], &factors(&panel), Ml);
    let expected = [16.742_504_77, 0.0, 1.648_985_932, 16.551_784_5];
    agrees("no evaluators ML", &ml, &expected, 1_174.851_492_952, 1e-5);
    assert!(reml.convergence.singular && ml.convergence.singular);
}

#[test]
fn severity_of_evaluators() {
    let panel = crossed();
    let fit = fit(&panel.y, &[], &factors(&panel), Reml);
    // ranef(fit, condVar = TRUE)$evaluator.
    let shrunken = [
        (-1.016_516_956, 0.810_212_345_3),
        (0.966_503_112_4, 0.769_481_213_8),
        (0.900_899_705_8, 0.688_456_445_4),
        (-1.122_111_726, 0.815_827_263_4),
        (1.488_714_249, 0.726_063_809_4),
        (0.277_978_899, 0.739_058_674),
        (-0.147_268_739_6, 0.757_155_445_3),
        (0.757_899_170_7, 0.747_328_667),
        (-2.106_097_715, 0.750_407_751),
    ];
    // Generalised least squares with evaluators as fixed effects at the same variances, against their mean, written out
    // with solve() in lme4_cases.R.
    let unshrunken = [
        (-1.400_848_919, 0.844_232_348_2),
        (1.371_001_5, 0.776_088_463_4),
        (1.146_096_397, 0.648_841_519_3),
        (-1.589_399_243, 0.853_322_505_8),
        (1.951_204_457, 0.704_952_537_9),
        (0.407_615_122_1, 0.729_534_351_4),
        (-0.171_947_431, 0.757_747_284_5),
        (1.043_278_489, 0.740_380_355_8),
        (-2.757_000_372, 0.742_551_684_3),
    ];
    let severity = linear_severity(&fit, 1, Level::P95).unwrap();
    assert_eq!(severity.len(), 9);
    for ((found, shrunken), unshrunken) in severity.iter().zip(shrunken).zip(unshrunken) {
        close("shrunken", found.shrunken.value, -shrunken.0, 1e-5);
        close("conditional se", found.shrunken.se.unwrap(), shrunken.1, 1e-5);
        let free = found.unshrunken.unwrap();
        close("unshrunken", free.value, -unshrunken.0, 1e-5);
        close("its se", free.se.unwrap(), unshrunken.1, 1e-5);
        let interval = free.interval.unwrap();
        close("upper limit", interval.high, free.value + 1.959_963_985 * free.se.unwrap(), 1e-8);
    }
    let n: usize = severity.iter().map(|evaluator| evaluator.shrunken.n).sum();
    assert_eq!(n, 240);
}

#[test]
fn covariances_of_chosen_levels() {
    let panel = crossed();
    let fit = fit(&panel.y, &[], &factors(&panel), Reml);
    // sigma^2 Lambda' solve(L L') Lambda from getME() in lme4_cases.R.
    let expected = [
        [0.656_444_044_5, 0.092_783_845_9, 0.098_687_511_5],
        [0.092_783_845_9, 0.592_101_338_3, 0.100_508_574_8],
        [0.098_687_511_5, 0.100_508_574_8, 0.473_972_277_2],
    ];
    let found = fit.covariance(1, &[0, 1, 2], Uncertainty::Conditional).unwrap();
    for (found, expected) in found.iter().zip(expected.iter().flatten()) {
        close("covariance", *found, *expected, 1e-5);
    }
    let effects = &fit.random_effects()[1];
    let whole = fit.covariance(1, &[8, 3], Uncertainty::Prediction).unwrap();
    close("prediction variance", whole[0], effects[8].prediction_se * effects[8].prediction_se, 1e-12);
    close("prediction variance", whole[3], effects[3].prediction_se * effects[3].prediction_se, 1e-12);
    assert!(effects[3].prediction_se > effects[3].conditional_se);
}
