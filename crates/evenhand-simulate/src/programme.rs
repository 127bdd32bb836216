//! The configuration of a simulated evaluation programme.

/// The language of labels and column headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

/// How one evaluator's severity moves across rounds, in points of the 0..100 scale, positive = harsher.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DriftKind {
    /// One lasting change from a round on.
    Shift {
        /// The zero-based round in which the change is first present.
        from_round: usize,
        /// The change of severity.
        by: f64,
    },
    /// The same change from each round to the next, none in the first.
    Trend {
        /// The change of severity per round.
        per_round: f64,
    },
    /// Severity jumps independently in each round.
    Erratic {
        /// The standard deviation of the jumps.
        sd: f64,
    },
}

/// An evaluator who drifts. Such an evaluator never leaves through turnover.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    /// Zero-based index of the evaluator; indices from [`Programme::n_evaluators`] up are later joiners.
    pub evaluator: usize,
    /// How the severity moves.
    pub kind: DriftKind,
}

/// An evaluator who draws all scores towards the middle (factor below 1) or the ends (above 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Centrality {
    /// Zero-based index of the evaluator.
    pub evaluator: usize,
    /// The factor on the distance of every score from [`Programme::mean_level`].
    pub factor: f64,
}

/// An evaluator who favours (or disfavours) providers to which it is tied, beyond what everybody does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Partiality {
    /// Zero-based index of the evaluator.
    pub evaluator: usize,
    /// Points (0..100) added for providers of the own affiliation or with a declared conflict of interest.
    pub leniency: f64,
}

/// An evaluator whose score sheets are coloured by one impression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Halo {
    /// Zero-based index of the evaluator.
    pub evaluator: usize,
    /// Standard deviation of what all scores of a sheet have in common, beyond [`Spreads::halo`].
    pub sd: f64,
}

/// An evaluator who gives one value on all indicators of some score sheets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StraightLining {
    /// Zero-based index of the evaluator.
    pub evaluator: usize,
    /// Share of such score sheets.
    pub share: f64,
}

/// An evaluator who rounds some scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rounding {
    /// Zero-based index of the evaluator.
    pub evaluator: usize,
    /// Share of scores that are rounded.
    pub share: f64,
    /// To so many steps of the scale, counted from its lowest score.
    pub steps: usize,
}

/// An indicator that becomes harder or easier for everybody.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndicatorDrift {
    /// Zero-based index of the indicator.
    pub indicator: usize,
    /// The zero-based round in which the change is first present.
    pub from_round: usize,
    /// The change of difficulty, positive = harder.
    pub by: f64,
}

/// A provider that steadily improves or declines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProviderTrend {
    /// Zero-based index of the provider.
    pub provider: usize,
    /// The change of its true level per round, in points of the 0..100 scale.
    pub per_round: f64,
}

/// The scale scores are given on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreScale {
    /// The lowest score.
    pub min: f64,
    /// The highest score.
    pub max: f64,
    /// The distance between neighbouring scores.
    pub step: f64,
}

/// Standard deviations of the true effects, in points of the 0..100 scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spreads {
    /// Providers, in the first round.
    pub provider: f64,
    /// The random change of a provider from one round to the next.
    pub provider_change: f64,
    /// Difficulty of indicators.
    pub indicator: f64,
    /// Severity of evaluators.
    pub evaluator: f64,
    /// The unsteadiness of an evaluator's severity from round to round that is nobody's drift.
    pub evaluator_round: f64,
    /// Provider by indicator: lasting strengths and weaknesses.
    pub provider_indicator: f64,
    /// Halo: the common effect on one score sheet (one evaluator, one provider, one round).
    pub halo: f64,
    /// The residual of each single score.
    pub residual: f64,
}

