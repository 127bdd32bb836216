//! What other numbers of evaluators, indicators and providers would achieve.

use evenhand_protocol::{DStudy, Dependability, Effect, ObjectOfMeasurement, Outcome, Reason};
use evenhand_stats::{
    ActualDesign, FacetComponent, FacetSet, Universe, actual_design, d_study, interaction_codes,
};

use super::model::Model;
use crate::convert::reason;

/// Facets of scores within a round.
const PROVIDER: usize = 0;
const EVALUATOR: usize = 1;
const INDICATOR: usize = 2;

/// Evaluators tried.
const EVALUATORS: [u32; 14] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30];

/// Providers tried where evaluators or indicators are measured.
const PROVIDERS: [u32; 10] = [1, 2, 3, 5, 8, 12, 20, 30, 50, 100];

/// The D studies of a model: every object, crossed and nested, indicators random and fixed.
pub(super) fn studies(model: &Model) -> Vec<DStudy> {
    let n_indicators = distinct(&model.observations.indicator);
    let provider = ObjectOfMeasurement::Provider;
    let mut studies = Vec::new();
    for (nested, indicators_fixed) in [(false, false), (false, true), (true, false), (true, true)] {
        studies.extend(study(model, provider, nested, indicators_fixed, n_indicators));
    }
    for indicators_fixed in [false, true] {
        studies.extend(study(model, ObjectOfMeasurement::Evaluator, false, indicators_fixed, n_indicators));
    }
    studies.extend(study(model, ObjectOfMeasurement::Indicator, false, false, n_indicators));
    studies
}

/// The components of scores within a round, whose own level everybody shares.
fn within_round(model: &Model, nested: bool) -> Vec<FacetComponent> {
    let of = |effects: &[Effect], facets: &[usize]| FacetComponent {
        facets: FacetSet::of(facets),
        variance: effects.iter().map(|effect| model.variance(*effect)).sum(),
    };
    let evaluator: &[usize] = if nested { &[PROVIDER, EVALUATOR] } else { &[EVALUATOR] };
    let on_indicator: &[usize] =
        if nested { &[PROVIDER, EVALUATOR, INDICATOR] } else { &[EVALUATOR, INDICATOR] };
    vec![
        of(&[Effect::Provider, Effect::ProviderInRound], &[PROVIDER]),
        of(&[Effect::Evaluator, Effect::EvaluatorInRound], evaluator),
        of(&[Effect::Indicator], &[INDICATOR]),
        of(&[Effect::ProviderEvaluator], &[PROVIDER, EVALUATOR]),
        of(&[Effect::EvaluatorIndicator], on_indicator),
        of(&[Effect::ProviderIndicator], &[PROVIDER, INDICATOR]),
        of(&[Effect::Residual], &[PROVIDER, EVALUATOR, INDICATOR]),
    ]
}

/// One D study; nothing where the object does not vary.
fn study(
    model: &Model,
    object: ObjectOfMeasurement,
    nested: bool,
    indicators_fixed: bool,
    n_indicators: u32,
) -> Option<DStudy> {
    let components = within_round(model, nested);
    let measured = match object {
        ObjectOfMeasurement::Provider => PROVIDER,
        ObjectOfMeasurement::Evaluator => EVALUATOR,
        ObjectOfMeasurement::Indicator => INDICATOR,
    };
    let fixed = if indicators_fixed { FacetSet::of(&[INDICATOR]) } else { FacetSet::EMPTY };
    let universe = Universe { object: FacetSet::of(&[measured]), fixed };
    let [first, second] = match object {
        ObjectOfMeasurement::Provider => [EVALUATOR, INDICATOR],
        ObjectOfMeasurement::Evaluator => [PROVIDER, INDICATOR],
        ObjectOfMeasurement::Indicator => [PROVIDER, EVALUATOR],
    };
    let sizes = |facet| match facet {
        EVALUATOR => EVALUATORS.to_vec(),
        PROVIDER => PROVIDERS.to_vec(),
        _ if indicators_fixed => vec![n_indicators],
        _ => (1..=(2 * n_indicators).clamp(2, 30)).collect(),
    };
    let (rows, columns) = (sizes(first), sizes(second));
    let (mut e_rho2, mut phi) = (Vec::new(), Vec::new());
    for row in &rows {
        for column in &columns {
            let mut size = [1.0; 3];
            size[first] = f64::from(*row);
            size[second] = f64::from(*column);
            let of = d_study(&components, &universe, &size).ok()?;
            e_rho2.push(of.e_rho2);
            phi.push(of.phi);
        }
    }
    let actual = match object {
        ObjectOfMeasurement::Provider => actual(model, &within_round(model, false), &universe),
        _ => Outcome::Undefined(Reason::NotForThisObject),
    };
    Some(DStudy { object, nested, indicators_fixed, rows, columns, e_rho2, phi, actual })
}

/// What the panels as they were achieve: errors of each round, averaged over its panels.
fn actual(model: &Model, components: &[FacetComponent], universe: &Universe) -> Outcome<Dependability> {
    let of = &model.observations;
    let residual = model.variance(Effect::Residual);
    let effects: Vec<FacetComponent> =
        components.iter().copied().filter(|one| one.facets.len() < 3).collect();
    let (mut relative, mut absolute, mut score, mut weight) = (0.0, 0.0, 0.0, 0.0);
    let mut last = Reason::NoVariance;
    let mut start = 0;
    // Panels come in the order of rounds.
    for round in of.round.chunk_by(|a, b| a == b) {
        let rows = start..start + round.len();
        start = rows.end;
        let panels = &of.panel[rows.clone()];
        let design = ActualDesign {
            facets: &[panels, &of.evaluator[rows.clone()], &of.indicator[rows.clone()]],
            weights: Some(&of.weights[rows]),
        };
        match actual_design(&design, &effects, residual, universe) {
            Ok(study) => {
                let panels = f64::from(distinct(panels));
                relative += panels * study.relative_error;
                absolute += panels * study.absolute_error;
                score += panels * study.universe_variance;
                weight += panels;
            }
            Err(undefined) => last = reason(&undefined),
        }
    }
    if weight <= 0.0 {
        return Outcome::Undefined(last);
    }
    let [relative, absolute, score] = [relative, absolute, score].map(|sum| sum / weight);
    Outcome::Known(Dependability {
        e_rho2: score / (score + relative),
        phi: score / (score + absolute),
        relative_sem: relative.sqrt(),
        absolute_sem: absolute.sqrt(),
        n_evaluators: harmonic(&of.panel, &of.evaluator),
        n_indicators: harmonic(&interaction_codes(&[&of.panel, &of.evaluator]).codes, &of.indicator),
    })
}

/// The harmonic mean over groups of the number of different levels in them.
fn harmonic(groups: &[u32], levels: &[u32]) -> f64 {
    let cells = interaction_codes(&[groups, levels]);
    let mut sizes = vec![0_u32; groups.iter().max().map_or(0, |last| *last as usize + 1)];
    cells.first.iter().for_each(|row| sizes[groups[*row as usize] as usize] += 1);
    let seen: Vec<f64> = sizes.into_iter().filter(|size| *size > 0).map(f64::from).collect();
    seen.len() as f64 / seen.iter().map(|size| 1.0 / size).sum::<f64>()
}

fn distinct(codes: &[u32]) -> u32 {
    interaction_codes(&[codes]).n_levels as u32
}
