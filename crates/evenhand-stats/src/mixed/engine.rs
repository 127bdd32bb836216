//! Penalised least squares at given variance ratios, and the derivatives of its criterion.

use super::cross_products::CrossProducts;
use super::design::Design;
use super::response::Response;
use super::small_cholesky::SmallCholesky;
use crate::sparse::{Factor, Symbolic, dot};
use crate::sum::{Accumulator, sum_of};
use crate::undefined::Undefined;

/// The checked data of a model with everything that does not depend on its variances.
#[derive(Debug, Clone)]
pub(super) struct Engine {
    pub(super) design: Design,
    pub(super) cross: CrossProducts,
    pub(super) symbolic: Symbolic,
    pub(super) response: Response,
    /// The sum of the logarithms of the weights.
    pub(super) log_weights: f64,
}

/// The penalised least-squares solution at given variance ratios.
///
/// With gamma the ratio of a factor's variance to the residual one, S the diagonal of their square roots by node and
/// `b = S u`, it minimises `|W^1/2 (y - X beta - Z S u)|^2 + |u|^2` (Bates, Maechler, Bolker & Walker 2015, eq. 14).
/// "By place" means in the order of elimination.
#[derive(Debug, Clone)]
pub(super) struct Solution {
    /// The variance ratio of each factor.
    pub(super) ratios: Vec<f64>,
    /// S, by node.
    pub(super) scales: Vec<f64>,
    /// L, the factor of `I + S Z'WZ S`.
    pub(super) factor: Factor,
    /// The columns of `L^-1 S Z'WX`, by place.
    pub(super) rzx: Vec<Vec<f64>>,
    /// The factor of `X'WX - rzx' rzx`.
    pub(super) rx: SmallCholesky,
    /// The coefficients of the fixed effects, less those taken off the response.
    pub(super) beta: Vec<f64>,
    /// The spherical random effects by node.
    pub(super) u: Vec<f64>,
    /// The minimum of the penalised sum of squares.
    pub(super) squares: f64,
    /// The logarithm of the determinant of `I + S Z'WZ S`.
    pub(super) log_determinant: f64,
}

/// What the gradient and the average information of the criterion are made of.
///
/// H is the covariance matrix of y over the residual variance, `G_j = Z_j Z_j'`, and
/// `P = H^-1 - H^-1 X (X'H^-1 X)^-1 X' H^-1`.
#[derive(Debug, Clone)]
pub(super) struct Traces {
    /// `y'P G_j P y`.
    pub(super) squares: Vec<f64>,
    /// `tr(P G_j)` for REML, `tr(H^-1 G_j)` for maximum likelihood.
    pub(super) traces: Vec<f64>,
    /// `y'P G_j P G_k P y`, row by row.
    pub(super) products: Vec<f64>,
}

impl Engine {
    pub(super) fn new(design: Design, y: &[f64]) -> Result<Self, Undefined> {
        let cross = CrossProducts::new(&design)?;
        let symbolic = Symbolic::new(&cross.graph)?;
        let response = Response::new(&design, &cross, y)?;
        let log_weights =
            design.weights.as_ref().map_or(0.0, |w| sum_of(w.iter().map(|weight| libm::log(*weight))));
        Ok(Self { design, cross, symbolic, response, log_weights })
    }

    /// Solves the penalised least-squares problem at the variance ratios of the factors, which may be zero.
    ///
    /// # Errors
    /// `NotFinite` where the numbers overflow.
    pub(super) fn solve(&self, ratios: &[f64]) -> Result<Solution, Undefined> {
        let roots: Vec<f64> = ratios.iter().map(|ratio| ratio.sqrt()).collect();
        let scales = self.design.by_node(&roots);
        let factor = Factor::new(&self.symbolic, &self.cross.diagonal, &scales)?;
        let reduced = |by_node: &[f64]| {
            let mut x =
                self.symbolic.permuted(by_node.iter().zip(&scales).map(|(value, scale)| value * scale));
            factor.forward(&self.symbolic, &mut x);
            x
        };
        let rzx: Vec<Vec<f64>> = self.cross.zx.iter().map(|column| reduced(column)).collect();
        let mut u = reduced(&self.response.zy);
        let rx = self.reduced_fixed(&rzx)?;
        let beta: Vec<f64> = self.response.xy.iter().zip(&rzx).map(|(xy, rzx)| xy - dot(rzx, &u)).collect();
        let beta = rx.solve(&beta);
        for (coefficient, column) in beta.iter().zip(&rzx) {
            for (value, entry) in u.iter_mut().zip(column) {
                *value -= coefficient * entry;
            }
        }
        factor.backward(&self.symbolic, &mut u);
        let log_determinant = factor.log_determinant(&self.symbolic);
        let u = self.symbolic.restored(&u);
        let mut solution = Solution {
            ratios: ratios.to_vec(),
            scales,
            factor,
            rzx,
            rx,
            beta,
            u,
            squares: 0.0,
            log_determinant,
        };
        solution.squares = self.penalised_squares(&solution);
        if solution.squares.is_finite() { Ok(solution) } else { Err(Undefined::NotFinite) }
    }

    fn reduced_fixed(&self, rzx: &[Vec<f64>]) -> Result<SmallCholesky, Undefined> {
        let p = rzx.len();
        let mut values = self.cross.xx.clone();
        for i in 0..p {
            for j in 0..=i {
                values[i * p + j] -= dot(&rzx[i], &rzx[j]);
            }
        }
        SmallCholesky::new(values, p, 0.0).ok_or(Undefined::Aliased)
    }

