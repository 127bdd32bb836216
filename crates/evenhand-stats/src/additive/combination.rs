//! Weighted means of cells, prepared once so that many pairs of them can be compared quickly.

use super::fit::{AdditiveFit, Contrast};
use crate::sum::Accumulator;
use crate::undefined::{Undefined, check_finite};

/// A linear combination of adjusted cell means with what its variance needs.
///
/// Comparing all pairs of `u` units through [`AdditiveFit::contrast`] costs the square of a panel's size each;
/// through combinations it costs the size of a panel.
#[derive(Debug, Clone)]
pub struct Combination {
    value: f64,
    /// Coefficients by cell, ascending.
    cells: Vec<(usize, f64)>,
    /// Sums of coefficients by component, ascending.
    by_component: Vec<(usize, f64)>,
    /// Weights `x` of the evaluators' effects, ascending.
    weights: Vec<(usize, f64)>,
    /// `G x` for every evaluator.
    product: Vec<f64>,
    /// Variance over sigma2.
    variance: f64,
}

impl Combination {
    /// The value, in units of the scores.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// Its variance, divided by [`AdditiveFit::sigma2`]: one over the number of observations without evaluators'
    /// effects that would be as sure.
    pub fn relative_variance(&self) -> f64 {
        self.variance
    }
}

impl AdditiveFit {
    /// Prepares the sum of coefficients times adjusted cell means.
    ///
    /// # Errors
    /// As [`AdditiveFit::contrast`], without its test for comparisons between components: that is made by
    /// [`AdditiveFit::difference`].
    pub fn combination(&self, cells: &[(usize, f64)]) -> Result<Combination, Undefined> {
        let parts = self.parts(cells)?;
        let product = self.covariance_product(&parts.weights);
        let mut variance = Accumulator::default();
        variance.add(parts.own);
        for (evaluator, weight) in &parts.weights {
            variance.add(weight * product[*evaluator]);
        }
        Ok(Combination {
            value: parts.value,
            cells: parts.cells,
            by_component: parts.by_component,
            weights: parts.weights,
            product,
            variance: variance.get().max(0.0),
        })
    }

    /// The standard error of a combination, on [`AdditiveFit::df`] degrees of freedom.
    pub fn se(&self, combination: &Combination) -> f64 {
        (self.sigma2 * combination.variance).sqrt()
    }

    /// First minus second with its standard error: what [`AdditiveFit::contrast`] gives for the joint coefficients.
    ///
    /// # Errors
    /// `NotLinked` where the coefficients of the two do not balance within every component.
    pub fn difference(&self, first: &Combination, second: &Combination) -> Result<Contrast, Undefined> {
        let balanced = first.by_component.len() == second.by_component.len()
            && first
                .by_component
                .iter()
                .zip(&second.by_component)
                .all(|(a, b)| a.0 == b.0 && (a.1 - b.1).abs() <= 1e-9 * (a.1.abs() + b.1.abs()));
        if !balanced {
            return Err(Undefined::NotLinked);
        }
        let mut variance = Accumulator::default();
        variance.add(first.variance);
        variance.add(second.variance);
        variance.add(-2.0 * self.relative_covariance(first, second)?);
        let se = (self.sigma2 * variance.get().max(0.0)).sqrt();
        let contrast = Contrast { value: first.value - second.value, se };
        check_finite(&[contrast.value, contrast.se])?;
        Ok(contrast)
    }

    /// The covariance of two combinations of this fit, divided by [`AdditiveFit::sigma2`].
    ///
    /// # Errors
    /// `NotLinked` where the second names an evaluator that this fit does not have.
    pub fn relative_covariance(&self, first: &Combination, second: &Combination) -> Result<f64, Undefined> {
        let mut covariance = Accumulator::default();
        for (evaluator, weight) in &second.weights {
            // A combination of another fit may name evaluators that this one does not have.
            covariance.add(weight * first.product.get(*evaluator).ok_or(Undefined::NotLinked)?);
        }
        covariance.add(self.shared_cells(first, second));
        Ok(covariance.get())
    }

    /// The covariance that two combinations have through cells they share, over sigma2.
    fn shared_cells(&self, first: &Combination, second: &Combination) -> f64 {
        let mut shared = Accumulator::default();
        let mut others = second.cells.iter().peekable();
        for (cell, a) in &first.cells {
            while others.next_if(|(other, _)| other < cell).is_some() {}
            if let Some((_, b)) = others.next_if(|(other, _)| other == cell) {
                shared.add(a * b / self.cell_size(*cell));
            }
        }
        shared.get()
    }
}
