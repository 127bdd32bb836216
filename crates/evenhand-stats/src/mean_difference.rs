//! The difference between the means of two independent groups.

use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{mean, sum_of};
use crate::undefined::{Undefined, check_finite};

/// What is assumed of the variances of two groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variances {
    /// They are the same, and estimated from both (Student 1908): needs three values in all.
    Pooled,
    /// They may differ (Welch 1947): needs two values in each group.
    Separate,
}

/// The means of two groups and their difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanDifference {
    /// The mean of the first group; `n` is its size.
    pub first: Estimate,
    /// The mean of the second group; `n` is its size.
    pub second: Estimate,
    /// First less second; `n` is the number of all values.
    pub difference: Estimate,
    /// Degrees of freedom of its t interval.
    pub df: f64,
    /// Two-sided p of "no difference".
    pub p: f64,
}

/// The difference between the means of two groups of independent values, with its t interval and p.
///
/// With [`Variances::Pooled`] the means have intervals from the pooled variance as well. Sources: Student (1908), The
/// probable error of a mean; Welch (1947), The generalization of "Student's" problem, degrees of freedom as in
/// Satterthwaite (1946).
///
/// # Errors
/// `TooFewUnits` for fewer values than [`Variances`] asks for, `NotFinite`, `NoVariance` where the values do not vary
/// within the groups.
pub fn mean_difference(
    first: &[f64],
    second: &[f64],
    variances: Variances,
    level: Level,
) -> Result<MeanDifference, Undefined> {
    let (needed_each, needed) = match variances {
        Variances::Pooled => (1, 3),
        Variances::Separate => (2, 4),
    };
    let smallest = first.len().min(second.len());
    if smallest < needed_each {
        return Err(Undefined::TooFewUnits { needed: needed_each, found: smallest });
    }
    if first.len() + second.len() < needed {
        return Err(Undefined::TooFewUnits { needed, found: first.len() + second.len() });
    }
    check_finite(first)?;
    check_finite(second)?;
    let (a, b) = (Group::of(first)?, Group::of(second)?);
    let (variances, df) = match variances {
        Variances::Pooled => {
            let df = a.n + b.n - 2.0;
            let pooled = (a.squares + b.squares) / df;
            ([pooled / a.n, pooled / b.n], [df, df, df])
        }
        Variances::Separate => {
            let of = [a.squares / (a.n - 1.0) / a.n, b.squares / (b.n - 1.0) / b.n];
            let sum = of[0] + of[1];
            let df = sum * sum / (of[0] * of[0] / (a.n - 1.0) + of[1] * of[1] / (b.n - 1.0));
            (of, [a.n - 1.0, b.n - 1.0, df])
        }
    };
    let se = (variances[0] + variances[1]).sqrt();
    if se <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let t = StudentT::new(df[2]).ok_or(Undefined::NotFinite)?;
    let value = a.mean - b.mean;
    Ok(MeanDifference {
        first: estimate(a.mean, variances[0].sqrt(), df[0], first.len(), level),
        second: estimate(b.mean, variances[1].sqrt(), df[1], second.len(), level),
        difference: estimate(value, se, df[2], first.len() + second.len(), level),
        df: df[2],
        p: t.two_sided(value / se),
    })
}

struct Group {
    n: f64,
    mean: f64,
    /// Sum of squared deviations from the mean.
    squares: f64,
}

impl Group {
    fn of(values: &[f64]) -> Result<Self, Undefined> {
        let mean = mean(values).ok_or(Undefined::NotFinite)?;
        let squares = sum_of(values.iter().map(|value| (value - mean) * (value - mean)));
        Ok(Self { n: values.len() as f64, mean, squares })
    }
}

fn estimate(value: f64, se: f64, df: f64, n: usize, level: Level) -> Estimate {
    let interval = StudentT::new(df)
        .filter(|_| se > 0.0)
        .and_then(|t| Interval::around(value, se, t.critical(level), level));
    Estimate { value, se: Some(se), interval, n }
}
