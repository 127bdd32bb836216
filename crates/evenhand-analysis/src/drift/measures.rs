//! Many-facet Rasch measures of everything on one ruler.

use std::ops::ControlFlow;

use evenhand_protocol::{Outcome, RaschElement, RaschMeasures, RaschSpread, RaschThreshold, Reason};
use evenhand_stats::{Orientation, RaschData, RaschErrors, RaschFacet, RaschFit, rasch};

use super::categories::Categories;
use super::rasch_rounds::{MOST_SCORES, options};
use crate::Design;
use crate::convert::reason;

/// Providers in their rounds, evaluators and indicators, an evaluator being as severe in all rounds.
///
/// # Errors
/// `TooLarge`, `NotConverged`, `NotLinked` where evaluators cannot all be compared, and what the model says.
pub(super) fn measures(design: &Design, categories: &Categories) -> Result<RaschMeasures, Reason> {
    let found: usize = design.units().iter().map(|unit| unit.rows.len()).sum();
    if found > MOST_SCORES {
        return Err(Reason::TooLarge { limit: MOST_SCORES as u32, found: found as u32 });
    }
    let (mut ratings, mut unit, mut evaluator, mut indicator) = (vec![], vec![], vec![], vec![]);
    for (code, one) in design.units().iter().enumerate() {
        for row in one.rows.clone() {
            ratings.push(categories.of_row[row]);
            unit.push(code as u32);
            evaluator.push(design.table().evaluator()[row]);
            indicator.push(design.table().indicator()[row]);
        }
    }
    let metadata = design.metadata();
    let facets = [
        RaschFacet::new(&unit, design.units().len(), Orientation::Positive),
        RaschFacet::new(&evaluator, metadata.evaluators.len(), Orientation::Negative),
        RaschFacet::new(&indicator, metadata.indicators.len(), Orientation::Negative),
    ];
    let data = RaschData { ratings: &ratings, weights: None, facets: &facets };
    let options = options(categories, RaschErrors::Conditional);
    let fit =
        rasch(&data, &options, &mut |_| ControlFlow::Continue(())).map_err(|undefined| reason(&undefined))?;
    if !fit.convergence.converged {
        return Err(Reason::NotConverged);
    }
    if fit.n_subsets[1] > 1 {
        return Err(Reason::NotLinked);
    }
    Ok(told(design, categories, &fit, found))
}

fn told(design: &Design, categories: &Categories, fit: &RaschFit, n_scores: usize) -> RaschMeasures {
    let metadata = design.metadata();
    let providers = design.units().iter().zip(&fit.facets[0]).map(|(unit, found)| RaschElement {
        round: Some(metadata.rounds[unit.round as usize].id.clone()),
        ..element(&metadata.providers[unit.provider as usize].id, found)
    });
    let ids = |facet: usize, ids: Vec<&str>| -> Vec<RaschElement> {
        let seen = ids.into_iter().zip(&fit.facets[facet]).filter(|(_, found)| found.n > 0);
        seen.map(|(id, found)| element(id, found)).collect()
    };
    let spread = match fit.facet_summary(1) {
        Ok(summary) => {
            let separation = summary.without_extremes.separation;
            Outcome::Known(RaschSpread {
                rmse: separation.rmse,
                adjusted_sd: separation.sample.adjusted_sd,
                separation: separation.sample.separation,
                strata: separation.sample.strata,
                reliability: separation.sample.reliability,
            })
        }
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    };
    RaschMeasures {
        providers: providers.collect(),
        evaluators: ids(1, metadata.evaluators.iter().map(|info| info.id.as_str()).collect()),
        indicators: ids(2, metadata.indicators.iter().map(|info| info.id.as_str()).collect()),
        thresholds: thresholds(design, categories, fit),
        evaluator_spread: spread,
        categories: categories.summary,
        n_scores: n_scores as u32,
    }
}

fn element(id: &str, found: &evenhand_stats::RaschElement) -> RaschElement {
    RaschElement {
        id: id.to_owned(),
        round: None,
        n: found.n as u32,
        measure: found.measure.map(|measure| measure.value),
        se: found.measure.and_then(|measure| measure.se),
        extreme: found.status.is_extreme(),
        fair_average: found.measure.map(|measure| measure.fair_average),
        infit: found.fit.map(|fit| fit.infit.value),
        outfit: found.fit.map(|fit| fit.outfit.value),
    }
}

fn thresholds(design: &Design, categories: &Categories, fit: &RaschFit) -> Vec<RaschThreshold> {
    let mut thresholds = Vec::new();
    for scale in fit.category_table() {
        let first_scores = &categories.first_scores[scale.element.unwrap_or(0) as usize];
        let indicator = scale.element.map(|code| design.metadata().indicators[code as usize].id.clone());
        for category in &scale.categories {
            let (Some(threshold), Some(score)) =
                (category.threshold, first_scores.get(category.rating as usize))
            else {
                continue;
            };
            thresholds.push(RaschThreshold {
                indicator: indicator.clone(),
                score: *score,
                measure: threshold.value,
                ordered: threshold.ordered,
            });
        }
    }
    thresholds
}
