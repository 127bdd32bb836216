//! What an evaluator's severity did, in a word.

/// What an evaluator's severity did over the rounds that can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DriftClass {
    /// No test shows a movement.
    Stable,
    /// Severity rose.
    Harsher,
    /// Severity fell.
    MoreLenient,
    /// Severity moved both ways, or scatters more than its errors without a direction.
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
    /// Whether any movement counts in either direction.
    pub(super) rose: bool,
    pub(super) fell: bool,
    /// Whether the scatter around the trend counts.
    pub(super) scattered: bool,
}

impl DriftPolicy {
    /// Whether a movement counts.
    pub(super) fn counts(&self, movement: f64, p_adjusted: f64) -> bool {
        p_adjusted < self.alpha && movement.abs() >= self.least_change
    }

    pub(super) fn class(&self, evidence: Evidence) -> DriftClass {
        if evidence.n_rounds < self.least_rounds.max(2) {
            return DriftClass::TooLittleData;
        }
        match (evidence.rose, evidence.fell, evidence.scattered) {
            (true, true, _) | (false, false, true) => DriftClass::Erratic,
            (true, false, _) => DriftClass::Harsher,
            (false, true, _) => DriftClass::MoreLenient,
            (false, false, false) => DriftClass::Stable,
        }
    }
}
