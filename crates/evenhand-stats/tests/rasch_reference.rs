//! The many-facet Rasch model on incomplete ratings against another package.
//!
//! All figures are printed by `tests/reference/rasch_cases.R` (R 4.2.2, VGAM 1.1-7 of Debian 12), which makes the same data
//! by the same integer generator and fits `vglm(ordered(y) ~ factor(provider) + factor(evaluator) + factor(indicator),
//! acat(parallel = ...))`; fit statistics are written out there from its fitted probabilities.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/rasch_tables.rs"]
mod rasch_tables;

use common::close;
use evenhand_stats::{RaschElement, RaschErrors, RaschFit, RaschOptions, ScaleModel};
use rasch_tables::{RatingTable, rounded};

fn options(model: ScaleModel) -> RaschOptions {
    RaschOptions {
        model,
        errors: RaschErrors::Joint,
        score_tolerance: 1e-9,
        logit_tolerance: 1e-10,
        ..RaschOptions::default()
    }
}

#[track_caller]
fn all(what: &str, found: impl IntoIterator<Item = f64>, expected: &[f64]) {
    let found: Vec<f64> = found.into_iter().collect();
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.into_iter().zip(expected) {
        close(what, found, *expected, 2e-7);
    }
}

fn measures(elements: &[RaschElement]) -> impl Iterator<Item = f64> {
    elements.iter().map(|element| element.measure.unwrap().value)
}

fn thresholds(fit: &RaschFit, scale: usize) -> Vec<f64> {
    let scale = &fit.category_table()[scale];
    scale.categories.iter().filter_map(|category| category.threshold).map(|t| t.value).collect()
}

/// Standard errors, infit, outfit and standardised infit.
#[track_caller]
fn fit_of(elements: &[RaschElement], expected: [&[f64]; 4]) {
    let fit = |element: &RaschElement| element.fit.unwrap();
    all("se", elements.iter().map(|e| e.measure.unwrap().se.unwrap()), expected[0]);
    all("infit", elements.iter().map(|e| fit(e).infit.value), expected[1]);
    all("outfit", elements.iter().map(|e| fit(e).outfit.value), expected[2]);
    let standardised = elements.iter().map(|e| fit(e).infit.standardised.unwrap());
    for (found, expected) in standardised.zip(expected[3]) {
        // The cube root near 1 is divided by a small number.
        close("standardised infit", found, *expected, 2e-6);
    }
}

fn joint(elements: &[RaschElement]) -> impl Iterator<Item = f64> {
    elements.iter().map(|element| element.measure.unwrap().joint_se.unwrap())
}

#[test]
fn rating_scale() {
    let fit = rounded(11, 500, false).fit(&options(ScaleModel::RatingScale));
    assert!(fit.convergence.converged, "{:?}", fit.convergence);
    let providers = [
        -0.334_732_239,
        -0.344_482_518,
        0.392_266_267,
        -0.618_142_037,
        0.004_751_816,
        0.479_921_826,
        0.303_398_214,
        0.080_734_576,
        0.615_046_994,
        -0.335_819_188,
        -0.739_534_339,
        -0.263_101_311,
    ];
    all("providers", measures(&fit.facets[0]), &providers);
    let evaluators =
        [0.204_993_004, -0.122_890_888, -0.063_978_642, -0.182_080_428, -0.013_050_122, 0.177_007_076];
    all("evaluators", measures(&fit.facets[1]), &evaluators);
    all(
        "indicators",
        measures(&fit.facets[2]),
        &[-0.238_440_664, 0.416_476_827, 0.076_180_043, -0.254_216_207],
    );
    all("thresholds", thresholds(&fit, 0), &[-0.594_508_367, -0.181_915_623, 0.239_126_236, 0.537_297_754]);
    close("log-likelihood", fit.log_likelihood, -721.472_303_706, 1e-8);
    // Twelve providers, five evaluators, three indicators and three thresholds that are free.
    assert_eq!((fit.n_parameters, fit.n_calibrated), (23, 500));
    fit_of(
        &fit.facets[1],
        [
            &[0.091_305_620, 0.101_656_344, 0.101_698_723, 0.095_951_019, 0.090_626_121, 0.102_105_517],
            &[0.928_288_277, 1.069_997_764, 0.982_692_752, 1.034_882_206, 1.026_683_485, 0.953_648_390],
            &[0.937_186_509, 1.073_319_319, 0.982_176_754, 1.012_911_210, 1.026_200_371, 0.966_281_226],
            &[-0.547_363_554, 0.549_695_585, -0.083_478_591, 0.310_761_868, 0.257_880_942, -0.296_070_843],
        ],
    );
    fit_of(
        &fit.facets[2],
        [
            &[0.079_114_799, 0.080_813_122, 0.074_065_394, 0.083_183_589],
            &[1.017_170_313, 0.941_290_210, 1.047_219_839, 0.977_363_846],
            &[1.029_456_676, 0.923_128_862, 1.060_130_824, 0.971_036_713],
            &[0.196_838_796, -0.503_946_128, 0.500_155_277, -0.169_389_675],
        ],
    );
}

