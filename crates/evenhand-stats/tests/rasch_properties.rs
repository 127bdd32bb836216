//! What must hold of many-facet Rasch measures whatever the data.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/rasch_tables.rs"]
mod rasch_tables;

use common::close;
use evenhand_stats::{
    Anchor, BiasCorrection, ElementStatus, GroupAnchors, RaschErrors, RaschFit, RaschOptions, ScaleModel,
    Undefined, Unobserved, separation,
};
use rasch_tables::{Lehmer, RatingTable, guilford, judges_noncentred, rounded};

fn tight() -> RaschOptions {
    RaschOptions { score_tolerance: 1e-9, logit_tolerance: 1e-10, ..RaschOptions::default() }
}

fn value(fit: &RaschFit, facet: usize, element: usize) -> f64 {
    fit.facets[facet][element].measure.unwrap().value
}

#[track_caller]
fn same_measures(a: &RaschFit, b: &RaschFit, place: impl Fn(usize, usize) -> usize) {
    for (facet, elements) in a.facets.iter().enumerate() {
        for element in 0..elements.len() {
            close("measure", value(b, facet, place(facet, element)), value(a, facet, element), 1e-8);
        }
    }
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let table = rounded(5, 300, true);
    let mut order: Vec<usize> = (0..table.ratings.len()).collect();
    let mut random = Lehmer(3);
    for place in (1..order.len()).rev() {
        order.swap(place, random.code(place as u32 + 1) as usize);
    }
    let mut shuffled = RatingTable::new(3);
    for row in &order {
        let codes: Vec<u32> = table.codes.iter().map(|codes| codes[*row]).collect();
        shuffled.push(&codes, table.ratings[*row]);
    }
    shuffled.weights = table.weights.as_ref().map(|w| order.iter().map(|row| w[*row]).collect());
    let (first, second) = (table.fit(&tight()), shuffled.fit(&tight()));
    same_measures(&first, &second, |_, element| element);
    close("log-likelihood", second.log_likelihood, first.log_likelihood, 1e-8);
    let (a, b) = (first.unexpected(2.0, 5), second.unexpected(2.0, 5));
    assert!(!a.is_empty());
    let rows = b.iter().map(|rating| order[rating.row]);
    assert!(a.iter().map(|rating| rating.row).eq(rows));
}

#[test]
fn the_names_of_elements_do_not_matter() {
    let table = rounded(5, 300, false);
    let reversed = |facet: usize, code: usize| table.n_elements(facet) - 1 - code;
    let mut renamed = RatingTable::new(3);
    for (row, rating) in table.ratings.iter().enumerate() {
        let codes: Vec<u32> =
            (0..3).map(|facet| reversed(facet, table.codes[facet][row] as usize) as u32).collect();
        // The ratings are moved up as well: only their order and distances matter.
        renamed.push(&codes, rating + 7);
    }
    let (first, second) = (table.fit(&tight()), renamed.fit(&tight()));
    same_measures(&first, &second, reversed);
    let fair = |fit: &RaschFit, element: usize| fit.facets[1][element].measure.unwrap().fair_average;
    for evaluator in 0..6 {
        close("fair average", fair(&second, reversed(1, evaluator)), fair(&first, evaluator) + 7.0, 1e-8);
    }
}

#[test]
fn a_weight_counts_as_repeated_ratings() {
    let weighted = rounded(5, 300, true);
    let mut repeated = RatingTable::new(3);
    for (row, weight) in weighted.weights.as_ref().unwrap().iter().enumerate() {
        let codes: Vec<u32> = weighted.codes.iter().map(|codes| codes[row]).collect();
        (0..*weight as usize).for_each(|_| repeated.push(&codes, weighted.ratings[row]));
    }
    let (first, second) = (weighted.fit(&tight()), repeated.fit(&tight()));
    same_measures(&first, &second, |_, element| element);
    for (a, b) in first.facets[1].iter().zip(&second.facets[1]) {
        close("se", b.measure.unwrap().se.unwrap(), a.measure.unwrap().se.unwrap(), 1e-9);
        close("infit", b.fit.unwrap().infit.value, a.fit.unwrap().infit.value, 1e-8);
        let point = |element: &evenhand_stats::RaschElement| element.fit.unwrap().point_measure.unwrap();
        close("point-measure correlation", point(b), point(a), 1e-8);
    }
}

#[test]
fn expected_scores_are_the_observed_ones() {
    let fit = rounded(5, 300, false).fit(&tight());
    let interaction = fit.interaction([0, 1], 0.3).unwrap();
    for evaluator in 0..6 {
        let of = interaction.cells.iter().filter(|cell| cell.elements[1] == evaluator);
        let residual: f64 = of.map(|cell| cell.observed - cell.expected).sum();
        close("residual of an evaluator", residual, 0.0, 1e-7);
    }
    let table = &fit.category_table()[0];
    let n: usize = table.categories.iter().map(|category| category.n).sum();
    assert_eq!(n, 300);
    let thresholds: f64 =
        table.categories.iter().filter_map(|category| category.threshold).map(|t| t.value).sum();
    close("thresholds sum to 0", thresholds, 0.0, 1e-9);
}

