use crate::{Caveat, ConflictKind, Finding, FindingKind, GroupedBy, InteractionWith, Part};

impl Finding {
    /// The name of its kind, as in a report: `evaluator_drift`.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// What it is about, so that it can be found again in a later answer: ids first, then what tells apart findings of
    /// one kind about the same. Numbers are no part of it.
    pub fn subjects(&self) -> Vec<String> {
        self.kind.subjects()
    }
}

impl FindingKind {
    /// The name of the kind, as in a report.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AgreementLevel { .. } => "agreement_level",
            Self::AgreementLowest { .. } => "agreement_lowest",
            Self::SeverityCount { .. } => "severity_count",
            Self::SeverityExtreme { .. } => "severity_extreme",
            Self::EvaluatorDrift { .. } => "evaluator_drift",
            Self::DriftCount { .. } => "drift_count",
            Self::AffiliationDifference { .. } => "affiliation_difference",
            Self::ReliabilityLevel { .. } => "reliability_level",
            Self::WeakIndicator { .. } => "weak_indicator",
            Self::CeilingOrFloor { .. } => "ceiling_or_floor",
            Self::NoWeakIndicator { .. } => "no_weak_indicator",
            Self::IndicatorsAlike { .. } => "indicators_alike",
            Self::AgreementDiffers { .. } => "agreement_differs",
            Self::RatingEffects { .. } => "rating_effects",
            Self::RatingEffectsCount { .. } => "rating_effects_count",
            Self::PairsDoubtful { .. } => "pairs_doubtful",
            Self::RedundantIndicators { .. } => "redundant_indicators",
            Self::WeightDiffers { .. } => "weight_differs",
            Self::SeveralDimensions { .. } => "several_dimensions",
            Self::VarianceSources { .. } => "variance_sources",
            Self::EnoughEvaluators { .. } => "enough_evaluators",
            Self::Separation { .. } => "separation",
            Self::Leader { .. } => "leader",
            Self::ChangeCount { .. } => "change_count",
            Self::ProviderChanged { .. } => "provider_changed",
            Self::AdjustmentMatters { .. } => "adjustment_matters",
            Self::PassMark { .. } => "pass_mark",
            Self::RanksAtOnce { .. } => "ranks_at_once",
            Self::FunnelOutliers { .. } => "funnel_outliers",
            Self::NotLinked { .. } => "not_linked",
            Self::Caveat { .. } => "caveat",
            Self::DriftConsequences { .. } => "drift_consequences",
            Self::RoundsNotLinked { .. } => "rounds_not_linked",
            Self::LinksWeak { .. } => "links_weak",
            Self::IndicatorsDrift { .. } => "indicators_drift",
            Self::ScoresRecoded { .. } => "scores_recoded",
            Self::InteractionCount { .. } => "interaction_count",
            Self::InteractionExtreme { .. } => "interaction_extreme",
            Self::UnexpectedCount { .. } => "unexpected_count",
            Self::CategoriesDisordered { .. } => "categories_disordered",
            Self::DriftEngines { .. } => "drift_engines",
            Self::ConflictDifference { .. } => "conflict_difference",
            Self::ConflictCount { .. } => "conflict_count",
            Self::ConflictEvaluator { .. } => "conflict_evaluator",
            Self::ConflictDecisions { .. } => "conflict_decisions",
            Self::PanelTurnover { .. } => "panel_turnover",
            Self::ChangeSplit { .. } => "change_split",
            Self::NewcomerSeverity { .. } => "newcomer_severity",
            Self::GroupSeverity { .. } => "group_severity",
            Self::GroupNoise { .. } => "group_noise",
            Self::PanelsApart { .. } => "panels_apart",
            Self::AdviceCount { .. } => "advice_count",
            Self::Advised { .. } => "advised",
        }
    }

    /// See [`Finding::subjects`].
    pub fn subjects(&self) -> Vec<String> {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        match self {
            Self::SeverityExtreme { evaluator, severity, .. } => {
                own(&[evaluator, if *severity < 0.0 { "lenient" } else { "harsh" }])
            }
            Self::EvaluatorDrift { evaluator, .. }
            | Self::RatingEffects { evaluator, .. }
            | Self::DriftConsequences { evaluator, .. }
            | Self::Advised { evaluator, .. } => own(&[evaluator]),
            Self::WeakIndicator { indicator, .. } | Self::WeightDiffers { indicator, .. } => {
                own(&[indicator])
            }
            Self::CeilingOrFloor { indicator, ceiling, .. } => {
                own(&[indicator, if *ceiling { "ceiling" } else { "floor" }])
            }
            Self::CategoriesDisordered { indicator, .. } => own(indicator.as_deref().as_slice()),
            Self::RedundantIndicators { first, second, .. } => own(&[first, second]),
            Self::AgreementDiffers { first, second, .. } => own(&[part(first), part(second)]),
            // Whoever leads, and whichever round is the latest or the worst: the place is what was pinned.
            Self::ProviderChanged { provider, from_round, round, .. } => own(&[provider, from_round, round]),
            Self::AdjustmentMatters { provider, round, .. } => own(&[provider, round]),
            Self::Caveat { caveat } => own(&[caveat.code()]),
            Self::RoundsNotLinked { link } => link.rounds.to_vec(),
            Self::InteractionCount { with, .. } => own(&[with.code()]),
            Self::InteractionExtreme { with, evaluator, element, .. } => {
                own(&[evaluator, element, with.code()])
            }
            Self::ConflictDifference { kind, .. }
            | Self::ConflictCount { kind, .. }
            | Self::ConflictDecisions { kind, .. } => own(&[kind.code()]),
            Self::ConflictEvaluator { evaluator, kind, .. } => own(&[evaluator, kind.code()]),
            Self::ChangeSplit { from_round, round, .. } => own(&[from_round, round]),
            Self::GroupSeverity { by, name, .. } | Self::GroupNoise { by, name, .. } => {
                own(&[name, by.code()])
            }
            Self::PanelsApart { round, .. } => own(&[round]),
            _ => Vec::new(),
        }
    }
}

