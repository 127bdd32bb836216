//! What to say about the sources of variance.

use evenhand_protocol::{
    DStudy, Effect, Finding, FindingKind, GeneralizabilityAnswer, ObjectOfMeasurement, Outcome, Page,
    VarianceComponents,
};

/// Where the differences come from, and how many evaluators would be enough.
pub(super) fn findings(answer: &GeneralizabilityAnswer) -> Vec<Finding> {
    let Outcome::Known(components) = &answer.components else { return Vec::new() };
    let sources = FindingKind::VarianceSources {
        providers: share(components, &[Effect::Provider, Effect::ProviderInRound, Effect::ProviderIndicator]),
        evaluators: share(
            components,
            &[
                Effect::Evaluator,
                Effect::EvaluatorInRound,
                Effect::ProviderEvaluator,
                Effect::EvaluatorIndicator,
            ],
        ),
        residual: share(components, &[Effect::Residual]),
    };
    // Evaluators of their own for each provider is the cautious reading; the indicators are the programme's own.
    let as_held = answer.studies.iter().find(|study| {
        study.object == ObjectOfMeasurement::Provider && study.nested && study.indicators_fixed
    });
    let kinds = as_held.and_then(enough).into_iter().chain([sources]);
    kinds
        .enumerate()
        .map(|(place, kind)| Finding {
            kind,
            page: Page::Indicators,
            subject: None,
            weight: 2.0 - place as f64,
        })
        .collect()
}

fn share(components: &VarianceComponents, effects: &[Effect]) -> f64 {
    let rows = components.rows.iter().filter(|row| effects.contains(&row.effect));
    rows.map(|row| row.share).sum()
}

fn enough(study: &DStudy) -> Option<FindingKind> {
    let actual = study.actual.known()?;
    // Fixed indicators: one column.
    Some(FindingKind::EnoughEvaluators {
        phi: actual.phi,
        n_evaluators: actual.n_evaluators,
        n_indicators: actual.n_indicators,
        target: DStudy::TARGET,
        enough: study.enough(&study.phi, 0, DStudy::TARGET),
        tried: study.rows.last().copied().unwrap_or(0),
    })
}
