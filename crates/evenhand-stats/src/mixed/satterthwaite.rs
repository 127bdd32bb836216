//! Intervals of variance components from their standard errors.

use super::fit::MixedFit;
use crate::distribution::ChiSquared;
use crate::estimate::{Estimate, Interval, Level};

impl MixedFit {
    /// Gives every variance component that has a standard error the interval that goes with it.
    pub(super) fn satterthwaite_intervals(&mut self) {
        for component in self.components.iter_mut().chain([&mut self.residual]) {
            component.variance.interval = satterthwaite(&component.variance, self.level);
        }
    }
}

/// The chi-squared interval of a variance whose standard error stands for `2 (variance / se)²` degrees of freedom
/// (Satterthwaite 1946, equation 3).
fn satterthwaite(variance: &Estimate, level: Level) -> Option<Interval> {
    let se = variance.se.filter(|se| *se > 0.0)?;
    let df = 2.0 * (variance.value / se) * (variance.value / se);
    let chi_squared = ChiSquared::new(df)?;
    let tail = (1.0 - level.get()) / 2.0;
    let end = |p: f64| Some(df * variance.value / chi_squared.quantile(p)?);
    Interval::finite(end(1.0 - tail)?, end(tail)?, level)
}