#[test]
fn joint_errors() {
    let fit = rounded(11, 500, false).fit(&options(ScaleModel::RatingScale));
    let evaluators =
        [0.085_934_590, 0.093_237_805, 0.093_195_638, 0.089_505_171, 0.085_058_250, 0.094_701_206];
    all("evaluators", joint(&fit.facets[1]), &evaluators);
    all("indicators", joint(&fit.facets[2]), &[0.070_570_987, 0.073_799_825, 0.066_646_735, 0.074_199_380]);
}

#[test]
fn weights() {
    let fit = rounded(11, 500, true).fit(&options(ScaleModel::RatingScale));
    let providers = [
        -0.333_170_441,
        -0.405_382_850,
        0.356_339_881,
        -0.547_807_367,
        0.108_680_237,
        0.444_201_815,
        0.225_249_518,
        0.120_810_374,
        0.618_809_675,
        -0.332_604_597,
        -0.762_193_321,
        -0.259_582_189,
    ];
    all("providers", measures(&fit.facets[0]), &providers);
    let evaluators =
        [0.196_829_576, -0.111_836_562, -0.053_342_815, -0.181_239_021, -0.031_921_550, 0.181_510_372];
    all("evaluators", measures(&fit.facets[1]), &evaluators);
    all("thresholds", thresholds(&fit, 0), &[-0.639_288_180, -0.245_670_842, 0.320_746_460, 0.564_212_562]);
    close("log-likelihood", fit.log_likelihood, -1_462.666_467_080, 1e-7);
    fit_of(
        &fit.facets[2],
        [
            &[0.057_012_767, 0.057_429_834, 0.052_770_864, 0.057_981_970],
            &[1.023_427_733, 0.951_119_948, 1.039_228_310, 0.986_877_842],
            &[1.031_455_045, 0.921_180_634, 1.050_288_850, 0.980_569_064],
            &[0.332_593_510, -0.611_618_842, 0.574_367_355, -0.146_018_118],
        ],
    );
    let evaluators =
        [0.061_268_550, 0.066_454_699, 0.066_535_966, 0.065_091_108, 0.059_884_698, 0.067_274_975];
    all("joint errors", joint(&fit.facets[1]), &evaluators);
}

#[test]
fn partial_credit() {
    let fit = rounded(11, 500, false).fit(&options(ScaleModel::PartialCredit { facet: 2 }));
    let providers = [
        -0.353_654_595,
        -0.368_113_371,
        0.366_111_143,
        -0.640_487_333,
        -0.013_973_355,
        0.459_107_220,
        0.283_397_273,
        0.057_637_044,
        0.605_937_376,
        -0.357_078_549,
        -0.753_447_207,
        -0.285_156_357,
    ];
    all("providers", measures(&fit.facets[0]), &providers);
    let evaluators =
        [0.205_490_620, -0.122_851_399, -0.065_398_333, -0.180_382_766, -0.014_640_527, 0.177_782_405];
    all("evaluators", measures(&fit.facets[1]), &evaluators);
    all(
        "indicators",
        measures(&fit.facets[2]),
        &[-0.319_274_135, 0.464_299_247, 0.072_859_930, -0.217_885_043],
    );
    let by_indicator = [
        [-0.872_741_806, 0.291_125_521, 0.277_888_504, 0.303_727_781],
        [-0.729_401_508, -0.211_029_345, 0.012_071_585, 0.928_359_268],
        [-0.620_348_972, -0.273_228_856, 0.250_351_403, 0.643_226_425],
        [-0.076_176_977, -0.703_885_285, 0.259_148_161, 0.520_914_100],
    ];
    for (scale, expected) in by_indicator.iter().enumerate() {
        all("thresholds", thresholds(&fit, scale), expected);
    }
    close("log-likelihood", fit.log_likelihood, -717.195_089_949, 1e-8);
    fit_of(
        &fit.facets[1],
        [
            &[0.091_244_473, 0.101_830_081, 0.101_912_286, 0.095_919_454, 0.090_682_446, 0.102_020_169],
            &[0.921_848_150, 1.070_988_539, 0.977_890_263, 1.038_132_508, 1.028_075_292, 0.955_284_864],
            &[0.929_935_111, 1.069_360_847, 0.981_463_398, 1.022_507_562, 1.027_558_073, 0.956_226_437],
            &[-0.606_392_764, 0.558_114_744, -0.122_079_488, 0.338_121_838, 0.270_838_572, -0.288_810_083],
        ],
    );
    let disordered: usize = fit.category_table().iter().map(|scale| scale.n_disordered).sum();
    assert_eq!(disordered, 2);
}

#[test]
fn two_facets() {
    // The same model with one facet fewer is nested in the larger one.
    let table = rounded(11, 500, false);
    let mut fewer = RatingTable::new(2);
    for (row, rating) in table.ratings.iter().enumerate() {
        fewer.push(&[table.codes[0][row], table.codes[1][row]], *rating);
    }
    let (fewer, full) =
        (fewer.fit(&options(ScaleModel::RatingScale)), table.fit(&options(ScaleModel::RatingScale)));
    assert_eq!(full.n_parameters - fewer.n_parameters, 3);
    assert!(fewer.log_likelihood < full.log_likelihood);
}
