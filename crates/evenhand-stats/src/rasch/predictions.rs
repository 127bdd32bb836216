//! What the fitted model says of every rating that took part.

use super::curve::{Curve, Location};
use super::likelihood::longest;
use super::model::Model;
use super::rows::Rows;
use super::tally::Seen;

/// One rating with the probabilities of its categories.
pub(super) struct Prediction<'a> {
    pub(super) row: usize,
    pub(super) scale: usize,
    pub(super) category: usize,
    pub(super) seen: Seen,
    pub(super) probabilities: &'a [f64],
}

/// Calls `visit` for every row, in order.
pub(super) fn visit(
    model: &Model,
    rows: &Rows,
    parameters: &[f64],
    curves: &[Curve],
    mut visit: impl FnMut(Prediction<'_>),
) {
    let mut buffer = vec![0.0; longest(curves)];
    for (row, eta) in rows.locations(model, parameters).into_iter().enumerate() {
        let scale = rows.scale(model, row);
        let curve = &curves[scale];
        let probabilities = &mut buffer[..curve.len()];
        curve.fill_only(Location::new(eta), probabilities);
        let category = usize::from(rows.category[row]);
        let moments = curve.moments(probabilities);
        let seen = Seen { score: curve.scores[category], eta, weight: rows.weight(row), moments };
        visit(Prediction { row, scale, category, seen, probabilities });
    }
}
