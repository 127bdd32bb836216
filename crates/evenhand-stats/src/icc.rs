//! Intraclass correlations: agreement and consistency of evaluators, single and averaged.

use crate::distribution::FisherF;
use crate::estimate::{Estimate, Interval, Level};
use crate::mean_squares::MeanSquares;
use crate::undefined::{Undefined, check_finite};

/// The six intraclass correlations of McGraw & Wong (1996), with the mean squares they come from.
///
/// `n` of every estimate is the number of units over all panels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IccSet {
    /// ICC(1): one score, one-way layout (evaluators not told apart).
    pub icc_1: Estimate,
    /// ICC(A,1): one score, absolute agreement.
    pub icc_a_1: Estimate,
    /// ICC(C,1): one score, consistency (severity differences set aside).
    pub icc_c_1: Estimate,
    /// ICC(1,k): mean of k scores, one-way layout.
    pub icc_1_k: Estimate,
    /// ICC(A,k): mean of k scores, absolute agreement.
    pub icc_a_k: Estimate,
    /// ICC(C,k): mean of k scores, consistency; equals Cronbach's alpha with evaluators as items.
    pub icc_c_k: Estimate,
    /// The mean squares the coefficients were computed from.
    pub mean_squares: MeanSquares,
}

/// The six intraclass correlations with their F-based intervals, from the mean squares of one or more panels.
///
/// Estimates and intervals follow McGraw & Wong (1996), tables 4 and 7, with the effective sizes n0 and k0 in
/// place of n and k. For one panel that is exact; for panels of unequal sizes the pooled mean square between
/// evaluators is only nearly a multiple of chi-squared, and the absolute-agreement intervals are approximate in
/// that respect too, beyond Satterthwaite's approximation that they always use.
///
/// The one-way forms assume that evaluators are drawn afresh for every unit. Where a panel scores all its units with
/// the same evaluators, as here, their errors are shared and the one-way intervals are too short: in the simulation
/// of this crate's tests they cover 91% at a nominal 95%, against 94% for ICC(A,1) and 95% for ICC(C,1).
///
/// A coefficient of 1 (no residual variation at all) has no interval, because the data show no error to measure
/// uncertainty by.
///
/// ```
/// use evenhand_stats::{Block, Level, icc, mean_squares};
/// // Shrout & Fleiss (1979), table 2.
/// let scores = [
///     9., 2., 5., 8., 6., 1., 3., 2., 8., 4., 6., 8., 7., 1., 2., 6., 10., 5., 6., 9., 6., 2., 4., 7.,
/// ];
/// let ms = mean_squares(&Block { scores: &scores, n_units: 6, k: 4 })?;
/// let set = icc(&ms, Level::P95)?;
/// assert!((set.icc_a_1.value - 0.289764).abs() < 1e-6);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `NoVariance` if the unit means do not differ at all, or so much less than chance that a coefficient's
/// denominator is not positive: the averaged coefficients then have no value. `NotFinite`, `OneEvaluator` or
/// `TooFewUnits` if the mean squares were not made by [`mean_squares`](crate::mean_squares) or
/// [`pooled_mean_squares`](crate::pooled_mean_squares) and hold such values.
pub fn icc(ms: &MeanSquares, level: Level) -> Result<IccSet, Undefined> {
    validate(ms)?;
    let (icc_1, icc_1_k) = from_ratio(ms, ms.within, ms.df_within, level)?;
    let (icc_c_1, icc_c_k) = from_ratio(ms, ms.residual, ms.df_residual, level)?;
    let (icc_a_1, icc_a_k) = absolute(ms, level)?;
    Ok(IccSet { icc_1, icc_a_1, icc_c_1, icc_1_k, icc_a_k, icc_c_k, mean_squares: *ms })
}

/// Refuses mean squares that no complete table can have.
fn validate(ms: &MeanSquares) -> Result<(), Undefined> {
    let squares = [ms.between_units, ms.between_evaluators, ms.residual, ms.within];
    let dfs = [ms.df_units, ms.df_evaluators, ms.df_residual, ms.df_within];
    check_finite(&squares)?;
    check_finite(&dfs)?;
    check_finite(&[ms.n_units, ms.k])?;
    if ms.k < 2.0 {
        return Err(Undefined::OneEvaluator);
    }
    if dfs.iter().any(|df| *df <= 0.0) || ms.n_units < 1.0 {
        return Err(Undefined::TooFewUnits { needed: 2, found: ms.total_units });
    }
    if ms.between_units <= 0.0 || squares.iter().any(|square| *square < 0.0) {
        return Err(Undefined::NoVariance);
    }
    Ok(())
}

