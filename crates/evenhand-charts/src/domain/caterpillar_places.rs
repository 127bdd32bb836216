//! Where the evaluators of a caterpillar stand when there are too many for a row each.

use super::context::Context;
use super::phrases::others;

/// Up to so many evaluators have a row each.
const MOST_ROWS: usize = 60;
/// Of more, so many at either end have one.
const END_ROWS: usize = 20;
/// The height of the strip of all others between them, in rows.
const STRIP_ROWS: usize = 6;

/// Which evaluator stands where: a row each, or a strip for those in the middle.
pub(super) struct Places {
    n: usize,
    ends: usize,
}

impl Places {
    /// The places of so many evaluators.
    pub(super) fn of(n: usize) -> Self {
        Self { n, ends: if n > MOST_ROWS { END_ROWS } else { n } }
    }

    /// Whether the evaluator is one of those in the middle.
    pub(super) fn in_strip(&self, k: usize) -> bool {
        self.n > self.ends && (self.ends..self.n - self.ends).contains(&k)
    }

    /// The row, a fraction within the strip.
    pub(super) fn place(&self, k: usize) -> f64 {
        if self.in_strip(k) {
            return self.ends as f64 - 0.5 + (k - self.ends) as f64 * self.height(k) + self.height(k) / 2.0;
        }
        let row = if k < self.ends { k } else { k + 2 * self.ends + STRIP_ROWS - self.n };
        row as f64
    }

    /// The share of a row that is the evaluator's own.
    pub(super) fn height(&self, k: usize) -> f64 {
        if self.in_strip(k) { STRIP_ROWS as f64 / (self.n - 2 * self.ends) as f64 } else { 1.0 }
    }

    /// The names of the rows, the strip with how many it holds.
    pub(super) fn names(&self, names: &[String], context: &Context) -> Vec<String> {
        if self.n == self.ends {
            return names.to_vec();
        }
        let mut strip = vec![String::new(); STRIP_ROWS];
        strip[STRIP_ROWS / 2] = others(context.language, self.n - 2 * self.ends);
        [&names[..self.ends], &strip, &names[self.n - self.ends..]].concat()
    }
}
