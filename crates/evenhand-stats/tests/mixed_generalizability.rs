//! Generalizability against the tables of Brennan (2001).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/designs.rs"]
mod designs;

use common::close;
use designs::{DYESTUFF, DYESTUFF2, PENICILLIN, codes, fit, variances};
use evenhand_stats::Criterion::Reml;
use evenhand_stats::{
    ActualDesign, AnovaEffect, BalancedDesign, DStudyCoefficient, FacetComponent, FacetSet, Undefined,
    Universe, actual_design, analogous_anova, balanced_anova, d_study, d_study_surface, g_study,
    interaction_codes, smallest_designs,
};

/// Brennan (2001), synthetic data set 4: ten persons by three tasks with four raters each, raters nested in tasks.
const DATA_SET_4: [f64; 120] = [
    5., 6., 5., 5., 5., 3., 4., 5., 6., 7., 3., 3., 9., 3., 7., 7., 7., 5., 5., 5., 7., 7., 5., 2., 3., 4.,
    3., 3., 5., 3., 3., 5., 6., 5., 1., 6., 7., 5., 5., 3., 3., 1., 4., 3., 5., 3., 3., 5., 9., 2., 9., 7.,
    7., 7., 3., 7., 2., 7., 5., 3., 3., 4., 3., 5., 3., 3., 6., 3., 4., 5., 1., 2., 7., 3., 7., 7., 7., 5.,
    5., 7., 5., 5., 5., 4., 5., 8., 5., 7., 7., 5., 5., 4., 3., 2., 1., 1., 9., 9., 8., 8., 6., 6., 6., 5.,
    5., 8., 1., 1., 4., 4., 4., 3., 3., 5., 6., 5., 5., 7., 1., 1.,
];

/// Brennan (2001), section 7.1: eight persons by eight items in three groups of two, four and two items.
const UNBALANCED: [f64; 64] = [
    4., 5., 3., 3., 5., 4., 5., 7., 2., 1., 2., 3., 1., 4., 4., 6., 2., 4., 4., 7., 6., 5., 8., 7., 1., 3.,
    5., 4., 5., 5., 4., 5., 3., 3., 6., 7., 5., 7., 8., 9., 1., 2., 5., 6., 4., 4., 5., 6., 3., 5., 6., 8.,
    6., 7., 7., 8., 0., 1., 1., 2., 0., 4., 7., 8.,
];

/// The group of each item.
const GROUPS: [u32; 8] = [0, 0, 1, 1, 1, 1, 2, 2];

/// Brennan (2001), synthetic data set 1: ten persons by twelve items.
const DATA_SET_1: [&str; 10] = [
    "101000000000",
    "111001000000",
    "111110000000",
    "110110010000",
    "111110100000",
    "111011100000",
    "111111100000",
    "111101111100",
    "111111111110",
    "111111111111",
];

const PERSONS: Universe = Universe { object: FacetSet::EMPTY, fixed: FacetSet::EMPTY };

fn persons() -> Universe {
    Universe { object: FacetSet::of(&[0]), ..PERSONS }
}

#[track_caller]
fn effect(table: &[AnovaEffect], facets: &[usize]) -> AnovaEffect {
    *table.iter().find(|effect| effect.facets == FacetSet::of(facets)).unwrap()
}

fn components(table: &[AnovaEffect]) -> Vec<FacetComponent> {
    table.iter().map(|effect| FacetComponent { facets: effect.facets, variance: effect.variance }).collect()
}

