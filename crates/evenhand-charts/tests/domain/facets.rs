//! The curves of the categories, of one scale and of several.

use evenhand_charts::domain::category_curves;
use evenhand_protocol::{
    CategoryCurves, CategoryScale, Facets, FitConvergence, RaschCategories, Recoding, ScoreCategory,
    UnexpectedScores,
};
use evenhand_words::Language;

use crate::data::{TEN, check_three, draw, indicator_id};

/// A rating scale with these thresholds; category k is called k + 1.
fn scale(indicator: Option<String>, thresholds: &[f64]) -> CategoryScale {
    let tau: Vec<f64> = (0..=thresholds.len()).map(|k| thresholds[..k].iter().sum()).collect();
    let locations: Vec<f64> = (0..=80).map(|point| -4.0 + 0.1 * f64::from(point)).collect();
    let exponent = |k: usize, eta: f64| (k as f64 * eta - tau[k]).exp();
    let total = |eta: f64| -> f64 { (0..tau.len()).map(|k| exponent(k, eta)).sum() };
    let curve = |k: usize| locations.iter().map(|eta| exponent(k, *eta) / total(*eta)).collect();
    let category = |k: usize| {
        let above = thresholds.get(k).copied().unwrap_or(f64::INFINITY);
        let below = k.checked_sub(1).map(|k| thresholds[k]);
        let is_modal = below.is_none_or(|below| below < above);
        ScoreCategory {
            first: k as f64 + 1.0,
            last: if k == 0 { 1.5 } else { k as f64 + 1.0 },
            n: 100 + 10 * k as u32,
            share: 0.2,
            average_measure: k as f64 - 2.0,
            expected_measure: k as f64 - 2.1,
            outfit: Some(1.0),
            threshold: below,
            threshold_se: below.map(|_| 0.1),
            ordered: is_modal,
            is_modal,
            most_probable_from: below.filter(|_| is_modal),
        }
    };
    CategoryScale {
        indicator,
        categories: (0..tau.len()).map(category).collect(),
        n_disordered: 0,
        averages_ascend: true,
        curves: CategoryCurves { probabilities: (0..tau.len()).map(curve).collect(), locations },
    }
}

fn facets(scales: Vec<CategoryScale>) -> Facets {
    Facets {
        measures: Vec::new(),
        n_scores: 600,
        scale: TEN,
        categories: RaschCategories {
            n_values: 6,
            n_categories: 5,
            by_indicator: scales.len() > 1,
            recoding: Recoding::RareJoined,
        },
        convergence: FitConvergence { iterations: 9, largest_residual: 0.001, largest_change: 1e-6 },
        interactions: Vec::new(),
        unexpected: UnexpectedScores { least: 3.0, n: 0, share_by_chance: 0.0027, scores: Vec::new() },
        scales,
    }
}

const THRESHOLDS: [f64; 4] = [-1.5, 0.4, 0.2, 1.6];

#[test]
fn curves_of_one_scale() {
    check_three("category-curves", category_curves, &facets(vec![scale(None, &THRESHOLDS)]));
}

#[test]
fn curves_of_several_scales() {
    let scales = (0..3).map(|k| scale(Some(indicator_id(k)), &THRESHOLDS[..4 - k])).collect();
    check_three("category-curves-by-indicator", category_curves, &facets(scales));
}

#[test]
fn a_step_says_from_where_on_it_is_likely() {
    let scene = draw(category_curves, &facets(vec![scale(None, &THRESHOLDS)]), Language::En, 688.0);
    let lines: Vec<&str> = scene.data.iter().flat_map(|datum| &datum.lines).map(String::as_str).collect();
    assert!(lines.iter().any(|line| line.contains("nowhere")), "{lines:?}");
    assert_eq!(scene.data.len(), 5);
}
