//! The joint uncertainty of chosen random effects.

use super::fit::MixedFit;
use crate::undefined::Undefined;

/// The most levels a covariance matrix may have: it then takes 50 MB.
const MAX_LEVELS: usize = 2_500;

/// Which uncertainty of random effects is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncertainty {
    /// Given the response, with the fixed effects and variances taken as known.
    Conditional,
    /// Of prediction, with the uncertainty of the fixed effects in it.
    Prediction,
}

impl MixedFit {
    /// The covariance matrix of the random effects of some levels of a factor, row by row, in squared units of the
    /// response.
    ///
    /// Its diagonal holds the squares of the standard errors of [`random_effects`](MixedFit::random_effects). The
    /// variance of the difference of levels i and j is `c_ii + c_jj - 2 c_ij`. The cost is two triangular
    /// solutions for each level.
    ///
    /// # Errors
    /// `NotComplete` if the factor or a level is out of range, `TooLarge` for more than 2,500 levels.
    pub fn covariance(
        &self,
        factor: usize,
        levels: &[usize],
        uncertainty: Uncertainty,
    ) -> Result<Vec<f64>, Undefined> {
        let design = &self.engine.design;
        let n_levels = design.n_levels.get(factor).copied().ok_or(Undefined::NotComplete)?;
        if levels.iter().any(|level| *level >= n_levels) {
            return Err(Undefined::NotComplete);
        }
        if levels.len() > MAX_LEVELS {
            return Err(Undefined::TooLarge { limit: MAX_LEVELS, found: levels.len() });
        }
        let nodes: Vec<usize> = levels.iter().map(|level| design.offsets[factor] + level).collect();
        let (engine, solution) = (&self.engine, &self.solution);
        let fixed: Vec<Vec<f64>> = match uncertainty {
            Uncertainty::Conditional => Vec::new(),
            Uncertainty::Prediction => {
                engine.fixed_part(solution).iter().map(|column| engine.symbolic.restored(column)).collect()
            }
        };
        let scaled = |node: usize| solution.scales[node];
        let mut covariance = Vec::with_capacity(nodes.len() * nodes.len());
        for node in &nodes {
            let column = engine.inverse_column(solution, *node);
            covariance.extend(nodes.iter().map(|other| {
                let shared: f64 = fixed.iter().map(|column| column[*node] * column[*other]).sum();
                self.residual.variance.value * scaled(*node) * scaled(*other) * (column[*other] + shared)
            }));
        }
        symmetrise(&mut covariance, nodes.len());
        Ok(covariance)
    }
}

/// Makes both triangles equal, which rounding has told apart.
fn symmetrise(values: &mut [f64], size: usize) {
    for i in 0..size {
        for j in 0..i {
            let mean = 0.5 * (values[i * size + j] + values[j * size + i]);
            values[i * size + j] = mean;
            values[j * size + i] = mean;
        }
    }
}