fn part(part: &Part) -> &str {
    match part {
        Part::All => "",
        Part::Round(name)
        | Part::Indicator(name)
        | Part::Dimension(name)
        | Part::Qualification(name)
        | Part::Group(name) => name,
    }
}

impl Caveat {
    /// Its name, as in a report.
    pub fn code(self) -> &'static str {
        match self {
            Self::PanelMovesTogether => "panel_moves_together",
            Self::SeverityIsRelative => "severity_is_relative",
            Self::ReliableIsNotValid => "reliable_is_not_valid",
            Self::RanksOverlap => "ranks_overlap",
            Self::PatternNotIntent => "pattern_not_intent",
            Self::DriftNotPurified => "drift_not_purified",
            Self::EffectIsRelative => "effect_is_relative",
            Self::OnePopulation => "one_population",
            Self::AdviceIsNoVerdict => "advice_is_no_verdict",
        }
    }
}

impl ConflictKind {
    /// Its name, as in a report.
    pub fn code(self) -> &'static str {
        match self {
            Self::SameAffiliation => "same_affiliation",
            Self::Declared => "declared",
        }
    }

    /// The kind of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl InteractionWith {
    /// Its name, as in a report.
    pub fn code(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Indicator => "indicator",
            Self::Category => "category",
        }
    }
}

impl GroupedBy {
    /// Its name, as in a report.
    pub fn code(self) -> &'static str {
        match self {
            Self::Qualification => "qualification",
            Self::Group => "group",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_reports() {
        let kinds = [
            FindingKind::DriftCount { n_drifting: 1, n: 2 },
            FindingKind::NotLinked { n_subsets: 2 },
            FindingKind::InteractionCount { with: InteractionWith::Category, n_beyond_chance: 1, n: 2 },
            FindingKind::Caveat { caveat: Caveat::PanelMovesTogether },
        ];
        for kind in kinds {
            let json = serde_json::to_value(&kind).unwrap();
            assert_eq!(json["code"], kind.code());
        }
        let caveat = FindingKind::Caveat { caveat: Caveat::OnePopulation };
        assert_eq!(serde_json::to_value(&caveat).unwrap()["caveat"], caveat.subjects()[0].as_str());
    }
}
