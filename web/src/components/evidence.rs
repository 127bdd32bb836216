//! Where on its page the evidence of a finding is.

use evenhand_protocol::FindingKind;

/// The card that is shown, or the section that is opened and the card or table in it, by their names for tests.
pub fn evidence_of(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::AgreementLevel { .. } | FindingKind::AgreementLowest { .. } => "card-agreement-by-round",
        FindingKind::SeverityCount { .. } | FindingKind::SeverityExtreme { .. } => "card-severity",
        FindingKind::EvaluatorDrift { .. } | FindingKind::DriftCount { .. } => "card-drift",
        FindingKind::AffiliationDifference { .. } => "card-affiliation",
        FindingKind::ReliabilityLevel { .. } => "card-reliability-by-round",
        FindingKind::WeakIndicator { .. }
        | FindingKind::NoWeakIndicator { .. }
        | FindingKind::IndicatorsAlike { .. } => "card-item-rest",
        FindingKind::CeilingOrFloor { .. } => "card-floor-ceiling",
        FindingKind::AgreementDiffers { .. } => "agreement-detail/agreement-differences",
        FindingKind::PairsDoubtful { .. } => "agreement-detail/card-agreement-pairs",
        FindingKind::RatingEffects { .. } | FindingKind::RatingEffectsCount { .. } => {
            "effects-detail/card-effects"
        }
        FindingKind::RedundantIndicators { .. } => "structure-detail/card-indicator-correlations",
        FindingKind::WeightDiffers { .. } => "structure-detail/card-weights",
        FindingKind::SeveralDimensions { .. } => "structure-detail/card-scree",
        FindingKind::VarianceSources { .. } => "generalizability/card-variance",
        FindingKind::EnoughEvaluators { .. } => "generalizability/card-dependability",
        FindingKind::Separation { .. }
        | FindingKind::Leader { .. }
        | FindingKind::AdjustmentMatters { .. }
        | FindingKind::NotLinked { .. }
        | FindingKind::Caveat { .. } => "card-league",
        FindingKind::ChangeCount { .. } | FindingKind::ProviderChanged { .. } => "card-change",
        FindingKind::PassMark { .. } | FindingKind::RanksAtOnce { .. } => "standing",
        FindingKind::FunnelOutliers { .. } => "standing/card-funnel",
        FindingKind::DriftConsequences { .. } => "drift-detail/card-drift-multiples",
        FindingKind::RoundsNotLinked { .. } | FindingKind::LinksWeak { .. } => "drift-detail/drift-links",
        FindingKind::IndicatorsDrift { .. } => "drift-detail/card-indicator-multiples",
        FindingKind::ScoresRecoded { .. } => "drift-detail",
        FindingKind::DriftEngines { .. } => "drift-detail/drift-evaluators",
        FindingKind::InteractionCount { .. } | FindingKind::InteractionExtreme { .. } => "facets-detail",
        FindingKind::UnexpectedCount { .. } => "facets-detail/unexpected-scores",
        FindingKind::CategoriesDisordered { .. } => "facets-detail/card-category-curves",
        FindingKind::ConflictDifference { .. } | FindingKind::ConflictCount { .. } => {
            "conflicts-detail/card-conflicts"
        }
        FindingKind::ConflictEvaluator { .. } => "conflicts-detail/conflict-evaluators",
        FindingKind::ConflictDecisions { .. } => "conflicts-detail/conflict-providers",
        FindingKind::PanelTurnover { .. } => "turnover-detail/card-panel-flow",
        FindingKind::ChangeSplit { .. } => "turnover-detail/card-change-split",
        FindingKind::NewcomerSeverity { .. }
        | FindingKind::GroupSeverity { .. }
        | FindingKind::GroupNoise { .. } => "turnover-detail/evaluator-groups",
        FindingKind::PanelsApart { .. } => "turnover-detail/card-panel-network",
        FindingKind::AdviceCount { .. } | FindingKind::Advised { .. } => "scorecards-detail/scorecards",
    }
}
