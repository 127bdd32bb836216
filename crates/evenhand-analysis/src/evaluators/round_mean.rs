//! Mean leave-one-out deviations by evaluator and round, and the variance of sheets around them.

use evenhand_stats::{mean, sum};

/// The sheets of one evaluator in one round.
#[derive(Debug, Default, Clone)]
pub(super) struct RoundMean {
    /// Round code.
    pub(super) round: u32,
    /// Severity on each sheet (minus the mean deviation).
    pub(super) severities: Vec<f64>,
}

impl RoundMean {
    pub(super) fn mean(&self) -> Option<f64> {
        mean(&self.severities)
    }
}

/// Variance of sheets around the evaluator's mean of the round, pooled over evaluators and rounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct PooledVariance {
    pub(super) variance: f64,
    pub(super) df: f64,
}

impl PooledVariance {
    /// `None` where no evaluator has two sheets in a round.
    pub(super) fn of<'a>(rounds: impl Iterator<Item = &'a RoundMean>) -> Option<Self> {
        let (mut squares, mut df) = (Vec::new(), 0.0);
        for round in rounds {
            let Some(centre) = round.mean() else { continue };
            squares.extend(round.severities.iter().map(|s| (s - centre) * (s - centre)));
            df += round.severities.len() as f64 - 1.0;
        }
        (df > 0.0).then(|| Self { variance: sum(&squares) / df, df })
    }
}
