//! Measures for elements all of whose ratings are the lowest or the highest.

use super::curve::Curve;
use super::data::RaschData;
use super::element::ElementStatus;
use super::extremes::{KEPT, Trimmed};
use super::model::Model;
use super::shift::{Piece, solve};

/// Gives every extreme element the measure of its score moved inward by `adjustment` rating points, in the reverse
/// order of their being set aside, so that all other measures its ratings depend on are known.
///
/// Elements for which no measure follows become [`ElementStatus::Uninformative`]. Returned are the informations by
/// parameter, 0 for elements that are not extreme.
pub(super) fn measure_extremes(
    data: &RaschData<'_>,
    model: &Model,
    curves: &[Curve],
    trimmed: &mut Trimmed,
    parameters: &mut [f64],
    adjustment: f64,
) -> Vec<f64> {
    let mut information = vec![0.0; model.n_elements()];
    let rows = rows_by_round(trimmed);
    for (round, facet) in trimmed.facets.clone().into_iter().enumerate().rev() {
        let pieces = pieces(data, model, curves, &trimmed.status, parameters, facet, &rows[round]);
        for (element, pieces) in pieces.iter().enumerate() {
            let status = &mut trimmed.status[facet][element];
            // An element is set aside once, with all its ratings of that round.
            if !status.is_extreme() || pieces.is_empty() {
                continue;
            }
            let range: f64 =
                pieces.iter().map(|p| p.weight * curves[p.scale].scores.last().unwrap_or(&0.0)).sum();
            let inward = adjustment * range.min(1.0);
            let target = if *status == ElementStatus::Lowest { inward } else { range - inward };
            match solve(curves, pieces, target) {
                Some(shift) => {
                    let parameter = model.offsets[facet] + element;
                    parameters[parameter] = model.signs[facet] * shift.value;
                    information[parameter] = shift.information;
                }
                None => *status = ElementStatus::Uninformative,
            }
        }
    }
    for (facet, status) in trimmed.status.iter_mut().enumerate() {
        for (status, information) in status.iter_mut().zip(&information[model.elements(facet)]) {
            if status.is_extreme() && *information == 0.0 {
                *status = ElementStatus::Uninformative;
            }
        }
    }
    information
}

/// The rows that were set aside in each round.
fn rows_by_round(trimmed: &Trimmed) -> Vec<Vec<u32>> {
    let mut rows = vec![Vec::new(); trimmed.facets.len()];
    for (row, round) in trimmed.round_of.iter().enumerate() {
        if *round != KEPT {
            rows[*round as usize - 1].push(row as u32);
        }
    }
    rows
}

/// The ratings of every element of a facet among some rows, but for those that involve elements without a measure.
fn pieces(
    data: &RaschData<'_>,
    model: &Model,
    curves: &[Curve],
    status: &[Vec<ElementStatus>],
    parameters: &[f64],
    facet: usize,
    rows: &[u32],
) -> Vec<Vec<Piece>> {
    let mut pieces = vec![Vec::new(); data.facets[facet].n_elements];
    for row in rows {
        let row = *row as usize;
        let scale = model.scale_facet.map_or(0, |facet| data.facets[facet].codes[row] as usize);
        let others = || (0..model.n_facets()).filter(|other| *other != facet);
        let code = |other: usize| data.facets[other].codes[row] as usize;
        let known = others().all(|other| {
            let status = status[other][code(other)];
            status.is_calibrated() || status.is_extreme()
        });
        if known && curves[scale].len() > 1 {
            let eta =
                others().map(|other| model.signs[other] * parameters[model.offsets[other] + code(other)]);
            let weight = data.weights.map_or(1.0, |weights| weights[row]);
            pieces[data.facets[facet].codes[row] as usize].push(Piece { scale, eta: eta.sum(), weight });
        }
    }
    pieces
}
