//! Student's t distribution.

use super::beta::beta_tails;
use super::saddle_point::binomial;
use super::solve::{Tail, TailAt, solve_positive};
use super::{valid_df, valid_probability};
use crate::estimate::Level;

/// A Student t distribution; its degrees of freedom need not be whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentT {
    df: f64,
}

impl StudentT {
    /// The distribution with `df` degrees of freedom, or `None` unless `df` is positive and finite.
    pub fn new(df: f64) -> Option<Self> {
        valid_df(df).then_some(Self { df })
    }

    /// The probability of a value at most `x`; `NaN` only for `x` that is `NaN`.
    pub fn cdf(self, x: f64) -> f64 {
        self.sf(-x)
    }

    /// The probability of a value above `x`, accurate where it is small; `NaN` only for `x` that is `NaN`.
    ///
    /// Source: Abramowitz & Stegun (1964), 26.7.1.
    ///
    /// ```
    /// let p = evenhand_stats::StudentT::new(10.0).map(|d| d.sf(2.2281388519862735));
    /// assert!((p.unwrap() - 0.025).abs() < 1e-14);
    /// ```
    pub fn sf(self, x: f64) -> f64 {
        let outside = self.outside(x.abs());
        if x > 0.0 { 0.5 * outside } else { 1.0 - 0.5 * outside }
    }

    /// The probability of a value further from 0 than `x`, in either direction: the two-sided p-value.
    pub fn two_sided(self, x: f64) -> f64 {
        self.outside(x.abs())
    }

    /// The value that a share `p` of the distribution does not exceed; `None` unless 0 < p < 1.
    pub fn quantile(self, p: f64) -> Option<f64> {
        if !valid_probability(p) {
            return None;
        }
        let magnitude = if (0.25..=0.75).contains(&p) {
            self.central_limit((1.0 - 2.0 * p).abs())
        } else {
            self.upper_limit(2.0 * p.min(1.0 - p))
        };
        Some(if p < 0.5 { -magnitude } else { magnitude })
    }

    /// The number of standard errors that a two-sided interval of this level extends to each side.
    pub fn critical(self, level: Level) -> f64 {
        if level.get() < 0.5 { self.central_limit(level.get()) } else { self.upper_limit(1.0 - level.get()) }
    }

    /// The positive x that a share `outside` of the distribution exceeds in magnitude.
    fn upper_limit(self, outside: f64) -> f64 {
        solve_positive(outside, Tail::Upper, 2.0, |x| TailAt {
            probability: self.outside(x),
            density: 2.0 * self.density(x),
        })
    }

    /// The positive x that a share `inside` does not exceed in magnitude; exact for the smallest shares, which
    /// the upper tail could not tell from zero.
    fn central_limit(self, inside: f64) -> f64 {
        if inside <= 0.0 {
            return 0.0;
        }
        solve_positive(inside, Tail::Lower, 0.5, |x| TailAt {
            probability: self.tails(x).0,
            density: 2.0 * self.density(x),
        })
    }

    /// The probability of a magnitude above `x >= 0`.
    fn outside(self, x: f64) -> f64 {
        self.tails(x).1
    }

    /// The probabilities of a magnitude below and above `x >= 0`.
    fn tails(self, x: f64) -> (f64, f64) {
        let (below, above) = self.shares(x);
        beta_tails(0.5, 0.5 * self.df, below, above)
    }

    /// The shares `x^2 / (df + x^2)` and `df / (df + x^2)`, without overflow of the square.
    fn shares(self, x: f64) -> (f64, f64) {
        let root = self.df.sqrt();
        if x <= root {
            let ratio = (x / root) * (x / root);
            (ratio / (1.0 + ratio), 1.0 / (1.0 + ratio))
        } else {
            let ratio = (root / x) * (root / x);
            (1.0 / (1.0 + ratio), ratio / (1.0 + ratio))
        }
    }

    /// The density at `x > 0`.
    fn density(self, x: f64) -> f64 {
        let (a, b) = (0.5, 0.5 * self.df);
        let (below, above) = self.shares(x);
        binomial(a, b, below, above) * (a / (a + b)) * b / x
    }
}