    /// The residual of every row.
    pub(super) fn residuals(&self, solution: &Solution) -> Vec<f64> {
        let effects: Vec<f64> = solution.u.iter().zip(&solution.scales).map(|(u, s)| u * s).collect();
        let mut residuals = self.response.values.clone();
        for (column, coefficient) in self.design.columns.iter().zip(&solution.beta) {
            for (residual, x) in residuals.iter_mut().zip(column) {
                *residual -= coefficient * x;
            }
        }
        for (factor, codes) in self.design.codes.iter().enumerate() {
            let effects = &effects[self.design.nodes(factor)];
            for (residual, code) in residuals.iter_mut().zip(codes) {
                *residual -= effects[*code as usize];
            }
        }
        residuals
    }

    fn penalised_squares(&self, solution: &Solution) -> f64 {
        let mut sum = Accumulator::default();
        for (row, residual) in self.residuals(solution).into_iter().enumerate() {
            sum.add(self.design.weight(row) * residual * residual);
        }
        solution.u.iter().for_each(|u| sum.add(u * u));
        sum.get()
    }

    /// `L^-T rzx rx^-T`, by place: its squares are what the fixed effects add to the variances of the random ones.
    pub(super) fn fixed_part(&self, solution: &Solution) -> Vec<Vec<f64>> {
        let p = solution.rzx.len();
        (0..p)
            .map(|column| {
                let mut unit = vec![0.0; p];
                unit[column] = 1.0;
                solution.rx.backward(&mut unit);
                let mut x = vec![0.0; self.symbolic.len()];
                for (coefficient, rzx) in unit.iter().zip(&solution.rzx) {
                    x.iter_mut().zip(rzx).for_each(|(value, entry)| *value += coefficient * entry);
                }
                solution.factor.backward(&self.symbolic, &mut x);
                x
            })
            .collect()
    }

    /// The diagonal of `(L L')^-1` by node; with the part of the fixed effects, of the whole inverse.
    pub(super) fn inverse_diagonal(&self, solution: &Solution, with_fixed: bool) -> Vec<f64> {
        let mut diagonal = solution.factor.selected_inverse(&self.symbolic);
        if with_fixed {
            for column in self.fixed_part(solution) {
                let column = self.symbolic.restored(&column);
                diagonal.iter_mut().zip(column).for_each(|(value, entry)| *value += entry * entry);
            }
        }
        diagonal
    }

    /// A column of `(L L')^-1`, by node.
    pub(super) fn inverse_column(&self, solution: &Solution, node: usize) -> Vec<f64> {
        let mut unit = vec![0.0; self.symbolic.len()];
        unit[node] = 1.0;
        self.inverse_times(solution, &unit)
    }

    /// `(L L')^-1 v`, by node.
    pub(super) fn inverse_times(&self, solution: &Solution, v: &[f64]) -> Vec<f64> {
        let mut x = self.symbolic.permuted(v.iter().copied());
        solution.factor.forward(&self.symbolic, &mut x);
        solution.factor.backward(&self.symbolic, &mut x);
        self.symbolic.restored(&x)
    }

    /// What the derivatives are made of; all variance ratios must be positive.
    pub(super) fn traces(&self, solution: &Solution, reml: bool) -> Traces {
        let k = self.design.n_factors();
        let inverse = self.inverse_diagonal(solution, reml);
        // Z'Py, by node.
        let py: Vec<f64> = solution.u.iter().zip(&solution.scales).map(|(u, scale)| u / scale).collect();
        let mut traces = Traces { squares: Vec::new(), traces: Vec::new(), products: vec![0.0; k * k] };
        for factor in 0..k {
            let nodes = self.design.nodes(factor);
            traces.squares.push(sum_of(py[nodes.clone()].iter().map(|value| value * value)));
            let left = sum_of(inverse[nodes].iter().map(|value| 1.0 - value));
            traces.traces.push(left / solution.ratios[factor]);
        }
        let parts: Vec<Projected> = (0..k).map(|factor| self.projected(solution, factor, &py)).collect();
        for (j, first) in parts.iter().enumerate() {
            for (l, second) in parts.iter().enumerate() {
                let nodes = self.design.nodes(l);
                let whole = dot(&first.image[nodes.clone()], &py[nodes]);
                let random = dot(&first.random, &second.random);
                traces.products[j * k + l] = whole - random - dot(&first.fixed, &second.fixed);
            }
        }
        traces
    }

    /// The working vector `G_j P y`, whose products with P between them make the average information.
    fn projected(&self, solution: &Solution, factor: usize, py: &[f64]) -> Projected {
        let nodes = self.design.nodes(factor);
        let image = self.cross.times(nodes.clone(), py);
        let scaled = image.iter().zip(&solution.scales).map(|(value, scale)| value * scale);
        let mut random = self.symbolic.permuted(scaled);
        solution.factor.forward(&self.symbolic, &mut random);
        let columns = self.cross.zx.iter().zip(&solution.rzx);
        let mut fixed: Vec<f64> = columns
            .map(|(zx, rzx)| dot(&zx[nodes.clone()], &py[nodes.clone()]) - dot(rzx, &random))
            .collect();
        solution.rx.forward(&mut fixed);
        Projected { image, random, fixed }
    }

    /// The same model with another response.
    pub(super) fn set_response(&mut self, y: &[f64]) -> Result<(), Undefined> {
        self.response = Response::new(&self.design, &self.cross, y)?;
        Ok(())
    }

    /// The mean weight of a factor's levels: the scale on which its variance ratio is large or small.
    pub(super) fn mean_weight(&self, factor: usize) -> f64 {
        sum_of(self.cross.diagonal[self.design.nodes(factor)].iter().copied())
            / self.design.n_observed[factor] as f64
    }
}

struct Projected {
    /// `Z'W G_j P y`, by node.
    image: Vec<f64>,
    random: Vec<f64>,
    fixed: Vec<f64>,
}