#[test]
fn crossed_persons_and_items() {
    // Brennan (2001), synthetic data set 1: table 2.2 and section 2.3.
    let scores: Vec<f64> =
        DATA_SET_1.iter().flat_map(|row| row.bytes().map(|digit| f64::from(digit - b'0'))).collect();
    let design = BalancedDesign { sizes: &[10, 12], nested_in: &[FacetSet::EMPTY; 2] };
    let table = balanced_anova(&scores, &design).unwrap();
    let expected = [
        (vec![0], 9.0, 7.3417, 0.8157, 0.0574),
        (vec![1], 11.0, 9.6917, 0.8811, 0.0754),
        (vec![0, 1], 99.0, 12.5583, 0.1269, 0.1269),
    ];
    for (facets, df, squares, mean_square, variance) in expected {
        let found = effect(&table, &facets);
        assert_eq!(found.df, df);
        close("sum of squares", found.sum_of_squares, squares, 5e-5);
        close("mean square", found.mean_square, mean_square, 5e-5);
        close("variance", found.variance, variance, 5e-5);
    }
    let study = d_study(&components(&table), &persons(), &[1.0, 12.0]).unwrap();
    close("E-rho2", study.e_rho2, 0.844, 5e-4);
    close("Phi", study.phi, 0.773, 5e-4);
}

#[test]
fn raters_nested_in_tasks() {
    // Brennan (2001), synthetic data set 4, p x (r:t): components and coefficients for three tasks with four raters each.
    let nested = [FacetSet::EMPTY, FacetSet::EMPTY, FacetSet::of(&[1])];
    let table =
        balanced_anova(&DATA_SET_4, &BalancedDesign { sizes: &[10, 3, 4], nested_in: &nested }).unwrap();
    assert_eq!(table.len(), 5);
    let expected = [
        (vec![0], 9.0, 0.4731),
        (vec![1], 2.0, 0.3252),
        (vec![1, 2], 9.0, 0.6475),
        (vec![0, 1], 18.0, 0.5596),
        (vec![0, 1, 2], 81.0, 2.3802),
    ];
    for (facets, df, variance) in expected {
        let found = effect(&table, &facets);
        assert_eq!(found.df, df);
        close("variance", found.variance, variance, 5e-5);
    }
    let study = d_study(&components(&table), &persons(), &[1.0, 3.0, 4.0]).unwrap();
    close("E-rho2", study.e_rho2, 0.5514, 5e-5);
    close("Phi", study.phi, 0.4637, 5e-5);
    // REML of a balanced design without negative estimates is the same.
    let person = codes(120, 12, 10);
    let task = codes(120, 4, 3);
    let rater = codes(120, 1, 12);
    let person_task = codes(120, 4, 30);
    let reml = fit(&DATA_SET_4, &[], &[&person, &task, &rater, &person_task], Reml);
    let order = [vec![0], vec![1], vec![1, 2], vec![0, 1], vec![0, 1, 2]];
    for (found, facets) in variances(&reml).iter().zip(&order) {
        let anova = effect(&table, facets).variance;
        close("REML", *found, anova, 1e-6 * anova);
    }
    // So are the coefficients of the design as it was.
    let mut parts = components(&table);
    let residual = parts.pop().unwrap().variance;
    let design = ActualDesign { facets: &[&person, &task, &rater], weights: None };
    let actual = actual_design(&design, &parts, residual, &persons()).unwrap();
    close("E-rho2", actual.e_rho2, study.e_rho2, 1e-12);
    close("Phi", actual.phi, study.phi, 1e-12);
}

