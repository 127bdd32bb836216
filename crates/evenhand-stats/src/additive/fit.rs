//! Least squares for the additive model, and what can be compared after it.

use super::component::Components;
use super::design::{Cell, Design};
use super::normal_equations::{centred, effects, laplacians, solve};
use super::parts::{Parts, merged, refuse_comparison_between_components};
use crate::linalg::Square;
use crate::sum::{Accumulator, magnitude, sum_of, without_rounding};
use crate::undefined::{Undefined, check_finite};

/// The most evaluators one component may have: its covariance matrix then takes 50 MB.
const MAX_EVALUATORS: usize = 2_500;

/// A fitted additive model `y = cell + evaluator effect + error`.
///
/// Evaluators are linked where they scored a cell in common, directly or through others. Each set of linked
/// evaluators, with its cells, is a component. Effects are centred to mean zero (every evaluator counting once)
/// within each component, because the scores cannot tell a harsh component from one with poor cells. **Estimates of
/// cells or evaluators in different components are therefore not comparable**: their difference contains the
/// unknown difference between the mean severities of the two components.
#[derive(Debug, Clone)]
pub struct AdditiveFit {
    /// The effect of every evaluator, in units of the scores, positive for higher scores (lenient).
    ///
    /// `None` for an evaluator without observations, or alone in a component, of whom the scores say nothing.
    pub effects: Vec<Option<f64>>,
    /// The component of every evaluator, from 0; `None` for an evaluator without observations.
    pub component_of_evaluator: Vec<Option<u32>>,
    /// The component of every cell, from 0; `None` for a cell without observations.
    pub component_of_cell: Vec<Option<u32>>,
    /// The number of components.
    pub n_components: usize,
    /// The residual variance, in squared units of the scores.
    pub sigma2: f64,
    /// Residual degrees of freedom: observations, less cells and evaluators observed, plus components.
    pub df: usize,
    pub(super) design: Design,
    pub(super) components: Components,
    /// Effects by evaluator with 0 for those that have none, as the adjustment of cells needs them.
    pub(super) offsets: Vec<f64>,
    /// For each component the covariance matrix of its centred effects, divided by sigma2.
    pub(super) covariances: Vec<Square>,
}

/// A linear combination of cell estimates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast {
    /// The value, in units of the scores.
    pub value: f64,
    /// Its standard error, on [`AdditiveFit::df`] degrees of freedom.
    pub se: f64,
}

/// Fits `y[o] = cell[cells[o]] + effect[evaluators[o]] + error` by ordinary least squares, for tables with any
/// pattern of missing and repeated scores.
///
/// Cells are eliminated by centring within cells; the remaining normal equations of the evaluators are a weighted
/// graph Laplacian, solved by Cholesky factorisation with one evaluator of each component held at zero, then
/// centred. Source: the intra-block analysis of incomplete block designs, with cells as blocks and evaluators as
/// treatments (John & Williams 1995, Cyclic and Computer Generated Designs).
///
/// # Errors
/// `NotComplete` if the slices differ in length or a code is not below its number; `NotFinite`; `TooFewUnits` if no
/// residual degree of freedom is left (counting observations), as when every cell has a single score; `TooLarge`
/// for more than 2,500 evaluators in one component.
pub fn additive(
    cells: &[u32],
    evaluators: &[u32],
    y: &[f64],
    n_cells: usize,
    n_evaluators: usize,
) -> Result<AdditiveFit, Undefined> {
    let design = Design::new(cells, evaluators, y, n_cells, n_evaluators)?;
    let components = Components::of(&design);
    let df = residual_df(&design, &components, y.len())?;
    let covariances = laplacians(&design, &components, 1)
        .into_iter()
        .map(|laplacian| Ok(centred(&laplacian.inverse()?)))
        .collect::<Result<Vec<Square>, Undefined>>()?;
    let offsets = solve(&design, &components, &covariances);
    check_finite(&offsets)?;
    let mut fit = AdditiveFit {
        effects: effects(&components, &offsets),
        component_of_evaluator: components.of_evaluator.clone(),
        component_of_cell: components.of_cell.clone(),
        n_components: components.members.len(),
        sigma2: 0.0,
        df,
        design,
        components,
        offsets,
        covariances,
    };
    let squares = fit.residual_squares(cells, evaluators, y);
    fit.sigma2 = without_rounding(squares, y.len(), magnitude(y)) / df as f64;
    check_finite(&[fit.sigma2])?;
    Ok(fit)
}

/// The residual degrees of freedom of a design that can be fitted.
fn residual_df(design: &Design, components: &Components, n_observations: usize) -> Result<usize, Undefined> {
    let n_parameters =
        design.observed().count() + components.members.iter().map(|m| m.len() - 1).sum::<usize>();
    if n_observations <= n_parameters {
        return Err(Undefined::TooFewUnits { needed: n_parameters + 1, found: n_observations });
    }
    let largest = components.members.iter().map(Vec::len).max().unwrap_or(0);
    if largest > MAX_EVALUATORS {
        return Err(Undefined::TooLarge { limit: MAX_EVALUATORS, found: largest });
    }
    Ok(n_observations - n_parameters)
}

impl AdditiveFit {
    /// The standard error of an evaluator's effect, against the mean of its component.
    ///
    /// # Errors
    /// `NotLinked` for an evaluator that has no effect.
    pub fn effect_se(&self, evaluator: usize) -> Result<f64, Undefined> {
        let component = self.components.of_evaluator.get(evaluator).copied().flatten();
        let covariance = &self.covariances[component.ok_or(Undefined::NotLinked)? as usize];
        if covariance.size < 2 {
            return Err(Undefined::NotLinked);
        }
        let position = self.components.position[evaluator];
        let variance = covariance.get(position, position);
        Ok((self.sigma2 * variance.max(0.0)).sqrt())
    }

