//! The deviance of a mixed model and its REML counterpart, as functions of variances.

use super::engine::{Engine, Solution};
use super::minimise::{Objective, Slope};
use crate::undefined::Undefined;

/// What is minimised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Criterion {
    /// Restricted maximum likelihood: variance components without the bias from estimating the fixed effects.
    #[default]
    Reml,
    /// Maximum likelihood, by which models with different fixed effects can be compared.
    Ml,
}

impl Criterion {
    /// The divisor of the residual variance.
    pub(super) fn degrees(self, engine: &Engine) -> f64 {
        let p = if self == Self::Reml { engine.design.n_columns() } else { 0 };
        (engine.design.n - p) as f64
    }

    /// The logarithms of the determinants of H and, for REML, of `X'H^-1 X`.
    pub(super) fn log_determinants(self, engine: &Engine, solution: &Solution) -> f64 {
        let fixed = if self == Self::Reml { solution.rx.log_determinant() } else { 0.0 };
        solution.log_determinant - engine.log_weights + fixed
    }

    /// The deviance (minus twice the log-likelihood) at the best residual variance (Bates, Maechler, Bolker & Walker
    /// 2015, eq. 34 and 39).
    pub(super) fn profiled(self, engine: &Engine, solution: &Solution) -> f64 {
        let degrees = self.degrees(engine);
        let scale = 1.0 + libm::log(std::f64::consts::TAU * solution.squares / degrees);
        degrees * scale + self.log_determinants(engine, solution)
    }
}

/// The deviance by variance ratios, the residual variance being the best one.
pub(super) struct Profiled<'a> {
    pub(super) engine: &'a Engine,
    pub(super) criterion: Criterion,
    pub(super) lower: Vec<f64>,
}

/// The share of a factor's mean information below which its variance ratio counts as zero.
const FLOOR: f64 = 1e-8;

/// The least variance ratios at which derivatives are computed: with them a factor explains nothing, and the traces
/// still have eight digits.
pub(super) fn floors(engine: &Engine) -> Vec<f64> {
    (0..engine.design.n_factors()).map(|factor| FLOOR / engine.mean_weight(factor)).collect()
}

impl<'a> Profiled<'a> {
    pub(super) fn new(engine: &'a Engine, criterion: Criterion) -> Self {
        Self { engine, criterion, lower: floors(engine) }
    }
}

impl Objective for Profiled<'_> {
    type State = Solution;

    fn state(&self, x: &[f64]) -> Result<Solution, Undefined> {
        self.engine.solve(x)
    }

    fn value(&self, state: &Solution) -> f64 {
        self.criterion.profiled(self.engine, state)
    }

    /// The gradient `tr(P G_j) - d y'P G_j P y / r2` and the average information (Gilmour, Thompson & Cullis 1995)
    /// with the residual variance profiled out, d being the divisor and r2 the penalised sum of squares.
    fn slope(&self, state: &Solution) -> Slope {
        let traces = self.engine.traces(state, self.criterion == Criterion::Reml);
        let (degrees, squares) = (self.criterion.degrees(self.engine), state.squares);
        let k = traces.squares.len();
        let share: Vec<f64> = traces.squares.iter().map(|square| square / squares).collect();
        let gradient = traces.traces.iter().zip(&share).map(|(trace, share)| trace - degrees * share);
        let information = (0..k * k)
            .map(|at| degrees * (traces.products[at] / squares - share[at / k] * share[at % k]))
            .collect();
        Slope { gradient: gradient.collect(), information }
    }

    fn lower(&self) -> &[f64] {
        &self.lower
    }
}

/// The deviance by the variances of all factors and, last, the residual one; one of them may be fixed.
pub(super) struct ByVariance<'a> {
    pub(super) engine: &'a Engine,
    pub(super) criterion: Criterion,
    /// The variances at the minimum, of which the fixed one is replaced.
    pub(super) variances: Vec<f64>,
    pub(super) fixed: Option<usize>,
    lower: Vec<f64>,
}

impl<'a> ByVariance<'a> {
    pub(super) fn new(engine: &'a Engine, criterion: Criterion, variances: Vec<f64>) -> Self {
        let residual = variances.last().copied().unwrap_or(1.0);
        let mut lower: Vec<f64> = floors(engine).iter().map(|floor| floor * residual).collect();
        lower.push(1e-6 * residual);
        Self { engine, criterion, variances, fixed: None, lower }
    }

    /// The same criterion with one variance fixed at a value.
    pub(super) fn fix(mut self, index: usize, variance: f64) -> Self {
        self.variances[index] = variance.max(self.lower[index]);
        self.lower.remove(index);
        self.fixed = Some(index);
        self
    }

    /// The variances that are not fixed.
    pub(super) fn free(&self) -> Vec<f64> {
        let kept = self.variances.iter().enumerate().filter(|(index, _)| Some(*index) != self.fixed);
        kept.map(|(_, variance)| *variance).collect()
    }

    fn complete(&self, x: &[f64]) -> Vec<f64> {
        let mut variances = x.to_vec();
        if let Some(index) = self.fixed {
            variances.insert(index, self.variances[index]);
        }
        variances
    }

