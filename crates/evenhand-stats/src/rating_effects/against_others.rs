//! A statistic of every evaluator against that of the others.

use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::undefined::Undefined;

/// One evaluator's statistic against the mean of the others'.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgainstOthers {
    /// The mean of the others' statistics, weighted by their n.
    pub others: f64,
    /// Own less others; `n` is that of the evaluator.
    pub difference: Estimate,
    /// The two-sided p of no difference; `None` without variation.
    pub p: Option<f64>,
}

/// Compares each of several independent estimates with the mean of the others, weighted by n.
///
/// Each must carry its standard error, and `df` the degrees of freedom of it; those of the difference are Welch's (1947)
/// and Satterthwaite's (1946). That evaluators differ in truth is no part of it: the question is
/// whether this one differs from the mean of the others.
///
/// # Errors
/// `TooFewUnits` below two estimates; `NotComplete` for one without standard error or degrees of freedom;
/// `InvalidParameter` unless the latter are positive.
pub fn against_others(
    estimates: &[Estimate],
    df: &[f64],
    level: Level,
) -> Result<Vec<AgainstOthers>, Undefined> {
    if estimates.len() != df.len() {
        return Err(Undefined::NotComplete);
    }
    if estimates.len() < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: estimates.len() });
    }
    let parts: Vec<Part> =
        estimates.iter().zip(df).map(|(estimate, df)| Part::of(estimate, *df)).collect::<Result<_, _>>()?;
    let all = parts.iter().fold(Sums::default(), |sums, part| sums.plus(part, 1.0));
    Ok(parts.iter().map(|part| contrast(part, &all.plus(part, -1.0), level)).collect())
}

/// What an estimate brings to a weighted mean.
struct Part {
    value: f64,
    square: f64,
    n: f64,
    df: f64,
}

impl Part {
    fn of(estimate: &Estimate, df: f64) -> Result<Self, Undefined> {
        let se = estimate.se.ok_or(Undefined::NotComplete)?;
        if df <= 0.0 || df.is_nan() {
            return Err(Undefined::InvalidParameter);
        }
        Ok(Self { value: estimate.value, square: se * se, n: estimate.n as f64, df })
    }
}

/// Sums over estimates: of n, n times value, n squared times the squared standard error, and the square of that by df.
#[derive(Default)]
struct Sums {
    n: f64,
    value: f64,
    square: f64,
    by_df: f64,
}

impl Sums {
    fn plus(&self, part: &Part, sign: f64) -> Self {
        let square = part.n * part.n * part.square;
        Self {
            n: self.n + sign * part.n,
            value: self.value + sign * part.n * part.value,
            square: self.square + sign * square,
            by_df: self.by_df + sign * square * square / part.df,
        }
    }
}

fn contrast(own: &Part, others: &Sums, level: Level) -> AgainstOthers {
    let mean = others.value / others.n;
    let of_mean = others.square.max(0.0) / (others.n * others.n);
    let by_df = others.by_df.max(0.0) / (others.n * others.n * others.n * others.n);
    let square = own.square + of_mean;
    let t = StudentT::new(square * square / (own.square * own.square / own.df + by_df));
    let (value, se) = (own.value - mean, square.sqrt());
    let varies = se > 1e-12;
    let t = t.filter(|_| varies);
    let interval = t.as_ref().and_then(|t| Interval::around(value, se, t.critical(level), level));
    AgainstOthers {
        others: mean,
        difference: Estimate { value, se: Some(se), interval, n: own.n as usize },
        p: t.map(|t| t.two_sided(value / se)),
    }
}
