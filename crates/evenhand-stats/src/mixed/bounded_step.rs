//! The Newton step of a criterion whose parameters have lower bounds.

use super::minimise::Slope;
use super::small_cholesky::SmallCholesky;

/// Sweeps over all parameters before the descent by single ones gives up on precision.
const SWEEPS: usize = 100;

/// A quadratic model of the criterion around a point, every parameter measured by its own curvature.
struct Model {
    n: usize,
    gradient: Vec<f64>,
    /// The approximate Hessian with a diagonal of 1, row by row.
    information: Vec<f64>,
    /// The least step of each parameter, not positive.
    least: Vec<f64>,
}

/// The step to the minimum of the quadratic model over the points at or above the bounds.
///
/// The model is solved for the parameters that stay inside while the others go to their bounds. Where that is not
/// the best step, which it mostly is, the descent by single parameters is taken, which is never uphill.
pub(super) fn bounded_step(x: &[f64], slope: &Slope, lower: &[f64]) -> Vec<f64> {
    let n = x.len();
    // Without curvature of its own a parameter is measured by its size.
    let scale = |i: usize| {
        let own = slope.information[i * n + i];
        if own > 0.0 { 1.0 / own.sqrt() } else { x[i] }
    };
    let scales: Vec<f64> = (0..n).map(scale).collect();
    let entry = |at: usize| slope.information[at] * scales[at / n] * scales[at % n];
    let mut model = Model {
        n,
        gradient: slope.gradient.iter().zip(&scales).map(|(gradient, scale)| gradient * scale).collect(),
        information: (0..n * n).map(entry).collect(),
        least: (0..n).map(|i| ((lower[i] - x[i]) / scales[i]).min(0.0)).collect(),
    };
    // A trace of curvature in every direction, for parameters that the data do not tell apart.
    (0..n).for_each(|i| model.information[i * n + i] = 1.0 + 1e-10);
    let careful = model.by_single_parameters();
    let direct = model.direct().filter(|step| model.value(step) <= model.value(&careful));
    direct.unwrap_or(careful).iter().zip(&scales).map(|(step, scale)| step * scale).collect()
}

impl Model {
    fn row(&self, i: usize) -> &[f64] {
        &self.information[i * self.n..(i + 1) * self.n]
    }

    /// The derivative of the model by a parameter after a step.
    fn derivative(&self, i: usize, step: &[f64]) -> f64 {
        self.gradient[i] + self.row(i).iter().zip(step).map(|(entry, step)| entry * step).sum::<f64>()
    }

    fn value(&self, step: &[f64]) -> f64 {
        (0..self.n).map(|i| 0.5 * step[i] * (self.gradient[i] + self.derivative(i, step))).sum()
    }

    /// The minimum over one parameter after the other.
    fn by_single_parameters(&self) -> Vec<f64> {
        let mut step = vec![0.0; self.n];
        for _ in 0..SWEEPS {
            for i in 0..self.n {
                let own = self.information[i * self.n + i];
                step[i] = (step[i] - self.derivative(i, &step) / own).max(self.least[i]);
            }
        }
        step
    }

    /// The minimum over the parameters that it leaves inside, the others being at their bounds; a parameter that is
    /// once found outside stays at its bound.
    fn direct(&self) -> Option<Vec<f64>> {
        let mut bound: Vec<bool> =
            (0..self.n).map(|i| self.least[i] == 0.0 && self.gradient[i] >= 0.0).collect();
        loop {
            let mut step: Vec<f64> =
                (0..self.n).map(|i| if bound[i] { self.least[i] } else { 0.0 }).collect();
            let free: Vec<usize> = (0..self.n).filter(|i| !bound[*i]).collect();
            let right: Vec<f64> = free.iter().map(|i| -self.derivative(*i, &step)).collect();
            let entries = free.iter().flat_map(|i| free.iter().map(move |j| i * self.n + j));
            let matrix = entries.map(|at| self.information[at]).collect();
            let solution = SmallCholesky::new(matrix, free.len(), 1e-12)?.solve(&right);
            let mut inside = true;
            for (i, value) in free.iter().zip(solution) {
                step[*i] = value;
                if value < self.least[*i] {
                    bound[*i] = true;
                    inside = false;
                }
            }
            if inside {
                return Some(step);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_is_cut_off_still_goes_downhill() {
        // Minimum of (a - 1)^2 + (b - 1)^2 + 1.8 (a - 1)(b - 1) over a >= 0 from different points: free, (1, 1).
        let information = vec![2.0, 1.8, 1.8, 2.0];
        let gradient = |x: &[f64]| {
            let (a, b) = (x[0] - 1.0, x[1] - 1.0);
            vec![2.0 * a + 1.8 * b, 2.0 * b + 1.8 * a]
        };
        let x = [3.0, 0.5];
        let slope = Slope { gradient: gradient(&x), information: information.clone() };
        let step = bounded_step(&x, &slope, &[0.0, 0.0]);
        assert!((step[0] + 2.0).abs() < 1e-8 && (step[1] - 0.5).abs() < 1e-8, "{step:?}");
        // With a at least 2 the best b is 1 - 0.9 = 0.1; with a at least 3 it would be -0.8, and is cut off at 0.
        let step = bounded_step(&x, &slope, &[2.0, 0.0]);
        assert!((step[0] + 1.0).abs() < 1e-8 && (step[1] + 0.4).abs() < 1e-8, "{step:?}");
        let step = bounded_step(&x, &slope, &[3.0, 0.0]);
        assert!(step[0].abs() < 1e-8 && (step[1] + 0.5).abs() < 1e-8, "{step:?}");
    }
}