#[test]
fn anchors_at_the_estimates_change_nothing() {
    let table = rounded(5, 300, false);
    let free = table.fit(&tight());
    let anchors: Vec<Anchor> =
        (0..3).map(|element| Anchor { element, measure: value(&free, 1, element as usize) }).collect();
    let mut facets = table.facets();
    facets[1].anchors = &anchors;
    let anchored = table.fit_with(&facets, &tight()).unwrap();
    same_measures(&free, &anchored, |_, element| element);
    assert_eq!(anchored.facets[1][0].status, ElementStatus::Anchored);
    assert_eq!(anchored.n_subsets, [1, 1, 1]);
}

#[test]
fn a_moved_anchor_moves_the_frame() {
    let table = rounded(5, 300, false);
    let free = table.fit(&tight());
    let anchors = [Anchor { element: 2, measure: value(&free, 1, 2) + 1.5 }];
    let mut facets = table.facets();
    facets[1].anchors = &anchors;
    let anchored = table.fit_with(&facets, &tight()).unwrap();
    for element in 0..6 {
        close("evaluator", value(&anchored, 1, element), value(&free, 1, element) + 1.5, 1e-8);
    }
    for element in 0..12 {
        close("provider", value(&anchored, 0, element), value(&free, 0, element) + 1.5, 1e-8);
    }
    close("log-likelihood", anchored.log_likelihood, free.log_likelihood, 1e-9);
}

/// Evaluators 0 to 2 score providers 0 to 5 and the others the rest, all on all indicators.
fn two_panels() -> RatingTable {
    let table = rounded(5, 600, false);
    let mut apart = RatingTable::new(3);
    for (row, rating) in table.ratings.iter().enumerate() {
        let codes = [table.codes[0][row], table.codes[1][row], table.codes[2][row]];
        if (codes[0] < 6) == (codes[1] < 3) {
            apart.push(&codes, *rating);
        }
    }
    apart
}

