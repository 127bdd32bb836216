//! The random effects of a fit.

use super::fit::MixedFit;

/// The best linear unbiased prediction of a level's random effect, in units of the response.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RandomEffect {
    /// The prediction, shrunken towards 0.
    pub value: f64,
    /// Its standard deviation given the response, with the fixed effects and variances taken as known; what lme4 calls
    /// the conditional variance is its square.
    pub conditional_se: f64,
    /// The standard error of prediction, with the fixed effects' uncertainty in it and the variances taken as known.
    pub prediction_se: f64,
    /// The number of observations of the level; with 0 the prediction is 0 and the errors are the factor's SD.
    pub n: usize,
}

impl MixedFit {
    /// The random effects of every factor by level.
    ///
    /// Costs about twice a factorisation for all of them together. Differences between levels need
    /// their covariances: see [`covariance`](MixedFit::covariance).
    pub fn random_effects(&self) -> Vec<Vec<RandomEffect>> {
        let (engine, solution) = (&self.engine, &self.solution);
        let conditional = engine.inverse_diagonal(solution, false);
        let mut whole = conditional.clone();
        for column in engine.fixed_part(solution) {
            let column = engine.symbolic.restored(&column);
            whole.iter_mut().zip(column).for_each(|(value, entry)| *value += entry * entry);
        }
        let sigma2 = self.residual.variance.value;
        (0..engine.design.n_factors())
            .map(|factor| {
                let mut counts = vec![0; engine.design.n_levels[factor]];
                engine.design.codes[factor].iter().for_each(|code| counts[*code as usize] += 1);
                let effect = |(node, n)| {
                    let scale = solution.scales[node];
                    let error = |inverse: f64| scale * (sigma2 * inverse).sqrt();
                    RandomEffect {
                        value: scale * solution.u[node],
                        conditional_se: error(conditional[node]),
                        prediction_se: error(whole[node]),
                        n,
                    }
                };
                engine.design.nodes(factor).zip(counts).map(effect).collect()
            })
            .collect()
    }
}
