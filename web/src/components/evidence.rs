//! Where on its page the evidence of a finding is.

use evenhand_protocol::FindingKind;

/// The section that is opened, or the card that is shown, by its name for tests.
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
        FindingKind::AgreementDiffers { .. } | FindingKind::PairsDoubtful { .. } => "agreement-detail",
        FindingKind::RatingEffects { .. } | FindingKind::RatingEffectsCount { .. } => "effects-detail",
        FindingKind::RedundantIndicators { .. }
        | FindingKind::WeightDiffers { .. }
        | FindingKind::SeveralDimensions { .. } => "structure-detail",
        FindingKind::VarianceSources { .. } | FindingKind::EnoughEvaluators { .. } => "generalizability",
        FindingKind::Separation { .. }
        | FindingKind::Leader { .. }
        | FindingKind::AdjustmentMatters { .. }
        | FindingKind::NotLinked { .. }
        | FindingKind::Caveat { .. } => "card-league",
        FindingKind::ChangeCount { .. } | FindingKind::ProviderChanged { .. } => "card-change",
        FindingKind::PassMark { .. }
        | FindingKind::RanksAtOnce { .. }
        | FindingKind::FunnelOutliers { .. } => "standing",
        FindingKind::DriftConsequences { .. }
        | FindingKind::RoundsNotLinked { .. }
        | FindingKind::LinksWeak { .. }
        | FindingKind::IndicatorsDrift { .. }
        | FindingKind::ScoresRecoded { .. }
        | FindingKind::DriftEngines { .. } => "drift-detail",
        FindingKind::InteractionCount { .. }
        | FindingKind::InteractionExtreme { .. }
        | FindingKind::UnexpectedCount { .. }
        | FindingKind::CategoriesDisordered { .. } => "facets-detail",
        FindingKind::ConflictDifference { .. }
        | FindingKind::ConflictCount { .. }
        | FindingKind::ConflictEvaluator { .. }
        | FindingKind::ConflictDecisions { .. } => "conflicts-detail",
        FindingKind::PanelTurnover { .. }
        | FindingKind::ChangeSplit { .. }
        | FindingKind::NewcomerSeverity { .. }
        | FindingKind::GroupSeverity { .. }
        | FindingKind::GroupNoise { .. }
        | FindingKind::PanelsApart { .. } => "turnover-detail",
        FindingKind::AdviceCount { .. } | FindingKind::Advised { .. } => "scorecards-detail",
    }
}