#[test]
fn panels_that_never_meet_are_not_compared() {
    let fit = two_panels().fit(&tight());
    let subset = |facet: usize| -> Vec<u32> {
        fit.facets[facet].iter().map(|element| element.subset.unwrap()).collect()
    };
    assert_eq!(fit.n_subsets, [2, 2, 1]);
    assert_eq!(subset(1), [0, 0, 0, 1, 1, 1]);
    assert_eq!(subset(0), [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
    assert_eq!(fit.facet_summary(1), Err(Undefined::NotLinked));
    assert!(fit.facet_summary(2).is_ok());
    let joint = RaschOptions { errors: RaschErrors::Joint, ..tight() };
    assert_eq!(two_panels().fit(&joint).facets[1][0].measure.unwrap().joint_se, None);
}

#[test]
fn two_facets_are_linked_as_their_graph_is() {
    let table = two_panels();
    let mut two = RatingTable::new(2);
    for (row, rating) in table.ratings.iter().enumerate() {
        two.push(&[table.codes[0][row], table.codes[1][row]], *rating);
    }
    assert_eq!(two.fit(&tight()).n_subsets, [2, 2]);
    // One evaluator who scores one provider of the other panel links them.
    two.push(&[11, 0], 2);
    assert_eq!(two.fit(&tight()).n_subsets, [1, 1]);
}

#[test]
fn group_anchors_link_what_ratings_do_not() {
    let table = two_panels();
    let groups = GroupAnchors { group_of: &[0, 0, 0, 1, 1, 1], means: &[0.0, 0.25] };
    let mut facets = table.facets();
    facets[1].groups = Some(groups);
    let fit = table.fit_with(&facets, &tight()).unwrap();
    assert_eq!(fit.n_subsets, [1, 1, 1]);
    let mean = |elements: std::ops::Range<usize>| elements.map(|e| value(&fit, 1, e)).sum::<f64>() / 3.0;
    close("first group", mean(0..3), 0.0, 1e-9);
    close("second group", mean(3..6), 0.25, 1e-9);
}

#[test]
fn severity_that_cannot_be_told_from_difficulty() {
    // Every evaluator scores one indicator of the four: all is connected through the providers, yet nothing tells an
    // evaluator's severity from the indicator's difficulty.
    let table = rounded(5, 600, false);
    let mut nested = RatingTable::new(3);
    for (row, rating) in table.ratings.iter().enumerate() {
        let evaluator = table.codes[1][row];
        nested.push(&[table.codes[0][row], evaluator, evaluator % 4], *rating);
    }
    let fit = nested.fit(&tight());
    assert_eq!(fit.n_subsets, [1, 4, 4]);
    let subsets: Vec<u32> = fit.facets[1].iter().map(|element| element.subset.unwrap()).collect();
    assert_eq!(subsets, [0, 1, 2, 3, 0, 1]);
}

#[test]
fn extreme_elements_get_the_measure_of_an_adjusted_score() {
    let mut table = rounded(5, 300, false);
    let before = table.fit(&tight());
    // A provider with the highest rating from everyone, and an evaluator who saw only that provider.
    for evaluator in 0..6 {
        table.push(&[12, evaluator, 0], 4);
    }
    table.push(&[12, 6, 1], 4);
    let fit = table.fit(&tight());
    let provider = &fit.facets[0][12];
    assert_eq!((provider.status, provider.n, provider.subset), (ElementStatus::Highest, 7, None));
    assert!(provider.fit.is_none());
    assert_eq!(fit.facets[1][6].status, ElementStatus::Uninformative);
    assert!(fit.facets[1][6].measure.is_none());
    // The others are what they were without it.
    for element in 0..12 {
        close("provider", value(&fit, 0, element), value(&before, 0, element), 1e-9);
    }
    // Its expected score on the ratings that count is 0.3 points below the highest.
    let expected: f64 = (0..6)
        .map(|evaluator| {
            let eta = value(&fit, 0, 12) - value(&fit, 1, evaluator) - value(&fit, 2, 0);
            let probabilities = fit.category_probabilities(None, eta).unwrap();
            probabilities.iter().enumerate().map(|(k, p)| k as f64 * p).sum::<f64>()
        })
        .sum();
    close("adjusted score", expected, 24.0 - 0.3, 1e-8);
    let summary = fit.facet_summary(0).unwrap();
    assert_eq!(summary.with_extremes.separation.n, 13);
    assert_eq!(summary.without_extremes.separation.n, 12);
}

#[test]
fn ratings_expected_with_certainty_link_nothing() {
    // The last evaluator gave the highest rating to all providers but the last, whom nobody else gave anything but the
    // lowest: the farther both are moved, the likelier the ratings, though neither is extreme.
    let mut table = RatingTable::new(2);
    let mut random = Lehmer(17);
    for provider in 0..8 {
        for evaluator in 0..4 {
            (0..3).for_each(|_| table.push(&[provider, evaluator], random.code(2)));
        }
        (0..3).for_each(|_| table.push(&[provider, 4], 1));
    }
    for evaluator in 0..4 {
        table.push(&[8, evaluator], 0);
    }
    (0..6).for_each(|visit| table.push(&[8, 4], visit % 2));
    let fit = table.fit(&RaschOptions { errors: RaschErrors::Joint, ..tight() });
    assert_eq!(fit.n_subsets, [2, 2]);
    let subsets: Vec<u32> = fit.facets[1].iter().map(|element| element.subset.unwrap()).collect();
    assert_eq!(subsets, [0, 0, 0, 0, 1]);
    assert_eq!(fit.facet_summary(1), Err(Undefined::NotLinked));
    assert_eq!(fit.subset_spread(1, 0).unwrap().separation.n, 4);
}

#[test]
fn categories_inside_of_the_scale_that_nobody_used() {
    let mut table = rounded(5, 300, false);
    table.ratings.iter_mut().for_each(|rating| *rating += u32::from(*rating >= 3));
    let kept = table.fit(&RaschOptions { unobserved: Unobserved::Keep, ..tight() });
    let renumbered = table.fit(&tight());
    let original = rounded(5, 300, false).fit(&tight());
    same_measures(&original, &renumbered, |_, element| element);
    assert!(kept.convergence.converged);
    let ratings = |fit: &RaschFit| -> Vec<u32> {
        fit.category_table()[0].categories.iter().map(|category| category.rating).collect()
    };
    assert_eq!((ratings(&kept), ratings(&renumbered)), (vec![0, 1, 2, 4, 5], vec![0, 1, 2, 4, 5]));
    assert!((value(&kept, 0, 0) - value(&renumbered, 0, 0)).abs() > 1e-3);
}

#[test]
fn bias_correction_shrinks_all_alike() {
    let (plain, table) = (guilford().fit(&judges_noncentred()), guilford());
    let corrected =
        table.fit(&RaschOptions { bias_correction: BiasCorrection::Shrink, ..judges_noncentred() });
    // 6 juniors, 3 judges, 4 traits and 7 thresholds.
    assert_eq!(plain.n_parameters, 20);
    let factor = 1.0 - 20.0 / 105.0;
    for junior in 0..7 {
        close("junior", value(&corrected, 0, junior), factor * value(&plain, 0, junior), 1e-9);
    }
    let infit = |fit: &RaschFit| fit.facets[1][0].fit.unwrap().infit.value;
    close("infit", infit(&corrected), infit(&plain), 1e-12);
}

#[test]
fn separation_of_the_example() {
    // Linacre, A User's Guide to Facets, Table 7: RMSE .08 and adjusted S.D. .17 give separation 2.17, strata 3.22,
    // reliability .82. Two decimals leave the figures behind them open: these round to all of the first four.
    let (rmse, adjusted): (f64, f64) = (0.0785, 0.1702);
    let sd = (rmse * rmse + adjusted * adjusted).sqrt();
    let found = separation(&[-sd, sd], &[rmse, rmse]).unwrap();
    close("rmse", found.rmse, 0.08, 5e-3);
    close("adjusted sd", found.population.adjusted_sd, 0.17, 5e-3);
    close("separation", found.population.separation, 2.17, 5e-3);
    close("strata", found.population.strata, 3.22, 5e-3);
    close("reliability", found.population.reliability, 0.82, 5e-3);
}

#[test]
fn partial_credit_of_equal_scales_is_the_rating_scale_plus_noise() {
    let table = rounded(5, 300, false);
    let scale = table.fit(&tight());
    let credit = table.fit(&RaschOptions { model: ScaleModel::PartialCredit { facet: 2 }, ..tight() });
    // Three more free thresholds for each of three more indicators.
    assert_eq!(credit.n_parameters - scale.n_parameters, 9);
    assert!(credit.log_likelihood > scale.log_likelihood);
    assert_eq!(credit.category_table().len(), 4);
}

#[test]
fn interactions_need_no_facet() {
    let table = rounded(11, 500, false);
    let fit = table.fit(&tight());
    let by_facet = fit.interaction([1, 2], 0.3).unwrap();
    let by_codes = fit.interaction_of([&table.codes[1], &table.codes[2]], 0.3).unwrap();
    assert_eq!(by_facet, by_codes);
    // A grouping of one group has nothing left: the residuals of an evaluator add up to 0.
    let one = vec![0; table.ratings.len()];
    for cell in fit.interaction_of([&table.codes[1], &one], 0.3).unwrap().cells {
        close("no departure", cell.bias, 0.0, 1e-8);
    }
    assert_eq!(fit.interaction_of([&table.codes[1], &one[1..]], 0.3), Err(Undefined::NotComplete));
}

#[test]
fn expected_ratings_and_information_are_those_of_the_elements() {
    let table = rounded(11, 500, true);
    let fit = table.fit(&tight());
    let n = table.ratings.len();
    let weights = table.weights.as_ref().unwrap();
    let expected = fit.expected(n, |_, rating| f64::from(rating));
    let information = fit.information(n);
    for element in 0..6 {
        let own = || (0..n).filter(|row| table.codes[1][*row] == element as u32);
        let observed: f64 = own().map(|row| weights[row] * f64::from(table.ratings[row])).sum();
        let sum: f64 = own().map(|row| weights[row] * expected[row].unwrap()).sum();
        close("expected is observed", sum, observed, 1e-6);
        let told: f64 = own().map(|row| information[row].unwrap()).sum();
        let se = fit.facets[1][element].measure.unwrap().se.unwrap();
        close("information", told, 1.0 / (se * se), 1e-9 * told);
    }
}

#[test]
fn a_category_is_the_most_probable_one_from_its_threshold_on() {
    let fit = rounded(11, 500, false).fit(&options_of_partial_credit());
    let (mut modal, mut hidden) = (0, 0);
    for scale in fit.category_table() {
        for (k, category) in scale.categories.iter().enumerate() {
            // Where the grid finds it on top, and nowhere else.
            let on_top: Vec<f64> = (-800..=800)
                .map(|step| 0.01 * f64::from(step))
                .filter(|eta| {
                    let p = fit.category_probabilities(scale.element, *eta).unwrap();
                    p.iter().enumerate().all(|(other, value)| other == k || *value < p[k])
                })
                .collect();
            match (on_top.first(), category.most_probable_from) {
                (Some(first), Some(from)) => {
                    close("from", *first, from, 0.0101);
                    modal += 1;
                }
                (Some(_), None) => assert_eq!(k, 0),
                (None, from) => {
                    // Narrower than the grid, if anything.
                    assert!(from.is_none() || !category.is_modal || on_top.is_empty());
                    hidden += 1;
                }
            }
            assert_eq!(category.is_modal, !on_top.is_empty());
        }
    }
    assert!(modal > 10 && hidden > 0, "{modal} {hidden}");
}

fn options_of_partial_credit() -> RaschOptions {
    RaschOptions { model: ScaleModel::PartialCredit { facet: 2 }, ..tight() }
}