    /// The adjusted mean of a cell: the mean of its scores, less the mean of the effects of those who gave them.
    ///
    /// It stands for the score of an average evaluator of the component, every evaluator counting once.
    ///
    /// # Errors
    /// `NotLinked` for a cell without observations or out of range.
    pub fn cell_estimate(&self, cell: usize) -> Result<f64, Undefined> {
        Ok(self.adjusted(&self.design.cell(cell).ok_or(Undefined::NotLinked)?))
    }

    /// The sum of coefficients times adjusted cell means, with its standard error
    /// `sqrt(sigma2 (sum of a_c^2 / n_c + x' G x))`, where `x_e` is the sum over cells of `a_c n_ce / n_c` and
    /// `sigma2 G` is the covariance matrix of the effects.
    ///
    /// `cells` holds pairs of cell and coefficient; a cell may occur more than once. Values in different
    /// components are not comparable: where the coefficients sum to zero over all cells, they must do so within
    /// every component. An average over components (a sum other than zero) is allowed.
    ///
    /// # Errors
    /// `NotLinked` for such a comparison or for a cell without observations; `TooFewUnits` without cells;
    /// `NotFinite` for such a coefficient.
    pub fn contrast(&self, cells: &[(usize, f64)]) -> Result<Contrast, Undefined> {
        let parts = self.parts(cells)?;
        refuse_comparison_between_components(&parts)?;
        let variance = parts.own + self.quadratic_form(&parts.weights);
        let contrast = Contrast { value: parts.value, se: (self.sigma2 * variance.max(0.0)).sqrt() };
        check_finite(&[contrast.value, contrast.se])?;
        Ok(contrast)
    }

    /// Checks and merges the coefficients, and gathers what a combination of cells is made of.
    pub(super) fn parts(&self, cells: &[(usize, f64)]) -> Result<Parts, Undefined> {
        if cells.is_empty() {
            return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
        }
        let cells = merged(cells);
        check_finite(&cells.iter().map(|(_, coefficient)| *coefficient).collect::<Vec<f64>>())?;
        let mut value = Accumulator::default();
        let mut own = Accumulator::default();
        let (mut weights, mut by_component) = (Vec::new(), Vec::with_capacity(cells.len()));
        for (index, coefficient) in &cells {
            let cell = self.design.cell(*index).ok_or(Undefined::NotLinked)?;
            let component = self.components.of_cell[*index].ok_or(Undefined::NotLinked)?;
            value.add(coefficient * self.adjusted(&cell));
            own.add(coefficient * coefficient / cell.n);
            weights.extend(cell.entries.iter().map(|e| (e.evaluator, coefficient * e.count / cell.n)));
            by_component.push((component as usize, *coefficient));
        }
        Ok(Parts {
            value: value.get(),
            own: own.get(),
            weights: merged(&weights),
            by_component: merged(&by_component),
            cells,
        })
    }

    /// `G x` for every evaluator.
    pub(super) fn covariance_product(&self, weights: &[(usize, f64)]) -> Vec<f64> {
        // Component by component at consecutive places, which is fast, then to the places of the evaluators.
        let mut products: Vec<Vec<f64>> = vec![Vec::new(); self.covariances.len()];
        for (evaluator, weight) in weights {
            let Some(component) = self.components.of_evaluator[*evaluator] else { continue };
            let row = self.covariances[component as usize].row(self.components.position[*evaluator]);
            let product = &mut products[component as usize];
            product.resize(row.len(), 0.0);
            for (value, covariance) in product.iter_mut().zip(row) {
                *value += weight * covariance;
            }
        }
        let mut product = vec![0.0; self.offsets.len()];
        for (members, values) in self.components.members.iter().zip(&products) {
            for (member, value) in members.iter().zip(values) {
                product[*member] = *value;
            }
        }
        product
    }

    /// The number of observations in a cell that has some.
    pub(super) fn cell_size(&self, cell: usize) -> f64 {
        self.design.cell(cell).map_or(1.0, |cell| cell.n)
    }

    /// `x' G x` for sparse weights by evaluator; effects of different components are uncorrelated.
    fn quadratic_form(&self, weights: &[(usize, f64)]) -> f64 {
        let mut total = Accumulator::default();
        for (e, x) in weights {
            let Some(component) = self.components.of_evaluator[*e] else { continue };
            let row = self.covariances[component as usize].row(self.components.position[*e]);
            for (f, z) in weights {
                if self.components.of_evaluator[*f] == Some(component) {
                    total.add(x * z * row[self.components.position[*f]]);
                }
            }
        }
        total.get()
    }

    pub(super) fn adjusted(&self, cell: &Cell) -> f64 {
        cell.mean
            - sum_of(cell.entries.iter().map(|entry| entry.count * self.offsets[entry.evaluator])) / cell.n
    }

    fn residual_squares(&self, cells: &[u32], evaluators: &[u32], y: &[f64]) -> f64 {
        let levels: Vec<f64> =
            (0..self.design.n_cells()).map(|cell| self.cell_estimate(cell).unwrap_or(0.0)).collect();
        sum_of(cells.iter().zip(evaluators).zip(y).map(|((cell, evaluator), y)| {
            let residual = y - levels[*cell as usize] - self.offsets[*evaluator as usize];
            residual * residual
        }))
    }
}
