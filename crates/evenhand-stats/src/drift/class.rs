//! What an evaluator's severity did, in a word.

/// What an evaluator's severity did over the rounds that can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DriftClass {
    /// The test does not show that severity moved.
    Stable,
    /// Severity rose.
    Harsher,
    /// Severity fell.
    MoreLenient,
    /// Severity moved both ways, or without a direction.
    Erratic,
    /// Fewer rounds than the policy asks for can be compared.
    TooLittleData,
}

/// The thresholds by which evaluators are classed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DriftPolicy {
    /// The adjusted p below which a movement counts.
    pub alpha: f64,
    /// The smallest movement that counts, however sure, in the units of severity.
    pub least_change: f64,
    /// The fewest comparable rounds for a class.
    pub least_rounds: usize,
}

impl Default for DriftPolicy {
    /// Any movement with an adjusted p below 0.05, from two rounds on.
    fn default() -> Self {
        Self { alpha: 0.05, least_change: 0.0, least_rounds: 2 }
    }
}

/// What the tests of one evaluator showed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    pub(super) n_rounds: usize,
    /// Whether the severities differ between rounds; nothing below counts where they do not.
    pub(super) moved: bool,
    /// Whether a movement in either direction stands out.
    pub(super) rose: bool,
    pub(super) fell: bool,
    /// Whether the scatter around the trend stands out.
    pub(super) scattered: bool,
    /// Whether severity is higher after its best change point than before; `None` without one.
    pub(super) higher_after: Option<bool>,
}

impl DriftPolicy {
    /// Whether a movement stands out among `n` of the same evaluator (Bonferroni).
    pub(super) fn stands_out(&self, movement: f64, p: f64, n: usize) -> bool {
        p * (n.max(1) as f64) < self.alpha && movement.abs() >= self.least_change
    }

    pub(super) fn class(&self, evidence: Evidence) -> DriftClass {
        if evidence.n_rounds < self.least_rounds.max(2) {
            return DriftClass::TooLittleData;
        }
        if !evidence.moved {
            return DriftClass::Stable;
        }
        match (evidence.rose, evidence.fell, evidence.scattered, evidence.higher_after) {
            (true, true, ..) | (false, false, true, _) | (false, false, _, None) => DriftClass::Erratic,
            (true, false, ..) | (false, false, false, Some(true)) => DriftClass::Harsher,
            (false, true, ..) | (false, false, false, Some(false)) => DriftClass::MoreLenient,
        }
    }
}