/// The single and averaged coefficient that depend on one F ratio only: the one-way and consistency forms.
fn from_ratio(
    ms: &MeanSquares,
    error: f64,
    df: f64,
    level: Level,
) -> Result<(Estimate, Estimate), Undefined> {
    let n = ms.total_units;
    let single = |f: f64| (f - 1.0) / (f + ms.k - 1.0);
    let average = |f: f64| 1.0 - 1.0 / f;
    if error == 0.0 {
        let perfect = Estimate { value: 1.0, se: None, interval: None, n };
        return Ok((perfect, perfect));
    }
    let f = ms.between_units / error;
    let low = f / upper_quantile(ms.df_units, df, level)?;
    let high = f * upper_quantile(df, ms.df_units, level)?;
    let estimate = |form: &dyn Fn(f64) -> f64| Estimate {
        value: form(f),
        se: None,
        interval: Interval::finite(form(low), form(high), level),
        n,
    };
    let (single, average) = (estimate(&single), estimate(&average));
    check_finite(&[single.value, average.value])?;
    Ok((single, average))
}

/// The single and averaged coefficient of absolute agreement.
fn absolute(ms: &MeanSquares, level: Level) -> Result<(Estimate, Estimate), Undefined> {
    let single = Agreement::single(ms);
    let average = Agreement::average(ms);
    let (value_1, value_k) = (single.at(ms, 1.0)?, average.at(ms, 1.0)?);
    let bounds = bounds(ms, value_1, level)?;
    let estimate = |value: f64, form: &Agreement| Estimate {
        value,
        se: None,
        interval: bounds
            .and_then(|(low, high)| Interval::finite(form.at(ms, low).ok()?, form.at(ms, high).ok()?, level)),
        n: ms.total_units,
    };
    Ok((estimate(value_1, &single), estimate(value_k, &average)))
}

/// `(MSR - g MSE) / (MSR + g C)`: the form shared by both coefficients of absolute agreement, and at quantiles g
/// of F by the limits of their intervals.
struct Agreement {
    /// C: k/n MSC + (k - 1 - k/n) MSE for a single score, (MSC - MSE) / n for the mean of k.
    rest: f64,
}

impl Agreement {
    fn single(ms: &MeanSquares) -> Self {
        let share = ms.k / ms.n_units;
        Self { rest: share * ms.between_evaluators + (ms.k - 1.0 - share) * ms.residual }
    }

    fn average(ms: &MeanSquares) -> Self {
        Self { rest: (ms.between_evaluators - ms.residual) / ms.n_units }
    }

    fn at(&self, ms: &MeanSquares, g: f64) -> Result<f64, Undefined> {
        let denominator = ms.between_units + g * self.rest;
        if denominator > 0.0 {
            Ok((ms.between_units - g * ms.residual) / denominator)
        } else {
            Err(Undefined::NoVariance)
        }
    }
}

/// The factors g at the lower and upper limit; `None` where there is no error to measure uncertainty by.
///
/// The error term `a MSC + b MSE` gets Satterthwaite's degrees of freedom (McGraw & Wong 1996, table 7 notes). Both
/// weights are multiplied by `n (1 - rho) / k`, which changes nothing and stays finite at rho = 1.
fn bounds(ms: &MeanSquares, rho: f64, level: Level) -> Result<Option<(f64, f64)>, Undefined> {
    let a = rho * ms.between_evaluators;
    let b = (ms.n_units * (1.0 - rho) / ms.k + rho * (ms.n_units - 1.0)) * ms.residual;
    let spread = a * a / ms.df_evaluators + b * b / ms.df_residual;
    if spread <= 0.0 {
        return Ok(None);
    }
    let df = (a + b) * (a + b) / spread;
    if df <= 0.0 || !df.is_finite() {
        return Ok(None);
    }
    let low = upper_quantile(ms.df_units, df, level)?;
    let high = 1.0 / upper_quantile(df, ms.df_units, level)?;
    Ok(Some((low, high)))
}

/// The quantile of F that leaves the level's tail above it.
fn upper_quantile(df1: f64, df2: f64, level: Level) -> Result<f64, Undefined> {
    // The lower quantile of the reciprocal variable keeps the digits of a small tail.
    let lower = FisherF::new(df2, df1).and_then(|f| f.quantile(level.tail())).ok_or(Undefined::NotFinite)?;
    Ok(1.0 / lower)
}
