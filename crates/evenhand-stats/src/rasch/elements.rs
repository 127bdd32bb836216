//! The elements of all facets, from the estimated parameters.

use super::curve::Location;
use super::data::RaschData;
use super::element::{ElementStatus, RaschElement, RaschMeasure};
use super::fit::Estimated;
use super::predictions::visit;
use super::tally::Tally;

/// The elements of every facet.
pub(super) fn elements(data: &RaschData<'_>, estimated: &Estimated) -> Vec<Vec<RaschElement>> {
    let tallies = tallies(estimated);
    let fair = FairAverage::new(estimated);
    let element = |facet: usize, code: usize, totals: &Totals| {
        let node = estimated.model.offsets[facet] + code;
        let status = estimated.trimmed.status[facet][code];
        let calibrated = status.is_calibrated();
        let information = estimated.information[node];
        let measure = (calibrated || status.is_extreme()).then(|| RaschMeasure {
            value: estimated.shrink * estimated.parameters[node],
            se: (information > 0.0).then(|| estimated.shrink / information.sqrt()),
            joint_se: estimated
                .joint_variances
                .as_ref()
                .filter(|_| status == ElementStatus::Calibrated)
                .map(|variances| (estimated.shrink * variances[node].max(0.0)).sqrt()),
            fair_average: fair.of(estimated, facet, code),
        });
        RaschElement {
            status,
            n: totals.n,
            weight: totals.weight,
            observed_average: (totals.n > 0).then(|| totals.sum / totals.weight),
            measure,
            fit: if calibrated { tallies[node].fit() } else { None },
            subset: estimated.subsets.of[node],
        }
    };
    (0..data.facets.len())
        .map(|facet| {
            let totals = totals(data, facet);
            totals.iter().enumerate().map(|(code, totals)| element(facet, code, totals)).collect()
        })
        .collect()
}

/// Sums over all ratings of an element, extreme or not.
#[derive(Clone, Copy, Default)]
struct Totals {
    n: usize,
    weight: f64,
    sum: f64,
}

fn totals(data: &RaschData<'_>, facet: usize) -> Vec<Totals> {
    let facet = &data.facets[facet];
    let mut totals = vec![Totals::default(); facet.n_elements];
    for (row, code) in facet.codes.iter().enumerate() {
        let weight = data.weights.map_or(1.0, |weights| weights[row]);
        let totals = &mut totals[*code as usize];
        totals.n += 1;
        totals.weight += weight;
        totals.sum += weight * f64::from(data.ratings[row]);
    }
    totals
}

/// What fit statistics need, by element.
fn tallies(estimated: &Estimated) -> Vec<Tally> {
    let Estimated { model, rows, parameters, curves, .. } = estimated;
    let mut tallies = vec![Tally::default(); model.n_elements()];
    visit(model, rows, parameters, curves, |prediction| {
        for nodes in &rows.nodes {
            tallies[nodes[prediction.row] as usize].add(prediction.seen);
        }
    });
    tallies
}

/// What an element would be rated with elements of mean measure in all other facets.
struct FairAverage {
    /// The signed mean measure of the calibrated elements of every facet.
    means: Vec<f64>,
    /// The share of the ratings on every scale.
    shares: Vec<f64>,
}

impl FairAverage {
    fn new(estimated: &Estimated) -> Self {
        let Estimated { model, rows, trimmed, parameters, .. } = estimated;
        let mean = |facet: usize| {
            let calibrated = trimmed.status[facet].iter().zip(&parameters[model.elements(facet)]);
            let values: Vec<f64> = calibrated
                .filter(|(status, _)| status.is_calibrated())
                .map(|(_, value)| model.signs[facet] * value)
                .collect();
            crate::sum::mean(&values).unwrap_or(0.0)
        };
        let mut shares = vec![0.0; model.scales.len()];
        for row in 0..rows.len() {
            shares[rows.scale(model, row)] += rows.weight(row);
        }
        let total: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= total);
        Self { means: (0..model.n_facets()).map(mean).collect(), shares }
    }

    /// Where scales differ, those of the element itself, or a mean over all of them, weighted by their ratings.
    fn of(&self, estimated: &Estimated, facet: usize, code: usize) -> f64 {
        let Estimated { model, parameters, curves, .. } = estimated;
        let others: f64 = self.means.iter().enumerate().filter(|(f, _)| *f != facet).map(|(_, m)| m).sum();
        let eta = others + model.signs[facet] * parameters[model.offsets[facet] + code];
        let on_scale = |scale: usize| {
            let mut probabilities = vec![0.0; curves[scale].len()];
            curves[scale].fill_only(Location::new(eta), &mut probabilities);
            curves[scale].mean_rating(&probabilities)
        };
        if model.scale_facet == Some(facet) && !curves[code].scores.is_empty() {
            return on_scale(code);
        }
        let used = self.shares.iter().enumerate().filter(|(_, share)| **share > 0.0);
        used.map(|(scale, share)| share * on_scale(scale)).sum()
    }
}
