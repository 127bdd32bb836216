//! The round at which an evaluator's severity shifted.

use super::table::Severity;
use crate::resampling::Resampling;
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// The best single change point of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangePoint {
    /// The code of the first round after the shift.
    pub round: u32,
    /// The weighted mean severity from then on less that before.
    pub shift: f64,
    /// The standard error of the shift, with the round taken as known.
    pub se: f64,
    /// The share of orders of the same severities whose best change point is at least as sharp, this one included.
    pub p: f64,
}

/// Finds the split of an evaluator's severities, in the order of rounds and in one frame, with the largest standardised
/// shift, and tests it by permuting the severities, each with its error.
///
/// With k rounds there are few orders, so that no p can be below `2 / k!` or so: four rounds can show hardly any shift.
/// Up to 7 rounds all orders are counted; else as many as `resampling` says are drawn.
/// Source: the permutation version of the maximally selected statistic (Worsley 1979; Pesarin 2001).
///
/// # Errors
/// `TooFewUnits` for fewer than three rounds.
pub fn change_point(severities: &[Severity], resampling: Resampling) -> Result<ChangePoint, Undefined> {
    let n = severities.len();
    if n < 3 {
        return Err(Undefined::TooFewUnits { needed: 3, found: n });
    }
    let mut points: Vec<Point> =
        severities.iter().map(|s| Point { value: s.value, weight: 1.0 / (s.se * s.se) }).collect();
    let best = sharpest(&points);
    // Orders with the same splits differ by rounding.
    let least = best.z.abs() * (1.0 - 1e-9);
    let mut count = Count { reached: 0, orders: 0 };
    if n <= 7 {
        every_order(&mut points, n, &mut |points| count.add(sharpest(points).z.abs() >= least));
    } else {
        count.add(true);
        let mut random = resampling.random();
        for _ in 0..resampling.resamples() {
            for place in (1..n).rev() {
                points.swap(place, random.below(place + 1));
            }
            count.add(sharpest(&points).z.abs() >= least);
        }
    }
    Ok(ChangePoint {
        round: severities[best.first].round,
        shift: best.shift,
        se: best.se,
        p: count.reached as f64 / count.orders as f64,
    })
}

struct Count {
    reached: usize,
    orders: usize,
}

impl Count {
    fn add(&mut self, reached: bool) {
        self.reached += usize::from(reached);
        self.orders += 1;
    }
}

#[derive(Clone, Copy)]
struct Point {
    value: f64,
    weight: f64,
}

struct Split {
    /// The first point after the split.
    first: usize,
    shift: f64,
    se: f64,
    z: f64,
}

/// The split with the largest standardised shift, the first of equals.
fn sharpest(points: &[Point]) -> Split {
    let total_weight = sum_of(points.iter().map(|point| point.weight));
    let total = sum_of(points.iter().map(|point| point.weight * point.value));
    let mut best = Split { first: 1, shift: 0.0, se: 0.0, z: 0.0 };
    let (mut weight, mut sum) = (0.0, 0.0);
    for (place, point) in points.iter().enumerate().take(points.len() - 1) {
        weight += point.weight;
        sum += point.weight * point.value;
        let rest = total_weight - weight;
        let shift = (total - sum) / rest - sum / weight;
        let se = (1.0 / weight + 1.0 / rest).sqrt();
        let z = shift / se;
        // Where all severities are alike the first split stands for all.
        if place == 0 || z.abs() > best.z.abs() {
            best = Split { first: place + 1, shift, se, z };
        }
    }
    best
}

/// Calls `visit` with every order of the first `n` points (Heap 1963).
fn every_order(points: &mut [Point], n: usize, visit: &mut impl FnMut(&[Point])) {
    if n < 2 {
        visit(points);
        return;
    }
    for place in 0..n {
        every_order(points, n - 1, visit);
        if place + 1 < n {
            points.swap(if n.is_multiple_of(2) { place } else { 0 }, n - 1);
        }
    }
}
