//! Funnel plots: which units differ more from the target than their precision explains.

use crate::distribution::Normal;
use crate::estimate::{Interval, Level};
use crate::sum::sum;
use crate::undefined::{Undefined, check_finite};

/// The target of a funnel plot and how far units scatter around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Funnel {
    /// The precision-weighted mean of the estimates.
    pub target: f64,
    /// Mean squared z score after winsorising: 1 where chance alone makes the differences.
    pub dispersion: f64,
    /// Whether it is larger than chance would make it.
    pub overdispersed: bool,
    /// Standard deviation between units beyond chance; 0 where there is no over-dispersion.
    pub between_sd: f64,
    /// The number of units.
    pub n: usize,
}

/// A funnel plot's target and additive over-dispersion.
///
/// z scores are winsorised: the lowest and the highest `winsorised` share take the value at that quantile, so that a few
/// real outliers do not widen the limits for all. With `phi` the mean squared z score of `n` units, there is
/// over-dispersion where `phi > 1 + 2 sqrt(2 / n)`, and the variance between units is
/// `(n phi - (n - 1)) / (sum w - sum w² / sum w)`, `w = 1 / se²`, never negative. Sources: Spiegelhalter 2005,
/// Statistics in Medicine 24 (the plot); Spiegelhalter 2005, Quality and Safety in Health Care 14 (over-dispersion,
/// random effects). Without winsorising it is the estimator of DerSimonian & Laird 1986.
///
/// # Errors
/// `NotComplete` where the slices differ in length; `NotFinite`; `TooFewUnits` below 3; `NoVariance` where a standard
/// error is not positive; `InvalidParameter` unless `0 <= winsorised < 0.5`.
pub fn funnel(values: &[f64], ses: &[f64], winsorised: f64) -> Result<Funnel, Undefined> {
    let n = values.len();
    if ses.len() != n {
        return Err(Undefined::NotComplete);
    }
    if !(0.0..0.5).contains(&winsorised) {
        return Err(Undefined::InvalidParameter);
    }
    check_finite(values)?;
    check_finite(ses)?;
    if n < 3 {
        return Err(Undefined::TooFewUnits { needed: 3, found: n });
    }
    if ses.iter().any(|se| *se <= 0.0) {
        return Err(Undefined::NoVariance);
    }
    let weights: Vec<f64> = ses.iter().map(|se| 1.0 / (se * se)).collect();
    let total = sum(&weights);
    let weighted: Vec<f64> = values.iter().zip(&weights).map(|(value, weight)| value * weight).collect();
    let target = sum(&weighted) / total;
    let mut z: Vec<f64> = values.iter().zip(ses).map(|(value, se)| (value - target) / se).collect();
    winsorise(&mut z, winsorised);
    let squares: Vec<f64> = z.iter().map(|z| z * z).collect();
    let (size, squares) = (n as f64, sum(&squares));
    let dispersion = squares / size;
    let overdispersed = dispersion > 1.0 + 2.0 * (2.0 / size).sqrt();
    let squared_weights: Vec<f64> = weights.iter().map(|weight| weight * weight).collect();
    let between = (squares - (size - 1.0)) / (total - sum(&squared_weights) / total);
    let between_sd = if overdispersed { between.max(0.0).sqrt() } else { 0.0 };
    Ok(Funnel { target, dispersion, overdispersed, between_sd, n })
}

/// Replaces what lies beyond the quantiles `share` and `1 - share` by these.
fn winsorise(z: &mut [f64], share: f64) {
    let mut sorted = z.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let cut = libm::floor(share * z.len() as f64) as usize;
    let (Some(low), Some(high)) = (sorted.get(cut), sorted.get(z.len() - 1 - cut)) else { return };
    for value in z {
        *value = value.clamp(*low, *high);
    }
}

impl Funnel {
    /// Between which values an estimate with this standard error lies with the level's probability if its unit is
    /// like the others; over-dispersion is allowed for.
    pub fn limits(&self, se: f64, level: Level) -> Interval {
        let reach = Normal.critical(level) * (se * se + self.between_sd * self.between_sd).sqrt();
        Interval { low: self.target - reach, high: self.target + reach, level: level.get() }
    }
}
