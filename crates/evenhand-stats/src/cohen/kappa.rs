//! Cohen's kappa and weighted kappa with their large-sample standard errors.

use super::two_raters::TwoRaters;
use crate::agreement_weights::{AgreementWeights, Weighting};
use crate::distribution::Normal;
use crate::estimate::{Estimate, Interval, Level};
use crate::undefined::Undefined;

/// Kappa of two raters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CohenKappa {
    /// Kappa with its standard error and normal interval, cut at 1; `n` is the number of units both scored.
    pub kappa: Estimate,
    /// The (weighted) share of units on which the raters agree.
    pub observed: f64,
    /// The (weighted) share that their marginals would give by chance.
    pub expected: f64,
    /// The standard error if the raters were independent, which the test of kappa = 0 uses.
    pub se_null: f64,
    /// Kappa over `se_null`; `None` where that is 0.
    pub z: Option<f64>,
    /// The two-sided p of kappa = 0 by the normal distribution.
    pub p: Option<f64>,
}

/// Cohen's (1960) kappa, or his weighted kappa (1968) with other weights than the identity.
///
/// The standard errors are those of Fleiss, Cohen & Everitt (1969), eq. 8 and 9 for the null hypothesis and eq. 13 in
/// general, with n in the denominator.
///
/// ```
/// use evenhand_stats::{AgreementWeights, Level, TwoRaters, cohen_kappa};
/// let table = TwoRaters::from_counts(2, &[20, 5, 10, 15])?;
/// let kappa = cohen_kappa(&table, AgreementWeights::Identity, Level::P95)?;
/// assert!((kappa.kappa.value - 0.4).abs() < 1e-12);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `NoVariance` if both raters use one category only, `InvalidWeights` or `Negative` as the weights demand.
pub fn cohen_kappa(
    table: &TwoRaters,
    weights: AgreementWeights,
    level: Level,
) -> Result<CohenKappa, Undefined> {
    let weighting = Weighting::new(weights, &table.values)?;
    let [rows, columns] = table.marginals();
    let n = table.n as f64;
    // The credit of a category of one rater with the marginals of the other.
    let (of_row, of_column) = (weighting.apply_all(&columns), weighting.apply_all(&rows));
    let weight = |row: u32, column: u32| weighting.get(row as usize, column as usize);
    let observed = table.cells.iter().map(|(r, c, count)| weight(*r, *c) * count / n).sum::<f64>();
    let expected = of_row.iter().zip(&rows).map(|(credit, p)| credit * p).sum::<f64>();
    let (disagreement, rest) = (1.0 - observed, 1.0 - expected);
    if rest <= 1e-14 {
        return Err(Undefined::NoVariance);
    }
    let value = (observed - expected) / rest;
    let squares: f64 = table
        .cells
        .iter()
        .map(|(row, column, count)| {
            let chance = of_row[*row as usize] + of_column[*column as usize];
            let part = weight(*row, *column) * rest - chance * disagreement;
            count / n * part * part
        })
        .sum();
    let centre = observed * expected - 2.0 * expected + observed;
    let se = ((squares - centre * centre).max(0.0) / n).sqrt() / (rest * rest);
    let se_null = null_variance(&weighting, &rows, &columns, &of_row, &of_column, expected).max(0.0).sqrt()
        / (rest * n.sqrt());
    let z = (se_null > 1e-14).then(|| value / se_null);
    Ok(CohenKappa {
        kappa: Estimate { value, se: Some(se), interval: interval(value, se, level), n: table.n },
        observed,
        expected,
        se_null,
        z,
        p: z.map(|z| 2.0 * Normal.sf(z.abs())),
    })
}

/// The variance of a unit's weight under independence, less what the marginals explain.
fn null_variance(
    weighting: &Weighting,
    rows: &[f64],
    columns: &[f64],
    of_row: &[f64],
    of_column: &[f64],
    expected: f64,
) -> f64 {
    let present = |shares: &[f64]| -> Vec<usize> { (0..shares.len()).filter(|k| shares[*k] > 0.0).collect() };
    let mut squares = 0.0;
    for row in present(rows) {
        for column in present(columns) {
            let part = weighting.get(row, column) - of_row[row] - of_column[column];
            squares += rows[row] * columns[column] * part * part;
        }
    }
    squares - expected * expected
}

fn interval(value: f64, se: f64, level: Level) -> Option<Interval> {
    if se <= 1e-14 {
        return None;
    }
    let around = Interval::around(value, se, Normal.critical(level), level)?;
    Some(Interval { high: around.high.min(1.0), ..around })
}
