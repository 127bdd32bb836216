//! Many-facet Rasch measures of everything on one ruler, as they are told.

use evenhand_protocol::{Outcome, RaschElement, RaschMeasures, RaschSpread, RaschThreshold};
use evenhand_stats::RaschFit;

use crate::Design;
use crate::convert::reason;
use crate::rasch::{Categories, Measured};

/// Providers in their rounds, evaluators and indicators, an evaluator being as severe in all rounds.
pub(super) fn measures(design: &Design, measured: &Measured) -> RaschMeasures {
    let (fit, categories) = (&measured.fit, &measured.categories);
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
        n_scores: measured.rows.len() as u32,
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
        let classes = categories.scale_of(scale.element.unwrap_or(0));
        let indicator = scale.element.map(|code| design.metadata().indicators[code as usize].id.clone());
        for category in &scale.categories {
            let (Some(threshold), Some(class)) = (category.threshold, classes.get(category.rating as usize))
            else {
                continue;
            };
            thresholds.push(RaschThreshold {
                indicator: indicator.clone(),
                score: class.first,
                measure: threshold.value,
                ordered: threshold.ordered,
            });
        }
    }
    thresholds
}