/// A programme of evaluation: its size, its panels, its true effects and its flaws.
///
/// A score before it is put on the score scale is
/// `level(provider, round) + strength(provider, indicator) - difficulty(indicator) - severity(evaluator,
/// round)` plus leniency towards the own affiliation, halo and residual, on the 0..100 scale.
/// [`Programme::check`] turns the configuration into one that can be simulated.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// The language of labels and column headers.
    pub language: Language,
    /// Number of rounds.
    pub n_rounds: usize,
    /// Number of providers; each is scored in each round.
    pub n_providers: usize,
    /// Number of indicators; each is scored on each score sheet.
    pub n_indicators: usize,
    /// Number of dimensions the indicators are dealt to, in order and in equal parts.
    pub n_dimensions: usize,
    /// Weights of the indicators; empty means all equal.
    pub weights: Vec<f64>,
    /// The last so many indicators have the direction `lower`: their scores are recorded reversed.
    pub n_reversed: usize,
    /// Evaluators active in each round.
    pub n_evaluators: usize,
    /// Evaluators on each panel.
    pub panel_size: usize,
    /// Share of the providers scored by a random panel in place of a team; these panels link the teams.
    pub mixed_share: f64,
    /// Share of the active evaluators replaced by new ones from each round to the next.
    ///
    /// The running total is rounded, so that the number of evaluators over all rounds is the nearest to it.
    pub turnover: f64,
    /// Rounds before which the whole pool is replaced, leaving them unlinked with the rounds before;
    /// round 0 has none before it.
    pub breaks: Vec<usize>,
    /// Share of the cells that are missing, completely at random.
    pub missing_share: f64,
    /// The scale scores are given on.
    pub scale: ScoreScale,
    /// The true level of an average provider in the first round, on the 0..100 scale.
    pub mean_level: f64,
    /// Standard deviations of the true effects.
    pub spreads: Spreads,
    /// Number of organisations that evaluators and providers belong to; 0 for none.
    pub n_affiliations: usize,
    /// Points (0..100) that evaluators add for providers of their own affiliation.
    pub affiliation_leniency: f64,
    /// Pairs of an evaluator and a provider with a declared conflict of interest, drawn at random among all.
    pub n_conflicts: usize,
    /// Points (0..100) that evaluators add for providers with a declared conflict of interest.
    pub conflict_leniency: f64,
    /// Factors on the residual spread of senior, junior and trainee evaluators.
    pub qualification_noise: [f64; 3],
    /// Severity of senior, junior and trainee evaluators beyond their own.
    pub qualification_severity: [f64; 3],
    /// Severity of evaluators in the round in which they join, the first round aside.
    pub newcomer_severity: f64,
    /// Change of everybody's severity from each round to the next: what scores alone cannot tell from a change of all
    /// providers.
    pub panel_drift: f64,
    /// Evaluators who drift.
    pub drift: Vec<Drift>,
    /// Evaluators with central tendency or extremity.
    pub centrality: Vec<Centrality>,
    /// Evaluators who favour providers to which they are tied.
    pub partiality: Vec<Partiality>,
    /// Evaluators with more halo than others.
    pub halo: Vec<Halo>,
    /// Evaluators who give one value on all indicators.
    pub straight_lining: Vec<StraightLining>,
    /// Evaluators who prefer round scores.
    pub rounding: Vec<Rounding>,
    /// Indicators that become harder or easier.
    pub indicator_drift: Vec<IndicatorDrift>,
    /// Providers that steadily improve or decline.
    pub provider_trends: Vec<ProviderTrend>,
}

impl Default for Programme {
    /// Four rounds of 20 providers, 8 indicators in 2 dimensions, 12 evaluators in panels of 3, nobody
    /// drifting.
    fn default() -> Self {
        Self {
            language: Language::English,
            n_rounds: 4,
            n_providers: 20,
            n_indicators: 8,
            n_dimensions: 2,
            weights: Vec::new(),
            n_reversed: 0,
            n_evaluators: 12,
            panel_size: 3,
            mixed_share: 0.25,
            turnover: 0.1,
            breaks: Vec::new(),
            missing_share: 0.0,
            scale: ScoreScale { min: 0.0, max: 100.0, step: 1.0 },
            mean_level: 62.0,
            spreads: Spreads {
                provider: 8.0,
                provider_change: 2.0,
                indicator: 4.0,
                evaluator: 4.0,
                evaluator_round: 1.0,
                provider_indicator: 3.0,
                halo: 2.0,
                residual: 6.0,
            },
            n_affiliations: 0,
            affiliation_leniency: 0.0,
            n_conflicts: 0,
            conflict_leniency: 0.0,
            qualification_noise: [1.0; 3],
            qualification_severity: [0.0; 3],
            newcomer_severity: 0.0,
            panel_drift: 0.0,
            drift: Vec::new(),
            centrality: Vec::new(),
            partiality: Vec::new(),
            halo: Vec::new(),
            straight_lining: Vec::new(),
            rounding: Vec::new(),
            indicator_drift: Vec::new(),
            provider_trends: Vec::new(),
        }
    }
}
