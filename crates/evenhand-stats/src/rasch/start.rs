//! Where the estimation starts.

use super::constraints::Constraints;
use super::data::RaschData;
use super::model::Model;
use super::options::RaschOptions;
use super::rows::Rows;

/// Parameters that give the categories of every scale their observed frequencies where all elements are alike.
pub(super) fn start(
    data: &RaschData<'_>,
    options: &RaschOptions,
    model: &Model,
    rows: &Rows,
    constraints: &Constraints,
) -> Vec<f64> {
    let mut parameters = vec![0.0; model.n_parameters()];
    for row in 0..rows.len() {
        let first = model.scale_starts[rows.scale(model, row)];
        parameters[first + usize::from(rows.category[row])] += rows.weight(row);
    }
    // The mean location of the scales, weighted by their ratings.
    let (mut level, mut total) = (0.0, 0.0);
    for (index, scale) in model.scales.iter().enumerate() {
        let tau = &mut parameters[model.thresholds(index)];
        let count: f64 = tau.iter().sum();
        let lowest = tau.first().copied().unwrap_or(1.0);
        tau.iter_mut().for_each(|count| *count = -libm::log(*count / lowest));
        let scores = scale.scores();
        let (Some(last), Some(range)) = (tau.last().copied(), scores.last().filter(|range| **range > 0.0))
        else {
            continue;
        };
        level -= count * last / range;
        total += count;
        tau.iter_mut().zip(&scores).for_each(|(tau, score)| *tau -= last * score / range);
        if let Some(last) = tau.last_mut() {
            *last = 0.0;
        }
    }
    let noncentred = model.elements(options.noncentred);
    let level = if total > 0.0 { model.signs[options.noncentred] * level / total } else { 0.0 };
    parameters[noncentred].fill(level);
    for (facet, offset) in data.facets.iter().zip(&model.offsets) {
        facet.anchors.iter().for_each(|anchor| parameters[offset + anchor.element as usize] = anchor.measure);
    }
    constraints.satisfy(&mut parameters);
    parameters
}
