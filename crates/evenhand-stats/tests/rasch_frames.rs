//! The many-facet Rasch model with four and five facets, anchors and group anchors against another package.
//!
//! All figures are printed by `tests/reference/rasch_cases.R` (R 4.2.2, VGAM 1.1-7 of Debian 12), which makes the same data
//! by the same integer generator and fits the adjacent-categories logit model with all facets as factors. Anchored
//! evaluators have an offset there and no parameter; a group of evaluators with a given mean has that mean as an offset
//! and contrasts that sum to 0.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/rasch_tables.rs"]
mod rasch_tables;

use common::close;
use evenhand_stats::{Anchor, ElementStatus, GroupAnchors, RaschFit, RaschOptions, ScaleModel};
use rasch_tables::{RatingTable, more_facets, rounded};

fn tight() -> RaschOptions {
    RaschOptions { score_tolerance: 1e-9, logit_tolerance: 1e-10, ..RaschOptions::default() }
}

#[track_caller]
fn same(fit: &RaschFit, facets: &[&[f64]], thresholds: &[f64], log_likelihood: f64) {
    assert!(fit.convergence.converged, "{:?}", fit.convergence);
    assert_eq!(fit.facets.len(), facets.len());
    for (facet, (elements, expected)) in fit.facets.iter().zip(facets).enumerate() {
        assert_eq!(elements.len(), expected.len());
        for (element, expected) in elements.iter().zip(*expected) {
            close(&format!("facet {facet}"), element.measure.unwrap().value, *expected, 2e-7);
        }
    }
    let table = fit.category_table();
    let found: Vec<f64> =
        table[0].categories.iter().filter_map(|category| category.threshold).map(|one| one.value).collect();
    assert_eq!(found.len(), thresholds.len());
    found.iter().zip(thresholds).for_each(|(found, expected)| close("threshold", *found, *expected, 2e-7));
    close("log-likelihood", fit.log_likelihood, log_likelihood, 1e-8);
}

#[test]
fn four_facets() {
    let fit = more_facets(23, 600, &[6, 4, 3]).fit(&tight());
    same(
        &fit,
        &[
            &[
                0.799_919_368,
                -0.522_638_147,
                -0.390_170_993,
                -0.576_782_856,
                0.211_320_577,
                0.494_207_480,
                0.772_417_577,
                0.006_075_761,
                0.251_234_238,
                1.320_765_578,
                -0.514_540_845,
                -0.356_456_608,
            ],
            &[0.368_487_572, -0.393_008_573, -0.062_842_270, 0.270_134_650, 0.457_095_349, -0.639_866_728],
            &[-0.893_309_487, 0.724_092_640, -0.140_196_048, 0.309_412_896],
            &[-0.071_166_898, 0.531_393_066, -0.460_226_168],
        ],
        &[-0.555_840_738, -0.437_646_965, 0.274_422_359, 0.719_065_343],
        -763.751_732_768,
    );
    // Twelve providers, 5 + 3 + 2 others and three thresholds.
    assert_eq!((fit.n_parameters, fit.n_subsets.as_slice()), (25, &[1, 1, 1, 1][..]));
}

#[test]
fn five_facets() {
    let fit = more_facets(23, 600, &[6, 4, 3, 2]).fit(&tight());
    same(
        &fit,
        &[
            &[
                0.695_031_441,
                -0.322_469_036,
                -0.419_753_912,
                -0.596_181_533,
                0.379_692_947,
                0.322_591_633,
                0.420_956_786,
                0.115_356_251,
                0.729_042_125,
                1.569_348_815,
                -0.213_418_409,
                -0.225_732_893,
            ],
            &[0.238_056_638, -0.226_773_368, 0.068_418_381, 0.265_132_962, 0.397_508_169, -0.742_342_782],
            &[-0.898_276_264, 0.592_341_564, -0.097_665_547, 0.403_600_247],
            &[-0.193_058_827, 0.495_876_972, -0.302_818_145],
            &[0.223_964_275, -0.223_964_275],
        ],
        &[-0.594_726_094, -0.340_148_025, 0.237_083_013, 0.697_791_106],
        -765.252_739_664,
    );
    assert_eq!(fit.n_parameters, 26);
}

