//! The location at which some ratings have a given expected score, all else being known.

use super::curve::{Curve, FAR, Location};
use super::likelihood::longest;

/// A rating with everything known of it but a common shift of the locations.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) scale: usize,
    pub(super) eta: f64,
    pub(super) weight: f64,
}

/// The shift, and the information that the ratings hold on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    pub(super) value: f64,
    pub(super) information: f64,
}

/// Finds the shift of all locations at which the expected total score is `target`, by Newton's method kept inside of
/// a bracket; `None` unless the target lies between the lowest and the highest total.
pub(super) fn solve(curves: &[Curve], pieces: &[Piece], target: f64) -> Option<Shift> {
    let highest: f64 =
        pieces.iter().map(|piece| piece.weight * curves[piece.scale].scores.last().unwrap_or(&0.0)).sum();
    if !(target > 0.0 && target < highest) {
        return None;
    }
    let mut buffer = vec![0.0; longest(curves)];
    let (mut low, mut high) = (-2.0 * FAR, 2.0 * FAR);
    let mut value = 0.0;
    for _ in 0..200 {
        let now = total(curves, pieces, value, &mut buffer);
        let missing = target - now.score;
        if missing > 0.0 {
            low = value;
        } else {
            high = value;
        }
        let newton = value + (missing / now.information).clamp(-2.0, 2.0);
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        let done = missing == 0.0 || (next - value).abs() <= 1e-12 * value.abs().max(1.0);
        value = if missing == 0.0 { value } else { next };
        if done {
            break;
        }
    }
    let information = total(curves, pieces, value, &mut buffer).information;
    (information > 0.0).then_some(Shift { value, information })
}

struct Total {
    score: f64,
    information: f64,
}

fn total(curves: &[Curve], pieces: &[Piece], shift: f64, buffer: &mut [f64]) -> Total {
    let mut total = Total { score: 0.0, information: 0.0 };
    for piece in pieces {
        let curve = &curves[piece.scale];
        let probabilities = &mut buffer[..curve.len()];
        curve.fill_only(Location::new(piece.eta + shift), probabilities);
        let moments = curve.moments(probabilities);
        total.score += piece.weight * moments.mean;
        total.information += piece.weight * moments.variance;
    }
    total
}
