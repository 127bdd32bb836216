//! A chart's name and the answer in, a scene out.

use evenhand_charts::Scene;
use evenhand_charts::domain::{self, Context, DependabilityFor};
use evenhand_protocol::{
    AgreementAnswer, AgreementOf, Answer, Coefficient, ConflictKind, DStudy, GeneralizabilityAnswer, Loaded,
    ObjectOfMeasurement, PinnedChoice,
};

use super::Suppressed;
use super::of_choice::{chosen, of_round};

/// A scene, and what of it was left out for the size of its groups.
pub(crate) struct Drawn {
    pub(crate) scene: Scene,
    pub(crate) left_out: u64,
}

/// Draws a chart of an answer; `None` where the answer does not have what the choice names.
pub(crate) fn draw(
    name: &str,
    choice: &PinnedChoice,
    answer: Option<&Answer>,
    loaded: &Loaded,
    context: &Context<'_>,
    suppressed: &Suppressed,
) -> Option<Drawn> {
    if answer.is_none() {
        let missing = &loaded.quality.missing;
        return match name {
            "missing-indicators" => whole(domain::missing_by_indicator(missing, context)),
            "missing-evaluators" => whole(domain::missing_by_evaluator(missing, context)),
            _ => None,
        };
    }
    match answer? {
        Answer::Overview(answer) => match name {
            "rounds" => whole(domain::overview_multiples(answer, context)),
            "links" => whole(domain::links_heatmap(answer, context)),
            _ => None,
        },
        Answer::Evaluators(answer) => match name {
            "severity" => whole(domain::severity_caterpillar(answer, context)),
            "drift" => whole(domain::drift_lines(answer, context)),
            "agreement-by-round" => whole(domain::agreement_by_round(answer, context)),
            "round-severities" => {
                let known = &context.dataset.rounds;
                let round = match chosen(choice, "in") {
                    Some(round) => known.iter().find(|info| info.id == round)?,
                    None => known.last()?,
                };
                whole(domain::round_severities(answer, &round.id, context))
            }
            "affiliation" => {
                let (answer, left_out) = suppressed.affiliation(answer);
                Some(Drawn { scene: domain::affiliation_dots(&answer, context), left_out })
            }
            _ => None,
        },
        Answer::Indicators(answer) => match name {
            "reliability-by-round" => whole(domain::reliability_by_round(answer, context)),
            "item-rest" => whole(domain::item_rest_forest(answer, context)),
            "difficulty" => whole(domain::indicator_difficulty(answer, context)),
            "floor-ceiling" => whole(domain::floor_ceiling_bars(answer, context)),
            _ => None,
        },
        Answer::Providers(answer) => {
            let league = of_round(&answer.rounds, choice)?;
            match name {
                "league" => whole(domain::league(league, context)),
                "change" => whole(domain::change_slope(league, context)),
                _ => None,
            }
        }
        Answer::Agreement(answer) => agreement(name, answer, context, suppressed),
        Answer::Structure(answer) => match name {
            "weights" => whole(domain::weight_dots(answer, context)),
            "indicator-correlations" => whole(domain::indicator_matrix(answer, context)),
            "scree" => whole(domain::scree(answer, context)),
            "consistency" => {
                let sheets = chosen(choice, "unit") == Some("sheets");
                let parts = if sheets { &answer.score_sheets } else { &answer.provider_means };
                whole(domain::consistency_forest(parts, context))
            }
            _ => None,
        },
        Answer::Generalizability(answer) => match name {
            "variance" => whole(domain::variance_rows(answer, context)),
            "linear-severity" => whole(domain::linear_severity(answer, context)),
            "dependability" => {
                let ranking = chosen(choice, "coefficient") == Some("ranking");
                let which = if ranking { DependabilityFor::Ranking } else { DependabilityFor::Levels };
                whole(domain::dependability_lines(study(answer, choice)?, which, target(choice), context))
            }
            _ => None,
        },
        Answer::Effects(answer) => match name {
            "effects" => whole(domain::effects_matrix(answer, context)),
            _ => None,
        },
        Answer::Standing(answer) => match name {
            "funnel" => whole(domain::funnel(of_round(&answer.rounds, choice)?, context)),
            _ => None,
        },
        Answer::Drift(answer) => match name {
            "drift-multiples" => whole(domain::drift_multiples(answer, context)),
            "control-multiples" => whole(domain::control_multiples(answer, context)),
            "indicator-multiples" => whole(domain::indicator_multiples(answer, context)),
            "indicator-track" => {
                let id = chosen(choice, "indicator");
                let mut all = answer.indicators.iter();
                let drift = all.find(|one| id.is_none_or(|id| one.indicator == id))?;
                whole(domain::indicator_track(drift, context))
            }
            "wright-map" => whole(domain::wright_map(answer, context)),
            _ => None,
        },
        Answer::Facets(answer) => match name {
            "category-curves" => whole(domain::category_curves(answer.facets.known()?, context)),
            _ => None,
        },
        Answer::Conflicts(answer) => match name {
            "conflicts" => {
                let kind = chosen(choice, "kind").and_then(ConflictKind::from_code);
                let kind = kind.unwrap_or(ConflictKind::SameAffiliation);
                answer.of(kind)?;
                whole(domain::conflict_dots(answer, kind, context))
            }
            _ => None,
        },
        Answer::Turnover(answer) => match name {
            "change-split" => whole(domain::change_split(answer, context)),
            "panel-flow" => whole(domain::panel_flow(answer, context)),
            "panel-network" => whole(domain::panel_network(of_round(&answer.rounds, choice)?, context)),
            _ => None,
        },
        Answer::Scorecards(answer) => match name {
            "evaluator-track" => {
                let id = chosen(choice, "evaluator");
                let mut cards = answer.evaluators.iter();
                let card = cards.find(|card| id.is_none_or(|id| card.evaluator == id))?;
                whole(domain::evaluator_track(card, &answer.scale, context))
            }
            _ => None,
        },
    }
}

