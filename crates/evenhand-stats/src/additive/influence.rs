//! What every observation contributes to a comparison of cells and evaluators.

use super::fit::AdditiveFit;
use super::parts::merged;
use crate::sum::sum_of;
use crate::undefined::{Undefined, check_finite};

/// A linear combination of adjusted cell means and evaluators' effects, with the weight of every observation in it: an
/// error that the model does not know of, such as one that the scores of an evaluator in a round have in common, can
/// be followed through to the combination.
#[derive(Debug, Clone)]
pub struct Influence {
    /// The value, in units of the scores.
    pub value: f64,
    /// Coefficients of cells over their number of observations, by cell.
    cells: Vec<f64>,
    /// `G c` by evaluator, `c` being the weights of the effects once cells are written as their mean less the effects.
    effects: Vec<f64>,
    /// The mean of these over the observations of every cell.
    means: Vec<f64>,
}

impl Influence {
    /// The weight of one observation: what the value changes by where the observation is higher by 1.
    pub fn weight(&self, cell: usize, evaluator: usize) -> f64 {
        let at = |values: &[f64], index: usize| values.get(index).copied().unwrap_or(0.0);
        at(&self.cells, cell) + at(&self.effects, evaluator) - at(&self.means, cell)
    }
}

impl AdditiveFit {
    /// The sum of coefficients times adjusted cell means, and of coefficients times evaluators' effects, each given as
    /// pairs of code and coefficient, as a weighted sum of the observations.
    ///
    /// The fit has to be the one by least squares, not one with random evaluators. Source: the normal equations of
    /// [`additive`](crate::additive), solved for unit observations.
    ///
    /// # Errors
    /// `NotLinked` where the coefficients of cells, or those of effects, do not sum to zero within every component, for a
    /// cell without observations and for an evaluator without an effect; `NotFinite`.
    pub fn influence(
        &self,
        cells: &[(usize, f64)],
        effects: &[(usize, f64)],
    ) -> Result<Influence, Undefined> {
        let (cells, effects) = (merged(cells), merged(effects));
        check_finite(&cells.iter().chain(&effects).map(|(_, weight)| *weight).collect::<Vec<f64>>())?;
        let mut balance: Vec<(usize, f64)> = Vec::new();
        let mut weights = Vec::new();
        let mut of_cells = vec![0.0; self.design.n_cells()];
        let mut values = Vec::new();
        for (index, coefficient) in &cells {
            let cell = self.design.cell(*index).ok_or(Undefined::NotLinked)?;
            let component = self.components.of_cell[*index].ok_or(Undefined::NotLinked)?;
            balance.push((component as usize, *coefficient));
            of_cells[*index] = coefficient / cell.n;
            values.push(coefficient * self.adjusted(&cell));
            weights.extend(cell.entries.iter().map(|e| (e.evaluator, -coefficient * e.count / cell.n)));
        }
        vanishes_everywhere(&balance)?;
        balance.clear();
        for (evaluator, coefficient) in &effects {
            let component = self.components.of_evaluator.get(*evaluator).copied().flatten();
            balance.push((component.ok_or(Undefined::NotLinked)? as usize, *coefficient));
            values.push(coefficient * self.offsets[*evaluator]);
            weights.push((*evaluator, *coefficient));
        }
        vanishes_everywhere(&balance)?;
        let product = self.covariance_product(&merged(&weights));
        let mut means = vec![0.0; self.design.n_cells()];
        for (index, cell) in self.design.observed() {
            means[index] =
                sum_of(cell.entries.iter().map(|entry| entry.count * product[entry.evaluator])) / cell.n;
        }
        let value = sum_of(values);
        check_finite(&[value])?;
        Ok(Influence { value, cells: of_cells, effects: product, means })
    }
}

/// Refuses coefficients that do not sum to zero within every component: what they compare is not linked.
fn vanishes_everywhere(by_component: &[(usize, f64)]) -> Result<(), Undefined> {
    let size = sum_of(by_component.iter().map(|(_, coefficient)| coefficient.abs()));
    let balanced = merged(by_component).iter().all(|(_, sum)| sum.abs() <= 1e-9 * size);
    if balanced { Ok(()) } else { Err(Undefined::NotLinked) }
}