/// Whatever can be asked of a facet can be asked of the fifth.
#[test]
fn five_facets_are_summed_up_like_three() {
    let table = more_facets(23, 600, &[6, 4, 3, 2]);
    let fit = table.fit(&tight());
    for facet in 0..5 {
        let summary = fit.facet_summary(facet).unwrap();
        assert_eq!(summary.with_extremes.separation.n, table.n_elements(facet));
        let fair = fit.fair_averages(facet, |_, rating| f64::from(rating));
        for (element, fair) in fit.facets[facet].iter().zip(fair) {
            close("fair average", fair.unwrap(), element.measure.unwrap().fair_average, 1e-12);
        }
    }
    let interaction = fit.interaction([3, 4], 0.3).unwrap();
    assert_eq!(interaction.cells.len(), 6);
    let residual: f64 = interaction.cells.iter().map(|cell| cell.observed - cell.expected).sum();
    close("residuals add up to 0", residual, 0.0, 1e-7);
    let credit = table.fit(&RaschOptions { model: ScaleModel::PartialCredit { facet: 4 }, ..tight() });
    assert_eq!(credit.n_parameters - fit.n_parameters, 3);
    assert!(credit.log_likelihood > fit.log_likelihood);
}

fn anchored(table: &RatingTable, anchors: &[Anchor], groups: Option<GroupAnchors<'_>>) -> RaschFit {
    let mut facets = table.facets();
    facets[1].anchors = anchors;
    facets[1].groups = groups;
    table.fit_with(&facets, &tight()).unwrap()
}

/// Anchors that the ratings contradict: the others are measured from them.
#[test]
fn anchors() {
    let anchors = [Anchor { element: 1, measure: 0.5 }, Anchor { element: 4, measure: -0.4 }];
    let fit = anchored(&rounded(11, 500, false), &anchors, None);
    same(
        &fit,
        &[
            &[
                -0.324_100_476,
                -0.304_677_567,
                0.520_092_959,
                -0.641_784_235,
                0.136_634_662,
                0.522_062_661,
                0.431_075_641,
                0.087_820_108,
                0.735_223_763,
                -0.315_014_227,
                -0.781_462_263,
                -0.165_954_483,
            ],
            &[0.271_763_048, 0.500_000_000, -0.008_888_911, -0.135_626_412, -0.400_000_000, 0.242_794_608],
            &[-0.282_317_973, 0.477_886_846, 0.075_411_112, -0.270_979_985],
        ],
        &[-0.684_523_503, -0.213_377_769, 0.269_636_338, 0.628_264_934],
        -747.426_197_403,
    );
    let status = |element: usize| fit.facets[1][element].status;
    assert_eq!((status(1), status(0)), (ElementStatus::Anchored, ElementStatus::Calibrated));
}

/// Two groups of evaluators with given means that the ratings contradict.
#[test]
fn group_anchors() {
    let groups = GroupAnchors { group_of: &[0, 0, 0, 1, 1, 1], means: &[0.3, -0.2] };
    let fit = anchored(&rounded(11, 500, false), &[], Some(groups));
    same(
        &fit,
        &[
            &[
                -0.315_766_809,
                -0.317_059_505,
                0.456_036_543,
                -0.645_814_217,
                0.133_644_385,
                0.481_267_008,
                0.352_510_962,
                0.089_875_686,
                0.721_702_033,
                -0.339_783_826,
                -0.724_087_045,
                -0.189_005_009,
            ],
            &[0.476_795_229, 0.178_892_008, 0.244_312_762, -0.383_224_149, -0.181_371_507, -0.035_404_344],
            &[-0.236_456_059, 0.460_814_269, 0.069_562_127, -0.293_920_337],
        ],
        &[-0.681_949_056, -0.210_393_709, 0.271_242_064, 0.621_100_701],
        -739.223_228_351,
    );
}
