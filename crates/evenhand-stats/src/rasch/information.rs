//! The information that the ratings hold on the parameters, as a matrix that is multiplied with vectors.
//!
//! How a rating varies depends only on its scale and its location. So the covariances of the categories are worked out
//! once, on a grid of locations for every scale, and those of a rating are taken between its two neighbours on the
//! grid. What comes out is a weighted mean of covariance matrices, hence no less regular than the information itself; a
//! product costs a few additions per rating, however many categories there are, and memory does not grow with
//! ratings times categories.

use super::curve::{Curve, Location};
use super::likelihood::{Evaluation, longest};
use super::model::Model;
use super::rows::Rows;

/// The most points of a grid; 20 logits apart at the ends, they are 0.02 logits from one another.
const MOST_POINTS: usize = 1024;

/// The fewest points of a grid.
const FEWEST_POINTS: usize = 32;

/// Locations this far beyond the thresholds say as little as those further out.
const BEYOND: f64 = 30.0;

/// Rows that are worked on at a time, so that what is known of them stays at hand.
const CHUNK: usize = 1024;

/// The information matrix at some parameters, between the points of a grid.
#[derive(Debug)]
pub(super) struct Information {
    grids: Vec<Grid>,
    /// By row the point below it, counted over all grids, and how far it lies towards the next one.
    points: Vec<u32>,
    fractions: Vec<f64>,
    /// By row the variance of its score times its weight.
    variances: Vec<f64>,
}

/// The locations of one scale.
#[derive(Debug)]
struct Grid {
    /// Its first point among those of all grids.
    first: usize,
    n_points: usize,
    n_categories: usize,
    /// By point the covariances of the score with every category.
    with_score: Vec<f64>,
    /// The covariances of categories with each other, summed over the ratings of the scale.
    between: Vec<f64>,
}

impl Information {
    pub(super) fn new(model: &Model, rows: &Rows, evaluation: &Evaluation) -> Self {
        let spans = Span::of_scales(model, rows, evaluation);
        let mut first = 0;
        let mut buffer = vec![0.0; longest(&evaluation.curves)];
        let mut grids = Vec::with_capacity(spans.len());
        let mut point_variances = Vec::new();
        for (curve, span) in evaluation.curves.iter().zip(&spans) {
            let grid = Grid::new(curve, span, first, &mut buffer, &mut point_variances);
            first += grid.n_points;
            grids.push(grid);
        }
        let n = rows.len();
        let mut information =
            Self { grids, points: vec![0; n], fractions: vec![0.0; n], variances: vec![0.0; n] };
        let mut weights = vec![0.0; first];
        for (row, location) in evaluation.locations.iter().enumerate() {
            let scale = rows.scale(model, row);
            let (point, fraction) = spans[scale].place(location.eta);
            let point = information.grids[scale].first + point;
            let (weight, above) = (rows.weight(row), rows.weight(row) * fraction);
            weights[point] += weight - above;
            weights[point + 1] += above;
            information.points[row] = point as u32;
            information.fractions[row] = fraction;
            information.variances[row] =
                (weight - above) * point_variances[point] + above * point_variances[point + 1];
        }
        for ((grid, span), curve) in information.grids.iter_mut().zip(&spans).zip(&evaluation.curves) {
            grid.sum_between(curve, span, &weights, &mut buffer);
        }
        information
    }

    /// The matrix times a vector, one pass over the rows.
    ///
    /// Along the vector the logarithms of a row's probabilities change as `D(k) = score(k) a - t(k)`, with a the change of
    /// its location and t that of its scale; the product collects the covariances with D.
    pub(super) fn times(&self, model: &Model, rows: &Rows, vector: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; vector.len()];
        let n_points = self.grids.last().map_or(0, |grid| grid.first + grid.n_points);
        let mut with_change = vec![0.0; n_points];
        for (scale, grid) in self.grids.iter().enumerate() {
            grid.covariances_with(&vector[model.thresholds(scale)], &mut with_change);
        }
        let mut moved = vec![0.0; n_points];
        let mut values = [0.0; CHUNK];
        for start in (0..rows.len()).step_by(CHUNK) {
            let chunk = start..(start + CHUNK).min(rows.len());
            let values = &mut values[..chunk.len()];
            rows.linear_of(model, vector, chunk.clone(), values);
            for (row, value) in chunk.clone().zip(values.iter_mut()) {
                let (point, fraction) = (self.points[row] as usize, self.fractions[row]);
                let (weight, change) = (rows.weight(row), *value);
                let above = weight * fraction;
                let below = weight - above;
                moved[point] += below * change;
                moved[point + 1] += above * change;
                *value = self.variances[row] * change
                    - (below * with_change[point] + above * with_change[point + 1]);
            }
            rows.scatter_of(model, values, chunk, true, &mut product);
        }
        for (scale, grid) in self.grids.iter().enumerate() {
            let thresholds = model.thresholds(scale);
            grid.add_products(&vector[thresholds.clone()], &moved, &mut product[thresholds]);
        }
        product
    }
}

