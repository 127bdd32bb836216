//! What every statistic returns: an estimate with its uncertainty.

/// A confidence level strictly between 0 and 1.
///
/// ```
/// use evenhand_stats::Level;
/// assert_eq!(Level::new(0.95), Some(Level::P95));
/// assert_eq!(Level::new(95.0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// The 90% level.
    pub const P90: Self = Self(0.90);
    /// The 95% level.
    pub const P95: Self = Self(0.95);
    /// The 99% level.
    pub const P99: Self = Self(0.99);

    /// A level from a proportion, or `None` unless it lies strictly between 0 and 1.
    pub fn new(level: f64) -> Option<Self> {
        (level > 0.0 && level < 1.0).then_some(Self(level))
    }

    /// The level as a proportion, for example 0.95.
    pub fn get(self) -> f64 {
        self.0
    }

    /// The probability left in each tail of a two-sided interval, for example 0.025.
    pub fn tail(self) -> f64 {
        0.5 * (1.0 - self.0)
    }
}

impl Default for Level {
    fn default() -> Self {
        Self::P95
    }
}

/// A two-sided confidence interval, in the units of the estimate it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
    /// The confidence level as a proportion, for example 0.95.
    pub level: f64,
}

impl Interval {
    /// An interval with both limits finite, or `None` where the data determine no finite limits.
    pub(crate) fn finite(low: f64, high: f64, level: Level) -> Option<Self> {
        (low.is_finite() && high.is_finite()).then_some(Self { low, high, level: level.get() })
    }

    /// The interval `value` plus or minus `critical` standard errors.
    pub(crate) fn around(value: f64, se: f64, critical: f64, level: Level) -> Option<Self> {
        Self::finite(value - critical * se, value + critical * se, level)
    }
}

/// An estimate with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The point estimate.
    pub value: f64,
    /// The standard error, where the method has one.
    pub se: Option<f64>,
    /// The confidence interval, where the data determine one.
    pub interval: Option<Interval>,
    /// The number of observations behind the estimate; the function that returns it says of what.
    pub n: usize,
}
