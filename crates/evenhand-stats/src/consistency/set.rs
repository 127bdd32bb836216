//! All coefficients of internal consistency of a table, with intervals.

use super::alpha::{log_jackknife, raw_alpha};
use super::coefficients::{lambda_6, omega_total, standardised_alpha};
use crate::cronbach::feldt_interval;
use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::item_covariance::{Correlations, ItemCovariance};
use crate::item_table::ItemTable;
use crate::resampling::{Resampling, draw};
use crate::sum::variance;
use crate::undefined::Undefined;

/// The internal consistency of a set of indicators; `n` of every estimate is the number of units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InternalConsistency {
    /// Cronbach's alpha.
    pub alpha: Result<Estimate, Undefined>,
    /// Alpha of indicators scaled to equal variance.
    pub standardised: Result<Estimate, Undefined>,
    /// Guttman's lambda-6.
    pub lambda_6: Result<Estimate, Undefined>,
    /// McDonald's omega total of one factor.
    pub omega_total: Result<Estimate, Undefined>,
    /// The standard error of measurement `SD sqrt(1 - alpha)`, with the SD of a unit's mean over all indicators: in units
    /// of the scores.
    pub sem: Result<f64, Undefined>,
    /// The number of units used.
    pub n_units: usize,
    /// The number of indicators.
    pub n_items: usize,
    /// The number of units left out.
    pub n_dropped: usize,
}

/// Alpha, standardised alpha, lambda-6, omega total and the standard error of measurement of a table.
///
/// On complete data the interval of alpha is that of Feldt (1965). With missing scores alpha is that of pairwise covariances,
/// and its interval comes from `-ln(1 - alpha)` with the standard error of the jackknife over units and t on n - 1 degrees
/// of freedom (Tukey 1958; the scale is that of Bonett 2002). A bootstrap will not do there: resamples leave pairs of
/// indicators without two different units in common. The other coefficients get the bootstrap standard error `s` of
/// `-ln(1 - coefficient)` and the interval that t on n - 1 degrees of freedom times s gives on that scale. Without
/// resampling only alpha has an interval, and a coefficient that is undefined in a twentieth of the
/// resamples (as lambda-6 can be with many missing scores) has none.
///
/// # Errors
/// `TooFewUnits` if two indicators have fewer than three units in common.
pub fn internal_consistency(
    table: &ItemTable,
    resampling: Option<Resampling>,
    level: Level,
) -> Result<InternalConsistency, Undefined> {
    let covariance = ItemCovariance::of(table)?;
    let (all, _) = covariance.sums(|_| true);
    let alpha = raw_alpha(&covariance, |_| true);
    let k = table.n_items();
    let values = coefficients(&covariance.correlations());
    let spreads = resampling.map_or([None; 3], |resampling| spreads(table, resampling));
    let estimate =
        |at: usize| values[at].map(|value| on_log_scale(value, spreads[at], table.n_units(), level));
    Ok(InternalConsistency {
        alpha: alpha.map(|value| alpha_estimate(table, &covariance, value, level)),
        standardised: estimate(0),
        lambda_6: estimate(1),
        omega_total: estimate(2),
        sem: alpha.map(|alpha| (all.max(0.0) * (1.0 - alpha).max(0.0)).sqrt() / k as f64),
        n_units: table.n_units(),
        n_items: k,
        n_dropped: table.n_dropped(),
    })
}

fn alpha_estimate(table: &ItemTable, covariance: &ItemCovariance, value: f64, level: Level) -> Estimate {
    let n = table.n_units();
    let on_scale = on_log_scale(value, log_jackknife(table, covariance, value), n, level);
    if table.is_complete() {
        Estimate { interval: feldt_interval(value, n, table.n_items(), level), ..on_scale }
    } else {
        on_scale
    }
}

/// Standardised alpha, lambda-6 and omega total.
fn coefficients(correlations: &Result<Correlations, Undefined>) -> [Result<f64, Undefined>; 3] {
    match correlations {
        Err(reason) => [Err(*reason); 3],
        Ok(correlations) => [
            standardised_alpha(correlations),
            lambda_6(correlations),
            omega_total(correlations).map(|found| found.omega),
        ],
    }
}

/// The bootstrap standard errors of `-ln(1 - coefficient)`; `None` where a twentieth of the resamples has no value.
fn spreads(table: &ItemTable, resampling: Resampling) -> [Option<f64>; 3] {
    let mut random = resampling.random();
    let mut weights = vec![0.0; table.n_units()];
    let mut replicates: [Vec<f64>; 3] = Default::default();
    for _ in 0..resampling.resamples() {
        draw(&mut random, &mut weights);
        let correlations = ItemCovariance::new(table, &weights).and_then(|c| c.correlations());
        for (replicates, value) in replicates.iter_mut().zip(coefficients(&correlations)) {
            replicates.extend(value.ok().map(|value| -libm::log(1.0 - value)).filter(|g| g.is_finite()));
        }
    }
    let enough = 0.95 * resampling.resamples() as f64;
    replicates.map(|g| if g.len() as f64 >= enough { variance(&g).map(f64::sqrt) } else { None })
}

fn on_log_scale(value: f64, spread: Option<f64>, n: usize, level: Level) -> Estimate {
    let interval = spread.filter(|spread| *spread > 0.0 && value < 1.0).and_then(|spread| {
        let margin = StudentT::new((n - 1) as f64)?.critical(level) * spread;
        let rest = |shift: f64| 1.0 - (1.0 - value) * libm::exp(shift);
        Interval::finite(rest(margin), rest(-margin), level)
    });
    Estimate { value, se: spread.map(|spread| spread * (1.0 - value)), interval, n }
}
