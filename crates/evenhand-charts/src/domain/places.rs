//! Where rows stand when there are too many for a line each.

use evenhand_protocol::Estimate;

use super::context::Context;
use super::phrases::others;
use super::reach::ends;
use crate::geometry::Point;
use crate::mark::Band;
use crate::plot::Plot;
use crate::role::Role;

/// The band of a strip has at most so many edges.
const MOST_EDGES: usize = 300;

/// Which row stands where: on a line of its own, or in a strip for those in the middle.
pub(super) struct Places {
    n: usize,
    ends: usize,
    strip: usize,
}

impl Places {
    /// The places of so many evaluators in a caterpillar: beyond 60, the 20 at either end have a line each and the others
    /// share six.
    pub(super) fn of_evaluators(n: usize) -> Self {
        Self { n, ends: if n > 60 { 20 } else { n }, strip: 6 }
    }

    /// The places of so many rows of other charts: beyond 200, the 60 at either end have a line each and the others share
    /// twelve.
    pub(super) fn of_rows(n: usize) -> Self {
        Self { n, ends: if n > 200 { 60 } else { n }, strip: 12 }
    }

    /// Whether the row is one of those in the middle.
    pub(super) fn in_strip(&self, k: usize) -> bool {
        self.n > self.ends && (self.ends..self.n - self.ends).contains(&k)
    }

    /// The line, a fraction within the strip.
    pub(super) fn place(&self, k: usize) -> f64 {
        if self.in_strip(k) {
            return self.ends as f64 - 0.5 + (k - self.ends) as f64 * self.height(k) + self.height(k) / 2.0;
        }
        let row = if k < self.ends { k } else { k + 2 * self.ends + self.strip - self.n };
        row as f64
    }

    /// The share of a line that is the row's own.
    pub(super) fn height(&self, k: usize) -> f64 {
        if self.in_strip(k) { self.strip as f64 / (self.n - 2 * self.ends) as f64 } else { 1.0 }
    }

    /// The names of the lines, the strip with how many it holds.
    pub(super) fn names(&self, names: &[String], context: &Context) -> Vec<String> {
        if self.n == self.ends {
            return names.to_vec();
        }
        let mut strip = vec![String::new(); self.strip];
        strip[self.strip / 2] = others(context.language, self.n - 2 * self.ends);
        [&names[..self.ends], &strip, &names[self.n - self.ends..]].concat()
    }

    /// Draws the band behind the strip, as wide as the intervals are there; `estimates` are those of all rows.
    pub(super) fn draw_band<'a>(
        &self,
        plot: &mut Plot,
        estimates: impl Iterator<Item = Option<&'a Estimate>>,
    ) {
        let known: Vec<(f64, f64, f64)> = estimates
            .enumerate()
            .filter(|(k, _)| self.in_strip(*k))
            .filter_map(|(k, estimate)| {
                let (low, high) = ends(estimate?)?;
                Some((self.place(k), low, high))
            })
            .collect();
        // Neighbours that share an edge give it the widest of their intervals.
        let edges = known.chunks(known.len().div_ceil(MOST_EDGES).max(1)).map(|near| {
            let low = near.iter().map(|one| one.1).fold(f64::INFINITY, f64::min);
            let high = near.iter().map(|one| one.2).fold(f64::NEG_INFINITY, f64::max);
            let place = near.iter().map(|one| one.0).sum::<f64>() / near.len() as f64;
            (plot.at(low, place), plot.at(high, place))
        });
        let edges: Vec<(Point, Point)> = edges.collect();
        plot.add(Band::between(edges).role(Role::Neutral).opacity(0.25));
    }
}
