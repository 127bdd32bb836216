//! What is true about a simulated programme, to hold estimates against.

use crate::effects::{Activity, ByRound, Effects};
use crate::programme::{
    Centrality, Drift, Halo, IndicatorDrift, Partiality, Programme, ProviderTrend, Rounding, StraightLining,
};

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
    /// Declared conflicts of interest: indices of evaluator and provider, ascending.
    pub conflicts: Vec<(usize, usize)>,
    /// Points that evaluators add for providers with a declared conflict of interest.
    pub conflict_leniency: f64,
    /// The evaluators who favour providers to which they are tied.
    pub partiality: Vec<Partiality>,
    /// The evaluators with more halo than others.
    pub halo: Vec<Halo>,
    /// The evaluators who give one value on all indicators.
    pub straight_lining: Vec<StraightLining>,
    /// The evaluators who prefer round scores.
    pub rounding: Vec<Rounding>,
    /// The indicators that become harder or easier.
    pub indicator_drift: Vec<IndicatorDrift>,
    /// Severity of senior, junior and trainee evaluators beyond their own; part of [`Truth::severity`].
    pub qualification_severity: [f64; 3],
    /// Factors on the residual spread of senior, junior and trainee evaluators.
    pub qualification_noise: [f64; 3],
    /// Severity of evaluators in the round in which they join; part of [`Truth::severity`].
    pub newcomer_severity: f64,
    /// Change of everybody's severity per round; part of [`Truth::severity`].
    pub panel_drift: f64,
    /// Rounds before which the whole pool is replaced.
    pub breaks: Vec<usize>,
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
            conflicts: effects.conflicts,
            conflict_leniency: programme.conflict_leniency,
            partiality: programme.partiality.clone(),
            halo: programme.halo.clone(),
            straight_lining: programme.straight_lining.clone(),
            rounding: programme.rounding.clone(),
            indicator_drift: programme.indicator_drift.clone(),
            qualification_severity: programme.qualification_severity,
            qualification_noise: programme.qualification_noise,
            newcomer_severity: programme.newcomer_severity,
            panel_drift: programme.panel_drift,
            breaks: programme.breaks.clone(),
        }
    }

    /// The difficulty of an indicator in a round, drift included; `None` where there is no such indicator.
    #[must_use]
    pub fn difficulty_in(&self, indicator: usize, round: usize) -> Option<f64> {
        let drift = self.indicator_drift.iter();
        let present = drift.filter(|one| one.indicator == indicator && round >= one.from_round);
        Some(self.difficulty.get(indicator)? + present.map(|one| one.by).sum::<f64>())
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