#[test]
fn groups_of_unequal_size() {
    // Brennan (2001), section 7.1: T terms, components and, for the same groups, coefficients.
    let person = codes(64, 8, 8);
    let item = codes(64, 1, 8);
    let group: Vec<u32> = item.iter().map(|item| GROUPS[*item as usize]).collect();
    let person_group = interaction_codes(&[&person, &group]).codes;
    let table = analogous_anova(&UNBALANCED, &[&person, &group, &item, &person_group]).unwrap();
    let t: Vec<f64> = table.effects.iter().map(|effect| effect.t).collect();
    for (found, expected) in t.iter().zip([1390.0, 1424.0, 1440.0, 1564.5]) {
        close("T", *found, expected, 1e-9);
    }
    close("T of all", table.residual.t, 1610.0, 1e-9);
    close("T of the mean", table.t_mean, 1296.0, 1e-9);
    let expected = [1.2014, 2.9161, 0.2946, 0.9914];
    for (found, expected) in table.effects.iter().zip(expected) {
        close("variance", found.variance, expected, 5e-5);
    }
    close("residual", table.residual.variance, 0.8429, 5e-5);
    let sets = [vec![0], vec![1], vec![1, 2], vec![0, 1]];
    let parts: Vec<FacetComponent> = sets
        .iter()
        .zip(&table.effects)
        .map(|(facets, effect)| FacetComponent { facets: FacetSet::of(facets), variance: effect.variance })
        .collect();
    let design = ActualDesign { facets: &[&person, &group, &item], weights: None };
    let study = actual_design(&design, &parts, table.residual.variance, &persons()).unwrap();
    close("E-rho2", study.e_rho2, 0.7157, 5e-5);
    close("Phi", study.phi, 0.4277, 5e-5);
}

#[test]
fn the_analogous_procedure_gives_anova_estimates_in_balanced_designs() {
    let (person, task, rater) = (codes(120, 12, 10), codes(120, 4, 3), codes(120, 1, 12));
    let person_task = codes(120, 4, 30);
    let table = analogous_anova(&DATA_SET_4, &[&person, &task, &rater, &person_task]).unwrap();
    // The figures of `raters_nested_in_tasks`.
    for (found, expected) in table.effects.iter().zip([0.4731, 0.3252, 0.6475, 0.5596]) {
        close("variance", found.estimate, expected, 5e-5);
    }
    assert_eq!((table.effects[2].n_levels, table.residual.n_levels), (12, 120));
}

#[test]
fn negative_estimates_are_kept_and_count_as_zero() {
    // R 4.2.2, anova(lm(Yield ~ Batch, Dyestuff2)): mean squares 8.336 325 76 and 14.945 889 60.
    let nested = [FacetSet::EMPTY, FacetSet::of(&[0])];
    let design = BalancedDesign { sizes: &[6, 5], nested_in: &nested };
    let table = balanced_anova(&DYESTUFF2, &design).unwrap();
    close("between", table[0].mean_square, 8.336_325_76, 5e-9);
    close("within", table[1].mean_square, 14.945_889_60, 5e-9);
    close("estimate", table[0].estimate, (table[0].mean_square - table[1].mean_square) / 5.0, 1e-12);
    assert!(table[0].estimate < 0.0);
    assert_eq!(table[0].variance, 0.0);
}

#[test]
fn published_anova_tables() {
    // R 4.2.2, anova(lm(Yield ~ Batch, Dyestuff)): mean squares 11 271.5 and 2 451.25.
    let nested = [FacetSet::EMPTY, FacetSet::of(&[0])];
    let table = balanced_anova(&DYESTUFF, &BalancedDesign { sizes: &[6, 5], nested_in: &nested }).unwrap();
    close("between", table[0].mean_square, 11_271.5, 1e-6);
    close("within", table[1].mean_square, 2_451.25, 1e-6);
    // REML of Penicillin, as in mixed_published.rs.
    let design = BalancedDesign { sizes: &[24, 6], nested_in: &[FacetSet::EMPTY; 2] };
    let table = balanced_anova(&PENICILLIN, &design).unwrap();
    for (found, expected) in table.iter().zip([0.716_908, 3.730_918, 0.302_415]) {
        close("variance", found.variance, expected, 2e-6);
    }
}