impl Grid {
    fn new(
        curve: &Curve,
        span: &Span,
        first: usize,
        buffer: &mut [f64],
        point_variances: &mut Vec<f64>,
    ) -> Self {
        let n_categories = curve.len();
        let mut with_score = Vec::with_capacity(span.n_points * n_categories);
        for point in 0..span.n_points {
            let probabilities = &mut buffer[..n_categories];
            curve.fill_only(Location::new(span.location(point)), probabilities);
            let moments = curve.moments(probabilities);
            point_variances.push(moments.variance);
            with_score
                .extend(probabilities.iter().zip(&curve.scores).map(|(p, score)| p * (score - moments.mean)));
        }
        let between = vec![0.0; n_categories * n_categories];
        Self { first, n_points: span.n_points, n_categories, with_score, between }
    }

    fn sum_between(&mut self, curve: &Curve, span: &Span, weights: &[f64], buffer: &mut [f64]) {
        let n = self.n_categories;
        for point in 0..self.n_points {
            let weight = weights[self.first + point];
            if weight == 0.0 {
                continue;
            }
            let probabilities = &mut buffer[..n];
            curve.fill_only(Location::new(span.location(point)), probabilities);
            for (j, p) in probabilities.iter().enumerate() {
                let own = &mut self.between[j * n..(j + 1) * n];
                own.iter_mut().zip(probabilities.iter()).for_each(|(sum, q)| *sum -= weight * p * q);
                own[j] += weight * p;
            }
        }
    }

    /// By point the covariance of the score with a change of the thresholds.
    fn covariances_with(&self, change: &[f64], out: &mut [f64]) {
        if self.n_categories == 0 {
            return;
        }
        let out = &mut out[self.first..self.first + self.n_points];
        for (out, covariances) in out.iter_mut().zip(self.with_score.chunks_exact(self.n_categories)) {
            *out = covariances.iter().zip(change).map(|(covariance, t)| covariance * t).sum();
        }
    }

    /// Adds the products with the thresholds; `moved` is by point the change of the locations there.
    fn add_products(&self, change: &[f64], moved: &[f64], out: &mut [f64]) {
        let n = self.n_categories;
        if n == 0 {
            return;
        }
        let moved = &moved[self.first..self.first + self.n_points];
        for (moved, covariances) in moved.iter().zip(self.with_score.chunks_exact(n)) {
            out.iter_mut().zip(covariances).for_each(|(out, covariance)| *out -= moved * covariance);
        }
        for (out, own) in out.iter_mut().zip(self.between.chunks_exact(n)) {
            *out += own.iter().zip(change).map(|(covariance, t)| covariance * t).sum::<f64>();
        }
    }
}

/// From where to where a grid goes, and in how many steps.
#[derive(Debug, Clone, Copy)]
struct Span {
    low: f64,
    step: f64,
    n_points: usize,
}

impl Span {
    /// The spans of the locations of every scale.
    fn of_scales(model: &Model, rows: &Rows, evaluation: &Evaluation) -> Vec<Self> {
        let none = (f64::INFINITY, f64::NEG_INFINITY, 0_usize);
        let mut seen = vec![none; evaluation.curves.len()];
        for (row, location) in evaluation.locations.iter().enumerate() {
            let (low, high, n) = &mut seen[rows.scale(model, row)];
            *low = low.min(location.eta);
            *high = high.max(location.eta);
            *n += 1;
        }
        let span = |(curve, (low, high, n)): (&Curve, (f64, f64, usize))| {
            if n == 0 {
                return Self { low: 0.0, step: 1.0, n_points: 0 };
            }
            let reach = BEYOND + curve.largest_threshold();
            let (low, high) = (low.clamp(-reach, reach), high.clamp(-reach, reach));
            let n_points = (n / 4).clamp(FEWEST_POINTS, MOST_POINTS);
            let step = (high - low) / (n_points - 1) as f64;
            // Where all ratings are at one place any step will do.
            Self { low, step: if step > 0.0 { step } else { 1.0 }, n_points }
        };
        evaluation.curves.iter().zip(seen).map(span).collect()
    }

    fn location(&self, point: usize) -> f64 {
        self.low + point as f64 * self.step
    }

    /// The point at or below a location, and how far the location is from it towards the next one.
    fn place(&self, location: f64) -> (usize, f64) {
        let steps = ((location - self.low) / self.step).clamp(0.0, (self.n_points - 1) as f64);
        let point = (steps as usize).min(self.n_points - 2);
        (point, steps - point as f64)
    }
}