    /// The gradient and the average information with respect to all variances, whether fixed or not.
    ///
    /// The residual variance has `G = W^-1`, and `P W^-1 P = P - sum of gamma_j P G_j P` gives its parts.
    pub(super) fn full_slope(&self, state: &(Solution, f64)) -> Slope {
        let (solution, sigma2) = (&state.0, state.1);
        let traces = self.engine.traces(solution, self.criterion == Criterion::Reml);
        let k = traces.squares.len();
        let ratios = &solution.ratios;
        let weighted =
            |values: &[f64]| -> f64 { ratios.iter().zip(values).map(|(r, value)| r * value).sum() };
        let mut gradient: Vec<f64> = Vec::with_capacity(k + 1);
        let mut information = vec![0.0; (k + 1) * (k + 1)];
        let mut last = 0.0;
        for j in 0..k {
            gradient.push((traces.traces[j] - traces.squares[j] / sigma2) / sigma2);
            let row = &traces.products[j * k..(j + 1) * k];
            let mixed = traces.squares[j] - weighted(row);
            information[j * (k + 1)..j * (k + 1) + k].copy_from_slice(row);
            information[j * (k + 1) + k] = mixed;
            information[k * (k + 1) + j] = mixed;
            last += ratios[j] * mixed;
        }
        let degrees = self.criterion.degrees(self.engine);
        let own_squares = solution.squares - weighted(&traces.squares);
        gradient.push((degrees - weighted(&traces.traces) - own_squares / sigma2) / sigma2);
        information[(k + 1) * (k + 1) - 1] = own_squares - last;
        information.iter_mut().for_each(|value| *value /= sigma2 * sigma2 * sigma2);
        Slope { gradient, information }
    }
}

impl Objective for ByVariance<'_> {
    type State = (Solution, f64);

    fn state(&self, x: &[f64]) -> Result<(Solution, f64), Undefined> {
        let variances = self.complete(x);
        let (sigma2, factors) = variances.split_last().ok_or(Undefined::NotComplete)?;
        let ratios: Vec<f64> =
            factors.iter().zip(floors(self.engine)).map(|(v, floor)| (v / sigma2).max(floor)).collect();
        Ok((self.engine.solve(&ratios)?, *sigma2))
    }

    fn value(&self, state: &(Solution, f64)) -> f64 {
        let degrees = self.criterion.degrees(self.engine);
        let scale = libm::log(std::f64::consts::TAU * state.1);
        degrees * scale + state.0.squares / state.1 + self.criterion.log_determinants(self.engine, &state.0)
    }

    fn slope(&self, state: &(Solution, f64)) -> Slope {
        let whole = self.full_slope(state);
        let n = whole.gradient.len();
        let kept: Vec<usize> = (0..n).filter(|index| Some(*index) != self.fixed).collect();
        let rows = kept.iter().flat_map(|i| kept.iter().map(move |j| i * n + j));
        Slope {
            gradient: kept.iter().map(|index| whole.gradient[*index]).collect(),
            information: rows.map(|at| whole.information[at]).collect(),
        }
    }

    fn lower(&self) -> &[f64] {
        &self.lower
    }
}

#[cfg(test)]
mod tests {
    use super::super::data::{Factor, MixedData};
    use super::super::design::Design;
    use super::*;

    /// Eighteen scores by three crossed factors, with weights and a covariate.
    fn example() -> Engine {
        let y: Vec<f64> = (0..18).map(|i| f64::from((i * i * 7 + i * 3) % 23)).collect();
        let weights: Vec<f64> = (0..18).map(|i| 1.0 + f64::from(i % 4)).collect();
        let x: Vec<f64> = (0..18).map(|i| f64::from(i * 5 % 7)).collect();
        let codes = |divide: u32, levels: u32| (0..18).map(|i| i / divide % levels).collect::<Vec<u32>>();
        let (a, b, c) = (codes(3, 6), codes(1, 4), codes(2, 3));
        let factors = [
            Factor { codes: &a, n_levels: 6 },
            Factor { codes: &b, n_levels: 4 },
            Factor { codes: &c, n_levels: 3 },
        ];
        let data = MixedData { y: &y, weights: Some(&weights), covariates: &[&x], factors: &factors };
        Engine::new(Design::new(&data).unwrap(), &y).unwrap()
    }

    #[track_caller]
    fn gradient_is_right<O: Objective>(objective: &O, x: &[f64]) {
        let gradient = objective.slope(&objective.state(x).unwrap()).gradient;
        for (index, found) in gradient.iter().enumerate() {
            let step = 1e-5 * x[index];
            let at = |sign: f64| {
                let mut moved = x.to_vec();
                moved[index] += sign * step;
                objective.value(&objective.state(&moved).unwrap())
            };
            let expected = (at(1.0) - at(-1.0)) / (2.0 * step);
            assert!((found - expected).abs() < 1e-6 * (1.0 + expected.abs()), "{found} and {expected}");
        }
    }

    #[test]
    fn gradients_equal_differences_of_the_criterion() {
        let engine = example();
        for criterion in [Criterion::Reml, Criterion::Ml] {
            gradient_is_right(&Profiled::new(&engine, criterion), &[0.4, 1.3, 0.02]);
            let variances = vec![5.0, 20.0, 3.0, 15.0];
            gradient_is_right(&ByVariance::new(&engine, criterion, variances.clone()), &variances);
            let fixed = ByVariance::new(&engine, criterion, variances).fix(1, 8.0);
            gradient_is_right(&fixed, &[5.0, 3.0, 15.0]);
        }
    }

    #[test]
    fn both_criteria_agree_at_the_best_residual_variance() {
        let engine = example();
        let solution = engine.solve(&[0.4, 1.3, 0.02]).unwrap();
        let sigma2 = solution.squares / Criterion::Reml.degrees(&engine);
        let variances = vec![0.4 * sigma2, 1.3 * sigma2, 0.02 * sigma2, sigma2];
        let by_variance = ByVariance::new(&engine, Criterion::Reml, variances.clone());
        let value = by_variance.value(&by_variance.state(&variances).unwrap());
        assert!((value - Criterion::Reml.profiled(&engine, &solution)).abs() < 1e-10);
    }
}