#[test]
fn facets_that_are_fixed_belong_to_the_universe_score() {
    // Brennan (2001), section 4.4: with tasks fixed the person-task component over the number of tasks joins the universe
    // score, and the task component is no error.
    let set = |facets: &[usize], variance| FacetComponent { facets: FacetSet::of(facets), variance };
    let parts = [
        set(&[0], 0.4731),
        set(&[1], 0.3252),
        set(&[1, 2], 0.6475),
        set(&[0, 1], 0.5596),
        set(&[0, 1, 2], 2.3802),
    ];
    let fixed = Universe { object: FacetSet::of(&[0]), fixed: FacetSet::of(&[1]) };
    let study = d_study(&parts, &fixed, &[1.0, 3.0, 4.0]).unwrap();
    close("universe", study.universe_variance, 0.4731 + 0.5596 / 3.0, 1e-12);
    close("relative", study.relative_error, 2.3802 / 12.0, 1e-12);
    close("absolute", study.absolute_error, (2.3802 + 0.6475) / 12.0, 1e-12);
    let shares = g_study(&parts).unwrap();
    close("total", shares.components.iter().map(|part| part.percent).sum(), 100.0, 1e-10);
    close("residual share", shares.components[4].percent, 54.27, 5e-3);
}

#[test]
fn evaluators_partly_shared_between_providers() {
    // The q of ten Hove, Jorgensen & van der Ark (2022) by hand. Panels {0, 1}, {1, 2}, {0, 1, 2}: the mean of
    // 1/k is (1/2 + 1/2 + 1/3) / 3 = 4/9; shared evaluators over products of sizes are 1/4, 2/6, 2/6, their mean 11/36;
    // q = 4/9 - 11/36 = 5/36.
    let provider = [0, 0, 1, 1, 2, 2, 2];
    let evaluator = [0, 1, 1, 2, 0, 1, 2];
    let parts = [
        FacetComponent { facets: FacetSet::of(&[0]), variance: 1.0 },
        FacetComponent { facets: FacetSet::of(&[1]), variance: 1.0 },
    ];
    let design = ActualDesign { facets: &[&provider, &evaluator], weights: None };
    let study = actual_design(&design, &parts, 0.0, &persons()).unwrap();
    close("1/k", study.absolute_error, 4.0 / 9.0, 1e-14);
    close("q", study.relative_error, 5.0 / 36.0, 1e-14);
    // Nested: every provider has evaluators of its own, and severity is error between providers too.
    let own = [0, 1, 2, 3, 4, 5, 6];
    let design = ActualDesign { facets: &[&provider, &own], weights: None };
    let study = actual_design(&design, &parts, 0.0, &persons()).unwrap();
    close("nested", study.relative_error, study.absolute_error, 1e-14);
    // Crossed: all share the same evaluators, and severity cancels.
    let design = ActualDesign { facets: &[&[0, 0, 1, 1, 2, 2], &[0, 1, 0, 1, 0, 1]], weights: None };
    let study = actual_design(&design, &parts, 0.0, &persons()).unwrap();
    close("crossed", study.relative_error, 0.0, 1e-14);
    close("crossed", study.absolute_error, 0.5, 1e-14);
}

#[test]
fn weights_count_as_shares() {
    // One observation with weight 3 and one with 1: shares 3/4 and 1/4, squares 10/16.
    let design = ActualDesign { facets: &[&[0, 0, 1, 1]], weights: Some(&[3.0, 1.0, 1.0, 3.0]) };
    let parts = [FacetComponent { facets: FacetSet::of(&[0]), variance: 2.0 }];
    let study = actual_design(&design, &parts, 1.6, &persons()).unwrap();
    close("absolute", study.absolute_error, 1.0, 1e-14);
    close("Phi", study.phi, 2.0 / 3.0, 1e-14);
}

