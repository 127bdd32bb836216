//! Fisher's F distribution.

use super::beta::beta_tails;
use super::saddle_point::binomial;
use super::solve::{Tail, TailAt, solve_positive};
use super::{valid_df, valid_probability};

/// An F distribution; its degrees of freedom need not be whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FisherF {
    df1: f64,
    df2: f64,
}

impl FisherF {
    /// The distribution of a ratio of mean squares with `df1` degrees of freedom above and `df2` below, or
    /// `None` unless both are positive and finite.
    pub fn new(df1: f64, df2: f64) -> Option<Self> {
        (valid_df(df1) && valid_df(df2)).then_some(Self { df1, df2 })
    }

    /// The probability of a value at most `x`; `NaN` only for `x` that is `NaN`.
    ///
    /// Source: Abramowitz & Stegun (1964), 26.6.2.
    pub fn cdf(self, x: f64) -> f64 {
        self.tails(x).0
    }

    /// The probability of a value above `x`, accurate where it is small; `NaN` only for `x` that is `NaN`.
    ///
    /// ```
    /// let p = evenhand_stats::FisherF::new(1.0, 10.0).map(|d| d.sf(4.9646027437307145));
    /// assert!((p.unwrap() - 0.05).abs() < 1e-14);
    /// ```
    pub fn sf(self, x: f64) -> f64 {
        self.tails(x).1
    }

    /// The value that a share `p` of the distribution does not exceed; `None` unless 0 < p < 1.
    ///
    /// With degrees of freedom far below 1 the value can lie outside the range of `f64`; it is then the
    /// largest or smallest value the search reaches, about 1e308 or 1e-323.
    pub fn quantile(self, p: f64) -> Option<f64> {
        if !valid_probability(p) {
            return None;
        }
        let (tail, p) = if p <= 0.5 { (Tail::Lower, p) } else { (Tail::Upper, 1.0 - p) };
        Some(solve_positive(p, tail, 1.0, |x| TailAt {
            probability: if tail == Tail::Lower { self.cdf(x) } else { self.sf(x) },
            density: self.density(x),
        }))
    }

    /// The shares of the beta variable `df1 x / (df1 x + df2)` and of its complement.
    fn shares(self, x: f64) -> (f64, f64) {
        let ratio = self.df1 / self.df2 * x;
        if ratio <= 1.0 {
            (ratio / (1.0 + ratio), 1.0 / (1.0 + ratio))
        } else {
            (1.0 / (1.0 + 1.0 / ratio), 1.0 / (1.0 + ratio))
        }
    }

    /// The lower and upper tail probabilities at `x`.
    fn tails(self, x: f64) -> (f64, f64) {
        if x <= 0.0 {
            return (0.0, 1.0);
        }
        let (below, above) = self.shares(x);
        beta_tails(0.5 * self.df1, 0.5 * self.df2, below, above)
    }

    /// The density at `x > 0`.
    fn density(self, x: f64) -> f64 {
        let (a, b) = (0.5 * self.df1, 0.5 * self.df2);
        let (below, above) = self.shares(x);
        binomial(a, b, below, above) * (a / (a + b)) * b / x
    }
}
