use evenhand_protocol::Method;

/// The note that explains a method.
pub fn method_anchor(method: Method) -> &'static str {
    match method {
        Method::IccAnova | Method::IccReml => "icc",
        Method::AlphaBootstrap | Method::AlphaJackknife | Method::AlphaDifference => "krippendorff-alpha",
        Method::GwetAnalytic | Method::KappaAnalytic => "categories",
        Method::KendallBootstrap | Method::KendallPooled => "kendall-w",
        Method::SpreadRatio
        | Method::ResidualCorrelation
        | Method::ExactShares
        | Method::PairedShares
        | Method::EntropyDifference => "rating-effects",
        Method::LeaveOneOut | Method::LeaveOneOutPooled => "severity",
        Method::LeaveOneOutByEvaluator => "affiliation",
        Method::ProviderDeviations => "conflicts",
        Method::ChangeSplit | Method::NewcomerSeverity | Method::GroupMean | Method::NoiseRatio => "turnover",
        Method::ChangePoint | Method::SeverityTrend | Method::SeverityShift | Method::LinkedLinear => "drift",
        Method::LinkedRasch => "rasch",
        Method::CronbachFeldt | Method::CronbachJackknife => "cronbach-alpha",
        Method::ConsistencyBootstrap => "omega",
        Method::UpperLower | Method::Entropy | Method::ItemRestFisher | Method::MeanByProvider => "item-rest",
        Method::Correlation | Method::EffectiveWeight => "structure",
        Method::PanelMean => "panel-mean",
        Method::RemlProfile | Method::RemlSatterthwaite => "variance-components",
        Method::RemlPrediction | Method::RemlFixed => "linear-severity",
        Method::Additive | Method::RandomEvaluators | Method::DriftRemoved => "adjusted-composite",
        Method::Hierarchical => "chances",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::METHOD_GROUPS;

    #[test]
    fn anchors_are_notes() {
        for method in [
            Method::IccReml,
            Method::AlphaBootstrap,
            Method::GwetAnalytic,
            Method::KendallPooled,
            Method::SpreadRatio,
            Method::LeaveOneOut,
            Method::LeaveOneOutByEvaluator,
            Method::ProviderDeviations,
            Method::ChangeSplit,
            Method::ChangePoint,
            Method::LinkedRasch,
            Method::CronbachFeldt,
            Method::ConsistencyBootstrap,
            Method::Entropy,
            Method::Correlation,
            Method::MeanByProvider,
            Method::PanelMean,
            Method::RemlProfile,
            Method::RemlPrediction,
            Method::RandomEvaluators,
            Method::Hierarchical,
        ] {
            let anchor = method_anchor(method);
            let known = METHOD_GROUPS.iter().flat_map(|group| group.notes).any(|note| note.id == anchor);
            assert!(known, "{anchor}");
        }
    }
}