#[allow(clippy::unnecessary_wraps, reason = "one shape for all arms")]
fn whole(scene: Scene) -> Option<Drawn> {
    Some(Drawn { scene, left_out: 0 })
}

/// The D study chosen; what does not apply to the object is not asked.
fn study<'a>(answer: &'a GeneralizabilityAnswer, choice: &PinnedChoice) -> Option<&'a DStudy> {
    let object = match chosen(choice, "object") {
        Some("evaluator") => ObjectOfMeasurement::Evaluator,
        Some("indicator") => ObjectOfMeasurement::Indicator,
        _ => ObjectOfMeasurement::Provider,
    };
    let nested = object == ObjectOfMeasurement::Provider && chosen(choice, "design") != Some("crossed");
    let fixed = object != ObjectOfMeasurement::Indicator && chosen(choice, "indicators") != Some("random");
    let mut studies = answer.studies.iter();
    studies.find(|study| study.object == object && study.nested == nested && study.indicators_fixed == fixed)
}

/// The target chosen; the usual one where nothing that can be asked for was.
fn target(choice: &PinnedChoice) -> f64 {
    let asked = chosen(choice, "target").and_then(|text| text.parse::<f64>().ok());
    asked.filter(|target| DStudy::TARGETS.contains(target)).unwrap_or(DStudy::TARGET)
}

fn agreement(
    name: &str,
    answer: &AgreementAnswer,
    context: &Context<'_>,
    suppressed: &Suppressed,
) -> Option<Drawn> {
    let parts = match name {
        "agreement-by-indicator" => &answer.by_indicator,
        "agreement-by-dimension" => &answer.by_dimension,
        "agreement-by-qualification" => &answer.by_qualification,
        "agreement-by-group" => &answer.by_group,
        "agreement-pairs" => return whole(domain::pair_matrix(answer, context)),
        _ => return None,
    };
    let kept = suppressed.parts(parts);
    let which = kept.first().map_or(Coefficient::IccA1, AgreementOf::default_coefficient);
    let same = kept.first().is_some_and(|part| part.compared == answer.overall.compared);
    let overall = answer.overall.value(which).filter(|_| same).and_then(|value| value.known());
    let left_out = (parts.len() - kept.len()) as u64;
    Some(Drawn { scene: domain::agreement_forest(&kept, overall, which, context), left_out })
}
