//! Profile-likelihood intervals of variance components.

use super::criterion::ByVariance;
use super::fit::MixedFit;
use super::minimise::{Limits, minimise};
use super::variance_component::VarianceComponent;
use crate::distribution::ChiSquared;
use crate::estimate::Interval;

/// The search over the other variances need not be as exact as the fit itself.
const LIMITS: Limits = Limits { iterations: 60, tolerance: 1e-7 };

/// The precision of a limit, relative to the rise that it stands for.
const PRECISION: f64 = 1e-5;

impl MixedFit {
    /// Gives every variance component its profile-likelihood interval.
    pub(super) fn profile_intervals(&mut self) {
        let n_components = self.components.len();
        let intervals: Vec<Option<Interval>> = (0..=n_components).map(|index| self.profile(index)).collect();
        let components = self.components.iter_mut().chain([&mut self.residual]);
        for (component, interval) in components.zip(intervals) {
            component.variance.interval = interval;
        }
    }

    /// The interval of one variance, the residual one being the last; `None` if no finite limit was found.
    fn profile(&self, index: usize) -> Option<Interval> {
        let rise = ChiSquared::new(1.0)?.quantile(self.level.get())?.sqrt();
        let mut profile = Profile { fit: self, index, rise, variances: self.variances() };
        let component = self.components.get(index).unwrap_or(&self.residual);
        let low = if component.at_boundary { 0.0 } else { profile.lower(component.sd)? };
        profile.variances = self.variances();
        let high = profile.upper(component)?;
        Interval::finite(low * low, high * high, self.level)
    }
}

/// The signed root of the deviance's rise along the standard deviation of one component.
struct Profile<'a> {
    fit: &'a MixedFit,
    index: usize,
    /// The rise that the limits have.
    rise: f64,
    /// The variances at the last point, where the next search starts.
    variances: Vec<f64>,
}

impl Profile<'_> {
    /// The root of the rise at a standard deviation, the other variances being the best ones.
    fn at(&mut self, sd: f64) -> Option<f64> {
        let fit = self.fit;
        let objective = ByVariance::new(&fit.engine, fit.criterion, self.variances.clone());
        let objective = objective.fix(self.index, sd * sd);
        let minimum = minimise(&objective, &objective.free(), LIMITS).ok()?;
        self.variances = minimum.x;
        self.variances.insert(self.index, sd * sd);
        Some((minimum.value - fit.deviance).max(0.0).sqrt())
    }

    /// The lower limit of a standard deviation that is not zero.
    fn lower(&mut self, sd: f64) -> Option<f64> {
        // The variance of a factor may be zero, that of the residuals not.
        if self.index < self.fit.components.len() {
            let rise = self.at(0.0)?;
            self.variances = self.fit.variances();
            return if rise <= self.rise { Some(0.0) } else { self.solve([0.0, rise], [sd, 0.0]) };
        }
        let mut outer = sd;
        for _ in 0..15 {
            let inner = outer;
            outer *= 0.7;
            let rise = self.at(outer)?;
            if rise > self.rise {
                return self.solve([outer, rise], [inner, 0.0]);
            }
        }
        None
    }

    fn upper(&mut self, component: &VarianceComponent) -> Option<f64> {
        // A variance at the boundary starts from what would explain a tenth of the residual one.
        let start = component.sd.max(0.1 * self.fit.residual.sd);
        let mut inner = [component.sd, 0.0];
        let mut outer = start;
        for _ in 0..60 {
            outer *= 1.4;
            let rise = self.at(outer)?;
            if rise > self.rise {
                return self.solve([outer, rise], inner);
            }
            inner = [outer, rise];
        }
        None
    }

    /// The standard deviation at which the rise is reached, between a point outside and one inside, by false position
    /// with halved weights (Dowell & Jarratt 1971, the Illinois method); the root of the rise is nearly linear.
    fn solve(&mut self, outside: [f64; 2], inside: [f64; 2]) -> Option<f64> {
        let [mut outer, mut above] = [outside[0], outside[1] - self.rise];
        let [mut inner, mut below] = [inside[0], inside[1] - self.rise];
        let mut last_was_above = None;
        for _ in 0..60 {
            let sd = (outer * below - inner * above) / (below - above);
            let excess = self.at(sd)? - self.rise;
            if excess.abs() <= PRECISION * self.rise || (outer - inner).abs() <= 1e-12 * sd.abs() {
                return Some(sd);
            }
            if excess > 0.0 {
                (outer, above) = (sd, excess);
                if last_was_above == Some(true) {
                    below *= 0.5;
                }
            } else {
                (inner, below) = (sd, excess);
                if last_was_above == Some(false) {
                    above *= 0.5;
                }
            }
            last_was_above = Some(excess > 0.0);
        }
        None
    }
}
