//! Spread of an evaluator's scores against colleagues who scored the same.

use crate::clusters::Clusters;
use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{mean, sum_of};
use crate::undefined::{Undefined, check_finite};

/// The spread of an evaluator's scores against that of colleagues in the same places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairedSpread {
    /// The ratio of standard deviations, corrected for its bias: below 1 where the evaluator spreads less. `n` is the
    /// number of places; the standard error is that of the logarithm.
    pub ratio: Estimate,
    /// The two-sided p of equal spread.
    pub p: f64,
    /// The standard deviation of the evaluator's scores.
    pub own_sd: f64,
    /// The standard deviation of the colleagues' scores.
    pub panel_sd: f64,
}

/// Compares squared deviations of an evaluator's scores with the mean squared deviation of the colleagues' scores in the
/// same places.
///
/// `own` and `others` hold one squared deviation per place, both about the same centre, with severity taken out.
/// Because both scored the same, what the places differ by is in both, and the comparison is within pairs; scores of one
/// cluster (a provider) may depend on each other in any way. The logarithm of the ratio has the standard error and the
/// bias correction of the jackknife that leaves out one cluster at a time (Quenouille 1956; Tukey 1958; for variances
/// Miller 1968), with t on clusters less 1 degrees of freedom.
///
/// # Errors
/// `NotComplete` if the slices differ in length; `NotFinite`; `Negative`; `TooFewUnits` below three clusters;
/// `NoVariance` if either does not vary without one of the clusters, or the ratio is the same without any of them.
pub fn paired_spread(
    own: &[f64],
    others: &[f64],
    clusters: &[u32],
    level: Level,
) -> Result<PairedSpread, Undefined> {
    if own.len() != others.len() || own.len() != clusters.len() {
        return Err(Undefined::NotComplete);
    }
    check_finite(own)?;
    check_finite(others)?;
    if own.iter().chain(others).any(|square| *square < 0.0) {
        return Err(Undefined::Negative);
    }
    let clusters = Clusters::new(clusters);
    if clusters.len() < 3 {
        return Err(Undefined::TooFewUnits { needed: 3, found: clusters.len() });
    }
    let of_cluster = [own, others].map(|squares| clusters.sums(squares.iter().copied()));
    let totals = of_cluster.each_ref().map(|sums| sum_of(sums.iter().copied()));
    let log_ratio = |squares: [f64; 2]| {
        // What is left of a difference of equal sums is rounding.
        let varies = (0..2).all(|side| squares[side] > 1e-13 * totals[side]);
        varies.then(|| 0.5 * libm::log(squares[0] / squares[1])).ok_or(Undefined::NoVariance)
    };
    let all = log_ratio(totals)?;
    let without: Vec<f64> = (0..clusters.len())
        .map(|at| log_ratio([totals[0] - of_cluster[0][at], totals[1] - of_cluster[1][at]]))
        .collect::<Result<_, _>>()?;
    let (log, se) = jackknife(all, &without).ok_or(Undefined::NotFinite)?;
    let t = StudentT::new((clusters.len() - 1) as f64).ok_or(Undefined::NotFinite)?;
    if se <= 1e-12 {
        return Err(Undefined::NoVariance);
    }
    let margin = t.critical(level) * se;
    let interval = Interval::finite(libm::exp(log - margin), libm::exp(log + margin), level);
    let sd = |square: f64| (square / own.len() as f64).sqrt();
    Ok(PairedSpread {
        ratio: Estimate { value: libm::exp(log), se: Some(se), interval, n: own.len() },
        p: t.two_sided(log / se),
        own_sd: sd(totals[0]),
        panel_sd: sd(totals[1]),
    })
}

/// The value corrected for bias and its standard error, from the values without one cluster each.
pub(super) fn jackknife(all: f64, without: &[f64]) -> Option<(f64, f64)> {
    let n = without.len() as f64;
    let centre = mean(without)?;
    let squares = sum_of(without.iter().map(|value| (value - centre) * (value - centre)));
    Some((n * all - (n - 1.0) * centre, ((n - 1.0) / n * squares).sqrt()))
}
