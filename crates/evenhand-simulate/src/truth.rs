//! What is true about a simulated programme, to hold estimates against.

use crate::effects::{Activity, ByRound, Effects};
use crate::programme::{Centrality, Drift, Programme, ProviderTrend};

/// The true effects of a simulated programme, in points of the 0..100 scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    severity: ByRound,
    level: ByRound,
    activity: Activity,
    /// Difficulty by indicator, positive = harder; the weighted mean is 0.
    pub difficulty: Vec<f64>,
    /// Affiliation by provider, where the programme has affiliations.
    pub provider_affiliation: Vec<Option<usize>>,
    /// Affiliation by evaluator, where the programme has affiliations.
    pub evaluator_affiliation: Vec<Option<usize>>,
    /// Qualification by evaluator: 0 senior, 1 junior, 2 trainee.
    pub qualification: Vec<usize>,
    /// The evaluators who drift, and how.
    pub drift: Vec<Drift>,
    /// The evaluators with central tendency or extremity.
    pub centrality: Vec<Centrality>,
    /// The providers that steadily improve or decline.
    pub provider_trends: Vec<ProviderTrend>,
    /// Points that evaluators add for providers of their own affiliation.
    pub affiliation_leniency: f64,
}

impl Truth {
    pub(crate) fn new(programme: &Programme, effects: Effects, activity: Activity) -> Self {
        Self {
            severity: effects.severity,
            level: effects.level,
            activity,
            difficulty: effects.difficulty,
            provider_affiliation: effects.provider_affiliation,
            evaluator_affiliation: effects.evaluator_affiliation,
            qualification: effects.qualification,
            drift: programme.drift.clone(),
            centrality: programme.centrality.clone(),
            provider_trends: programme.provider_trends.clone(),
            affiliation_leniency: programme.affiliation_leniency,
        }
    }

    /// The severity of an evaluator in a round, drift included, positive = harsher; `None` where not active.
    #[must_use]
    pub fn severity(&self, evaluator: usize, round: usize) -> Option<f64> {
        self.severity.get(evaluator, round).filter(|_| self.activity.is_active(evaluator, round))
    }

    /// The level of a provider in a round: the expected weighted composite of an evaluator of severity 0,
    /// before rounding and cutting off at the ends of the score scale.
    #[must_use]
    pub fn level(&self, provider: usize, round: usize) -> Option<f64> {
        self.level.get(provider, round)
    }
}
