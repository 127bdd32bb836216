//! How the steps of the scale are used.

use evenhand_protocol::{CategoryCurves, CategoryScale, ScoreCategory};
use evenhand_stats::{RaschCategory, RaschScale};

use crate::Design;
use crate::rasch::Measured;

/// Points of every curve.
const POINTS: usize = 121;
/// How far the curves go beyond the outermost thresholds, in logits.
const BEYOND: f64 = 2.0;

/// All scales that have scores.
pub(super) fn scales(design: &Design, measured: &Measured) -> Vec<CategoryScale> {
    measured.fit.category_table().iter().map(|scale| told(design, measured, scale)).collect()
}

fn told(design: &Design, measured: &Measured, scale: &RaschScale) -> CategoryScale {
    let classes = measured.categories.scale_of(scale.element.unwrap_or(0));
    let total: usize = scale.categories.iter().map(|category| category.n).sum();
    let category = |one: &RaschCategory| {
        let class = classes.get(one.rating as usize)?;
        Some(ScoreCategory {
            first: class.first,
            last: class.last,
            n: one.n as u32,
            share: one.n as f64 / total.max(1) as f64,
            average_measure: one.average_measure,
            expected_measure: one.expected_measure,
            outfit: one.outfit,
            threshold: one.threshold.map(|threshold| threshold.value),
            threshold_se: one.threshold.and_then(|threshold| threshold.se),
            ordered: one.threshold.is_none_or(|threshold| threshold.ordered),
            is_modal: one.is_modal,
            most_probable_from: one.most_probable_from,
        })
    };
    CategoryScale {
        indicator: scale.element.map(|code| design.metadata().indicators[code as usize].id.clone()),
        categories: scale.categories.iter().filter_map(category).collect(),
        n_disordered: scale.n_disordered as u32,
        averages_ascend: scale.averages_ascend,
        curves: curves(measured, scale),
    }
}

fn curves(measured: &Measured, scale: &RaschScale) -> CategoryCurves {
    let thresholds = || scale.categories.iter().filter_map(|one| one.threshold).map(|one| one.value);
    let low = thresholds().fold(0.0, f64::min) - BEYOND;
    let high = thresholds().fold(0.0, f64::max) + BEYOND;
    let location = |point: usize| low + (high - low) * point as f64 / (POINTS - 1) as f64;
    let locations: Vec<f64> = (0..POINTS).map(location).collect();
    let mut probabilities = vec![Vec::with_capacity(POINTS); scale.categories.len()];
    for eta in &locations {
        let at = measured.fit.category_probabilities(scale.element, *eta).unwrap_or_default();
        probabilities.iter_mut().zip(at).for_each(|(curve, p)| curve.push(p));
    }
    CategoryCurves { locations, probabilities }
}
