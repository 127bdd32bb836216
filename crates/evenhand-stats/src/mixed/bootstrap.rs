//! Intervals of variance components by refits to simulated responses.

use super::fit::MixedFit;
use super::search::search;
use crate::estimate::{Interval, Level};
use crate::random::Random;
use crate::undefined::Undefined;

/// Percentile intervals of all variance components.
#[derive(Debug, Clone, PartialEq)]
pub struct BootstrapIntervals {
    /// The interval of each factor's variance, in squared units of the response.
    pub components: Vec<Interval>,
    /// The interval of the residual variance.
    pub residual: Interval,
    /// The number of refits behind the intervals.
    pub n_samples: usize,
    /// The simulated responses that could not be fitted.
    pub n_failed: usize,
}

impl MixedFit {
    /// The parametric bootstrap: percentiles of the variances refitted to responses that are simulated from this fit.
    ///
    /// Percentiles follow Hyndman & Fan (1996), type 7. Every refit starts from this fit's variances.
    ///
    /// # Errors
    /// `TooFewUnits` if fewer than 20 samples could be fitted.
    pub fn bootstrap(
        &self,
        samples: usize,
        seed: u64,
        level: Level,
    ) -> Result<BootstrapIntervals, Undefined> {
        let mut engine = self.engine.clone();
        let mut random = Random::new(seed);
        let mut drawn: Vec<Vec<f64>> = vec![Vec::with_capacity(samples); self.components.len() + 1];
        // Zero is a poor place to start from.
        let start: Vec<f64> = self
            .solution
            .ratios
            .iter()
            .enumerate()
            .map(|(factor, ratio)| ratio.max(0.1 / engine.mean_weight(factor)))
            .collect();
        for _ in 0..samples {
            let refit = engine
                .set_response(&self.simulated(&mut random))
                .and_then(|()| search(&engine, self.criterion, Some(&start)));
            if let Ok(found) = refit {
                let sigma2 = found.solution.squares / self.criterion.degrees(&engine);
                let ratios = found.solution.ratios.iter().chain([&1.0]);
                drawn.iter_mut().zip(ratios).for_each(|(values, ratio)| values.push(ratio * sigma2));
            }
        }
        let n_samples = drawn[0].len();
        if n_samples < 20 {
            return Err(Undefined::TooFewUnits { needed: 20, found: n_samples });
        }
        let mut components: Vec<Interval> =
            drawn.iter_mut().map(|values| percentiles(values, level)).collect();
        let residual = components.pop().ok_or(Undefined::NotComplete)?;
        Ok(BootstrapIntervals { components, residual, n_samples, n_failed: samples - n_samples })
    }

    /// A response from the fitted model, without its fixed effects, on which the criterion does not depend.
    fn simulated(&self, random: &mut Random) -> Vec<f64> {
        let design = &self.engine.design;
        let scales: Vec<f64> = self.components.iter().map(|component| component.sd).collect();
        let effects: Vec<f64> = design.by_node(&scales).iter().map(|sd| sd * random.normal()).collect();
        (0..design.n)
            .map(|row| {
                let shared: f64 =
                    (0..design.n_factors()).map(|factor| effects[design.node(factor, row)]).sum();
                shared + self.residual.sd / design.weight(row).sqrt() * random.normal()
            })
            .collect()
    }
}

fn percentiles(values: &mut [f64], level: Level) -> Interval {
    values.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * (values.len() - 1) as f64;
        let below = place as usize;
        let above = (below + 1).min(values.len() - 1);
        values[below] + (place - below as f64) * (values[above] - values[below])
    };
    Interval { low: at(level.tail()), high: at(1.0 - level.tail()), level: level.get() }
}