#[test]
fn the_smallest_design_that_reaches_a_target() {
    // Data set 1 of Brennan (2001): .0574 / (.0574 + .1269 / n) reaches .80 from n = 8.84 on, that is with nine items.
    let set = |facets: &[usize], variance| FacetComponent { facets: FacetSet::of(facets), variance };
    let parts = [set(&[0], 0.0574), set(&[1], 0.0754), set(&[0, 1], 0.1269)];
    let found = smallest_designs(&parts, &persons(), &[1, 40], DStudyCoefficient::Relative, 0.8).unwrap();
    assert_eq!(found.fewest_scores.unwrap().sizes, [1, 9]);
    // Phi needs (.0754 + .1269) / .0574 * 4 = 14.1 items.
    let found = smallest_designs(&parts, &persons(), &[1, 40], DStudyCoefficient::Absolute, 0.8).unwrap();
    assert_eq!(found.minimal.iter().map(|point| point.sizes[1]).collect::<Vec<_>>(), [15]);
    let found = smallest_designs(&parts, &persons(), &[1, 10], DStudyCoefficient::Absolute, 0.8).unwrap();
    assert_eq!((found.minimal.len(), found.fewest_scores), (0, None));
    // Two facets: every minimal design reaches the target and none does with one level less.
    let parts = [set(&[0], 1.0), set(&[0, 1], 0.8), set(&[0, 2], 0.4), set(&[0, 1, 2], 3.0)];
    let found = smallest_designs(&parts, &persons(), &[1, 30, 30], DStudyCoefficient::Relative, 0.8).unwrap();
    assert!(found.minimal.len() > 2);
    for point in &found.minimal {
        let [a, b] = [point.sizes[1] as f64, point.sizes[2] as f64];
        let reach = |a: f64, b: f64| d_study(&parts, &persons(), &[1.0, a, b]).unwrap().e_rho2;
        assert!(reach(a, b) >= 0.8);
        assert!(a == 1.0 || reach(a - 1.0, b) < 0.8);
        assert!(b == 1.0 || reach(a, b - 1.0) < 0.8);
    }
    let surface = d_study_surface(&parts, &persons(), &[&[1], &[1, 2], &[5, 10]]).unwrap();
    let sizes: Vec<&[usize]> = surface.iter().map(|point| point.sizes.as_slice()).collect();
    assert_eq!(sizes, [[1, 1, 5], [1, 1, 10], [1, 2, 5], [1, 2, 10]]);
}

#[test]
fn reasons() {
    let one = BalancedDesign { sizes: &[2, 1], nested_in: &[FacetSet::EMPTY; 2] };
    assert_eq!(balanced_anova(&[1.0, 2.0], &one), Err(Undefined::OneLevel { factor: 1 }));
    let short = BalancedDesign { sizes: &[2, 2], nested_in: &[FacetSet::EMPTY; 2] };
    assert_eq!(balanced_anova(&[1.0, 2.0, 3.0], &short), Err(Undefined::NotComplete));
    assert_eq!(balanced_anova(&[1.0; 4], &short), Err(Undefined::NoVariance));
    let circle = BalancedDesign { sizes: &[2, 2], nested_in: &[FacetSet::of(&[1]), FacetSet::of(&[0])] };
    assert_eq!(balanced_anova(&[1.0, 2.0, 3.0, 5.0], &circle), Err(Undefined::NotComplete));
    let same: &[u32] = &[0, 0, 1, 1];
    assert_eq!(analogous_anova(&[1.0, 2.0, 3.0, 5.0], &[same, same]), Err(Undefined::Aliased));
    assert_eq!(
        analogous_anova(&[1.0, 2.0, 3.0, 5.0], &[same, &[7; 4]]),
        Err(Undefined::OneLevel { factor: 1 })
    );
    let none = [FacetComponent { facets: FacetSet::of(&[0]), variance: 0.0 }];
    assert_eq!(d_study(&none, &persons(), &[1.0]), Err(Undefined::NoVariance));
    let strange = [FacetComponent { facets: FacetSet::of(&[0]), variance: f64::NAN }];
    assert_eq!(d_study(&strange, &persons(), &[1.0]), Err(Undefined::NotFinite));
    assert_eq!(g_study(&strange), Err(Undefined::NotFinite));
}
