//! The elements of all facets, from the estimated parameters.

use super::data::RaschData;
use super::element::{ElementStatus, RaschElement, RaschMeasure};
use super::fair_average::FairAverages;
use super::fit::Estimated;
use super::predictions::visit;
use super::tally::Tally;

/// The elements of every facet.
pub(super) fn elements(data: &RaschData<'_>, estimated: &Estimated) -> Vec<Vec<RaschElement>> {
    let tallies = tallies(estimated);
    let Estimated { model, rows, trimmed, parameters, curves, .. } = estimated;
    let fair =
        FairAverages::new(model, rows, parameters, |facet, code| trimmed.status[facet][code].is_calibrated());
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
            fair_average: fair.of((model, parameters, curves), facet, code, |scale, category| {
                f64::from(model.scales[scale].values[category])
            }),
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
