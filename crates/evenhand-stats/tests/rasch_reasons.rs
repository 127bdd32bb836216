//! Why a many-facet Rasch model has no answer.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/rasch_tables.rs"]
mod rasch_tables;

use std::ops::ControlFlow;

use evenhand_stats::{
    Anchor, BiasCorrection, GroupAnchors, RaschData, RaschErrors, RaschOptions, ScaleModel, Undefined, rasch,
    separation,
};
use rasch_tables::{RatingTable, rounded};

#[track_caller]
fn refused(table: &RatingTable, options: &RaschOptions, reason: Undefined) {
    assert_eq!(table.fit_with(&table.facets(), options).map(|fit| fit.convergence), Err(reason));
}

#[test]
fn data_that_do_not_belong_together() {
    let options = RaschOptions::default();
    let mut table = rounded(5, 100, true);
    table.weights.as_mut().unwrap().pop();
    refused(&table, &options, Undefined::NotComplete);
    table.weights = Some(vec![0.0; 100]);
    refused(&table, &options, Undefined::InvalidWeights);
    table.weights = None;
    table.codes[1].pop();
    refused(&table, &options, Undefined::NotComplete);
    refused(&RatingTable::new(2), &options, Undefined::TooFewUnits { needed: 2, found: 0 });
    refused(&RatingTable::new(0), &options, Undefined::InvalidParameter);
}

#[test]
fn codes_beyond_the_elements() {
    let table = rounded(5, 100, false);
    let mut facets = table.facets();
    facets[0].n_elements = 3;
    let found = table.fit_with(&facets, &RaschOptions::default());
    assert_eq!(found.map(|fit| fit.convergence), Err(Undefined::NotComplete));
}

#[test]
fn options_out_of_range() {
    let table = rounded(5, 100, false);
    let base = RaschOptions::default();
    let invalid = [
        RaschOptions { noncentred: 3, ..base },
        RaschOptions { model: ScaleModel::PartialCredit { facet: 3 }, ..base },
        RaschOptions { extreme_adjustment: 0.5, ..base },
        RaschOptions { score_tolerance: 0.0, ..base },
        RaschOptions { logit_tolerance: f64::NAN, ..base },
        RaschOptions { max_iterations: 0, ..base },
    ];
    invalid.iter().for_each(|options| refused(&table, options, Undefined::InvalidParameter));
}

#[test]
fn anchors_that_contradict_the_frame() {
    let table = rounded(5, 100, false);
    let anchors = [Anchor { element: 0, measure: 0.5 }];
    let fit = |facet: usize, options: &RaschOptions| {
        let mut facets = table.facets();
        facets[facet].anchors = &anchors;
        table.fit_with(&facets, options).map(|fit| fit.convergence.converged)
    };
    let base = RaschOptions::default();
    assert_eq!(fit(0, &base), Err(Undefined::InvalidParameter));
    assert_eq!(fit(1, &base), Ok(true));
    let shrink = RaschOptions { bias_correction: BiasCorrection::Shrink, ..base };
    assert_eq!(fit(1, &shrink), Err(Undefined::InvalidParameter));
    let grouped = |groups: GroupAnchors<'_>, options: &RaschOptions| {
        let mut facets = table.facets();
        facets[1].groups = Some(groups);
        table.fit_with(&facets, options).map(|fit| fit.convergence.converged)
    };
    let group_of = [0, 0, 0, 0, 0, GroupAnchors::NONE];
    let groups = GroupAnchors { group_of: &group_of, means: &[0.0] };
    assert_eq!(grouped(groups, &base), Ok(true));
    let joint = RaschOptions { errors: RaschErrors::Joint, ..base };
    assert_eq!(grouped(groups, &joint), Err(Undefined::InvalidParameter));
    assert_eq!(grouped(GroupAnchors { means: &[], ..groups }, &base), Err(Undefined::NotComplete));
    assert_eq!(
        grouped(GroupAnchors { means: &[f64::NAN], ..groups }, &base),
        Err(Undefined::InvalidParameter)
    );
}

#[test]
fn ratings_that_do_not_vary() {
    let mut table = rounded(5, 100, false);
    table.ratings.fill(3);
    refused(&table, &RaschOptions::default(), Undefined::NoVariance);
}

#[test]
fn scales_that_are_too_long() {
    let mut table = rounded(5, 300, false);
    for (row, rating) in table.ratings.iter_mut().enumerate() {
        *rating = row as u32;
    }
    refused(&table, &RaschOptions::default(), Undefined::TooLarge { limit: 256, found: 257 });
    table.ratings.iter_mut().for_each(|rating| *rating = 1_000 * (*rating % 2));
    refused(&table, &RaschOptions::default(), Undefined::TooLarge { limit: 256, found: 1_000 });
}

#[test]
fn a_listener_ends_the_fit() {
    let table = rounded(5, 100, false);
    let facets = table.facets();
    let data = RaschData { ratings: &table.ratings, weights: None, facets: &facets };
    let mut heard = 0;
    let found = rasch(&data, &RaschOptions::default(), &mut |progress| {
        heard += 1;
        if progress.convergence.iterations < 2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert_eq!(found.map(|fit| fit.convergence), Err(Undefined::Cancelled));
    assert!(heard > 2);
}

#[test]
fn too_few_iterations_are_said() {
    let fit = rounded(5, 100, false).fit(&RaschOptions { max_iterations: 1, ..RaschOptions::default() });
    assert!(!fit.convergence.converged);
    assert_eq!(fit.convergence.iterations, 1);
}

#[test]
fn facets_that_are_not_there() {
    let fit = rounded(5, 100, false).fit(&RaschOptions::default());
    assert_eq!(fit.facet_summary(3), Err(Undefined::NotComplete));
    assert_eq!(fit.rater_agreement(3), Err(Undefined::NotComplete));
    assert_eq!(fit.interaction([1, 1], 0.3), Err(Undefined::NotComplete));
    assert_eq!(fit.interaction([0, 1], 0.5), Err(Undefined::InvalidParameter));
    assert_eq!(fit.category_probabilities(Some(1), 0.0), None);
}

#[test]
fn measures_without_separation() {
    assert_eq!(separation(&[1.0], &[0.1]), Err(Undefined::TooFewUnits { needed: 2, found: 1 }));
    assert_eq!(separation(&[1.0, 2.0], &[0.1]), Err(Undefined::NotComplete));
    assert_eq!(separation(&[1.0, 2.0], &[0.0, 0.0]), Err(Undefined::NoVariance));
    assert_eq!(separation(&[1.0, f64::NAN], &[0.1, 0.1]), Err(Undefined::NotFinite));
    assert_eq!(separation(&[1.0, 2.0], &[0.1, -0.1]), Err(Undefined::Negative));
}
