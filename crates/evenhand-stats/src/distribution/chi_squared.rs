//! The chi-squared distribution.

use super::gamma::gamma_tails;
use super::saddle_point::poisson;
use super::solve::{Tail, TailAt, solve_positive};
use super::{valid_df, valid_probability};

/// A chi-squared distribution; its degrees of freedom need not be whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquared {
    df: f64,
}

impl ChiSquared {
    /// The distribution with `df` degrees of freedom, or `None` unless `df` is positive and finite.
    pub fn new(df: f64) -> Option<Self> {
        valid_df(df).then_some(Self { df })
    }

    /// The probability of a value at most `x`; `NaN` only for `x` that is `NaN`.
    ///
    /// Source: Abramowitz & Stegun (1964), 26.4.19.
    pub fn cdf(self, x: f64) -> f64 {
        gamma_tails(0.5 * self.df, 0.5 * x).0
    }

    /// The probability of a value above `x`, accurate where it is small; `NaN` only for `x` that is `NaN`.
    ///
    /// ```
    /// let p = evenhand_stats::ChiSquared::new(1.0).map(|d| d.sf(3.841458820694124));
    /// assert!((p.unwrap() - 0.05).abs() < 1e-14);
    /// ```
    pub fn sf(self, x: f64) -> f64 {
        gamma_tails(0.5 * self.df, 0.5 * x).1
    }

    /// The value that a share `p` of the distribution does not exceed; `None` unless 0 < p < 1.
    pub fn quantile(self, p: f64) -> Option<f64> {
        if !valid_probability(p) {
            return None;
        }
        let (tail, p) = if p <= 0.5 { (Tail::Lower, p) } else { (Tail::Upper, 1.0 - p) };
        Some(solve_positive(p, tail, self.df, |x| TailAt {
            probability: if tail == Tail::Lower { self.cdf(x) } else { self.sf(x) },
            density: self.density(x),
        }))
    }

    /// The density at `x > 0`.
    fn density(self, x: f64) -> f64 {
        0.5 * self.df * poisson(0.5 * self.df, 0.5 * x) / x
    }
}
