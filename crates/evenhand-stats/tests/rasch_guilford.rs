//! The many-facet Rasch model on Guilford's ratings of creativity.
//!
//! The figures are those that Linacre's Facets prints for this table, without correction for bias and with juniors and
//! traits centred: A User's Guide to Facets, Tables 7, 13 and 14 of its worked example.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/rasch_tables.rs"]
mod rasch_tables;

use common::close;
use evenhand_stats::RaschElement;
use rasch_tables::{guilford, judges_noncentred};

/// Half a unit of the third decimal.
const THREE: f64 = 5.1e-4;

#[track_caller]
fn measures(found: &[RaschElement], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (element, expected) in found.iter().zip(expected) {
        close("measure", element.measure.unwrap().value, *expected, THREE);
    }
}

#[test]
fn measures_of_all_facets() {
    let fit = guilford().fit(&judges_noncentred());
    assert!(fit.convergence.converged, "{:?}", fit.convergence);
    measures(&fit.facets[0], &[-0.071, 0.664, -0.255, -0.482, 0.441, -0.584, 0.288]);
    measures(&fit.facets[1], &[0.040, 0.245, -0.096]);
    measures(&fit.facets[2], &[-0.280, -0.147, 0.211, -0.302, 0.518]);
    assert_eq!(fit.n_subsets, [1, 1, 1]);
}

#[test]
fn errors_and_fit_of_the_judges() {
    let fit = guilford().fit(&judges_noncentred());
    let expected = [(0.117, 0.849), (0.118, 1.475), (0.116, 0.672)];
    for (judge, (se, infit)) in fit.facets[1].iter().zip(expected) {
        close("se", judge.measure.unwrap().se.unwrap(), se, THREE);
        close("infit", judge.fit.unwrap().infit.value, infit, THREE);
    }
}

#[test]
fn judges_do_not_differ_surely() {
    let fit = guilford().fit(&judges_noncentred());
    let fixed = fit.facet_summary(1).unwrap().with_extremes.fixed.unwrap();
    close("fixed chi-square", fixed.chi_squared, 4.30, 5e-3);
    assert_eq!(fixed.df, 2.0);
}

#[test]
fn agreement_of_the_judges() {
    let agreement = guilford().fit(&judges_noncentred()).rater_agreement(1).unwrap();
    assert_eq!(agreement.total.opportunities, 105.0);
    assert_eq!(agreement.total.observed, 33.0);
    close("expected", agreement.total.expected, 27.02, 5e-3);
    let of_judges: f64 = agreement.elements.iter().map(|judge| judge.expected).sum();
    close("every pair has two judges", of_judges, 2.0 * agreement.total.expected, 1e-9);
}

#[test]
fn largest_interaction() {
    let interaction = guilford().fit(&judges_noncentred()).interaction([1, 0], 0.3).unwrap();
    assert_eq!(interaction.cells.len(), 21);
    let largest = interaction.cells.iter().max_by(|a, b| a.t.abs().total_cmp(&b.t.abs())).unwrap();
    // Judge 2 and junior 5.
    assert_eq!((largest.elements, largest.n), ([1, 4], 5));
    assert_eq!(largest.observed, 14.0);
    close("expected", largest.expected, 27.02, 5.1e-3);
    close("bias", largest.bias, -1.302, THREE);
    close("t", largest.t, -3.61, 5e-3);
    let squares: f64 = interaction.cells.iter().map(|cell| cell.t * cell.t).sum();
    close("fixed chi-square", interaction.fixed.unwrap().chi_squared, squares, 1e-9);
}
