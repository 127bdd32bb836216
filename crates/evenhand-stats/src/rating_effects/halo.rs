//! Halo: indicators that move together in one evaluator's scores more than in the panel's.

use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::item_covariance::{ItemCovariance, each_pair};
use crate::item_table::ItemTable;
use crate::resampling::jackknife_se;
use crate::undefined::Undefined;

/// The mean correlation between indicators, of an evaluator and of the panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Halo {
    /// Within the evaluator's score sheets; `n` is their number.
    pub own: Estimate,
    /// Within the other evaluators' score sheets.
    pub panel: Estimate,
    /// Evaluator less panel: positive for halo. `n` is the number of all sheets.
    pub difference: Estimate,
    /// The two-sided p of no difference; `None` without variation.
    pub p: Option<f64>,
}

/// Compares the mean inter-indicator correlation of an evaluator's score sheets with that of the others'.
///
/// The rows are score sheets and the columns indicators; the provider's own level on each indicator must have been taken
/// out (as by subtracting the mean of the other panel members), or good providers alone would make indicators correlate.
/// Standard errors are the infinitesimal jackknife over sheets; the difference takes Welch's (1947) degrees of freedom.
///
/// # Errors
/// `NotComplete` if the tables differ in indicators; `TooFewUnits` if two indicators have fewer than three sheets in
/// common; `NoVariance` if an indicator does not vary in either.
pub fn halo(own: &ItemTable, panel: &ItemTable, level: Level) -> Result<Halo, Undefined> {
    if own.n_items() != panel.n_items() {
        return Err(Undefined::NotComplete);
    }
    let (own, panel) = (mean_correlation(own, level)?, mean_correlation(panel, level)?);
    let value = own.value - panel.value;
    let n = own.n + panel.n;
    let part = |estimate: &Estimate| {
        let square = estimate.se.map_or(0.0, |se| se * se);
        (square, square * square / (estimate.n - 1) as f64)
    };
    let ((a, a_df), (b, b_df)) = (part(&own), part(&panel));
    let se = (a + b).sqrt();
    let t = StudentT::new((a + b) * (a + b) / (a_df + b_df));
    let interval = t.and_then(|t| Interval::around(value, se, t.critical(level), level));
    Ok(Halo {
        own,
        panel,
        difference: Estimate { value, se: Some(se), interval, n },
        p: t.filter(|_| se > 1e-14).map(|t| t.two_sided(value / se)),
    })
}

/// The mean correlation of all pairs of indicators within score sheets (rows), with the infinitesimal jackknife over
/// sheets and its interval by t on n - 1 degrees of freedom; `n` is the number of sheets.
///
/// # Errors
/// As [`halo`].
pub fn mean_correlation(table: &ItemTable, level: Level) -> Result<Estimate, Undefined> {
    let covariance = ItemCovariance::of(table)?;
    let correlations = covariance.correlations()?;
    let k = table.n_items();
    let n_pairs = (k * (k - 1) / 2) as f64;
    let value = (correlations.total() - k as f64) / (2.0 * n_pairs);
    let influence: Vec<f64> = table
        .rows()
        .map(|row| {
            let mut slope = 0.0;
            each_pair(row, k, |at, x, y| {
                let (a, b) = (at / k, at % k);
                if a != b {
                    let pair = covariance.pair(a, b);
                    let x = (x - pair.mean_a) / (pair.squares_a / pair.n).sqrt();
                    let y = (y - pair.mean_b) / (pair.squares_b / pair.n).sqrt();
                    // The influence of a pair of standardised values on their correlation (Devlin, Gnanadesikan &
                    // Kettenring 1975).
                    slope += (x * y - 0.5 * correlations.get(a, b) * (x * x + y * y)) / pair.n;
                }
            });
            slope / n_pairs
        })
        .collect();
    let n = table.n_units();
    let se = jackknife_se(&influence, &vec![1.0; n]);
    let interval = StudentT::new((n - 1) as f64)
        .and_then(|t| Interval::around(value, se, t.critical(level), level))
        .filter(|_| se > 1e-14)
        .map(|i| Interval { low: i.low.max(-1.0), high: i.high.min(1.0), ..i });
    Ok(Estimate { value, se: Some(se), interval, n })
}
